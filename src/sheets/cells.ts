// The one place that writes values into cells: only the cells named, in as few
// calls as possible, and text so that it comes back exactly as it was.

import { addressOf } from '../layout/address';

export { addressOf, columnLetters, quotedTab } from '../layout/address';

/** What a cell holds; `''` is a blank cell. */
export type CellValue = string | number | boolean | Date;

/** A cell by its positions in the sheet, from 1. */
export interface Place {
  row: number;
  column: number;
}

export interface CellChange extends Place {
  value: CellValue;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Block extends Place {
  height: number;
  width: number;
}

/**
 * Writes each change to its cell and nothing else. Text never becomes a number, a
 * date, a boolean or a formula. Rows from `newFrom` on are new: a blank in them is
 * left blank, elsewhere it clears the cell.
 */
export function writeCells(
  sheet: Sheet,
  changes: readonly CellChange[],
  newFrom = Number.POSITIVE_INFINITY,
): void {
  const cleared = changes.filter((change) => change.value === '' && change.row < newFrom);
  const filled = changes.filter((change) => change.value !== '' || change.row >= newFrom);
  const texts = filled.filter((change) => typeof change.value === 'string' && change.value !== '');
  if (cleared.length > 0) sheet.getRangeList(addressesOf(cleared)).clearContent();
  // A cell formatted as plain text might keep the quote that protects our text.
  if (texts.length > 0) sheet.getRangeList(addressesOf(texts)).setNumberFormat('General');

  const blocks = blocksOf(filled);
  const alike = groupByValue(filled);
  if (alike.length < blocks.length) {
    for (const group of alike) {
      sheet.getRangeList(addressesOf(group)).setValue(asTyped(group[0].value));
    }
    return;
  }
  const values = new Map(filled.map((change) => [keyOf(change.row, change.column), change.value]));
  for (const { row, column, height, width } of blocks) {
    const block = Array.from({ length: height }, (_, down) =>
      Array.from({ length: width }, (_, right) =>
        asTyped(values.get(keyOf(row + down, column + right)) ?? ''),
      ),
    );
    sheet.getRange(row, column, height, width).setValues(block);
  }
}

/**
 * A value as it must be typed to be stored as it is: Sheets reads text as typing, so
 * that `007`, `2026-07`, `TRUE` and `=1+1` would change; a leading quote keeps them.
 */
export function asTyped(value: CellValue): CellValue {
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}

/** Whether two cell values are the same; dates by the second, since a sheet stores them as fractions of a day. */
export function sameValue(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((value) => value ?? '');
  const [dateA, dateB] = [timeOf(a), timeOf(b)];
  if (dateA !== null && dateB !== null) return Math.abs(dateA - dateB) < 1000;
  return a === b;
}

/** The sentence for a cell that is not overwritten. */
export function changedMeanwhile(address: string): Error {
  return new Error(
    `${address} was changed by somebody in the meantime: nothing was written; look at it and try again.`,
  );
}

function addressesOf(cells: readonly Place[]): string[] {
  return blocksOf(cells).map(({ row, column, height, width }) =>
    addressOf(row, column, height, width),
  );
}

/** The cells as rectangles: runs down each column, then equal runs of neighbouring columns joined. */
export function blocksOf(cells: readonly Place[]): Block[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Block[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (last && last.column === column && last.row + last.height === row) last.height += 1;
    else runs.push({ row, column, height: 1, width: 1 });
  }
  const blocks: Block[] = [];
  for (const run of runs) {
    const left = blocks.find(
      (block) =>
        block.column + block.width === run.column &&
        block.row === run.row &&
        block.height === run.height,
    );
    if (left) left.width += 1;
    else blocks.push(run);
  }
  return blocks;
}

function groupByValue(changes: readonly CellChange[]): CellChange[][] {
  const groups = new Map<string, CellChange[]>();
  for (const change of changes) {
    const key = `${typeof change.value} ${timeOf(change.value) ?? change.value}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

const keyOf = (row: number, column: number) => `${row} ${column}`;

function timeOf(value: unknown): number | null {
  return Object.prototype.toString.call(value) === '[object Date]'
    ? (value as Date).getTime()
    : null;
}
