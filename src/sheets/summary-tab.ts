// The tab Summary, which reads like a character sheet: who the person is, how far they are,
// what is missing, what comes next.

import type { Framework } from '../framework/framework';
import {
  LAYOUT_VERSION,
  SUMMARY_COLUMNS,
  SUMMARY_COMPETENCIES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import { DIRECTIONS, GRADES } from '../layout/framework';
import { STATUSES } from '../review/status';
import { coloursOf, oneOf, oneOfRange, suggestionsFrom } from './cell-rules';
import { addressOf, asTyped, type CellValue, columnLetters } from './cells';
import { directionColumns } from './framework-tabs';
import { addGrid, columnsOf, warnBeforeEdits } from './new-tab';
import { PALETTE, SCORE_COLOURS, STATUS_COLOURS } from './palette';
import * as formulas from './summary-formulas';
import { sheetOf } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface SummaryFacts {
  framework: Framework;
  /** The id of the file that is being set up, which is the template. */
  fileId: string;
  round: string;
}

/** Adds the tab empty, so that it stands first. */
export function addSummary(spreadsheet: Spreadsheet, framework: Framework): Sheet {
  return addGrid(spreadsheet, SUMMARY_TAB, rowsOf(framework).end, WIDTHS);
}

/** Fills it, when all other tabs are there: formulas and dropdowns read them. */
export function fillSummary(spreadsheet: Spreadsheet, sheet: Sheet, facts: SummaryFacts): void {
  const rows = rowsOf(facts.framework);
  nameCells(spreadsheet, sheet, rows);
  sheet.getRange(1, 1, rows.end, WIDTHS.length).setValues(contents(facts, rows));
  paint(sheet, rows);
  offerChoices(spreadsheet, sheet, facts.framework);
  explain(sheet, rows);
  colour(sheet, rows);
  addRadar(sheet, rows, facts.framework);
  warnBeforeEdits(sheet, 'Summary works by formulas; the light blue cells are for typing.', [
    sheet.getRange(FIELD_ROW, VALUE, FIELDS.length, 2),
  ]);
  // The layout version is named last: only then is the spreadsheet a career sheet.
  nameAbout(spreadsheet, sheet, rows, ['layoutVersion']);
}

/** Pixels: a margin with the competency's emoji, the columns B to J, a margin. */
const WIDTHS = [34, 158, 66, 254, 74, 74, 78, 78, 78, 78, 20];

/** Positions of columns. The tables share them, so that the long texts all stand in the wide one. */
const EMOJI = 1;
const NAME = 2;
const VALUE = 3;
const WIDE = 4;
const SELF = 5;
const AGREED = 6;
const SIDE = 7;
const LAST = 10;

const FIELDS: readonly (readonly [label: string, key: SummaryName])[] = [
  ['Person', 'person'],
  ['E-mail', 'email'],
  ["Manager's e-mail", 'managerEmail'],
  ['Current grade', 'currentGrade'],
  ['Direction', 'direction'],
  ['Aspires to', 'aspiredDirection'],
  ['Round', 'round'],
  ['Status', 'status'],
];

const ABOUT: readonly (readonly [label: string, key: SummaryName])[] = [
  ['Framework', 'frameworkName'],
  ['Version', 'frameworkVersion'],
  ['Framework id', 'frameworkId'],
  ['Layout', 'layoutVersion'],
  ['Template', 'templateId'],
  ['This file', 'fileId'],
];

const FIELD_ROW = 5;
const PROGRESS_ROW = FIELD_ROW + 1;
const BAR_ROW = FIELD_ROW + 3;
const SHARE_ROW = FIELD_ROW + 4;
const GRADE_ROW = FIELD_ROW + 5;
const COMPETENCY_HEADER = FIELD_ROW + FIELDS.length + 2;
const NEXT_SKILLS_SHOWN = 5;
/** Rows that stay free below the directions, for those to come. */
const SPARE_DIRECTIONS = 3;

const COMPETENCY_HEADERS = [
  SUMMARY_COLUMNS.competency,
  SUMMARY_COLUMNS.weight,
  SUMMARY_COLUMNS.levelName,
  SUMMARY_COLUMNS.selfLevel,
  SUMMARY_COLUMNS.agreedLevel,
  SUMMARY_COLUMNS.nextLevel,
  SUMMARY_COLUMNS.pointsMissing,
  SUMMARY_COLUMNS.skillsAtZero,
  SUMMARY_COLUMNS.notScored,
];
const NEXT_SKILLS_HEADERS = [
  'Competency',
  'Next level',
  'Skill',
  'Score now',
  'Score wanted',
  'Progress gained',
];
const DIRECTION_HEADERS = ['Direction', '', 'Progress', 'Self', 'Agreed'];

/** First and last row of each table's body. */
interface Rows {
  competencies: readonly [number, number];
  nextSkills: readonly [number, number];
  directions: readonly [number, number];
  about: number;
  end: number;
}

/** Above each table stand a free row, its title and its header. */
function rowsOf({ competencies, directions }: Framework): Rows {
  const first = COMPETENCY_HEADER + 1;
  const below = (row: number, count: number) => [row, row + count - 1] as const;
  const competencyRows = below(first, competencies.length);
  const nextSkills = below(competencyRows[1] + 4, NEXT_SKILLS_SHOWN);
  const directionRows = below(nextSkills[1] + 4, directions.length + SPARE_DIRECTIONS);
  const about = directionRows[1] + 2;
  return {
    competencies: competencyRows,
    nextSkills,
    directions: directionRows,
    about,
    end: about + ABOUT.length,
  };
}

function nameCells(spreadsheet: Spreadsheet, sheet: Sheet, rows: Rows): void {
  const name = (key: SummaryName, row: number, column: number) =>
    spreadsheet.setNamedRange(SUMMARY_NAMES[key], sheet.getRange(row, column));
  FIELDS.forEach(([, key], index) => {
    name(key, FIELD_ROW + index, VALUE);
  });
  name('selfProgress', PROGRESS_ROW, SELF);
  name('agreedProgress', PROGRESS_ROW, AGREED);
  name('grade', GRADE_ROW, SELF);
  spreadsheet.setNamedRange(
    SUMMARY_COMPETENCIES,
    sheet.getRange(COMPETENCY_HEADER, NAME, 1, COMPETENCY_HEADERS.length),
  );
  const about = ABOUT.map(([, key]) => key).filter((key) => key !== 'layoutVersion');
  nameAbout(spreadsheet, sheet, rows, about);
}

function nameAbout(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  { about }: Rows,
  keys: readonly SummaryName[],
): void {
  for (const key of keys) {
    const row = about + ABOUT.findIndex(([, each]) => each === key);
    spreadsheet.setNamedRange(SUMMARY_NAMES[key], sheet.getRange(row, VALUE));
  }
}

/** Every cell of the tab, as it is typed. */
function contents({ framework, fileId, round }: SummaryFacts, rows: Rows): CellValue[][] {
  const cells: CellValue[][] = Array.from({ length: rows.end }, () => WIDTHS.map(() => ''));
  const text = (row: number, column: number, ...values: (string | number)[]) => {
    values.forEach((value, index) => {
      cells[row - 1][column - 1 + index] = asTyped(value);
    });
  };
  const formula = (row: number, column: number, value: string) => {
    cells[row - 1][column - 1] = value;
  };
  const places = placesOf(framework, rows);

  text(1, NAME, 'Career Sheet');
  formula(1, SIDE, formulas.frameworkLine());
  text(
    2,
    NAME,
    'Score each skill 0, 1 or 2 on the tab Assessment: your levels and progress follow.',
  );
  formula(2, SIDE, formulas.statusLine());

  text(FIELD_ROW - 1, NAME, 'Character');
  FIELDS.forEach(([label, key], index) => {
    text(FIELD_ROW + index, NAME, label);
    if (key === 'round') text(FIELD_ROW + index, VALUE, round);
    if (key === 'status') text(FIELD_ROW + index, VALUE, STATUSES[0]);
  });

  text(FIELD_ROW - 1, SELF, 'Progress');
  text(FIELD_ROW, SELF, 'Self', 'Agreed');
  formula(PROGRESS_ROW, SELF, formulas.progress(places, 'selfScore'));
  formula(PROGRESS_ROW, AGREED, formulas.progress(places, 'agreedScore'));
  formula(BAR_ROW, SELF, formulas.progressBar());
  formula(SHARE_ROW, SELF, formulas.shareScored());
  formula(GRADE_ROW, SELF, formulas.grade());
  formula(GRADE_ROW + 1, SELF, formulas.gradeWords());

  text(COMPETENCY_HEADER - 1, NAME, 'Competencies');
  text(COMPETENCY_HEADER, NAME, ...COMPETENCY_HEADERS);
  framework.competencies.forEach((_, index) => {
    const row = rows.competencies[0] + index;
    const [name, self, agreed] = [NAME, SELF, AGREED].map((column) => `$${addressOf(row, column)}`);
    formula(row, EMOJI, formulas.fromDirections('emoji', index + 2));
    formula(row, NAME, formulas.fromDirections('competency', index + 2));
    formula(row, VALUE, formulas.weight(name, places));
    formula(row, WIDE, formulas.levelName(self, agreed));
    formula(row, SELF, formulas.level(name, 'selfScore'));
    formula(row, AGREED, formulas.level(name, 'agreedScore'));
    formula(row, SIDE, formulas.gap(name));
  });

  text(rows.nextSkills[0] - 2, NAME, 'Next skills');
  text(rows.nextSkills[0] - 2, WIDE, 'What moves your progress most for the fewest points.');
  text(rows.nextSkills[0] - 1, NAME, ...NEXT_SKILLS_HEADERS);
  formula(rows.nextSkills[0], NAME, formulas.nextSkills(places, NEXT_SKILLS_SHOWN));

  text(rows.directions[0] - 2, NAME, 'Every direction');
  text(rows.directions[0] - 2, WIDE, 'How far the same levels carry in each direction.');
  text(rows.directions[0] - 1, NAME, ...DIRECTION_HEADERS);
  formula(rows.directions[0], NAME, formulas.directions(places));
  formula(rows.directions[0], SELF, formulas.progressByDirection(places, 'selfScore'));
  formula(rows.directions[0], AGREED, formulas.progressByDirection(places, 'agreedScore'));
  for (let row = rows.directions[0]; row <= rows.directions[1]; row += 1) {
    const [name, self, agreed] = [NAME, SELF, AGREED].map((column) => `$${addressOf(row, column)}`);
    formula(row, VALUE, formulas.directionMark(name));
    formula(row, WIDE, formulas.directionBar(name, self, agreed));
  }

  const facts: Partial<Record<SummaryName, string | number>> = {
    frameworkName: framework.name,
    frameworkVersion: framework.version,
    frameworkId: framework.id,
    layoutVersion: LAYOUT_VERSION,
    templateId: fileId,
    fileId,
  };
  text(rows.about - 1, NAME, 'About this sheet');
  ABOUT.forEach(([label, key], index) => {
    text(rows.about + index, NAME, label, facts[key] ?? '');
  });
  return cells;
}

function placesOf(framework: Framework, { competencies }: Rows): formulas.Places {
  const body = (from: number, to = from) =>
    `$${columnLetters(from)}$${competencies[0]}:$${columnLetters(to)}$${competencies[1]}`;
  const [first, last] = directionColumns(framework).map((column) => `$${columnLetters(column)}`);
  const lastRow = framework.competencies.length + 1;
  return {
    levels: { selfScore: body(SELF), agreedScore: body(AGREED) },
    weights: body(VALUE),
    competencyWeights: body(NAME, VALUE),
    directionNames: `${DIRECTIONS.tab}!${first}$1:${last}$1`,
    directionWeights: `${DIRECTIONS.tab}!${first}$2:${last}$${lastRow}`,
  };
}

function paint(sheet: Sheet, rows: Rows): void {
  const width = WIDTHS.length;
  const tableWidth = LAST - NAME + 1;
  const { competencies, nextSkills, directions, about } = rows;
  const all = (...addresses: string[]) => sheet.getRangeList(addresses);
  const body = ([first, last]: readonly [number, number], column: number, columns = 1) =>
    addressOf(first, column, last - first + 1, columns);

  all(addressOf(1, 1, rows.end, width))
    .setBackground(PALETTE.paper)
    .setFontColor(PALETTE.ink)
    .setFontSize(10)
    .setVerticalAlignment('middle');
  all(addressOf(1, 1, 2, width))
    .setBackground(PALETTE.accent)
    .setFontColor(PALETTE.onAccentFaint);
  all(addressOf(1, NAME)).setFontSize(22).setFontWeight('bold').setFontColor(PALETTE.onAccent);
  sheet
    .getRange(1, SIDE, 2, LAST - SIDE + 1)
    .mergeAcross()
    .setHorizontalAlignment('right');

  all(
    addressOf(FIELD_ROW - 1, NAME),
    addressOf(FIELD_ROW - 1, SELF),
    addressOf(COMPETENCY_HEADER - 1, NAME),
    addressOf(nextSkills[0] - 2, NAME),
    addressOf(directions[0] - 2, NAME),
    addressOf(about - 1, NAME),
  )
    .setFontSize(13)
    .setFontWeight('bold')
    .setFontColor(PALETTE.accent);
  all(
    addressOf(FIELD_ROW, NAME, FIELDS.length),
    addressOf(FIELD_ROW, SELF, 1, 2),
    addressOf(SHARE_ROW, SELF),
    addressOf(GRADE_ROW + 1, SELF),
    addressOf(nextSkills[0] - 2, WIDE),
    addressOf(directions[0] - 2, WIDE),
    body(directions, VALUE),
    addressOf(about, NAME, ABOUT.length, 2),
  )
    .setFontSize(9)
    .setFontColor(PALETTE.faint);
  all(
    addressOf(COMPETENCY_HEADER, NAME, 1, tableWidth),
    addressOf(nextSkills[0] - 1, NAME, 1, tableWidth),
    addressOf(directions[0] - 1, NAME, 1, tableWidth),
  )
    .setBackground(PALETTE.header)
    .setFontSize(9)
    .setFontWeight('bold')
    .setWrap(true);

  sheet
    .getRange(FIELD_ROW, VALUE, FIELDS.length, 2)
    .mergeAcross()
    .setBackground(PALETTE.input)
    .setHorizontalAlignment('left')
    .setBorder(true, true, true, true, true, true, PALETTE.line, SpreadsheetApp.BorderStyle.SOLID);
  sheet.getRange(PROGRESS_ROW, SELF, BAR_ROW - PROGRESS_ROW, 2).mergeVertically();
  sheet
    .getRange(BAR_ROW, SELF, GRADE_ROW + 2 - BAR_ROW, 2)
    .mergeAcross()
    .setWrap(true);
  all(addressOf(PROGRESS_ROW, SELF, 1, 2))
    .setFontSize(24)
    .setFontWeight('bold')
    .setFontColor(PALETTE.accent)
    .setNumberFormat('0.00');
  all(addressOf(GRADE_ROW, SELF)).setFontWeight('bold');
  all(addressOf(GRADE_ROW + 1, SELF)).setFontSize(8);
  all(addressOf(BAR_ROW, SELF), body(competencies, WIDE), body(directions, WIDE)).setFontColor(
    PALETTE.accent,
  );

  all(body(competencies, NAME), body(competencies, SELF, 2)).setFontWeight('bold');
  all(body(competencies, VALUE)).setNumberFormat('0%');
  all(body(directions, SELF, 2)).setNumberFormat('0.00');
  all(body(nextSkills, AGREED + 1)).setNumberFormat('+0.00');
  all(body(nextSkills, WIDE)).setWrap(true);
  all(
    addressOf(FIELD_ROW, SELF, FIELDS.length, 2),
    addressOf(COMPETENCY_HEADER, VALUE, competencies[1] - COMPETENCY_HEADER + 1),
    addressOf(COMPETENCY_HEADER, SELF, competencies[1] - COMPETENCY_HEADER + 1, LAST - SELF + 1),
    addressOf(nextSkills[0] - 1, VALUE, NEXT_SKILLS_SHOWN + 1),
    addressOf(nextSkills[0] - 1, SELF, NEXT_SKILLS_SHOWN + 1, 3),
    addressOf(directions[0] - 1, SELF, directions[1] - directions[0] + 2, 2),
    body(directions, VALUE),
    body(competencies, EMOJI),
  ).setHorizontalAlignment('center');
  sheet.getRange(about, VALUE, ABOUT.length, 2).mergeAcross().setHorizontalAlignment('left');
  const lastFilled = directions[1] - SPARE_DIRECTIONS;
  for (const [first, last] of [competencies, nextSkills, [directions[0], lastFilled]]) {
    sheet
      .getRange(first, NAME, last - first + 1, tableWidth)
      .setBorder(
        null,
        null,
        true,
        null,
        null,
        true,
        PALETTE.line,
        SpreadsheetApp.BorderStyle.SOLID,
      );
  }

  sheet.setRowHeights(1, rows.end, 25);
  sheet.setRowHeight(1, 50);
  sheet.setRowHeight(3, 8);
  for (const [first] of [competencies, nextSkills, directions]) {
    sheet.setRowHeight(first - 3, 12);
    sheet.setRowHeights(first - 2, 2, 32);
  }
  sheet.setRowHeights(nextSkills[0], NEXT_SKILLS_SHOWN, 40);
  sheet.setRowHeight(about - 1, 40);
}

function offerChoices(spreadsheet: Spreadsheet, sheet: Sheet, framework: Framework): void {
  const field = (key: SummaryName) =>
    sheet.getRange(FIELD_ROW + FIELDS.findIndex(([, each]) => each === key), VALUE);
  const [first, last] = directionColumns(framework);
  const names = sheetOf(spreadsheet, DIRECTIONS.tab).getRange(1, first, 1, last - first + 1);
  const direction = oneOfRange(names, 'Choose a direction of the tab Directions.');
  field('direction').setDataValidation(direction);
  field('aspiredDirection').setDataValidation(direction);
  field('status').setDataValidation(oneOf(STATUSES, `Choose ${STATUSES.join(', ')}.`));
  if (framework.grades.length > 0) {
    const sheetOfGrades = sheetOf(spreadsheet, GRADES.tab);
    const grades = sheetOfGrades.getRange(2, columnsOf(GRADES).grade, framework.grades.length, 1);
    field('currentGrade').setDataValidation(suggestionsFrom(grades, 'A grade of the tab Grades.'));
  }
}

function explain(sheet: Sheet, { nextSkills, directions }: Rows): void {
  const notes: Record<string, string> = {
    [addressOf(FIELD_ROW + 4, NAME)]: 'What you pursue: it weighs the competencies.',
    [addressOf(FIELD_ROW + 7, NAME)]:
      'Draft while you score; Submitted when your manager may look; In review while the two of you agree; Recorded when the outcome is written.',
    [addressOf(FIELD_ROW, SELF)]: 'The average of your levels, weighted by your direction.',
    [addressOf(FIELD_ROW, AGREED)]: 'The same from the agreed scores, once the review is open.',
    [addressOf(COMPETENCY_HEADER, NAME + COMPETENCY_HEADERS.indexOf(SUMMARY_COLUMNS.selfLevel))]:
      'A level is reached when every skill on it is scored, none is 0, nearly all are 2, and the level before is reached.',
    [addressOf(
      COMPETENCY_HEADER,
      NAME + COMPETENCY_HEADERS.indexOf(SUMMARY_COLUMNS.pointsMissing),
    )]:
      'The fewest points to the next level: raising a score by one costs one point, a blank counts as 0.',
    [addressOf(nextSkills[0] - 1, SIDE)]:
      'What the whole step adds to your progress, together with the other skills of that step.',
    [addressOf(directions[0] - 1, VALUE)]: 'Your direction now, and the one you aspire to.',
  };
  for (const address of Object.keys(notes)) sheet.getRange(address).setNote(notes[address]);
}

function colour(sheet: Sheet, { nextSkills }: Rows): void {
  const status = sheet.getRange(FIELD_ROW + FIELDS.length - 1, VALUE);
  const scores = sheet.getRange(nextSkills[0], SELF, NEXT_SKILLS_SHOWN, 2);
  sheet.setConditionalFormatRules([
    ...coloursOf(status, STATUS_COLOURS),
    ...coloursOf(scores, SCORE_COLOURS),
  ]);
}

function addRadar(sheet: Sheet, { competencies }: Rows, framework: Framework): void {
  const height = competencies[1] - COMPETENCY_HEADER + 1;
  const top = Math.max(...framework.skills.map((skill) => skill.level));
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.RADAR)
    .addRange(sheet.getRange(COMPETENCY_HEADER, NAME, height, 1))
    .addRange(sheet.getRange(COMPETENCY_HEADER, SELF, height, 2))
    .setNumHeaders(1)
    .setPosition(FIELD_ROW - 1, SIDE, 4, 0)
    .setOption('width', 306)
    .setOption('height', 220)
    .setOption('title', '')
    .setOption('legend.position', 'bottom')
    .setOption('backgroundColor', PALETTE.paper)
    .setOption('colors', [PALETTE.accent, PALETTE.agreed])
    .setOption('vAxis.minValue', 0)
    .setOption('vAxis.maxValue', top)
    .build();
  sheet.insertChart(chart);
}
