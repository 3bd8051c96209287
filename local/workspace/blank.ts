// An empty sheet, as Google makes one.

import type { SheetData } from './workbook';

export const BLANK_ROWS = 1000;
export const BLANK_COLUMNS = 26;

/** An empty tab; `id` is unique in its workbook, the first tab has 0. */
export function blankSheet(
  id: number,
  name: string,
  rows = BLANK_ROWS,
  columns = BLANK_COLUMNS,
): SheetData {
  return {
    id,
    name,
    rows,
    columns,
    frozenRows: 0,
    frozenColumns: 0,
    cells: {},
    merges: [],
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
    rowGroups: {},
    validations: [],
    conditionalFormats: [],
    protection: null,
    charts: [],
    filter: null,
  };
}
