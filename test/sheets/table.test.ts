import type { Host, OpenFile } from '../../local/host';
import { bundled, newSheet, openHost, stored } from './fixture';

const TEXTS = [
  '2026-07',
  '1-2',
  '007',
  'TRUE',
  "'quoted",
  '=1+1',
  '+49 30 1234',
  '@ada',
  '-5',
  '50%',
  '  spaces  ',
  "''",
  '#N/A',
  '1e3',
  'two\nlines',
  '<b>bold</b>',
];
const SCRIPT = bundled('table-script.ts');

let host: Host;
let close: () => void;

async function notes(rows: number, textFormat = false): Promise<OpenFile> {
  const file = newSheet(host, undefined, SCRIPT);
  await file.call('makeNotes', rows, textFormat);
  return file;
}

beforeAll(() => {
  ({ host, close } = openHost());
});
afterAll(() => close());

describe.each([
  { leadingSign: 'formula', textFormatKeepsQuote: true },
  { leadingSign: 'formula', textFormatKeepsQuote: false },
  { leadingSign: 'text', textFormatKeepsQuote: true },
  { leadingSign: 'text', textFormatKeepsQuote: false },
] as const)('where Sheets reads text so: %j', (switches) => {
  let other: ReturnType<typeof openHost>;
  beforeAll(() => {
    other = openHost(switches);
  });
  afterAll(() => other.close());

  test.each([
    ['ordinary cells', false],
    ['cells that somebody formatted as plain text', true],
  ])('every text written into %s comes back as it was', async (_, textFormat) => {
    const file = newSheet(other.host, undefined, SCRIPT);
    await file.call('makeNotes', TEXTS.length, textFormat);
    expect(await file.call('writeTexts', TEXTS)).toEqual(TEXTS);
  });

  test('every text appended comes back as it was', async () => {
    const file = newSheet(other.host, undefined, SCRIPT);
    await file.call('makeNotes', 0, true);
    const rows = TEXTS.map((text) => ({ id: text, text, number: 1 }));
    const back = await file.call('appendRows', rows);
    expect(back).toEqual(TEXTS.map((text, index) => [index + 2, text, text, 1]));
  });
});

test('appended rows go below everything, and the grid grows for them', async () => {
  const file = await notes(1);
  file.type('Notes', 'B990', 'a remark far below');
  const many = Array.from({ length: 20 }, (_, index) => ({ id: `n${index}`, text: 'x' }));
  const back = (await file.call('appendRows', many)) as unknown[][];
  expect(back[1]).toEqual([991, 'n0', 'x', '']);
  expect(back).toHaveLength(21);
  expect(file.read('Notes', 'B990')).toBe('a remark far below');
  expect(file.workbook().sheets[0].rows).toBe(1010);
});

test('columns are found wherever people moved them, and columns of their own stay', async () => {
  const file = await notes(3);
  await file.call('setNumbers', { r1: 1, r3: 3 });
  expect(file.read('Notes', 'A2:E4')).toEqual([
    ['r1', 'kept', '', '', 1],
    ['r2', 'kept', '', '', ''],
    ['r3', 'kept', '', '', 3],
  ]);
});

test('only changed cells are written, neighbours in one call and equal values in one call', async () => {
  const file = await notes(30);
  const all = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`r${index + 1}`, index]),
  );
  host.resetCounts();
  await file.call('setNumbers', all);
  expect(host.counts().kinds.write).toBe(1);

  const everyOther = Object.fromEntries(
    Array.from({ length: 15 }, (_, index) => [`r${index * 2 + 1}`, 7]),
  );
  host.resetCounts();
  await file.call('setNumbers', everyOther);
  expect(host.counts().kinds.write).toBe(1);

  host.resetCounts();
  await file.call('setNumbers', everyOther);
  expect(host.counts().kinds.write ?? 0).toBe(0);
  expect(file.read('Notes', 'E3')).toBe(1);
});

test('a cell that changed since it was read is not overwritten, and the sentence names it', async () => {
  const file = await notes(3);
  await expect(file.call('setNumbers', { r1: 1, r2: 2 }, ['E3', 9])).rejects.toThrow(
    'Notes!E3 was changed by somebody in the meantime: nothing was written',
  );
  expect(file.read('Notes', 'E2:E3')).toEqual([[''], [9]]);
});

test('a row that moved since it was read is not taken for another', async () => {
  const file = await notes(3);
  await expect(file.call('setNumbers', { r2: 2 }, ['A3', 'r9'])).rejects.toThrow(
    'Notes!A3 was changed by somebody in the meantime',
  );
  expect(file.read('Notes', 'E3')).toBe('');
});

test('what somebody types elsewhere in the row meanwhile stands in nobody’s way', async () => {
  const file = await notes(2);
  await file.call('setNumbers', { r1: 1 }, ['C2', 'typed meanwhile']);
  expect(file.read('Notes', 'C2:E2')).toEqual([['typed meanwhile', '', 1]]);
});

test('a cell that is set to blank is cleared', async () => {
  const file = await notes(2);
  await file.call('setNumbers', { r1: 1, r2: 2 });
  await file.call('setNumbers', { r1: '' });
  expect(file.read('Notes', 'E2:E3')).toEqual([[''], [2]]);
  expect(file.workbook().sheets[0].cells.E2?.v).toBeUndefined();
});

test('a missing column is one sentence that says which, where and what to do', async () => {
  const file = await notes(1);
  file.type('Notes', 'C1', 'Words');
  await expect(file.call('setNumbers', {})).rejects.toThrow(
    'The tab “Notes” has no column “Text”: put that header back into its first row.',
  );
});

test('rows are deleted whole, however they lie, and none that moved meanwhile', async () => {
  const file = await notes(5);
  await expect(file.call('removeRows', [1], ['A3', 'another'])).rejects.toThrow(
    'Notes!A3 was changed by somebody in the meantime: nothing was written',
  );
  await file.call('removeRows', [0, 2, 3]);
  expect(file.read('Notes', 'A2:B4')).toEqual([
    ['another', 'kept'],
    ['r5', 'kept'],
    ['', ''],
  ]);
});

test('all rows of a tab that has no others may be deleted', async () => {
  const file = await notes(3);
  const [sheet] = stored(file, host).sheets;
  sheet.rows = 4;
  sheet.frozenRows = 1;
  await file.call('removeRows', [0, 1, 2]);
  expect(file.read('Notes', 'A1:A2')).toEqual([['Id'], ['']]);
});

test('a missing tab is one sentence', async () => {
  const file = await notes(1);
  const workbook = file.workbook();
  expect(workbook.sheets[0].name).toBe('Notes');
  stored(file, host).sheets[0].name = 'Other';
  await expect(file.call('setNumbers', {})).rejects.toThrow(
    'There is no tab “Notes” in “Career sheet”',
  );
});

test('a date keeps its day in the spreadsheet’s time zone', async () => {
  const file = await notes(2);
  stored(file, host).timeZone = 'America/New_York';
  file.type('Notes', 'C2', '2026-07-01');
  expect(await file.call('copyDate', 0, 1)).toBe('2026-07-01T04:00:00.000Z');
  const { cells } = file.workbook().sheets[0];
  expect(cells.C3.v).toBe(cells.C2.v);
});

test('a named cell is written where it stands now, unless it changed', async () => {
  const file = await notes(1);
  expect(await file.call('setNamed', '007')).toBe('007');
  await expect(file.call('setNamed', 'mine', ['G1', 'theirs'])).rejects.toThrow(
    'Notes!G1 was changed by somebody in the meantime: nothing was written',
  );
  expect(file.read('Notes', 'G1')).toBe('theirs');
});

test('a missing name is one sentence', async () => {
  const file = await notes(1);
  delete stored(file, host).namedRanges.title;
  await expect(file.call('setNamed', 'x')).rejects.toThrow(
    'The named range “title” is missing: in Data > Named ranges, give this name to its cell in the tab “Notes”.',
  );
});
