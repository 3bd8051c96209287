// The queue as the manager workbook's sidebar shows it: whose turn it is, who is late, who waits.

import { QUEUE } from '../layout/manager-workbook';
import type { Turn } from '../review/queue';
import { nameKey } from '../rules/grade';
import { sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type QueueKey = keyof typeof QUEUE.columns;

/** `wrong`: somebody whose place in the organisation is not right. */
export const GROUPS = ['now', 'late', 'waiting', 'grace', 'moved', 'wrong'] as const;
export type Group = (typeof GROUPS)[number];

export interface QueueGroup {
  group: Group;
  count: number;
  /** The first of them in the order of the queue. */
  people: { name: string; email: string; note: string }[];
}

/** A sidebar of a company shows the first of thousands; the tab shows all. */
const MOST = 25;

/** The groups that hold anybody, in one read. */
export function loadQueue(spreadsheet: Spreadsheet): QueueGroup[] {
  const rows = Table.open(spreadsheet, QUEUE).rows.map((row) => {
    const text = (key: QueueKey) => textOf(row.get(key), spreadsheet);
    return { text, isTurn: (turn: Turn) => text('turn') === turn };
  });
  type Read = (typeof rows)[number];
  const members: Record<Group, [is: (row: Read) => boolean, note: QueueKey]> = {
    now: [({ isTurn }) => isTurn('Now'), 'status'],
    late: [({ text }) => text('late') !== '', 'late'],
    waiting: [({ isTurn }) => isTurn('Waiting'), 'waitsFor'],
    grace: [({ isTurn }) => isTurn('Grace'), 'graceUntil'],
    moved: [({ text }) => text('movedFrom') !== '', 'movedFrom'],
    wrong: [({ text }) => text('problem') !== '', 'problem'],
  };
  return GROUPS.map((group) => {
    const [is, note] = members[group];
    const own = rows.filter(is);
    return {
      group,
      count: own.length,
      people: own.slice(0, MOST).map(({ text }) => ({
        name: text('name') || text('email'),
        email: text('email'),
        note: text(note),
      })),
    };
  }).filter(({ count }) => count > 0);
}

/** Selects somebody's row of the tab; throws a sentence when they are no longer in it. */
export function showInQueue(spreadsheet: Spreadsheet, email: string): void {
  const sheet = sheetOf(spreadsheet, QUEUE.tab);
  const row = Table.read(sheet, QUEUE).rows.find(
    (one) => nameKey(textOf(one.get('email'), spreadsheet)) === nameKey(email),
  );
  if (!row) throw new Error(`${email} is no longer in the tab Queue: reload the sidebar.`);
  sheet.getRange(row.position, 1, 1, Object.keys(QUEUE.columns).length).activate();
}
