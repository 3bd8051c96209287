// What a cell holds, as text.

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * A cell's value as trimmed text. Sheets turns typing such as `2026-07` into a date: it
 * comes back as `2026-07-01`, in the spreadsheet's time zone, whatever the script's is.
 */
export function textOf(value: unknown, spreadsheet: Spreadsheet): string {
  if (value === null || value === undefined) return '';
  if (Object.prototype.toString.call(value) === '[object Date]') {
    const timeZone = spreadsheet.getSpreadsheetTimeZone();
    return Utilities.formatDate(value as Date, timeZone, 'yyyy-MM-dd');
  }
  return String(value).trim();
}
