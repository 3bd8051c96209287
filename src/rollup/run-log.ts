// The tab Run log: one row a run.

import type { Run } from '../jobs/runner';
import { RUN_LOG } from '../layout/manager-workbook';
import { isDate } from '../rules/cell';
import { asTyped, type CellValue } from '../sheets/cells';
import { sheetOf, Table } from '../sheets/table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Adds the row of a run that ended, once, even when its end was cut off and happened again.
 * @param branchProblem what is wrong with the own branch file; blank when nothing is.
 */
export function noteRun(spreadsheet: Spreadsheet, run: Run, branchProblem: string): void {
  const sheet = sheetOf(spreadsheet, RUN_LOG.tab);
  const table = Table.read(sheet, RUN_LOG);
  const started = new Date(run.started);
  if (table.rows.some((row) => isAt(row.get('started'), started))) return;
  const values: Record<keyof typeof RUN_LOG.columns, CellValue> = {
    started,
    ended: new Date(),
    by: run.by,
    read: run.tally.read ?? 0,
    skipped: run.tally.skipped ?? 0,
    problems: run.tally.problems ?? 0,
    branch: branchProblem,
  };
  const row: CellValue[] = table.headers.map(() => '');
  for (const key of Object.keys(values) as (keyof typeof values)[]) {
    row[table.columnOf[key] - 1] = asTyped(values[key]);
  }
  sheet.appendRow(row);
}

/** Adds the row of a run that somebody stopped: what is written at the end was not. */
export function noteStopped(spreadsheet: Spreadsheet, run: Run): void {
  noteRun(spreadsheet, run, 'Stopped: Queue and the own branch file are as they were.');
}

/** A sheet stores times as fractions of a day: what is off by less than this is the same. */
const ROUNDING_MS = 5;

function isAt(value: unknown, time: Date): boolean {
  return isDate(value) && Math.abs((value as Date).getTime() - time.getTime()) < ROUNDING_MS;
}
