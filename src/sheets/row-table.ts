// A table of which rows may go, and whole rows be written: for tabs that scripts alone write.

import type { TabLayout } from '../layout/tab';
import { blocksOf, type CellValue, writeCells } from './cells';
import { columnsUnder, type Row, sheetOf, Table } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

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
    this.deleteRemoved(this.writeStaged(undefined, this.removed));
  }

  /**
   * Like `write`, and with a changed cell all cells of the layout in its row, as they are: in a
   * call for each run of rows instead of one for each cell.
   */
  writeRows(): void {
    const sheet = this.writeStaged((sheet, changes, now) => {
      const rows = new Set(changes.map(({ row }) => row));
      const whole = Array.from(rows).flatMap((row) =>
        Object.values<number>(this.columnOf).map((column) => ({
          row,
          column,
          value:
            this.staged.get(`${row} ${column}`)?.value ??
            ((now[row - 1]?.[column - 1] ?? '') as CellValue),
        })),
      );
      writeCells(sheet, whole, 1);
    }, this.removed);
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
