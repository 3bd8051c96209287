// The menu of a manager workbook, and what its items do.

import type { Slice } from '../jobs/runner';
import { runJob } from '../jobs/table';
import { SETTINGS_NAMES, SETTINGS_TAB } from '../layout/manager-workbook';
import { readPublishedFramework, setUpManagerWorkbook } from '../sheets/manager-workbook';
import { NamedCells } from '../sheets/named-cells';
import { userEmail } from '../sheets/own-file';
import { addPayTabs } from '../sheets/pay-tabs';
import { textOf } from '../sheets/text';
import { createBranchFile } from './branch-file';
import { addressOfFile } from './link';
import { ROLLUP_JOB } from './rollup';

const TITLE = 'Career Sheet Manager';

/** Only builds the menu: nothing else is allowed while a file opens. Items name functions of the built script. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(TITLE)
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Roll up', 'rollUp')
    .addItem('Import an older sheet', 'openImport')
    .addItem('Add pay tab', 'addPayTab')
    .addItem('Make a branch file', 'makeBranchFile')
    .addSeparator()
    .addItem('Set up as manager workbook', 'setUpAsManagerWorkbook')
    .addToUi();
}

export function openSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(TITLE);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** In a dialog: a sidebar is too narrow for two sentences side by side. */
export function openImport(): void {
  const page = HtmlService.createHtmlOutputFromFile('import').setWidth(900).setHeight(640);
  SpreadsheetApp.getUi().showModalDialog(page, 'Import an older sheet');
}

/** Adds the tabs Pay and Pay factors to the active workbook. */
export function addPayTab(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  addPayTabs(spreadsheet, readPublishedFramework(spreadsheet));
  spreadsheet.toast(
    'Fill in the light blue cells, the pay floors in Grades, and the factors. Nothing of it leaves this workbook.',
    'Pay',
    10,
  );
}

/** Makes a branch file for whoever got none handed out, and names it in Settings. */
export function makeBranchFile(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  readPublishedFramework(spreadsheet);
  const { branch } = SETTINGS_NAMES;
  const cells = NamedCells.read(spreadsheet, SETTINGS_TAB, { branch });
  const link = textOf(cells.get('branch'), spreadsheet);
  if (link !== '') {
    throw new Error(
      `Settings names a branch file already (${cells.address('branch')}): clear that cell first if you want another one.`,
    );
  }
  const email = userEmail();
  const file = createBranchFile(email, email);
  cells.set('branch', addressOfFile(file.getId()));
  cells.write();
  spreadsheet.toast(
    `“${file.getName()}” is named in Settings: share it with the manager above you, who links it in Team. Your next rollup fills it.`,
    'Branch file',
    15,
  );
}

/** Sets the active spreadsheet up by a built-in framework. */
export function setUpActive(): void {
  setUpManagerWorkbook(SpreadsheetApp.getActive());
}

/** Rolls up without the sidebar, as far as one slice goes, and says how far that is. */
export function rollUpActive(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  spreadsheet.toast('Reading the career sheets…', 'Roll up', -1);
  let end = 'It was cut off: roll up again to go on.';
  try {
    end = said(runJob(spreadsheet, ROLLUP_JOB));
  } finally {
    spreadsheet.toast(end, 'Roll up', 10);
  }
}

function said({ state, run }: Slice): string {
  if (state === 'busy') {
    return run === null
      ? 'Something else is being written to this workbook: try again in a moment.'
      : `A rollup that ${run.by} started is running: ${run.done} of ${run.total} people are read.`;
  }
  if (run.total === 0) return 'Team is empty: fill in one row a person, then roll up.';
  const soFar = `${run.done} of ${run.total} people are read`;
  if (state === 'stopped') return `Stopped: ${soFar}.`;
  if (state === 'more') {
    return run.goesOn
      ? `${soFar}: it goes on by itself in some minutes.`
      : `${soFar}: choose Roll up again to go on.`;
  }
  const { problems = 0 } = run.tally;
  const people = run.total === 1 ? 'The one person is' : `All ${run.total} people are`;
  const rows = problems === 1 ? '1 row has a problem' : `${problems} rows have a problem`;
  return problems === 0
    ? `${people} read.`
    : `${people} looked at; ${rows}: see the last column of Rollup.`;
}
