// Everything that points at rows and columns follows when they come and go, in all tabs.

import { blankSheet } from '../../local/workspace/blank';
import { deleteSheet, editStructure, renameSheet } from '../../local/workspace/structure';
import type { Workbook } from '../../local/workspace/workbook';

function twoTabs(): Workbook {
  return {
    id: 'id',
    name: 'Book',
    owner: 'ada@example.com',
    editors: [],
    viewers: [],
    created: '',
    modified: '',
    timeZone: 'Etc/GMT',
    locale: 'en_US',
    script: null,
    sheets: [
      {
        ...blankSheet(0, 'Data', 20, 10),
        cells: {
          B2: { f: '=LEVELS()', v: 1 },
          B3: { v: 2, spill: 'B2' },
          D4: { f: '=B2', v: 1, note: 'kept' },
        },
        filter: 'A1:D9',
        filterCriteria: { 2: { values: ['1'] } },
        protection: { description: '', warningOnly: true, editors: null, unprotected: ['B2:B3'] },
        columnWidths: { 2: 300 },
        hiddenColumns: [2],
      },
      {
        ...blankSheet(1, 'View', 20, 10),
        validations: [
          {
            ranges: ['A1:A9'],
            kind: 'range',
            source: 'Data!B2:B9',
            showDropdown: true,
            allowInvalid: false,
          },
        ],
        charts: [
          {
            id: 1,
            type: 'RADAR',
            ranges: ['Data!B2:B9', 'A1:A3'],
            row: 1,
            column: 1,
            offsetX: 0,
            offsetY: 0,
            headers: 0,
            options: {},
          },
        ],
      },
    ],
    namedRanges: { scores: 'Data!B2:B9', here: 'View!A1' },
    documentProperties: {},
  };
}

test('a column inserted in one tab moves what points at it from the other', () => {
  const workbook = twoTabs();
  editStructure(workbook, { sheet: 'Data', axis: 'columns', at: 1, count: 1 });
  const [data, view] = workbook.sheets;
  expect(data.columns).toBe(11);
  expect(data.cells).toEqual({
    C2: { f: '=LEVELS()', v: 1 },
    C3: { v: 2, spill: 'C2' },
    E4: { f: '=C2', v: 1, note: 'kept' },
  });
  expect(data).toMatchObject({
    filter: 'B1:E9',
    filterCriteria: { 3: { values: ['1'] } },
    protection: { unprotected: ['C2:C3'] },
    columnWidths: { 3: 300 },
    hiddenColumns: [3],
  });
  expect(view.validations[0].source).toBe('Data!C2:C9');
  expect(view.charts[0].ranges).toEqual(['Data!C2:C9', 'A1:A3']);
  expect(workbook.namedRanges).toEqual({ scores: 'Data!C2:C9', here: 'View!A1' });
});

test('deleted columns take along what stood on them alone', () => {
  const workbook = twoTabs();
  editStructure(workbook, { sheet: 'Data', axis: 'columns', at: 2, count: -1 });
  const [data, view] = workbook.sheets;
  expect(data.cells).toEqual({ C4: { f: '=#REF!', v: 1, note: 'kept' } });
  expect(data).toMatchObject({
    filter: 'A1:C9',
    filterCriteria: {},
    protection: { unprotected: [] },
    columnWidths: {},
    hiddenColumns: [],
  });
  expect(view.charts[0].ranges).toEqual(['A1:A3']);
  expect(workbook.namedRanges).toEqual({ scores: '#REF!', here: 'View!A1' });
});

test('rows inserted inside frozen rows are frozen too, rows deleted there no longer', () => {
  const workbook = twoTabs();
  workbook.sheets[0].frozenRows = 3;
  const edit = (at: number, count: number) => {
    editStructure(workbook, { sheet: 'Data', axis: 'rows', at, count });
    return workbook.sheets[0].frozenRows;
  };
  expect(edit(4, 1)).toBe(3);
  expect(edit(3, 2)).toBe(5);
  expect(edit(5, -3)).toBe(4);
  expect(edit(1, -10)).toBe(0);
});

test('a renamed tab keeps what points at it; with a deleted one it is lost', () => {
  const workbook = twoTabs();
  renameSheet(workbook, 0, 'Raw data');
  const view = workbook.sheets[1];
  expect(workbook.namedRanges.scores).toBe("'Raw data'!B2:B9");
  expect(view.charts[0].ranges[0]).toBe("'Raw data'!B2:B9");
  expect(view.validations[0].source).toBe("'Raw data'!B2:B9");
  deleteSheet(workbook, 0);
  expect(workbook.namedRanges).toEqual({ here: 'View!A1' });
  expect(view.charts[0].ranges).toEqual(['A1:A3']);
  expect(view.validations[0].source).toBe('#REF!');
});
