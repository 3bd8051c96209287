// Tabs with one row a person of Team, such as Updates and Round, found again by the person's key.

import type { TabLayout } from '../layout/tab';
import { RowTable } from '../sheets/row-table';
import type { CellValue } from '../sheets/table';
import { textOf } from '../sheets/text';
import { keysOf, type Member } from './member';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Writes the rows of those who were looked at, and removes the rows of those who left Team. What a
 * record leaves out stays as it is. The layout has the columns name, email and checkedAt.
 */
export function writePeople(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  layout: TabLayout,
  team: readonly Member[],
  records: ReadonlyMap<Member, Partial<Record<string, CellValue>>>,
): void {
  const table = RowTable.read(sheet, layout);
  const text = (row: (typeof table.rows)[number], key: 'name' | 'email') =>
    textOf(row.get(key), spreadsheet);
  const keys = keysOf(
    table.rows.map((row) => ({ name: text(row, 'name'), email: text(row, 'email') })),
  );
  const rowOf = new Map(table.rows.map((row, at) => [keys[at], row]));
  const checkedAt = new Date();
  records.forEach((record, { key, name, email }) => {
    const cells: Record<string, CellValue | undefined> = { name, email, checkedAt, ...record };
    const row = rowOf.get(key);
    if (!row) table.append([cells as Record<string, CellValue>]);
    else {
      for (const column of Object.keys(cells)) table.set(row, column, cells[column] ?? '');
    }
  });
  const stay = new Set(team.map(({ key }) => key));
  table.rows.forEach((row, at) => {
    if (!stay.has(keys[at])) table.remove(row);
  });
  table.write();
}
