// What the manager workbook's sidebar may call. Arguments come from a page, so that each is checked.

import * as overview from '../rollup/overview';
import * as rollup from '../rollup/rollup';

/**
 * Everything that the sidebar shows.
 */
export function loadManager() {
  return overview.loadOverview(SpreadsheetApp.getActive());
}

/**
 * Lets an outcome count that was held because the manager did not record it.
 * @param id The outcome's id.
 */
export function confirmOutcome(id: string) {
  if (typeof id !== 'string' || id === '') {
    throw new Error('The sidebar named no outcome: reload it and confirm again.');
  }
  rollup.confirmOutcome(SpreadsheetApp.getActive(), id, Session.getEffectiveUser().getEmail());
}
