// A rectangle of cells in a tab: how its cells are read, checked and written, for Range.

import type { Execution } from '../run/execution';
import { type Area, cellName, clipped } from '../workspace/a1';
import type { Cell } from '../workspace/workbook';
import { withoutContent } from './cell-value';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { signatureError } from './signature';

export abstract class CellBlock extends Service {
  constructor(
    execution: Execution,
    readonly sheet: Sheet,
    /** Open where it was asked for so, as `E:E`. */
    readonly area: Area,
  ) {
    super(execution);
  }

  /** The cells inside the tab as it now is. Throws when rows or columns were deleted under the range. */
  box(): Area {
    const inside = clipped(this.area, this.sheet.inspect().data);
    if (inside) return inside;
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }

  protected corner<T>(of: (cell: Cell | undefined) => T): T {
    const { row, column } = this.box();
    return of(this.sheet.inspect().data.cells[cellName(row, column)]);
  }

  protected grid<T>(of: (cell: Cell | undefined) => T): T[][] {
    const { row, column, rows, columns } = this.box();
    const { cells } = this.sheet.inspect().data;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) =>
        of(cells[cellName(row + down, column + right)]),
      ),
    );
  }

  /** Changes contents: what a formula spilled goes with it. All cells are made before any is written. */
  protected rewrite(change: Change): this {
    const { cells } = this.sheet.change(this.box()).data;
    const formulas = new Set<string>();
    this.write((cell, down, right, address) => {
      const next = change(cell, down, right, address);
      if (cell?.f !== undefined && next?.f !== cell.f) formulas.add(address);
      return next;
    });
    if (formulas.size === 0) return this;
    for (const [address, cell] of Object.entries(cells)) {
      if (cell.spill !== undefined && formulas.has(cell.spill)) {
        put(cells, address, withoutContent(cell));
      }
    }
    return this;
  }

  protected write(change: Change): this {
    const box = this.box();
    const { cells } = this.sheet.change(box).data;
    const changed: [string, Cell | undefined][] = [];
    for (let down = 0; down < box.rows; down++) {
      for (let right = 0; right < box.columns; right++) {
        const address = cellName(box.row + down, box.column + right);
        changed.push([address, change(cells[address], down, right, address)]);
      }
    }
    for (const [address, cell] of changed) put(cells, address, cell);
    return this;
  }

  /** Checks a grid of values against the range. Throws Google's sentences. */
  protected rectangle(values: unknown, method: string): unknown[][] {
    if (!Array.isArray(values) || values.length === 0 || !values.every(Array.isArray)) {
      throw signatureError(`SpreadsheetApp.Range.${method}`, [values]);
    }
    const { rows, columns } = this.box();
    if (values.length !== rows) {
      throw new ServiceError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    const odd = (values as unknown[][]).find((line) => line.length !== columns);
    if (odd) {
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${columns}.`,
      );
    }
    return values as unknown[][];
  }
}

export type Change = (
  cell: Cell | undefined,
  down: number,
  right: number,
  address: string,
) => Cell | undefined;

/** Stores a cell without anything empty in it, or nothing. */
function put(cells: Record<string, Cell>, address: string, cell: Cell | undefined): void {
  const style = cell?.style && compact(cell.style);
  const full = compact({ ...cell, style: style && !isEmpty(style) ? style : undefined });
  if (isEmpty(full)) delete cells[address];
  else cells[address] = full;
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** The same without keys that hold nothing. */
export function compact<T extends object>(value: T): T {
  const kept = {} as T;
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept;
}
