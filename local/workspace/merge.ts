// Brings together what a person did in the page and what a script did meanwhile,
// from the state that both started at.

import { same } from './same';
import type { Cell, SheetData, Workbook } from './workbook';

/** The parts of a workbook that the page shows and sends back. */
export type Content = Pick<Workbook, 'sheets' | 'namedRanges'>;

/** A cell that both wrote: the page's text stands, as the later one. */
export interface Overwritten {
  sheet: string;
  a1: string;
  written: Cell | null;
}

export type Merged =
  | { merged: Content; overwritten: Overwritten[] }
  /** One sentence: why the two cannot be brought together. */
  | { clash: string };

/** Merges cell by cell, and within a cell content, number format, style and note each for itself. */
export function merge(base: Content, ours: Content, page: Content): Merged {
  const overwritten: Overwritten[] = [];
  const sheets: SheetData[] = [];
  for (const sheet of sheetsOf(base, ours, page)) {
    const merged = mergeSheet(sheet.base, sheet.ours, sheet.page, overwritten);
    if (merged === CLASH) return { clash: clashIn(sheet.ours ?? sheet.page) };
    if (merged) sheets.push(merged);
  }
  const namedRanges = pick(base.namedRanges, ours.namedRanges, page.namedRanges);
  if (namedRanges === CLASH) return { clash: 'The named ranges were changed in two places.' };
  return { merged: { sheets, namedRanges }, overwritten };
}

const CLASH = Symbol('clash');

function clashIn(sheet: SheetData | undefined): string {
  return `The rows, columns or settings of "${sheet?.name}" were changed by a script at the same time.`;
}

interface Versions {
  base?: SheetData;
  ours?: SheetData;
  page?: SheetData;
}

/** In the page's order; sheets that a script made meanwhile come last. */
function sheetsOf(base: Content, ours: Content, page: Content): Versions[] {
  const ids = new Set([...page.sheets, ...ours.sheets].map((sheet) => sheet.id));
  const find = (content: Content, id: number) => content.sheets.find((sheet) => sheet.id === id);
  return [...ids].map((id) => ({
    base: find(base, id),
    ours: find(ours, id),
    page: find(page, id),
  }));
}

/** Null for a sheet that is gone. */
function mergeSheet(
  base: SheetData | undefined,
  ours: SheetData | undefined,
  page: SheetData | undefined,
  overwritten: Overwritten[],
): SheetData | null | typeof CLASH {
  if (sameSheet(base, ours)) return page ?? null;
  if (sameSheet(base, page)) return ours ?? null;
  if (!base || !ours || !page) return CLASH;
  if (isMoved(base, page) || isMoved(base, ours)) return CLASH;
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(page)]) as Set<keyof SheetData>) {
    if (key === 'cells') continue;
    const value = pick(base[key], ours[key], page[key]);
    if (value === CLASH && !LOOKS.has(key)) return CLASH;
    const chosen = value === CLASH ? page[key] : value;
    if (chosen !== undefined) merged[key] = chosen;
  }
  merged.cells = mergeCells(base, ours, page, overwritten);
  return merged as unknown as SheetData;
}

/** Settings that carry no answer: when both changed them, the page's stand. */
const LOOKS = new Set<keyof SheetData>([
  'hidden',
  'tabColor',
  'frozenRows',
  'frozenColumns',
  'columnWidths',
  'rowHeights',
  'hiddenColumns',
  'hiddenRows',
  'rowGroups',
  'filter',
  'filterCriteria',
]);

function sameSheet(one: SheetData | undefined, other: SheetData | undefined): boolean {
  if (!one || !other) return one === other;
  const { cells: _, ...rest } = one;
  const { cells: __, ...otherRest } = other;
  if (!same(rest, otherRest)) return false;
  return changedCells(one, other).length === 0;
}

/** The cells that differ in what was typed, styled or noted. */
export function changedCells(one: SheetData, other: SheetData): string[] {
  return addresses(one, other).filter((a1) => !sameCell(one.cells[a1], other.cells[a1]));
}

/** Whether rows or columns came, went or changed places since `base`. */
function isMoved(base: SheetData, now: SheetData): boolean {
  if (base.rows !== now.rows || base.columns !== now.columns) return true;
  if (!same(base.merges, now.merges)) return true;
  const [before, after] = [rowTexts(base), rowTexts(now)];
  const places = new Map([...before].map(([row, text]) => [text, row]));
  return [...after].some(([row, text]) => {
    const place = places.get(text);
    return (
      place !== undefined && place !== row && before.get(row) !== text && after.get(place) !== text
    );
  });
}

/** What people typed in each row that holds at least two cells, as one text. */
function rowTexts(sheet: SheetData): Map<number, string> {
  const rows = new Map<number, string[]>();
  for (const [a1, cell] of Object.entries(sheet.cells)) {
    if (cell.v === undefined || isComputed(cell)) continue;
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(a1) as unknown as [string, string, string];
    const cells = rows.get(Number(row)) ?? [];
    cells.push(`${column}=${JSON.stringify(cell.v)}`);
    rows.set(Number(row), cells);
  }
  const full = [...rows].filter(([, cells]) => cells.length > 1);
  return new Map(full.map(([row, cells]) => [row, cells.sort().join()]));
}

function mergeCells(
  base: SheetData,
  ours: SheetData,
  page: SheetData,
  overwritten: Overwritten[],
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const a1 of addresses(base, ours, page)) {
    const [was, written, typed] = [base.cells[a1], ours.cells[a1], page.cells[a1]];
    const cell: Cell = {};
    for (const aspect of ASPECTS) {
      const value = pick(aspect.of(was), aspect.of(written), aspect.of(typed));
      Object.assign(cell, value === CLASH ? aspect.of(typed) : value);
      if (value === CLASH && aspect === CONTENT) {
        overwritten.push({ sheet: page.name, a1, written: written ?? null });
      }
    }
    Object.assign(cell, computedOf(cell, typed) ?? computedOf(cell, written));
    if (Object.keys(cell).length > 0) cells[a1] = cell;
  }
  return cells;
}

/** What a formula last put into the cell, when `source` has the same formula or none is in the way. */
function computedOf(cell: Cell, source: Cell | undefined): Partial<Cell> | null {
  if (!source || (source.f === undefined && source.spill === undefined)) return null;
  if (source.f !== cell.f || (source.spill !== undefined && cell.v !== undefined)) return null;
  const { v, error, spill } = source;
  return {
    ...(v !== undefined && { v }),
    ...(error !== undefined && { error }),
    ...(spill !== undefined && { spill }),
  };
}

type Aspect = { of(cell: Cell | undefined): Partial<Cell> };

/** Of a formula only its text counts: what it comes to is computed anew. */
const CONTENT: Aspect = {
  of: (cell) => ({
    ...(cell?.f !== undefined && { f: cell.f }),
    ...(!isComputed(cell) && cell?.v !== undefined && { v: cell.v }),
    ...(cell?.links && { links: cell.links }),
    ...(cell?.chip && { chip: cell.chip }),
  }),
};

const ASPECTS: Aspect[] = [
  CONTENT,
  { of: (cell) => (cell?.format === undefined ? {} : { format: cell.format }) },
  { of: (cell) => (cell?.style === undefined ? {} : { style: cell.style }) },
  { of: (cell) => (cell?.note === undefined ? {} : { note: cell.note }) },
];

function isComputed(cell: Cell | undefined): boolean {
  return cell?.f !== undefined || cell?.spill !== undefined;
}

function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  return ASPECTS.every((aspect) => same(aspect.of(one), aspect.of(other)));
}

function addresses(...sheets: SheetData[]): string[] {
  return [...new Set(sheets.flatMap((sheet) => Object.keys(sheet.cells)))];
}

/** The one that changed; `CLASH` when both did, differently. */
function pick<T>(base: T, ours: T, page: T): T | typeof CLASH {
  if (same(base, ours)) return page;
  if (same(base, page) || same(ours, page)) return ours;
  return CLASH;
}
