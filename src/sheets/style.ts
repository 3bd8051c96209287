// One look for many cells in few calls.

import type { Style } from '../design/style';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Styles the cells at these addresses, such as `B2:D9`. */
export function style(sheet: Sheet, addresses: readonly string[], look: Style): void {
  const cells = sheet.getRangeList([...addresses]);
  if (look.background) cells.setBackground(look.background);
  if (look.colour) cells.setFontColor(look.colour);
  if (look.size) cells.setFontSize(look.size);
  if (look.bold) cells.setFontWeight('bold');
  if (look.align) cells.setHorizontalAlignment(look.align);
  if (look.middle) cells.setVerticalAlignment('middle');
  if (look.format) cells.setNumberFormat(look.format);
  if (look.wrap) cells.setWrap(true);
}
