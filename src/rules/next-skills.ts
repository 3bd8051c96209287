// The skills to work on next: those of the steps that bring most progress per point.

import { gapOf } from './gap';
import { levelOf, type ScoredSkill } from './level';
import { countWeights, toMillionths } from './progress';
import type { Rule } from './rule';

export interface CompetencySkill extends ScoredSkill {
  competency: string;
}

export interface NextSkill {
  /** Position among the skills given. */
  index: number;
  nextLevel: number;
  wanted: 1 | 2;
  /** By the whole step, that is by all the skills raised to the competency's next level. */
  progressGained: number;
}

/**
 * Up to `count` skills, by progress gained per point, ties in row order. A step may reach
 * several levels at once when a low one was missing; a competency without weight gains nothing
 * and is left out. `weights` by competency, shares or percent; throws when they do not add up.
 */
export function nextSkills(
  skills: readonly CompetencySkill[],
  weights: ReadonlyMap<string, number>,
  rule: Rule,
  count: number,
): NextSkill[] {
  const names = Array.from(weights.keys());
  const counts = countWeights(Array.from(weights.values()));
  const sum = counts.reduce((total, weight) => total + weight, 0);

  const candidates: (NextSkill & { gain: number; points: number })[] = [];
  positionsByCompetency(skills).forEach((positions, competency) => {
    const weight = counts[names.indexOf(competency)] ?? 0;
    const own = positions.map((position) => skills[position]);
    const { nextLevel, points, steps } = gapOf(own, rule);
    if (nextLevel === null || weight === 0) return;

    const raised: ScoredSkill[] = own.slice();
    for (const { index, to } of steps) raised[index] = { level: nextLevel, score: to };
    const gain = (levelOf(raised, rule) - levelOf(own, rule)) * weight;
    const progressGained = toMillionths(gain / sum);
    for (const { index, to } of steps) {
      candidates.push({
        index: positions[index],
        nextLevel,
        wanted: to,
        progressGained,
        gain,
        points,
      });
    }
  });
  candidates.sort((a, b) => b.gain * a.points - a.gain * b.points || a.index - b.index);
  return candidates.slice(0, count).map(({ index, nextLevel, wanted, progressGained }) => ({
    index,
    nextLevel,
    wanted,
    progressGained,
  }));
}

function positionsByCompetency(skills: readonly CompetencySkill[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  skills.forEach(({ competency }, position) => {
    const own = positions.get(competency);
    if (own) own.push(position);
    else positions.set(competency, [position]);
  });
  return positions;
}
