// LockService and Lock: sections of code that one run at a time may enter.

import { AnsweringPage } from '../../local/answers';
import type { OpenFile } from '../../local/host';
import type { ButtonName } from '../../local/run/page';
import { documented } from './documented';
import { ADA, fileWithScript, GRACE, returned, temporaryHost } from './temporary-host';

const SERVICE = 'reference/lock/lock-service';
const LOCK = 'reference/lock/lock';

/** Holds a lock until `release` is set in the script's cache. */
const CODE = `
  function hold(kind) {
    var lock = LockService['get' + kind + 'Lock'](), cache = CacheService.getScriptCache();
    if (!lock.tryLock(0)) return 'taken';
    cache.put('held', 'yes');
    while (!cache.get('release')) Utilities.sleep(1);
    return 'held';
  }
  function tryIt(kind, milliseconds) {
    var lock = LockService['get' + kind + 'Lock']();
    return [lock.hasLock(), lock.tryLock(milliseconds), lock.hasLock()];
  }
  function waitFor(kind) { LockService['get' + kind + 'Lock']().waitLock(0); }
  function isHeld() { return CacheService.getScriptCache().get('held') === 'yes'; }
  function release() { CacheService.getScriptCache().put('release', 'yes'); }
`;

/** Resolves once a run holds the lock; `ended` is what that run returns. */
async function holding(file: OpenFile, kind: string): Promise<{ ended: Promise<unknown> }> {
  const ended = file.call('hold', kind);
  while (!(await file.call('isHeld')));
  return { ended };
}

async function keepsEverybodyOut(kind: string): Promise<void> {
  const host = temporaryHost();
  const file = fileWithScript(host, CODE);
  file.share(GRACE, 'editor');
  const { ended } = await holding(file, kind);
  const grace = host.as(GRACE).open(file.id);
  expect(await grace.call('tryIt', kind, 0)).toEqual([false, false, false]);
  const patient = grace.call('tryIt', kind, 60_000);
  await file.call('release');
  expect(await ended).toBe('held');
  expect(await patient).toEqual([false, true, true]);
}

documented('LockService.getDocumentLock: one run at a time in a document', SERVICE, () =>
  keepsEverybodyOut('Document'),
);

documented('LockService.getScriptLock: one run at a time of a script', SERVICE, () =>
  keepsEverybodyOut('Script'),
);

documented('LockService.getUserLock: one run at a time of a user', SERVICE, async () => {
  const host = temporaryHost();
  const file = fileWithScript(host, CODE);
  file.share(GRACE, 'editor');
  const { ended } = await holding(file, 'User');
  expect(await file.call('tryIt', 'User', 0)).toEqual([false, false, false]);
  expect(await host.as(GRACE).open(file.id).call('tryIt', 'User', 0)).toEqual([false, true, true]);
  await file.call('release');
  await ended;
});

documented('Lock.tryLock, hasLock: taking a lock twice has no effect', LOCK, async () => {
  const result = await returned(`
    var lock = LockService.getScriptLock();
    return [lock.hasLock(), lock.tryLock(10), lock.tryLock(10), lock.hasLock()];`);
  expect(result).toEqual([false, true, true, true]);
});

documented('Lock.waitLock: throws when the time is up', LOCK, async () => {
  const host = temporaryHost();
  const file = fileWithScript(host, CODE);
  const { ended } = await holding(file, 'Script');
  await expect(file.call('waitFor', 'Script')).rejects.toThrow(/^Lock timeout: /);
  await file.call('release');
  await ended;
});

documented(
  'Lock.releaseLock: lets the next run in, and has no effect without the lock',
  LOCK,
  async () => {
    const result = await returned(`
    var lock = LockService.getScriptLock();
    lock.releaseLock();
    lock.tryLock(0);
    lock.releaseLock();
    return lock.hasLock();`);
    expect(result).toBe(false);
  },
);

documented('Ui.alert: a lock does not persist while it is open', 'reference/base/ui', async () => {
  const host = temporaryHost();
  const code = `${CODE}
    function ask() {
      var lock = LockService.getDocumentLock();
      lock.tryLock(0);
      SpreadsheetApp.getUi().alert('Wait');
      return lock.hasLock();
    }`;
  const file = fileWithScript(host, code);
  const page = new WaitingPage();
  const asked = host.as(ADA, page).open(file.id).call('ask');
  await page.isAsked;
  expect(await file.call('tryIt', 'Document', 0)).toEqual([false, true, true]);
  page.close();
  expect(await asked).toBe(false);
});

/** A page on which an alert stays open until it is closed. */
class WaitingPage extends AnsweringPage {
  close!: () => void;
  private asked!: () => void;
  readonly isAsked = new Promise<void>((resolve) => {
    this.asked = resolve;
  });

  override alert(): Promise<ButtonName> {
    this.asked();
    return new Promise((resolve) => {
      this.close = () => resolve('CLOSE');
    });
  }
}
