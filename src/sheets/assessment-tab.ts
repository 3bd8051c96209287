// The tab Assessment: one row a skill, with room below for skills that people add.

import type { Framework, Skill } from '../framework/framework';
import { ASSESSMENT } from '../layout/career-sheet';
import { coloursOf, oneOf } from './cell-rules';
import { design } from './design';
import { addDesigned, columnsOf, writeBlock } from './new-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const COLUMN = columnsOf(ASSESSMENT);
const SCORES = ['selfScore', 'managerScore', 'agreedScore'] as const;
const SPARE_ROWS = 30;

/** Adds the tab with the framework's skills, by competency and level. */
export function addAssessment(spreadsheet: Spreadsheet, framework: Framework): void {
  const rows = framework.skills.length + SPARE_ROWS;
  const sheet = addDesigned(spreadsheet, ASSESSMENT, { rows });
  fill(sheet, framework);
  sheet.hideColumns(COLUMN.id);
}

/**
 * Makes the tab that is there anew from a framework: what stood in its columns is gone. They must
 * stand in the layout's order.
 */
export function refillAssessment(sheet: Sheet, framework: Framework): void {
  const rows = framework.skills.length + SPARE_ROWS + 1;
  const spare = sheet.getMaxRows() - rows;
  // Inside the tab, so that formulas and dropdowns that read its columns read the new rows as well.
  if (spare < 0) sheet.insertRowsAfter(2, -spare);
  if (spare > 0) sheet.deleteRows(3, spare);
  sheet
    .getRange(2, 1, rows - 1, Object.keys(COLUMN).length)
    .clearContent()
    .clearNote()
    .clearDataValidations()
    .shiftRowGroupDepth(-1);
  fill(sheet, framework);
}

function fill(sheet: Sheet, framework: Framework): void {
  const { competencies, skills } = framework;
  const byCompetency = competencies.map(({ id }) => skillsOf(framework, id));
  const count = skills.length;
  const rows = count + SPARE_ROWS;
  const records = byCompetency.flatMap((own, index) =>
    own.map(({ id, level, text }) => [id, competencies[index].name, level, text]),
  );
  writeBlock(sheet.getRange(2, COLUMN.id, count, COLUMN.skill), records);
  const notes = byCompetency.flatMap((own) =>
    own.map(({ looksLike }) => [`What a 2 looks like: ${looksLike}`]),
  );
  sheet.getRange(2, COLUMN.skill, count, 1).setNotes(notes);

  group(
    sheet,
    byCompetency.map((own) => own.length),
  );
  offerChoices(sheet, framework, rows);
  offerCompetencies(sheet, framework, count + 2);
  colour(sheet, framework, rows);
  explain(sheet, framework);
}

/** In the framework's order, lower levels first. */
function skillsOf({ skills }: Framework, competency: string): Skill[] {
  return skills
    .filter((skill) => skill.competency === competency)
    .sort((one, other) => one.level - other.level);
}

/** The first skill of each competency stays outside its group: two groups without a row between would be one. */
function group(sheet: Sheet, counts: readonly number[]): void {
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  let first = 2;
  for (const count of counts) {
    if (count > 1) sheet.getRange(first + 1, 1, count - 1, 1).shiftRowGroupDepth(1);
    first += count;
  }
}

function offerChoices(sheet: Sheet, { scale }: Framework, rows: number): void {
  const scores = oneOf(['0', '1', '2', 'n/a'], scoresExplained(scale));
  for (const key of SCORES) sheet.getRange(2, COLUMN[key], rows, 1).setDataValidation(scores);
}

/** For skills that people add: their competency must be spelled as in the framework to count. */
function offerCompetencies(sheet: Sheet, { competencies }: Framework, firstFree: number): void {
  const names = competencies.map(({ name }) => name);
  sheet.getRange(firstFree, COLUMN.competency, SPARE_ROWS, 1).setDataValidation(oneOf(names));
}

function colour(sheet: Sheet, { competencies }: Framework, rows: number): void {
  const column = (key: keyof typeof COLUMN) => sheet.getRange(2, COLUMN[key], rows, 1);
  const { scoreColours, competencyColours } = design();
  const tints = competencies.map(({ name }, index) => [
    name,
    competencyColours[index % competencyColours.length],
  ]);
  sheet.setConditionalFormatRules([
    ...SCORES.flatMap((key) => coloursOf(column(key), scoreColours)),
    ...coloursOf(column('competency'), Object.fromEntries(tints)),
  ]);
}

/** The headers' notes that depend on the framework; the others never change. */
function explain(sheet: Sheet, { levels, scale }: Framework): void {
  const names = levels.map((name, level) => `${level} ${name}`).join(', ');
  sheet.getRange(1, COLUMN.level).setNote(`The level that the skill belongs to: ${names}.`);
  sheet.getRange(1, COLUMN.selfScore).setNote(scoresExplained(scale));
}

function scoresExplained(scale: Framework['scale']): string {
  return `0 ${scale[0]}; 1 ${scale[1]}; 2 ${scale[2]}; n/a no opportunity yet; blank is not scored.`;
}
