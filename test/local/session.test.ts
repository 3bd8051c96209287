// Session and User, ScriptApp, Logger and console.

import { documented } from './documented';
import { fileWithScript, GRACE, SCOPES, temporaryHost } from './temporary-host';

const SESSION = 'reference/base/session';

const WHO = `
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function onOpen() { SpreadsheetApp.getActive().getRange('A1').setValue(JSON.stringify(who())); }
`;

documented(
  'Session.getActiveUser, getEffectiveUser: whoever runs the script',
  SESSION,
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, WHO);
    file.share(GRACE, 'editor');
    expect(await file.call('who')).toEqual(['ada@example.com', 'ada@example.com']);
    expect(await host.as(GRACE).open(file.id).call('who')).toEqual([GRACE, GRACE]);
  },
);

documented(
  'User.getEmail: blank in cells, in simple triggers and without the scope',
  'reference/base/user',
  async () => {
    const file = fileWithScript(temporaryHost(), WHO);
    expect(await file.cell('who')).toEqual(['', '']);
    await file.menu();
    expect(file.read('Sheet1', 'A1')).toBe('["",""]');
    const without = fileWithScript(temporaryHost(), WHO, { scopes: [SCOPES.currentFile] });
    expect(await without.call('who')).toEqual(['', '']);
  },
);

documented('Session.getScriptTimeZone: the manifest says which', SESSION, async () => {
  const file = fileWithScript(
    temporaryHost(),
    'function zone() { return Session.getScriptTimeZone(); }',
  );
  expect(await file.call('zone')).toBe('Europe/Berlin');
});

documented(
  'ScriptApp.getScriptId: another one in a copy',
  'reference/script/script-app',
  async () => {
    const file = fileWithScript(
      temporaryHost(),
      'function id() { return ScriptApp.getScriptId(); }',
    );
    const copy = file.copy('Copy');
    expect(await file.call('id')).toBe(file.workbook().script?.id);
    expect(await copy.call('id')).toBe(copy.workbook().script?.id);
    expect(await copy.call('id')).not.toBe(await file.call('id'));
  },
);

documented('Logger.log: with placeholders, chained', 'reference/base/logger', async () => {
  const lines: string[] = [];
  const host = temporaryHost({ onLog: (line) => lines.push(line) });
  const file = fileWithScript(
    host,
    `function log() { Logger.log('%s of %s', 1, 'ten').log({ key: ['value'] }); Logger.log(SpreadsheetApp.getActive()); }`,
  );
  await file.call('log');
  expect(lines).toEqual(['1 of ten', "{ key: [ 'value' ] }", 'Spreadsheet']);
});

documented('console.log, info, warn, error: one line each', 'reference/base/console', async () => {
  const lines: string[] = [];
  const host = temporaryHost({ onLog: (line) => lines.push(line) });
  const file = fileWithScript(
    host,
    `function log() { console.log('a %s', 'b'); console.info('c'); console.warn('d'); console.error(new Error('e').message); }`,
  );
  await file.call('log');
  expect(lines).toEqual(['a b', 'c', 'Warning: d', 'Error: e']);
});
