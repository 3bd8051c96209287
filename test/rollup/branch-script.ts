// What only the hand-out calls, for tests that need it without one.

import { createBranchFile } from '../../src/rollup/branch-file';
import { removeFromBranch } from '../../src/rollup/write-branch';

/** Makes a branch file and gives its id. */
export function makeBranchFor(managerEmail: string, name: string): string {
  return createBranchFile(managerEmail, name).getId();
}

/** Takes somebody out of the active workbook's branch file. */
export function takeOut(email: string): void {
  removeFromBranch(SpreadsheetApp.getActive(), [email]);
}
