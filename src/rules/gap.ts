// What is missing to the next level: the fewest points, and the skills they go to.

import { holds, leavesOneOut, notScored, type ScoredSkill, tallyByLevel } from './level';
import { allows, type Rule } from './rule';
import type { Score } from './score';

export interface Gap {
  /** The lowest level that is not reached; null at the top. */
  nextLevel: number | null;
  /** Raising a score by one costs one point; not scored counts as 0. */
  points: number;
  /** Skills at 0 on the next level. */
  atZero: number;
  /** Skills not scored on the next level. */
  notScored: number;
  /** In row order. */
  steps: Step[];
}

export interface Step {
  /** Position among the skills given. */
  index: number;
  from: Score;
  to: 1 | 2;
}

/**
 * The gap of one competency. Zeros and skills not scored go first, to 1, since no level holds
 * with one of them; then skills go from 1 to 2 until the rule holds, those that were at 1 before
 * those just raised, each in row order. The `n/a` that the rule leaves out stays: scoring it
 * would cost as many points as it adds, and one more skill would share them.
 */
export function gapOf(skills: readonly ScoredSkill[], rule: Rule): Gap {
  const tallies = tallyByLevel(skills);
  const nextLevel = tallies.findIndex((tally) => tally !== undefined && !holds(tally, rule));
  const tally = tallies[nextLevel];
  if (!tally) return { nextLevel: null, points: 0, atZero: 0, notScored: 0, steps: [] };

  let leftOut = leavesOneOut(tally) ? 1 : 0;
  const atOne: Step[] = [];
  const lifted: Step[] = [];
  skills.forEach(({ level, score }, index) => {
    if (level !== nextLevel || score === 2) return;
    if (score === 'n/a' && leftOut > 0) leftOut--;
    else if (score === 1) atOne.push({ index, from: 1, to: 1 });
    else lifted.push({ index, from: score, to: 1 });
  });

  let ones = atOne.length + lifted.length;
  let twos = tally.twos;
  let points = lifted.length;
  for (const step of [...atOne, ...lifted]) {
    if (allows(rule, ones, twos)) break;
    step.to = 2;
    points++;
    ones--;
    twos++;
  }
  const steps = [...atOne, ...lifted]
    .filter((step) => step.from !== step.to)
    .sort((a, b) => a.index - b.index);
  return { nextLevel, points, atZero: tally.zeros, notScored: notScored(tally), steps };
}
