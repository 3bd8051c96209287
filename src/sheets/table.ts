// A tab as a table: read whole in one call, columns found by their headers, changes
// collected and written to their cells only. The one way in and out of a tab's rows.

import { keysOf, type TabLayout } from '../layout/tab';
import {
  addressOf,
  type CellChange,
  type CellValue,
  changedMeanwhile,
  quotedTab,
  sameValue,
  writeCells,
} from './cells';

export type { CellValue } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A row of a table, with the changes that are staged for it. */
export interface Row<Key extends string = string> {
  /** In the sheet, from 1. */
  readonly position: number;
  /** The cell under the layout's column; `''` is blank, a date is a Date. */
  get(key: Key): unknown;
  /** The cell under a header that the layout does not name; `''` when there is no such column. */
  under(header: string): unknown;
}

export class Table<Key extends string = string> {
  /** Every row with something under one of the layout's columns, from top to bottom. */
  readonly rows: readonly Row<Key>[];
  /** All headers from left to right, columns that people added among them. */
  readonly headers: readonly string[];

  /** By row and column. */
  protected readonly staged = new Map<string, CellChange>();
  protected readonly appended: Partial<Record<Key, CellValue>>[] = [];

  protected constructor(
    /** null when the values did not come from a sheet: nothing can be written then. */
    private readonly sheet: Sheet | null,
    private readonly tab: string,
    private readonly values: unknown[][],
    /** Where each column stands, from 1. */
    readonly columnOf: Readonly<Record<Key, number>>,
  ) {
    this.headers = (values[0] ?? []).map(headerText);
    const columns = Object.values<number>(columnOf);
    this.rows = values
      .map((_, index) => index)
      .slice(1)
      .filter((index) => columns.some((column) => !isBlank(values[index][column - 1])))
      .map((index) => ({
        position: index + 1,
        get: (key: Key) => this.cell(index, columnOf[key]),
        under: (header: string) => this.cell(index, this.headers.indexOf(header) + 1),
      }));
  }

  /**
   * Reads a tab whole, in one call. Throws a sentence when a header is missing.
   * The layout may be one made up with further columns, such as one a competency.
   */
  static read<Key extends string>(sheet: Sheet, layout: TabLayout<Key>): Table<Key> {
    const values: unknown[][] = sheet.getDataRange().getValues();
    return new Table(sheet, layout.tab, values, columnsUnder(layout, values));
  }

  /** A tab that was read in another way, from A1; it cannot be written. Throws as `read` does. */
  static of<Key extends string>(layout: TabLayout<Key>, values: unknown[][]): Table<Key> {
    return new Table(null, layout.tab, values, columnsUnder(layout, values));
  }

  /** Like `read`, by the layout's tab in a spreadsheet; throws a sentence when it is missing. */
  static open<Key extends string>(spreadsheet: Spreadsheet, layout: TabLayout<Key>): Table<Key> {
    return Table.read(sheetOf(spreadsheet, layout.tab), layout);
  }

  /** The whole tab as it was read, from A1. */
  get grid(): readonly (readonly unknown[])[] {
    return this.values;
  }

  /** Such as `Assessment!H12`, for sentences. */
  address(row: Row<Key>, key: Key): string {
    return `${quotedTab(this.tab)}!${addressOf(row.position, this.columnOf[key])}`;
  }

  /** Stages a change; nothing is staged when the cell holds the value already. */
  set(row: Row<Key>, key: Key, value: CellValue): void {
    const column = this.columnOf[key];
    const place = `${row.position} ${column}`;
    if (sameValue(row.get(key), value)) this.staged.delete(place);
    else this.staged.set(place, { row: row.position, column, value });
  }

  /** Stages rows for below the last row that holds anything; keys left out stay blank. */
  append(records: readonly Partial<Record<Key, CellValue>>[]): void {
    this.appended.push(...records);
  }

  /**
   * Writes what is staged, changed cells only. Existing cells are read again first: when one of
   * them changed since it was read, or its row moved, nothing is written and the sentence thrown
   * names the cell. The table is used up after it: to go on, read it again.
   */
  write(): void {
    const sheet = this.sheetToWrite();
    this.writeStaged(sheet);
    this.writeAppended(sheet);
  }

  protected sheetToWrite(): Sheet {
    if (this.sheet) return this.sheet;
    throw new Error(`The tab “${this.tab}” was not read to be written.`);
  }

  protected cell(index: number, column: number): unknown {
    return this.values[index][column - 1] ?? '';
  }

  /** The column by which a row is known: the layout's first, such as a skill's id. */
  protected get identity(): number {
    return Object.values<number>(this.columnOf)[0];
  }

  /** @param rows further rows that must be where they were. */
  protected writeStaged(sheet: Sheet, rows: readonly number[] = []): void {
    const changes = Array.from(this.staged.values());
    if (changes.length + rows.length === 0) return;
    const now: unknown[][] = sheet.getDataRange().getValues();
    const refuse = (row: number, column: number) =>
      this.refuseOther(row, column, now[row - 1]?.[column - 1]);
    for (const { row, column } of changes) {
      refuse(row, this.identity);
      refuse(row, column);
    }
    for (const row of rows) refuse(row, this.identity);
    if (changes.length > 0) writeCells(sheet, changes);
  }

  /** Throws unless a cell that was read says the same now. */
  protected refuseOther(row: number, column: number, now: unknown): void {
    if (sameValue(this.cell(row - 1, column), now)) return;
    throw changedMeanwhile(`${quotedTab(this.tab)}!${addressOf(row, column)}`);
  }

  /** The last step of writing. */
  protected writeAppended(sheet: Sheet): void {
    this.staged.clear();
    if (this.appended.length === 0) return;
    const first = sheet.getLastRow() + 1;
    const last = first + this.appended.length - 1;
    const height = sheet.getMaxRows();
    if (last > height) sheet.insertRowsAfter(height, last - height);
    const changes = this.appended.flatMap((record, index) =>
      (Object.keys(this.columnOf) as Key[]).map((key) => ({
        row: first + index,
        column: this.columnOf[key],
        value: record[key] ?? '',
      })),
    );
    writeCells(sheet, changes, first);
    this.appended.length = 0;
  }
}

/** Where each column of a layout stands, from 1. Throws a sentence when a header is missing. */
export function columnsUnder<Key extends string>(
  layout: TabLayout<Key>,
  values: readonly (readonly unknown[])[],
): Record<Key, number> {
  const headers = (values[0] ?? []).map((header) => headerText(header).toLowerCase());
  const columnOf = {} as Record<Key, number>;
  for (const key of keysOf(layout)) {
    const header = layout.columns[key];
    columnOf[key] = headers.indexOf(header.toLowerCase()) + 1;
    if (columnOf[key] > 0) continue;
    throw new Error(
      `The tab “${layout.tab}” has no column “${header}”: put that header back into its first row.`,
    );
  }
  return columnOf;
}

/** All that a row holds under a layout's columns. */
export function cellsOf<Key extends string>(
  row: Row<Key>,
  layout: TabLayout<Key>,
): Record<Key, CellValue> {
  const cells = keysOf(layout).map((key) => [key, row.get(key)]);
  return Object.fromEntries(cells) as Record<Key, CellValue>;
}

/** A tab by its name; throws a sentence when it is missing. */
export function sheetOf(spreadsheet: Spreadsheet, name: string): Sheet {
  const sheet = spreadsheet.getSheetByName(name);
  if (sheet) return sheet;
  throw new Error(
    `There is no tab “${name}” in “${spreadsheet.getName()}”: give the tab its name back, or bring it back from File > Version history.`,
  );
}

export function isBlank(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}

const headerText = (value: unknown) => String(value ?? '').trim();
