// The custom functions, as cells call them in both scripts.

import { gradeRow } from '../functions/grade';
import { level, levelGap } from '../functions/level';
import { nextSkillRows } from '../functions/next-skills';
import { progress, progressByDirection } from '../functions/progress';

/**
 * The level of one competency: the highest on which every skill is scored, none is 0 and the average is above 1.7, as on all levels below.
 *
 * @param {range} scores The scores of the competency's skills: 0, 1, 2, n/a or blank.
 * @param {range} levels The level of each of these skills, 1 to 9; as many cells as scores.
 * @param {number} [rule] The average to exceed, 1.7 unless given, or text such as "at most 1 at 1".
 * @return {number} The level, 0 to the highest.
 * @customfunction
 */
export function LEVEL(scores: unknown, levels: unknown, rule?: unknown): number {
  return level(scores, levels, rule);
}

/**
 * What is missing to a competency's next level, in one row: next level, points missing, skills at 0, skills not scored. At the top: blank, 0, 0, 0.
 *
 * @param {range} scores The scores of the competency's skills: 0, 1, 2, n/a or blank.
 * @param {range} levels The level of each of these skills, 1 to 9; as many cells as scores.
 * @param {number} [rule] The average to exceed, 1.7 unless given, or text such as "at most 1 at 1".
 * @return {Array<Array<number|string>>} One row of four cells.
 * @customfunction
 */
export function LEVEL_GAP(scores: unknown, levels: unknown, rule?: unknown): (number | string)[][] {
  return levelGap(scores, levels, rule);
}

/**
 * Progress: the average of the levels, weighted as a direction weighs the competencies.
 *
 * @param {range} levels The level of each competency, 0 to 9.
 * @param {range} weights The weight of each competency; together 100%. As many cells as levels.
 * @return {number} The weighted average.
 * @customfunction
 */
export function PROGRESS(levels: unknown, weights: unknown): number {
  return progress(levels, weights);
}

/**
 * The progress in each direction, in one row.
 *
 * @param {range} levels The level of each competency, 0 to 9.
 * @param {range} weights The weights: a row for each competency, a column for each direction; each column together 100%.
 * @return {Array<Array<number>>} One row with a cell for each direction.
 * @customfunction
 */
export function PROGRESS_BY_DIRECTION(levels: unknown, weights: unknown): number[][] {
  return progressByDirection(levels, weights);
}

/**
 * The skills to work on next, those that move progress most for each point first: competency, next level, skill, score now, score wanted, progress gained by the whole step.
 *
 * @param {range} competencies The competency of each skill; the next three have as many cells.
 * @param {range} levels The level of each skill, 1 to 9.
 * @param {range} skills The skills.
 * @param {range} scores The score of each skill: 0, 1, 2, n/a or blank.
 * @param {range} weights Two columns: competency and weight; the weights are together 100%.
 * @param {number} [count] How many skills at most, 5 unless given.
 * @param {number} [rule] The average to exceed, 1.7 unless given, or text such as "at most 1 at 1".
 * @return {Array<Array<number|string>>} A table of six columns.
 * @customfunction
 */
export function NEXT_SKILLS(
  competencies: unknown,
  levels: unknown,
  skills: unknown,
  scores: unknown,
  weights: unknown,
  count?: unknown,
  rule?: unknown,
): unknown[][] {
  return nextSkillRows(competencies, levels, skills, scores, weights, count, rule);
}

/**
 * The highest grade that a direction and a progress permit, never an automatic promotion, in one row: grade and job title; blank if there is none.
 *
 * @param {number} progress The progress.
 * @param {string} direction The direction's name.
 * @param {range} grades Five columns: direction, from, to, grade, job title; from counts as inside, to as outside but for a direction's last grade.
 * @return {Array<Array<string>>} One row of two cells.
 * @customfunction
 */
export function GRADE(progress: unknown, direction: unknown, grades: unknown): string[][] {
  return gradeRow(progress, direction, grades);
}
