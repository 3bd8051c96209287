// An argument of a custom function: a cell, a row, a column or a table, and how a sentence
// names a cell in it.

import { isBlank, isDate, isErrorText, numberIn, shown } from '../rules/cell';
import { ALLOWED_SCORES, parseScore, type Score } from '../rules/score';

export interface Range {
  /** The parameter's name. */
  name: string;
  rows: number;
  columns: number;
  /** Row by row. */
  cells: unknown[];
}

/** What Sheets hands over: a scalar for a single cell, rows of cells for a range, nothing when missing. */
export function rangeOf(name: string, argument: unknown): Range {
  if (!Array.isArray(argument)) return { name, rows: 1, columns: 1, cells: [argument] };
  const rows: unknown[][] = argument.map((row) => (Array.isArray(row) ? row : [row]));
  const columns = rows.length > 0 ? rows[0].length : 0;
  const cells: unknown[] = [];
  for (const row of rows) for (let column = 0; column < columns; column++) cells.push(row[column]);
  return { name, rows: rows.length, columns, cells };
}

/** The one filled cell of an argument that is a single value; `''` when there is none. */
export function singleOf(name: string, argument: unknown): unknown {
  const filled = rangeOf(name, argument).cells.filter((cell) => !isBlank(cell));
  if (filled.length > 1) {
    throw new Error(`${name} has ${filled.length} filled cells, but it must be a single cell.`);
  }
  return filled.length === 1 ? filled[0] : '';
}

/**
 * Positions that are filled in at least one of the ranges, which must be of one size; a row
 * and a column of the same length are.
 */
export function filledPositions(...ranges: Range[]): number[] {
  const [first] = ranges;
  for (const other of ranges) {
    const sameShape = other.rows === first.rows && other.columns === first.columns;
    const bothLines = isLine(first) && isLine(other) && other.cells.length === first.cells.length;
    if (!sameShape && !bothLines) {
      throw new Error(
        `${first.name} has ${sizeOf(first)}, but ${other.name} has ${sizeOf(other)}: they must be of the same size.`,
      );
    }
  }
  const positions: number[] = [];
  for (let position = 0; position < first.cells.length; position++) {
    if (ranges.some((range) => !isBlank(range.cells[position]))) positions.push(position);
  }
  return positions;
}

/** The positions (of the first column) of a table's rows that hold anything. */
export function filledRows(table: Range): number[] {
  const rows: number[] = [];
  for (let start = 0; start < table.cells.length; start += table.columns) {
    const row = table.cells.slice(start, start + table.columns);
    if (!row.every(isBlank)) rows.push(start);
  }
  return rows;
}

export function isLine(range: Range): boolean {
  return range.rows === 1 || range.columns === 1;
}

export function sizeOf({ rows, columns }: Range): string {
  return `${counted(rows, 'row')} and ${counted(columns, 'column')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Throws the sentence: which argument, which cell, what is wrong, what is allowed. */
export function refuse(range: Range, position: number, allowed: string): never {
  const row = Math.floor(position / range.columns) + 1;
  const column = (position % range.columns) + 1;
  throw new Error(
    `${range.name}, row ${row}, column ${column} is ${shown(range.cells[position])}, but ${allowed}.`,
  );
}

export function scoreAt(range: Range, position: number): Score {
  const score = parseScore(range.cells[position]);
  return score === undefined ? refuse(range, position, ALLOWED_SCORES) : score;
}

/** The level that a skill stands on. */
export function skillLevelAt(range: Range, position: number): number {
  return wholeAt(range, position, 1, "a skill's level");
}

/** A level that somebody reached. */
export function reachedLevelAt(range: Range, position: number): number {
  return wholeAt(range, position, 0, 'a level');
}

function wholeAt(range: Range, position: number, lowest: number, what: string): number {
  const level = numberIn(range.cells[position]);
  if (level === null || !Number.isInteger(level) || level < lowest || level > 9) {
    return refuse(range, position, `${what} is a whole number from ${lowest} to 9`);
  }
  return level;
}

export function weightAt(range: Range, position: number): number {
  return numberAt(range, position, 0, 100, 'a weight');
}

/** A boundary of a grade. */
export function boundaryAt(range: Range, position: number): number {
  return numberAt(range, position, 0, 9, "a grade's boundary");
}

/** An amount of money; `what` such as `a pay floor`. */
export function payAt(range: Range, position: number, what: string): number {
  const pay = numberIn(range.cells[position]);
  if (pay === null || pay < 0) return refuse(range, position, `${what} is a number from 0 on`);
  return pay;
}

function numberAt(
  range: Range,
  position: number,
  lowest: number,
  highest: number,
  what: string,
): number {
  const number = numberIn(range.cells[position]);
  if (number === null || number < lowest || number > highest) {
    return refuse(range, position, `${what} is a number from ${lowest} to ${highest}`);
  }
  return number;
}

/** A name, trimmed; `what` such as `a competency`. Blank is refused. */
export function nameAt(range: Range, position: number, what: string): string {
  const text = textAt(range, position, what);
  return text === '' ? refuse(range, position, `${what} is text`) : text;
}

/** Text, trimmed; may be blank. */
export function textAt(range: Range, position: number, what: string): string {
  const value = range.cells[position];
  if (isBlank(value)) return '';
  if (isDate(value) || isErrorText(value)) refuse(range, position, `${what} is text`);
  return String(value).trim();
}
