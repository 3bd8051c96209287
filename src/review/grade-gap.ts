// Since when the grade that somebody holds and the grade permitted have differed.

import { nameKey } from '../rules/grade';

export interface Grades {
  /** Blank when it is not known, or when there is none. */
  current: string;
  permitted: string;
}

/** What both were when an outcome was recorded, the earlier one first. */
export interface GradesThen extends Grades {
  recordedAt: string;
}

/**
 * The day from which on the two have differed without a break, such as `2026-05-31`; blank when
 * they are the same, or one of them is blank.
 * @param known the day that was given before, in case the outcomes do not tell.
 */
export function differsSince(
  now: Grades,
  outcomes: readonly GradesThen[],
  known: string,
  today: string,
): string {
  if (!differ(now)) return '';
  let since = '';
  for (let at = outcomes.length - 1; at >= 0 && differ(outcomes[at]); at -= 1) {
    since = outcomes[at].recordedAt.slice(0, 10);
  }
  return since || known || today;
}

function differ({ current, permitted }: Grades): boolean {
  const [one, other] = [nameKey(current), nameKey(permitted)];
  return one !== '' && other !== '' && one !== other;
}
