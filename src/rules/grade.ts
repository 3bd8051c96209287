// The highest grade that a direction and a progress permit.

import type { GradeRow } from '../framework/framework';

/**
 * The grade of the direction whose interval holds the progress: closed below, open above, the
 * direction's last one closed. Null when there is none. Names are compared as Sheets does,
 * whatever their case.
 */
export function gradeOf<Row extends GradeRow>(
  progress: number,
  direction: string,
  grades: readonly Row[],
): Row | null {
  const wanted = nameKey(direction);
  const own = grades.filter((row) => nameKey(row.direction) === wanted);
  const at = millionths(progress);
  const top = Math.max(...own.map((row) => millionths(row.to)));
  return (
    own.find(({ from, to }) => at >= millionths(from) && at < millionths(to)) ??
    own.find(({ to }) => at === top && millionths(to) === top) ??
    null
  );
}

/** Names that Sheets would call equal have the same key. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Whole numbers, so that a progress computed elsewhere as 2.3999999999999995 is still 2.4. */
function millionths(value: number): number {
  return Math.round(value * 1e6);
}
