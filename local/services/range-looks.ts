// The part of Range that is about looks: number formats, colours, fonts, alignment,
// borders, and the notes that hang on cells.

import type { Border, Cell, CellStyle } from '../workspace/workbook';
import { CellBlock, compact } from './cell-block';
import { colorOf } from './color';
import { EnumValue } from './enumeration';
import { integer, signatureError } from './signature';
import { offers } from './spreadsheet-offers';

export const LOOKS_OFFERS = {
  ...offers('read', [
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
  ]),
  ...offers('write', [
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
  ]),
};

export abstract class RangeLooks extends CellBlock {
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

  private restyle(change: (down: number, right: number) => Partial<CellStyle>): this {
    return this.write((cell, down, right) => ({
      ...cell,
      style: { ...cell?.style, ...change(down, right) },
    }));
  }
}

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

const numberFormatOf = (cell: Cell | undefined) => cell?.format ?? AUTOMATIC;
const backgroundOf = (cell: Cell | undefined) => cell?.style?.background ?? '#ffffff';

function withNumberFormat(cell: Cell | undefined, format: string): Cell {
  return { ...cell, format: format.toLowerCase() === 'general' ? undefined : format };
}

function withNote(cell: Cell | undefined, note: unknown): Cell {
  return { ...cell, note: note === null || note === '' ? undefined : String(note) };
}

function includes<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}
