// The tab Updates of a manager workbook: one row a person, what an update would do to their career
// sheet or did. It is made when it is first needed, so that older workbooks get it too.

import { UPDATES } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import { keysOf, type Member } from '../rollup/member';
import { addTab } from '../sheets/new-tab';
import { type CellValue, sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const STATES = {
  wouldChange: 'Would change',
  upToDate: 'Up to date',
  updated: 'Updated',
  discarded: 'Updated, copy discarded',
  moved: 'Moved',
  problem: 'Problem',
} as const;

/** What a row says besides whose it is; what is left out stays as it is. */
export type UpdateRecord = Partial<
  Record<Exclude<ColumnOf<typeof UPDATES>, 'name' | 'email' | 'checkedAt'>, CellValue>
>;

export interface UpdateRow {
  name: string;
  email: string;
  state: string;
  from: string;
  to: string;
  unchanged: number;
  reworded: number;
  added: number;
  removed: number;
  said: string;
}

/** Every row, or none in a workbook that never looked at updates. */
export function readUpdates(spreadsheet: Spreadsheet): UpdateRow[] {
  if (!isThere(spreadsheet)) return [];
  return Table.open(spreadsheet, UPDATES).rows.map((row) => {
    const text = (key: ColumnOf<typeof UPDATES>) => textOf(row.get(key), spreadsheet);
    return {
      name: text('name') || text('email'),
      email: text('email'),
      state: text('state'),
      from: text('from'),
      to: text('to'),
      unchanged: Number(text('unchanged')),
      reworded: Number(text('reworded')),
      added: Number(text('added')),
      removed: Number(text('removed')),
      said: text('said'),
    };
  });
}

/** Writes the rows of those who were looked at, and removes the rows of those who left Team. */
export function writeUpdates(
  spreadsheet: Spreadsheet,
  team: readonly Member[],
  records: ReadonlyMap<Member, UpdateRecord>,
): void {
  if (!isThere(spreadsheet)) addUpdates(spreadsheet);
  const sheet = sheetOf(spreadsheet, UPDATES.tab);
  const table = Table.read(sheet, UPDATES);
  const text = (row: (typeof table.rows)[number], key: 'name' | 'email') =>
    textOf(row.get(key), spreadsheet);
  const keys = keysOf(
    table.rows.map((row) => ({ name: text(row, 'name'), email: text(row, 'email') })),
  );
  const rowOf = new Map(table.rows.map((row, at) => [keys[at], row]));
  const checkedAt = new Date();
  records.forEach((record, member) => {
    const cells = { name: member.name, email: member.email, checkedAt, ...record };
    const row = rowOf.get(member.key);
    if (!row) table.append([cells]);
    else {
      for (const key of Object.keys(cells) as (keyof typeof cells)[]) {
        table.set(row, key, cells[key] ?? '');
      }
    }
  });
  table.write();
  const stay = new Set(team.map(({ key }) => key));
  const gone = table.rows.filter((_, at) => !stay.has(keys[at]));
  for (const { position } of [...gone].reverse()) sheet.deleteRow(position);
}

/** An empty tab was cut off while it was made. */
function isThere(spreadsheet: Spreadsheet): boolean {
  const tab = spreadsheet.getSheetByName(UPDATES.tab);
  return tab !== null && tab.getLastRow() > 0;
}

const ROWS = 200;

function addUpdates(spreadsheet: Spreadsheet): void {
  const empty = spreadsheet.getSheetByName(UPDATES.tab);
  if (empty) spreadsheet.deleteSheet(empty);
  const sheet = addTab(spreadsheet, UPDATES, {
    widths: {
      name: 160,
      email: 210,
      from: 74,
      to: 74,
      unchanged: 84,
      reworded: 80,
      added: 60,
      removed: 74,
      checkedAt: 130,
      said: 560,
    },
    rows: ROWS,
    centred: ['from', 'to', 'unchanged', 'reworded', 'added', 'removed'],
  });
  const column = Object.keys(UPDATES.columns).indexOf('checkedAt') + 1;
  sheet.getRange(2, column, ROWS, 1).setNumberFormat('yyyy-mm-dd hh:mm');
}
