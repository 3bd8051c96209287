// The hidden tab of a career sheet that keeps what an update found there, until the manager discards it.

import { BEFORE } from '../layout/manager-workbook';
import { asTyped, type CellValue } from '../sheets/cells';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab as it was, by its name. */
export type Found = readonly (readonly [name: string, grid: readonly (readonly unknown[])[]])[];

const TITLE = /^Before \d+\.\d+\.\d+$/;
/** Stands in A1, so that no tab of the person's own is ever taken for ours. */
const MARK = 'What stood here before the update to';

/** Keeps what was found, once: a second update of the same version finds the tab filled. */
export function keepBefore(spreadsheet: Spreadsheet, version: string, found: Found): void {
  const name = `${BEFORE} ${version}`;
  const tab = spreadsheet.getSheetByName(name);
  if (tab && isOurs(tab)) return;
  // An empty one is of an update that was cut off before it had changed anything.
  if (tab && tab.getLastRow() > 0) {
    throw new Error(
      `The career sheet has a tab “${name}” of its own: give it another name, since the update keeps there what it found.`,
    );
  }
  const rows: CellValue[][] = [[`${MARK} ${version}`]];
  for (const [title, grid] of found) {
    rows.push([''], [title], ...grid.map((row) => row.map((value) => value as CellValue)));
  }
  const width = Math.max(...rows.map((row) => row.length));
  const block = rows.map((row) => [...row, ...Array(width - row.length).fill('')].map(asTyped));
  const sheet = tab ?? spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  sheet.hideSheet();
  makeRoom(sheet, rows.length, width);
  sheet.getRange(1, 1, rows.length, width).setValues(block);
}

/** Deletes the tabs that updates made; returns how many there were. */
export function discardBefore(spreadsheet: Spreadsheet): number {
  const ours = spreadsheet
    .getSheets()
    .filter((sheet) => TITLE.test(sheet.getName()) && isOurs(sheet));
  for (const sheet of ours) spreadsheet.deleteSheet(sheet);
  return ours.length;
}

function isOurs(sheet: Sheet): boolean {
  return String(sheet.getRange(1, 1).getValue()).indexOf(MARK) === 0;
}

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const height = sheet.getMaxRows();
  const width = sheet.getMaxColumns();
  if (rows > height) sheet.insertRowsAfter(height, rows - height);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
}
