// Where a person could go from where they stand: how far to each next level, the skills that move
// progress most, progress in the other directions, and what changed since an outcome.

import type { Competency, Framework, Skill } from '../framework/framework';
import { gapOf } from '../rules/gap';
import { nextSkills } from '../rules/next-skills';
import { toMillionths } from '../rules/progress';
import { parseRule } from '../rules/rule';
import type { Score } from '../rules/score';
import { inOrder } from './differences';
import type { Outcome } from './outcome';
import { levelsOf, progressIn, type Scores, scoreOf, standingOf, weightsOf } from './standing';

/** Percent of the points to the next level that are there, by competency id; 100 at the top. */
export function wayToNext(framework: Framework, scores: Scores): Record<string, number> {
  const rule = parseRule(framework.rule);
  const percents = framework.competencies.map(({ id }) => {
    const skills = framework.skills
      .filter(({ competency }) => competency === id)
      .map((skill) => ({ level: skill.level, score: scoreOf(scores, skill) }));
    const { nextLevel, points } = gapOf(skills, rule);
    const blank = skills.map(({ level, score }) => ({
      level,
      score: level === nextLevel ? null : score,
    }));
    const all = gapOf(blank, rule).points;
    return [id, nextLevel === null ? 100 : Math.floor((100 * (all - points)) / (all || 1))];
  });
  return Object.fromEntries(percents);
}

export interface Prospect {
  skill: Skill;
  competency: Competency;
  from: Score;
  to: Score;
  nextLevel: number;
  /** Progress that the whole step to the next level brings. */
  gain: number;
}

/** The skills to work on next in a direction, the most progress per point first. */
export function prospectsOf(
  framework: Framework,
  scores: Scores,
  direction: string,
  count: number,
): Prospect[] {
  const weights = weightsOf(framework, direction);
  if (!weights) return [];
  const skills = inOrder(framework);
  const scored = skills.map((skill) => ({
    competency: skill.competency,
    level: skill.level,
    score: scoreOf(scores, skill),
  }));
  const byCompetency = new Map(framework.competencies.map(({ id }) => [id, weights[id] ?? 0]));
  return nextSkills(scored, byCompetency, parseRule(framework.rule), count)
    .filter(({ progressGained }) => progressGained > 0)
    .map(({ index, nextLevel, wanted, progressGained }) => ({
      skill: skills[index],
      competency: framework.competencies.find(
        ({ id }) => id === skills[index].competency,
      ) as Competency,
      from: scored[index].score,
      to: wanted,
      nextLevel,
      gain: progressGained,
    }));
}

/** Progress in every other direction, with its difference to the one pursued; the highest first. */
export function otherDirections(
  framework: Framework,
  scores: Scores,
  direction: string,
): { name: string; progress: number; change: number }[] {
  const levels = levelsOf(standingOf(framework, scores));
  const now = progressIn(framework, direction, levels);
  return framework.directions
    .filter(({ name }) => name !== direction)
    .map(({ name }) => {
      const progress = progressIn(framework, name, levels);
      return { name, progress, change: toMillionths(progress - now) };
    })
    .sort((one, other) => other.progress - one.progress);
}

export interface ChangeSince {
  levels: { competency: Competency; from: number; to: number }[];
  up: Skill[];
  down: Skill[];
  /** Scored now, but not then. */
  fresh: Skill[];
}

/** What differs between an outcome and scores of now. */
export function changesSince(outcome: Outcome, framework: Framework, scores: Scores): ChangeSince {
  const levels = levelsOf(standingOf(framework, scores));
  const change = (skill: Skill) => {
    const [was, is] = [scoreOf(outcome.agreedScores, skill), scoreOf(scores, skill)];
    return typeof was === 'number' && typeof is === 'number' ? is - was : 0;
  };
  const skills = inOrder(framework);
  return {
    levels: framework.competencies.flatMap((competency) => {
      const [from, to] = [outcome.levels[competency.id] ?? 0, levels[competency.id]];
      return from === to ? [] : [{ competency, from, to }];
    }),
    up: skills.filter((skill) => change(skill) > 0),
    down: skills.filter((skill) => change(skill) < 0),
    fresh: skills.filter(
      (skill) => scoreOf(outcome.agreedScores, skill) === null && scoreOf(scores, skill) !== null,
    ),
  };
}
