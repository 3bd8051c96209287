// Reviving cells that are stuck on `Loading…`, or on what an older script made of them.

import { type Block, blocksOf } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const OURS =
  /\b(LEVEL|LEVEL_GAP|PROGRESS|PROGRESS_BY_DIRECTION|NEXT_SKILLS|GRADE|PAY_TARGET)\s*\(/i;

/**
 * Enters every formula that calls one of our functions anew, and returns how many there were.
 * In between their cells hold the formulas as text: were the run cut off there, none would be
 * lost. All other cells, and all formats, stay as they are.
 */
export function recalculate(spreadsheet: Spreadsheet): number {
  const found = spreadsheet.getSheets().flatMap(formulasIn);
  for (const { sheet, block, formulas } of found) {
    cellsOf(sheet, block).setValues(formulas.map((row) => row.map((formula) => `'${formula}`)));
  }
  SpreadsheetApp.flush();
  for (const { sheet, block, formulas } of found) cellsOf(sheet, block).setFormulas(formulas);
  SpreadsheetApp.flush();
  return found.reduce((count, { block }) => count + block.height * block.width, 0);
}

interface Found {
  sheet: Sheet;
  block: Block;
  formulas: string[][];
}

/** The formulas of a tab that call our functions, in blocks of neighbouring cells. */
function formulasIn(sheet: Sheet): Found[] {
  const formulas = sheet.getDataRange().getFormulas();
  const places = formulas.flatMap((row, down) =>
    row
      .map((formula, right) => ({ row: down + 1, column: right + 1, formula }))
      .filter(({ formula }) => callsOurs(formula)),
  );
  return blocksOf(places).map((block) => ({
    sheet,
    block,
    formulas: formulas
      .slice(block.row - 1, block.row - 1 + block.height)
      .map((row) => row.slice(block.column - 1, block.column - 1 + block.width)),
  }));
}

/** Names inside texts do not count. */
function callsOurs(formula: string): boolean {
  return OURS.test(formula.replace(/"[^"]*"/g, '""'));
}

function cellsOf(sheet: Sheet, { row, column, height, width }: Block) {
  return sheet.getRange(row, column, height, width);
}
