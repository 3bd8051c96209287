// The tab Summary, which reads like a character sheet: who the person is, how far they are,
// what is missing, what comes next.

import type { Framework } from '../framework/framework';
import {
  LAYOUT_VERSION,
  SUMMARY_COMPETENCIES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import { DIRECTIONS, GRADES } from '../layout/framework';
import { STATUSES } from '../review/status';
import { oneOf, oneOfRange, suggestionsFrom } from './cell-rules';
import { addressOf, asTyped, type CellValue, columnLetters } from './cells';
import { directionColumns } from './framework-tabs';
import { addGrid, columnsOf, warnBeforeEdits } from './new-tab';
import * as formulas from './summary-formulas';
import { dress } from './summary-look';
import {
  ABOUT,
  AGREED,
  BAR_ROW,
  COMPETENCY_HEADER,
  COMPETENCY_HEADERS,
  DIRECTION_HEADERS,
  EMOJI,
  FIELD_ROW,
  FIELDS,
  GRADE_ROW,
  NAME,
  NEXT_SKILLS_HEADERS,
  NEXT_SKILLS_SHOWN,
  PROGRESS_ROW,
  type Rows,
  rowsOf,
  SELF,
  SHARE_ROW,
  SIDE,
  VALUE,
  WIDE,
  WIDTHS,
} from './summary-places';
import { sheetOf } from './table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface SummaryFacts {
  framework: Framework;
  /** The id of the file that is being set up, which is the template. */
  fileId: string;
  /** What stands in the cells for typing; the status is Draft when it is left out. */
  fields: Partial<Record<SummaryName, CellValue>>;
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
  offerChoices(spreadsheet, sheet, facts.framework);
  dress(sheet, rows, facts.framework);
  warnBeforeEdits(sheet, 'Summary works by formulas; the light blue cells are for typing.', [
    sheet.getRange(FIELD_ROW, VALUE, FIELDS.length, 2),
  ]);
  // The layout version is named last: only then is the spreadsheet a career sheet.
  nameAbout(spreadsheet, sheet, rows, ['layoutVersion']);
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
function contents({ framework, fileId, fields }: SummaryFacts, rows: Rows): CellValue[][] {
  const cells: CellValue[][] = Array.from({ length: rows.end }, () => WIDTHS.map(() => ''));
  const text = (row: number, column: number, ...values: CellValue[]) => {
    values.forEach((value, index) => {
      cells[row - 1][column - 1 + index] = asTyped(value);
    });
  };
  const formula = (row: number, column: number, value: string) => {
    cells[row - 1][column - 1] = `=${value}`;
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
    text(FIELD_ROW + index, NAME, label, fields[key] ?? (key === 'status' ? STATUSES[0] : ''));
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
