// Who may change which cells of a file that they can edit: protected tabs.

import { type Area, parseArea, without } from './a1';
import type { SheetData, Workbook } from './workbook';

/** Google's sentence for those who may not. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whether someone who may edit the file may edit every cell of the area. */
export function mayEdit(workbook: Workbook, sheet: SheetData, user: string, area: Area): boolean {
  const { protection } = sheet;
  if (!protection || protection.warningOnly || user === workbook.owner) return true;
  if (protection.editors === null || protection.editors.includes(user)) return true;
  const open = protection.unprotected.map(parseArea).filter((each) => each !== null);
  const left = open.reduce((parts, hole) => parts.flatMap((part) => without(part, hole)), [area]);
  return left.length === 0;
}
