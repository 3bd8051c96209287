// The tab Updates of a manager workbook: one row a person, what an update would do to their career
// sheet or did. It is made when it is first needed, so that older workbooks get it too.

import { UPDATES } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import type { Member } from '../rollup/member';
import { writePeople } from '../rollup/people-tab';
import { isThere, openOrAdd } from '../sheets/late-tab';
import type { NewTab } from '../sheets/new-tab';
import { type CellValue, Table } from '../sheets/table';
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
  if (!isThere(spreadsheet, UPDATES)) return [];
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
  const sheet = openOrAdd(spreadsheet, UPDATES, LOOK, (made) => {
    const column = Object.keys(UPDATES.columns).indexOf('checkedAt') + 1;
    made.getRange(2, column, LOOK.rows, 1).setNumberFormat('yyyy-mm-dd hh:mm');
  });
  writePeople(spreadsheet, sheet, UPDATES, team, records);
}

const LOOK: NewTab<ColumnOf<typeof UPDATES>> = {
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
  rows: 200,
  centred: ['from', 'to', 'unchanged', 'reworded', 'added', 'removed'],
};
