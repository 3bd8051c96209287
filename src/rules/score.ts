// A score, as people give it to a skill.

import { isBlank, numberIn } from './cell';

/** 0 not at all, 1 somewhat, 2 fully; `n/a` no opportunity yet; null not scored. */
export type Score = 0 | 1 | 2 | 'n/a' | null;

export const ALLOWED_SCORES = 'a score is 0, 1, 2, n/a or blank';

/** The score in a cell; `n/a` in any case and with spaces. Undefined when it is none. */
export function parseScore(cell: unknown): Score | undefined {
  if (cell === 0 || cell === 1 || cell === 2) return cell;
  if (isBlank(cell)) return null;
  if (typeof cell === 'string' && /^\s*n\s*\/\s*a\s*$/i.test(cell)) return 'n/a';
  const number = numberIn(cell);
  return number === 0 || number === 1 || number === 2 ? number : undefined;
}
