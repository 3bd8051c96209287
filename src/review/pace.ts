// How long a self-assessment still takes, from the pace of the person who does it.

/** A longer gap between two answers is a break, not thinking. */
const BREAK_MS = 3 * 60 * 1000;
/** The pace of the last answers tells more than that of the first ones. */
const GAPS = 20;
const FEWEST_GAPS = 3;

/**
 * Minutes for so many skills more, at least 1; null while the pace is not known.
 * @param times when answers were given, in milliseconds, in their order.
 */
export function minutesLeft(times: readonly number[], skills: number): number | null {
  const gaps = times
    .slice(1)
    .map((time, index) => time - times[index])
    .filter((gap) => gap < BREAK_MS)
    .slice(-GAPS)
    .sort((one, other) => one - other);
  if (gaps.length < FEWEST_GAPS) return null;
  const median = gaps[gaps.length >> 1];
  return Math.max(1, Math.round((median * skills) / 60000));
}
