// What the sidebar shows of a career sheet: plain values, made from what its tabs hold.

import type { Framework } from '../framework/framework';
import { toMillionths } from '../rules/progress';
import type { Score } from '../rules/score';
import { scoresById } from './answers';
import { compareScores, lastOutcome, type Outcome } from './outcome';
import { nextRound } from './round';
import type { ReviewSheet } from './sheet';
import {
  type CompetencyStanding,
  levelsOf,
  progressIn,
  type Scores,
  scoreOf,
  standingOf,
  weightsOf,
} from './standing';
import { type Action, actionsFor, isSamePerson, type Role, roleOf, type Status } from './status';

export interface Overview {
  place: ReviewSheet['place'];
  user: string;
  role: Role;
  person: string;
  email: string;
  managerEmail: string;
  direction: string;
  currentGrade: string;
  round: string;
  status: Status;
  /** What may be done now, in the order of a review. */
  actions: Action[];
  /** Which scores the levels and steps below come from. */
  basis: 'self' | 'agreed';
  skills: number;
  selfScored: number;
  agreedScored: number;
  /** Names by level, from level 0 on. */
  levelNames: string[];
  competencies: CompetencyOverview[];
  /** null when the direction says no weights. */
  selfProgress: number | null;
  agreedProgress: number | null;
  /** Skills whose agreed score is now above, below the self score. */
  raised: number;
  lowered: number;
  /** Sentences: what must be put right before this can be recorded. */
  problems: string[];
  /** Sentences: what counts otherwise than it looks. */
  remarks: string[];
  lastOutcome: OutcomeOverview | null;
  /** The id under which this page's outcome will be recorded. */
  outcomeId: string;
  /** A name for the round after this one, or blank. */
  nextRound: string;
}

export interface CompetencyOverview {
  id: string;
  name: string;
  emoji: string;
  /** Percent in the direction pursued; null without one. */
  weight: number | null;
  selfLevel: number;
  agreedLevel: number;
  /** null at the top. */
  nextLevel: number | null;
  points: number;
  steps: { skill: string; from: Score; to: Score }[];
  /** Skills on the next level that have no agreed score. */
  notScored: { id: string; skill: string }[];
}

export interface OutcomeOverview {
  id: string;
  recordedAt: string;
  recordedBy: string;
  round: string;
  isOfThisRound: boolean;
  byManager: boolean;
  progress: number;
  selfProgress: number;
  /** Progress since the outcome of the round before; null without one. */
  change: number | null;
  raised: number;
  lowered: number;
  agrees: boolean;
  isReplacement: boolean;
}

export function overviewOf(sheet: ReviewSheet): Overview {
  const { framework, direction } = sheet;
  const { status } = sheet;
  const scores = scoresById(framework, sheet.rows);
  const role = roleOf(sheet.user, sheet.email, sheet.managerEmail);
  const basis = status === 'In review' || status === 'Recorded' ? 'agreed' : 'self';
  const self = standingOf(framework, scores.self);
  const agreed = standingOf(framework, scores.agreed);
  const last = lastOutcome(sheet.outcomes);
  const problems = [...sheet.problems];
  const progress = (standing: CompetencyStanding[]) => {
    try {
      return progressIn(framework, direction, levelsOf(standing));
    } catch (error) {
      const sentence = (error as Error).message;
      if (!problems.includes(sentence)) problems.push(sentence);
      return null;
    }
  };
  return {
    place: sheet.place,
    user: sheet.user,
    role,
    person: sheet.person,
    email: sheet.email,
    managerEmail: sheet.managerEmail,
    direction,
    currentGrade: sheet.currentGrade,
    round: sheet.round,
    status,
    actions: sheet.place === 'own' ? actionsFor(status, role) : [],
    basis,
    skills: framework.skills.length,
    selfScored: countScored(framework, scores.self),
    agreedScored: countScored(framework, scores.agreed),
    levelNames: framework.levels,
    competencies: competenciesOf(framework, direction, self, agreed, basis),
    selfProgress: progress(self),
    agreedProgress: progress(agreed),
    ...compareScores(scores.self, scores.agreed),
    problems,
    remarks: scores.remarks,
    lastOutcome: last ? summaryOf(last, sheet) : null,
    outcomeId: sheet.outcomeId,
    nextRound: nextRound(sheet.round),
  };
}

function countScored(framework: Framework, scores: Scores): number {
  return framework.skills.filter((skill) => scoreOf(scores, skill) !== null).length;
}

function competenciesOf(
  framework: Framework,
  direction: string,
  self: CompetencyStanding[],
  agreed: CompetencyStanding[],
  basis: 'self' | 'agreed',
): CompetencyOverview[] {
  const weights = weightsOf(framework, direction);
  return framework.competencies.map(({ id, name, emoji }, index) => {
    const shown = basis === 'self' ? self[index] : agreed[index];
    return {
      id,
      name,
      emoji,
      weight: weights ? (weights[id] ?? 0) : null,
      selfLevel: self[index].level,
      agreedLevel: agreed[index].level,
      nextLevel: shown.nextLevel,
      points: shown.points,
      steps: shown.steps.map(({ skill, from, to }) => ({ skill: skill.text, from, to })),
      notScored: agreed[index].notScored.map((skill) => ({ id: skill.id, skill: skill.text })),
    };
  });
}

function summaryOf(outcome: Outcome, sheet: ReviewSheet): OutcomeOverview {
  const before = lastOutcome(sheet.outcomes.filter(({ round }) => round !== outcome.round));
  return {
    id: outcome.id,
    recordedAt: outcome.recordedAt,
    recordedBy: outcome.recordedBy,
    round: outcome.round,
    isOfThisRound: outcome.round === sheet.round,
    byManager: isSamePerson(outcome.recordedBy, outcome.managerEmail),
    progress: outcome.progress,
    selfProgress: outcome.selfProgress,
    change: before ? toMillionths(outcome.progress - before.progress) : null,
    raised: outcome.raised,
    lowered: outcome.lowered,
    agrees: outcome.agrees,
    isReplacement: outcome.replaces !== '',
  };
}
