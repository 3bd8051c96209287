// The tab Rollup written: one row a person, found again by its key, changed cells only.

import type { Framework } from '../framework/framework';
import { levelKey, type RollupKey, rollupOf } from '../layout/manager-workbook';
import { type CellValue, isBlank, sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Findings } from './judge';
import { keysOf, type Member } from './member';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type RollupRecord = Partial<Record<RollupKey, CellValue>>;

/** Writes the rows of those who were looked at, and removes the rows of those who left Team. */
export function writeRollup(
  spreadsheet: Spreadsheet,
  framework: Framework,
  team: readonly Member[],
  findings: ReadonlyMap<Member, Findings>,
): void {
  const layout = rollupOf(framework.competencies);
  const sheet = sheetOf(spreadsheet, layout.tab);
  const table = Table.read(sheet, layout);
  const text = (row: (typeof table.rows)[number], key: RollupKey) =>
    textOf(row.get(key), spreadsheet);
  const keys = keysOf(
    table.rows.map((row) => ({ name: text(row, 'name'), email: text(row, 'email') })),
  );
  const rowOf = new Map(table.rows.map((row, at) => [keys[at], row]));

  const checkedAt = new Date();
  findings.forEach((found, member) => {
    const record = recordOf(member, found, checkedAt);
    const row = rowOf.get(member.key);
    if (!row) {
      table.append([record]);
      return;
    }
    for (const key of Object.keys(record) as RollupKey[]) table.set(row, key, record[key] ?? '');
  });

  const stay = new Set(team.map(({ key }) => key));
  const own = new Set(Object.values<string>(layout.columns));
  const added = table.headers.filter((header) => header !== '' && !own.has(header));
  const gone: number[] = [];
  rowOf.forEach((row, key) => {
    if (stay.has(key)) return;
    // What somebody wrote beside the row is theirs to delete.
    if (added.every((header) => isBlank(row.under(header)))) gone.push(row.position);
    else table.set(row, 'problem', LEFT);
  });
  table.write();
  for (const position of gone.sort((a, b) => b - a)) sheet.deleteRow(position);
}

const LEFT =
  'No longer in Team: delete this row once you no longer need what stands beside it, or add the person to Team again.';

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
