// Every tab of a spreadsheet that somebody made by hand, as it is: nothing in it is known.

import type { Merge, RawTab } from '../import/older-sheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Three reads a tab; whether a row is hidden is asked when it matters. */
export function readRawTabs(spreadsheet: Spreadsheet): RawTab[] {
  return spreadsheet.getSheets().map((sheet) => {
    const range = sheet.getDataRange();
    return {
      name: sheet.getName(),
      isHidden: sheet.isSheetHidden(),
      values: range.getValues(),
      formulas: range.getFormulas(),
      merges: range.getMergedRanges().map(mergeOf),
      isRowHidden: (row) => sheet.isRowHiddenByUser(row),
    };
  });
}

function mergeOf(range: GoogleAppsScript.Spreadsheet.Range): Merge {
  return {
    row: range.getRow(),
    column: range.getColumn(),
    height: range.getNumRows(),
    width: range.getNumColumns(),
  };
}
