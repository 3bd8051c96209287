// What the manager workbook's sidebar may call to bring career sheets up to date.

import type { Slice } from '../jobs/runner';
import * as update from '../updates/update';
import * as whatIf from '../updates/what-if';

/**
 * What the tab Updates says, and a run that was cut off.
 */
export function loadUpdates() {
  return update.loadUpdates(SpreadsheetApp.getActive());
}

/**
 * How far the run is that is under way or was cut off.
 */
export function loadUpdateRun() {
  return update.loadUpdateRun();
}

/**
 * Looks at career sheets for some minutes at most, and changes none.
 */
export function previewUpdatesSlice() {
  return progressOf(update.previewSlice(SpreadsheetApp.getActive()));
}

/**
 * Updates career sheets for some minutes at most, and says whether more are left.
 */
export function updateSheetsSlice() {
  return progressOf(update.updateSlice(SpreadsheetApp.getActive()));
}

/**
 * Deletes what updates kept in career sheets, for some minutes at most.
 */
export function discardBeforeSlice() {
  return progressOf(update.discardSlice(SpreadsheetApp.getActive()));
}

/**
 * Computes everyone's levels by a draft of the framework, and writes the report of what would change.
 * @param link The address of the template that holds the draft.
 */
export function tryDraft(link: string) {
  if (typeof link !== 'string' || link.trim() === '') {
    throw new Error('Paste the address of the template that holds the draft.');
  }
  return whatIf.tryDraft(SpreadsheetApp.getActive(), link);
}

function progressOf({ state, run }: Slice) {
  return {
    state,
    run: run && { by: run.by, done: run.done, total: run.total, problems: run.tally.problems ?? 0 },
  };
}
