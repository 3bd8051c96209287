// The tabs Goals, Outcomes and Archive.

import { ARCHIVE, ASSESSMENT, GOALS, OUTCOMES } from '../layout/career-sheet';
import { oneOf, suggestionsFrom } from './cell-rules';
import { addTab, columnsOf, warnBeforeEdits } from './new-tab';
import { sheetOf } from './table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const SUPPORT = ['Coaching', 'Mentoring', 'Training', 'On the job'];
const STATES = ['Planned', 'In progress', 'Done', 'Dropped'];
const GOAL_ROWS = 40;

/** Adds the tab; that of the skills must be there, since goals choose from it. */
export function addGoals(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, GOALS, {
    widths: { goal: 260, skill: 260, measure: 240, resource: 200 },
    rows: GOAL_ROWS,
  });
  const column = columnsOf(GOALS);
  const skills = sheetOf(spreadsheet, ASSESSMENT.tab);
  const skillColumn = columnsOf(ASSESSMENT).skill;
  const body = (key: keyof typeof column) => sheet.getRange(2, column[key], GOAL_ROWS, 1);
  body('skill').setDataValidation(
    suggestionsFrom(
      skills.getRange(2, skillColumn, skills.getMaxRows() - 1, 1),
      'The skill that the goal serves.',
    ),
  );
  body('support').setDataValidation(oneOf(SUPPORT, `Choose ${SUPPORT.join(', ')}.`));
  body('state').setDataValidation(oneOf(STATES, `Choose ${STATES.join(', ')}.`));
  body('due')
    .setNumberFormat('yyyy-mm-dd')
    .setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireDate()
        .setAllowInvalid(false)
        .setHelpText('A date, such as 2026-12-31.')
        .build(),
    );
}

export function addOutcomes(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, OUTCOMES, {
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
    rows: 20,
  });
  sheet
    .getRange(1, 1)
    .setNote(
      'Each recorded review adds a row; no row is ever changed. To correct one, record again.',
    );
  warnBeforeEdits(sheet, 'Outcomes are recorded by the menu and never edited afterwards.');
}

export function addArchive(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, ARCHIVE, {
    widths: { round: 80, reason: 180, skill: 320, evidence: 260, managerNote: 260 },
    rows: 100,
  });
  sheet
    .getRange(1, 1)
    .setNote('Evidence and notes of earlier rounds, and skills that the framework dropped.');
}
