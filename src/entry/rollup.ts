// What the manager workbook's sidebar may call. Arguments come from a page, so that each is checked.

import * as overview from '../rollup/overview';
import * as queue from '../rollup/queue-view';
import * as rollup from '../rollup/rollup';

/**
 * Everything that the sidebar shows.
 */
export function loadManager() {
  return overview.loadOverview(SpreadsheetApp.getActive());
}

/**
 * Lets outcomes count that were held because the manager did not record them.
 * @param ids The outcomes' ids.
 */
export function confirmOutcomes(ids: string[]) {
  const isNamed = (id: unknown) => typeof id === 'string' && id !== '';
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every(isNamed)) {
    throw new Error('The sidebar named no outcome: reload it and confirm again.');
  }
  rollup.confirmOutcomes(SpreadsheetApp.getActive(), ids, Session.getEffectiveUser().getEmail());
}

/**
 * Selects somebody's row in the tab Queue.
 * @param email The person's e-mail.
 */
export function showInQueue(email: string) {
  if (typeof email !== 'string' || email.trim() === '') {
    throw new Error('The sidebar named nobody: reload it and choose the name again.');
  }
  queue.showInQueue(SpreadsheetApp.getActive(), email);
}
