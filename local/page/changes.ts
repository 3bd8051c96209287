// What differs between two states of a workbook, as far as it can be shown cell
// by cell without building the page's spreadsheet anew.

import { same } from '../workspace/same';
import type { Cell, SheetData, Workbook } from '../workspace/workbook';

export interface CellChange {
  sheet: number;
  a1: string;
  before: Cell | null;
  after: Cell | null;
}

/** Null when more than cells differ: rows, tabs, rules, notes and the like. */
export function cellChanges(before: Workbook, after: Workbook): CellChange[] | null {
  if (!same(before.namedRanges, after.namedRanges)) return null;
  if (before.sheets.length !== after.sheets.length) return null;
  const changes: CellChange[] = [];
  for (const [index, sheet] of after.sheets.entries()) {
    const old = before.sheets[index];
    if (!same(frameOf(old), frameOf(sheet))) return null;
    for (const a1 of new Set([...Object.keys(old.cells), ...Object.keys(sheet.cells)])) {
      const [was, is] = [typed(old.cells[a1]), typed(sheet.cells[a1])];
      if (same(was, is)) continue;
      if (was?.note !== is?.note) return null;
      changes.push({ sheet: sheet.id, a1, before: was, after: is });
    }
  }
  return changes;
}

/** The same content, computed values included. */
export function sameContent(one: Workbook, other: Workbook): boolean {
  return same(one.namedRanges, other.namedRanges) && same(one.sheets, other.sheets);
}

function frameOf({ cells: _cells, ...frame }: SheetData): Omit<SheetData, 'cells'> {
  return frame;
}

/** A cell without what the page computes by itself. */
export function typed(cell: Cell | undefined): Cell | null {
  if (!cell) return null;
  const { v, error: _error, spill, ...rest } = cell;
  const content = rest.f === undefined && spill === undefined && v !== undefined ? { v } : {};
  const result = { ...rest, ...content };
  return Object.keys(result).length > 0 ? result : null;
}
