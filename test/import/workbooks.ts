// Older sheets of the shapes that people make by hand, with sentences of our own, as Excel files.

import ExcelJS from 'exceljs';
import { parseArea } from '../../local/workspace/a1';
import { readExcel } from '../../local/workspace/excel';
import type { SheetData } from '../../local/workspace/workbook';
import type { RawTab } from '../../src/import/older-sheet';

/** A text and what stands beside it; a formula with its last result is an object of both. */
export type Pair = [text: Content, score: Content];
export type Content =
  | string
  | number
  | boolean
  | Date
  | null
  | { formula: string; result: string | number };

export interface TabOfPairs {
  name: string;
  /** A list a level, from left to right. */
  levels: Pair[][];
  /** What is written above each list. */
  headers?: string[];
  /** Whether the formula of each level says that it is reached, from left to right. */
  reached?: boolean[];
}

/**
 * A pair of columns a level beside the next, the level's name above its skills, and beside the name
 * a formula that comes to 1 when the level is reached.
 */
export function pairsSideBySide(
  book: ExcelJS.Workbook,
  { name, levels, headers, reached }: TabOfPairs,
) {
  const sheet = book.addWorksheet(name);
  levels.forEach((pairs, index) => {
    const column = index * 2 + 1;
    if (headers) sheet.getCell(1, column).value = headers[index];
    if (reached) {
      sheet.getCell(1, column + 1).value = {
        formula: `IF(MIN(${sheet.getColumn(column + 1).letter}3:${sheet.getColumn(column + 1).letter}20)>0,1,0)`,
        result: reached[index] ? 1 : 0,
      };
    }
    pairs.forEach(([text, score], at) => {
      sheet.getCell(at + 3, column).value = text;
      sheet.getCell(at + 3, column + 1).value = score;
    });
  });
  return sheet;
}

/**
 * A title and a line about the competency, pairs with an empty column between them, under each
 * level's name what it means, and below the skills a formula that says in words whether it is reached.
 */
export function pairsWithTitles(
  book: ExcelJS.Workbook,
  { name, levels, headers, reached }: TabOfPairs,
) {
  const sheet = book.addWorksheet(name);
  sheet.getCell('B1').value = name;
  sheet.getCell('B2').value = `What ${name} is about, in a line of its own.`;
  levels.forEach((pairs, index) => {
    const column = index * 3 + 2;
    if (headers) sheet.getCell(4, column).value = headers[index];
    sheet.getCell(5, column).value = 'What somebody on this level is like, in general words.';
    pairs.forEach(([text, score], at) => {
      sheet.getCell(at + 7, column).value = text;
      sheet.getCell(at + 7, column + 1).value = score;
    });
    if (reached) {
      sheet.getCell(14, column).value = 'Level result';
      sheet.getCell(14, column + 1).value = {
        formula: `IF(COUNTIF(${sheet.getColumn(column + 1).letter}7:${sheet.getColumn(column + 1).letter}12,"Nope")=0,"Achieved","Not there yet")`,
        result: reached[index] ? 'Achieved' : 'Not there yet',
      };
    }
  });
  return sheet;
}

/** The tab that turns the levels into a number; each row a competency, its weight and its level. */
export function summary(book: ExcelJS.Workbook, levels: Record<string, number>) {
  const sheet = book.addWorksheet('Summary');
  sheet.addRow(['Competency', 'Weight', 'Achieved level', 'Value']);
  for (const [competency, level] of Object.entries(levels)) {
    sheet.addRow([competency, 0.25, { formula: `1*${level}`, result: level }, level / 4]);
  }
  return sheet;
}

/** The tab a plain table: a row of headers, then the rows. */
export function plainTable(
  book: ExcelJS.Workbook,
  headers: string[],
  rows: Content[][],
  name = 'Sheet1',
) {
  const sheet = book.addWorksheet(name);
  sheet.addRow(headers);
  for (const row of rows) sheet.addRow(row);
  return sheet;
}

/** The bytes of an Excel file. */
export async function excelFile(build: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The tabs of such a file, as the script reads them from a spreadsheet. */
export async function rawTabs(build: (book: ExcelJS.Workbook) => void): Promise<RawTab[]> {
  const sheets = await readExcel(await excelFile(build), 'older.xlsx');
  return sheets.map(rawTab);
}

function rawTab({ name, hidden, cells, merges, hiddenRows }: SheetData): RawTab {
  const places = Object.entries(cells).map(([a1, cell]) => ({ ...areaOf(a1), cell }));
  const rows = Math.max(0, ...places.map(({ row }) => row));
  const columns = Math.max(0, ...places.map(({ column }) => column));
  const grid = () => Array.from({ length: rows }, () => Array<string>(columns).fill(''));
  const values: unknown[][] = grid();
  const formulas = grid();
  for (const { row, column, cell } of places) {
    values[row - 1][column - 1] = cell.v ?? '';
    formulas[row - 1][column - 1] = cell.f ?? '';
  }
  return {
    name,
    isHidden: hidden === true,
    values,
    formulas,
    merges: merges.map((a1) => {
      const { row, column, rows: height, columns: width } = areaOf(a1);
      return { row, column, height, width };
    }),
    isRowHidden: (row) => hiddenRows.includes(row),
  };
}

function areaOf(a1: string) {
  const area = parseArea(a1);
  if (!area) throw new Error(`${a1} is no range`);
  return area;
}
