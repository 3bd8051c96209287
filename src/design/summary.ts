// The tab Summary as it is set up, as data: the build writes it into a file that only setting up
// reads. It reads like a character sheet: who the person is, how far they are, what is missing,
// what comes next. Whoever reads Summary later goes by named ranges and headers, since people
// insert rows and columns.
//
// Addresses and formulas may name rows in brackets, since they depend on the framework:
// `[lastCompetency]`, `[nextSkills]`, `[directions]`, `[lastDirection]`, `[about]` and `[end]`,
// also with a distance such as `[about+5]`; and `[directionColumn]` is the last column of the tab
// Directions that may hold a direction. In a cell that is repeated down, `[row]` is its own row,
// and `[frameworkRow]` that of its competency in the tab Directions.

import { columnLetters } from '../layout/address';
import { SUMMARY_COLUMNS, type SummaryName } from '../layout/career-sheet';
import { DIRECTIONS } from '../layout/framework';
import { type Colours, PALETTE, SCORE_COLOURS, STATUS_COLOURS } from './palette';
import type { Style } from './style';
import * as formulas from './summary-formulas';

type Cells = Partial<Record<SummaryName, string>>;

export interface SummaryDesign {
  /** Pixels: a margin with the competency's emoji, the columns B to J, a margin. */
  widths: number[];
  /** Pixels by rows, such as `1:4`; later ones win. */
  heights: Record<string, number>;
  /** What stands in cells; a formula begins with `=`, and a range repeats its text in every cell. */
  cells: Record<string, string>;
  /** The cells that people type into. */
  fields: Cells;
  /** What the sheet says of itself; its version comes last, which makes it a career sheet. */
  about: Cells;
  results: Cells;
  competencyHeaders: string;
  styles: [Style, ...string[]][];
  merged: { across: string[]; down: string[]; all: string[] };
  framed: string;
  ruled: string[];
  line: string;
  colours: Record<string, Colours>;
  /** Dropdowns of what stands in other tabs: where, what, and what they say. */
  choices: [cells: string, from: string, help: string][];
  notes: Record<string, string>;
  radar: { ranges: string[]; options: Record<string, unknown> };
  warning: string;
  open: string;
}

const { accent, faint, ink, onAccent, onAccentFaint, paper } = PALETTE;

/** The tables share their columns, so that the long texts all stand in the wide one. */
const COMPETENCIES = {
  emoji: 'A16:A[lastCompetency]',
  name: 'B16:B[lastCompetency]',
  weight: 'C16:C[lastCompetency]',
  levelName: 'D16:D[lastCompetency]',
  self: 'E16:E[lastCompetency]',
  agreed: 'F16:F[lastCompetency]',
  missing: 'G16:G[lastCompetency]',
};
const NEXT_SKILLS_SHOWN = 5;

const FIRST_DIRECTION = `$${columnLetters(Object.keys(DIRECTIONS.columns).length + 1)}`;
const PLACES: formulas.Places = {
  levels: {
    selfScore: '$E$16:$E$[lastCompetency]',
    agreedScore: '$F$16:$F$[lastCompetency]',
  },
  weights: '$C$16:$C$[lastCompetency]',
  competencyWeights: '$B$16:$C$[lastCompetency]',
  directionNames: `${DIRECTIONS.tab}!${FIRST_DIRECTION}$1:$[directionColumn]$1`,
  directionColumns: `${DIRECTIONS.tab}!${FIRST_DIRECTION}:$[directionColumn]`,
  directionWeights: `${DIRECTIONS.tab}!${FIRST_DIRECTION}$2:$[directionColumn]$[lastCompetency-14]`,
};

export const SUMMARY: SummaryDesign = {
  widths: [34, 158, 66, 254, 74, 74, 78, 78, 78, 78, 20],
  heights: {
    '1:[end]': 25,
    '1:1': 50,
    '3:3': 8,
    '13:13': 12,
    '14:15': 32,
    '[nextSkills-3]:[nextSkills-3]': 12,
    '[nextSkills-2]:[nextSkills-1]': 32,
    '[directions-3]:[directions-3]': 12,
    '[directions-2]:[directions-1]': 32,
    '[nextSkills]:[nextSkills+4]': 40,
    '[about-1]:[about-1]': 40,
  },

  cells: {
    B1: 'Career Sheet',
    B2: 'Score each skill 0, 1 or 2 on the tab Assessment: your levels and progress follow.',
    G1: `=${formulas.frameworkLine()}`,
    G2: `=${formulas.statusLine()}`,

    B4: 'Character',
    ...down('B', 5, [
      'Person',
      'E-mail',
      "Manager's e-mail",
      'Current grade',
      'Direction',
      'Aspires to',
      'Round',
      'Status',
    ]),

    E4: 'Progress',
    E5: 'Self',
    F5: 'Agreed',
    E6: `=${formulas.progress(PLACES, 'selfScore')}`,
    F6: `=${formulas.progress(PLACES, 'agreedScore')}`,
    E8: `=${formulas.progressBar()}`,
    E9: `=${formulas.shareScored()}`,
    E10: `=${formulas.grade()}`,
    E11: `=${formulas.gradeWords()}`,

    B14: 'Competencies',
    ...across('15', [
      SUMMARY_COLUMNS.competency,
      SUMMARY_COLUMNS.weight,
      SUMMARY_COLUMNS.levelName,
      SUMMARY_COLUMNS.selfLevel,
      SUMMARY_COLUMNS.agreedLevel,
      SUMMARY_COLUMNS.nextLevel,
      SUMMARY_COLUMNS.pointsMissing,
      SUMMARY_COLUMNS.skillsAtZero,
      SUMMARY_COLUMNS.notScored,
    ]),
    [COMPETENCIES.emoji]: `=${formulas.fromDirections('emoji', '[frameworkRow]')}`,
    [COMPETENCIES.name]: `=${formulas.fromDirections('competency', '[frameworkRow]')}`,
    [COMPETENCIES.weight]: `=${formulas.weight('$B[row]', PLACES)}`,
    [COMPETENCIES.levelName]: `=${formulas.levelName('$E[row]', '$F[row]')}`,
    [COMPETENCIES.self]: `=${formulas.level('$B[row]', 'selfScore')}`,
    [COMPETENCIES.agreed]: `=${formulas.level('$B[row]', 'agreedScore')}`,
    [COMPETENCIES.missing]: `=${formulas.gap('$B[row]')}`,

    'B[nextSkills-2]': 'Next skills',
    'D[nextSkills-2]': 'What moves your progress most for the fewest points.',
    ...across('[nextSkills-1]', [
      'Competency',
      'Next level',
      'Skill',
      'Score now',
      'Score wanted',
      'Progress gained',
    ]),
    'B[nextSkills]': `=${formulas.nextSkills(PLACES, NEXT_SKILLS_SHOWN)}`,

    'B[directions-2]': 'Every direction',
    'D[directions-2]': 'How far the same levels carry in each direction.',
    ...across('[directions-1]', ['Direction', '', 'Progress', 'Self', 'Agreed']),
    'B[directions]': `=${formulas.directions(PLACES)}`,
    'E[directions]': `=${formulas.progressByDirection(PLACES, 'selfScore')}`,
    'F[directions]': `=${formulas.progressByDirection(PLACES, 'agreedScore')}`,
    'C[directions]:C[lastDirection]': `=${formulas.directionMark('$B[row]')}`,
    'D[directions]:D[lastDirection]': `=${formulas.directionBar('$B[row]', '$E[row]', '$F[row]')}`,

    'B[about-1]': 'About this sheet',
    'B[about]': 'Framework',
    'B[about+1]': 'Version',
    'B[about+2]': 'Framework id',
    'B[about+3]': 'Layout',
    'B[about+4]': 'Template',
    'B[about+5]': 'This file',
  },

  fields: {
    person: 'C5',
    email: 'C6',
    managerEmail: 'C7',
    currentGrade: 'C8',
    direction: 'C9',
    aspiredDirection: 'C10',
    round: 'C11',
    status: 'C12',
  },
  results: { selfProgress: 'E6', agreedProgress: 'F6', grade: 'E10' },
  about: {
    frameworkName: 'C[about]',
    frameworkVersion: 'C[about+1]',
    frameworkId: 'C[about+2]',
    templateId: 'C[about+4]',
    fileId: 'C[about+5]',
    layoutVersion: 'C[about+3]',
  },
  competencyHeaders: 'B15:J15',

  styles: [
    [{ background: paper, colour: ink, size: 10, middle: true }, 'A1:K[end]'],
    [{ background: accent, colour: onAccentFaint }, 'A1:K2'],
    [{ size: 22, bold: true, colour: onAccent }, 'B1'],
    [
      { size: 13, bold: true, colour: accent },
      ...['B4', 'E4', 'B14', 'B[nextSkills-2]', 'B[directions-2]', 'B[about-1]'],
    ],
    [
      { size: 9, colour: faint },
      ...['B5:B12', 'E5:F5', 'E9', 'E11', 'D[nextSkills-2]', 'D[directions-2]'],
      ...['C[directions]:C[lastDirection]', 'B[about]:C[about+5]'],
    ],
    [
      { background: PALETTE.header, size: 9, bold: true, wrap: true },
      ...['B15:J15', 'B[nextSkills-1]:J[nextSkills-1]', 'B[directions-1]:J[directions-1]'],
    ],
    [{ background: PALETTE.input }, 'C5:D12'],
    [{ size: 24, bold: true, format: '0.00' }, 'E6:F6'],
    [{ colour: accent }, 'E6:F8', COMPETENCIES.levelName, 'D[directions]:D[lastDirection]'],
    [{ bold: true }, 'E10', COMPETENCIES.name, 'E16:F[lastCompetency]'],
    [{ format: '0%' }, COMPETENCIES.weight],
    [{ format: '0.00' }, 'E[directions]:F[lastDirection]'],
    [{ format: '+0.00' }, 'G[nextSkills]:G[nextSkills+4]'],
    [{ wrap: true }, 'E8:F12', 'D[nextSkills]:D[nextSkills+4]'],
    [{ size: 8 }, 'E11'],
    [
      { align: 'center' },
      ...['E5:F12', 'C15:C[lastCompetency]', 'E15:J[lastCompetency]', COMPETENCIES.emoji],
      ...['C[nextSkills-1]:C[nextSkills+4]', 'E[nextSkills-1]:G[nextSkills+4]'],
      ...['C[directions]:C[lastDirection]', 'E[directions-1]:F[lastDirection]'],
    ],
    [{ align: 'left' }, 'C5:C12', 'C[about]:C[about+5]'],
    [{ align: 'right' }, 'G1:G2'],
  ],

  merged: {
    across: ['G1:J2', 'C5:D12', 'E8:F10', 'C[about]:D[about+5]'],
    down: ['E6:F7'],
    all: ['E11:F12'],
  },
  framed: 'C5:D12',
  ruled: [
    'B16:J[lastCompetency]',
    'B[nextSkills]:J[nextSkills+4]',
    'B[directions]:J[lastDirection-3]',
  ],
  line: PALETTE.line,
  colours: { C12: STATUS_COLOURS, 'E[nextSkills]:F[nextSkills+4]': SCORE_COLOURS },

  choices: [
    [
      'C9:C10',
      `${DIRECTIONS.tab}!${FIRST_DIRECTION}$1:$[directionColumn]$1`,
      `Choose a direction of the tab ${DIRECTIONS.tab}.`,
    ],
  ],
  notes: {
    B9: 'What you pursue: it weighs the competencies.',
    B12: 'Draft while you score; Submitted when your manager may look; In review while the two of you agree; Recorded when the outcome is written.',
    E5: 'The average of your levels, weighted by your direction.',
    F5: 'The same from the agreed scores, once the review is open.',
    E15: 'A level is reached when every skill on it is scored, none is 0, nearly all are 2, and the level before is reached.',
    H15: 'The fewest points to the next level: raising a score by one costs one point, a blank counts as 0.',
    'G[nextSkills-1]':
      'What the whole step adds to your progress, together with the other skills of that step.',
    'C[directions-1]': 'Your direction now, and the one you aspire to.',
  },

  radar: {
    ranges: ['B15:B[lastCompetency]', 'E15:F[lastCompetency]'],
    options: {
      width: 306,
      height: 220,
      title: '',
      'legend.position': 'bottom',
      backgroundColor: paper,
      colors: [accent, PALETTE.agreed],
      'vAxis.minValue': 0,
    },
  },
  warning: 'Summary works by formulas; the light blue cells are for typing.',
  open: 'C5:D12',
};

/** Cells of a column, one below the other. */
function down(column: string, first: number, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [`${column}${first + index}`, text]));
}

/** Cells of a row, from column B on. */
function across(row: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text, index) => [`${columnLetters(2 + index)}${row}`, text]),
  );
}
