// LEVEL and LEVEL_GAP on cells.

import { gapOf } from '../rules/gap';
import { levelOf, type ScoredSkill } from '../rules/level';
import { parseRule } from '../rules/rule';
import { filledPositions, rangeOf, scoreAt, singleOf, skillLevelAt } from './range';

/** The level of one competency, 0 to the highest. Throws one sentence on a bad cell. */
export function level(scores: unknown, levels: unknown, rule: unknown): number {
  return levelOf(scoredSkills(scores, levels), parseRule(singleOf('rule', rule)));
}

/** One row: next level, points missing, skills at 0, skills not scored; blank, 0, 0, 0 at the top. */
export function levelGap(scores: unknown, levels: unknown, rule: unknown): (number | string)[][] {
  const gap = gapOf(scoredSkills(scores, levels), parseRule(singleOf('rule', rule)));
  return [[gap.nextLevel ?? '', gap.points, gap.atZero, gap.notScored]];
}

function scoredSkills(scoresArgument: unknown, levelsArgument: unknown): ScoredSkill[] {
  const scores = rangeOf('scores', scoresArgument);
  const levels = rangeOf('levels', levelsArgument);
  return filledPositions(scores, levels).map((position) => ({
    level: skillLevelAt(levels, position),
    score: scoreAt(scores, position),
  }));
}
