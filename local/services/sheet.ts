// Google's Sheet: one tab.

import {
  type Area,
  cellPosition,
  clipped,
  formatArea,
  parseArea,
  parseReference,
} from '../workspace/a1';
import { isShared } from '../workspace/sharing';
import { renameSheet } from '../workspace/structure';
import type { SheetData, Workbook } from '../workspace/workbook';
import { Active } from './active';
import { ConditionalFormatRule, refuseOtherSheets } from './conditional-format';
import { EmbeddedChart, EmbeddedChartBuilder } from './embedded-chart';
import type { EnumValue } from './enumeration';
import { Filter } from './filter';
import { NamedRange } from './named-range';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { ServiceError } from './service-error';
import { GRID_OFFERS, SheetGrid } from './sheet-grid';
import { integer, signatureError, sized } from './signature';
import { sortArea } from './sort';
import type { Spreadsheet } from './spreadsheet';
import { offers, openOffers } from './spreadsheet-offers';

export class Sheet extends SheetGrid {
  static override readonly service = 'Sheet';
  static override readonly offers = {
    ...GRID_OFFERS,
    ...openOffers('hold', ['activate', 'newChart']),
    ...offers('hold', [
      'getName',
      'getSheetName',
      'getSheetId',
      'getIndex',
      'getParent',
      'getRange',
      'getRangeList',
      'getDataRange',
    ]),
    ...offers('read', [
      'getLastRow',
      'getLastColumn',
      'isSheetHidden',
      'getTabColor',
      'getConditionalFormatRules',
      'getCharts',
      'getFilter',
      'getNamedRanges',
      'getProtections',
    ]),
    ...offers('write', [
      'setName',
      'appendRow',
      'hideSheet',
      'showSheet',
      'setTabColor',
      'clear',
      'clearContents',
      'clearFormats',
      'clearNotes',
      'setConditionalFormatRules',
      'clearConditionalFormatRules',
      'insertChart',
      'updateChart',
      'removeChart',
      'protect',
      'sort',
    ]),
  };

  /** The range of an area. Throws Google's sentence when it is not all inside the tab. */
  rangeOf(area: Area): Range {
    const { data } = this.inspect();
    if (area.row < 1) throw new ServiceError('The starting row of the range is too small.');
    if (area.column < 1) throw new ServiceError('The starting column of the range is too small.');
    const inside = clipped(area, data);
    const bounded = (length: number) => Number.isFinite(length);
    const cut =
      !inside ||
      (bounded(area.rows) && inside.rows < area.rows) ||
      (bounded(area.columns) && inside.columns < area.columns);
    if (cut) {
      throw new ServiceError(
        'The coordinates of the range are outside the dimensions of the sheet.',
      );
    }
    return new Range(this.execution, this, area);
  }

  /** All cells of the tab. */
  whole(): Range {
    const { rows, columns } = this.inspect().data;
    return new Range(this.execution, this, { row: 1, column: 1, rows, columns });
  }

  /** Whether two objects stand for the same tab. */
  is(other: Sheet): boolean {
    return other.fileId === this.fileId && other.sheetId === this.sheetId;
  }

  getName(): string {
    return this.inspect().data.name;
  }

  getSheetName(): string {
    return this.getName();
  }

  setName(name: unknown): this {
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.Sheet.setName', [name]);
    const { workbook, data } = this.change();
    refuseTakenName(workbook, name, data.id);
    renameSheet(workbook, data.id, name);
    return this;
  }

  getSheetId(): number {
    return this.sheetId;
  }

  getIndex(): number {
    const { workbook, data } = this.inspect();
    return workbook.sheets.indexOf(data) + 1;
  }

  getParent(): Spreadsheet {
    return this.spreadsheet;
  }

  activate(): this {
    this.execution.service(Active).choose(this.fileId, { sheet: this.sheetId, a1: null });
    return this;
  }

  getRange(...args: unknown[]): Range {
    const [first] = args;
    if (typeof first === 'string' && args.length === 1) return this.rangeCalled(first);
    const method = 'SpreadsheetApp.Sheet.getRange';
    if (args.length < 2 || args.length > 4) throw signatureError(method, args);
    const [row, column, rows = 1, columns = 1] = args.map((each) => integer(each, method, args));
    return this.rangeOf({ row, column, ...sized(rows, columns) });
  }

  getRangeList(addresses: unknown): RangeList {
    if (!Array.isArray(addresses) || addresses.length === 0) {
      throw signatureError('SpreadsheetApp.Sheet.getRangeList', [addresses]);
    }
    return new RangeList(
      this.execution,
      addresses.map((address) => this.getRange(address)),
    );
  }

  /** From A1 to the last cell with content; A1 in an empty tab. */
  getDataRange(): Range {
    const last = lastWithContent(this.inspect().data);
    const [rows, columns] = [Math.max(1, last.row), Math.max(1, last.column)];
    return new Range(this.execution, this, { row: 1, column: 1, rows, columns });
  }

  getLastRow(): number {
    return lastWithContent(this.inspect().data).row;
  }

  getLastColumn(): number {
    return lastWithContent(this.inspect().data).column;
  }

  appendRow(values: unknown): this {
    if (!Array.isArray(values) || values.length === 0) {
      throw signatureError('SpreadsheetApp.Sheet.appendRow', [values]);
    }
    const row = this.getLastRow() + 1;
    if (row > this.getMaxRows()) this.insertRowsAfter(row - 1, 1);
    const missing = values.length - this.getMaxColumns();
    if (missing > 0) this.insertColumnsAfter(this.getMaxColumns(), missing);
    this.rangeOf({ row, column: 1, rows: 1, columns: values.length }).setValues([values]);
    return this;
  }

  isSheetHidden(): boolean {
    return this.inspect().data.hidden === true;
  }

  hideSheet(): this {
    const { workbook, data } = this.change();
    if (workbook.sheets.every((sheet) => sheet === data || sheet.hidden)) {
      throw new ServiceError("You can't hide all the sheets in a document.");
    }
    data.hidden = true;
    return this;
  }

  showSheet(): this {
    delete this.change().data.hidden;
    return this;
  }

  getTabColor(): string | null {
    return this.inspect().data.tabColor ?? null;
  }

  setTabColor(color: unknown): this {
    const { data } = this.change();
    if (color === null) delete data.tabColor;
    else data.tabColor = String(color);
    return this;
  }

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    const { contentsOnly = false, formatOnly = false } = options ?? {};
    this.whole().clear(options);
    if (formatOnly || !contentsOnly) this.change().data.conditionalFormats = [];
    return this;
  }

  clearContents(): this {
    return this.clear({ contentsOnly: true });
  }

  clearFormats(): this {
    return this.clear({ formatOnly: true });
  }

  clearNotes(): this {
    this.whole().clearNote();
    return this;
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.inspect().data.conditionalFormats.map(({ ranges, ...rule }) => {
      const areas = ranges.map((range) => this.rangeCalled(range));
      return new ConditionalFormatRule(this.execution, rule, areas);
    });
  }

  setConditionalFormatRules(rules: unknown): void {
    const method = 'SpreadsheetApp.Sheet.setConditionalFormatRules';
    if (!Array.isArray(rules)) throw signatureError(method, [rules]);
    const formats = rules.map((rule) => {
      if (!(rule instanceof ConditionalFormatRule)) throw signatureError(method, [rules]);
      refuseOtherSheets(rule, this);
      return { ranges: rule.ranges.map((range) => formatArea(range.area)), ...rule.rule };
    });
    this.change().data.conditionalFormats = formats;
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.execution, this);
  }

  getCharts(): EmbeddedChart[] {
    return this.inspect().data.charts.map(
      (chart) => new EmbeddedChart(this.execution, this, structuredClone(chart)),
    );
  }

  insertChart(chart: unknown): void {
    if (!(chart instanceof EmbeddedChart)) {
      throw signatureError('SpreadsheetApp.Sheet.insertChart', [chart]);
    }
    const { workbook, data } = this.change();
    const taken = workbook.sheets.flatMap((sheet) => sheet.charts.map(({ id }) => id));
    data.charts.push({ ...structuredClone(chart.data), id: Math.max(0, ...taken) + 1 });
  }

  updateChart(chart: unknown): void {
    const at = this.positionOf(chart, 'updateChart');
    this.change().data.charts[at] = structuredClone((chart as EmbeddedChart).data);
  }

  removeChart(chart: unknown): void {
    const at = this.positionOf(chart, 'removeChart');
    this.change().data.charts.splice(at, 1);
  }

  getFilter(): Filter | null {
    return this.inspect().data.filter === null ? null : new Filter(this.execution, this);
  }

  getNamedRanges(): NamedRange[] {
    const { workbook, data } = this.inspect();
    return Object.entries(workbook.namedRanges)
      .filter(([, text]) => parseReference(text)?.sheet === data.name)
      .map(([name]) => new NamedRange(this.execution, this.spreadsheet, name));
  }

  getProtections(type: EnumValue): Protection[] {
    if (type.name !== 'SHEET' || !this.inspect().data.protection) return [];
    return [new Protection(this.execution, this)];
  }

  protect(): Protection {
    const { data } = this.change();
    data.protection ??= { description: '', warningOnly: false, editors: null, unprotected: [] };
    return new Protection(this.execution, this);
  }

  /** Sorts all rows but the frozen ones. */
  sort(column: unknown, ascending: unknown = true): this {
    const by = integer(column, 'SpreadsheetApp.Sheet.sort', [column, ascending]);
    const { frozenRows } = this.inspect().data;
    const rows = this.getLastRow() - frozenRows;
    if (rows < 1) return this;
    const area = { row: frozenRows + 1, column: 1, rows, columns: this.getMaxColumns() };
    sortArea(this.change(area).data, area, [{ column: by, ascending: ascending !== false }]);
    return this;
  }

  private rangeCalled(text: string): Range {
    const area = parseArea(text);
    if (area) return this.rangeOf(area);
    const { workbook, data } = this.inspect();
    const reference = parseReference(workbook.namedRanges[text] ?? text);
    if (reference?.sheet !== data.name) throw new ServiceError('Range not found');
    return this.rangeOf(reference.area);
  }

  private positionOf(chart: unknown, method: string): number {
    if (!(chart instanceof EmbeddedChart)) {
      throw signatureError(`SpreadsheetApp.Sheet.${method}`, [chart]);
    }
    const at = this.inspect().data.charts.findIndex(({ id }) => id === chart.data.id);
    if (at < 0) throw new ServiceError('The chart is not in this sheet.');
    return at;
  }
}

/** Throws Google's sentence when another tab has the name. */
export function refuseTakenName(workbook: Workbook, name: string, except?: number): void {
  const taken = workbook.sheets.some(
    (sheet) => sheet.id !== except && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw new ServiceError(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  }
}

interface Last {
  row: number;
  column: number;
}

/** Of shared tabs. */
const lastKnown = new WeakMap<SheetData, Last>();

function lastWithContent(sheet: SheetData): Last {
  const known = lastKnown.get(sheet);
  if (known) return known;
  const last = { row: 0, column: 0 };
  // Asked for most often of all, of tabs with thousands of cells: no list of them.
  for (const address in sheet.cells) {
    const { f, v } = sheet.cells[address];
    if (f === undefined && (v === undefined || v === '')) continue;
    const { row, column } = cellPosition(address);
    last.row = Math.max(last.row, row);
    last.column = Math.max(last.column, column);
  }
  if (isShared(sheet)) lastKnown.set(sheet, last);
  return last;
}
