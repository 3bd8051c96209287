// What the views of the career sheet's sidebar are given, and how they write numbers and times.

import type * as server from '../../entry/review';
import type { Overview } from '../../review/overview';
import type { Call } from '../call';
import type { SheetState } from '../sheet-state';

export type CallSheet = Call<typeof server>;
export type Sheet = SheetState<Overview>;
export type { Overview };

/** Two decimals at most. */
export function inWords(progress: number): string {
  return String(Math.round(progress * 100) / 100);
}

/** `2026-11-20T14:05:00+01:00` as `2026-11-20 14:05`: the clock of the sheet, not of the browser. */
export function timeInWords(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
