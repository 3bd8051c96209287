// What each tab of a career sheet looks like and says of itself, as data: the build writes it into
// a file that only setting up reads.

import { ARCHIVE, ASSESSMENT, GOALS, OUTCOMES } from '../layout/career-sheet';
import { CHANGES, DIRECTIONS, FRAMEWORK, GRADES, LEVELS, PUBLISHED } from '../layout/framework';
import type { TabLayout } from '../layout/tab';

export interface TabDesign {
  /** Pixels by column, where they are not 120. */
  widths: Record<string, number>;
  /** Columns of short values. */
  centred: string[];
  /** Columns behind those of the layout; one without a header stays free. */
  more: { header: string; width: number }[];
  /** What the dropdowns of columns offer, and nothing else. */
  choices: Record<string, string[]>;
  /** Notes on cells, by address. */
  notes: Record<string, string>;
  /** Asks before anybody edits the tab. */
  warning: string;
}

export const TABS: Record<string, TabDesign> = {
  ...of(ASSESSMENT, {
    widths: {
      id: 60,
      level: 60,
      competency: 140,
      skill: 350,
      selfScore: 74,
      evidence: 260,
      managerScore: 84,
      agreedScore: 74,
      managerNote: 240,
    },
    centred: ['level', 'selfScore', 'managerScore', 'agreedScore'],
    notes: {
      D1: 'The note on each skill says what a 2 looks like.',
      F1: 'A few examples that show the score: what you did, where it can be seen.',
      G1: 'What the manager thought before the meeting, if they bring it.',
      H1: 'What the two of you agree on in the review; it counts from its opening on.',
      I1: 'What the manager wants to remember, and the person may read.',
    },
  }),
  ...of(GOALS, {
    widths: { goal: 260, skill: 260, measure: 240, resource: 200 },
    choices: {
      support: ['Coaching', 'Mentoring', 'Training', 'On the job'],
      state: ['Planned', 'In progress', 'Done', 'Dropped'],
    },
  }),
  ...of(OUTCOMES, {
    widths: {
      recordedAt: 170,
      recordedBy: 180,
      person: 150,
      email: 180,
      managerEmail: 180,
      round: 80,
      direction: 160,
      levels: 220,
      selfScores: 260,
      agreedScores: 260,
    },
    notes: {
      A1: 'Each recorded review adds a row; no row is ever changed. To correct one, record again.',
    },
    warning: 'Outcomes are recorded by the menu and never edited afterwards.',
  }),
  ...of(ARCHIVE, {
    widths: { round: 80, reason: 180, skill: 320, evidence: 260, managerNote: 260 },
    notes: {
      A1: 'Evidence and notes of earlier rounds, and skills that the framework dropped.',
    },
  }),
  ...of(FRAMEWORK, {
    widths: { id: 70, competency: 150, level: 60, skill: 420, looksLike: 520 },
    centred: ['level'],
    warning: 'The framework: Assessment was made from it.',
  }),
  ...of(DIRECTIONS, {
    widths: { competencyId: 150, competency: 160, emoji: 60, about: 380 },
    centred: ['emoji'],
    notes: { E1: 'One column a direction; its weights add up to 100%.' },
    warning: 'The directions: their weights make the progress.',
  }),
  ...of(LEVELS, {
    widths: { level: 60, name: 180, score: 60, label: 320 },
    centred: ['level', 'score'],
    more: [
      { header: '', width: 30 },
      { header: 'The framework', width: 120 },
      { header: '', width: 420 },
    ],
    notes: {
      G2: 'A level is reached when the average of its scores is above this number, every skill is scored, none is 0, and the level before is reached. Another rule is text such as: at most 1 at 1.',
    },
    warning: 'The names of the levels, the meaning of the scores and the level rule.',
  }),
  ...of(GRADES, {
    widths: { direction: 200, from: 70, to: 70, grade: 100, jobTitle: 260 },
    centred: ['from', 'to'],
    notes: {
      B1: 'A grade is permitted from this progress on, up to but without the number under To; the last one of a direction includes it.',
    },
    warning: 'The grades that a direction and a progress permit.',
  }),
  ...of(PUBLISHED, { widths: { at: 180, json: 600 } }),
  ...of(CHANGES, {
    widths: { at: 180, what: 260, was: 360, now: 360 },
    warning: 'What changed with each version.',
  }),
};

function of<Key extends string>(
  { tab }: TabLayout<Key>,
  {
    widths,
    centred = [],
    more = [],
    choices = {},
    notes = {},
    warning = '',
  }: { widths: Partial<Record<Key, number>>; centred?: NoInfer<Key>[] } & Partial<
    Pick<TabDesign, 'more' | 'choices' | 'notes' | 'warning'>
  >,
): Record<string, TabDesign> {
  return {
    [tab]: { widths: widths as Record<string, number>, centred, more, choices, notes, warning },
  };
}
