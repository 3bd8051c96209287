// NEXT_SKILLS on cells.

import { isBlank, numberIn, shown } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { type CompetencySkill, nextSkills } from '../rules/next-skills';
import { parseRule } from '../rules/rule';
import {
  filledPositions,
  filledRows,
  nameAt,
  rangeOf,
  refuse,
  scoreAt,
  singleOf,
  sizeOf,
  skillLevelAt,
  weightAt,
} from './range';

const DEFAULT_COUNT = 5;

/**
 * A row a skill: competency, next level, skill, score now, score wanted, progress gained by the
 * whole step; one blank row when nothing is left to gain. The first four arguments are parallel
 * ranges; `weights` holds competency and weight. Throws one sentence on a bad cell.
 */
export function nextSkillRows(
  competenciesArgument: unknown,
  levelsArgument: unknown,
  skillsArgument: unknown,
  scoresArgument: unknown,
  weightsArgument: unknown,
  count: unknown,
  rule: unknown,
): unknown[][] {
  const competencies = rangeOf('competencies', competenciesArgument);
  const levels = rangeOf('levels', levelsArgument);
  const skills = rangeOf('skills', skillsArgument);
  const scores = rangeOf('scores', scoresArgument);
  const weights = readWeights(weightsArgument);

  const positions = filledPositions(competencies, levels, skills, scores);
  const scored: CompetencySkill[] = positions.map((position) => {
    const competency = nameKey(nameAt(competencies, position, 'a competency'));
    if (!weights.has(competency)) refuse(competencies, position, 'weights has no such competency');
    return {
      competency,
      level: skillLevelAt(levels, position),
      score: scoreAt(scores, position),
    };
  });

  const next = nextSkills(scored, weights, parseRule(singleOf('rule', rule)), countIn(count));
  if (next.length === 0) return [['', '', '', '', '', '']];
  return next.map(({ index, nextLevel, wanted, progressGained }) => {
    const at = positions[index];
    return [
      nameAt(competencies, at, 'a competency'),
      nextLevel,
      skills.cells[at] ?? '',
      scored[index].score ?? '',
      wanted,
      progressGained,
    ];
  });
}

function readWeights(argument: unknown): Map<string, number> {
  const table = rangeOf('weights', argument);
  const weights = new Map<string, number>();
  const rows = filledRows(table);
  if (rows.length > 0 && table.columns !== 2) {
    throw new Error(
      `weights has ${sizeOf(table)}, but it must have two columns: competency and weight.`,
    );
  }
  for (const start of rows) {
    const competency = nameKey(nameAt(table, start, 'a competency'));
    if (weights.has(competency)) refuse(table, start, 'each competency may stand there only once');
    weights.set(competency, weightAt(table, start + 1));
  }
  return weights;
}

function countIn(argument: unknown): number {
  const value = singleOf('count', argument);
  if (isBlank(value)) return DEFAULT_COUNT;
  const count = numberIn(value);
  if (count === null || !Number.isInteger(count) || count < 1) {
    throw new Error(`count is ${shown(value)}, but a count is a whole number of at least 1.`);
  }
  return count;
}
