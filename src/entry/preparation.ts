// What the manager workbook's sidebar may call before a one-to-one. Requests come from a page, so
// that each is checked.

import * as prepare from '../rollup/prepare';
import {
  checkOpenPrepared,
  checkPerson,
  checkPreparation,
  type OpenPreparedRequest,
  type PersonRequest,
  type PreparationRequest,
} from '../rollup/prepare-request';

/**
 * The people of Team whom the manager may prepare for.
 */
export function loadPeople() {
  return prepare.loadPeople(SpreadsheetApp.getActive());
}

/**
 * What the manager prepared of a person, beside the self scores once they are submitted.
 * @param request Whom to prepare for.
 */
export function loadPreparation(request: PersonRequest) {
  return prepare.loadPreparation(SpreadsheetApp.getActive(), checkPerson(request).email);
}

/**
 * Writes what the manager prepares, to no cell that somebody else changed.
 * @param request The person, and the cells with what the page saw in each.
 */
export function savePreparation(request: PreparationRequest) {
  return prepare.saveEdits(SpreadsheetApp.getActive(), checkPreparation(request));
}

/**
 * Opens the review in the person's career sheet, with or without what the manager prepared.
 * @param request The person, and what to bring.
 */
export function openPreparedReview(request: OpenPreparedRequest) {
  return prepare.openPrepared(SpreadsheetApp.getActive(), checkOpenPrepared(request));
}
