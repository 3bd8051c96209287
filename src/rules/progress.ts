// Progress: the weighted average of the levels.

/** Weights are counted in billionths of the whole, so that thirds still add up to it. */
const WHOLE = 1e9;
/** The sum may be off by half a percent. */
const TOLERANCE = WHOLE / 200;

/**
 * The progress of levels under weights, one a competency, as shares (0.25) or percent (25).
 * Throws a sentence that names the sum when they do not add up; `what` says whose they are.
 */
export function progressOf(
  levels: readonly number[],
  weights: readonly number[],
  what = 'weights',
): number {
  const counts = countWeights(weights, what);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    total += levels[i] * counts[i];
    sum += counts[i];
  }
  return toMillionths(total / sum);
}

/** Weights as whole numbers that add up to about 10^9. Throws as `progressOf` does. */
export function countWeights(weights: readonly number[], what = 'weights'): number[] {
  const percent = weights.reduce((sum, weight) => sum + weight, 0) > 10;
  const counts = weights.map((weight) => Math.round(weight * (percent ? WHOLE / 100 : WHOLE)));
  const sum = counts.reduce((total, count) => total + count, 0);
  if (Math.abs(sum - WHOLE) > TOLERANCE) {
    const shown = Math.round((sum / WHOLE) * 1e6) / 1e4;
    throw new Error(`${what} add up to ${shown}%, but must add up to 100%.`);
  }
  return counts;
}

/** The nearest number of six decimals, so that what is on a grade's boundary is exactly on it. */
export function toMillionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
