// Pay in a manager workbook: the columns behind Grades. No other file ever holds any of it.

import { PALETTE } from '../design/palette';
import { PAID_GRADES } from '../layout/manager-workbook';
import { addressOf } from './cells';
import { columnsOf, writeBlock } from './new-tab';
import { style } from './style';
import { sheetOf } from './table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const MONEY = '#,##0';

/** Adds the columns of pay to the tab Grades; edits of these ask nothing. */
export function addPayColumns(spreadsheet: Spreadsheet): void {
  const sheet = sheetOf(spreadsheet, PAID_GRADES.tab);
  const { payFloor: first } = columnsOf(PAID_GRADES);
  sheet.insertColumnsAfter(first - 1, 2);
  sheet.setColumnWidths(first, 2, 100);
  const header = sheet.getRange(1, first, 1, 2);
  writeBlock(header, [[PAID_GRADES.columns.payFloor, PAID_GRADES.columns.nextFloor]]);
  header.setNotes([
    [
      'What the grade pays from its first progress on; all floors in one currency, for one period. Pay never leaves this workbook.',
      'The pay floor of the next grade: what this one pays at its last progress.',
    ],
  ]);
  style(sheet, [addressOf(1, first, 1, 2)], {
    background: PALETTE.accent,
    colour: PALETTE.onAccent,
    bold: true,
  });
  const cells = sheet.getRange(2, first, sheet.getMaxRows() - 1, 2);
  cells.setNumberFormat(MONEY).setHorizontalAlignment('right');
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
    protection.setUnprotectedRanges([cells]);
  }
}
