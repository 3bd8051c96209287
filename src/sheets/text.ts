// What a cell holds, as text.

/** What knows the time zone in which a spreadsheet shows its dates. */
export type Zone = Pick<GoogleAppsScript.Spreadsheet.Spreadsheet, 'getSpreadsheetTimeZone'>;

/**
 * A cell's value as trimmed text. Sheets turns typing such as `2026-07` into a date: it
 * comes back as `2026-07-01`, in the spreadsheet's time zone, whatever the script's is.
 */
export function textOf(value: unknown, zone: Zone): string {
  if (value === null || value === undefined) return '';
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return Utilities.formatDate(value as Date, zone.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  }
  return String(value).trim();
}
