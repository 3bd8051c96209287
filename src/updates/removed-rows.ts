// Rows of Assessment whose skill the framework dropped, as Archive keeps them.

import { ASSESSMENT } from '../layout/career-sheet';
import type { ColumnOf } from '../layout/tab';
import type { Archived } from '../review/archive';
import { isBlank } from '../rules/cell';
import { readLinkedTexts } from '../sheets/linked-text';
import { type CellValue, type Row, sheetOf, type Table } from '../sheets/table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type AssessmentColumn = ColumnOf<typeof ASSESSMENT>;
type AssessmentTable = Table<AssessmentColumn>;
type AssessmentRow = Row<AssessmentColumn>;

/** What people fill in of a row. */
export const ANSWERS = [
  'selfScore',
  'evidence',
  'managerScore',
  'agreedScore',
  'managerNote',
] as const satisfies readonly AssessmentColumn[];

/** Those of the rows in which something was answered; links and formulas are written out. */
export function recordsOfRemoved(
  spreadsheet: Spreadsheet,
  assessment: AssessmentTable,
  removed: readonly { row: AssessmentRow; id: string }[],
  { round, version }: { round: string; version: string },
): Archived[] {
  const answered = removed.filter(
    ({ row }) => ANSWERS.some((key) => !isBlank(row.get(key))) || besides(row, assessment) !== '',
  );
  if (answered.length === 0) return [];
  const linked = readLinkedTexts(sheetOf(spreadsheet, ASSESSMENT.tab));
  return answered.map(({ row, id }) => {
    const cell = (key: AssessmentColumn) => row.get(key) as CellValue;
    const words = (key: 'evidence' | 'managerNote') =>
      linked(row.position, assessment.columnOf[key]) ?? cell(key);
    const more = besides(row, assessment);
    return {
      round,
      reason: `Removed in ${version}`,
      skillId: id,
      competency: cell('competency'),
      level: cell('level'),
      skill: cell('skill'),
      selfScore: cell('selfScore'),
      managerScore: cell('managerScore'),
      agreedScore: cell('agreedScore'),
      evidence: more === '' ? words('evidence') : `${words('evidence')}\n${more}`.trim(),
      managerNote: words('managerNote'),
    };
  });
}

/** What stands in a row under columns that the person added, to be kept as text. */
function besides(row: AssessmentRow, { headers }: AssessmentTable): string {
  const own = new Set(Object.values<string>(ASSESSMENT.columns).map((each) => each.toLowerCase()));
  return headers
    .filter((header) => header !== '' && !own.has(header.toLowerCase()))
    .filter((header) => !isBlank(row.under(header)))
    .map((header) => `${header}: ${row.under(header)}`)
    .join('\n');
}
