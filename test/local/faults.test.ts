// What a simulated host lets go wrong, and the quotas that it plays.

import { Faults, type Host, type HostOptions, type OpenFile } from '../../local/host';
import { LIMITS } from '../../local/run/quotas';
import { documented } from './documented';
import { ADA, fileWithScript, GRACE, temporaryHost } from './temporary-host';

const QUOTAS = 'guides/services/quotas';
const START = new Date('2026-11-20T12:00:00Z');
const DAY = 24 * 3_600_000;

const CODE = `
  function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
  /** Calls that count: setValue, flush, setProperty, setValue, flush, getValue. */
  function steps() {
    sheet().getRange('A1').setValue('one');
    SpreadsheetApp.flush();
    PropertiesService.getScriptProperties().setProperty('step', 'two');
    sheet().getRange('A2').setValue('three');
    SpreadsheetApp.flush();
    return sheet().getRange('A2').getValue();
  }
  function caught() {
    var failures = [];
    for (var row = 1; row <= 30; row += 1) {
      try {
        sheet().getRange(row, 1).setValue(row);
        SpreadsheetApp.flush();
      } catch (error) { failures.push([row, error.message]); }
    }
    return failures;
  }
  function stubborn() {
    for (var row = 1; row <= 5; row += 1) {
      try { sheet().getRange(row, 1).setValue(row); SpreadsheetApp.flush(); } catch (error) {}
    }
  }
  function open(id) { return SpreadsheetApp.openById(id).getName(); }
  function ranges(count) {
    var url = 'https://sheets.googleapis.com/v4/spreadsheets/' + SpreadsheetApp.getActive().getId() + '/values:batchGet?ranges=A1';
    var headers = { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, asked = [];
    while (asked.length < count) asked.push({ url: url, headers: headers, muteHttpExceptions: true });
    return UrlFetchApp.fetchAll(asked).map(function (response) { return response.getResponseCode(); });
  }
  function files(parameters) {
    var response = UrlFetchApp.fetch('https://www.googleapis.com/drive/v3/files?' + parameters,
      { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } });
    return JSON.parse(response.getContentText());
  }
  function copies(count) {
    for (var copy = 1; copy <= count; copy += 1) SpreadsheetApp.getActive().copy('copy ' + copy);
  }
  function spreadsheets(count) {
    for (var made = 1; made <= count; made += 1) SpreadsheetApp.create('file ' + made);
  }
  function properties(count) {
    var store = PropertiesService.getScriptProperties();
    for (var times = 0; times < count; times += 1) store.getProperty('x');
  }
  function waitFor(milliseconds) {
    var lock = LockService.getScriptLock();
    return [lock.tryLock(milliseconds), new Date().toISOString()];
  }
  function lockAndWrite() {
    LockService.getScriptLock().tryLock(0);
    sheet().getRange('A1').setValue('mine');
    SpreadsheetApp.flush();
  }
  function often() { ScriptApp.newTrigger('long').timeBased().everyHours(1).create(); }
  function long() { Utilities.sleep(290000); }
`;

let host: Host;
let file: OpenFile;

function start(simulate: HostOptions['simulate'] = {}, switches: HostOptions['switches'] = {}) {
  host = temporaryHost({ simulate: { clock: START, ...simulate }, switches });
  file = fileWithScript(host, CODE);
}

beforeEach(() => start());

const written = () => (file.read('Sheet1', 'A1:A30') as unknown[][]).flat().filter(String);
const property = () => file.workbook().script?.scriptProperties.step;

describe('a call that fails', () => {
  test('before its effect, at its number', async () => {
    host.faults = new Faults().fail(3);
    await expect(file.call('steps')).rejects.toThrow(
      "We're sorry, a server error occurred. Please wait a bit and try again.",
    );
    expect([written(), property()]).toEqual([['one'], undefined]);
  });

  test('after its effect, with what the test says', async () => {
    host.faults = new Faults().fail(3, { after: true, error: 'Zeitüberschreitung' });
    await expect(file.call('steps')).rejects.toThrow('Zeitüberschreitung');
    expect([written(), property()]).toEqual([['one'], 'two']);
  });

  test('by its method, or the n-th of it', async () => {
    host.faults = new Faults().fail('Range.getValue').fail(['Range.setValue', 3]);
    await expect(file.call('steps')).rejects.toThrow(
      `Service Spreadsheets timed out while accessing document with id ${file.id}.`,
    );
    await expect(file.call('steps')).rejects.toThrow('timed out');
    expect(written()).toEqual(['one', 'three']);
  });

  test('a write that is only held stands in the end', async () => {
    host.faults = new Faults().fail(4, { after: true });
    await expect(file.call('steps')).rejects.toThrow('timed out');
    expect(written()).toEqual(['one', 'three']);
  });

  test('of a REST API is answered with its status', async () => {
    host.faults = new Faults().fail('UrlFetchApp.fetchAll', { status: 500 });
    expect(await file.call('ranges', 2)).toEqual([500, 500]);
    expect(await file.call('ranges', 2)).toEqual([200, 200]);
    host.faults = new Faults().fail(1, { error: 'Address unavailable: https://sheets' });
    await expect(file.call('ranges', 2)).rejects.toThrow('Address unavailable');
  });
});

describe('a run that is stopped', () => {
  for (const [at, after, rows, step] of [
    [1, false, [], undefined],
    [1, true, [], undefined],
    [2, false, [], undefined],
    [2, true, ['one'], undefined],
    [3, true, ['one'], 'two'],
    [4, true, ['one'], 'two'],
    [5, true, ['one', 'three'], 'two'],
  ] as const) {
    test(`at call ${at}, ${after ? 'after' : 'before'} its effect, loses what it held`, async () => {
      const faults = new Faults().stop(at, { after });
      host.faults = faults;
      await expect(file.call('steps')).rejects.toThrow('Exceeded maximum execution time');
      expect([written(), property(), faults.struck]).toEqual([rows, step, 1]);
      expect(host.ran[0].ended).toBe('stopped');
    });
  }

  test('writes nothing more, whatever it catches', async () => {
    host.faults = new Faults().stop(4, { after: true });
    await expect(file.call('stubborn')).rejects.toThrow('Exceeded');
    expect(written()).toEqual([1, 2]);
    expect(await file.call('steps')).toBe('three');
  });
});

describe('at random', () => {
  test('the same with the same seed, about as often as told', async () => {
    const failuresOf = async (seed: number) => {
      start();
      host.faults = new Faults().random({ seed, rate: 0.2, of: ['fail', 'failAfter'] });
      const failures = (await file.call('caught')) as [number, string][];
      return failures.map(([row, message]) => [row, message.replace(file.id, 'the file')]);
    };
    const failures = await failuresOf(1);
    expect(failures.length).toBeGreaterThan(3);
    expect(failures.length).toBeLessThan(20);
    expect(await failuresOf(1)).toEqual(failures);
    expect(await failuresOf(2)).not.toEqual(failures);
  });

  test('stops and slow calls as well', async () => {
    host.faults = new Faults().random({ seed: 3, rate: 0.2, of: ['stop'] });
    await expect(file.call('caught')).rejects.toThrow('Exceeded');
    host.faults = new Faults().random({ seed: 3, rate: 1, of: ['slow'] });
    await file.call('steps');
    expect(host.ran[1].seconds).toBeGreaterThan(2 * (0.25 * 2 + 0.03 + 0.15));
  });
});

test('every call takes longer', async () => {
  await file.call('steps');
  host.faults = new Faults().slow(10);
  await file.call('steps');
  const [quick, slow] = host.ran.map(({ seconds }) => seconds);
  expect(slow).toBeCloseTo(10 * quick);
});

test('access is taken away midway', async () => {
  const graces = host.as(GRACE).create('Graces');
  graces.share(ADA, 'viewer');
  expect(await file.call('open', graces.id)).toBe('Graces');
  host.faults = new Faults().revoke('SpreadsheetApp.openById', graces.id, ADA);
  await expect(file.call('open', graces.id)).rejects.toThrow('You do not have permission');
});

test('another run takes place within a run, before what that one holds is there', async () => {
  file.share(GRACE, 'editor');
  let seen: unknown;
  host.faults = new Faults().during(2, async () => {
    seen = await host.as(GRACE).open(file.id).read('Sheet1', 'A1');
    await host.as(GRACE).open(file.id).call('stubborn');
  });
  await file.call('steps');
  expect(seen).toBe('');
  expect(written()).toEqual(['one', 'three', 3, 4, 5]);
});

documented('Lock.tryLock: waits in played time', 'reference/lock/lock', async () => {
  file.share(GRACE, 'editor');
  let waited: unknown;
  host.faults = new Faults().during('SpreadsheetApp.flush', async () => {
    waited = await host.as(GRACE).open(file.id).call('waitFor', 20_000);
  });
  await file.call('lockAndWrite');
  // The lock and the write cost 0.3 seconds; then it stands still and is waited for.
  expect(waited).toEqual([false, '2026-11-20T12:00:20.350Z']);
});

test('Drive’s list leaves files out, or is not whole', async () => {
  const other = host.as(ADA).create('Other');
  const names = async () => ((await file.call('files', '')) as { files: { name: string }[] }).files;
  expect(await names()).toHaveLength(2);
  host.faults = new Faults().unlist(other.id).incompleteList();
  expect(await file.call('files', '')).toMatchObject({
    incompleteSearch: true,
    files: [{ name: 'Sheet of Ada' }],
  });
});

describe('quotas', () => {
  documented('SpreadsheetApp.create: so many spreadsheets a day', QUOTAS, async () => {
    const perDay = { ...LIMITS.consumer.perDay, spreadsheets: 3 };
    start({ quotas: { ...LIMITS.consumer, perDay } });
    await expect(file.call('spreadsheets', 5)).rejects.toThrow(
      'Service invoked too many times for one day: spreadsheets.',
    );
    expect(host.as(ADA).files()).toHaveLength(1 + 3);
    host.clock.advance(DAY);
    await file.call('spreadsheets', 3);
  });

  documented('Spreadsheet.copy: a copied script may count as a project', QUOTAS, async () => {
    start({ quotas: 'workspace' });
    await expect(file.call('copies', 51)).rejects.toThrow('for one day: projects.');
    start({ quotas: 'workspace' }, { copiesAreProjects: false });
    await file.call('copies', 51);
  });

  documented('Properties.getProperty: so many a day', QUOTAS, async () => {
    const perDay = { ...LIMITS.consumer.perDay, properties: 100 };
    start({ quotas: { ...LIMITS.consumer, perDay } });
    await file.call('properties', 100);
    await expect(file.call('properties', 1)).rejects.toThrow('for one day: properties.');
  });

  documented('UrlFetchApp.fetchAll: so many requests a day', QUOTAS, async () => {
    const perDay = { ...LIMITS.consumer.perDay, urlfetch: 10 };
    start({ quotas: { ...LIMITS.consumer, perDay } });
    await file.call('ranges', 8);
    await expect(file.call('ranges', 3)).rejects.toThrow('for one day: urlfetch.');
  });

  test('60 reads a minute of one person (workspace/sheets/api/limits)', async () => {
    start({ quotas: 'workspace' });
    const codes = (await file.call('ranges', 70)) as number[];
    expect(codes.filter((code) => code === 200)).toHaveLength(60);
    expect(codes.slice(60)).toEqual(Array(10).fill(429));
    host.clock.advance(60_000);
    expect(await file.call('ranges', 60)).toEqual(Array(60).fill(200));
  });

  documented('ScriptApp.newTrigger: so much time a day', QUOTAS, async () => {
    start({ quotas: 'consumer' });
    await file.call('often');
    await host.runDueTriggers(new Date(START.getTime() + DAY));
    const triggered = host.ran.filter(({ by }) => by === 'trigger');
    // 90 minutes are 18.6 runs of 290 seconds; the last one that begins is let end.
    expect(triggered).toHaveLength(19);
  });
});
