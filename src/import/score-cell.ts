// The score beside a skill's text, and what else stands there.

import { isBlank, isDate, shown } from '../rules/cell';
import type { Grid } from './grid';
import type { OldSkill } from './older-sheet';
import { oldScore } from './words';

/** What is read of a skill from its row; merged rows are one. */
export type Scored = Pick<OldSkill, 'row' | 'cell' | 'text' | 'score' | 'unreadable' | 'isFormula'>;

/**
 * The skill whose text begins in this row: of the rows that its text is merged over the first score
 * counts, and `remarks` gets a sentence for each other one.
 */
export function scored(
  grid: Grid,
  row: number,
  [textColumn, scoreColumn]: readonly [number, number],
  remarks: string[],
): Scored {
  const merge = grid.mergeAt(row, textColumn);
  const height = merge ? merge.row + merge.height - row : 1;
  const filled: number[] = [];
  for (let each = row; each < row + height; each++) {
    const isOwn = grid.mergeAt(each, scoreColumn)?.row ?? each;
    if (isOwn === each && !grid.isBlank(each, scoreColumn)) filled.push(each);
  }
  const at = filled[0] ?? row;
  for (const other of filled.slice(1)) {
    remarks.push(
      `${grid.address(other, scoreColumn)} is a second score beside the merged cells of one skill: only the first, ${grid.address(at, scoreColumn)}, was read.`,
    );
  }
  const value = grid.at(at, scoreColumn);
  const score = oldScore(value);
  return {
    row: at,
    cell: grid.address(at, scoreColumn),
    text: grid.text(row, textColumn),
    score: score ?? null,
    unreadable: score === undefined && !isBlank(value) ? written(value) : '',
    isFormula: grid.formula(row, textColumn) !== '',
  };
}

/** Whether a row only goes on with the merged cell that began above it. */
export function goesOn(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge !== undefined && merge.row !== row;
}

/** As it is kept; a date in words, since no score was ever meant by one. */
function written(value: unknown): string {
  return isDate(value) ? shown(value) : String(value).trim();
}
