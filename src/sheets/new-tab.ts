// How a new tab looks: its header in our style, frozen, its columns as wide as they read well.

import { keysOf, type TabLayout } from '../layout/tab';
import { oneOf } from './cell-rules';
import { addressOf, asTyped, type CellValue } from './cells';
import { design } from './design';
import { style } from './style';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface NewTab<Key extends string> {
  /** Pixels, where they are not 120. */
  widths: Partial<Record<Key, number>>;
  /** Rows of the grid below the header. */
  rows: number;
  /** Columns of short values. */
  centred?: readonly NoInfer<Key>[];
  /** Columns behind those of the layout; one without a header stays free. */
  more?: readonly { header: string; width: number }[];
}

const WIDTH = 120;

/** Adds a tab behind the others, with its header row and an empty grid of just the size asked for. */
export function addTab<Key extends string>(
  spreadsheet: Spreadsheet,
  layout: TabLayout<Key>,
  { widths, rows, centred = [], more = [] }: NewTab<Key>,
): Sheet {
  const keys = keysOf(layout);
  const headers = [...keys.map((key) => layout.columns[key]), ...more.map(({ header }) => header)];
  const allWidths = [...keys.map((key) => widths[key] ?? WIDTH), ...more.map(({ width }) => width)];
  const sheet = addGrid(spreadsheet, layout.tab, rows + 1, allWidths);
  writeBlock(sheet.getRange(1, 1, 1, headers.length), [headers]);
  const { body, header } = design();
  style(sheet, [addressOf(1, 1, rows + 1, headers.length)], body);
  style(sheet, [addressOf(1, 1, 1, headers.length)], header);
  if (centred.length > 0) {
    const columns = centred.map((key) => addressOf(1, keys.indexOf(key) + 1, rows + 1));
    style(sheet, columns, { align: 'center' });
  }
  sheet.setFrozenRows(1);
  sheet.setRowHeight(1, 34);
  return sheet;
}

/** Adds a tab as its design has it. */
export function addDesigned<Key extends string>(
  spreadsheet: Spreadsheet,
  layout: TabLayout<Key>,
  { rows, more = [] }: Pick<NewTab<Key>, 'rows' | 'more'>,
): Sheet {
  const { choices, notes, warning, ...look } = design().tabs[layout.tab];
  const sheet = addTab<string>(spreadsheet, layout, {
    ...look,
    rows,
    more: [...look.more, ...more],
  });
  const column: Record<string, number> = columnsOf(layout);
  for (const key of Object.keys(choices)) {
    sheet.getRange(2, column[key], rows, 1).setDataValidation(oneOf(choices[key]));
  }
  for (const address of Object.keys(notes)) sheet.getRange(address).setNote(notes[address]);
  if (warning) warnBeforeEdits(sheet, warning);
  return sheet;
}

/** The position of each of a layout's columns in a tab made by `addTab`. */
export function columnsOf<Key extends string>(layout: TabLayout<Key>): Record<Key, number> {
  const keys = keysOf(layout);
  return Object.fromEntries(keys.map((key, index) => [key, index + 1])) as Record<Key, number>;
}

/** Adds an empty tab behind the others whose grid has these rows and columns (widths in pixels). */
export function addGrid(
  spreadsheet: Spreadsheet,
  name: string,
  rows: number,
  widths: readonly number[],
): Sheet {
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  const spareColumns = sheet.getMaxColumns() - widths.length;
  const spareRows = sheet.getMaxRows() - rows;
  if (spareColumns > 0) sheet.deleteColumns(widths.length + 1, spareColumns);
  if (spareColumns < 0) sheet.insertColumnsAfter(1, -spareColumns);
  if (spareRows > 0) sheet.deleteRows(rows + 1, spareRows);
  if (spareRows < 0) sheet.insertRowsAfter(1, -spareRows);
  for (let first = 0; first < widths.length; ) {
    let next = first + 1;
    while (widths[next] === widths[first]) next += 1;
    sheet.setColumnWidths(first + 1, next - first, widths[first]);
    first = next;
  }
  return sheet;
}

/** Writes a block of plain values into cells of a tab that was just made; text stays as it is. */
export function writeBlock(range: Range, values: readonly (readonly CellValue[])[]): void {
  range.setValues(values.map((row) => row.map(asTyped)));
}

/** Asks before anybody edits a tab; `open` ranges are edited without a question. */
export function warnBeforeEdits(sheet: Sheet, description: string, open: Range[] = []): void {
  const protection = sheet.protect().setDescription(description).setWarningOnly(true);
  if (open.length > 0) protection.setUnprotectedRanges(open);
}
