// What a script finds around it, and how values come and go.

import { documented } from './documented';
import { ADA, fileWithScript, returned, temporaryHost } from './temporary-host';

const V8 = 'guides/v8-runtime';

documented('V8 runtime: what Apps Script lacks is absent, what it has is there', V8, async () => {
  const absent =
    'setTimeout setInterval fetch URL URLSearchParams TextEncoder TextDecoder Blob FormData atob btoa crypto performance process window Buffer structuredClone require WebAssembly Atomics SharedArrayBuffer';
  const present =
    'console Promise globalThis JSON Intl Map WeakMap Proxy Symbol Logger SpreadsheetApp';
  const types = await returned(`
    return '${absent} ${present}'.split(' ').filter(function (name) { return typeof globalThis[name] === 'undefined'; });`);
  expect(types).toEqual(absent.split(' '));
});

test('a method that the host lacks says so, wherever it is met', async () => {
  const sentences = await returned(`
    return [
      function () { SpreadsheetApp.getActive().getRange('A1').foo(); },
      function () { return SpreadsheetApp.getActive().isReadOnlyOnTuesdays; },
      function () { DriveApp.getFiles(); },
    ].map(function (call) {
      try { call(); } catch (error) { return [error instanceof Error, error.message]; }
    });`);
  expect(sentences).toEqual([
    [true, 'local host: Range.foo is not offered'],
    [true, 'local host: Spreadsheet.isReadOnlyOnTuesdays is not offered'],
    [true, 'local host: DriveApp.getFiles is not offered'],
  ]);
});

test('results are objects of the script itself', async () => {
  const kinds = await returned(`
    var sheet = SpreadsheetApp.getActive().getSheets()[0];
    sheet.getRange('A1').setValue(new Date(2026, 0, 5));
    var values = sheet.getRange('A1:B1').getValues();
    var builder = HtmlService.createHtmlOutput('x');
    var error;
    try { SpreadsheetApp.openById('nothing'); } catch (thrown) { error = thrown; }
    return [
      values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date,
      Object.getPrototypeOf(PropertiesService.getUserProperties().getProperties()) === Object.prototype,
      error instanceof Error, error.name, String(error),
      builder.setTitle('y') === builder,
      SpreadsheetApp.getUi().Button.OK === SpreadsheetApp.getUi().Button.OK,
      String(SpreadsheetApp.getUi().Button.OK), String(sheet),
    ];`);
  expect(kinds).toEqual([
    true,
    true,
    true,
    true,
    true,
    'Exception',
    'Exception: You do not have permission to access the requested document.',
    true,
    true,
    'OK',
    'Sheet',
  ]);
});

test('nothing of one run is left for the next', async () => {
  const host = temporaryHost();
  const file = fileWithScript(
    host,
    'var count = 0; function next() { Array.prototype.left = 1; count += 1; return [count, [].left]; }',
  );
  expect(await file.call('next')).toEqual([1, 1]);
  expect(await file.call('next')).toEqual([1, 1]);
  host.store.bindScript(file.id, {
    'Code.js': 'function next() { return [].left === undefined; }',
  });
  expect(await file.call('next')).toBe(true);
});

test('what a script throws comes with its name, its message and the line', async () => {
  const file = fileWithScript(temporaryHost(), '\nfunction fail() {\n  null.x;\n}');
  const error = await file.call('fail').catch((thrown: Error) => thrown);
  expect(error).toMatchObject({
    name: 'TypeError',
    message: "Cannot read properties of null (reading 'x')",
    stack: expect.stringContaining('Code.js:3'),
  });
});

test('a script that does not parse names its file', async () => {
  const host = temporaryHost();
  const file = host.as(ADA).create('Broken');
  expect(() => host.store.bindScript(file.id, { 'Code.js': 'function (' })).not.toThrow();
  await expect(file.menu()).rejects.toThrow(/^Code\.js: /);
});

test('an async function is waited for', async () => {
  expect(
    await returned('return Promise.resolve(1).then(function (one) { return one + 1; });'),
  ).toBe(2);
});

test('hundreds of calls in a row keep their answers apart', async () => {
  const result = await returned(`
    var cache = CacheService.getScriptCache(), wrong = 0;
    for (var i = 0; i < 2000; i += 1) {
      cache.put('key', String(i));
      if (cache.get('key') !== String(i)) wrong += 1;
    }
    return wrong;`);
  expect(result).toBe(0);
});

test('closing the host ends a run that would never end', async () => {
  let begun = () => {};
  const isRunning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const host = temporaryHost({ onLog: () => begun() });
  const file = fileWithScript(host, "function loop() { Logger.log('begun'); while (true); }");
  const run = file.call('loop');
  await isRunning;
  host.close();
  await expect(run).rejects.toThrow('The run was ended from outside.');
});
