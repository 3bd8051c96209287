// The tab Settings of a manager workbook: the round, the template, the published framework.

import { PALETTE } from '../design/palette';
import type { Framework } from '../framework/framework';
import { LAYOUT_VERSION } from '../layout/career-sheet';
import { SETTINGS_NAMES, SETTINGS_TAB, type SettingsName } from '../layout/manager-workbook';
import { addressOf, asTyped, type CellValue } from './cells';
import { addGrid, warnBeforeEdits } from './new-tab';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A margin, the label, the value, a gap, what it means, a margin. */
const WIDTHS = [24, 190, 250, 16, 520, 24];
const LABEL = 2;
const VALUE = 3;
const ABOUT = 5;

type Field = readonly [label: string, key: SettingsName, about: string];

const ROUND: readonly Field[] = [
  ['Round', 'round', 'The review cycle that is running.'],
  ['Self-assessment until', 'selfAssessmentUntil', 'By then everyone has handed in their scores.'],
  ['Reviews until', 'reviewsUntil', 'By then every review is recorded.'],
  [
    'Months of grace',
    'graceMonths',
    'Whoever started within these months need not be reviewed yet.',
  ],
  ['Template', 'template', 'The address of the career sheet that your people copy.'],
  [
    'Branch file',
    'branch',
    'The address of your branch file: roll up writes there what the level above may see.',
  ],
];
const FRAMEWORK: readonly Field[] = [
  ['Framework', 'frameworkName', 'Levels and progress in Rollup are computed by it, from scores.'],
  [
    'Version',
    'frameworkVersion',
    'A career sheet made from another version is a problem in Rollup.',
  ],
  ['Framework id', 'frameworkId', 'Never changes.'],
  ['Layout', 'layoutVersion', 'Tells the script how these tabs are made.'],
];
const STEPS = [
  'Team: one row a person, with their e-mail, their manager’s e-mail and, if they have one, the link to their career sheet.',
  'Open sidebar > Round and hand-out: gives everybody without a link a career sheet, and opens the round in all of them.',
  'Career Sheet Manager > Roll up: reads every linked sheet, fills Rollup and adds new outcomes to Ledger.',
  'Problem, the last column of Rollup: what is wrong and what to do. The row keeps its last good values.',
  'Keep this workbook to yourself: Preparation is for your eyes only.',
];

const TITLE_ROWS = 2;
const ROUND_ROW = 5;
const FRAMEWORK_ROW = ROUND_ROW + ROUND.length + 2;
const STEPS_ROW = FRAMEWORK_ROW + FRAMEWORK.length + 2;
const END = STEPS_ROW + STEPS.length;

/** Adds the tab; `nameSettings` makes it found, once all the others are there. */
export function addSettings(spreadsheet: Spreadsheet, framework: Framework, round: string): Sheet {
  const sheet = addGrid(spreadsheet, SETTINGS_TAB, END, WIDTHS);
  sheet.getRange(1, 1, END, WIDTHS.length).setValues(contents(framework, round));
  paint(sheet);
  offerChoices(sheet);
  warnBeforeEdits(sheet, 'Settings: only the light blue cells are for typing.', [
    sheet.getRange(ROUND_ROW, VALUE, ROUND.length, 1),
  ]);
  return sheet;
}

/** Names the cells. The layout version comes last, so that a set-up cut off before it can begin again. */
export function nameSettings(spreadsheet: Spreadsheet, sheet: Sheet): void {
  const name = (fields: readonly Field[], first: number) => {
    fields.forEach(([, key], index) => {
      spreadsheet.setNamedRange(SETTINGS_NAMES[key], sheet.getRange(first + index, VALUE));
    });
  };
  name(ROUND, ROUND_ROW);
  name(FRAMEWORK, FRAMEWORK_ROW);
}

/** Every cell of the tab, as it is typed. */
function contents(framework: Framework, round: string): CellValue[][] {
  const cells: CellValue[][] = Array.from({ length: END }, () => WIDTHS.map(() => ''));
  const text = (row: number, column: number, ...values: CellValue[]) => {
    values.forEach((value, index) => {
      cells[row - 1][column - 1 + index] = asTyped(value);
    });
  };
  const values: Partial<Record<SettingsName, CellValue>> = {
    round,
    graceMonths: 3,
    frameworkName: framework.name,
    frameworkVersion: framework.version,
    frameworkId: framework.id,
    layoutVersion: LAYOUT_VERSION,
  };
  const fields = (rows: readonly Field[], first: number) => {
    rows.forEach(([label, key, about], index) => {
      // The space in the gap keeps a long value, such as an address, within its cell.
      text(first + index, LABEL, label, values[key] ?? '', ' ', about);
    });
  };
  text(1, LABEL, 'Manager workbook');
  text(2, LABEL, 'Your people, where each review stands, and every outcome that was recorded.');
  text(ROUND_ROW - 1, LABEL, 'This round');
  fields(ROUND, ROUND_ROW);
  text(FRAMEWORK_ROW - 1, LABEL, 'The published framework');
  fields(FRAMEWORK, FRAMEWORK_ROW);
  text(STEPS_ROW - 1, LABEL, 'How it works');
  STEPS.forEach((step, index) => {
    text(STEPS_ROW + index, LABEL, `${index + 1}.  ${step}`);
  });
  return cells;
}

function paint(sheet: Sheet): void {
  const width = WIDTHS.length;
  sheet
    .getRange(1, 1, END, width)
    .setBackground(PALETTE.paper)
    .setFontColor(PALETTE.ink)
    .setVerticalAlignment('middle');
  sheet
    .getRange(1, 1, TITLE_ROWS, width)
    .setBackground(PALETTE.accent)
    .setFontColor(PALETTE.onAccentFaint);
  sheet.getRange(1, LABEL).setFontSize(22).setFontWeight('bold').setFontColor(PALETTE.onAccent);
  sheet
    .getRangeList([ROUND_ROW, FRAMEWORK_ROW, STEPS_ROW].map((row) => addressOf(row - 1, LABEL)))
    .setFontSize(13)
    .setFontWeight('bold')
    .setFontColor(PALETTE.accent);
  const faint = [
    addressOf(ROUND_ROW, ABOUT, ROUND.length),
    addressOf(FRAMEWORK_ROW, ABOUT, FRAMEWORK.length),
  ];
  sheet.getRangeList(faint).setFontColor(PALETTE.faint);
  sheet
    .getRange(ROUND_ROW, VALUE, ROUND.length, 1)
    .setBackground(PALETTE.input)
    .setBorder(true, true, true, true, false, true, PALETTE.line, null);
  sheet
    .getRangeList([
      addressOf(ROUND_ROW, VALUE, ROUND.length),
      addressOf(FRAMEWORK_ROW, VALUE, FRAMEWORK.length),
    ])
    .setHorizontalAlignment('left');
  sheet.setRowHeights(TITLE_ROWS + 1, END - TITLE_ROWS, 26);
  sheet.setRowHeight(1, 44);
  sheet.setRowHeight(2, 28);
  sheet.setHiddenGridlines(true);
}

function offerChoices(sheet: Sheet): void {
  const validate = (key: SettingsName, rule: DataValidation, format: string) => {
    const row = ROUND_ROW + ROUND.findIndex(([, one]) => one === key);
    sheet.getRange(row, VALUE).setNumberFormat(format).setDataValidation(rule);
  };
  const date = SpreadsheetApp.newDataValidation()
    .requireDate()
    .setAllowInvalid(false)
    .setHelpText('A date, such as 2026-12-31.')
    .build();
  validate('selfAssessmentUntil', date, 'yyyy-mm-dd');
  validate('reviewsUntil', date, 'yyyy-mm-dd');
  const months = SpreadsheetApp.newDataValidation()
    .requireNumberBetween(0, 24)
    .setAllowInvalid(false)
    .setHelpText('A number of months from 0 to 24.')
    .build();
  validate('graceMonths', months, '0');
}
