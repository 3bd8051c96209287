// Rows, columns and tabs that come, go and change place: everything in the
// workbook that points at them follows.

import {
  type Area,
  cellName,
  cellPosition,
  formatArea,
  formatReference,
  parseArea,
  parseReference,
} from './a1';
import { blankSheet } from './blank';
import { ownTabs } from './sharing';
import {
  copiedFormula,
  type Edit,
  formulaWithoutSheet,
  renamedInFormula,
  renamedNameInFormula,
  shiftedArea,
  shiftedFormula,
  shiftedPosition,
} from './shift';
import type { Cell, SheetData, Workbook } from './workbook';

/** What stands in place of a reference whose cells are gone. */
const LOST = '#REF!';

/**
 * Inserts blank rows or columns, or deletes some (a negative count), in the tab
 * named by the edit. Formulas, named ranges, validations, conditional formats,
 * groups, charts and the filter follow. New cells take the formats of `like`, a
 * position as it was before.
 */
export function editStructure(workbook: Workbook, edit: Edit, like?: number): void {
  noteEdit(workbook, edit);
  ownTabs(workbook);
  const sheet = sheetNamed(workbook, edit.sheet);
  const inherited = like === undefined ? [] : formatsAt(sheet, edit.axis, like);
  shiftFormulas(workbook, edit);
  shiftCells(sheet, edit);
  shiftDimensions(sheet, edit);
  shiftAreas(sheet, edit);
  for (const [name, text] of Object.entries(workbook.namedRanges)) {
    workbook.namedRanges[name] = shiftedReference(text, null, edit) ?? LOST;
  }
  for (const { name, charts } of workbook.sheets) {
    for (const chart of charts) {
      chart.ranges = chart.ranges.flatMap((range) => shiftedReference(range, name, edit) ?? []);
    }
  }
  for (let position = edit.at; position < edit.at + edit.count; position++) {
    for (const { along, cell } of inherited) {
      const [row, column] = edit.axis === 'rows' ? [position, along] : [along, position];
      sheet.cells[cellName(row, column)] = structuredClone(cell);
    }
  }
}

const edits = new WeakMap<Workbook, Edit[]>();

/** Every edit of rows and columns since the workbook was loaded, the oldest first. */
export function editsOf(workbook: Workbook): readonly Edit[] {
  return edits.get(workbook) ?? [];
}

/** Notes an edit that is already done, as the page does its own. */
export function noteEdit(workbook: Workbook, edit: Edit): void {
  edits.set(workbook, [...editsOf(workbook), edit]);
}

/** A new tab at a position from 0; its id is unique in the workbook. */
export function insertSheet(
  workbook: Workbook,
  name: string,
  position: number,
  rows?: number,
  columns?: number,
): SheetData {
  const sheet = blankSheet(freshSheetId(workbook), name, rows, columns);
  workbook.sheets.splice(position, 0, sheet);
  return sheet;
}

/** Deletes a tab; its named ranges go with it and references to it are lost. */
export function deleteSheet(workbook: Workbook, id: number): void {
  ownTabs(workbook);
  const position = workbook.sheets.findIndex((sheet) => sheet.id === id);
  const [{ name }] = workbook.sheets.splice(position, 1);
  for (const [key, text] of Object.entries(workbook.namedRanges)) {
    if (parseReference(text)?.sheet === name) delete workbook.namedRanges[key];
  }
  for (const chart of workbook.sheets.flatMap((sheet) => sheet.charts)) {
    chart.ranges = chart.ranges.filter((range) => parseReference(range)?.sheet !== name);
  }
  rewriteFormulas(workbook, (formula) => formulaWithoutSheet(formula, name));
}

/** Gives a tab another name, in everything that names it. */
export function renameSheet(workbook: Workbook, id: number, to: string): void {
  ownTabs(workbook);
  const sheet = workbook.sheets.find((each) => each.id === id);
  if (!sheet) throw new Error(`no tab ${id}`);
  const from = sheet.name;
  sheet.name = to;
  for (const [key, text] of Object.entries(workbook.namedRanges)) {
    workbook.namedRanges[key] = renamedReference(text, from, to);
  }
  for (const chart of workbook.sheets.flatMap((each) => each.charts)) {
    chart.ranges = chart.ranges.map((range) => renamedReference(range, from, to));
  }
  rewriteFormulas(workbook, (formula) => renamedInFormula(formula, from, to));
}

/** Gives a named range another name, in formulas too. */
export function renameNamedRange(workbook: Workbook, from: string, to: string): void {
  ownTabs(workbook);
  const { [from]: range, ...others } = workbook.namedRanges;
  workbook.namedRanges = { ...others, [to]: range };
  rewriteFormulas(workbook, (formula) => renamedNameInFormula(formula, from, to));
}

/**
 * Puts the rows of an area into another order: `order[i]` is the row (from 0 inside the
 * area) that comes to stand at i. Cells move with formats, notes and links.
 */
export function reorderRows(sheet: SheetData, area: Area, order: readonly number[]): void {
  for (let column = area.column; column < area.column + area.columns; column++) {
    const before = order.map((from) => sheet.cells[cellName(area.row + from, column)]);
    before.forEach((cell, to) => {
      const address = cellName(area.row + to, column);
      if (!cell) delete sheet.cells[address];
      else if (cell.f === undefined) sheet.cells[address] = cell;
      else sheet.cells[address] = { ...cell, f: copiedFormula(cell.f, to - order[to], 0) };
    });
  }
}

function sheetNamed(workbook: Workbook, name: string): SheetData {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
}

/** As Google's: the first tab has 0, others a large number. */
function freshSheetId(workbook: Workbook): number {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.id));
  let id = 100_000_001 + workbook.sheets.length * 7_919;
  while (taken.has(id)) id += 1;
  return id;
}

/** The formats of one row's or column's cells, by their position along it. */
function formatsAt(sheet: SheetData, axis: Edit['axis'], position: number) {
  const formats: { along: number; cell: Cell }[] = [];
  for (const [address, { format, style }] of Object.entries(sheet.cells)) {
    const { row, column } = cellPosition(address);
    if ((axis === 'rows' ? row : column) !== position || (!format && !style)) continue;
    formats.push({
      along: axis === 'rows' ? column : row,
      cell: { ...(format && { format }), ...(style && { style }) },
    });
  }
  return formats;
}

/** The text of a reference after an edit; `home` is the tab it means where it names none. Null when it is lost. */
function shiftedReference(text: string, home: string | null, edit: Edit): string | null {
  const reference = parseReference(text);
  if (!reference || (reference.sheet ?? home) !== edit.sheet) return text;
  const area = shiftedArea(reference.area, edit);
  if (!area) return null;
  return reference.sheet === null ? formatArea(area) : formatReference(reference.sheet, area);
}

function renamedReference(text: string, from: string, to: string): string {
  const reference = parseReference(text);
  return reference?.sheet === from ? formatReference(to, reference.area) : text;
}

function shiftFormulas(workbook: Workbook, edit: Edit): void {
  rewriteFormulas(workbook, (formula, home) => shiftedFormula(formula, home, edit));
}

/** Rewrites every formula: in cells, in validations' sources and in conditional formats. */
function rewriteFormulas(
  workbook: Workbook,
  rewrite: (formula: string, home: string) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const address in sheet.cells) {
      const cell = sheet.cells[address];
      if (cell.f !== undefined) sheet.cells[address] = { ...cell, f: rewrite(cell.f, sheet.name) };
    }
    for (const validation of sheet.validations) {
      if (validation.source !== undefined) {
        validation.source = rewrite(validation.source, sheet.name);
      }
    }
    for (const format of sheet.conditionalFormats) {
      if (format.kind === 'formula' && typeof format.value === 'string') {
        format.value = rewrite(format.value, sheet.name);
      }
    }
  }
}

function shiftCells(sheet: SheetData, edit: Edit): void {
  const moved: Record<string, Cell> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const { row, column } = cellPosition(address);
    const along = shiftedPosition(edit.axis === 'rows' ? row : column, edit);
    if (along === null) continue;
    const spill = cell.spill === undefined ? null : shiftedAddress(cell.spill, edit);
    const kept = cell.spill === undefined ? cell : { ...cell, spill: spill ?? undefined };
    moved[edit.axis === 'rows' ? cellName(along, column) : cellName(row, along)] = kept;
  }
  sheet.cells = moved;
}

function shiftedAddress(address: string, edit: Edit): string | null {
  const area = shiftedArea({ ...cellPosition(address), rows: 1, columns: 1 }, edit);
  return area && formatArea(area);
}

function shiftDimensions(sheet: SheetData, edit: Edit): void {
  if (edit.axis === 'rows') {
    sheet.rows += edit.count;
    sheet.frozenRows = shiftedFrozen(sheet.frozenRows, edit);
    sheet.rowHeights = shiftedKeys(sheet.rowHeights, edit);
    sheet.hiddenRows = shiftedList(sheet.hiddenRows, edit);
    sheet.rowGroups = shiftedGroups(sheet.rowGroups, edit);
  } else {
    sheet.columns += edit.count;
    sheet.frozenColumns = shiftedFrozen(sheet.frozenColumns, edit);
    sheet.columnWidths = shiftedKeys(sheet.columnWidths, edit);
    sheet.hiddenColumns = shiftedList(sheet.hiddenColumns, edit);
    if (sheet.filterCriteria) sheet.filterCriteria = shiftedKeys(sheet.filterCriteria, edit);
  }
}

function shiftAreas(sheet: SheetData, edit: Edit): void {
  const shifted = (ranges: readonly string[]) =>
    ranges.flatMap((range) => {
      const area = parseArea(range);
      const moved = area && shiftedArea(area, edit);
      return moved ? [formatArea(moved)] : [];
    });
  sheet.merges = shifted(sheet.merges).filter((range) => range.includes(':'));
  for (const validation of sheet.validations) validation.ranges = shifted(validation.ranges);
  sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
  for (const format of sheet.conditionalFormats) format.ranges = shifted(format.ranges);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
  if (sheet.protection) sheet.protection.unprotected = shifted(sheet.protection.unprotected);
  for (const chart of sheet.charts) {
    if (edit.axis === 'rows') chart.row = shiftedPosition(chart.row, edit) ?? edit.at;
    else chart.column = shiftedPosition(chart.column, edit) ?? edit.at;
  }
  if (sheet.filter !== null) sheet.filter = shifted([sheet.filter])[0] ?? null;
}

function shiftedFrozen(frozen: number, { at, count }: Edit): number {
  if (at > frozen) return frozen;
  return count > 0 ? frozen + count : frozen - (Math.min(frozen, at - count - 1) - at + 1);
}

function shiftedKeys<Value>(byPosition: Record<number, Value>, edit: Edit): Record<number, Value> {
  const moved: Record<number, Value> = {};
  for (const [key, value] of Object.entries(byPosition)) {
    const position = shiftedPosition(Number(key), edit);
    if (position !== null) moved[position] = value;
  }
  return moved;
}

function shiftedList(positions: readonly number[], edit: Edit): number[] {
  return positions
    .map((position) => shiftedPosition(position, edit))
    .filter((position): position is number => position !== null);
}

/** Rows inserted inside a group belong to it. */
function shiftedGroups(groups: Record<number, number>, edit: Edit): Record<number, number> {
  const moved = shiftedKeys(groups, edit);
  const depth = Math.min(groups[edit.at - 1] ?? 0, groups[edit.at] ?? 0);
  for (let row = edit.at; depth > 0 && row < edit.at + edit.count; row++) moved[row] = depth;
  return moved;
}
