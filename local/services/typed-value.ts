// Text as Sheets reads it when somebody types it, or when a script passes it to setValue.

import { parseValue } from 'numfmt';
import type { Switches } from '../switches';
import type { Scalar } from '../workspace/workbook';

/** What a cell then holds: a formula, or a value and the number format that came with it. */
export interface TypedValue {
  v?: Scalar;
  f?: string;
  format?: string;
}

/**
 * `text` as typed into a cell of an English (US) spreadsheet, which is not of the text format.
 * A leading `'` keeps the rest as text; dates become serial numbers under a date format; a day
 * without a year is in the year of `today`. The empty text gives an empty cell: `{}`.
 */
export function parseTyped(text: string, today: Date, switches: Switches): TypedValue {
  if (text === '') return {};
  if (text.startsWith("'")) return { v: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { f: text };
  const month = /^(\d{4})-(\d{1,2})$/.exec(text.trim());
  if (month) return dateOf(Number(month[1]), Number(month[2]), 1, 'yyyy-mm') ?? { v: text };
  const parsed = parseValue(text);
  if (parsed && typeof parsed.value !== 'object') return withFormat(text, parsed, today);
  const formula = switches.leadingSign === 'formula' && /^[+\-@]\s*\S/.test(text);
  return formula ? { f: `=${text}` } : { v: text };
}

/** Days since 30 December 1899, as spreadsheets count; `date` in UTC. */
export function serialOf(date: Date): number {
  return date.getTime() / DAY + EPOCH;
}

/** The date of a serial number, in UTC. */
export function dateOfSerial(serial: number): Date {
  return new Date(Math.round((serial - EPOCH) * DAY));
}

const DAY = 86_400_000;
const EPOCH = 25_569;

type Parsed = NonNullable<ReturnType<typeof parseValue>>;

function withFormat(text: string, parsed: Parsed, today: Date): TypedValue {
  const value = parsed.value as Scalar;
  const iso = /^\d{4}-\d{1,2}-\d{1,2}/.test(text.trim());
  const format = formatOf(parsed.formatId, iso);
  if (parsed.formatId === DAY_WITHOUT_YEAR) {
    const date = dateOfSerial(value as number);
    const [monthNumber, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    return dateOf(today.getUTCFullYear(), monthNumber, day, format ?? 'd-mmm') ?? { v: text };
  }
  return format ? { v: value, format } : { v: value };
}

function dateOf(year: number, month: number, day: number, format: string): TypedValue | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? { v: serialOf(date), format } : null;
}

const DAY_WITHOUT_YEAR = 16;

/** The built-in number formats that the parser names by id. */
function formatOf(id: number | undefined, iso: boolean): string | undefined {
  if (id === 14) return iso ? 'yyyy-mm-dd' : 'm/d/yyyy';
  if (id === 22) return iso ? 'yyyy-mm-dd h:mm' : 'm/d/yyyy h:mm';
  return id === undefined ? undefined : FORMATS[id];
}

const FORMATS: Record<number, string> = {
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0',
  6: '$#,##0',
  7: '$#,##0.00',
  8: '$#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  15: 'd-mmm-yyyy',
  16: 'd-mmm',
  17: 'mmm-yyyy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
};
