// One cell, with its style, between the workspace and Univer.

import type { IBorderStyleData, ICellData, IStyleData } from '@univerjs/core';
import type { Border, Cell, CellStyle, Scalar } from '../workspace/workbook';
import { withCommas, withSemicolons } from './formula';

/** What a cell carries that Univer knows nothing of. */
interface Luggage {
  /** Why the formula failed, in its own words. */
  error?: string;
  links?: Cell['links'];
  chip?: Cell['chip'];
  /** The text that the links and the chip belong to: another text drops them. */
  of?: Scalar;
}

/** Sheets' look of a plain cell: Arial 10 at the bottom. */
export const PLAIN: IStyleData = { ff: 'Arial', fs: 10, vt: 3 };

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
/** Text that typing would have read as something else. */
const FORCED_TEXT = 4;

/**
 * @param styleId the id under which the snapshot holds a style, or the style itself
 */
export function toUniverCell(
  cell: Cell,
  styleId: (style: IStyleData) => string | IStyleData,
): ICellData {
  const result: ICellData = {};
  if (cell.f !== undefined) result.f = withCommas(cell.f);
  if (cell.v !== undefined && cell.spill === undefined) {
    result.v = typeof cell.v === 'boolean' ? Number(cell.v) : cell.v;
    result.t = typeOf(cell);
  }
  const style = toUniverStyle(cell);
  if (Object.keys(style).length > 0) result.s = styleId(style);
  const luggage: Luggage = {};
  if (cell.error !== undefined) luggage.error = cell.error;
  if (cell.links) luggage.links = cell.links;
  if (cell.chip) luggage.chip = cell.chip;
  if (cell.links || cell.chip) luggage.of = cell.v;
  if (Object.keys(luggage).length > 0) result.custom = { ...luggage };
  return result;
}

/** What a style says of a cell. */
export type Look = Pick<Cell, 'format' | 'style'>;

/**
 * @param lookOf what the style behind an id says
 * @param formula the cell's formula, where Univer holds it as a copy of another cell's
 */
export function fromUniverCell(
  data: ICellData,
  lookOf: (style: ICellData['s']) => Look,
  formula: string | null = data.f ?? null,
): Cell {
  const cell: Cell = {};
  const value = contentOf(data);
  if (formula) cell.f = withSemicolons(formula);
  if (value !== undefined && (value !== '' || formula)) cell.v = asSheetsSaysIt(value, cell);
  const { format, style } = lookOf(data.s);
  const luggage = (data.custom ?? {}) as Luggage;
  if (luggage.error !== undefined && formula && isError(value)) cell.error = luggage.error;
  if (value === '#SPILL!') cell.error = BLOCKED;
  if (format !== undefined) cell.format = format;
  if (style) cell.style = style;
  if (value !== undefined && luggage.of === value) {
    if (luggage.links) cell.links = luggage.links;
    if (luggage.chip) cell.chip = luggage.chip;
  }
  return cell;
}

const BLOCKED = 'Array result was not expanded because it would overwrite other data.';

/** Univer's names for two errors are not Sheets'. */
function asSheetsSaysIt(value: Scalar, cell: Cell): Scalar {
  if (cell.f === undefined) return value;
  if (value === '#SPILL!') return '#REF!';
  return value === '#CALC!' ? '#N/A' : value;
}

export function isError(value: unknown): boolean {
  return typeof value === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(value);
}

function contentOf({ v, t, p }: ICellData): Scalar | undefined {
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (v === undefined || v === null) return undefined;
  if (t === BOOLEAN) return v === true || Number(v) === 1 || v === 'TRUE';
  if (t === TEXT || t === FORCED_TEXT) return String(v);
  if (t === NUMBER && v !== '' && Number.isFinite(Number(v))) return Number(v);
  return v;
}

function typeOf({ v, f }: Cell): number {
  if (typeof v === 'number') return NUMBER;
  if (typeof v === 'boolean') return BOOLEAN;
  const plain = f !== undefined || !/^\s*[-+=@'$€£.\d]|^(true|false)$/i.test(v as string);
  return plain ? TEXT : FORCED_TEXT;
}

const ALIGN = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = 3;
const CLIP = 2;
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
const LINES = { solid: 1, medium: 8, thick: 13, dotted: 3, dashed: 4, double: 7 } as const;

export function toUniverStyle({ style = {}, format }: Cell): IStyleData {
  const result: IStyleData = {};
  if (style.background !== undefined) result.bg = { rgb: style.background };
  if (style.color !== undefined) result.cl = { rgb: style.color };
  if (style.bold !== undefined) result.bl = Number(style.bold);
  if (style.italic !== undefined) result.it = Number(style.italic);
  if (style.underline !== undefined) result.ul = { s: Number(style.underline) };
  if (style.strikethrough !== undefined) result.st = { s: Number(style.strikethrough) };
  if (style.size !== undefined) result.fs = style.size;
  if (style.font !== undefined) result.ff = style.font;
  if (style.wrap !== undefined) result.tb = style.wrap ? WRAP : CLIP;
  if (style.align !== undefined) result.ht = ALIGN[style.align];
  if (style.vertical !== undefined) result.vt = VERTICAL[style.vertical];
  if (style.borders) {
    result.bd = {};
    for (const [side, border] of Object.entries(style.borders) as [keyof typeof SIDES, Border][]) {
      result.bd[SIDES[side]] = { s: LINES[border.line], cl: { rgb: border.color } };
    }
  }
  if (format !== undefined) result.n = { pattern: format };
  return result;
}

export function fromUniverStyle(data: IStyleData): Look {
  const style: CellStyle = {};
  if (data.bg?.rgb) style.background = hex(data.bg.rgb);
  if (data.cl?.rgb) style.color = hex(data.cl.rgb);
  if (given(data.bl)) style.bold = data.bl === 1;
  if (given(data.it)) style.italic = data.it === 1;
  if (given(data.fs) && data.fs !== PLAIN.fs) style.size = data.fs;
  if (given(data.tb)) style.wrap = data.tb === WRAP;
  const align = nameOf(ALIGN, data.ht);
  if (align) style.align = align;
  const vertical = nameOf(VERTICAL, data.vt);
  if (vertical) style.vertical = vertical;
  if (data.ff && data.ff !== PLAIN.ff) style.font = data.ff;
  if (data.ul) style.underline = data.ul.s === 1;
  if (data.st) style.strikethrough = data.st.s === 1;
  const borders: CellStyle['borders'] = {};
  for (const side of Object.keys(SIDES) as (keyof typeof SIDES)[]) {
    const border = data.bd?.[SIDES[side]];
    if (border?.s) borders[side] = fromUniverBorder(border);
  }
  if (Object.keys(borders).length > 0) style.borders = borders;
  return {
    ...(data.n?.pattern !== undefined && { format: data.n.pattern }),
    ...(Object.keys(style).length > 0 && { style }),
  };
}

function fromUniverBorder({ s, cl }: IBorderStyleData): Border {
  return { line: nameOf(LINES, s) ?? 'solid', color: hex(cl?.rgb ?? '#000000') };
}

function given<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

function nameOf<K extends string>(names: Record<K, number>, value: unknown): K | undefined {
  return (Object.keys(names) as K[]).find((name) => names[name] === value);
}

/** `rgb(1, 2, 3)` as `#010203`; anything else as it is. */
function hex(color: string): string {
  const match = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(color);
  if (!match) return color;
  return `#${match
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}
