// What a cell holds, as text.

/**
 * A cell's value as text, trimmed. Sheets turns typing such as `2026-07` into a date: it
 * comes back as `2026-07-01` in the spreadsheet's time zone, never as of the server's.
 */
export function textOf(value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return Utilities.formatDate(value as Date, timeZone, 'yyyy-MM-dd');
  }
  return String(value).trim();
}
