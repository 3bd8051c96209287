// Google's Range: a rectangle of cells in one tab.

import { type Area, common, formatArea, parseArea } from '../workspace/a1';
import { mayEdit } from '../workspace/editable';
import {
  setValidation,
  type ValidationRule,
  validationAt,
  violated,
} from '../workspace/validation';
import type { Cell, SheetData } from '../workspace/workbook';
import { Active } from './active';
import {
  displayedText,
  scriptValue,
  type ValueContext,
  withoutContent,
  writtenCell,
} from './cell-value';
import { DataValidation } from './data-validation';
import { Filter } from './filter';
import { LOOKS_OFFERS, RangeLooks } from './range-looks';
import { RichTextValue, richTextOf } from './rich-text';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { integer, signatureError, sized } from './signature';
import { type SortBy, sortArea } from './sort';
import { offers, openOffers } from './spreadsheet-offers';

export class Range extends RangeLooks {
  static override readonly service = 'Range';
  static override readonly offers = {
    ...LOOKS_OFFERS,
    ...openOffers('hold', ['activate', 'offset']),
    ...offers('hold', [
      'getSheet',
      'getCell',
      'getRow',
      'getRowIndex',
      'getColumn',
      'getNumRows',
      'getNumColumns',
      'getLastRow',
      'getLastColumn',
      'getA1Notation',
    ]),
    ...offers('read', [
      'getValue',
      'getValues',
      'getDisplayValue',
      'getDisplayValues',
      'getFormula',
      'getFormulas',
      'getRichTextValue',
      'getRichTextValues',
      'getDataValidation',
      'getDataValidations',
      'isBlank',
      'canEdit',
    ]),
    ...openOffers('read', ['isPartOfMerge', 'getMergedRanges']),
    ...offers('write', [
      'setValue',
      'setValues',
      'setFormula',
      'setFormulas',
      'setRichTextValue',
      'setRichTextValues',
      'setDataValidation',
      'setDataValidations',
      'clearDataValidations',
      'clear',
      'clearContent',
      'clearFormat',
      'merge',
      'mergeAcross',
      'mergeVertically',
      'breakApart',
      'sort',
      'shiftRowGroupDepth',
      'createFilter',
    ]),
  };

  getSheet(): Sheet {
    return this.sheet;
  }

  getRow(): number {
    return this.area.row;
  }

  getRowIndex(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getNumRows(): number {
    return this.box().rows;
  }

  getNumColumns(): number {
    return this.box().columns;
  }

  getLastRow(): number {
    const { row, rows } = this.box();
    return row + rows - 1;
  }

  getLastColumn(): number {
    const { column, columns } = this.box();
    return column + columns - 1;
  }

  getA1Notation(): string {
    return formatArea(this.area);
  }

  getCell(row: unknown, column: unknown): Range {
    const method = 'SpreadsheetApp.Range.getCell';
    const [down, right] = [row, column].map((each) => integer(each, method, [row, column]));
    const box = this.box();
    if (down < 1 || right < 1 || down > box.rows || right > box.columns) {
      throw new ServiceError('Cell reference out of range');
    }
    return this.sheet.rangeOf({
      row: box.row + down - 1,
      column: box.column + right - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(...args: unknown[]): Range {
    const method = 'SpreadsheetApp.Range.offset';
    if (args.length < 2 || args.length > 4) throw signatureError(method, args);
    const box = this.box();
    const [down, right, rows = box.rows, columns = box.columns] = args.map((each) =>
      integer(each, method, args),
    );
    return this.sheet.rangeOf({
      row: box.row + down,
      column: box.column + right,
      ...sized(rows, columns),
    });
  }

  activate(): this {
    const { fileId, sheetId } = this.sheet;
    const selection = { sheet: sheetId, a1: this.getA1Notation() };
    this.execution.service(Active).choose(fileId, selection);
    return this;
  }

  getValue(): unknown {
    return this.corner(this.scriptValues());
  }

  getValues(): unknown[][] {
    return this.grid(this.scriptValues());
  }

  getDisplayValue(): string {
    return this.corner(displayedText);
  }

  getDisplayValues(): string[][] {
    return this.grid(displayedText);
  }

  getFormula(): string {
    return this.corner(formulaOf);
  }

  getFormulas(): string[][] {
    return this.grid(formulaOf);
  }

  isBlank(): boolean {
    return this.grid((cell) => cell?.f === undefined && (cell?.v ?? '') === '')
      .flat()
      .every(Boolean);
  }

  setValue(value: unknown): this {
    if (Array.isArray(value)) throw signatureError('SpreadsheetApp.Range.setValue', [value]);
    return this.enter(() => value);
  }

  setValues(values: unknown): this {
    const rows = this.rectangle(values, 'setValues');
    return this.enter((down, right) => rows[down][right]);
  }

  setFormula(formula: unknown): this {
    if (typeof formula !== 'string') {
      throw signatureError('SpreadsheetApp.Range.setFormula', [formula]);
    }
    return this.enter(() => asFormula(formula));
  }

  setFormulas(formulas: unknown): this {
    const rows = this.rectangle(formulas, 'setFormulas');
    return this.enter((down, right) => asFormula(String(rows[down][right])));
  }

  getRichTextValue(): RichTextValue | null {
    return this.corner(this.richText());
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    return this.grid(this.richText());
  }

  setRichTextValue(value: unknown): this {
    return this.writeRichText('setRichTextValue', () => value);
  }

  setRichTextValues(values: unknown): this {
    const rows = this.rectangle(values, 'setRichTextValues');
    return this.writeRichText('setRichTextValues', (down, right) => rows[down][right]);
  }

  getDataValidation(): DataValidation | null {
    return this.validations()[0][0];
  }

  getDataValidations(): (DataValidation | null)[][] {
    return this.validations();
  }

  setDataValidation(rule: unknown): this {
    const { data } = this.sheet.change(this.box());
    setValidation(data, this.box(), ruleOf(rule, 'setDataValidation'));
    return this;
  }

  setDataValidations(rules: unknown): this {
    const rows = this.rectangle(rules, 'setDataValidations');
    const { row, column } = this.box();
    const { data } = this.sheet.change(this.box());
    rows.forEach((line, down) => {
      line.forEach((rule, right) => {
        const cell = { row: row + down, column: column + right, rows: 1, columns: 1 };
        setValidation(data, cell, ruleOf(rule, 'setDataValidations'));
      });
    });
    return this;
  }

  clearDataValidations(): this {
    return this.setDataValidation(null);
  }

  clear(options: ClearOptions = {}): this {
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options ?? {};
    const everything = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    if (contentsOnly || everything) this.clearContent();
    if (formatOnly || everything) this.write((cell) => cell && withoutFormat(cell));
    if (commentsOnly) this.clearNote();
    if (validationsOnly) this.clearDataValidations();
    return this;
  }

  clearContent(): this {
    return this.rewrite((cell) => (cell?.spill === undefined ? withoutContent(cell) : cell));
  }

  /** Number formats stay. */
  clearFormat(): this {
    return this.write((cell) => cell && { ...cell, style: undefined });
  }

  /** Of the contents only the first cell's stays. */
  merge(): this {
    const box = this.box();
    const { data } = this.sheet.change(box);
    data.merges = this.mergesApartFrom(data);
    if (box.rows > 1 || box.columns > 1) data.merges.push(formatArea(box));
    return this.rewrite((cell, down, right) => (down + right === 0 ? cell : withoutContent(cell)));
  }

  /** Each row for itself. */
  mergeAcross(): this {
    const { row, rows, ...box } = this.box();
    for (let each = row; each < row + rows; each++) {
      this.sheet.rangeOf({ ...box, row: each, rows: 1 }).merge();
    }
    return this;
  }

  /** Each column for itself. */
  mergeVertically(): this {
    const { column, columns, ...box } = this.box();
    for (let each = column; each < column + columns; each++) {
      this.sheet.rangeOf({ ...box, column: each, columns: 1 }).merge();
    }
    return this;
  }

  breakApart(): this {
    const { data } = this.sheet.change(this.box());
    data.merges = this.mergesApartFrom(data);
    return this;
  }

  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  getMergedRanges(): Range[] {
    return this.sheet
      .inspect()
      .data.merges.map((text) => parseArea(text) as Area)
      .filter((merged) => common(merged, this.box()))
      .map((merged) => new Range(this.execution, this.sheet, merged));
  }

  sort(spec: unknown): this {
    const by = (Array.isArray(spec) ? spec : [spec]).map(sortBy);
    const box = this.box();
    for (const { column } of by) {
      if (column < box.column || column >= box.column + box.columns) {
        throw new ServiceError('Sort column is outside the range.');
      }
    }
    sortArea(this.sheet.change(box).data, box, by);
    return this;
  }

  /** Depths stay between 0 and 8. */
  shiftRowGroupDepth(delta: unknown): this {
    const by = integer(delta, 'SpreadsheetApp.Range.shiftRowGroupDepth', [delta]);
    const { row, rows } = this.box();
    const { rowGroups, rowGroupControl } = this.sheet.change().data;
    if (row === 1 && rowGroupControl === 'before') {
      throw new ServiceError('The first row cannot be grouped while the control stands before it.');
    }
    for (let each = row; each < row + rows; each++) {
      const depth = Math.min(8, Math.max(0, (rowGroups[each] ?? 0) + by));
      if (depth === 0) delete rowGroups[each];
      else rowGroups[each] = depth;
    }
    return this;
  }

  createFilter(): Filter {
    const { data } = this.sheet.change();
    if (data.filter !== null) {
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    }
    data.filter = formatArea(this.box());
    return new Filter(this.execution, this.sheet);
  }

  canEdit(): boolean {
    const { store, user } = this.execution;
    if (store.role(this.sheet.fileId) === 'viewer') return false;
    const { workbook, data } = this.sheet.inspect();
    return mayEdit(workbook, data, user, this.box());
  }

  private scriptValues() {
    const { timeZone } = this.sheet.inspect().workbook;
    return (cell: Cell | undefined) => scriptValue(cell, timeZone);
  }

  private richText() {
    return (cell: Cell | undefined) => richTextOf(this.execution, cell);
  }

  private validations(): (DataValidation | null)[][] {
    const { row, column, rows, columns } = this.box();
    const { data } = this.sheet.inspect();
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => {
        const rule = validationAt(data, row + down, column + right);
        return rule && this.validation(rule);
      }),
    );
  }

  private validation(rule: ValidationRule): DataValidation {
    const source = rule.source === undefined ? null : this.sheet.getParent().getRange(rule.source);
    return new DataValidation(this.execution, rule, source);
  }

  /** Writes values as typing does; nothing at all when a rule refuses one of them. */
  private enter(valueAt: (down: number, right: number) => unknown): this {
    const { workbook, data } = this.sheet.change(this.box());
    const context: ValueContext = {
      timeZone: workbook.timeZone,
      now: this.execution.now(),
      switches: this.execution.switches,
    };
    const { row, column } = this.box();
    return this.rewrite((before, down, right) => {
      const cell = writtenCell(before, valueAt(down, right), context);
      const refused = violated(workbook, data, row + down, column + right, cell);
      if (refused) throw new ServiceError(refused);
      return cell;
    });
  }

  private writeRichText(method: string, valueAt: (down: number, right: number) => unknown): this {
    return this.rewrite((before, down, right) => {
      const value = valueAt(down, right);
      const kept = withoutContent(before);
      if (value === null) return kept;
      if (!(value instanceof RichTextValue)) {
        throw signatureError(`SpreadsheetApp.Range.${method}`, [value]);
      }
      if (value.getText() === '') return kept;
      return {
        v: value.getText(),
        ...kept,
        ...(value.links.length > 0 && { links: [...value.links] }),
      };
    });
  }

  private mergesApartFrom(data: SheetData): string[] {
    const box = this.box();
    return data.merges.filter((text) => {
      const merged = parseArea(text) as Area;
      const cut = common(merged, box);
      if (cut && formatArea(cut) !== text) {
        throw new ServiceError(
          'You must select all cells in a merged range to merge or unmerge them.',
        );
      }
      return !cut;
    });
  }
}

interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
}

const formulaOf = (cell: Cell | undefined) => cell?.f ?? '';
function asFormula(text: string): string {
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

function withoutFormat({ format: _, style: __, ...cell }: Cell): Cell {
  return cell;
}

function ruleOf(rule: unknown, method: string): DataValidation['rule'] | null {
  if (rule === null) return null;
  if (!(rule instanceof DataValidation)) {
    throw signatureError(`SpreadsheetApp.Range.${method}`, [rule]);
  }
  return rule.rule;
}

function sortBy(spec: unknown): SortBy {
  if (typeof spec === 'number') return { column: spec, ascending: true };
  const { column, ascending = true } = (spec ?? {}) as { column?: unknown; ascending?: unknown };
  if (typeof column !== 'number') throw signatureError('SpreadsheetApp.Range.sort', [spec]);
  return { column, ascending: ascending === true };
}
