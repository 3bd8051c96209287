// A branch file as it is made and opened: the workbook that a manager's rollup writes for the level
// above.

import { PALETTE } from '../design/palette';
import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { LAYOUT_VERSION } from '../layout/career-sheet';
import { addressOf } from '../sheets/cells';
import { addGrid, addTab, warnBeforeEdits, writeBlock } from '../sheets/new-tab';
import { style } from '../sheets/style';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type BranchName = keyof typeof BRANCH_NAMES;

const ROWS = 50;
/** A margin, the label, the value, a margin. */
const WIDTHS = [24, 220, 420, 24];
const FIRST = 4;
const FIELDS: readonly (readonly [label: string, key: BranchName])[] = [
  ['Branch of', 'manager'],
  ['E-mail', 'email'],
  ['Written at', 'writtenAt'],
  ['People', 'people'],
  ['Outcomes', 'outcomes'],
  ['Layout', 'layoutVersion'],
];

/** Makes the empty branch file of a manager; whoever runs this owns it and has yet to share it. */
export function createBranchFile(managerEmail: string, name: string): Spreadsheet {
  const spreadsheet = SpreadsheetApp.create(`Branch of ${name || managerEmail}`);
  buildBranchFile(spreadsheet, managerEmail, name);
  return spreadsheet;
}

/** Builds the tabs of a branch file into a new spreadsheet; one that was cut off is built anew. */
export function buildBranchFile(
  spreadsheet: Spreadsheet,
  managerEmail: string,
  name: string,
): void {
  if (isBranchFile(spreadsheet)) return;
  const before = spreadsheet.getSheets();
  for (const sheet of before) sheet.setName(`before ${sheet.getSheetId()}`);
  const cover = addGrid(spreadsheet, BRANCH_TAB, FIRST + FIELDS.length, WIDTHS);
  const values: Partial<Record<BranchName, string | number>> = {
    manager: name,
    email: managerEmail,
    people: 0,
    outcomes: 0,
    layoutVersion: LAYOUT_VERSION,
  };
  writeBlock(cover.getRange(1, 2, 2, 1), [
    ['Branch file'],
    [
      'Written by the rollup of the manager below, for the level above: nothing here is to be typed.',
    ],
  ]);
  writeBlock(
    cover.getRange(FIRST, 2, FIELDS.length, 2),
    FIELDS.map(([label, key]) => [label, values[key] ?? '']),
  );
  style(cover, [addressOf(1, 1, FIRST + FIELDS.length, WIDTHS.length)], {
    background: PALETTE.paper,
    colour: PALETTE.ink,
  });
  style(cover, [addressOf(1, 2)], { size: 18, bold: true, colour: PALETTE.accent });
  style(cover, [addressOf(FIRST, 3, FIELDS.length)], { align: 'left' });
  warnBeforeEdits(cover, 'The rollup writes this file.');
  const queue = addTab(spreadsheet, BRANCH_QUEUE, {
    widths: { email: 220, name: 180, managerEmail: 220 },
    rows: ROWS,
  });
  queue.getRange(2, 7, ROWS, 1).setNumberFormat('0%');
  warnBeforeEdits(queue, 'The rollup writes this file.');
  const ledger = addTab(spreadsheet, BRANCH_LEDGER, { widths: { recordedAt: 170 }, rows: ROWS });
  warnBeforeEdits(ledger, 'The rollup writes this file.');
  for (const sheet of before) spreadsheet.deleteSheet(sheet);
  // The layout's name comes last: a file that has it is built to the end.
  FIELDS.forEach(([, key], index) => {
    spreadsheet.setNamedRange(BRANCH_NAMES[key], cover.getRange(FIRST + index, 3));
  });
}

/** Whether a spreadsheet was built as a branch file; reads no cell. */
export function isBranchFile(spreadsheet: Spreadsheet): boolean {
  return (
    spreadsheet.getSheetByName(BRANCH_TAB) !== null &&
    spreadsheet.getRangeByName(BRANCH_NAMES.layoutVersion) !== null
  );
}
