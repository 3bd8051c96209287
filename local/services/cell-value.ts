// Between a script's values and what cells hold: dates, text read as typing, what is displayed.

import { format, isDateFormat } from 'numfmt';
import type { Switches } from '../switches';
import type { Cell, Scalar } from '../workspace/workbook';
import { dateOfSerial, parseTyped, serialOf, type TypedValue } from './typed-value';

/** What a value's meaning depends on. */
export interface ValueContext {
  timeZone: string;
  now: Date;
  switches: Switches;
}

/** As Sheets shows a cell whose formula has not been computed. */
export const LOADING = 'Loading...';

const TEXT_FORMAT = '@';

/** A cell's value as `getValue` gives it: '' when blank, a Date under a date format. */
export function scriptValue(cell: Cell | undefined, timeZone: string): Scalar | Date {
  if (cell?.v === undefined) return cell?.f === undefined ? '' : LOADING;
  if (typeof cell.v !== 'number' || !isDate(cell)) return cell.v;
  return instantOf(cell.v, timeZone);
}

/** A cell's text as it is shown. */
export function displayedText(cell: Cell | undefined): string {
  if (cell?.v === undefined) return cell?.f === undefined ? '' : LOADING;
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'string') return cell.v;
  if (cell.format !== undefined && cell.format !== TEXT_FORMAT) {
    return format(cell.format, cell.v, { leap1900: false });
  }
  return Math.abs(cell.v) < 1e15 ? String(Number(cell.v.toFixed(10))) : String(cell.v);
}

/**
 * The cell after a value is written to it: text is read as if it were typed, blank
 * text and null empty the cell. Format, style and note stay; the formula, links and
 * chips that were there do not. Undefined when nothing is left.
 */
export function writtenCell(
  cell: Cell | undefined,
  value: unknown,
  context: ValueContext,
): Cell | undefined {
  const kept = withoutContent(cell);
  const entered = enteredValue(value, kept?.format, context);
  if (entered.v === undefined && entered.f === undefined) return kept;
  const format = newFormat(kept?.format, entered.format);
  return {
    ...(entered.v !== undefined && { v: entered.v }),
    ...(entered.f !== undefined && { f: entered.f }),
    ...kept,
    ...(format !== undefined && { format }),
  };
}

/** The cell emptied of all content, with its format, style and note; undefined when nothing is left. */
export function withoutContent(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { format, style, note } = cell;
  if (format === undefined && style === undefined && note === undefined) return undefined;
  return {
    ...(format !== undefined && { format }),
    ...(style !== undefined && { style }),
    ...(note !== undefined && { note }),
  };
}

/** Whether the cell shows its number as a date or a time. */
export function isDate({ format: pattern }: Cell): boolean {
  return pattern !== undefined && isDateFormat(pattern);
}

/** The serial number of an instant, by the clock of the time zone. */
export function serialIn(instant: Date, timeZone: string): number {
  return serialOf(new Date(instant.getTime() + offsetAt(instant, timeZone)));
}

/** The instant at which a clock of the time zone shows the serial number. */
export function instantOf(serial: number, timeZone: string): Date {
  const wall = dateOfSerial(serial).getTime();
  const guess = new Date(wall - offsetAt(new Date(wall), timeZone));
  return new Date(wall - offsetAt(guess, timeZone));
}

/** Milliseconds by which a clock of the time zone is ahead of UTC at an instant. */
function offsetAt(instant: Date, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  const [, sign, hours, minutes, seconds = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(clock.format(instant)) ?? [];
  const length = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds);
  return (sign === '-' ? -length : length) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function enteredValue(
  value: unknown,
  pattern: string | undefined,
  { timeZone, now, switches }: ValueContext,
): TypedValue {
  if (value === null || value === undefined) return {};
  if (typeof value === 'number' || typeof value === 'boolean') return { v: value };
  if (value instanceof Date) {
    const serial = serialIn(value, timeZone);
    const format = Number.isInteger(serial) ? 'm/d/yyyy' : 'm/d/yyyy h:mm:ss';
    return { v: serial, format };
  }
  const text = String(value);
  if (pattern !== TEXT_FORMAT || text.startsWith('=')) return parseTyped(text, now, switches);
  if (text === '') return {};
  const bare = text.startsWith("'") && !switches.textFormatKeepsQuote ? text.slice(1) : text;
  return { v: bare };
}

/** A date brings its format along unless the cell shows dates already; other formats only fill a gap. */
function newFormat(before: string | undefined, entered: string | undefined): string | undefined {
  if (entered === undefined || before === undefined) return entered ?? before;
  return isDateFormat(entered) && !isDateFormat(before) ? entered : before;
}
