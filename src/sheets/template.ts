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
import { DIRECTIONS, FRAMEWORK, FRAMEWORK_NAMES, GRADES, LEVELS } from '../layout/framework';
import { addAssessment } from './assessment-tab';
import { isCareerSheet, readSummary, refuseNewerLayout } from './career-sheet';
import { addFrameworkTabs } from './framework-tabs';
import { addArchive, addGoals, addOutcomes } from './record-tabs';
import { addSummary, fillSummary } from './summary-tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TABS = [SUMMARY_TAB, ...[ASSESSMENT, GOALS, OUTCOMES, ARCHIVE].map(({ tab }) => tab)].concat(
  [FRAMEWORK, DIRECTIONS, LEVELS, GRADES].map(({ tab }) => tab),
);
const NAMES: readonly string[] = [
  ...Object.values(SUMMARY_NAMES),
  ...Object.values(FRAMEWORK_NAMES),
  SUMMARY_COMPETENCIES,
];

/**
 * Builds all tabs of a career sheet, and takes the one empty tab of a new spreadsheet away.
 * A spreadsheet that holds anything is touched only after a yes; its tabs and named ranges
 * stay, those with a name that we need under another one. One that is set up stays as it is.
 */
export function setUpTemplate(spreadsheet: Spreadsheet, framework: Framework): void {
  const ui = SpreadsheetApp.getUi();
  if (isCareerSheet(spreadsheet)) {
    const summary = readSummary(spreadsheet);
    refuseNewerLayout(summary.layoutVersion);
    ui.alert(
      'Already set up',
      `This spreadsheet is a career sheet already (${summary.frameworkName} ${summary.frameworkVersion}): nothing was changed.`,
      ui.ButtonSet.OK,
    );
    return;
  }

  const before = spreadsheet.getSheets();
  const kept = keptNames(spreadsheet, before);
  const empty = before.every(isEmpty);
  if (!empty) {
    const answer = ui.alert('This spreadsheet is not empty', question(kept), ui.ButtonSet.YES_NO);
    if (answer !== ui.Button.YES) return;
  }
  for (const { rename, to } of kept) rename(to);
  build(spreadsheet, framework);
  if (empty && before.length === 1) spreadsheet.deleteSheet(before[0]);
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
  fillSummary(spreadsheet, summary, {
    framework,
    fileId: spreadsheet.getId(),
    round: roundNow(spreadsheet),
  });
  spreadsheet.setActiveSheet(summary);
}

interface Kept {
  from: string;
  to: string;
  rename(to: string): unknown;
}

/** What of the spreadsheet has a name that we need, and the name under which it stays. */
function keptNames(spreadsheet: Spreadsheet, sheets: readonly Sheet[]): Kept[] {
  const tabs = new Set(sheets.map((sheet) => sheet.getName().toLowerCase()));
  const ranges = spreadsheet.getNamedRanges();
  const names = new Set(ranges.map((range) => range.getName().toLowerCase()));
  const has = (list: readonly string[], name: string) =>
    list.some((each) => each.toLowerCase() === name.toLowerCase());
  return [
    ...sheets
      .filter((sheet) => has(TABS, sheet.getName()))
      .map((sheet) => ({
        from: `the tab “${sheet.getName()}”`,
        to: freeName(`${sheet.getName()} (before)`, ' ', tabs),
        rename: (to: string) => sheet.setName(to),
      })),
    ...ranges
      .filter((range) => has(NAMES, range.getName()))
      .map((range) => ({
        from: `the named range “${range.getName()}”`,
        to: freeName(`${range.getName()}_before`, '_', names),
        rename: (to: string) => range.setName(to),
      })),
  ];
}

/** The name, or the name with the first number that makes it free. */
function freeName(name: string, separator: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = `${name}${separator}${number}`;
  }
  return free;
}

function question(kept: readonly Kept[]): string {
  const renamed = kept.map(({ from, to }) => `${from} will be called “${to}”`).join(', ');
  return `Everything in it stays${renamed ? `; ${renamed}` : ''}. Add the tabs of a career sheet?`;
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.getLastRow() === 0 && sheet.getCharts().length === 0;
}

/** The half of the year that runs now, such as `2026 H2`. */
function roundNow(spreadsheet: Spreadsheet): string {
  const [year, month] = Utilities.formatDate(
    new Date(),
    spreadsheet.getSpreadsheetTimeZone(),
    'yyyy-MM',
  ).split('-');
  return `${year} H${Number(month) <= 6 ? 1 : 2}`;
}
