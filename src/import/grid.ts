// The cells of an older sheet's tab, whatever is merged in it.

import { addressOf, quotedTab } from '../layout/address';
import { isBlank } from '../rules/cell';
import type { Merge, RawTab } from './older-sheet';

/** Positions from 1; a cell beyond the tab is blank. */
export class Grid {
  readonly rows: number;
  readonly columns: number;
  private readonly merged = new Map<string, Merge>();

  constructor(readonly tab: RawTab) {
    this.rows = tab.values.length;
    this.columns = Math.max(0, ...tab.values.map((row) => row.length));
    for (const merge of tab.merges) {
      for (let row = merge.row; row < merge.row + merge.height; row++) {
        for (let column = merge.column; column < merge.column + merge.width; column++) {
          this.merged.set(`${row} ${column}`, merge);
        }
      }
    }
  }

  /** The value in the cell, or of the merged cells that it is part of. */
  at(row: number, column: number): unknown {
    const merge = this.mergeAt(row, column);
    return this.tab.values[(merge?.row ?? row) - 1]?.[(merge?.column ?? column) - 1] ?? '';
  }

  /** Blank where the cell holds no formula. */
  formula(row: number, column: number): string {
    return this.tab.formulas[row - 1]?.[column - 1] ?? '';
  }

  mergeAt(row: number, column: number): Merge | undefined {
    return this.merged.get(`${row} ${column}`);
  }

  /** The text in a cell, trimmed; blank when it holds none, or an error. */
  text(row: number, column: number): string {
    const value = this.at(row, column);
    return typeof value === 'string' && !/^#[A-Z/0!?]+$/.test(value.trim()) ? value.trim() : '';
  }

  isBlank(row: number, column: number): boolean {
    return isBlank(this.at(row, column));
  }

  /** Such as `Delivery!C7`. */
  address(row: number, column: number): string {
    return `${quotedTab(this.tab.name)}!${addressOf(row, column)}`;
  }
}
