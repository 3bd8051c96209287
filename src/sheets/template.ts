// Setting up a template: an empty spreadsheet becomes the career sheet that people copy.

import type { Framework } from '../framework/framework';
import {
  ARCHIVE,
  ASSESSMENT,
  GOALS,
  OUTCOMES,
  SUMMARY_COMPETENCIES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
} from '../layout/career-sheet';
import {
  DIRECTIONS,
  FRAMEWORK,
  FRAMEWORK_NAMES,
  GRADES,
  LEVELS,
  PUBLISHED,
} from '../layout/framework';
import { addAssessment } from './assessment-tab';
import { chooseFramework } from './built-in';
import { isCareerSheet, readSummary, refuseNewerLayout } from './career-sheet';
import { addFrameworkTabs } from './framework-tabs';
import { isoTime } from './outcome-rows';
import { addPublished } from './published';
import { addArchive, addGoals, addOutcomes } from './record-tabs';
import { buildInto, roundNow } from './set-up';
import { addSummary, fillSummary } from './summary-tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TABS = [SUMMARY_TAB, ...[ASSESSMENT, GOALS, OUTCOMES, ARCHIVE].map(({ tab }) => tab)].concat(
  [FRAMEWORK, DIRECTIONS, LEVELS, GRADES, PUBLISHED].map(({ tab }) => tab),
);
const NAMES: readonly string[] = [
  ...Object.values(SUMMARY_NAMES),
  ...Object.values(FRAMEWORK_NAMES),
  SUMMARY_COMPETENCIES,
];

/**
 * Builds all tabs of a career sheet; in a spreadsheet that holds anything only after a yes.
 * One that is set up stays as it is.
 */
export function setUpTemplate(spreadsheet: Spreadsheet): void {
  if (isCareerSheet(spreadsheet)) {
    const ui = SpreadsheetApp.getUi();
    const summary = readSummary(spreadsheet);
    refuseNewerLayout(summary.layoutVersion);
    ui.alert(
      'Already set up',
      `This spreadsheet is a career sheet already (${summary.frameworkName} ${summary.frameworkVersion}): nothing was changed.`,
      ui.ButtonSet.OK,
    );
    return;
  }

  const framework = chooseFramework();
  if (!framework) return;
  const isBuilt = buildInto(spreadsheet, {
    what: 'the tabs of a career sheet',
    tabs: TABS,
    names: NAMES,
    build: () => build(spreadsheet, framework),
  });
  if (!isBuilt) return;
  spreadsheet.toast(
    'Copy this file for each person, or hand it out from a manager workbook.',
    'The template is ready',
  );
}

/** Summary stands first, but is filled last: its formulas read all the others. */
function build(spreadsheet: Spreadsheet, framework: Framework): void {
  const summary = addSummary(spreadsheet, framework);
  addAssessment(spreadsheet, framework);
  addGoals(spreadsheet);
  addOutcomes(spreadsheet);
  addArchive(spreadsheet);
  addFrameworkTabs(spreadsheet, framework);
  addPublished(spreadsheet, framework, isoTime(new Date(), spreadsheet));
  fillSummary(spreadsheet, summary, {
    framework,
    fileId: spreadsheet.getId(),
    fields: { round: roundNow(spreadsheet) },
  });
  spreadsheet.setActiveSheet(summary);
}
