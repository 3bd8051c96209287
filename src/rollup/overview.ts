// What the sidebar of a manager workbook shows, as plain values.

import { loadProgress, type Progress } from '../jobs/table';
import { isNightly } from '../jobs/triggers';
import { ROLLUP, RUN_LOG, TEAM } from '../layout/manager-workbook';
import { parseStatus, STATUSES, type Status } from '../review/status';
import { isDate, numberIn } from '../rules/cell';
import { isManagerWorkbook } from '../sheets/manager-workbook';
import { isoTime } from '../sheets/outcome-rows';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { isHeld } from './ledger';
import { readLedger } from './ledger-tab';
import { loadQueue, type QueueGroup } from './queue-view';
import { ROLLUP_JOB } from './rollup';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface ManagerOverview {
  /** False in a spreadsheet that is no manager workbook yet; the rest is empty then. */
  isSetUp: boolean;
  /** Rows of Team, and everybody in the branches. */
  people: number;
  /** How many rows of Rollup have each status, in the order of a review. */
  byStatus: { status: Status; people: number }[];
  /** Those of them whose status is not known. */
  unknown: number;
  /** `row` is the row in Rollup. */
  problems: { row: number; name: string; problem: string }[];
  held: HeldOutcome[];
  queue: QueueGroup[];
  lastRun: {
    ended: string;
    by: string;
    read: number;
    problems: number;
    /** What is wrong with the own branch file, or blank. */
    branchProblem: string;
  } | null;
  /** A run that is under way or was cut off. */
  run: Progress | null;
  /** Whether this user's workbook rolls up every night. */
  isNightly: boolean;
}

export interface HeldOutcome {
  id: string;
  person: string;
  /** Of the person. */
  email: string;
  round: string;
  recordedAt: string;
  because: string;
}

/** Everything that the sidebar shows: one read each of Team, Rollup, Queue, Ledger and Run log. */
export function loadOverview(spreadsheet: Spreadsheet): ManagerOverview {
  if (!isManagerWorkbook(spreadsheet)) return NOTHING;
  const rollup = Table.open(spreadsheet, ROLLUP).rows;
  const below = rollup.filter((row) => row.get('branch') !== '').length;
  const people = Table.open(spreadsheet, TEAM).rows.length + below;
  const statuses = rollup.map((row) => textOf(row.get('status'), spreadsheet));
  const byStatus = STATUSES.map((status) => ({
    status,
    people: statuses.filter((text) => text !== '' && parseStatus(text) === status).length,
  }));
  const known = byStatus.reduce((sum, { people }) => sum + people, 0);
  return {
    isSetUp: true,
    people,
    byStatus,
    unknown: Math.max(0, people - known),
    problems: rollup
      .map((row) => ({
        row: row.position,
        name: textOf(row.get('name'), spreadsheet) || textOf(row.get('email'), spreadsheet),
        problem: textOf(row.get('problem'), spreadsheet),
      }))
      .filter(({ problem }) => problem !== ''),
    held: heldOutcomes(spreadsheet),
    queue: loadQueue(spreadsheet),
    lastRun: lastRunIn(spreadsheet),
    run: loadProgress(ROLLUP_JOB),
    isNightly: isNightly(),
  };
}

const NOTHING: ManagerOverview = {
  isSetUp: false,
  people: 0,
  byStatus: [],
  unknown: 0,
  problems: [],
  held: [],
  queue: [],
  lastRun: null,
  run: null,
  isNightly: false,
};

function heldOutcomes(spreadsheet: Spreadsheet): HeldOutcome[] {
  return Array.from(readLedger(spreadsheet).entries.values())
    .filter(isHeld)
    .map(({ outcome, held }) => ({
      id: outcome.id,
      person: outcome.person || outcome.email,
      email: outcome.email,
      round: outcome.round,
      recordedAt: outcome.recordedAt,
      because: held,
    }));
}

function lastRunIn(spreadsheet: Spreadsheet): ManagerOverview['lastRun'] {
  const { rows } = Table.open(spreadsheet, RUN_LOG);
  if (rows.length === 0) return null;
  const row = rows[rows.length - 1];
  const number = (key: 'read' | 'problems') => numberIn(row.get(key)) ?? 0;
  const ended = row.get('ended');
  return {
    ended: isDate(ended) ? isoTime(ended as Date, spreadsheet) : textOf(ended, spreadsheet),
    by: textOf(row.get('by'), spreadsheet),
    read: number('read'),
    problems: number('problems'),
    branchProblem: textOf(row.get('branch'), spreadsheet),
  };
}
