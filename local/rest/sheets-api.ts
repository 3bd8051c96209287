// Google Sheets API v4, as far as it is offered: values of several ranges at once, and
// what tabs and names a spreadsheet has.

import { displayedText, isDate } from '../services/cell-value';
import { type Area, cellName, clipped, formatReference, parseReference } from '../workspace/a1';
import type { Cell, Scalar, SheetData, Workbook } from '../workspace/workbook';
import { answer, badRequest, type RestAnswer, RestError } from './answer';
import { masked } from './field-mask';
import type { ApiCall } from './google-apis';

/** GET /v4/spreadsheets/{id}/values:batchGet */
export function batchGetValues({ store, user, path, query }: ApiCall): RestAnswer {
  const workbook = spreadsheet(store.find(path[0]), store.roleOf(user, path[0]) !== null);
  const ranges = query.getAll('ranges');
  const inColumns = choice(query, 'majorDimension', ['ROWS', 'COLUMNS']) === 'COLUMNS';
  const rendered = rendering(query);
  const valueRanges = ranges.map((text) => {
    const { sheet, area } = rangeOf(workbook, text);
    const values = trimmed(gridOf(sheet, area, rendered, inColumns));
    return {
      range: formatReference(sheet.name, area),
      majorDimension: inColumns ? 'COLUMNS' : 'ROWS',
      ...(values.length > 0 && { values }),
    };
  });
  const body = { spreadsheetId: workbook.id, ...(ranges.length > 0 && { valueRanges }) };
  return answer(masked(body, query.get('fields')));
}

/** GET /v4/spreadsheets/{id}, without the cells. */
export function getSpreadsheet({ store, user, path, query }: ApiCall): RestAnswer {
  const workbook = spreadsheet(store.find(path[0]), store.roleOf(user, path[0]) !== null);
  if (query.get('includeGridData') === 'true') {
    throw new Error('local host: spreadsheets.get with includeGridData is not offered');
  }
  const { id, name, locale, timeZone, sheets } = workbook;
  const body = {
    spreadsheetId: id,
    properties: { title: name, locale, timeZone },
    sheets: sheets.map((sheet, index) => ({ properties: propertiesOf(sheet, index) })),
    namedRanges: namedRangesOf(workbook),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  };
  return answer(masked(body, query.get('fields')));
}

function spreadsheet(workbook: Workbook | null, mayRead: boolean): Workbook {
  if (!workbook) {
    throw new RestError(404, 'NOT_FOUND', 'Requested entity was not found.', 'notFound');
  }
  if (mayRead) return workbook;
  throw new RestError(403, 'PERMISSION_DENIED', 'The caller does not have permission', 'forbidden');
}

/** By name, by A1 notation, or a whole tab; an open side ends where the tab does. */
function rangeOf(workbook: Workbook, text: string): { sheet: SheetData; area: Area } {
  const found = placeOf(workbook, text);
  if (!found) throw badRequest(`Unable to parse range: ${text}`);
  const { sheet, area } = found;
  const inside = clipped(area, sheet);
  if (!inside) {
    throw badRequest(
      `Range (${formatReference(sheet.name, area)}) exceeds grid limits. Max rows: ${sheet.rows}, max columns: ${sheet.columns}`,
    );
  }
  return { sheet, area: inside };
}

function placeOf(workbook: Workbook, text: string): { sheet: SheetData; area: Area } | null {
  const tab = (name: string | null) =>
    name === null ? workbook.sheets[0] : workbook.sheets.find((one) => one.name === name);
  const lower = text.toLowerCase();
  const named = Object.keys(workbook.namedRanges).find((name) => name.toLowerCase() === lower);
  const reference = parseReference(named === undefined ? text : workbook.namedRanges[named]);
  const sheet = reference && tab(reference.sheet);
  if (reference && sheet) return { sheet, area: reference.area };
  const whole = tab(/^'(.+)'$/.exec(text)?.[1].replace(/''/g, "'") ?? text);
  return whole
    ? { sheet: whole, area: { row: 1, column: 1, rows: whole.rows, columns: whole.columns } }
    : null;
}

type Rendered = (cell: Cell | undefined) => Scalar;

function rendering(query: URLSearchParams): Rendered {
  const option = choice(query, 'valueRenderOption', [
    'FORMATTED_VALUE',
    'UNFORMATTED_VALUE',
    'FORMULA',
  ]);
  const dates = choice(query, 'dateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING']);
  if (option === 'FORMATTED_VALUE') return displayedText;
  return (cell) => {
    if (option === 'FORMULA' && cell?.f !== undefined) return cell.f;
    if (cell?.v === undefined || (dates === 'FORMATTED_STRING' && isDate(cell))) {
      return displayedText(cell);
    }
    return cell.v;
  };
}

/** The first of the values is taken where the request names none. */
function choice(query: URLSearchParams, name: string, values: readonly string[]): string {
  const value = query.get(name) ?? values[0];
  if (values.includes(value)) return value;
  throw badRequest(`Invalid value at '${name}', "${value}"`);
}

function gridOf(
  { cells }: SheetData,
  { row, column, rows, columns }: Area,
  rendered: Rendered,
  inColumns: boolean,
): Scalar[][] {
  const [lines, length] = inColumns ? [columns, rows] : [rows, columns];
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length }, (_, at) => {
      const [down, right] = inColumns ? [at, line] : [line, at];
      return rendered(cells[cellName(row + down, column + right)]);
    }),
  );
}

/** Blank cells at the end of a row go, and so do blank rows at the end. */
function trimmed(grid: Scalar[][]): Scalar[][] {
  const lines = grid.map((line) => line.slice(0, line.findLastIndex((value) => value !== '') + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

function propertiesOf(sheet: SheetData, index: number) {
  const { id, name, rows, columns, frozenRows, frozenColumns, hidden } = sheet;
  return {
    sheetId: id,
    title: name,
    index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount: rows,
      columnCount: columns,
      ...(frozenRows > 0 && { frozenRowCount: frozenRows }),
      ...(frozenColumns > 0 && { frozenColumnCount: frozenColumns }),
    },
    ...(hidden && { hidden }),
  };
}

/** Positions from 0, the end left out; open sides have no end. */
function namedRangesOf({ namedRanges, sheets }: Workbook) {
  return Object.entries(namedRanges).flatMap(([name, text]) => {
    const reference = parseReference(text);
    const sheet = sheets.find((one) => one.name === reference?.sheet);
    if (!reference || !sheet) return [];
    const { row, column, rows, columns } = reference.area;
    const range = {
      sheetId: sheet.id,
      startRowIndex: row - 1,
      ...(Number.isFinite(rows) && { endRowIndex: row - 1 + rows }),
      startColumnIndex: column - 1,
      ...(Number.isFinite(columns) && { endColumnIndex: column - 1 + columns }),
    };
    return [{ namedRangeId: name, name, range }];
  });
}
