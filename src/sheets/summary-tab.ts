// The tab Summary from its design.

import type { Framework } from '../framework/framework';
import {
  LAYOUT_VERSION,
  SUMMARY_COMPETENCIES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import { GRADES, SPARE_DIRECTIONS } from '../layout/framework';
import { STATUSES } from '../review/status';
import { coloursOf, oneOf, oneOfRange, suggestionsFrom } from './cell-rules';
import { asTyped, type CellValue, columnLetters } from './cells';
import { design } from './design';
import { directionColumns } from './framework-tabs';
import { addGrid, columnsOf, warnBeforeEdits } from './new-tab';
import { style } from './style';
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
  return addGrid(spreadsheet, SUMMARY_TAB, rowsOf(framework).end, design().summary.widths);
}

/** What people type into. */
export function fieldsOfSummary(): SummaryName[] {
  return Object.keys(design().summary.fields) as SummaryName[];
}

/** Fills it, when all other tabs are there: formulas and dropdowns read them. */
export function fillSummary(spreadsheet: Spreadsheet, sheet: Sheet, facts: SummaryFacts): void {
  const { framework } = facts;
  const { fields, results, about, competencyHeaders, warning, open } = design().summary;
  const at = placing(framework);
  const cells = { ...fields, ...results, ...about };
  const name = (key: SummaryName) =>
    spreadsheet.setNamedRange(SUMMARY_NAMES[key], sheet.getRange(at(cells[key] as string)));
  const names = Object.keys(cells) as SummaryName[];
  for (const key of names.slice(0, -1)) name(key);
  spreadsheet.setNamedRange(SUMMARY_COMPETENCIES, sheet.getRange(competencyHeaders));

  const contents = contentsOf(facts, at);
  sheet.getRange(1, 1, contents.length, contents[0].length).setValues(contents);
  dress(sheet, at);
  offerChoices(spreadsheet, sheet, at, framework);
  addRadar(sheet, at, framework);
  warnBeforeEdits(sheet, warning, [sheet.getRange(open)]);
  // The layout version is named last: only then is the spreadsheet a career sheet.
  name(names[names.length - 1]);
}

type Placing = (text: string, row?: number, first?: number) => string;

/** Puts the rows of this framework in the place of those that the design names in brackets. */
function placing(framework: Framework): Placing {
  const rows = rowsOf(framework);
  const directionColumn = columnLetters(directionColumns(framework)[1]);
  return (text, row = 0, first = 0) =>
    text.replace(/\[(\w+)([+-]\d+)?\]/g, (_, name: string, distance = 0) => {
      const known = { ...rows, directionColumn, row, frameworkRow: row - first + 2 };
      const place = known[name as keyof typeof known];
      return typeof place === 'number' ? String(place + Number(distance)) : place;
    });
}

/** Above each table stand a free row, its title and its header; the first one begins in row 16. */
function rowsOf({ competencies, directions }: Framework) {
  const lastCompetency = 15 + competencies.length;
  const nextSkills = lastCompetency + 4;
  const firstDirection = nextSkills + 8;
  const lastDirection = firstDirection + directions.length + SPARE_DIRECTIONS - 1;
  const about = lastDirection + 2;
  return {
    lastCompetency,
    nextSkills,
    directions: firstDirection,
    lastDirection,
    about,
    end: about + 6,
  };
}

/** Every cell of the tab, as it is typed. */
function contentsOf({ framework, fileId, fields }: SummaryFacts, at: Placing): CellValue[][] {
  const { summary } = design();
  const height = rowsOf(framework).end;
  const contents: CellValue[][] = Array.from({ length: height }, () =>
    summary.widths.map(() => ''),
  );
  const put = (address: string, value: (row: number, first: number) => CellValue) => {
    const [first, last = first] = at(address).split(':');
    const [firstRow, lastRow] = [first, last].map((cell) => Number(cell.slice(1)));
    for (let row = firstRow; row <= lastRow; row += 1) {
      contents[row - 1][first.charCodeAt(0) - 65] = value(row, firstRow);
    }
  };
  for (const address of Object.keys(summary.cells)) {
    const text = summary.cells[address];
    put(address, (row, first) => (text[0] === '=' ? at(text, row, first) : asTyped(text)));
  }
  const facts: SummaryFacts['fields'] = {
    status: STATUSES[0],
    ...fields,
    frameworkName: framework.name,
    frameworkVersion: framework.version,
    frameworkId: framework.id,
    layoutVersion: LAYOUT_VERSION,
    templateId: fileId,
    fileId,
  };
  const places = { ...summary.fields, ...summary.about };
  for (const key of Object.keys(facts) as SummaryName[]) {
    put(places[key] as string, () => asTyped(facts[key] ?? ''));
  }
  return contents;
}

function offerChoices(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  at: Placing,
  { grades }: Framework,
): void {
  const { choices, fields } = design().summary;
  const offer = (cells: string, choice: GoogleAppsScript.Spreadsheet.DataValidation) =>
    sheet.getRange(cells).setDataValidation(choice);
  for (const [cells, from, help] of choices) {
    offer(cells, oneOfRange(spreadsheet.getRange(at(from)), help));
  }
  offer(fields.status as string, oneOf(STATUSES));
  if (grades.length > 0) {
    const names = sheetOf(spreadsheet, GRADES.tab).getRange(
      2,
      columnsOf(GRADES).grade,
      grades.length,
    );
    offer(fields.currentGrade as string, suggestionsFrom(names, 'A grade of the tab Grades.'));
  }
}

/** Colours, sizes, lines and the notes that explain, once the tab is filled. */
function dress(sheet: Sheet, at: Placing): void {
  const { styles, merged, framed, ruled, line, heights, colours, notes } = design().summary;
  const range = (address: string) => sheet.getRange(at(address));
  for (const [look, ...addresses] of styles) {
    style(
      sheet,
      addresses.map((address) => at(address)),
      look,
    );
  }
  for (const address of merged.across) range(address).mergeAcross();
  for (const address of merged.down) range(address).mergeVertically();
  for (const address of merged.all) range(address).merge();
  const { SOLID } = SpreadsheetApp.BorderStyle;
  range(framed).setBorder(true, true, true, true, true, true, line, SOLID);
  for (const address of ruled) {
    range(address).setBorder(null, null, true, null, null, true, line, SOLID);
  }
  for (const rows of Object.keys(heights)) {
    const [first, last] = at(rows).split(':').map(Number);
    sheet.setRowHeights(first, last - first + 1, heights[rows]);
  }
  const rules = Object.keys(colours).map((address) => coloursOf(range(address), colours[address]));
  sheet.setConditionalFormatRules(rules.flat());
  for (const address of Object.keys(notes)) range(address).setNote(notes[address]);
}

function addRadar(sheet: Sheet, at: Placing, framework: Framework): void {
  const { ranges, options } = design().summary.radar;
  const top = Math.max(...framework.skills.map((skill) => skill.level));
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.RADAR)
    .setNumHeaders(1)
    .setPosition(4, 7, 4, 0)
    .setOption('vAxis.maxValue', top);
  for (const address of ranges) chart.addRange(sheet.getRange(at(address)));
  for (const key of Object.keys(options)) chart.setOption(key, options[key]);
  sheet.insertChart(chart.build());
}
