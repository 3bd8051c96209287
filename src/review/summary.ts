// What an outcome says, recorded or about to be, as the facts of a summary.

import type { Competency, Framework, GradeRow, Skill } from '../framework/framework';
import { gradeOf } from '../rules/grade';
import { toMillionths } from '../rules/progress';
import type { Score } from '../rules/score';
import type { Outcome } from './outcome';
import { levelsOf, type Scores, scoreOf, standingOf } from './standing';

export interface Summary {
  direction: string;
  progress: number;
  selfProgress: number;
  /** Progress since the outcome before; null without one. */
  change: number | null;
  levels: {
    competency: Competency;
    self: number;
    agreed: number;
    /** null where no outcome before speaks of it. */
    before: number | null;
  }[];
  raised: Moved[];
  lowered: Moved[];
  currentGrade: string;
  /** The highest grade permitted; null when there is none. */
  grade: GradeRow | null;
}

export interface Moved {
  skill: Skill;
  from: Score;
  to: Score;
}

/** @param before the outcome that the review went on from, if there is one. */
export function summaryOf(
  framework: Framework,
  outcome: Outcome,
  before: Outcome | undefined,
): Summary {
  const { direction, progress, selfScores, agreedScores } = outcome;
  const selfLevels = levelsOf(standingOf(framework, selfScores));
  const moved = movedSkills(framework, selfScores, agreedScores);
  return {
    direction,
    progress,
    selfProgress: outcome.selfProgress,
    change: before ? toMillionths(progress - before.progress) : null,
    levels: framework.competencies.map((competency) => ({
      competency,
      self: selfLevels[competency.id],
      agreed: outcome.levels[competency.id] ?? 0,
      before: before?.levels[competency.id] ?? null,
    })),
    raised: moved.filter(({ from, to }) => Number(to) > Number(from)),
    lowered: moved.filter(({ from, to }) => Number(to) < Number(from)),
    currentGrade: outcome.currentGrade,
    grade: gradeOf(progress, direction, framework.grades),
  };
}

/** Skills whose agreed score is above or below the self score; both must be 0, 1 or 2. */
function movedSkills(framework: Framework, self: Scores, agreed: Scores): Moved[] {
  return framework.skills.flatMap((skill) => {
    const [from, to] = [scoreOf(self, skill), scoreOf(agreed, skill)];
    const isMoved = typeof from === 'number' && typeof to === 'number' && from !== to;
    return isMoved ? [{ skill, from, to }] : [];
  });
}
