// What the page of an import may call. Arguments come from a page, so that each is checked.

import { checkLook, checkWrite, type LookRequest, type WriteRequest } from '../import/request';
import * as olderSheet from '../rollup/import';

/**
 * Says what it understands of an older sheet, and what an import would do.
 * @param request The older sheet's link and the e-mail of somebody in Team.
 */
export function lookAtOlderSheet(request: LookRequest) {
  return olderSheet.lookAtOlderSheet(SpreadsheetApp.getActive(), checkLook(request));
}

/**
 * Fills blank self scores from an older sheet; the rest of it goes to Archive.
 * @param request As for the look, with what it showed and the close matches that are right.
 */
export function importOlderSheet(request: WriteRequest) {
  return olderSheet.importOlderSheet(SpreadsheetApp.getActive(), checkWrite(request));
}
