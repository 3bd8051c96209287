// One look for many cells in few calls.

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is left out stays as it is. */
export interface Style {
  background?: string;
  colour?: string;
  size?: number;
  bold?: true;
  align?: 'left' | 'center' | 'right';
  /** Vertically. */
  middle?: true;
  format?: string;
  wrap?: true;
}

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
