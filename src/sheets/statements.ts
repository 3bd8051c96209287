// What the person said on an outcome: a row of Archive each, since Archive never leaves the file.

import { ARCHIVE } from '../layout/career-sheet';
import { Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The reason that such a row gives. It has the outcome's id for a skill's, and the words as evidence. */
const STATEMENT = 'Statement on the outcome';

/** Keeps a statement; kept again under the same outcome it takes the earlier one's place. */
export function keepStatement(
  spreadsheet: Spreadsheet,
  round: string,
  skillId: string,
  evidence: string,
): void {
  const table = Table.open(spreadsheet, ARCHIVE);
  const row = table.rows.find(
    (one) => one.get('reason') === STATEMENT && one.get('skillId') === skillId,
  );
  if (row) table.set(row, 'evidence', evidence);
  else table.append([{ round, reason: STATEMENT, skillId, evidence }]);
  table.write();
}

/** The statements by the id of their outcome. */
export function readStatements(spreadsheet: Spreadsheet): Record<string, string> {
  const statements: Record<string, string> = {};
  for (const row of Table.open(spreadsheet, ARCHIVE).rows) {
    if (row.get('reason') !== STATEMENT) continue;
    statements[String(row.get('skillId'))] = textOf(row.get('evidence'), spreadsheet);
  }
  return statements;
}
