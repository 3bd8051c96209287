// Tabs that are made when they are first needed, so that older workbooks get them too.

import type { TabLayout } from '../layout/tab';
import { addTab, type NewTab } from './new-tab';
import { sheetOf } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** An empty tab was cut off while it was made. */
export function isThere(spreadsheet: Spreadsheet, { tab }: TabLayout): boolean {
  const sheet = spreadsheet.getSheetByName(tab);
  return sheet !== null && sheet.getLastRow() > 0;
}

/** The tab, made as `look` says when it is not there. `finish` styles a new one. */
export function openOrAdd<Key extends string>(
  spreadsheet: Spreadsheet,
  layout: TabLayout<Key>,
  look: NewTab<Key>,
  finish: (sheet: Sheet) => void,
): Sheet {
  if (isThere(spreadsheet, layout)) return sheetOf(spreadsheet, layout.tab);
  const empty = spreadsheet.getSheetByName(layout.tab);
  if (empty) spreadsheet.deleteSheet(empty);
  const sheet = addTab(spreadsheet, layout, look);
  finish(sheet);
  return sheet;
}
