// The level of one competency.

import { allows, type Rule } from './rule';
import type { Score } from './score';

export interface ScoredSkill {
  /** 1 to 9. */
  level: number;
  score: Score;
}

/** The highest level reached, 0 when none is. Levels without skills are skipped. */
export function levelOf(skills: readonly ScoredSkill[], rule: Rule): number {
  const tallies = tallyByLevel(skills);
  let reached = 0;
  for (let level = 1; level < tallies.length; level++) {
    const tally = tallies[level];
    if (!tally) continue;
    if (!holds(tally, rule)) break;
    reached = level;
  }
  return reached;
}

/** How many skills of one level have which score. */
export interface Tally {
  skills: number;
  zeros: number;
  ones: number;
  twos: number;
  notApplicable: number;
}

/** By level; levels without skills are missing. */
export function tallyByLevel(skills: readonly ScoredSkill[]): (Tally | undefined)[] {
  const tallies: (Tally | undefined)[] = [];
  for (const { level, score } of skills) {
    let tally = tallies[level];
    if (!tally) {
      tally = { skills: 0, zeros: 0, ones: 0, twos: 0, notApplicable: 0 };
      // Filled up from 0, so that the array stays dense.
      while (tallies.length < level) tallies.push(undefined);
      tallies[level] = tally;
    }
    tally.skills++;
    if (score === 2) tally.twos++;
    else if (score === 1) tally.ones++;
    else if (score === 0) tally.zeros++;
    else if (score === 'n/a') tally.notApplicable++;
  }
  return tallies;
}

/** One `n/a` is left out, unless it stands on the level's only skill. */
export function leavesOneOut(tally: Tally): boolean {
  return tally.notApplicable > 0 && tally.skills > 1;
}

/** Blanks, and each `n/a` that is not left out. */
export function notScored(tally: Tally): number {
  const scored = tally.zeros + tally.ones + tally.twos;
  return tally.skills - scored - (leavesOneOut(tally) ? 1 : 0);
}

/** Whether the level's own conditions hold; the previous level is another matter. */
export function holds(tally: Tally, rule: Rule): boolean {
  return tally.zeros === 0 && notScored(tally) === 0 && allows(rule, tally.ones, tally.twos);
}
