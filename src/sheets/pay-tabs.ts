// Pay in a manager workbook: the columns behind Grades, and the tabs Pay and Pay factors for whoever
// wants them. No other file ever holds any of it.

import { PALETTE } from '../design/palette';
import type { Framework } from '../framework/framework';
import { PAID_GRADES, PAY, PAY_FACTORS, rollupOf, TEAM } from '../layout/manager-workbook';
import type { TabLayout } from '../layout/tab';
import { oneOfRange, suggestionsFrom } from './cell-rules';
import { addressOf, columnLetters, quotedTab } from './cells';
import { addTab, columnsOf, writeBlock } from './new-tab';
import * as formula from './pay-formulas';
import { style } from './style';
import { sheetOf, Table } from './table';
import { textOf } from './text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const MONEY = '#,##0';
const SPARE_PEOPLE = 50;
const FACTOR_ROWS = 40;

/** Adds the columns of pay to the tab Grades; edits of these ask nothing. */
export function addPayColumns(spreadsheet: Spreadsheet): void {
  const sheet = sheetOf(spreadsheet, PAID_GRADES.tab);
  const { payFloor: first } = columnsOf(PAID_GRADES);
  sheet.insertColumnsAfter(first - 1, 2);
  sheet.setColumnWidths(first, 2, 100);
  const header = sheet.getRange(1, first, 1, 2);
  writeBlock(header, [[PAID_GRADES.columns.payFloor, PAID_GRADES.columns.nextFloor]]);
  header.setNotes([
    [
      'What the grade pays from its first progress on; all floors in one currency, for one period. Pay never leaves this workbook.',
      'The pay floor of the next grade: what this one pays at its last progress.',
    ],
  ]);
  style(sheet, [addressOf(1, first, 1, 2)], {
    background: PALETTE.accent,
    colour: PALETTE.onAccent,
    bold: true,
  });
  const cells = sheet.getRange(2, first, sheet.getMaxRows() - 1, 2);
  cells.setNumberFormat(MONEY).setHorizontalAlignment('right');
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
    protection.setUnprotectedRanges([cells]);
  }
}

/** Adds the tabs Pay, with everybody of Team, and Pay factors; one that is there stays as it is. */
export function addPayTabs(spreadsheet: Spreadsheet, framework: Framework): void {
  if (!spreadsheet.getSheetByName(PAY_FACTORS.tab)) addFactors(spreadsheet);
  const sheet = spreadsheet.getSheetByName(PAY.tab) ?? addPay(spreadsheet, framework);
  spreadsheet.setActiveSheet(sheet);
}

function addPay(spreadsheet: Spreadsheet, framework: Framework): Sheet {
  const team = Table.open(spreadsheet, TEAM).rows.map((row) =>
    textOf(row.get('email'), spreadsheet),
  );
  const people = team.filter((email, at) => email !== '' && team.indexOf(email) === at);
  const places = placesIn(spreadsheet, framework);
  const rows = people.length + SPARE_PEOPLE;
  const sheet = addTab(spreadsheet, PAY, {
    widths: { email: 210, name: 160, direction: 170, flag: 300, country: 110 },
    rows,
    centred: ['period', 'currency', 'country', 'progress', 'index'],
  });
  const column = columnsOf(PAY);
  const body = (key: keyof typeof PAY.columns) => sheet.getRange(2, column[key], rows, 1);
  const listOf = <Key extends string>(layout: TabLayout<Key>, key: Key) => {
    const from = sheetOf(spreadsheet, layout.tab);
    const at = Table.read(from, layout).columnOf[key];
    return from.getRange(2, at, from.getMaxRows() - 1, 1);
  };
  if (people.length > 0) {
    writeBlock(
      sheet.getRange(2, column.email, people.length, 1),
      people.map((email) => [email]),
    );
  }
  const computed = (
    key: keyof typeof PAY.columns,
    formulaOf: (at: formula.PayPlaces) => string,
  ) => {
    body(key).setFormulas(
      Array.from({ length: rows }, (_, index) => [`=${formulaOf(places(index + 2))}`]),
    );
  };
  for (const key of ['name', 'progress', 'direction'] as const) {
    computed(key, (at) => formula.fromRollup(key, at));
  }
  computed('comparable', formula.comparable);
  computed('target', formula.target);
  computed('floor', formula.floor);
  computed('index', formula.index);
  computed('flag', formula.flag);

  for (const key of ['pay', 'comparable', 'target', 'floor'] as const) {
    body(key).setNumberFormat(MONEY).setHorizontalAlignment('right');
  }
  for (const key of ['progress', 'index'] as const) body(key).setNumberFormat('0.00');
  body('email').setDataValidation(
    suggestionsFrom(listOf(TEAM, 'email'), 'The e-mail of a person in Rollup.'),
  );
  for (const key of ['period', 'currency', 'country'] as const) {
    body(key).setDataValidation(
      oneOfRange(listOf(PAY_FACTORS, key), `Add others to the tab ${PAY_FACTORS.tab}.`),
    );
  }
  for (const key of ['email', 'pay', 'period', 'currency', 'country'] as const) {
    body(key).setBackground(PALETTE.input);
  }
  const flag = `$${columnLetters(column.flag)}2`;
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=${flag}<>""`)
      .setBackground('#fbe9bd')
      .setFontColor('#6b4e00')
      .setRanges([body('index'), body('flag')])
      .build(),
  ]);
  sheet
    .getRange(1, column.comparable, 1, 5)
    .setNotes([
      [
        'Pay times the factors of its period, currency and country: in the unit of the pay floors.',
        'Between the pay floor of the grade that direction and progress permit and the next one, linear in progress.',
        'The pay floor of the grade that direction and progress permit.',
        'Comparable pay divided by the target.',
        'A reason to look, never a decision. Pay never leaves this workbook.',
      ],
    ]);
  return sheet;
}

function addFactors(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, PAY_FACTORS, { widths: {}, rows: FACTOR_ROWS });
  // Two formulas, since no number of decimals is a twelfth.
  writeBlock(sheet.getRange(2, 1, 2, 1), [['month'], ['year']]);
  sheet.getRange(2, 2, 2, 1).setFormulas([['=1'], ['=1/12']]);
  const notes = ['period', 'currency', 'country'].flatMap((what) => [
    `Each ${what} in which pay is given.`,
    'What pay is multiplied by to be comparable with the pay floors of Grades.',
  ]);
  sheet.getRange(1, 1, 1, notes.length).setNotes([notes]);
}

/** Where things stand for a row of Pay; columns that people moved are found by their headers. */
function placesIn(spreadsheet: Spreadsheet, framework: Framework) {
  const columnsIn = <Key extends string>(layout: TabLayout<Key>): Record<Key, string> => {
    const { columnOf } = Table.open(spreadsheet, layout);
    const letters = (key: Key) => `$${columnLetters(columnOf[key])}`;
    const keys = Object.keys(layout.columns) as Key[];
    return Object.fromEntries(
      keys.map((key) => [key, `${quotedTab(layout.tab)}!${letters(key)}:${letters(key)}`]),
    ) as Record<Key, string>;
  };
  const rollup = columnsIn(rollupOf(framework.competencies));
  const grades = columnsIn(PAID_GRADES);
  const factors = columnsIn(PAY_FACTORS);
  const [first, last] = [grades.direction, grades.nextFloor].map((column) => column.split(':'));
  const own = columnsOf(PAY);
  const keys = Object.keys(own) as (keyof typeof own)[];
  return (row: number): formula.PayPlaces => ({
    rollup,
    grades,
    gradeTable: `${first[0]}:${last[1]}`,
    factors,
    cell: Object.fromEntries(
      keys.map((key) => [key, `$${columnLetters(own[key])}${row}`]),
    ) as formula.PayPlaces['cell'],
  });
}
