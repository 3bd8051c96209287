// Sorting as Sheets does it: numbers before text before booleans, blanks always last.

import { type Area, cellName } from '../workspace/a1';
import { reorderRows } from '../workspace/structure';
import type { Cell, SheetData } from '../workspace/workbook';

export interface SortBy {
  /** In the tab, from 1. */
  column: number;
  ascending: boolean;
}

/** Sorts the rows of an area; rows that compare alike keep their order. */
export function sortArea(sheet: SheetData, area: Area, by: readonly SortBy[]): void {
  const cellAt = (down: number, column: number) => sheet.cells[cellName(area.row + down, column)];
  const order = Array.from({ length: area.rows }, (_, down) => down).sort((one, other) => {
    for (const { column, ascending } of by) {
      const found = compare(cellAt(one, column), cellAt(other, column), ascending ? 1 : -1);
      if (found !== 0) return found;
    }
    return 0;
  });
  reorderRows(sheet, area, order);
}

const TYPES = ['number', 'string', 'boolean'];
const COLLATOR = new Intl.Collator('en');

function compare(one: Cell | undefined, other: Cell | undefined, direction: 1 | -1): number {
  const [a, b] = [one?.v ?? '', other?.v ?? ''];
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const byType = TYPES.indexOf(typeof a) - TYPES.indexOf(typeof b);
  if (byType !== 0) return byType * direction;
  if (typeof a === 'string' && typeof b === 'string') return COLLATOR.compare(a, b) * direction;
  return (Number(a) - Number(b)) * direction;
}
