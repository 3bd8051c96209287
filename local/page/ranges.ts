// Areas as Univer counts them, from 0 and with both ends.

import type { IRange } from '@univerjs/core';
import { type Area, clipped, formatArea, parseArea } from '../workspace/a1';

/** Univer's words for ranges of whole rows and whole columns. */
const ROWS = 1;
const COLUMNS = 2;

interface Grid {
  rows: number;
  columns: number;
}

/** Null when nothing of the area lies in the grid. */
export function toUniverRange(text: string, grid: Grid): IRange | null {
  const area = parseArea(text);
  const cut = area && clipped(area, grid);
  if (!cut) return null;
  const range: IRange = {
    startRow: cut.row - 1,
    endRow: cut.row + cut.rows - 2,
    startColumn: cut.column - 1,
    endColumn: cut.column + cut.columns - 2,
  };
  if (area.rows === Number.POSITIVE_INFINITY && area.row === 1) range.rangeType = COLUMNS;
  if (area.columns === Number.POSITIVE_INFINITY) range.rangeType = ROWS;
  return range;
}

export function fromUniverRange(range: IRange): string {
  return formatArea(areaOf(range));
}

export function areaOf({ startRow, endRow, startColumn, endColumn, rangeType }: IRange): Area {
  const openDown = rangeType === COLUMNS || Number.isNaN(endRow);
  const openRight = rangeType === ROWS || Number.isNaN(endColumn);
  return {
    row: openDown ? 1 : startRow + 1,
    rows: openDown ? Number.POSITIVE_INFINITY : endRow - startRow + 1,
    column: openRight ? 1 : startColumn + 1,
    columns: openRight ? Number.POSITIVE_INFINITY : endColumn - startColumn + 1,
  };
}
