// A workbook of the workspace as Univer shows it, and back. Everything goes
// both ways; what Univer has no place for rides along (see cells.ts, names.ts).

import type {
  ICellData,
  IColumnData,
  IRange,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  LocaleType,
} from '@univerjs/core';
import { cellName, cellPosition } from '../workspace/a1';
import { blankSheet } from '../workspace/blank';
import type { Cell, SheetData, Workbook } from '../workspace/workbook';
import { fromUniverCell, fromUniverStyle, type Look, PLAIN, toUniverCell } from './cells';
import { type DefinedName, readNamedRanges, readPassengers, toDefinedNames } from './names';
import { fromUniverRange, toUniverRange } from './ranges';
import { RESOURCES, readConditionalFormats, readFilter, readNotes, readValidations } from './rules';

/** Sheets' sizes of a plain column and row, in pixels. */
const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;

export const VERSION = '0.25.1';

export function toUniver(workbook: Workbook): IWorkbookData {
  const styles = new Styles();
  const sheets: IWorkbookData['sheets'] = {};
  for (const sheet of workbook.sheets) sheets[sheet.id] = toUniverSheet(sheet, styles);
  const resources = Object.entries(RESOURCES).map(([name, read]) => ({
    name,
    data: JSON.stringify(perSheet(workbook, read)),
  }));
  resources.push({
    name: 'SHEET_DEFINED_NAME_PLUGIN',
    data: JSON.stringify(toDefinedNames(workbook)),
  });
  return {
    id: workbook.id,
    name: workbook.name,
    appVersion: VERSION,
    locale: 'enUS' as LocaleType,
    styles: styles.byId,
    sheetOrder: workbook.sheets.map((sheet) => String(sheet.id)),
    sheets,
    resources,
  };
}

function perSheet(workbook: Workbook, read: (sheet: SheetData) => unknown) {
  const entries = workbook.sheets.map((sheet) => [String(sheet.id), read(sheet)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => hasContent(entry)));
}

function hasContent(entry: unknown): boolean {
  return entry !== null && Object.keys(entry as object).length > 0;
}

function toUniverSheet(sheet: SheetData, styles: Styles): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const { row, column } = cellPosition(address);
    cellData[row - 1] ??= {};
    cellData[row - 1][column - 1] = toUniverCell(cell, (style) => styles.idOf(style));
  }
  return {
    id: String(sheet.id),
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.hidden ? 1 : 0,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultStyle: PLAIN,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    showGridlines: sheet.hiddenGridlines ? 0 : 1,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows || -1,
      startColumn: sheet.frozenColumns || -1,
    },
    mergeData: sheet.merges.flatMap((merge) => toUniverRange(merge, sheet) ?? []),
    cellData,
    rowData: toRowData(sheet),
    columnData: toColumnData(sheet),
  };
}

/** Every row down to the end of the groups says its depth, so that an inserted one is seen. */
function toRowData(sheet: SheetData): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  const row = (position: number) => {
    rows[position - 1] ??= {};
    return rows[position - 1];
  };
  for (const [position, height] of Object.entries(sheet.rowHeights)) {
    Object.assign(row(Number(position)), { h: height, ia: 0 });
  }
  for (const position of sheet.hiddenRows) row(position).hd = 1;
  const grouped = Math.max(0, ...Object.keys(sheet.rowGroups).map(Number));
  for (let position = 1; position <= Math.min(grouped + 1, sheet.rows) && grouped; position++) {
    row(position).custom = { depth: sheet.rowGroups[position] ?? 0 };
  }
  return rows;
}

function toColumnData(sheet: SheetData): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [position, width] of Object.entries(sheet.columnWidths)) {
    columns[Number(position) - 1] = { w: width };
  }
  for (const position of sheet.hiddenColumns) {
    columns[position - 1] = { ...columns[position - 1], hd: 1 };
  }
  return columns;
}

/** Each style once, under an id. */
class Styles {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  idOf(style: IStyleData): string {
    const text = JSON.stringify(style);
    const known = this.ids.get(text);
    if (known) return known;
    const id = `s${this.ids.size}`;
    this.ids.set(text, id);
    this.byId[id] = style;
    return id;
  }
}

/** What only the running engine knows; positions from 0. */
export interface Engine {
  /** Values that array formulas put into other cells. */
  spills(sheetId: string): { row: number; column: number; source: string; cell: ICellData }[];
  /** The formula of a cell that shares it with another cell. */
  sharedFormula(sheetId: string, row: number, column: number): string | null;
}

/** @param base the workbook that the page was made from: it keeps what Univer was never told */
export function fromUniver(data: IWorkbookData, base: Workbook, engine: Engine): Workbook {
  const resource = <T>(name: string): Record<string, T> => {
    const found = data.resources?.find((one) => one.name === name)?.data;
    return found ? JSON.parse(found) : {};
  };
  const names = resource<DefinedName>('SHEET_DEFINED_NAME_PLUGIN');
  const validations = resource('SHEET_DATA_VALIDATION_PLUGIN');
  const formats = resource('SHEET_CONDITIONAL_FORMATTING_PLUGIN');
  const notes = resource('SHEET_NOTE_PLUGIN');
  const filters = resource('SHEET_FILTER_PLUGIN');
  const sheets = data.sheetOrder.map((id): SheetData => {
    const sheet = data.sheets[id] as IWorksheetData;
    const known = base.sheets.find((one) => String(one.id) === id);
    const origin = known ?? blankSheet(numberOf(id), sheet.name);
    return {
      ...origin,
      ...fromUniverSheet(sheet),
      ...readPassengers(origin, names),
      ...readFilter(filters[id] as never),
      cells: withNotes(readCells(data, sheet, engine), readNotes(notes[id] as never)),
      validations: readValidations(validations[id] as never),
      conditionalFormats: readConditionalFormats(formats[id] as never),
    };
  });
  return { ...base, sheets: sheets.map(withoutAbsent), namedRanges: readNamedRanges(names) };
}

/** A workbook in the form in which the page would hand it back. */
export function normal(workbook: Workbook): Workbook {
  return fromUniver(toUniver(workbook), workbook, {
    spills: storedSpills,
    sharedFormula: () => null,
  });

  function storedSpills(id: string): ReturnType<Engine['spills']> {
    const sheet = workbook.sheets.find((one) => String(one.id) === id);
    return Object.entries(sheet?.cells ?? {}).flatMap(([address, { v, spill }]) => {
      if (spill === undefined) return [];
      const { row, column } = cellPosition(address);
      const cell = toUniverCell({ ...(v !== undefined && { v }) }, () => '');
      return [{ row: row - 1, column: column - 1, source: spill, cell }];
    });
  }
}

/** The id of a tab that was made in the page: the same number each time. */
export function numberOf(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  let hash = 7;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 2_000_000_011;
  return hash;
}

function withoutAbsent(sheet: SheetData): SheetData {
  return Object.fromEntries(
    Object.entries(sheet).filter(([, value]) => value !== undefined),
  ) as unknown as SheetData;
}

function fromUniverSheet(sheet: IWorksheetData): Partial<SheetData> {
  const rows = entriesOf(sheet.rowData);
  const columns = entriesOf(sheet.columnData);
  const frozen = (first: number, count: number) =>
    first > 0 || count > 0 ? Math.max(0, count) : 0;
  return {
    name: sheet.name,
    hidden: sheet.hidden === 1 || undefined,
    tabColor: sheet.tabColor || undefined,
    hiddenGridlines: sheet.showGridlines === 0 || undefined,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
    frozenRows: frozen(sheet.freeze?.startRow ?? -1, sheet.freeze?.ySplit ?? 0),
    frozenColumns: frozen(sheet.freeze?.startColumn ?? -1, sheet.freeze?.xSplit ?? 0),
    merges: sheet.mergeData.map((range: IRange) => fromUniverRange(range)),
    columnWidths: sizes(columns, (column) => column.w),
    rowHeights: sizes(rows, (row) => (row.ia === 0 ? row.h : undefined)),
    hiddenRows: rows.filter(([, row]) => row.hd === 1).map(([position]) => position),
    hiddenColumns: columns.filter(([, column]) => column.hd === 1).map(([position]) => position),
    rowGroups: readGroups(rows, sheet.rowCount),
  };
}

/** By position from 1, in order. */
function entriesOf<T>(data: Record<number, T | undefined> | undefined): [number, T][] {
  return Object.entries(data ?? {})
    .filter((entry): entry is [string, T] => Boolean(entry[1]))
    .map(([index, entry]): [number, T] => [Number(index) + 1, entry])
    .sort(([one], [other]) => one - other);
}

function sizes<T>(entries: [number, T][], size: (entry: T) => number | undefined) {
  const found: Record<number, number> = {};
  for (const [position, entry] of entries) {
    const pixels = size(entry);
    if (pixels !== undefined && pixels !== null) found[position] = pixels;
  }
  return found;
}

/** A row inserted between two grouped ones belongs to their group. */
function readGroups(rows: [number, Partial<IRowData>][], rowCount: number): Record<number, number> {
  const depths = new Map<number, number>();
  for (const [position, row] of rows) {
    if (typeof row.custom?.depth === 'number') depths.set(position, row.custom.depth);
  }
  const groups: Record<number, number> = {};
  const last = Math.max(0, ...depths.keys());
  let above = 0;
  for (let position = 1; position <= Math.min(last, rowCount); position++) {
    const depth = depths.get(position) ?? Math.min(above, depthBelow(depths, position, last));
    if (depth > 0) groups[position] = depth;
    above = depth;
  }
  return groups;
}

function depthBelow(depths: Map<number, number>, position: number, last: number): number {
  for (let below = position + 1; below <= last; below++) {
    const depth = depths.get(below);
    if (depth !== undefined) return depth;
  }
  return 0;
}

function readCells(
  data: IWorkbookData,
  sheet: IWorksheetData,
  engine: Engine,
): Record<string, Cell> {
  const lookOf = lookReader(data, sheet);
  const cells: Record<string, Cell> = {};
  for (const [row, columns] of Object.entries(sheet.cellData ?? {})) {
    for (const [column, cellData] of Object.entries(columns as Record<number, ICellData>)) {
      if (!cellData) continue;
      const [r, c] = [Number(row), Number(column)];
      const shared = cellData.si && !cellData.f;
      const formula = shared ? engine.sharedFormula(sheet.id, r, c) : (cellData.f ?? null);
      const cell = fromUniverCell(cellData, (style) => lookOf(style, r, c), formula);
      if (Object.keys(cell).length > 0) cells[cellName(r + 1, c + 1)] = cell;
    }
  }
  for (const [row, column] of styledBlanks(sheet)) {
    const address = cellName(row + 1, column + 1);
    const cell = cells[address] ?? fromUniverCell({}, (style) => lookOf(style, row, column));
    if (Object.keys(cell).length > 0) cells[address] = cell;
  }
  for (const { row, column, source, cell } of engine.spills(sheet.id)) {
    const address = cellName(row + 1, column + 1);
    const { v } = fromUniverCell(cell, () => ({}));
    cells[address] = { ...(v !== undefined && { v }), ...cells[address], spill: source };
  }
  return cells;
}

/** A cell's own style over its row's and its column's. */
function lookReader(data: IWorkbookData, sheet: IWorksheetData) {
  const resolved = (style: ICellData['s']): IStyleData =>
    (typeof style === 'string' ? data.styles[style] : style) ?? {};
  const known = new Map<string, Look>();
  return (style: ICellData['s'], row: number, column: number): Look => {
    const [ofColumn, ofRow] = [sheet.columnData?.[column]?.s, sheet.rowData?.[row]?.s];
    if (ofColumn || ofRow || typeof style === 'object') {
      return fromUniverStyle({ ...resolved(ofColumn), ...resolved(ofRow), ...resolved(style) });
    }
    const id = style ?? '';
    const look = known.get(id) ?? fromUniverStyle(resolved(style));
    known.set(id, look);
    return look;
  };
}

/** Cells that have nothing of their own in a row or column that was given a style as a whole. */
function* styledBlanks(sheet: IWorksheetData): Generator<[row: number, column: number]> {
  for (const [column] of entriesOf(sheet.columnData).filter(([, { s }]) => s)) {
    for (let row = 0; row < sheet.rowCount; row++) yield [row, column - 1];
  }
  for (const [row] of entriesOf(sheet.rowData).filter(([, { s }]) => s)) {
    for (let column = 0; column < sheet.columnCount; column++) yield [row - 1, column];
  }
}

function withNotes(
  cells: Record<string, Cell>,
  notes: ReadonlyMap<string, string>,
): Record<string, Cell> {
  for (const [address, note] of notes) cells[address] = { ...cells[address], note };
  return cells;
}
