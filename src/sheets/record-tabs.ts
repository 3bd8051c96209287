// The tabs Goals, Outcomes and Archive.

import { ARCHIVE, ASSESSMENT, GOALS, OUTCOMES } from '../layout/career-sheet';
import { suggestionsFrom } from './cell-rules';
import { addDesigned, columnsOf } from './new-tab';
import { sheetOf } from './table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const GOAL_ROWS = 40;

/** Adds the tab; that of the skills must be there, since goals choose from it. */
export function addGoals(spreadsheet: Spreadsheet): void {
  const sheet = addDesigned(spreadsheet, GOALS, { rows: GOAL_ROWS });
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
  addDesigned(spreadsheet, OUTCOMES, { rows: 20 });
}

export function addArchive(spreadsheet: Spreadsheet): void {
  addDesigned(spreadsheet, ARCHIVE, { rows: 100 });
}
