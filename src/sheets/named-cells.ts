// Single cells under a named range each, such as those of Summary and Settings: all of
// one tab's read in one call, changes written to their cells only.

import {
  addressOf,
  type CellChange,
  type CellValue,
  changedMeanwhile,
  type Place,
  quotedTab,
  sameValue,
  writeCells,
} from './cells';
import { sheetOf } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class NamedCells<Key extends string> {
  private readonly staged = new Map<Key, CellValue>();

  private constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly tab: string,
    private readonly names: Record<Key, string>,
    private readonly sheet: Sheet,
    private readonly places: Record<Key, Place>,
    private readonly values: unknown[][],
  ) {}

  /**
   * Reads the cells of `tab` that the named ranges (key to name) point at.
   * Throws a sentence when the tab or a name is missing or points elsewhere.
   */
  static read<Key extends string>(
    spreadsheet: Spreadsheet,
    tab: string,
    names: Record<Key, string>,
  ): NamedCells<Key> {
    const sheet = sheetOf(spreadsheet, tab);
    const places = {} as Record<Key, Place>;
    for (const key of Object.keys(names) as Key[]) {
      const range = spreadsheet.getRangeByName(names[key]);
      if (!range) {
        throw new Error(
          `The named range “${names[key]}” is missing: in Data > Named ranges, give this name to its cell in the tab “${tab}”.`,
        );
      }
      if (range.getSheet().getSheetId() !== sheet.getSheetId()) {
        throw new Error(
          `The named range “${names[key]}” points outside the tab “${tab}”: in Data > Named ranges, point it at its cell there.`,
        );
      }
      places[key] = { row: range.getRow(), column: range.getColumn() };
    }
    const values: unknown[][] = sheet.getDataRange().getValues();
    return new NamedCells(spreadsheet, tab, names, sheet, places, values);
  }

  /** The whole tab as it was read, from A1, for tables that stand beside the single cells. */
  get grid(): readonly (readonly unknown[])[] {
    return this.values;
  }

  /** The cell as it is; `''` is blank, a date is a Date. */
  get(key: Key): unknown {
    const { row, column } = this.places[key];
    return this.values[row - 1]?.[column - 1] ?? '';
  }

  /** Such as `Summary!C4`, for sentences. */
  address(key: Key): string {
    const { row, column } = this.places[key];
    return `${quotedTab(this.tab)}!${addressOf(row, column)}`;
  }

  /** Stages a change; nothing is staged when the cell holds the value already. */
  set(key: Key, value: CellValue): void {
    if (sameValue(this.get(key), value)) this.staged.delete(key);
    else this.staged.set(key, value);
  }

  /**
   * Writes what is staged. The cells are read again first: when one of them changed
   * since it was read, nothing is written and the sentence thrown names it.
   */
  write(): void {
    if (this.staged.size === 0) return;
    const now = NamedCells.read(this.spreadsheet, this.tab, this.names);
    const changes: CellChange[] = [];
    this.staged.forEach((value, key) => {
      if (!sameValue(now.get(key), this.get(key))) throw changedMeanwhile(now.address(key));
      changes.push({ ...now.places[key], value });
    });
    writeCells(this.sheet, changes);
    this.staged.clear();
  }
}
