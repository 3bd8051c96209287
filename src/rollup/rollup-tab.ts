// The tab Rollup: one row a person, found again by its key, written where it changed.

import type { Framework } from '../framework/framework';
import { levelKey, type RollupKey, rollupOf } from '../layout/manager-workbook';
import { type CellValue, isBlank, type Row, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Findings } from './judge';
import { keysOf, type Member } from './member';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type RollupRecord = Partial<Record<RollupKey, CellValue>>;

/** The seal of a row with these cells, in the order of the layout; blank for none. */
export type SealOf = (member: Member, cells: readonly unknown[]) => string;

/** Who of the team has a row that is sealed, and would be sealed the same now. One read. */
export function readSealed(
  spreadsheet: Spreadsheet,
  framework: Framework,
  team: readonly Member[],
  sealOf: SealOf,
): Set<Member> {
  const layout = rollupOf(framework.competencies);
  const table = Table.open(spreadsheet, layout);
  const rowOf = rowsByKey(table, spreadsheet);
  const keys = sealedKeys(layout.columns);
  return new Set(
    team.filter((member) => {
      const row = rowOf.get(member.key);
      const seal = row && textOf(row.get('seal'), spreadsheet);
      return row && seal && seal === sealOf(member, keys.map(row.get));
    }),
  );
}

/**
 * Writes the rows of those who were looked at, and removes the rows of those who left Team.
 * Rows are keyed: it may happen twice.
 */
export function writeRollup(
  spreadsheet: Spreadsheet,
  framework: Framework,
  team: readonly Member[],
  findings: ReadonlyMap<Member, Findings>,
  sealOf: SealOf,
): void {
  const layout = rollupOf(framework.competencies);
  const table = Table.open(spreadsheet, layout);
  const rowOf = rowsByKey(table, spreadsheet);
  const keys = sealedKeys(layout.columns);

  const checkedAt = new Date();
  findings.forEach((found, member) => {
    const record = recordOf(member, found, checkedAt);
    const row = rowOf.get(member.key);
    const cells = keys.map((key) => record[key] ?? row?.get(key) ?? '');
    record.seal = found.isJudged ? sealOf(member, cells) : '';
    if (!row) {
      table.append([record]);
      return;
    }
    for (const key of Object.keys(record) as RollupKey[]) table.set(row, key, record[key] ?? '');
  });

  const stay = new Set(team.map(({ key }) => key));
  const own = new Set(Object.values<string>(layout.columns));
  const added = table.headers.filter((header) => header !== '' && !own.has(header));
  rowOf.forEach((row, key) => {
    if (stay.has(key)) return;
    // What somebody wrote beside the row is theirs to delete.
    if (added.every((header) => isBlank(row.under(header)))) table.remove(row);
    else table.set(row, 'problem', LEFT);
  });
  table.writeRows();
}

const LEFT =
  'No longer in Team: delete this row once you no longer need what stands beside it, or add the person to Team again.';

function rowsByKey(table: Table<RollupKey>, spreadsheet: Spreadsheet): Map<string, Row<RollupKey>> {
  const text = (row: Row<RollupKey>, key: RollupKey) => textOf(row.get(key), spreadsheet);
  const keys = keysOf(
    table.rows.map((row) => ({ name: text(row, 'name'), email: text(row, 'email') })),
  );
  return new Map(table.rows.map((row, at) => [keys[at], row]));
}

/** What a seal is made from: everything but when the row was made and the seal itself. */
function sealedKeys(columns: Record<RollupKey, string>): RollupKey[] {
  const keys = Object.keys(columns) as RollupKey[];
  return keys.filter((key) => key !== 'checkedAt' && key !== 'seal');
}

/** The cells that are known; those left out keep their last good value. */
function recordOf(member: Member, { facts, problems }: Findings, checkedAt: Date): RollupRecord {
  const { status, shareScored, latest } = facts;
  const record: RollupRecord = {
    name: member.name,
    email: member.email,
    managerEmail: member.managerEmail,
    checkedAt,
    problem: problems.join(' '),
  };
  if (status !== undefined) record.status = status;
  if (shareScored !== undefined) record.shareScored = shareScored;
  if (!latest) return record;
  const { levels, change, ...rest } = latest;
  Object.assign(record, rest, { change: change ?? '' });
  for (const id of Object.keys(levels)) record[levelKey(id)] = levels[id];
  return record;
}
