// Google's Range: a rectangle of cells in one tab.

import { type Area, cellName, clipped, common, formatArea, parseArea } from '../workspace/a1';
import { mayEdit } from '../workspace/editable';
import {
  setValidation,
  type ValidationRule,
  validationAt,
  violated,
} from '../workspace/validation';
import type { Border, Cell, CellStyle, SheetData } from '../workspace/workbook';
import { Active } from './active';
import {
  displayedText,
  scriptValue,
  type ValueContext,
  withoutContent,
  writtenCell,
} from './cell-value';
import { colorOf } from './color';
import { DataValidation } from './data-validation';
import { EnumValue } from './enumeration';
import { Filter } from './filter';
import { RichTextValue, richTextOf } from './rich-text';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { integer, signatureError, sized } from './signature';
import { type SortBy, sortArea } from './sort';
import { offers, openOffers } from './spreadsheet-offers';

export class Range extends Service {
  static override readonly service = 'Range';
  static override readonly offers = {
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
      'getNumberFormat',
      'getNumberFormats',
      'getBackground',
      'getBackgrounds',
      'getFontColor',
      'getFontWeight',
      'getFontStyle',
      'getFontSize',
      'getHorizontalAlignment',
      'getVerticalAlignment',
      'getWrap',
      'getNote',
      'getNotes',
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
      'setNumberFormat',
      'setNumberFormats',
      'setBackground',
      'setBackgrounds',
      'setFontColor',
      'setFontWeight',
      'setFontStyle',
      'setFontSize',
      'setHorizontalAlignment',
      'setVerticalAlignment',
      'setWrap',
      'setBorder',
      'setNote',
      'setNotes',
      'clearNote',
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

  constructor(
    execution: Service['execution'],
    readonly sheet: Sheet,
    /** Open where it was asked for so, as `E:E`. */
    readonly area: Area,
  ) {
    super(execution);
  }

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
    this.execution.service(Active).choose(this.sheet, this);
    return this;
  }

  getValue(): unknown {
    return this.corner(this.valueOf_());
  }

  getValues(): unknown[][] {
    return this.grid(this.valueOf_());
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

  getNumberFormat(): string {
    return this.corner(numberFormatOf);
  }

  getNumberFormats(): string[][] {
    return this.grid(numberFormatOf);
  }

  setNumberFormat(format: unknown): this {
    if (typeof format !== 'string') {
      throw signatureError('SpreadsheetApp.Range.setNumberFormat', [format]);
    }
    return this.write((cell) => withNumberFormat(cell, format));
  }

  setNumberFormats(formats: unknown): this {
    const rows = this.rectangle(formats, 'setNumberFormats');
    return this.write((cell, down, right) => withNumberFormat(cell, String(rows[down][right])));
  }

  getBackground(): string {
    return this.corner(backgroundOf);
  }

  getBackgrounds(): string[][] {
    return this.grid(backgroundOf);
  }

  setBackground(color: unknown): this {
    return this.restyle(() => ({ background: colorOf(color) }));
  }

  setBackgrounds(colors: unknown): this {
    const rows = this.rectangle(colors, 'setBackgrounds');
    return this.restyle((down, right) => ({ background: colorOf(rows[down][right]) }));
  }

  getFontColor(): string {
    return this.corner((cell) => cell?.style?.color ?? '#000000');
  }

  setFontColor(color: unknown): this {
    return this.restyle(() => ({ color: colorOf(color) }));
  }

  getFontWeight(): string {
    return this.corner((cell) => (cell?.style?.bold ? 'bold' : 'normal'));
  }

  setFontWeight(weight: unknown): this {
    const bold = weight === null || weight === 'normal' ? undefined : weight === 'bold';
    if (bold === false) throw signatureError('SpreadsheetApp.Range.setFontWeight', [weight]);
    return this.restyle(() => ({ bold }));
  }

  getFontStyle(): string {
    return this.corner((cell) => (cell?.style?.italic ? 'italic' : 'normal'));
  }

  setFontStyle(style: unknown): this {
    const italic = style === null || style === 'normal' ? undefined : style === 'italic';
    if (italic === false) throw signatureError('SpreadsheetApp.Range.setFontStyle', [style]);
    return this.restyle(() => ({ italic }));
  }

  getFontSize(): number {
    return this.corner((cell) => cell?.style?.size ?? 10);
  }

  setFontSize(size: unknown): this {
    const points = integer(size, 'SpreadsheetApp.Range.setFontSize', [size]);
    return this.restyle(() => ({ size: points }));
  }

  getHorizontalAlignment(): string {
    return this.corner((cell) => cell?.style?.align ?? 'general');
  }

  setHorizontalAlignment(alignment: unknown): this {
    const align = alignment === null || alignment === 'normal' ? undefined : alignment;
    if (!includes(['left', 'center', 'right', undefined] as const, align)) {
      throw signatureError('SpreadsheetApp.Range.setHorizontalAlignment', [alignment]);
    }
    return this.restyle(() => ({ align }));
  }

  getVerticalAlignment(): string {
    return this.corner((cell) => cell?.style?.vertical ?? 'bottom');
  }

  setVerticalAlignment(alignment: unknown): this {
    const vertical = alignment ?? undefined;
    if (!includes(['top', 'middle', 'bottom', undefined] as const, vertical)) {
      throw signatureError('SpreadsheetApp.Range.setVerticalAlignment', [alignment]);
    }
    return this.restyle(() => ({ vertical }));
  }

  getWrap(): boolean {
    return this.corner((cell) => cell?.style?.wrap ?? false);
  }

  setWrap(wrap: unknown): this {
    return this.restyle(() => ({ wrap: wrap === true }));
  }

  /** (top, left, bottom, right, vertical, horizontal, color, style): true draws, false removes, null leaves. */
  setBorder(...args: unknown[]): this {
    const [color, style] = args.slice(6);
    const sides = args.slice(0, 6);
    const known = sides.every((side) => side === null || typeof side === 'boolean');
    if (!known || (args.length !== 6 && args.length !== 8)) {
      throw signatureError('SpreadsheetApp.Range.setBorder', args);
    }
    const [top, left, bottom, right, vertical, horizontal] = sides as (boolean | null)[];
    const border: Border = {
      line: style instanceof EnumValue ? LINES[style.name] : 'solid',
      color: colorOf(color ?? null) ?? '#000000',
    };
    const { rows, columns } = this.box();
    return this.write((cell, down, across) => {
      const drawn = (side: boolean | null, name: keyof Borders) =>
        side === null ? {} : { [name]: side ? border : undefined };
      const borders = compact({
        ...cell?.style?.borders,
        ...drawn(down === 0 ? top : horizontal, 'top'),
        ...drawn(across === 0 ? left : vertical, 'left'),
        ...drawn(down === rows - 1 ? bottom : horizontal, 'bottom'),
        ...drawn(across === columns - 1 ? right : vertical, 'right'),
      });
      const any = Object.keys(borders).length > 0;
      return { ...cell, style: { ...cell?.style, borders: any ? borders : undefined } };
    });
  }

  getNote(): string {
    return this.corner((cell) => cell?.note ?? '');
  }

  getNotes(): string[][] {
    return this.grid((cell) => cell?.note ?? '');
  }

  setNote(note: unknown): this {
    return this.write((cell) => withNote(cell, note));
  }

  setNotes(notes: unknown): this {
    const rows = this.rectangle(notes, 'setNotes');
    return this.write((cell, down, right) => withNote(cell, rows[down][right]));
  }

  clearNote(): this {
    return this.setNote(null);
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

  /** The cells inside the tab as it now is. Throws when rows or columns were deleted under the range. */
  box(): Area {
    const inside = clipped(this.area, this.sheet.inspect().data);
    if (inside) return inside;
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }

  private corner<T>(of: (cell: Cell | undefined) => T): T {
    const { row, column } = this.box();
    return of(this.sheet.inspect().data.cells[cellName(row, column)]);
  }

  private grid<T>(of: (cell: Cell | undefined) => T): T[][] {
    const { row, column, rows, columns } = this.box();
    const { cells } = this.sheet.inspect().data;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) =>
        of(cells[cellName(row + down, column + right)]),
      ),
    );
  }

  private valueOf_() {
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

  /** Changes contents: what a formula spilled goes with it. All cells are made before any is written. */
  private rewrite(change: Change): this {
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

  private restyle(change: (down: number, right: number) => Partial<CellStyle>): this {
    return this.write((cell, down, right) => ({
      ...cell,
      style: { ...cell?.style, ...change(down, right) },
    }));
  }

  private write(change: Change): this {
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

  /** Checks a grid of values against the range. Throws Google's sentences. */
  private rectangle(values: unknown, method: string): unknown[][] {
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

interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
}

type Change = (
  cell: Cell | undefined,
  down: number,
  right: number,
  address: string,
) => Cell | undefined;

type Borders = NonNullable<CellStyle['borders']>;

const LINES: Record<string, Border['line']> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'solid',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

/** What `getNumberFormat` gives where nobody set a format. */
const AUTOMATIC = '0.###############';

const formulaOf = (cell: Cell | undefined) => cell?.f ?? '';
const numberFormatOf = (cell: Cell | undefined) => cell?.format ?? AUTOMATIC;
const backgroundOf = (cell: Cell | undefined) => cell?.style?.background ?? '#ffffff';

function asFormula(text: string): string {
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

function withNumberFormat(cell: Cell | undefined, format: string): Cell {
  return { ...cell, format: format.toLowerCase() === 'general' ? undefined : format };
}

function withNote(cell: Cell | undefined, note: unknown): Cell {
  return { ...cell, note: note === null || note === '' ? undefined : String(note) };
}

function withoutFormat({ format: _, style: __, ...cell }: Cell): Cell {
  return cell;
}

/** Stores a cell without anything empty in it, or nothing. */
function put(cells: Record<string, Cell>, address: string, cell: Cell | undefined): void {
  const style = compact(cell?.style ?? {});
  const full = compact({ ...cell, style: Object.keys(style).length > 0 ? style : undefined });
  if (Object.keys(full).length > 0) cells[address] = full;
  else delete cells[address];
}

function compact<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as T;
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

function includes<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}
