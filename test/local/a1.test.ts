// Addresses as Sheets writes them, and what is left when areas meet.

import {
  clipped,
  columnName,
  columnNumber,
  formatArea,
  formatReference,
  parseArea,
  parseReference,
  without,
} from '../../local/workspace/a1';

const open = Number.POSITIVE_INFINITY;

test.each([
  ['B2', { row: 2, column: 2, rows: 1, columns: 1 }],
  ['B2:D9', { row: 2, column: 2, rows: 8, columns: 3 }],
  ['E:E', { row: 1, column: 5, rows: open, columns: 1 }],
  ['A2:C', { row: 2, column: 1, rows: open, columns: 3 }],
  ['2:5', { row: 2, column: 1, rows: 4, columns: open }],
])('%s reads as its area and is written back the same', (text, area) => {
  expect(parseArea(text)).toEqual(area);
  expect(formatArea(area)).toBe(text);
});

test('dollar signs, lower case and swapped corners do not matter', () => {
  expect(formatArea(parseArea('$d$9:b2') as never)).toBe('B2:D9');
});

test.each(['', 'B', '7', 'A0', 'Hello', 'A1:B2:C3', 'level_rule', 'ABCD1'])(
  '“%s” is no address',
  (text) => {
    expect(parseArea(text)).toBeNull();
  },
);

test('a tab with spaces or quotes in its name is quoted and read back', () => {
  const area = { row: 1, column: 1, rows: 2, columns: 2 };
  expect(formatReference("Ada's log", area)).toBe("'Ada''s log'!A1:B2");
  expect(parseReference("'Ada''s log'!A1:B2")).toEqual({ sheet: "Ada's log", area });
  expect(parseReference('Summary!A1:B2')).toEqual({ sheet: 'Summary', area });
  expect(parseReference('A1:B2')).toEqual({ sheet: null, area });
});

test('a tab named like a cell is quoted', () => {
  expect(formatReference('Q3', { row: 1, column: 1, rows: 1, columns: 1 })).toBe("'Q3'!A1");
});

test('columns count on after Z', () => {
  expect([1, 26, 27, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(['A', 'Z', 'AA', 'ZZ', 'AAA'].map(columnNumber)).toEqual([1, 26, 27, 702, 703]);
});

test('an open area ends where the grid ends', () => {
  expect(clipped(parseArea('A2:C') as never, { rows: 10, columns: 2 })).toEqual({
    row: 2,
    column: 1,
    rows: 9,
    columns: 2,
  });
});

test('an area with a hole in its middle leaves four parts that hold all other cells', () => {
  const parts = without(parseArea('A1:E5') as never, parseArea('B2:C3') as never);
  expect(parts.map(formatArea)).toEqual(['A1:E1', 'A2:A3', 'D2:E3', 'A4:E5']);
  expect(without(parseArea('A1:B2') as never, parseArea('A:C') as never)).toEqual([]);
  expect(without(parseArea('A:A') as never, parseArea('A3') as never).map(formatArea)).toEqual([
    'A1:A2',
    'A4:A',
  ]);
});
