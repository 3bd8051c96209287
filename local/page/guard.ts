// Whether cells that somebody just changed are protected against it.

import { holds, parseArea } from '../workspace/a1';
import { mayEdit } from '../workspace/editable';
import type { Workbook } from '../workspace/workbook';

export interface Position {
  row: number;
  column: number;
}

/** `warn`: after a question; `refuse`: not by this person. Positions from 1. */
export type Verdict = 'free' | 'warn' | 'refuse';

export function verdictOn(
  workbook: Workbook,
  sheetId: number,
  cells: readonly Position[],
  user: string,
): Verdict {
  const sheet = workbook.sheets.find(({ id }) => id === sheetId);
  if (!sheet?.protection) return 'free';
  const open = sheet.protection.unprotected.flatMap((range) => parseArea(range) ?? []);
  const closed = cells.filter(({ row, column }) => !open.some((area) => holds(area, row, column)));
  if (closed.length === 0) return 'free';
  if (sheet.protection.warningOnly) return 'warn';
  const allowed = closed.every((cell) =>
    mayEdit(workbook, sheet, user, { ...cell, rows: 1, columns: 1 }),
  );
  return allowed ? 'free' : 'refuse';
}
