// PROGRESS and PROGRESS_BY_DIRECTION on cells.

import { isBlank } from '../rules/cell';
import { progressOf } from '../rules/progress';
import {
  filledPositions,
  filledRows,
  isLine,
  rangeOf,
  reachedLevelAt,
  sizeOf,
  weightAt,
} from './range';

/** The weighted average of levels; weights are shares or percent. Throws one sentence on a bad cell or sum. */
export function progress(levelsArgument: unknown, weightsArgument: unknown): number {
  const levels = rangeOf('levels', levelsArgument);
  const weights = rangeOf('weights', weightsArgument);
  const positions = filledPositions(levels, weights);
  return progressOf(
    positions.map((position) => reachedLevelAt(levels, position)),
    positions.map((position) => weightAt(weights, position)),
  );
}

/** One row: the progress in each direction; `weights` has a row per level and a column per direction. */
export function progressByDirection(levelsArgument: unknown, weightsArgument: unknown): number[][] {
  const levels = rangeOf('levels', levelsArgument);
  const weights = rangeOf('weights', weightsArgument);
  if (!isLine(levels) || levels.cells.length !== weights.rows) {
    throw new Error(
      `levels has ${sizeOf(levels)}, but weights has ${sizeOf(weights)}: there must be one row of weights for each level.`,
    );
  }
  const weighted = new Set(filledRows(weights).map((start) => start / weights.columns));
  const rows = Array.from(levels.cells.keys()).filter(
    (row) => weighted.has(row) || !isBlank(levels.cells[row]),
  );
  const reached = rows.map((row) => reachedLevelAt(levels, row));
  const result: number[] = [];
  for (let column = 0; column < weights.columns; column++) {
    const own = rows.map((row) => weightAt(weights, row * weights.columns + column));
    result.push(progressOf(reached, own, `weights in column ${column + 1}`));
  }
  return [result];
}
