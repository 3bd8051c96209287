// google.script.run: which functions it reaches, and what may be sent.

import type { OpenFile } from '../../local/host';
import { documented } from './documented';
import { fileWithScript, temporaryHost } from './temporary-host';

const RUN = 'guides/html/reference/run';

const CODE = `
  function echo(value) { return [typeof value, value]; }
  function secret_() { return 'secret'; }
  globalThis.assigned = function () { return 1; };
  function nothing() {}
  function dated() { return { on: new Date(0) }; }
  function nested() { return { list: [1, undefined, NaN], gone: undefined, kept: null }; }
  function fail() { throw new Error('Not yet.'); }
  function refused() { SpreadsheetApp.openById('nothing'); }
  function method() { return [function () {}]; }
  function sheet() { return SpreadsheetApp.getActive(); }
`;

documented('google.script.run: private and assigned functions are out of reach', RUN, async () => {
  const file = fileWithScript(temporaryHost(), CODE);
  for (const name of ['secret_', 'assigned', 'absent', 'toString']) {
    await expect(file.call(name)).rejects.toThrow(`google.script.run.${name} is not a function`);
  }
});

documented('google.script.run: plain values go both ways', RUN, async () => {
  const file = fileWithScript(temporaryHost(), CODE);
  expect(await file.call('echo', { a: [1, 'two', true, null], $: 'handle' })).toEqual([
    'object',
    { a: [1, 'two', true, null], $: 'handle' },
  ]);
  expect(await file.call('echo')).toEqual(['undefined', null]);
  expect(await file.call('nothing')).toBeNull();
  expect(await file.call('nested')).toEqual({ list: [1, null, null], kept: null });
});

documented(
  'google.script.run: a Date, a function or another object is no legal argument',
  RUN,
  async () => {
    const file = fileWithScript(temporaryHost(), CODE);
    for (const value of [new Date(), () => 1, new Map()]) {
      await expect(file.call('echo', { inside: value })).rejects.toThrow(
        'Failed due to illegal value in property: inside',
      );
    }
  },
);

documented('google.script.run: an illegal result arrives as null, or fails', RUN, async () => {
  const quiet = fileWithScript(temporaryHost({ switches: { illegalResult: 'null' } }), CODE);
  const loud = fileWithScript(temporaryHost({ switches: { illegalResult: 'error' } }), CODE);
  for (const name of ['dated', 'method', 'sheet']) {
    expect(await quiet.call(name)).toBeNull();
    await expect(loud.call(name)).rejects.toThrow('Failed due to illegal value in property');
  }
});

documented(
  'google.script.run: a failure comes with the message, or its name as well',
  RUN,
  async () => {
    const plain = fileWithScript(temporaryHost({ switches: { failureMessage: 'plain' } }), CODE);
    const named = fileWithScript(temporaryHost({ switches: { failureMessage: 'named' } }), CODE);
    const message = (file: OpenFile, name: string) =>
      file.call(name).catch((error: Error) => error.message);
    expect(await message(plain, 'fail')).toBe('Not yet.');
    expect(await message(named, 'fail')).toBe('Error: Not yet.');
    expect(await message(named, 'refused')).toMatch(/^Exception: You do not have permission/);
  },
);
