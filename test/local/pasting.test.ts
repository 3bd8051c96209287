// What a person types and pastes through the host.

import { ADA, fileWithScript, returned, temporaryHost } from './temporary-host';

test('a pasted block is read cell by cell as if it were typed', () => {
  const file = temporaryHost().as(ADA).create('Notes');
  file.paste('Sheet1', 'B2', [
    ['12', 'text'],
    ['', '=1+1'],
  ]);
  expect(file.read('Sheet1', 'B2:C3')).toEqual([
    [12, 'text'],
    ['', 'Loading...'],
  ]);
});

test('a pasted blank deletes what was there', () => {
  const file = temporaryHost().as(ADA).create('Notes');
  file.type('Sheet1', 'A1', 'old');
  file.paste('Sheet1', 'A1', [[''], ['new']]);
  expect(file.read('Sheet1', 'A1:A2')).toEqual([[''], ['new']]);
});

test('nothing of a block is pasted when one of its cells does not take it', async () => {
  const file = fileWithScript(
    temporaryHost(),
    `function limit() {
      var rule = SpreadsheetApp.newDataValidation().requireValueInList(['0', '1']).setAllowInvalid(false).build();
      SpreadsheetApp.getActive().getRange('A1:A3').setDataValidation(rule);
    }`,
  );
  await file.call('limit');
  expect(() => file.paste('Sheet1', 'A1', [['0'], ['1'], ['7']])).toThrow();
  expect(file.read('Sheet1', 'A1:A3')).toEqual([[''], [''], ['']]);
});

test('scripts see the clock of a workspace that has one of its own', async () => {
  const now = () => new Date('2026-02-02T09:00:00Z');
  const times = await returned(
    `var date = new Date();
     return [date.toISOString(), Date.now(), new Date(0).getTime(), date instanceof Date, typeof Date()];`,
    { now },
  );
  expect(times).toEqual(['2026-02-02T09:00:00.000Z', now().getTime(), 0, true, 'string']);
});
