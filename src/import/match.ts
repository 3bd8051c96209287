// Skills of an older sheet matched to those of the framework by their sentences.

import type { Skill } from '../framework/framework';
import type { OldSkill } from './older-sheet';
import { spaced } from './words';

export interface Match {
  /** `exact`: the same words; `close`: somebody must look; `none`: no skill of ours. */
  kind: 'exact' | 'close' | 'none';
  /** Blank for none. */
  skillId: string;
  /** From 0 to 1. */
  likeness: number;
}

/** Two sentences that share fewer words than this are different skills. */
const CLOSE = 0.6;

/**
 * One match for each older skill, in their order. No skill of ours is matched twice: exact ones
 * come first, then the closest; of equals the upper one.
 */
export function matchSkills(
  old: readonly Pick<OldSkill, 'text'>[],
  skills: readonly Pick<Skill, 'id' | 'text'>[],
): Match[] {
  const matches = old.map((): Match => ({ kind: 'none', skillId: '', likeness: 0 }));
  const ours = skills.map(({ id, text }) => ({ id, words: spaced(text).split(' ') }));
  const candidates: { at: number; id: string; likeness: number }[] = [];
  old.forEach(({ text }, at) => {
    const words = spaced(text).split(' ');
    for (const { id, words: own } of ours) {
      const isSame = words.join(' ') === own.join(' ');
      const likeness = isSame ? 1 : Math.min(likenessOf(words, own), ALMOST);
      if (likeness >= CLOSE) candidates.push({ at, id, likeness });
    }
  });
  candidates.sort((one, other) => other.likeness - one.likeness);
  const taken = new Set<string>();
  for (const { at, id, likeness } of candidates) {
    if (matches[at].kind !== 'none' || taken.has(id)) continue;
    taken.add(id);
    matches[at] = { kind: likeness === 1 ? 'exact' : 'close', skillId: id, likeness };
  }
  return matches;
}

/** The same words in another order are no exact match. */
const ALMOST = 0.99;

/**
 * The Sørensen–Dice coefficient of two lists of words: twice the words they share, of all words.
 * A word that stands twice is shared twice only when it stands twice in both.
 */
export function likenessOf(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  const all = one.length + other.length;
  return all === 0 ? 0 : (2 * shared) / all;
}
