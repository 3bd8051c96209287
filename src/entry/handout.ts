// What the manager workbook's sidebar may call to hand out career sheets. Arguments come from a
// page, so that each is checked.

import { HAND_OUT_JOB } from '../handout/hand-out';
import * as overview from '../handout/overview';
import { checkFile, checkHandOut, type FileRequest, type HandOutRequest } from '../handout/request';
import { loadProgress } from '../jobs/table';

/**
 * Who would get what, and what is wrong with whom.
 */
export function lookAtHandOut() {
  const view = overview.lookAtHandOut(SpreadsheetApp.getActive());
  return { ...view, run: loadProgress(HAND_OUT_JOB) };
}

/**
 * Plans files, to be made by what comes next.
 * @param request The files, and the other managers that were confirmed.
 */
export function startHandOut(request: HandOutRequest) {
  overview.startHandOut(SpreadsheetApp.getActive(), checkHandOut(request));
}

/**
 * Says that a file that was perhaps made does not exist.
 * @param request Whose file it is, and which.
 */
export function forgetMaking(request: FileRequest) {
  overview.forgetMaking(SpreadsheetApp.getActive(), checkFile(request));
}
