// What a person does at the host: open, type, read, copy, rename.

import { ADA, fileWithScript, GRACE, temporaryHost } from './temporary-host';

test('typing is read as Sheets reads it, and keeps the look of the cell', () => {
  const file = temporaryHost().as(ADA).create('Mine');
  file.type('Sheet1', 'A1', '2026-07-04');
  file.type('Sheet1', 'B1', '10%');
  file.type('Sheet1', 'C1', '=A1+1');
  file.type('Sheet1', 'D1', "'007");
  expect(file.read('Sheet1', 'A1:E1')).toEqual([
    [new Date('2026-07-04T00:00:00Z'), 0.1, 'Loading...', '007', ''],
  ]);
  file.type('Sheet1', 'B1', '0.25');
  expect(file.workbook().sheets[0].cells.B1).toEqual({ v: 0.25, format: '0%' });
  file.type('Sheet1', 'B1', '');
  expect(file.read('Sheet1', 'B1')).toBe('');
});

test('typing what a dropdown does not hold is refused in its words', async () => {
  const host = temporaryHost();
  const file = fileWithScript(
    host,
    `function limit() { SpreadsheetApp.getActive().getRange('A1').setDataValidation(
       SpreadsheetApp.newDataValidation().requireValueInList(['0', '1', '2', 'n/a']).setAllowInvalid(false).build()); }`,
  );
  await file.call('limit');
  file.type('Sheet1', 'A1', '2');
  file.type('Sheet1', 'A1', 'n/a');
  expect(() => file.type('Sheet1', 'A1', '3')).toThrow(
    'The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: 0, 1, 2, n/a.',
  );
  expect(file.read('Sheet1', 'A1')).toBe('n/a');
});

test('typing into a protected cell is refused to all but the owner', async () => {
  const host = temporaryHost();
  const file = fileWithScript(
    host,
    `function protect() { var protection = SpreadsheetApp.getActive().getSheets()[0].protect();
       protection.removeEditors(protection.getEditors()); }`,
  );
  file.share(GRACE, 'editor');
  await file.call('protect');
  expect(() => host.as(GRACE).open(file.id).type('Sheet1', 'A1', 'x')).toThrow('protected cell');
  file.type('Sheet1', 'A1', 'x');
  expect(file.read('Sheet1', 'A1')).toBe('x');
});

test('a tab, a cell or a name that is not there is named', () => {
  const file = temporaryHost().as(ADA).create('Mine');
  expect(() => file.read('Summary', 'A1')).toThrow('There is no tab "Summary" in "Mine".');
  expect(() => file.type('Sheet1', 'A1:B2', 'x')).toThrow('"A1:B2" is no cell, such as B2.');
  expect(() => file.read('Sheet1', '?')).toThrow('"?" is no cell or range');
  expect(() => file.named('status')).toThrow('There is no named range "status" in "Mine".');
});

test('a named range leads to its cell', async () => {
  const file = fileWithScript(
    temporaryHost(),
    `function name() { var book = SpreadsheetApp.getActive(); book.setNamedRange('status', book.getRange('B2')); }`,
  );
  await file.call('name');
  file.type(...file.named('status'), 'Draft');
  expect(file.named('status')).toEqual(['Sheet1', 'B2']);
  expect(file.read('Sheet1', 'B2')).toBe('Draft');
});

test('computed values come from the formula engine and leave the file as it is', async () => {
  const file = fileWithScript(
    temporaryHost(),
    '/** Doubles. @customfunction */ function DOUBLE(value) { return value * 2; }',
  );
  file.type('Sheet1', 'A1', '21');
  file.type('Sheet1', 'B1', '=DOUBLE(A1)');
  expect(await file.computed('Sheet1', 'B1')).toBe(42);
  expect(file.read('Sheet1', 'B1')).toBe('Loading...');
});

test('files are listed to whoever may open them, the latest first', () => {
  let minute = 0;
  const host = temporaryHost({ now: () => new Date(Date.UTC(2026, 10, 20, 12, minute++)) });
  const ada = host.as(ADA);
  const first = ada.create('First');
  const second = ada.create('Second');
  first.share(GRACE, 'editor');
  expect(ada.files().map(({ name }) => name)).toEqual(['First', 'Second']);
  second.rename('Renamed');
  expect(ada.files().map(({ name }) => name)).toEqual(['Renamed', 'First']);
  expect(host.as(GRACE).files()).toMatchObject([{ name: 'First', owner: ADA, role: 'editor' }]);
});

test('people are the same however their addresses are written', () => {
  const host = temporaryHost();
  const file = host.as('Ada@Example.com').create('Mine');
  file.share('Grace@Example.COM', 'editor');
  expect(host.as(GRACE).open(file.id).role).toBe('editor');
  expect(file.workbook().owner).toBe(ADA);
});

test('a fork begins with what is there and keeps to itself what happens to it, without a folder', async () => {
  const host = temporaryHost();
  const file = fileWithScript(
    host,
    `function add(value) {
      SpreadsheetApp.getActive().getSheets()[0].appendRow([value]);
      PropertiesService.getDocumentProperties().setProperty('last', value);
      SpreadsheetApp.getActive().addEditor('${GRACE}');
    }`,
  );
  await file.call('add', 'one');
  const fork = host.fork();
  const forked = fork.as(ADA).open(file.id);
  await forked.call('add', 'two');
  forked.type('Sheet1', 'B1', 'typed');
  forked.copy('Copy');
  file.type('Sheet1', 'A2', 'other');
  expect(forked.read('Sheet1', 'A1:B3')).toEqual([
    ['one', 'typed'],
    ['two', ''],
    ['', ''],
  ]);
  expect(file.read('Sheet1', 'A1:A3')).toEqual([['one'], ['other'], ['']]);
  expect(file.workbook().documentProperties).toEqual({ last: 'one' });
  expect(host.as(ADA).files()).toHaveLength(1);
  expect(fork.as(ADA).files()).toHaveLength(2);
  expect(fork.store.dir).toBe('');
});
