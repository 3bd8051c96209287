// Every tab, header and named range of a branch file: what a manager workbook shows to the level
// above. It holds outcomes that count and where each review stands, and nothing else.

import { OUTCOME_COLUMNS } from './career-sheet';
import { tab } from './tab';

export const BRANCH_TAB = 'Branch';

/** Single cells of `Branch`, as named ranges. */
export const BRANCH_NAMES = {
  manager: 'branch_manager',
  email: 'branch_manager_email',
  layoutVersion: 'layout_version',
  /** How many rows the other tabs hold; a file with fewer was changed by hand. */
  people: 'branch_people',
  outcomes: 'branch_outcomes',
  /** Blank before the first rollup, and while one writes. */
  writtenAt: 'branch_written_at',
} as const;

/** Outcomes that are held never come here. */
export const BRANCH_LEDGER = tab('Ledger', OUTCOME_COLUMNS);

/** Everybody in the branch, to any depth. */
export const BRANCH_QUEUE = tab('Queue', {
  email: 'E-mail',
  name: 'Name',
  managerEmail: "Manager's e-mail",
  currentGrade: 'Current grade',
  startDate: 'Start date',
  status: 'Status',
  shareScored: 'Share scored',
});
