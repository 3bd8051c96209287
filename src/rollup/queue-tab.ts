// The tab Queue written from Rollup and Ledger: everybody below, of the branches too, in the order
// in which reviews are held.

import { QUEUE } from '../layout/manager-workbook';
import { lastOutcome, type Outcome } from '../review/outcome';
import { type Calendar, type Person, type Place, queueOf } from '../review/queue';
import { parseStatus } from '../review/status';
import { nameKey } from '../rules/grade';
import { RowTable } from '../sheets/row-table';
import { type CellValue, isBlank, sheetOf } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { BranchPerson } from './merge-branch';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type QueueKey = keyof typeof QUEUE.columns;

/** The queue of these people. @param outcomesOf those that count, by their person's key. */
export function placesOf(
  people: readonly BranchPerson[],
  outcomesOf: ReadonlyMap<string, readonly Outcome[]>,
  round: string,
  calendar: Calendar,
): Place[] {
  return queueOf(
    people.map((person) => inQueue(person, outcomesOf.get(nameKey(person.email)) ?? [], round)),
    calendar,
  );
}

/** Writes the queue, changed cells only. */
export function writeQueue(spreadsheet: Spreadsheet, places: readonly Place[]): void {
  const sheet = sheetOf(spreadsheet, QUEUE.tab);
  const table = RowTable.read(sheet, QUEUE);
  const rowOf = new Map(
    table.rows.map((row) => [nameKey(textOf(row.get('email'), spreadsheet)), row]),
  );
  const keys = Object.keys(QUEUE.columns) as QueueKey[];
  const order: number[] = [];
  places.forEach((place, index) => {
    const record = recordOf(place, index + 1);
    const key = nameKey(place.person.email);
    const row = rowOf.get(key);
    rowOf.delete(key);
    if (row) for (const each of keys) table.set(row, each, record[each]);
    else table.append([record]);
    order.push(row ? row.position : Number.POSITIVE_INFINITY);
  });
  const own = new Set(Object.values<string>(QUEUE.columns));
  const added = table.headers.filter((header) => header !== '' && !own.has(header));
  let stays = places.length;
  rowOf.forEach((row) => {
    // What somebody wrote beside the row is theirs to delete: it goes behind all others.
    if (added.every((header) => isBlank(row.under(header)))) {
      table.remove(row);
      return;
    }
    stays += 1;
    for (const each of keys) {
      if (each !== 'name' && each !== 'email') table.set(row, each, '');
    }
    table.set(row, 'place', stays);
    table.set(row, 'problem', LEFT);
    order.push(row.position);
  });
  table.write();
  const isSorted = order.every((position, at) => at === 0 || order[at - 1] <= position);
  if (isSorted) return;
  const rows = sheet.getLastRow() - 1;
  sheet.getRange(2, 1, rows, sheet.getLastColumn()).sort(table.columnOf.place);
}

const LEFT =
  'No longer in the queue: delete this row once you no longer need what stands beside it.';

function inQueue(person: BranchPerson, outcomes: readonly Outcome[], round: string): Person {
  const last = lastOutcome(outcomes);
  const status = person.status === '' ? '' : (parseStatus(person.status) ?? '');
  return {
    ...person,
    status,
    isDone:
      round === ''
        ? status === 'Recorded'
        : outcomes.some((outcome) => nameKey(outcome.round) === nameKey(round)),
    lastManager: last?.managerEmail ?? '',
  };
}

function recordOf(
  { person, turn, waitsFor, late, graceUntil, movedFrom, problem }: Place,
  place: number,
): Record<QueueKey, CellValue> {
  const { name, email, managerEmail, status } = person;
  return {
    place,
    name,
    email,
    managerEmail,
    turn,
    waitsFor,
    status,
    late,
    graceUntil,
    movedFrom,
    problem,
  };
}
