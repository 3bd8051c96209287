// Every tab, header and named range of a manager workbook.

import { OUTCOME_COLUMNS } from './career-sheet';
import { tab } from './tab';

export const SETTINGS_TAB = 'Settings';

/** Single cells of `Settings`, as named ranges. */
export const SETTINGS_NAMES = {
  template: 'template',
  round: 'round',
  selfAssessmentUntil: 'self_assessment_until',
  reviewsUntil: 'reviews_until',
  graceMonths: 'grace_months',
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

/** Between `progress` and the rest stands one column a competency, its header the competency's name. */
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
  grade: 'Grade permitted',
  checkedAt: 'Checked at',
  problem: 'Problem',
});

/** Outcomes as gathered; one with a reason to be held counts only once somebody confirmed it. */
export const LEDGER = tab('Ledger', {
  ...OUTCOME_COLUMNS,
  gatheredAt: 'Gathered at',
  held: 'Held because',
  confirmedBy: 'Confirmed by',
});

export const RUN_LOG = tab('Run log', {
  started: 'Started',
  ended: 'Ended',
  by: 'By',
  read: 'People read',
  skipped: 'Skipped as unchanged',
  problems: 'Problems',
});
