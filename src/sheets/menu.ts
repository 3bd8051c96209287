// The menu of a career sheet, and what its items do.

import type { Framework } from '../framework/framework';
import { SUMMARY_NAMES } from '../layout/career-sheet';
import { isCareerSheet, readSummary, refuseNewerLayout } from './career-sheet';
import { recalculate } from './recalculate';
import { setUpTemplate } from './template';

type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen | undefined;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Only builds the menu: an add-on that is not enabled in a file may do no more when it opens.
 * Items name functions of the built script.
 */
export function addMenu(event: OpenEvent): void {
  const menu = SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Recalculate', 'recalculateAll');
  if (mayBeTemplate(event)) menu.addSeparator().addItem('Set up as template', 'setUpAsTemplate');
  menu.addToUi();
}

export function openSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Career Sheet');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Sets the active spreadsheet up by the built-in framework. */
export function setUpActiveAsTemplate(): void {
  const file = HtmlService.createTemplateFromFile('engineering');
  const framework: Framework = JSON.parse(file.getRawContent());
  setUpTemplate(SpreadsheetApp.getActive(), framework);
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
 * copies do not show it. Without access to the file it is shown.
 */
function mayBeTemplate(event: OpenEvent): boolean {
  if (event && event.authMode === ScriptApp.AuthMode.NONE) return true;
  const spreadsheet = SpreadsheetApp.getActive();
  return !isCareerSheet(spreadsheet) || templateIdOf(spreadsheet) === spreadsheet.getId();
}

function templateIdOf(spreadsheet: Spreadsheet): string {
  return String(spreadsheet.getRangeByName(SUMMARY_NAMES.templateId)?.getValue() ?? '');
}
