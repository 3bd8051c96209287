// How Summary looks: colours, sizes, lines, the radar, and the notes that explain.

import type { Framework } from '../framework/framework';
import { SUMMARY_COLUMNS } from '../layout/career-sheet';
import { coloursOf } from './cell-rules';
import { addressOf } from './cells';
import { PALETTE, SCORE_COLOURS, STATUS_COLOURS } from './palette';
import { style } from './style';
import {
  ABOUT,
  AGREED,
  BAR_ROW,
  COMPETENCY_HEADER,
  COMPETENCY_HEADERS,
  EMOJI,
  FIELD_ROW,
  FIELDS,
  GRADE_ROW,
  LAST,
  NAME,
  NEXT_SKILLS_SHOWN,
  PROGRESS_ROW,
  type Rows,
  SELF,
  SHARE_ROW,
  SIDE,
  SPARE_DIRECTIONS,
  VALUE,
  WIDE,
  WIDTHS,
} from './summary-places';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Dresses the tab once it is filled. */
export function dress(sheet: Sheet, rows: Rows, framework: Framework): void {
  paint(sheet, rows);
  joinCells(sheet, rows);
  drawLines(sheet, rows);
  setHeights(sheet, rows);
  colour(sheet, rows);
  explain(sheet, rows);
  addRadar(sheet, rows, framework);
}

function paint(sheet: Sheet, { competencies, nextSkills, directions, about, end }: Rows): void {
  const { accent, faint, ink, onAccent, onAccentFaint, paper } = PALETTE;
  const body = ([first, last]: readonly [number, number], column: number, columns = 1) =>
    addressOf(first, column, last - first + 1, columns);
  const header = (row: number) => addressOf(row, NAME, 1, LAST - NAME + 1);
  const titles = [COMPETENCY_HEADER - 1, nextSkills[0] - 2, directions[0] - 2, about - 1];

  style(sheet, [addressOf(1, 1, end, WIDTHS.length)], {
    background: paper,
    colour: ink,
    size: 10,
    middle: true,
  });
  style(sheet, [addressOf(1, 1, 2, WIDTHS.length)], { background: accent, colour: onAccentFaint });
  style(sheet, [addressOf(1, NAME)], { size: 22, bold: true, colour: onAccent });
  style(
    sheet,
    [...titles, FIELD_ROW - 1]
      .map((row) => addressOf(row, NAME))
      .concat(addressOf(FIELD_ROW - 1, SELF)),
    { size: 13, bold: true, colour: accent },
  );
  style(
    sheet,
    [
      addressOf(FIELD_ROW, NAME, FIELDS.length),
      addressOf(FIELD_ROW, SELF, 1, 2),
      addressOf(SHARE_ROW, SELF),
      addressOf(GRADE_ROW + 1, SELF),
      addressOf(nextSkills[0] - 2, WIDE),
      addressOf(directions[0] - 2, WIDE),
      body(directions, VALUE),
      addressOf(about, NAME, ABOUT.length, 2),
    ],
    { size: 9, colour: faint },
  );
  style(sheet, [COMPETENCY_HEADER, nextSkills[0] - 1, directions[0] - 1].map(header), {
    background: PALETTE.header,
    size: 9,
    bold: true,
    wrap: true,
  });

  style(sheet, [addressOf(FIELD_ROW, VALUE, FIELDS.length, 2)], { background: PALETTE.input });
  style(sheet, [addressOf(PROGRESS_ROW, SELF, 1, 2)], { size: 24, bold: true, format: '0.00' });
  style(
    sheet,
    [
      addressOf(PROGRESS_ROW, SELF, BAR_ROW - PROGRESS_ROW + 1, 2),
      body(competencies, WIDE),
      body(directions, WIDE),
    ],
    { colour: accent },
  );
  style(
    sheet,
    [addressOf(GRADE_ROW, SELF), body(competencies, NAME), body(competencies, SELF, 2)],
    {
      bold: true,
    },
  );
  style(sheet, [body(competencies, VALUE)], { format: '0%' });
  style(sheet, [body(directions, SELF, 2)], { format: '0.00' });
  style(sheet, [body(nextSkills, SIDE)], { format: '+0.00' });
  style(sheet, [addressOf(BAR_ROW, SELF, FIELDS.length - 3, 2), body(nextSkills, WIDE)], {
    wrap: true,
  });
  style(sheet, [addressOf(GRADE_ROW + 1, SELF)], { size: 8 });

  const height = competencies[1] - COMPETENCY_HEADER + 1;
  style(
    sheet,
    [
      addressOf(FIELD_ROW, SELF, FIELDS.length, 2),
      addressOf(COMPETENCY_HEADER, VALUE, height),
      addressOf(COMPETENCY_HEADER, SELF, height, LAST - SELF + 1),
      addressOf(nextSkills[0] - 1, VALUE, NEXT_SKILLS_SHOWN + 1),
      addressOf(nextSkills[0] - 1, SELF, NEXT_SKILLS_SHOWN + 1, 3),
      addressOf(directions[0] - 1, SELF, directions[1] - directions[0] + 2, 2),
      body(directions, VALUE),
      body(competencies, EMOJI),
    ],
    { align: 'center' },
  );
  style(
    sheet,
    [addressOf(FIELD_ROW, VALUE, FIELDS.length), addressOf(about, VALUE, ABOUT.length)],
    { align: 'left' },
  );
  style(sheet, [addressOf(1, SIDE, 2)], { align: 'right' });
}

function joinCells(sheet: Sheet, { about }: Rows): void {
  sheet.getRange(1, SIDE, 2, LAST - SIDE + 1).mergeAcross();
  sheet.getRange(FIELD_ROW, VALUE, FIELDS.length, 2).mergeAcross();
  sheet.getRange(PROGRESS_ROW, SELF, BAR_ROW - PROGRESS_ROW, 2).mergeVertically();
  sheet.getRange(BAR_ROW, SELF, GRADE_ROW - BAR_ROW + 1, 2).mergeAcross();
  sheet.getRange(GRADE_ROW + 1, SELF, 2, 2).merge();
  sheet.getRange(about, VALUE, ABOUT.length, 2).mergeAcross();
}

/** A frame around what people type, a line below each row of the tables. */
function drawLines(sheet: Sheet, { competencies, nextSkills, directions }: Rows): void {
  const { SOLID } = SpreadsheetApp.BorderStyle;
  sheet
    .getRange(FIELD_ROW, VALUE, FIELDS.length, 2)
    .setBorder(true, true, true, true, true, true, PALETTE.line, SOLID);
  const filled = [directions[0], directions[1] - SPARE_DIRECTIONS];
  for (const [first, last] of [competencies, nextSkills, filled]) {
    sheet
      .getRange(first, NAME, last - first + 1, LAST - NAME + 1)
      .setBorder(null, null, true, null, null, true, PALETTE.line, SOLID);
  }
}

function setHeights(
  sheet: Sheet,
  { competencies, nextSkills, directions, about, end }: Rows,
): void {
  sheet.setRowHeights(1, end, 25);
  sheet.setRowHeight(1, 50);
  sheet.setRowHeight(3, 8);
  for (const [first] of [competencies, nextSkills, directions]) {
    sheet.setRowHeight(first - 3, 12);
    sheet.setRowHeights(first - 2, 2, 32);
  }
  sheet.setRowHeights(nextSkills[0], NEXT_SKILLS_SHOWN, 40);
  sheet.setRowHeight(about - 1, 40);
}

function colour(sheet: Sheet, { nextSkills }: Rows): void {
  const status = sheet.getRange(FIELD_ROW + FIELDS.length - 1, VALUE);
  const scores = sheet.getRange(nextSkills[0], SELF, NEXT_SKILLS_SHOWN, 2);
  sheet.setConditionalFormatRules([
    ...coloursOf(status, STATUS_COLOURS),
    ...coloursOf(scores, SCORE_COLOURS),
  ]);
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
