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
  const spreadsheet = withoutFile ? null : SpreadsheetApp.getActive();
  const isSetUp = spreadsheet !== null && isCareerSheet(spreadsheet);
  // The owner's commands are for the template itself; copies do not show them.
  const isTemplate = !isSetUp || templateIdOf(spreadsheet) === spreadsheet.getId();
  if (isTemplate) {
    menu.addSeparator();
    if (isSetUp || withoutFile) menu.addItem('Framework…', 'openFramework');
    menu.addItem('Set up as template', 'setUpAsTemplate');
  }
  menu.addToUi();
}

export function openSidebar(file = 'sidebar', title = TITLE): void {
  const page = HtmlService.createHtmlOutputFromFile(file).setTitle(title);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** The owner's page for the framework. */
export function openFramework(): void {
  openSidebar('framework', 'Framework');
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

function templateIdOf(spreadsheet: Spreadsheet): string {
  return String(spreadsheet.getRangeByName(SUMMARY_NAMES.templateId)?.getValue() ?? '');
}
