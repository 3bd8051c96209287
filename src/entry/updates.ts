// What the manager workbook's sidebar may call to bring career sheets up to date.

import { loadProgress, type Progress } from '../jobs/table';
import { chooseMove, peopleToMove, UPDATE_JOBS, type UpdateAction } from '../updates/update';
import { readUpdates, type UpdateRow } from '../updates/updates-tab';
import * as whatIf from '../updates/what-if';

export interface UpdatesView {
  rows: UpdateRow[];
  /** A run that is under way or was cut off. */
  run: (Progress & { action: UpdateAction }) | null;
  /** Everyone in Team whose career sheet can be moved. */
  people: { name: string; email: string }[];
}

/**
 * What the tab Updates says, and a run that was cut off.
 */
export function loadUpdates(): UpdatesView {
  const actions = Object.keys(UPDATE_JOBS) as UpdateAction[];
  const runs = actions.map((action) => {
    const run = loadProgress(UPDATE_JOBS[action]);
    return run && { action, ...run };
  });
  return {
    rows: readUpdates(SpreadsheetApp.getActive()),
    run: runs.find((run) => run !== null) ?? null,
    people: peopleToMove(SpreadsheetApp.getActive()),
  };
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

/**
 * Says whom the job called “move” moves, before it is started.
 * @param email The person's e-mail, as in Team; blank for everyone.
 */
export function chooseWhomToMove(email: string): void {
  if (typeof email !== 'string') throw new Error('The sidebar named nobody: reload it.');
  chooseMove(SpreadsheetApp.getActive(), email.trim());
}
