// Formulas computed without a page, as the page computes them.

import { createRequire } from 'node:module';
import path from 'node:path';
import { blankSheet } from '../../local/workspace/blank';
import type { Cell, SheetData, Workbook } from '../../local/workspace/workbook';

const root = path.resolve(import.meta.dirname, '..', '..');
const { recalculate } = createRequire(import.meta.url)(
  path.join(root, 'dist', 'local', 'calc.cjs'),
) as typeof import('../../local/calc/calc');

const SCRIPT = `
var careerSheet = (() => ({ seen: (values) => JSON.stringify(values) }))();
/**
 * Says what it was given.
 * @param {number} values Anything at all.
 * @customfunction
 */
function SEEN(...values) { return careerSheet.seen(values); }
/**
 * A table.
 * @customfunction
 */
function TABLE(corner) { return [[corner, 2, 'x'], ['007', true, '']]; }
/**
 * Fails.
 * @customfunction
 */
function FAILS(value) { throw new Error('The score "' + value + '" is not 0, 1 or 2.'); }
/**
 * Reaches for what a cell cannot have.
 * @customfunction
 */
function REACHES() { return SpreadsheetApp.getActive().getName(); }
/** Not for cells. */
function hidden() { return 1; }
`;

test('a function gets blanks as empty text, one cell as it is and a range as rows', async () => {
  const out = await computed({
    A1: { v: 2 },
    A3: { v: 'n/a' },
    B1: { v: true },
    D1: { f: '=SEEN(A1:A3)' },
    D2: { f: '=SEEN(A1;A2;B1;A1:B1)' },
    D3: { f: '=SEEN(A1:A1;;"a;b")' },
  });
  expect(out('D1')).toEqual([[[2], [''], ['n/a']]]);
  expect(out('D2')).toEqual([2, '', true, [[2, true]]]);
  expect(out('D3')).toEqual([2, '', 'a;b']);
});

test('a date arrives as a date in the time zone of the spreadsheet, a percentage as a fraction', async () => {
  const out = await computed({
    A1: { v: 46204, format: 'yyyy-mm-dd' },
    A2: { v: 0.1, format: '0%' },
    D1: { f: '=SEEN(A1;A2)' },
  });
  expect(out('D1')).toEqual(['2026-06-30T22:00:00.000Z', 0.1]);
});

test('an array fills the cells below and to the right, which name the formula', async () => {
  const { sheets } = await recalculate(workbook({ A1: { f: '=TABLE(1)' }, A2: { style: BOLD } }));
  expect(sheets[0].cells).toEqual({
    A1: { f: '=TABLE(1)', v: 1 },
    B1: { v: 2, spill: 'A1' },
    C1: { v: 'x', spill: 'A1' },
    A2: { v: '007', spill: 'A1', style: BOLD },
    B2: { v: true, spill: 'A1' },
    C2: { spill: 'A1' },
  });
});

test('an array that would overwrite something shows #REF! and says why, and values that it left are gone', async () => {
  const { sheets } = await recalculate(
    workbook({ A1: { f: '=TABLE(1)' }, B2: { v: 'mine' }, C1: { v: 'x', spill: 'A1' } }),
  );
  expect(sheets[0].cells.A1).toMatchObject({
    v: '#REF!',
    error: 'Array result was not expanded because it would overwrite other data.',
  });
  expect(sheets[0].cells.B2).toEqual({ v: 'mine' });
  expect(sheets[0].cells.C1).toBeUndefined();
});

test('a thrown error is #ERROR! with its sentence, and leaves the other formulas alone', async () => {
  const { sheets } = await recalculate(
    workbook({
      A1: { v: 3 },
      B1: { f: '=FAILS(A1)' },
      B2: { f: '=1+1' },
      B3: { f: '=IFERROR(FAILS(A1);"none")' },
      B4: { f: '=REACHES()' },
    }),
  );
  const { B1, B2, B3, B4 } = sheets[0].cells;
  expect(B1).toEqual({
    f: '=FAILS(A1)',
    v: '#ERROR!',
    error: 'The score "3" is not 0, 1 or 2.',
  });
  expect(B2.v).toBe(2);
  expect(B3).toEqual({ f: '=IFERROR(FAILS(A1);"none")', v: 'none' });
  expect(B4.error).toBe('A custom function cannot reach SpreadsheetApp here.');
});

test('whole columns, filters, named ranges and functions of functions work together', async () => {
  const out = await computed(
    {
      A1: { v: 'competency' },
      A2: { v: 'Delivery' },
      A3: { v: 'Leadership' },
      A4: { v: 'Delivery' },
      B2: { v: 2 },
      B3: { v: 1 },
      D1: { f: '=SEEN(FILTER($B:$B;$A:$A="Delivery");rule)' },
      D2: { f: '=SEEN(IFERROR(FILTER($B:$B;$A:$A="None");""))' },
      D3: { f: '=SEEN(FILTER($B:$B;$A:$A="Nobody"))' },
      E1: { v: 1.7 },
    },
    { rule: 'Sheet1!E1' },
  );
  expect(out('D1')).toEqual([[[2], ['']], 1.7]);
  expect(out('D2')).toEqual(['']);
  expect(out('D3')).toEqual(['#N/A']);
});

test('a link formula shows its label', async () => {
  const { sheets } = await recalculate(
    workbook({ A1: { f: '=HYPERLINK("https://example.com/";"Ada")' } }),
  );
  expect(sheets[0].cells.A1.v).toBe('Ada');
});

test('nothing but computed values changes', async () => {
  const before = workbook({ A1: { v: '=1+1', note: 'text' }, B1: { f: '=A1&"!"', format: '@' } });
  const copy = structuredClone(before);
  const after = await recalculate(before);
  expect(before).toEqual(copy);
  copy.sheets[0].cells.B1.v = '=1+1!';
  expect(after).toEqual(copy);
});

test('a workbook without a script and without formulas comes back as it is', async () => {
  const before: Workbook = { ...workbook({ A1: { v: 1 } }), script: null };
  expect(await recalculate(before)).toEqual(before);
});

const BOLD = { bold: true };

/** What SEEN saw in a cell. */
async function computed(cells: Record<string, Cell>, namedRanges: Record<string, string> = {}) {
  const { sheets } = await recalculate({ ...workbook(cells), namedRanges });
  return (address: string): unknown => JSON.parse(String(sheets[0].cells[address].v));
}

function workbook(cells: Record<string, Cell>): Workbook {
  const sheet: SheetData = { ...blankSheet(0, 'Sheet1', 100, 10), cells };
  return {
    id: 'w1',
    name: 'Test',
    owner: 'ada@example.com',
    editors: [],
    viewers: [],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    script: { id: 's1', files: { 'Code.js': SCRIPT }, scriptProperties: {} },
    sheets: [sheet],
    namedRanges: {},
    documentProperties: {},
  };
}
