// An Excel file (.xlsx) as the tabs of a workbook: values, formulas with their last results, merged
// cells, hidden rows and tabs, and what of the look helps to read it.

import type ExcelJS from 'exceljs';
import { withSemicolons } from '../page/formula';
import { ServiceError } from '../services/service-error';
import { serialOf } from '../services/typed-value';
import { blankSheet } from './blank';
import type { Cell, CellStyle, Scalar, SheetData } from './workbook';

/** Throws one sentence when the bytes are no Excel workbook; `name` is the file's, for the sentence. */
export async function readExcel(bytes: Uint8Array, name: string): Promise<SheetData[]> {
  const { default: library } = await import('exceljs');
  const workbook = new library.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    throw noWorkbook(name);
  }
  if (workbook.worksheets.length === 0) throw noWorkbook(name);
  return workbook.worksheets.map(sheetOf);
}

function noWorkbook(name: string): ServiceError {
  return new ServiceError(
    `"${name}" is no Excel workbook, or is damaged: choose a file that was saved as .xlsx.`,
  );
}

function sheetOf(worksheet: ExcelJS.Worksheet, index: number): SheetData {
  const cells: Record<string, Cell> = {};
  const hiddenRows: number[] = [];
  let rows = 1;
  let columns = 1;
  worksheet.eachRow((row, position) => {
    if (row.hidden) hiddenRows.push(position);
    row.eachCell((cell) => {
      // The cells behind a merged one repeat it.
      if (cell.isMerged && cell.master.address !== cell.address) return;
      const content = contentOf(cell);
      if (content === null) return;
      cells[cell.address] = content;
      rows = Math.max(rows, position);
      columns = Math.max(columns, Number(cell.col));
    });
  });
  const blank = blankSheet(index, worksheet.name);
  return {
    ...blank,
    ...(worksheet.state !== 'visible' && { hidden: true }),
    rows: Math.max(rows, blank.rows),
    columns: Math.max(columns, blank.columns),
    cells,
    merges: worksheet.model.merges.map(String),
    hiddenRows,
    ...columnsOf(worksheet, columns),
  };
}

function columnsOf(worksheet: ExcelJS.Worksheet, columns: number) {
  const columnWidths: Record<number, number> = {};
  const hiddenColumns: number[] = [];
  for (let position = 1; position <= columns; position++) {
    const { width, hidden } = worksheet.getColumn(position);
    if (width) columnWidths[position] = Math.round(width * PIXELS_A_DIGIT) + PADDING;
    if (hidden) hiddenColumns.push(position);
  }
  return { columnWidths, hiddenColumns };
}

/** Excel counts widths in digits of its usual font. */
const PIXELS_A_DIGIT = 7;
const PADDING = 5;

/** null for a cell with nothing in it. */
function contentOf(cell: ExcelJS.Cell): Cell | null {
  const formula = cell.formula ? `=${withSemicolons(cell.formula)}` : undefined;
  const value = shownIn(formula === undefined ? cell.value : cell.result);
  if (formula === undefined && (value === null || value === '')) return null;
  const style = styleOf(cell);
  const isDate = (formula === undefined ? cell.value : cell.result) instanceof Date;
  const hyperlink = cell.hyperlink;
  const isLink = hyperlink && typeof value === 'string';
  return {
    ...(value !== null && { v: value }),
    ...(formula !== undefined && { f: formula }),
    ...(isDate && { format: DATE }),
    ...(style !== null && { style }),
    ...(isLink && { links: [{ start: 0, end: value.length, url: hyperlink }] }),
  };
}

const DATE = 'yyyy-mm-dd';

/** What the cell shows, without the looks of its letters. */
function shownIn(value: ExcelJS.CellValue | undefined): Scalar | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return serialOf(value);
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('text' in value) return shownIn(value.text as ExcelJS.CellValue);
  return null;
}

function styleOf({ font, fill, alignment }: ExcelJS.Cell): CellStyle | null {
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' && colour(fill.fgColor);
  const color = colour(font?.color);
  const style: CellStyle = {
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
    ...(background && { background }),
    ...(color && { color }),
    ...(alignment?.wrapText && { wrap: true }),
  };
  return Object.keys(style).length > 0 ? style : null;
}

/** Of `FF1F1F1F`, opacity first; a colour of the theme is left out. */
function colour(given: Partial<ExcelJS.Color> | undefined): string | null {
  return given?.argb && /^[0-9a-f]{8}$/i.test(given.argb) ? `#${given.argb.slice(2)}` : null;
}
