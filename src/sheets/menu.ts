// The menu of a career sheet, and what its items do.

import { SUMMARY_NAMES } from '../layout/career-sheet';
import { isCareerSheet, readSummary, refuseNewerLayout } from './career-sheet';
import { recalculate } from './recalculate';
import { setUpTemplate } from './template';

type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen | undefined;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TITLE = 'Career Sheet';

/**
 * Builds the menu, and nothing more: an add-on that is not enabled in a file may do no other
 * thing when it opens. Items name functions of the built script.
 */
export function addMenu(event: OpenEvent): void {
  const withoutFile = event !== undefined && event.authMode === ScriptApp.AuthMode.NONE;
  const ui = SpreadsheetApp.getUi();
  // Only an add-on opens without its file, and add-ons belong under Extensions. The menu of a
  // bound script would be called there as its project, which in each copy is `Copy of …`.
  const menu = withoutFile ? ui.createAddonMenu() : ui.createMenu(TITLE);
  menu.addItem('Open sidebar', 'openSidebar').addItem('Recalculate', 'recalculateAll');
  if (withoutFile || mayBeTemplate(SpreadsheetApp.getActive())) {
    menu.addSeparator().addItem('Set up as template', 'setUpAsTemplate');
  }
  menu.addToUi();
}

export function openSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(TITLE);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Sets the active spreadsheet up by a built-in framework. */
export function setUpActiveAsTemplate(): void {
  setUpTemplate(SpreadsheetApp.getActive());
}

/** Recalculates the active spreadsheet and says so. */
export function recalculateActive(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  if (isCareerSheet(spreadsheet)) refuseNewerLayout(readSummary(spreadsheet).layoutVersion);
  const count = recalculate(spreadsheet);
  spreadsheet.toast(`${count} cells were calculated again.`, 'Recalculate');
}

/**
 * The owner's command is for spreadsheets that are not set up yet and for the template itself;
 * copies do not show it.
 */
function mayBeTemplate(spreadsheet: Spreadsheet): boolean {
  return !isCareerSheet(spreadsheet) || templateIdOf(spreadsheet) === spreadsheet.getId();
}

function templateIdOf(spreadsheet: Spreadsheet): string {
  return String(spreadsheet.getRangeByName(SUMMARY_NAMES.templateId)?.getValue() ?? '');
}
