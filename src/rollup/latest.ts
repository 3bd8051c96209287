// What the last outcome of a person comes to by the workbook's own framework. Nothing that a
// career sheet or an outcome states about levels is taken over: the scores are.

import type { Framework } from '../framework/framework';
import type { GradesThen } from '../review/grade-gap';
import { compareScores, lastOutcome, type Outcome } from '../review/outcome';
import { levelsOf, progressIn, type Scores, standingOf, weightsOf } from '../review/standing';
import { gradeOf } from '../rules/grade';
import { toMillionths } from '../rules/progress';

export interface Latest {
  round: string;
  direction: string;
  /** By competency id. */
  levels: Record<string, number>;
  progress: number;
  /** Progress minus that of the outcome before; null without one that can be compared. */
  change: number | null;
  selfProgress: number;
  raised: number;
  lowered: number;
  /** The highest grade permitted, or blank. */
  grade: string;
  /** The grade held and the grade permitted at each outcome that stands, the earlier one first. */
  grades: GradesThen[];
}

/** The last outcome that counts, and the one before it; one that was replaced is neither. */
export function lastTwo(counted: readonly Outcome[]): [Outcome | undefined, Outcome | undefined] {
  const standing = standingOutcomes(counted);
  const last = lastOutcome(standing);
  return [last, lastOutcome(standing.filter((outcome) => outcome !== last))];
}

function standingOutcomes(counted: readonly Outcome[]): Outcome[] {
  const replaced = new Set(counted.map(({ replaces }) => replaces));
  return counted.filter(({ id }) => !replaced.has(id));
}

/**
 * What the last outcome comes to.
 * @param counted all outcomes that count.
 * Throws when the last one is not comparable with the framework: ask `isComparable` first.
 */
export function latestOf(
  [last, before]: readonly [Outcome, Outcome | undefined],
  counted: readonly Outcome[],
  framework: Framework,
): Latest {
  const { direction, selfScores, agreedScores } = last;
  const progress = progressOf(agreedScores, direction, framework);
  const earlier =
    before && isComparable(before, framework)
      ? progressOf(before.agreedScores, before.direction, framework)
      : null;
  return {
    round: last.round,
    direction,
    levels: levelsOf(standingOf(framework, agreedScores)),
    progress,
    change: earlier === null ? null : toMillionths(progress - earlier),
    selfProgress: progressOf(selfScores, direction, framework),
    ...compareScores(selfScores, agreedScores),
    grade: gradeOf(progress, direction, framework.grades)?.grade ?? '',
    grades: gradesOf(counted, framework),
  };
}

function gradesOf(counted: readonly Outcome[], framework: Framework): GradesThen[] {
  if (framework.grades.length === 0) return [];
  return standingOutcomes(counted)
    .sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt))
    .map((outcome) => ({
      recordedAt: outcome.recordedAt,
      current: outcome.currentGrade,
      permitted: isComparable(outcome, framework) ? permittedBy(outcome, framework) : '',
    }));
}

function permittedBy({ agreedScores, direction }: Outcome, framework: Framework): string {
  const progress = progressOf(agreedScores, direction, framework);
  return gradeOf(progress, direction, framework.grades)?.grade ?? '';
}

/** Whether the framework can say what an outcome's scores come to. */
export function isComparable(outcome: Outcome, framework: Framework): boolean {
  return (
    isSameFramework(outcome.frameworkId, outcome.frameworkVersion, framework) &&
    weightsOf(framework, outcome.direction) !== null
  );
}

/** A patch corrects typing errors, so that scores mean the same with and without it. */
export function isSameFramework(id: string, version: string, framework: Framework): boolean {
  const upToMinor = (text: string) => text.split('.').slice(0, 2).join('.');
  return id === framework.id && upToMinor(version) === upToMinor(framework.version);
}

function progressOf(scores: Scores, direction: string, framework: Framework): number {
  return progressIn(framework, direction, levelsOf(standingOf(framework, scores)));
}
