// A workbook goes into the page and comes back whole.

import fc from 'fast-check';
import { withCommas, withSemicolons } from '../../local/page/formula';
import { type Engine, fromUniver, numberOf, toUniver } from '../../local/page/snapshot';
import { blankSheet } from '../../local/workspace/blank';
import type { Cell, SheetData, Workbook } from '../../local/workspace/workbook';

const NO_ENGINE: Engine = { spills: () => [], sharedFormula: () => null };

/** Through the page's own text form, as the engine hands it out and takes it in. */
function roundTrip(workbook: Workbook, engine = NO_ENGINE): Workbook {
  const snapshot = JSON.parse(JSON.stringify(toUniver(workbook)));
  return fromUniver(snapshot, forgetful(workbook), engine);
}

/** The base without what must come from the snapshot. */
function forgetful(workbook: Workbook): Workbook {
  return {
    ...workbook,
    namedRanges: {},
    sheets: workbook.sheets.map((sheet) => ({
      ...blankSheet(sheet.id, 'forgotten'),
      charts: sheet.charts.map((chart) => ({ ...chart, row: 1, column: 1 })),
      protection: sheet.protection,
    })),
  };
}

const text = fc.oneof(
  fc.constantFrom('', '007', '1-2', '2026-07', 'TRUE', '=1+1', "'quoted", '+49 30 1234', '@ada'),
  fc.constantFrom('<img src=x onerror=alert(1)>', 'two\nlines', ' blank ', 'n/a', '#REF!'),
  fc.string(),
);
const scalar = fc.oneof(
  text.filter((value) => value !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
);
const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, '0')}`);
const border = fc.record({
  line: fc.constantFrom('solid', 'medium', 'thick', 'dotted', 'dashed', 'double'),
  color,
});
const style = fc
  .record(
    {
      background: color,
      color,
      bold: fc.boolean(),
      italic: fc.boolean(),
      underline: fc.boolean(),
      strikethrough: fc.boolean(),
      size: fc.integer({ min: 11, max: 30 }),
      font: fc.constantFrom('Georgia', 'Roboto Mono'),
      wrap: fc.boolean(),
      align: fc.constantFrom('left', 'center', 'right'),
      vertical: fc.constantFrom('top', 'middle', 'bottom'),
      borders: fc
        .record({ top: border, left: border, right: border, bottom: border }, { requiredKeys: [] })
        .filter((borders) => Object.keys(borders).length > 0),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);
const plainCell = fc
  .record(
    {
      v: scalar,
      format: fc.constantFrom('0.00', '@', 'yyyy-mm-dd'),
      style,
      note: fc.string({ minLength: 1 }),
      links: fc.constant([{ start: 0, end: 3, url: 'https://example.com/' }]),
      chip: fc.constant({ kind: 'person', target: 'ada@example.com' }),
    },
    { requiredKeys: [] },
  )
  .map(({ links, chip, ...cell }) => ({
    ...cell,
    ...(cell.v !== undefined && links && { links }),
    ...(cell.v !== undefined && chip && { chip }),
  }));
const formulaCell = fc.oneof(
  fc.record({
    f: fc.constantFrom('=SUM(A1;B2)', `=IF(A1=";";"a,b";'a;b'!A1)`, '=LEVEL(A:A;B:B;rule)'),
    v: fc.oneof(scalar, fc.constant('')),
  }),
  fc.constant({ f: '=LEVEL(A1)', v: '#ERROR!', error: 'The score in row 1 is wrong.' }),
  fc.constant({ f: '=LEVEL(A1)' }),
);
const cells = fc.dictionary(
  fc
    .tuple(fc.constantFrom('A', 'B', 'AA'), fc.integer({ min: 1, max: 40 }))
    .map((at) => at.join('')),
  fc.oneof(plainCell, formulaCell).filter((cell) => Object.keys(cell).length > 0),
) as fc.Arbitrary<Record<string, Cell>>;

const range = fc.constantFrom('A1', 'B2:D9', 'E:E', '2:5', 'A1:AB40');
const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
const optional = { requiredKeys: ['ranges', 'kind', 'showDropdown', 'allowInvalid'] as never[] };
const validation = fc.oneof(
  fc.record(
    {
      ranges,
      kind: fc.constant('list'),
      values: fc.constantFrom([0, 1, 2, 'n/a'], ['a,b', '"q"'], [true]),
      showDropdown: fc.boolean(),
      allowInvalid: fc.boolean(),
      help: fc.string({ minLength: 1 }),
    },
    optional,
  ),
  fc.record(
    {
      ranges,
      kind: fc.constantFrom('number', 'date', 'checkbox', 'range'),
      min: fc.integer(),
      max: fc.integer(),
      source: fc.constant("'Run log'!A2:A"),
      showDropdown: fc.boolean(),
      allowInvalid: fc.boolean(),
    },
    optional,
  ),
);
const conditionalFormat = fc.record(
  {
    ranges,
    kind: fc.constantFrom('equal', 'text', 'blank', 'notBlank', 'formula', 'lessThan'),
    value: fc.oneof(fc.integer(), fc.constantFrom('n/a', '=$A1=";"', '=OR(A1;B1)')),
    background: color,
    color,
    bold: fc.boolean(),
  },
  { requiredKeys: ['ranges', 'kind'] },
);
const positions = fc
  .uniqueArray(fc.integer({ min: 1, max: 28 }))
  .map((some) => some.sort((a, b) => a - b));
const sizes = fc.dictionary(
  fc.integer({ min: 1, max: 28 }).map(String),
  fc.integer({ min: 20, max: 400 }),
);
const sheet = fc.record({
  cells,
  frozenRows: fc.integer({ min: 0, max: 3 }),
  frozenColumns: fc.integer({ min: 0, max: 3 }),
  merges: fc.constantFrom([], ['C3:D4']),
  columnWidths: sizes,
  rowHeights: sizes,
  hiddenColumns: positions,
  hiddenRows: positions,
  rowGroups: fc.dictionary(
    fc.integer({ min: 1, max: 28 }).map(String),
    fc.integer({ min: 1, max: 3 }),
  ),
  validations: fc.array(validation, { maxLength: 3 }),
  conditionalFormats: fc.array(conditionalFormat, { maxLength: 3 }),
  protection: fc.constantFrom(null, {
    description: 'Framework',
    warningOnly: true,
    editors: [],
    unprotected: ['B2:B9', 'D:D'],
  }),
  charts: fc.constantFrom([], [chart('B2:C7')], [chart('Other!A1:B3'), { ...chart('A1'), id: 8 }]),
}) as unknown as fc.Arbitrary<Partial<SheetData>>;

function chart(range: string) {
  return {
    id: 7,
    type: 'RADAR',
    ranges: [range],
    row: 3,
    column: 4,
    offsetX: 5,
    offsetY: 0,
    headers: 1,
    options: { title: 'Levels' },
  };
}

test('whatever a workbook holds comes back as it was', () => {
  fc.assert(
    fc.property(sheet, sheet, (one, two) => {
      const workbook: Workbook = {
        ...empty(),
        sheets: [
          { ...blankSheet(0, 'Summary', 60, 28), ...one, tabColor: '#336699' },
          { ...blankSheet(4, "Ada's log", 60, 28), ...two, hidden: true },
        ],
        namedRanges: {
          level_rule: 'Summary!B2',
          run_log: "'Ada''s log'!A1:C9",
          all: 'Summary!E:E',
        },
      };
      expect(roundTrip(workbook)).toEqual(workbook);
    }),
    { numRuns: 300 },
  );
});

test('a filter comes back with what it shows', () => {
  const filtered: SheetData = {
    ...blankSheet(0, 'Sheet1'),
    filter: 'A1:C20',
    filterCriteria: {
      2: { values: ['Delivery', '2'], blank: true },
      3: { conditions: [{ operator: 'greaterThan', value: 1 }, { value: 'x' }], and: true },
    },
  };
  const workbook = { ...empty(), sheets: [filtered] };
  expect(roundTrip(workbook)).toEqual(workbook);
});

test('a row that was inserted between grouped rows belongs to their group', () => {
  const grouped = { ...blankSheet(0, 'Sheet1', 10, 3), rowGroups: { 2: 1, 3: 1, 5: 1 } };
  const snapshot = toUniver({ ...empty(), sheets: [grouped] });
  const rows = snapshot.sheets[0].rowData as Record<number, object>;
  const inserted = { 0: rows[0], 1: rows[1], 3: rows[2], 4: rows[3], 6: rows[4], 7: rows[5] };
  snapshot.sheets[0].rowData = inserted;
  const back = fromUniver(snapshot, { ...empty(), sheets: [grouped] }, NO_ENGINE);
  expect(back.sheets[0].rowGroups).toEqual({ 2: 1, 3: 1, 4: 1, 7: 1 });
});

test('charts and open ranges of a protection follow the names that the engine moved', () => {
  const before: SheetData = {
    ...blankSheet(0, 'Sheet1'),
    charts: [chart('B2:C7')],
    protection: { description: '', warningOnly: true, editors: [], unprotected: ['B2:B9'] },
  };
  const workbook = { ...empty(), sheets: [before] };
  const moved = JSON.stringify(toUniver(workbook)).replaceAll(
    /\$(\d+)/g,
    (_, row) => `$${+row + 3}`,
  );
  const [after] = fromUniver(JSON.parse(moved), workbook, NO_ENGINE).sheets;
  expect(after.charts).toEqual([{ ...chart('B5:C10'), row: 6 }]);
  expect(after.protection?.unprotected).toEqual(['B5:B12']);
});

test('links and chips go when another text is typed over them', () => {
  const linked: Cell = {
    v: 'Ada',
    links: [{ start: 0, end: 3, url: 'https://example.com/' }],
    chip: { kind: 'file', target: 'f1' },
  };
  const workbook = { ...empty(), sheets: [{ ...blankSheet(0, 'S'), cells: { A1: linked } }] };
  const snapshot = toUniver(workbook);
  const cell = (snapshot.sheets[0].cellData as Record<number, Record<number, object>>)[0][0];
  Object.assign(cell, { v: 'Bea' });
  expect(fromUniver(snapshot, workbook, NO_ENGINE).sheets[0].cells).toEqual({ A1: { v: 'Bea' } });
});

test('values that an array put into cells are no content of theirs', () => {
  const cells: Record<string, Cell> = {
    A1: { f: '=TABLE()', v: 1 },
    B1: { v: 2, spill: 'A1', style: { bold: true } },
    C1: { v: 3, spill: 'A1' },
  };
  const workbook = { ...empty(), sheets: [{ ...blankSheet(0, 'S'), cells }] };
  const shown = toUniver(workbook).sheets[0].cellData as Record<number, Record<number, object>>;
  expect(shown[0][1]).toEqual({ s: 's0' });
  expect(shown[0][2]).toEqual({});
  const engine: Engine = {
    ...NO_ENGINE,
    spills: () => [
      { row: 0, column: 1, source: 'A1', cell: { v: 2, t: 2 } },
      { row: 0, column: 2, source: 'A1', cell: { v: 3, t: 2 } },
    ],
  };
  expect(roundTrip(workbook, engine)).toEqual(workbook);
});

test('a copied formula is written out, a style of a whole column reaches its cells, a new tab gets a number', () => {
  const workbook = { ...empty(), sheets: [blankSheet(0, 'S', 2, 2)] };
  const snapshot = toUniver(workbook);
  snapshot.sheets[0].cellData = { 0: { 0: { f: '=B1,C1', si: 'x' } }, 1: { 0: { si: 'x' } } };
  snapshot.sheets[0].columnData = { 1: { s: { bl: 1 } } };
  snapshot.sheets.Zr4 = { ...snapshot.sheets[0], id: 'Zr4', name: 'New', cellData: {} };
  snapshot.sheetOrder.push('Zr4');
  const engine: Engine = { ...NO_ENGINE, sharedFormula: () => '=B2,C2' };
  const { sheets } = fromUniver(JSON.parse(JSON.stringify(snapshot)), workbook, engine);
  expect(sheets[0].cells).toEqual({
    A1: { f: '=B1;C1' },
    A2: { f: '=B2;C2' },
    B1: { style: { bold: true } },
    B2: { style: { bold: true } },
  });
  expect(sheets[1]).toMatchObject({ name: 'New', id: numberOf('Zr4') });
  expect(numberOf('Zr4')).not.toBe(numberOf('Zr5'));
});

test('separators are translated outside texts, quoted tabs and array literals alone', () => {
  const formula = `=F(A1;"x;y,z";'a;b,c'!B2;{1,2;3};G(1;;2))`;
  expect(withCommas(formula)).toBe(`=F(A1,"x;y,z",'a;b,c'!B2,{1,2;3},G(1,,2))`);
  expect(withSemicolons(withCommas(formula))).toBe(formula);
});

function empty(): Workbook {
  return {
    id: 'w1',
    name: 'Test',
    owner: 'ada@example.com',
    editors: ['bea@example.com'],
    viewers: [],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    script: null,
    sheets: [],
    namedRanges: {},
    documentProperties: { a: 'b' },
  };
}
