// What the views of the career sheet's sidebar are given, and how they write numbers and times.

import type * as server from '../../entry/review';
import type { Overview } from '../../review/overview';
import type { ReviewSheet } from '../../review/sheet';
import type { Call } from '../call';
import type { SheetState } from '../sheet-state';
import type { AnswerQueue } from './answers';

export type CallSheet = Call<typeof server>;
export type Sheet = SheetState<ReviewSheet>;
export type { Overview, ReviewSheet };

export type ViewId = 'assess' | 'stand' | 'goals' | 'agenda' | 'agree' | 'review' | 'history';

/** What each view is given. */
export interface ViewProps {
  /** What the sheet holds, with the answers that are not saved yet. */
  data: ReviewSheet;
  /** What follows from it. */
  view: Overview;
  sheet: Sheet;
  call: CallSheet;
  answers: AnswerQueue;
  /** The skill that is selected on Assessment, or blank; null while that is not known. */
  selected: string | null;
  /** Opens another view; `about` is a skill's id, for one that shows skills. */
  go(id: ViewId, about?: string): void;
  /** The skill that the view was opened about, or blank. */
  about: string;
}

/** Two decimals at most. */
export function inWords(progress: number): string {
  return String(Math.round(progress * 100) / 100);
}

/** `2026-11-20T14:05:00+01:00` as `2026-11-20 14:05`: the clock of the sheet, not of the browser. */
export function timeInWords(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

/** Such as `+0.25`, `−1` or `±0`. */
export function signed(change: number): string {
  const text = inWords(change);
  return text.startsWith('-') ? text.replace('-', '−') : `${text === '0' ? '±' : '+'}${text}`;
}

/** Such as `2026-11-20`, by the browser's calendar. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether who looks fills in this sheet. */
export function isAuthor({ role }: Pick<Overview, 'role'>): boolean {
  return role === 'person' || role === 'both';
}
