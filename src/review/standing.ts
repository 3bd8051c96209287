// Where a person stands: levels, progress and what is missing, from scores by skill id.
// Rows that are no skill of the framework have no part in it; a skill without a score is not scored.

import type { Framework, Skill } from '../framework/framework';
import { gapOf } from '../rules/gap';
import { levelOf } from '../rules/level';
import { progressOf } from '../rules/progress';
import { parseRule } from '../rules/rule';
import type { Score } from '../rules/score';

/** By skill id; skills that are not scored may be left out. */
export type Scores = Record<string, Score>;

/** A skill that stands between a person and the next level. */
export interface Step {
  skill: Skill;
  from: Score;
  to: Score;
}

export interface CompetencyStanding {
  /** The competency's id. */
  id: string;
  level: number;
  /** null at the top. */
  nextLevel: number | null;
  /** The fewest points that reach the next level, and where they would go. */
  points: number;
  steps: Step[];
  /** Skills on the next level without any score. */
  notScored: Skill[];
}

/** Every competency of the framework, in its order. */
export function standingOf(framework: Framework, scores: Scores): CompetencyStanding[] {
  const rule = parseRule(framework.rule);
  return framework.competencies.map(({ id }) => {
    const skills = framework.skills.filter((skill) => skill.competency === id);
    const scored = skills.map((skill) => ({ level: skill.level, score: scoreOf(scores, skill) }));
    const gap = gapOf(scored, rule);
    return {
      id,
      level: levelOf(scored, rule),
      nextLevel: gap.nextLevel,
      points: gap.points,
      steps: gap.steps.map(({ index, from, to }) => ({ skill: skills[index], from, to })),
      notScored: skills.filter(
        (skill) => skill.level === gap.nextLevel && scoreOf(scores, skill) === null,
      ),
    };
  });
}

/** Levels by competency id. */
export function levelsOf(standing: readonly CompetencyStanding[]): Record<string, number> {
  return Object.fromEntries(standing.map(({ id, level }) => [id, level]));
}

/**
 * The progress in a direction, by its name; throws a sentence when the framework has no such
 * direction, or when its weights do not add up.
 */
export function progressIn(
  framework: Framework,
  direction: string,
  levels: Record<string, number>,
): number {
  const weights = weightsOf(framework, direction);
  if (!weights) {
    const names = framework.directions.map(({ name }) => `“${name}”`).join(', ');
    throw new Error(
      direction === ''
        ? 'The direction on Summary is blank: choose one there.'
        : `The direction “${direction}” on Summary is not in the framework: choose one of ${names}.`,
    );
  }
  const ids = framework.competencies.map(({ id }) => id);
  return progressOf(
    ids.map((id) => levels[id] ?? 0),
    ids.map((id) => weights[id] ?? 0),
  );
}

/** Percent by competency id of a direction, by its name; null without such a direction. */
export function weightsOf(framework: Framework, direction: string): Record<string, number> | null {
  return framework.directions.find(({ name }) => name === direction)?.weights ?? null;
}

export function scoreOf(scores: Scores, skill: Skill): Score {
  return scores[skill.id] ?? null;
}
