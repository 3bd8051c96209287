// Whose file this is, who works on it, and how one action at a time changes it.

import type { Place } from '../review/sheet';
import { readSummary, refuseNewerLayout, type Summary } from './career-sheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How long an action waits for another one on the same file. */
const LOCK_MS = 20000;

/** The template itself, somebody's own file, or a copy of a filled one. */
export function placeOf(
  spreadsheet: Spreadsheet,
  { fileId, templateId }: Pick<Summary, 'fileId' | 'templateId'>,
): Place {
  const id = spreadsheet.getId();
  if (templateId === id) return 'template';
  const isFresh = fileId === '' || fileId === templateId;
  return isFresh || fileId === id ? 'own' : 'copy';
}

/** Summary of a sheet on which a review may be held; throws a sentence on any other. */
export function readOwn(spreadsheet: Spreadsheet): Summary {
  const summary = readSummary(spreadsheet);
  refuseNewerLayout(summary.layoutVersion);
  const place = placeOf(spreadsheet, summary);
  if (place === 'template') {
    throw new Error('This is the template: make a copy of it, and hold the review there.');
  }
  if (place === 'copy') {
    throw new Error(
      "This file is a copy of somebody's career sheet: say in the sidebar first whether it is yours or starts clean.",
    );
  }
  return summary;
}

/** Who runs this script; blank when Google does not say, or when that permission was refused. */
export function userEmail(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch (_) {
    return '';
  }
}

/** Runs an action while no other one runs on this file. What it wrote is stored before the next begins. */
export function alone<Result>(action: () => Result): Result {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_MS)) {
    throw new Error(
      'Somebody else is changing this review right now: nothing was written; wait a moment and try again.',
    );
  }
  try {
    return action();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}
