// What the owner's page for the framework of a template may call. Requests come from a page, so that each is checked.

import {
  checkEdits,
  checkPlace,
  checkPublish,
  type EditRequest,
  type PublishRequest,
} from '../framework/request';
import type { Place } from '../framework/tabs';
import * as publish from '../sheets/publish';

/**
 * The framework's tabs as they are, and what was published last.
 */
export function loadFramework() {
  return publish.loadFramework(SpreadsheetApp.getActive());
}

/**
 * Selects a cell.
 * @param place Its tab, row and column.
 */
export function showCell(place: Place) {
  publish.showCell(SpreadsheetApp.getActive(), checkPlace(place));
}

/**
 * Writes cells of the framework's tabs.
 * @param request The cells, what the page saw in each and what they are to hold.
 */
export function changeFramework(request: EditRequest) {
  publish.changeFramework(SpreadsheetApp.getActive(), checkEdits(request));
}

/**
 * Publishes what the framework's tabs hold, and returns how many rows of answers went to Archive.
 * @param request The framework as the page checked it, its version and what changed.
 */
export function publishFramework(request: PublishRequest) {
  return publish.publishFramework(SpreadsheetApp.getActive(), checkPublish(request));
}
