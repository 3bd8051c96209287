// Another version of a framework written over the four tabs that hold one. Their cells stay where
// they are, so that formulas and dropdowns which read these tabs go on reading them.

import type { Framework } from '../framework/framework';
import { columnsIn, type FrameworkTabs } from '../framework/tabs';
import { type CellEdit, frameworkEdits } from '../framework/write';
import { DIRECTIONS, FRAMEWORK, GRADES, LEVELS } from '../layout/framework';
import type { TabLayout } from '../layout/tab';
import { isBlank } from '../rules/cell';
import { addressOf, asTyped } from './cells';
import { sheetOf } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Why a framework does not fit into a career sheet, whose Summary has rows for so many; blank when it does. */
export function misfitOf(
  spreadsheet: Spreadsheet,
  { grids }: FrameworkTabs,
  { competencies, directions }: Framework,
): string {
  const rows = grids[DIRECTIONS.tab].slice(1).filter((row) => !row.every(isBlank)).length;
  if (competencies.length > rows) {
    return `it has ${competencies.length} competencies, and this sheet has room for ${rows}`;
  }
  const columns = sheetOf(spreadsheet, DIRECTIONS.tab).getMaxColumns();
  const room = columns - Object.keys(DIRECTIONS.columns).length;
  if (directions.length > room) {
    return `it has ${directions.length} directions, and this sheet has room for ${room}`;
  }
  return '';
}

/**
 * Writes the framework over what `tabs` says the four tabs hold, each tab by one call, since a tab
 * that was half written would tell of skills that never were. Throws a sentence when one of their
 * headers is missing.
 */
export function rewriteFramework(
  spreadsheet: Spreadsheet,
  tabs: FrameworkTabs,
  framework: Framework,
): void {
  const layouts: TabLayout[] = [FRAMEWORK, DIRECTIONS, LEVELS, GRADES];
  for (const layout of layouts) refuseMissingHeader(tabs, layout);
  const edits = frameworkEdits(tabs, framework);
  for (const { tab } of layouts) {
    const changes = edits.filter((edit) => edit.tab === tab);
    if (changes.length === 0) continue;
    writeBox(sheetOf(spreadsheet, tab), tabs.grids[tab], changes);
  }
}

/** The smallest block of cells that holds all changes. */
function writeBox(
  sheet: Sheet,
  grid: FrameworkTabs['grids'][string],
  changes: readonly CellEdit[],
): void {
  const rows = changes.map(({ row }) => row);
  const columns = changes.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const [bottom, right] = [Math.max(...rows), Math.max(...columns)];
  const height = sheet.getMaxRows();
  if (bottom > height) sheet.insertRowsAfter(height, bottom - height);
  const texts = changes.filter(({ value }) => typeof value === 'string' && value !== '');
  // A cell formatted as plain text might keep the quote that protects our text.
  if (texts.length > 0) {
    sheet
      .getRangeList(texts.map(({ row, column }) => addressOf(row, column)))
      .setNumberFormat('General');
  }
  const wanted = new Map(changes.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const box = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => {
      const [row, column] = [top + down, left + across];
      const now = grid[row - 1]?.[column - 1] ?? '';
      return asTyped(wanted.get(`${row} ${column}`) ?? now);
    }),
  );
  sheet.getRange(top, left, box.length, box[0].length).setValues(box);
}

function refuseMissingHeader(tabs: FrameworkTabs, layout: TabLayout): void {
  const columnOf = columnsIn(tabs, layout);
  for (const key of Object.keys(columnOf)) {
    if (columnOf[key] > 0) continue;
    throw new Error(
      `The tab “${layout.tab}” has no column “${layout.columns[key]}”: put that header back into its first row.`,
    );
  }
}
