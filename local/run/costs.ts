// What service calls cost on the virtual clock, in seconds: numbers to plan with, gathered from
// documentation and reports. Nobody measured them on one machine in one run, so change them here,
// or give a host others.

import type { Call } from '../gate';
import type { CallKind } from '../services/service';

export interface Costs {
  /** Of one call, by its kind. */
  calls: Record<CallKind, number>;
  /** On top of it, for every 1,000 cells that are read or written. */
  readThousandCells: number;
  writeThousandCells: number;
  /** Of `fetchAll`, for every 60 requests or part of them. */
  fetchSixty: number;
  /** Of one page of Drive's list, of up to 1,000 files. */
  driveList: number;
  /** Of starting a custom function. */
  customFunction: number;
  /** How late a trigger may start. */
  triggerDelay: number;
}

export const COSTS: Costs = {
  calls: {
    hold: 0,
    open: 0.5,
    read: 0.15,
    write: 0.25,
    flush: 0,
    copy: 2,
    share: 0.7,
    fetch: 0.4,
    lock: 0.05,
    store: 0.03,
    // Nobody reported what triggers cost.
    trigger: 0.3,
    // People take their own time.
    ui: 0,
  },
  readThousandCells: 0.02,
  writeThousandCells: 0.05,
  fetchSixty: 1.5,
  driveList: 0.6,
  customFunction: 0.5,
  triggerDelay: 60,
};

/** Milliseconds that a call takes until it takes effect. */
export function timeBefore({ name, kind, args }: Call, costs: Costs): number {
  const [first] = args;
  if (name === 'UrlFetchApp.fetchAll') {
    return Math.ceil((first as unknown[]).length / 60) * costs.fetchSixty * 1000;
  }
  if (kind === 'fetch' && DRIVE_LIST.test(String(first))) return costs.driveList * 1000;
  const cells = kind === 'write' ? cellsIn(first) : 0;
  return (costs.calls[kind] + (cells / 1000) * costs.writeThousandCells) * 1000;
}

/** Milliseconds that a call takes for what it brings back. */
export function timeAfter({ kind }: Call, result: unknown, costs: Costs): number {
  return kind === 'read' ? cellsIn(result) * costs.readThousandCells : 0;
}

const DRIVE_LIST = /\/drive\/v3\/files\b/;

function cellsIn(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  return value.reduce((sum, row) => sum + (Array.isArray(row) ? row.length : 0), 0);
}
