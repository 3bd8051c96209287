// The skills of a sheet as somebody goes through them one by one: in their order, found by filters,
// with how far along they are.

import type { Competency, Framework, Skill } from '../framework/framework';
import type { Score } from '../rules/score';
import { isMarked, isToConfirm, STOPPED } from './marks';
import { lastOutcome } from './outcome';
import type { AnswerRow, ReviewSheet } from './sheet';

/** A skill with its row on Assessment. */
export interface Item {
  skill: Skill;
  competency: Competency;
  row: AnswerRow;
  /** What was agreed last; null when nothing was. */
  agreedBefore: Score;
  /** Scored with others in one go, or reworded since, and not looked at. */
  toConfirm: boolean;
  /** Its competency was stopped at this level or below. */
  outOfReach: boolean;
}

export type Show = 'all' | 'notScored' | 'changed' | 'toConfirm';

export interface Filter {
  show: Show;
  /** A competency's id, or blank. */
  competency: string;
  /** 0 for all. */
  level: number;
  search: string;
}

/** By competency and level, as the framework has them; skills without a row are left out. */
export function itemsOf({ framework, rows, outcomes }: ReviewSheet): Item[] {
  const rowOf = new Map<string, AnswerRow>();
  for (const row of rows) if (!rowOf.has(row.id)) rowOf.set(row.id, row);
  const before = lastOutcome(outcomes)?.agreedScores ?? {};
  return framework.competencies.flatMap((competency) => {
    const own = framework.skills
      .filter((skill) => skill.competency === competency.id && rowOf.has(skill.id))
      .map((skill) => ({ skill, row: rowOf.get(skill.id) as AnswerRow }))
      .sort((one, other) => one.skill.level - other.skill.level);
    const stop = stopOf(own);
    return own.map(({ skill, row }) => ({
      skill,
      competency,
      row,
      agreedBefore: before[skill.id] ?? null,
      toConfirm: row.selfScore !== null && isToConfirm(row.evidence),
      outOfReach: stop !== null && skill.level >= stop,
    }));
  });
}

/** Whether an item passes the filter. What is out of reach is not asked for. */
export function passes(item: Item, { show, competency, level, search }: Filter): boolean {
  const { skill, row, agreedBefore, toConfirm, outOfReach } = item;
  if (competency !== '' && skill.competency !== competency) return false;
  if (level !== 0 && skill.level !== level) return false;
  const text = `${skill.text} ${skill.looksLike} ${row.evidence}`.toLowerCase();
  if (
    !search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
    return false;
  if (show === 'notScored') return row.selfScore === null && !outOfReach;
  if (show === 'changed') return agreedBefore !== row.selfScore;
  return show === 'all' || toConfirm;
}

/** How many are scored, of those within reach or scored all the same. */
export function shareOf(items: readonly Item[]): { scored: number; of: number } {
  const counted = items.filter(({ row, outOfReach }) => !outOfReach || row.selfScore !== null);
  return { scored: counted.filter(({ row }) => row.selfScore !== null).length, of: counted.length };
}

/** The level at which a competency was stopped; null when it was not. */
export function stoppedAt(items: readonly Item[], competency: string): number | null {
  return stopOf(items.filter(({ skill }) => skill.competency === competency));
}

/** The highest level that has skills. */
export function topLevel({ skills }: Framework): number {
  return Math.max(...skills.map(({ level }) => level));
}

function stopOf(own: readonly { skill: Skill; row: AnswerRow }[]): number | null {
  const levels = own
    .filter(({ row }) => isMarked(row.evidence, STOPPED))
    .map(({ skill }) => skill.level);
  return levels.length > 0 ? Math.min(...levels) : null;
}
