// The part of Sheet that is about rows and columns: how many there are, how they
// come and go, how large they are, which are frozen, grouped or hidden.

import type { Execution } from '../run/execution';
import type { Area } from '../workspace/a1';
import { mayEdit, PROTECTED } from '../workspace/editable';
import { ownTab } from '../workspace/sharing';
import { editStructure } from '../workspace/structure';
import type { SheetData, Workbook } from '../workspace/workbook';
import { EnumValue } from './enumeration';
import { Service } from './service';
import { ServiceError } from './service-error';
import { integer, signatureError } from './signature';
import type { Spreadsheet } from './spreadsheet';
import { GroupControlTogglePosition } from './spreadsheet-enums';
import { offers } from './spreadsheet-offers';

export const GRID_OFFERS = {
  ...offers('read', [
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
  ]),
  ...offers('write', [
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
    'setRowGroupControlPosition',
    'setHiddenGridlines',
    'hideColumns',
    'showColumns',
    'hideRows',
    'showRows',
  ]),
};

export abstract class SheetGrid extends Service {
  constructor(
    execution: Execution,
    protected readonly spreadsheet: Spreadsheet,
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
    const { workbook, data: before } = this.find(this.execution.store.edit(this.fileId));
    const data = ownTab(workbook, before);
    const whole = { row: 1, column: 1, rows: data.rows, columns: data.columns };
    if (!mayEdit(workbook, data, this.execution.user, area ?? whole)) {
      throw new ServiceError(PROTECTED);
    }
    return { workbook, data };
  }

  getMaxRows(): number {
    return this.inspect().data.rows;
  }

  getMaxColumns(): number {
    return this.inspect().data.columns;
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

  private find(workbook: Workbook): { workbook: Workbook; data: SheetData } {
    const data = workbook.sheets.find((sheet) => sheet.id === this.sheetId);
    if (!data) throw new ServiceError(`Sheet ${this.sheetId} not found`);
    return { workbook, data };
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
}

/** Pixels of a column and a row that nobody resized. */
const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

function integers(method: string, ...args: unknown[]): number[] {
  return args.map((each) => integer(each, `SpreadsheetApp.Sheet.${method}`, args));
}

const span = (start: number, count: number) =>
  Array.from({ length: count }, (_, index) => start + index);

const union = (some: readonly number[], more: readonly number[]) =>
  [...new Set([...some, ...more])].sort((a, b) => a - b);

const difference = (some: readonly number[], less: readonly number[]) =>
  some.filter((each) => !less.includes(each));
