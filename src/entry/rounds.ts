// What the manager workbook's sidebar may call about rounds, and about people who move or leave.
// Arguments come from a page, so that each is checked.

import * as leaver from '../handout/leaver';
import * as move from '../handout/move';
import { checkMove, type MoveRequest } from '../handout/request';
import * as round from '../handout/round';
import { loadProgress } from '../jobs/table';
import { checkPerson, type PersonRequest } from '../rollup/prepare-request';

/**
 * The round in Settings, and what its opening came to.
 */
export function loadRound() {
  return { ...round.loadRound(SpreadsheetApp.getActive()), run: loadProgress(round.ROUND_JOB) };
}

/**
 * Everybody whom a row of this workbook is about.
 */
export function loadEverybody() {
  return leaver.loadEverybody(SpreadsheetApp.getActive());
}

/**
 * Who manages a person, and who may read their career sheet.
 * @param request The person.
 */
export function lookAtPerson(request: PersonRequest) {
  return move.lookAtPerson(SpreadsheetApp.getActive(), checkPerson(request).email);
}

/**
 * Gives the new manager access, and takes it from others.
 * @param request The person, the new manager, and whose access ends.
 */
export function movePerson(request: MoveRequest) {
  return move.movePerson(SpreadsheetApp.getActive(), checkMove(request));
}

/**
 * Deletes the rows that are about a person, and says where a trace may remain.
 * @param request The person.
 */
export function removePerson(request: PersonRequest) {
  return leaver.removePerson(SpreadsheetApp.getActive(), checkPerson(request).email);
}
