// A1 notation and the geometry behind it: `B2:D9`, `E:E`, `2:5`, `'Run log'!A1`.

/** A rectangle of cells, positions from 1; `rows` or `columns` is Infinity where it is open, as in `E:E`. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** An area in a tab; `sheet` is null where the text names none. */
export interface Reference {
  sheet: string | null;
  area: Area;
}

/** Reads `'Run log'!A1:B2`, `Summary!C4` or `B2`; null when it is no such text. */
export function parseReference(text: string): Reference | null {
  const match = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(text.trim());
  if (!match) return null;
  const area = parseArea(match[3]);
  if (!area) return null;
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? null, area };
}

/** Reads `B2`, `B2:D9`, `$E:$E`, `2:5`, `A2:A`, in either order of corners; null when it is no such text. */
export function parseArea(text: string): Area | null {
  const corners = text.trim().split(':').map(parseCorner);
  if (corners.length > 2 || corners.includes(null)) return null;
  const [one, other = one] = corners as Corner[];
  if (corners.length === 1 && (one.row === null || one.column === null)) return null;
  const [row, rows] = span(one.row, other.row);
  const [column, columns] = span(one.column, other.column);
  if (rows === Number.POSITIVE_INFINITY && columns === Number.POSITIVE_INFINITY) return null;
  return { row, column, rows, columns };
}

/** The shortest A1 text of an area, such as `B2`, `B2:D9`, `E:E`, `A2:A` or `2:5`. */
export function formatArea({ row, column, rows, columns }: Area): string {
  const openDown = rows === Number.POSITIVE_INFINITY;
  const openRight = columns === Number.POSITIVE_INFINITY;
  if (rows === 1 && columns === 1) return cellName(row, column);
  if (openRight) {
    const first = column === 1 ? `${row}` : cellName(row, column);
    return `${first}:${row + rows - 1}`;
  }
  const right = columnName(column + columns - 1);
  if (openDown) return `${row === 1 ? columnName(column) : cellName(row, column)}:${right}`;
  return `${cellName(row, column)}:${right}${row + rows - 1}`;
}

/** Such as `'Run log'!A1:B2`. */
export function formatReference(sheet: string, area: Area): string {
  return `${quotedSheet(sheet)}!${formatArea(area)}`;
}

/** A tab's name as it stands before the `!`: quoted unless it is a plain word. */
export function quotedSheet(name: string): string {
  const plain = /^[A-Za-z_]\w*$/.test(name) && !parseArea(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Such as `AB12`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  columnNames[column] ??= lettersOf(column);
  return columnNames[column];
}

/** Asked for with every cell that is read or written. */
const columnNames: string[] = [];

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The row and column of a cell's address, such as `AB12` in `SheetData.cells`. */
export function cellPosition(address: string): { row: number; column: number } {
  // Called for every cell of a tab: no regular expression, no parts of the text.
  let row = 0;
  let column = 0;
  for (let index = 0; index < address.length; index++) {
    const code = address.charCodeAt(index);
    if (code >= CODE_OF_A) column = column * 26 + code - CODE_OF_A + 1;
    else row = row * 10 + code - CODE_OF_0;
  }
  return { row, column };
}

/** The part of an area that lies in a grid of so many rows and columns; null when none does. */
export function clipped(area: Area, grid: { rows: number; columns: number }): Area | null {
  return common(area, { row: 1, column: 1, rows: grid.rows, columns: grid.columns });
}

/** The cells that both areas hold; null when there are none. */
export function common(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** Whether a cell lies in an area. */
export function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** What is left of an area without another: up to four areas, top to bottom. */
export function without(area: Area, hole: Area): Area[] {
  const cut = common(area, hole);
  if (!cut) return [area];
  const bottom = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  const parts: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: cut.row, rows: cut.rows, columns: cut.column - area.column },
    {
      row: cut.row,
      rows: cut.rows,
      column: right,
      columns: remaining(area.column + area.columns, right),
    },
    { ...area, row: bottom, rows: remaining(area.row + area.rows, bottom) },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

const CODE_OF_A = 65;
const CODE_OF_0 = 48;

interface Corner {
  row: number | null;
  column: number | null;
}

function parseCorner(text: string): Corner | null {
  const match = /^(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d*))?$/.exec(text.trim());
  if (!match || text.trim() === '') return null;
  return {
    row: match[2] ? Number(match[2]) : null,
    column: match[1] ? columnNumber(match[1]) : null,
  };
}

/** First position and length between two ends, either of which may be open. */
function span(one: number | null, other: number | null): [number, number] {
  if (one === null || other === null) return [one ?? other ?? 1, Number.POSITIVE_INFINITY];
  return [Math.min(one, other), Math.abs(one - other) + 1];
}

/** `Infinity - Infinity` is no number; here it is nothing left. */
function remaining(end: number, from: number): number {
  return from === Number.POSITIVE_INFINITY ? 0 : end - from;
}
