// What the sidebar of a manager workbook and its triggers may call to run long jobs.

import * as table from '../jobs/table';
import { setNightly } from '../jobs/triggers';
import { ROLLUP_JOB } from '../rollup/rollup';

/**
 * Does a job for some minutes at most, and says whether more is left.
 * @param name The job.
 */
export function runJob(name: table.JobName) {
  const { state, run } = table.runJob(SpreadsheetApp.getActive(), known(name));
  return { state, run: run && table.progressOf(run) };
}

/**
 * How far the job is that is under way or was cut off.
 * @param name The job.
 */
export function loadJob(name: table.JobName) {
  return table.loadProgress(known(name));
}

/**
 * Stops a job before its next step; what it did stays done.
 * @param name The job.
 */
export function stopJob(name: table.JobName) {
  return table.stopJob(SpreadsheetApp.getActive(), known(name));
}

/**
 * Goes on with a job that was left for a trigger: Google calls it.
 */
export function goOnWithJobs(): void {
  table.goOnWithJobs(SpreadsheetApp.getActive());
}

/**
 * Rolls up at night: Google calls it where that is switched on.
 */
export function rollUpNightly(): void {
  table.runJob(SpreadsheetApp.getActive(), ROLLUP_JOB);
}

/**
 * Switches on or off that this workbook rolls up every night.
 * @param isOn Whether it does from now on.
 */
export function switchNightly(isOn: boolean): void {
  setNightly(isOn === true);
}

function known(name: unknown): table.JobName {
  if (table.isJob(name)) return name;
  throw new Error('The sidebar named no job of this workbook: reload it and try again.');
}
