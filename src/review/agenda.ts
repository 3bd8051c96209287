// What a one-to-one is about, built by itself from what the sheet holds.

import type { Competency, Framework, Skill } from '../framework/framework';
import type { Score } from '../rules/score';
import { type TalkingPoint, talkingPoints, type Views } from './differences';
import type { Goal } from './sheet';
import { type CompetencyStanding, standingOf } from './standing';

/** A level counts as within reach when no more points than these are missing. */
export const WITHIN_REACH = 3;

export interface Agenda {
  /** Skills scored otherwise than in the last outcome; null when there is none to compare with. */
  changed: TalkingPoint[] | null;
  /** Skills where the manager brought another score than the person's. */
  differs: TalkingPoint[];
  /** The nearest first. */
  withinReach: { competency: Competency; nextLevel: number; points: number }[];
  /** Goals that are neither done nor dropped; those due first, those without a date last. */
  goals: { goal: Goal; isDue: boolean }[];
  /** One skill a competency to pick next, where a level is left to reach. */
  next: { competency: Competency; skill: Skill; from: Score; to: Score }[];
}

/**
 * @param basis the scores that levels and next skills come from: agreed in a review, else self.
 * @param today such as `2026-11-20`.
 */
export function agendaOf(
  framework: Framework,
  views: Views,
  basis: 'self' | 'agreed',
  goals: readonly Goal[],
  today: string,
): Agenda {
  const points = talkingPoints(framework, views);
  const standing = standingOf(framework, views[basis]);
  const has = (reason: TalkingPoint['reasons'][number]) =>
    points.filter(({ reasons }) => reasons.includes(reason));
  return {
    changed: views.before ? has('changed') : null,
    differs: has('differs'),
    withinReach: withinReach(framework, standing),
    goals: openGoals(goals, today),
    next: framework.competencies.flatMap((competency, at) => {
      const [step] = standing[at].steps;
      return step ? [{ competency, ...step }] : [];
    }),
  };
}

function withinReach({ competencies }: Framework, standing: readonly CompetencyStanding[]) {
  return standing
    .flatMap(({ nextLevel, points }, at) =>
      nextLevel !== null && points <= WITHIN_REACH
        ? [{ competency: competencies[at], nextLevel, points }]
        : [],
    )
    .sort((one, other) => one.points - other.points);
}

/** Goals that a next review comes back to, by their date; one without a date comes last. */
export function openGoals(goals: readonly Goal[], today: string): Agenda['goals'] {
  const date = ({ due }: Goal) => (/^\d{4}-\d\d-\d\d$/.test(due) ? due : '9999');
  return goals
    .filter(({ goal, state }) => goal !== '' && !/^(done|dropped)$/i.test(state))
    .map((goal) => ({ goal, isDue: date(goal) <= today }))
    .sort((one, other) => date(one.goal).localeCompare(date(other.goal)));
}
