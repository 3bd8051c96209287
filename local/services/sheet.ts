// Google's Sheet: one tab.

import {
  type Area,
  cellPosition,
  clipped,
  formatArea,
  parseArea,
  parseReference,
} from '../workspace/a1';
import { mayEdit, PROTECTED } from '../workspace/editable';
import { editStructure, renameSheet } from '../workspace/structure';
import type { SheetData, Workbook } from '../workspace/workbook';
import { Active } from './active';
import { ConditionalFormatRule, refuseOtherSheets } from './conditional-format';
import { EmbeddedChart, EmbeddedChartBuilder } from './embedded-chart';
import { EnumValue } from './enumeration';
import { Filter } from './filter';
import { NamedRange } from './named-range';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { Service } from './service';
import { ServiceError } from './service-error';
import { integer, signatureError, sized } from './signature';
import { sortArea } from './sort';
import type { Spreadsheet } from './spreadsheet';
import { GroupControlTogglePosition } from './spreadsheet-enums';
import { offers, openOffers } from './spreadsheet-offers';

export class Sheet extends Service {
  static override readonly service = 'Sheet';
  static override readonly offers = {
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
      'getMaxRows',
      'getMaxColumns',
      'getFrozenRows',
      'getFrozenColumns',
      'getColumnWidth',
      'getRowHeight',
      'getRowGroupDepth',
      'getRowGroupControlPosition',
      'hasHiddenGridlines',
      'isColumnHiddenByUser',
      'isRowHiddenByUser',
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
      'insertRowAfter',
      'insertRowBefore',
      'insertRows',
      'insertRowsAfter',
      'insertRowsBefore',
      'insertColumnAfter',
      'insertColumnBefore',
      'insertColumns',
      'insertColumnsAfter',
      'insertColumnsBefore',
      'deleteRow',
      'deleteRows',
      'deleteColumn',
      'deleteColumns',
      'setFrozenRows',
      'setFrozenColumns',
      'setColumnWidth',
      'setColumnWidths',
      'setRowHeight',
      'setRowHeights',
      'setRowHeightsForced',
      'hideColumns',
      'showColumns',
      'hideRows',
      'showRows',
      'hideSheet',
      'showSheet',
      'setTabColor',
      'setHiddenGridlines',
      'setRowGroupControlPosition',
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

  constructor(
    execution: Service['execution'],
    private readonly spreadsheet: Spreadsheet,
    readonly sheetId: number,
  ) {
    super(execution);
  }

  get fileId(): string {
    return this.spreadsheet.fileId;
  }

  /** The tab's data, to be read. */
  inspect(): { workbook: Workbook; data: SheetData } {
    return this.find(this.execution.store.read(this.fileId));
  }

  /** The tab's data, to be changed in the area or anywhere. Throws Google's sentence when it is protected there. */
  change(area?: Area): { workbook: Workbook; data: SheetData } {
    const found = this.find(this.execution.store.write(this.fileId));
    const { workbook, data } = found;
    const whole = { row: 1, column: 1, rows: data.rows, columns: data.columns };
    if (!mayEdit(workbook, data, this.execution.user, area ?? whole)) {
      throw new ServiceError(PROTECTED);
    }
    return found;
  }

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
    this.execution.service(Active).choose(this, null);
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
    const rows = Math.max(1, this.getLastRow());
    const columns = Math.max(1, this.getLastColumn());
    return new Range(this.execution, this, { row: 1, column: 1, rows, columns });
  }

  getLastRow(): number {
    return lastWithContent(this.inspect().data).row;
  }

  getLastColumn(): number {
    return lastWithContent(this.inspect().data).column;
  }

  getMaxRows(): number {
    return this.inspect().data.rows;
  }

  getMaxColumns(): number {
    return this.inspect().data.columns;
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

  insertRowAfter(position: unknown): this {
    return this.insertRowsAfter(position, 1);
  }

  insertRowBefore(position: unknown): this {
    return this.insertRowsBefore(position, 1);
  }

  insertRows(position: unknown, count: unknown = 1): void {
    this.insertRowsBefore(position, count);
  }

  insertRowsAfter(position: unknown, count: unknown): this {
    const [after, many] = integers('insertRowsAfter', position, count);
    return this.insert('rows', after + 1, many, after);
  }

  insertRowsBefore(position: unknown, count: unknown): this {
    const [before, many] = integers('insertRowsBefore', position, count);
    return this.insert('rows', before, many, before);
  }

  insertColumnAfter(position: unknown): this {
    return this.insertColumnsAfter(position, 1);
  }

  insertColumnBefore(position: unknown): this {
    return this.insertColumnsBefore(position, 1);
  }

  insertColumns(position: unknown, count: unknown = 1): void {
    this.insertColumnsBefore(position, count);
  }

  insertColumnsAfter(position: unknown, count: unknown): this {
    const [after, many] = integers('insertColumnsAfter', position, count);
    return this.insert('columns', after + 1, many, after);
  }

  insertColumnsBefore(position: unknown, count: unknown): this {
    const [before, many] = integers('insertColumnsBefore', position, count);
    return this.insert('columns', before, many, before);
  }

  deleteRow(position: unknown): this {
    this.deleteRows(position, 1);
    return this;
  }

  deleteRows(position: unknown, count: unknown): void {
    const [at, many] = integers('deleteRows', position, count);
    const { rows, frozenRows } = this.inspect().data;
    if (at < 1 || many < 1 || at + many - 1 > rows) {
      throw new ServiceError('Those rows are out of bounds.');
    }
    if (many === rows) throw new ServiceError("You can't delete all the rows on the sheet.");
    if (frozenRows > 0 && at <= frozenRows + 1 && at + many - 1 === rows) {
      throw new ServiceError('Sorry, it is not possible to delete all non-frozen rows.');
    }
    this.edit('rows', at, -many);
  }

  deleteColumn(position: unknown): this {
    this.deleteColumns(position, 1);
    return this;
  }

  deleteColumns(position: unknown, count: unknown): void {
    const [at, many] = integers('deleteColumns', position, count);
    const { columns, frozenColumns } = this.inspect().data;
    if (at < 1 || many < 1 || at + many - 1 > columns) {
      throw new ServiceError('Those columns are out of bounds.');
    }
    if (many === columns) throw new ServiceError("You can't delete all the columns on the sheet.");
    if (frozenColumns > 0 && at <= frozenColumns + 1 && at + many - 1 === columns) {
      throw new ServiceError('Sorry, it is not possible to delete all non-frozen columns.');
    }
    this.edit('columns', at, -many);
  }

  getFrozenRows(): number {
    return this.inspect().data.frozenRows;
  }

  setFrozenRows(count: unknown): void {
    const rows = integer(count, 'SpreadsheetApp.Sheet.setFrozenRows', [count]);
    const { data } = this.change();
    if (rows >= data.rows) {
      throw new ServiceError("You can't freeze all visible rows on the sheet.");
    }
    data.frozenRows = rows;
  }

  getFrozenColumns(): number {
    return this.inspect().data.frozenColumns;
  }

  setFrozenColumns(count: unknown): void {
    const columns = integer(count, 'SpreadsheetApp.Sheet.setFrozenColumns', [count]);
    const { data } = this.change();
    if (columns >= data.columns) {
      throw new ServiceError("You can't freeze all visible columns on the sheet.");
    }
    data.frozenColumns = columns;
  }

  getColumnWidth(position: number): number {
    return this.inspect().data.columnWidths[position] ?? DEFAULT_WIDTH;
  }

  setColumnWidth(position: unknown, width: unknown): this {
    return this.setColumnWidths(position, 1, width);
  }

  setColumnWidths(position: unknown, count: unknown, width: unknown): this {
    const [start, many, pixels] = integers('setColumnWidths', position, count, width);
    const { data } = this.change();
    for (const each of span(start, many)) data.columnWidths[each] = pixels;
    return this;
  }

  getRowHeight(position: number): number {
    return this.inspect().data.rowHeights[position] ?? DEFAULT_HEIGHT;
  }

  setRowHeight(position: unknown, height: unknown): this {
    return this.setRowHeights(position, 1, height);
  }

  setRowHeights(position: unknown, count: unknown, height: unknown): this {
    const [start, many, pixels] = integers('setRowHeights', position, count, height);
    const { data } = this.change();
    for (const each of span(start, many)) data.rowHeights[each] = pixels;
    return this;
  }

  setRowHeightsForced(position: unknown, count: unknown, height: unknown): this {
    return this.setRowHeights(position, count, height);
  }

  getRowGroupDepth(row: number): number {
    return this.inspect().data.rowGroups[row] ?? 0;
  }

  getRowGroupControlPosition(): EnumValue {
    const { rowGroupControl } = this.inspect().data;
    return GroupControlTogglePosition[rowGroupControl === 'before' ? 'BEFORE' : 'AFTER'];
  }

  setRowGroupControlPosition(position: unknown): this {
    if (!(position instanceof EnumValue) || position.of !== 'GroupControlTogglePosition') {
      throw signatureError('SpreadsheetApp.Sheet.setRowGroupControlPosition', [position]);
    }
    const { data } = this.change();
    if (position === GroupControlTogglePosition.BEFORE) data.rowGroupControl = 'before';
    else delete data.rowGroupControl;
    return this;
  }

  hasHiddenGridlines(): boolean {
    return this.inspect().data.hiddenGridlines === true;
  }

  setHiddenGridlines(hidden: unknown): this {
    const { data } = this.change();
    if (hidden === true) data.hiddenGridlines = true;
    else delete data.hiddenGridlines;
    return this;
  }

  hideColumns(position: unknown, count: unknown = 1): void {
    const [start, many] = integers('hideColumns', position, count);
    const { data } = this.change();
    data.hiddenColumns = union(data.hiddenColumns, span(start, many));
  }

  showColumns(position: unknown, count: unknown = 1): void {
    const [start, many] = integers('showColumns', position, count);
    const { data } = this.change();
    data.hiddenColumns = difference(data.hiddenColumns, span(start, many));
  }

  isColumnHiddenByUser(position: number): boolean {
    return this.inspect().data.hiddenColumns.includes(position);
  }

  hideRows(position: unknown, count: unknown = 1): void {
    const [start, many] = integers('hideRows', position, count);
    const { data } = this.change();
    data.hiddenRows = union(data.hiddenRows, span(start, many));
  }

  showRows(position: unknown, count: unknown = 1): void {
    const [start, many] = integers('showRows', position, count);
    const { data } = this.change();
    data.hiddenRows = difference(data.hiddenRows, span(start, many));
  }

  isRowHiddenByUser(position: number): boolean {
    return this.inspect().data.hiddenRows.includes(position);
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

  private find(workbook: Workbook): { workbook: Workbook; data: SheetData } {
    const data = workbook.sheets.find((sheet) => sheet.id === this.sheetId);
    if (!data) throw new ServiceError(`Sheet ${this.sheetId} not found`);
    return { workbook, data };
  }

  private rangeCalled(text: string): Range {
    const area = parseArea(text);
    if (area) return this.rangeOf(area);
    const { workbook, data } = this.inspect();
    const reference = parseReference(workbook.namedRanges[text] ?? text);
    if (reference?.sheet !== data.name) throw new ServiceError('Range not found');
    return this.rangeOf(reference.area);
  }

  private insert(axis: 'rows' | 'columns', at: number, count: number, like: number): this {
    const size = this.inspect().data[axis];
    if (at < 1 || at > size + 1 || like < 1 || like > size || count < 1) {
      throw new ServiceError(`Those ${axis} are out of bounds.`);
    }
    return this.edit(axis, at, count, like);
  }

  private edit(axis: 'rows' | 'columns', at: number, count: number, like?: number): this {
    const { workbook, data } = this.change();
    editStructure(workbook, { sheet: data.name, axis, at, count }, like);
    return this;
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

/** Pixels of a column and a row that nobody resized. */
const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

function lastWithContent(sheet: SheetData): { row: number; column: number } {
  const last = { row: 0, column: 0 };
  for (const [address, cell] of Object.entries(sheet.cells)) {
    if (cell.f === undefined && (cell.v === undefined || cell.v === '')) continue;
    const { row, column } = cellPosition(address);
    last.row = Math.max(last.row, row);
    last.column = Math.max(last.column, column);
  }
  return last;
}

function integers(method: string, ...args: unknown[]): number[] {
  return args.map((each) => integer(each, `SpreadsheetApp.Sheet.${method}`, args));
}

const span = (start: number, count: number) =>
  Array.from({ length: count }, (_, index) => start + index);

const union = (some: readonly number[], more: readonly number[]) =>
  [...new Set([...some, ...more])].sort((a, b) => a - b);

const difference = (some: readonly number[], less: readonly number[]) =>
  some.filter((each) => !less.includes(each));
