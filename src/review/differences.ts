// The skills that a one-to-one is about: those where the two see it differently, those that
// changed since the last outcome, and those that somebody still has to score.

import type { Framework, Skill } from '../framework/framework';
import type { Score } from '../rules/score';
import { scoresById } from './answers';
import { lastOutcome, type Outcome } from './outcome';
import type { AnswerRow } from './sheet';
import { type Scores, scoreOf, standingOf } from './standing';

/** Every view of every skill, by skill id. */
export interface Views {
  self: Scores;
  /** What the manager thought before the meeting, as far as it was brought. */
  manager: Scores;
  agreed: Scores;
  /** The agreed scores of the last outcome of an earlier round; null without one. */
  before: Scores | null;
}

/** Why a skill is worth a word. */
export type Reason = 'differs' | 'moved' | 'changed' | 'notScored';

export interface TalkingPoint {
  skill: Skill;
  self: Score;
  manager: Score;
  agreed: Score;
  /** undefined without an earlier outcome. */
  before: Score | undefined;
  /** Blank for a skill that both see alike. */
  reasons: Reason[];
}

/** The views that the rows of Assessment hold; of a skill that stands twice, those of the upper row. */
export function viewsOf(
  framework: Framework,
  rows: readonly AnswerRow[],
  before: Outcome | undefined,
): Views {
  const manager: Scores = {};
  for (const { id, managerScore } of rows) {
    if (!(id in manager)) manager[id] = managerScore;
  }
  const { self, agreed } = scoresById(framework, rows);
  return { self, manager, agreed, before: before ? before.agreedScores : null };
}

/** Every skill in the framework's order, by competency and level, each with why to talk about it. */
export function talkingPoints(framework: Framework, views: Views): TalkingPoint[] {
  const open = new Set(
    standingOf(framework, views.agreed).flatMap(({ notScored }) => notScored.map(({ id }) => id)),
  );
  return inOrder(framework).map((skill) => {
    const [self, manager, agreed] = [views.self, views.manager, views.agreed].map((scores) =>
      scoreOf(scores, skill),
    );
    const before = views.before ? scoreOf(views.before, skill) : undefined;
    const reasons: Reason[] = [];
    if (manager !== null && manager !== self) reasons.push('differs');
    if (agreed !== null && agreed !== self) reasons.push('moved');
    if (before !== undefined && before !== self) reasons.push('changed');
    if (open.has(skill.id)) reasons.push('notScored');
    return { skill, self, manager, agreed, before, reasons };
  });
}

/** 1 when the agreed score is above the self score, -1 when it is below, else 0. */
export function wayOf({ self, agreed }: Pick<TalkingPoint, 'self' | 'agreed'>): number {
  return typeof self === 'number' && typeof agreed === 'number' ? Math.sign(agreed - self) : 0;
}

/** By competency and level, skills of one level in the framework's order. */
export function inOrder({ competencies, skills }: Framework): Skill[] {
  return competencies.flatMap(({ id }) =>
    skills
      .filter(({ competency }) => competency === id)
      .sort((one, other) => one.level - other.level),
  );
}

/** The outcome that the round goes on from: the last one of an earlier round. */
export function outcomeBefore(outcomes: readonly Outcome[], round: string): Outcome | undefined {
  return lastOutcome(outcomes.filter((outcome) => outcome.round !== round));
}
