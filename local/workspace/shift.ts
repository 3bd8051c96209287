// What happens to references when rows or columns are inserted, deleted or moved:
// in areas, in named ranges, and inside the text of formulas.

import { type Area, columnName, columnNumber, quotedSheet } from './a1';

/** Rows or columns that come or go in one tab. */
export interface Edit {
  sheet: string;
  axis: 'rows' | 'columns';
  /** The first new position, or the first deleted one. */
  at: number;
  /** How many are inserted; negative: how many are deleted. */
  count: number;
}

/** The area after an edit in its own tab; null when all of it was deleted. */
export function shiftedArea(area: Area, edit: Edit): Area | null {
  if (edit.axis === 'rows') {
    const moved = shiftedSpan(area.row, area.rows, edit);
    return moved && { ...area, row: moved.start, rows: moved.length };
  }
  const moved = shiftedSpan(area.column, area.columns, edit);
  return moved && { ...area, column: moved.start, columns: moved.length };
}

/** One position after an edit; null when it was deleted. */
export function shiftedPosition(position: number, edit: Edit): number | null {
  return shiftedSpan(position, 1, edit)?.start ?? null;
}

/** A formula after an edit; `home` is the tab that the formula stands in. */
export function shiftedFormula(formula: string, home: string, edit: Edit): string {
  return withReferences(formula, (reference) => {
    if ((reference.sheet ?? home) !== edit.sheet) return reference;
    const { first, last } = reference;
    const ends =
      edit.axis === 'rows'
        ? shiftedEnds(first.row, (last ?? first).row, edit)
        : shiftedEnds(first.column, (last ?? first).column, edit);
    if (!ends) return null;
    const key = edit.axis === 'rows' ? 'row' : 'column';
    return {
      ...reference,
      first: { ...first, [key]: ends[0] },
      last: last && { ...last, [key]: ends[1] },
    };
  });
}

/** A formula as it reads after a copy so many rows down and columns right: `$` holds a part in place. */
export function copiedFormula(formula: string, down: number, right: number): string {
  return withReferences(formula, (reference) => {
    const first = movedCorner(reference.first, down, right);
    const last = reference.last && movedCorner(reference.last, down, right);
    if (!first || (reference.last && !last)) return null;
    return { ...reference, first, last };
  });
}

/** A formula after a tab got another name. */
export function renamedInFormula(formula: string, from: string, to: string): string {
  return withReferences(formula, (reference) =>
    reference.sheet === from ? { ...reference, sheet: to } : reference,
  );
}

/** A formula after a named range got another name. */
export function renamedNameInFormula(formula: string, from: string, to: string): string {
  return formula.replace(TOKEN, (token, ...parts: unknown[]) => {
    const [area, at] = [parts[2], parts[3] as number];
    const calls = formula[at + token.length] === '(';
    return !area && !calls && token.toLowerCase() === from.toLowerCase() ? to : token;
  });
}

/** A formula after a tab was deleted: references to it are lost. */
export function formulaWithoutSheet(formula: string, sheet: string): string {
  return withReferences(formula, (reference) => (reference.sheet === sheet ? null : reference));
}

/** The tabs that a formula names. */
export function sheetsNamedIn(formula: string): string[] {
  const names = new Set<string>();
  withReferences(formula, (reference) => {
    if (reference.sheet !== null) names.add(reference.sheet);
    return reference;
  });
  return [...names];
}

interface Corner {
  column: number | null;
  row: number | null;
  columnFixed: boolean;
  rowFixed: boolean;
}

interface FormulaReference {
  sheet: string | null;
  first: Corner;
  /** Null for a single cell. */
  last: Corner | null;
}

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const AREA = `(${CELL}:${CELL}|${CELL}:${COLUMN}|${CELL}|${COLUMN}:${COLUMN}|${ROW}:${ROW})`;
// Texts, references, other names and numbers: whichever stands at a place is taken
// whole, so that nothing inside a text or a name is ever read as a reference.
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:${SHEET})?${AREA}(?![\p{L}\p{N}_.(!:])|[\p{L}_][\p{L}\p{N}_.]*|\d[\d.]*`,
  'gu',
);

/** Rewrites every reference of a formula; null makes it `#REF!`. */
function withReferences(
  formula: string,
  rewrite: (reference: FormulaReference) => FormulaReference | null,
): string {
  return formula.replace(TOKEN, (token, quoted?: string, plain?: string, area?: string) => {
    if (!area) return token;
    const [first, last] = area.split(':');
    const before: FormulaReference = {
      sheet: quoted?.replace(/''/g, "'") ?? plain ?? null,
      first: parseCorner(first),
      last: last === undefined ? null : parseCorner(last),
    };
    const after = rewrite(before);
    if (after === before) return token;
    return after ? formatReference(after) : '#REF!';
  });
}

function formatReference({ sheet, first, last }: FormulaReference): string {
  const area = last ? `${formatCorner(first)}:${formatCorner(last)}` : formatCorner(first);
  return sheet === null ? area : `${quotedSheet(sheet)}!${area}`;
}

function parseCorner(text: string): Corner {
  const [, columnFixed, letters, rowFixed, digits] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const fixed = letters === '' ? { columnFixed: '', rowFixed: columnFixed || rowFixed } : null;
  return {
    column: letters ? columnNumber(letters) : null,
    row: digits ? Number(digits) : null,
    columnFixed: (fixed?.columnFixed ?? columnFixed) === '$',
    rowFixed: (fixed?.rowFixed ?? rowFixed) === '$',
  };
}

function formatCorner({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === null ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  const digits = row === null ? '' : `${rowFixed ? '$' : ''}${row}`;
  return letters + digits;
}

function movedCorner(corner: Corner, down: number, right: number): Corner | null {
  const row = corner.row === null || corner.rowFixed ? corner.row : corner.row + down;
  const column =
    corner.column === null || corner.columnFixed ? corner.column : corner.column + right;
  if ((row !== null && row < 1) || (column !== null && column < 1)) return null;
  return { ...corner, row, column };
}

/** Both ends of a reference; an end that the text leaves open stays open. */
function shiftedEnds(
  first: number | null,
  last: number | null,
  edit: Edit,
): [number | null, number | null] | null {
  if (first === null) return [null, last];
  const open = last === null;
  const [start, end] = open ? [first, null] : [Math.min(first, last), Math.max(first, last)];
  const moved = shiftedSpan(start, end === null ? Number.POSITIVE_INFINITY : end - start + 1, edit);
  return moved && [moved.start, open ? null : moved.start + moved.length - 1];
}

function shiftedSpan(
  start: number,
  length: number,
  { at, count }: Edit,
): { start: number; length: number } | null {
  const open = length === Number.POSITIVE_INFINITY;
  // A whole row or column stays whole.
  if (open && start === 1) return { start, length };
  const end = start + length - 1;
  if (count > 0) {
    if (at <= start) return { start: start + count, length };
    return { start, length: at <= end && !open ? length + count : length };
  }
  const gone = -count;
  const before = Math.max(0, Math.min(start, at + gone) - at);
  if (open) return { start: start - before, length };
  const inside = Math.max(0, Math.min(end + 1, at + gone) - Math.max(start, at));
  return inside === length ? null : { start: start - before, length: length - inside };
}
