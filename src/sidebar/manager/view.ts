// What the views of the manager workbook's sidebar are given, and how they write times.

import type * as server from '../../entry/rollup';
import type { ManagerOverview } from '../../rollup/overview';
import type { Call } from '../call';
import type { SheetState } from '../sheet-state';

export type CallManager = Call<typeof server>;
export type Workbook = SheetState<ManagerOverview>;
export type { ManagerOverview };

/** `2026-11-20T14:05:00+01:00` as `2026-11-20 14:05`: the clock of the workbook, not of the browser. */
export function timeInWords(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

/** Two decimals at most. */
export function inWords(progress: number): string {
  return String(Math.round(progress * 100) / 100);
}
