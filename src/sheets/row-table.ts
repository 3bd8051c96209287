// A table of which rows may go, and whole rows be written: for tabs that scripts alone write.

import type { TabLayout } from '../layout/tab';
import { blocksOf, type CellValue, columnLetters, sameValue, writeCells } from './cells';
import { columnsUnder, type Row, sheetOf, Table } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** To write so many more cells as they are takes less long than another call would. */
const CELLS_PER_CALL = 5000;

export class RowTable<Key extends string = string> extends Table<Key> {
  private readonly removed = new Set<number>();

  /** As a table is read. */
  static override read<Key extends string>(sheet: Sheet, layout: TabLayout<Key>): RowTable<Key> {
    const values: unknown[][] = sheet.getDataRange().getValues();
    return new RowTable(sheet, layout.tab, values, columnsUnder(layout, values));
  }

  static override open<Key extends string>(
    spreadsheet: Spreadsheet,
    layout: TabLayout<Key>,
  ): RowTable<Key> {
    return RowTable.read(sheetOf(spreadsheet, layout.tab), layout);
  }

  /** Stages the deletion of a row, with whatever people wrote beside it. */
  remove(row: Row<Key>): void {
    this.removed.add(row.position);
  }

  /** Whether anything is staged. */
  get isChanged(): boolean {
    return this.staged.size + this.appended.length + this.removed.size > 0;
  }

  /** Rows are deleted last. */
  override write(): void {
    const sheet = this.sheetToWrite();
    this.writeStaged(sheet, Array.from(this.removed));
    this.writeAppended(sheet);
    this.deleteRemoved(sheet);
  }

  /**
   * Whether every row is where it was when the tab was read, by its cell under one of the columns,
   * which alone is read again.
   */
  stands(key: Key): boolean {
    const letters = columnLetters(this.columnOf[key]);
    const now: unknown[][] = this.sheetToWrite().getRange(`${letters}:${letters}`).getValues();
    const cell = (index: number) =>
      index < this.grid.length ? this.cell(index, this.columnOf[key]) : '';
    return (
      now.length >= this.grid.length && now.every(([value], index) => sameValue(value, cell(index)))
    );
  }

  /**
   * Like `write`, and with changed cells those between them, as they were read: in a call for each
   * stretch of rows and columns instead of one for each cell. For tabs of which nobody else fills the
   * layout's columns: only whether the rows are where they were is read again.
   */
  writeRows(): void {
    const sheet = this.sheetToWrite();
    const changes = Array.from(this.staged.values());
    const own = new Set(Object.values<number>(this.columnOf));
    const changed = changes.map(({ column }) => column);
    const rows = withThoseBetween(
      changes.map(({ row }) => row),
      Math.floor(CELLS_PER_CALL / new Set(changed).size),
    );
    const columns = withThoseBetween(changed, Math.floor(CELLS_PER_CALL / rows.length)).filter(
      (column) => own.has(column),
    );
    if (rows.length + this.removed.size > 0) {
      const letters = columnLetters(this.identity);
      const now: unknown[][] = sheet.getRange(`${letters}:${letters}`).getValues();
      for (const row of [...rows, ...Array.from(this.removed)]) {
        this.refuseOther(row, this.identity, now[row - 1]?.[0]);
      }
      const cells = rows.flatMap((row) =>
        columns.map((column) => ({
          row,
          column,
          value:
            this.staged.get(`${row} ${column}`)?.value ?? (this.cell(row - 1, column) as CellValue),
        })),
      );
      writeCells(sheet, cells, 1);
    }
    this.writeAppended(sheet);
    this.deleteRemoved(sheet);
  }

  private deleteRemoved(sheet: Sheet): void {
    if (this.removed.size === 0) return;
    const height = sheet.getMaxRows();
    // Google refuses to delete the last row below the header.
    if (this.removed.size === height - 1) sheet.insertRowsAfter(height, 1);
    for (const run of rowRuns(this.removed)) sheet.deleteRows(run.row, run.height);
    this.removed.clear();
  }
}

/** Rows that lie together, the lowest ones first, so that deleting some moves none of the others. */
function rowRuns(positions: ReadonlySet<number>): { row: number; height: number }[] {
  return blocksOf(Array.from(positions, (row) => ({ row, column: 1 })))
    .map(({ row, height }) => ({ row, height }))
    .reverse();
}

/** The positions, upward, with those between two that are at most so many apart. */
function withThoseBetween(positions: readonly number[], apart: number): number[] {
  const sorted = Array.from(new Set(positions)).sort((a, b) => a - b);
  const all: number[] = [];
  for (const position of sorted) {
    const last = all[all.length - 1] ?? position;
    const from = position - last <= apart ? last + 1 : position;
    for (let each = Math.min(from, position); each <= position; each += 1) all.push(each);
  }
  return all;
}
