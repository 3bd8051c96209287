// Every long job of a manager workbook by its name. Whatever starts one, goes on with it, shows how
// far it is or stops it (menu, sidebar, trigger) does so through here.

import { HAND_OUT_JOB, handOutSlice } from '../handout/hand-out';
import { openRoundSlice, ROUND_JOB } from '../handout/round';
import { ROLLUP_JOB, rollUpSlice } from '../rollup/rollup';
import { noteStopped } from '../rollup/run-log';
import { discardSlice, moveSlice, previewSlice, UPDATE_JOBS, updateSlice } from '../updates/update';
import { isFresh, type Run, type Slice, stopRun, unfinishedRun } from './runner';
import { goOnIn, goOnNoMore } from './triggers';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const SLICES = {
  [ROLLUP_JOB]: rollUpSlice,
  [UPDATE_JOBS.preview]: previewSlice,
  [UPDATE_JOBS.update]: updateSlice,
  [UPDATE_JOBS.discard]: discardSlice,
  [UPDATE_JOBS.move]: moveSlice,
  [HAND_OUT_JOB]: handOutSlice,
  [ROUND_JOB]: openRoundSlice,
} as const satisfies Record<string, (spreadsheet: Spreadsheet) => Slice>;

export type JobName = keyof typeof SLICES;

const NAMES = Object.keys(SLICES) as JobName[];

export function isJob(name: unknown): name is JobName {
  return NAMES.includes(name as JobName);
}

/** One slice of the job; once it has ended, no trigger of this user is left behind. */
export function runJob(spreadsheet: Spreadsheet, name: JobName): Slice {
  const slice = SLICES[name](spreadsheet);
  const hasEnded = slice.state === 'done' || slice.state === 'stopped';
  if (hasEnded && slice.run.goesOn && !jobLeft()) goOnNoMore();
  if (slice.state === 'stopped') noteStop(spreadsheet, name, slice.run);
  return slice;
}

/** What a trigger does: one slice of the job that was left for it, if there still is one. */
export function goOnWithJobs(spreadsheet: Spreadsheet): void {
  goOnNoMore();
  const name = jobLeft();
  if (name === undefined) return;
  const { state } = runJob(spreadsheet, name);
  // Somebody else's slice may yet be cut off.
  if (state === 'busy' || (state !== 'more' && jobLeft())) goOnIn(LATER_MS);
}

/** Ends the job, at once or before its next step. False when it was not running. */
export function stopJob(spreadsheet: Spreadsheet, name: JobName): boolean {
  const wasRunning = stopRun(name, (run) => noteStop(spreadsheet, name, run));
  if (wasRunning && !jobLeft()) {
    try {
      goOnNoMore();
    } catch (_) {
      // Where triggers are refused, there are none.
    }
  }
  return wasRunning;
}

function noteStop(spreadsheet: Spreadsheet, name: JobName, run: Run): void {
  if (name === ROLLUP_JOB) noteStopped(spreadsheet, run);
}

export interface Progress {
  by: string;
  done: number;
  total: number;
  problems: number;
  /** A trigger goes on with it. */
  goesOn: boolean;
}

/** How far the run is that is under way or was cut off; null without one. Reads no cell. */
export function loadProgress(name: JobName): Progress | null {
  const run = unfinishedRun(name);
  return run && progressOf(run);
}

export function progressOf({ by, done, total, goesOn, tally }: Run): Progress {
  return { by, done, total, goesOn, problems: tally.problems ?? 0 };
}

const LATER_MS = 7 * 60_000;

/** The first job with a run that a trigger is to go on with. */
function jobLeft(): JobName | undefined {
  return NAMES.find((name) => {
    const run = unfinishedRun(name);
    return run?.goesOn && isFresh(run);
  });
}
