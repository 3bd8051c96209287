// What an import would change in a career sheet: blank self scores are filled, all else stays; what
// finds no place goes to Archive.

import { isBlank } from '../rules/cell';
import { parseScore, type Score } from '../rules/score';
import type { Taken } from './compare';

/** Why a row stands in Archive. */
export const IMPORTED = 'Imported';

/** What becomes of a skill of the older sheet. */
export type Fate =
  /** Its score goes into a blank cell. */
  | 'new'
  /** The career sheet, or its Archive, has it already. */
  | 'there'
  /** The career sheet has another answer, which stays. */
  | 'conflict'
  /** Its score goes to Archive. */
  | 'archive'
  /** There is no score to keep. */
  | 'blank';

/** A row of Assessment: what stands under Self score. */
export interface Answered {
  id: string;
  selfScore: unknown;
}

/** A row of Archive as it is: the cells by which an earlier import is known. */
export type ArchiveRow = Record<(typeof SAME)[number], unknown>;

/** A row for Archive; columns left out stay blank. */
export interface Archived {
  round: string;
  reason: string;
  skillId: string;
  competency: string;
  level: number | '';
  skill: string;
  selfScore: string | number;
}

export interface Plan {
  /** In the order of the older sheet's skills. */
  fates: Fate[];
  scores: { skillId: string; score: Exclude<Score, null> }[];
  archive: Archived[];
}

/** `answers` and `archived` are the career sheet's rows as they are; of a repeated id the upper row counts. */
export function planImport(
  taken: readonly Taken[],
  answers: readonly Answered[],
  archived: readonly ArchiveRow[],
  round: string,
): Plan {
  const scores: Plan['scores'] = [];
  const archive: Archived[] = [];
  const fates = taken.map((skill): Fate => {
    const { score, skillId, unreadable } = skill;
    if (score === null && unreadable === '') return 'blank';
    const answer = answers.find(({ id }) => id === skillId && skillId !== '');
    if (score === null || !answer) {
      const row = archiveRow(skill, round);
      if ([...archived, ...archive].some((one) => isSame(one, row))) return 'there';
      archive.push(row);
      return 'archive';
    }
    if (isBlank(answer.selfScore)) {
      scores.push({ skillId, score });
      return 'new';
    }
    return parseScore(answer.selfScore) === score ? 'there' : 'conflict';
  });
  return { fates, scores, archive };
}

function archiveRow(skill: Taken, round: string): Archived {
  const { skillId, competency, level, text, score, unreadable } = skill;
  return {
    round,
    reason: IMPORTED,
    skillId,
    competency,
    level: level ?? '',
    skill: text,
    selfScore: score ?? unreadable,
  };
}

const SAME = ['reason', 'competency', 'level', 'skill', 'selfScore'] as const;

/** Whatever the round: an older sheet may be imported again in a later one. */
function isSame(one: ArchiveRow, other: Archived): boolean {
  return SAME.every((column) => String(one[column] ?? '').trim() === String(other[column]).trim());
}
