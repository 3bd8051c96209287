// What a new round keeps of the old one: which answers go to Archive, and the self scores to begin with.

import type { ARCHIVE, ASSESSMENT } from '../layout/career-sheet';
import type { ColumnOf } from '../layout/tab';
import type { Outcome } from './outcome';

/** Why a row stands in Archive. */
export const NEW_ROUND = 'New round';

/** What a cell holds; `''` is blank. */
type Cell = string | number | boolean | Date;

/** A row of Assessment, its cells as they are. */
export type Answer = Record<ColumnOf<typeof ASSESSMENT>, Cell>;

/** A row of Archive. */
export type Archived = Record<ColumnOf<typeof ARCHIVE>, Cell>;

/**
 * The rows to add to Archive before a round's answers are cleared: evidence, notes and manager's
 * scores, and every score that neither the outcome nor the next round's self scores would keep.
 * What `archived` holds already is left out, so that a start that was cut off can be repeated.
 */
export function toArchive(
  answers: readonly Answer[],
  round: string,
  outcome: Outcome | undefined,
  archived: readonly Archived[],
): Archived[] {
  return answers.flatMap((answer) => {
    const wordsCount = WORDS.some((column) => answer[column] !== '');
    const scoresCount = losesScore(answer, outcome);
    if (!wordsCount && !scoresCount) return [];
    const { id, ...cells } = answer;
    const record: Archived = { ...cells, round, reason: NEW_ROUND, skillId: id };
    const compared = [...IDENTITY, ...WORDS, ...(scoresCount ? SCORES : [])];
    const isThere = archived.some((one) => compared.every((column) => same(one, record, column)));
    return isThere ? [] : [record];
  });
}

/**
 * The self score to begin the next round with: the agreed score of the outcome, or, where no
 * outcome speaks of the row, the agreed score in its cell, else the self score as it is.
 */
export function nextSelfScore(answer: Answer, outcome: Outcome | undefined): Cell {
  if (outcome && answer.id !== '') return outcome.agreedScores[String(answer.id)] ?? '';
  return answer.agreedScore === '' ? answer.selfScore : answer.agreedScore;
}

const IDENTITY = ['round', 'reason', 'skillId', 'skill'] as const;
const WORDS = ['evidence', 'managerScore', 'managerNote'] as const;
const SCORES = ['selfScore', 'agreedScore'] as const;

/** Whether a score of the row would be gone: it is not the next self score, nor in the outcome. */
function losesScore(answer: Answer, outcome: Outcome | undefined): boolean {
  const next = text(nextSelfScore(answer, outcome));
  const id = String(answer.id);
  const isLost = (cell: Cell, recorded: unknown) =>
    cell !== '' && text(cell) !== next && text(cell) !== text(recorded);
  return (
    isLost(answer.selfScore, outcome?.selfScores[id]) ||
    isLost(answer.agreedScore, outcome?.agreedScores[id])
  );
}

const same = (one: Archived, other: Archived, column: keyof Archived) =>
  text(one[column]) === text(other[column]);

const text = (cell: unknown) => String(cell ?? '').trim();
