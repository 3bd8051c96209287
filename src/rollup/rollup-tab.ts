// The tab Rollup: one row a person, found again by its key, written where it changed.

import type { Framework } from '../framework/framework';
import { levelKey, type RollupKey, rollupOf } from '../layout/manager-workbook';
import { differsSince } from '../review/grade-gap';
import { sameValue } from '../sheets/cells';
import { RowTable } from '../sheets/row-table';
import { type CellValue, isBlank, type Row } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Findings } from './judge';
import { addressOfFile } from './link';
import { keysOf, type Member } from './member';
import type { ToSeal } from './unchanged';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type RollupRecord = Partial<Record<RollupKey, CellValue>>;
type RollupRow = Row<RollupKey>;

/** What a row says of somebody: everything but when it was made and its seal. */
type SealedKey = Exclude<RollupKey, 'checkedAt' | 'seal'>;

/** What the tab says, by the key of each of its rows. */
export type RollupRows = ReadonlyMap<string, Pick<Row<SealedKey>, 'get'>>;

/** The tab with the key of each of its rows. */
export interface RollupTab {
  table: RowTable<RollupKey>;
  rowOf: ReadonlyMap<string, RollupRow>;
}

/** Somebody whose row is written: of Team, or of a branch. */
export interface Written
  extends Pick<Member, 'key' | 'name' | 'email' | 'managerEmail' | 'currentGrade' | 'startDate'> {
  found: Findings;
  /** The row of Team; null of somebody in a branch, whose row is not sealed. */
  member: Member | null;
  /** The address of the branch file that the row came from; blank for a row of Team. */
  branch: string;
  checkedAt: Date;
}

/** The seal of a member's row; blank for none. */
export type SealOf = (member: Member, row: ToSeal) => string;

/** The whole tab, in one read. */
export function readRollup(spreadsheet: Spreadsheet, framework: Framework): RollupTab {
  const table = RowTable.open(spreadsheet, rollupOf(framework.competencies));
  const text = (row: RollupRow, key: RollupKey) => textOf(row.get(key), spreadsheet);
  const keys = keysOf(
    table.rows.map((row) => ({ name: text(row, 'name'), email: text(row, 'email') })),
  );
  return { table, rowOf: new Map(table.rows.map((row, at) => [keys[at], row])) };
}

/** Who of the team has a row that is sealed, and would be sealed the same now; true with a problem in it. */
export function sealedIn(
  { table, rowOf }: RollupTab,
  team: readonly Member[],
  sealOf: SealOf,
): Map<Member, boolean> {
  const keys = sealedKeys(table.columnOf);
  const cellsByKey = new Map<string, readonly unknown[]>();
  rowOf.forEach((row, key) => {
    cellsByKey.set(key, keys.map(row.get));
  });
  const below = rowsBelow(cellsByKey, keys);
  const unchanged = new Map<Member, boolean>();
  for (const member of team) {
    const [row, cells] = [rowOf.get(member.key), cellsByKey.get(member.key)];
    const seal = String(row?.get('seal') ?? '');
    if (!row || !cells || seal === '') continue;
    const hasProblem = !isBlank(row.get('problem'));
    const now = sealOf(member, { cells, below: below(member), hasProblem });
    if (seal === now) unchanged.set(member, hasProblem);
  }
  return unchanged;
}

/** Whether the tab need not be read again: what stands beside a row that may be removed is looked at anew. */
function standsWhole(
  { table, rowOf }: RollupTab,
  isGone: (key: string, branch: string) => boolean,
): boolean {
  const isAnyGone = Array.from(rowOf).some(([key, row]) => isGone(key, String(row.get('branch'))));
  return !isAnyGone && table.stands('email');
}

/**
 * Writes the rows of those who were looked at, and removes rows. Rows are keyed: it may happen twice.
 * Gives what the tab says then, but for rows that are nobody's any more.
 * @param read the tab as it was read before, for use once; null to read it now.
 * @param isGone whether the row of a key that came from a branch, or from Team, is nobody's any more.
 */
export function writeRollup(
  spreadsheet: Spreadsheet,
  framework: Framework,
  read: RollupTab | null,
  written: readonly Written[],
  isGone: (key: string, branch: string) => boolean,
  sealOf: SealOf,
): RollupRows {
  const { table, rowOf } =
    read && standsWhole(read, isGone) ? read : readRollup(spreadsheet, framework);
  const keys = sealedKeys(table.columnOf);
  const today = textOf(new Date(), spreadsheet);
  const records = new Map(
    written.map((person) => [person.key, recordOf(person, rowOf.get(person.key), today)]),
  );
  const own = new Set(Object.values<string>(rollupOf(framework.competencies).columns));
  const added = table.headers.filter((header) => header !== '' && !own.has(header));
  const cellsByKey = new Map<string, readonly unknown[]>();
  const keep = (key: string, record: RollupRecord, row?: RollupRow) => {
    cellsByKey.set(
      key,
      keys.map((each) => record[each] ?? row?.get(each) ?? ''),
    );
  };
  rowOf.forEach((row, key) => {
    const record = records.get(key);
    if (record || !isGone(key, String(row.get('branch')))) keep(key, record ?? {}, row);
    // What somebody wrote beside the row is theirs to delete.
    else if (added.every((header) => isBlank(row.under(header)))) table.remove(row);
    else table.set(row, 'problem', LEFT);
  });
  records.forEach((record, key) => {
    if (!rowOf.has(key)) keep(key, record);
  });

  const below = rowsBelow(cellsByKey, keys);
  for (const { key, member, found } of written) {
    const [record, row] = [records.get(key) as RollupRecord, rowOf.get(key)];
    const hasProblem = found.problems.length > 0;
    const cells = cellsByKey.get(key) ?? [];
    record.seal =
      member && found.isRead ? sealOf(member, { cells, below: below(member), hasProblem }) : '';
    if (!row) table.append([record]);
    // The row of somebody in a branch of which only others changed stays as it is.
    else if (member || !keys.every((each) => saysTheSame(record, row, each)))
      for (const each of Object.keys(record) as RollupKey[])
        table.set(row, each, record[each] ?? '');
  }
  table.writeRows();
  const rows = new Map<string, Pick<Row<SealedKey>, 'get'>>();
  cellsByKey.forEach((cells, key) => {
    rows.set(key, { get: (each) => cells[keys.indexOf(each)] });
  });
  return rows;
}

function saysTheSame(record: RollupRecord, row: RollupRow, key: RollupKey): boolean {
  const value = record[key];
  return value === undefined || sameValue(row.get(key), value);
}

/** What the row says of somebody who is no longer anybody's to be read. */
export const LEFT =
  'No longer in Team: delete this row once you no longer need what stands beside it, or add the person to Team again.';

/** What a seal is made from. */
function sealedKeys(columns: Readonly<Record<RollupKey, unknown>>): SealedKey[] {
  const keys = Object.keys(columns) as RollupKey[];
  return keys.filter((key): key is SealedKey => key !== 'checkedAt' && key !== 'seal');
}

/** Gives what the rows say that came from a member's branch file, in whichever column of Team it stands. */
function rowsBelow(
  cellsByKey: ReadonlyMap<string, readonly unknown[]>,
  keys: readonly RollupKey[],
): (member: Member) => string {
  const branch = keys.indexOf('branch');
  const rows = new Map<string, string[]>();
  cellsByKey.forEach((cells, key) => {
    const address = String(cells[branch]);
    if (address === '') return;
    const text = JSON.stringify([key, cells]);
    const others = rows.get(address);
    if (others) others.push(text);
    else rows.set(address, [text]);
  });
  const texts = new Map<string, string>();
  rows.forEach((own, address) => {
    texts.set(address, own.sort().join());
  });
  return ({ sheetId, branchId }) =>
    [sheetId, branchId]
      .map((id) => (id === null ? '' : (texts.get(addressOfFile(id)) ?? '')))
      .join();
}

/** The cells that are known; those left out keep their last good value. */
function recordOf(person: Written, row: RollupRow | undefined, today: string): RollupRecord {
  const { name, email, managerEmail, currentGrade, startDate, branch, checkedAt, found } = person;
  const { status, shareScored, latest } = found.facts;
  const record: RollupRecord = {
    name,
    email,
    managerEmail,
    currentGrade,
    startDate,
    branch,
    problem: found.problems.join(' '),
  };
  if (found.isRead) record.checkedAt = checkedAt;
  if (status !== undefined) record.status = status;
  if (shareScored !== undefined) record.shareScored = shareScored;
  if (latest) {
    const { levels, change, grades: _, ...rest } = latest;
    Object.assign(record, rest, { change: change ?? '' });
    for (const id of Object.keys(levels)) record[levelKey(id)] = levels[id];
  }
  const permitted = String(latest?.grade ?? row?.get('grade') ?? '');
  record.differsSince = differsSince(
    { current: currentGrade, permitted },
    latest?.grades ?? [],
    String(row?.get('differsSince') ?? ''),
    today,
  );
  return record;
}
