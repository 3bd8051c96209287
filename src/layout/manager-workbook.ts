// Every tab, header and named range of a manager workbook.

import { OUTCOME_COLUMNS } from './career-sheet';
import { GRADES } from './framework';
import { type TabLayout, tab } from './tab';

export const SETTINGS_TAB = 'Settings';

/** Single cells of `Settings`, as named ranges. */
export const SETTINGS_NAMES = {
  template: 'template',
  round: 'round',
  selfAssessmentUntil: 'self_assessment_until',
  reviewsUntil: 'reviews_until',
  graceMonths: 'grace_months',
  /** The address of one's own branch file, which the rollup writes for the level above. */
  branch: 'branch_file',
  frameworkId: 'framework_id',
  frameworkName: 'framework_name',
  frameworkVersion: 'framework_version',
  layoutVersion: 'layout_version',
} as const;

export type SettingsName = keyof typeof SETTINGS_NAMES;

export const TEAM = tab('Team', {
  name: 'Name',
  email: 'E-mail',
  managerEmail: "Manager's e-mail",
  direction: 'Direction',
  currentGrade: 'Current grade',
  startDate: 'Start date',
  link: 'Career sheet',
  branch: 'Branch file',
});

export const PREPARATION = tab('Preparation', {
  email: 'E-mail',
  skillId: 'Skill id',
  competency: 'Competency',
  level: 'Level',
  skill: 'Skill',
  score: 'Score',
  note: 'Note',
});

/** Behind `progress` stands one column a competency: see `rollupOf`. */
export const ROLLUP = tab('Rollup', {
  name: 'Name',
  email: 'E-mail',
  managerEmail: "Manager's e-mail",
  status: 'Status',
  shareScored: 'Share scored',
  round: 'Round',
  direction: 'Direction',
  progress: 'Progress',
  change: 'Change',
  selfProgress: 'Self progress',
  raised: 'Raised',
  lowered: 'Lowered',
  currentGrade: 'Current grade',
  grade: 'Grade permitted',
  differsSince: 'Differs since',
  startDate: 'Start date',
  /** The address of the branch file that the row came from; blank for a row of Team. */
  branch: 'Branch file',
  checkedAt: 'Checked at',
  problem: 'Problem',
  /** Hidden: what the row was judged by, so that it is seen when nothing of it changed. */
  seal: 'Seal',
});

type LevelKey = `level of ${string}`;
export type RollupKey = keyof typeof ROLLUP.columns | LevelKey;

/** What code calls the column of a competency's level. */
export function levelKey(competencyId: string): LevelKey {
  return `level of ${competencyId}`;
}

/** The layout of `Rollup` with a column a competency, its header the competency's name. */
export function rollupOf(
  competencies: readonly { id: string; name: string }[],
): TabLayout<RollupKey> {
  const columns = {} as Record<RollupKey, string>;
  for (const key of Object.keys(ROLLUP.columns) as (keyof typeof ROLLUP.columns)[]) {
    columns[key] = ROLLUP.columns[key];
    if (key !== 'progress') continue;
    for (const { id, name } of competencies) columns[levelKey(id)] = name;
  }
  return { tab: ROLLUP.tab, columns };
}

/** Outcomes as gathered; one with a reason to be held counts only once somebody confirmed it. */
export const LEDGER = tab('Ledger', {
  ...OUTCOME_COLUMNS,
  gatheredAt: 'Gathered at',
  held: 'Held because',
  confirmedBy: 'Confirmed by',
  /** The address of the branch file that it came from; blank from a career sheet. */
  branch: 'Branch file',
});

/** One row a person, of the branches too; sorted by place, so that what stands beside a row goes with it. */
export const QUEUE = tab('Queue', {
  place: 'Place',
  name: 'Name',
  email: 'E-mail',
  managerEmail: "Manager's e-mail",
  turn: 'Turn',
  waitsFor: 'Waits for',
  status: 'Status',
  late: 'Late since',
  graceUntil: 'Grace until',
  movedFrom: 'Moved from',
  problem: 'Problem',
});

/** Pay stands in a manager workbook alone; the columns before it are those of every `Grades`. */
export const PAID_GRADES = tab(GRADES.tab, {
  ...GRADES.columns,
  payFloor: 'Pay floor',
  nextFloor: 'Next floor',
});

/** Optional: what people are paid. Five columns are typed, the rest follows from Rollup and Grades. */
export const PAY = tab('Pay', {
  email: 'E-mail',
  name: 'Name',
  pay: 'Pay',
  period: 'Period',
  currency: 'Currency',
  country: 'Country',
  progress: 'Progress',
  direction: 'Direction',
  comparable: 'Comparable pay',
  target: 'Pay target',
  floor: 'Pay floor',
  index: 'Index',
  flag: 'Worth a look',
});

/** Three small tables side by side: what pay is multiplied by to be comparable with the pay floors. */
export const PAY_FACTORS = tab('Pay factors', {
  period: 'Period',
  periodFactor: 'Period factor',
  currency: 'Currency',
  currencyFactor: 'Currency factor',
  country: 'Country',
  countryFactor: 'Country factor',
});

export const RUN_LOG = tab('Run log', {
  started: 'Started',
  ended: 'Ended',
  by: 'By',
  read: 'People read',
  skipped: 'Skipped as unchanged',
  problems: 'Problems',
  branch: 'Own branch file',
});

/** One row a person: what bringing their career sheet up to date would do, or did. */
export const UPDATES = tab('Updates', {
  name: 'Name',
  email: 'E-mail',
  state: 'State',
  from: 'From version',
  to: 'To version',
  unchanged: 'Unchanged',
  reworded: 'Reworded',
  added: 'New',
  removed: 'Removed',
  checkedAt: 'Checked at',
  said: 'To know',
});

/** One row a file that is handed out, made as it stands there until its state is the last one. */
export const HAND_OUT = tab('Hand-out', {
  name: 'Name',
  email: 'E-mail',
  file: 'File',
  state: 'State',
  link: 'Link',
  madeAs: 'Made as',
  since: 'Since',
  said: 'To know',
});

/** One row a person: what opening the round came to in their career sheet. */
export const ROUND = tab('Round', {
  name: 'Name',
  email: 'E-mail',
  state: 'State',
  from: 'Round before',
  to: 'Round',
  checkedAt: 'Checked at',
  said: 'To know',
});

/** How the hidden tab of a career sheet is called that keeps what an update found there. */
export const BEFORE = 'Before';

/** A report of what a draft of the framework would change; written anew each time. */
export const WHAT_IF_TAB = 'What if';
