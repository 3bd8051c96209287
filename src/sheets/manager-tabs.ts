// The tabs Team, Preparation, Rollup, Queue, Ledger and Run log of a manager workbook, empty.

import { SCORE_COLOURS, STATUS_COLOURS, TURN_COLOURS } from '../design/palette';
import type { Framework } from '../framework/framework';
import { DIRECTIONS, FRAMEWORK, GRADES } from '../layout/framework';
import {
  LEDGER,
  levelKey,
  PREPARATION,
  QUEUE,
  type RollupKey,
  RUN_LOG,
  rollupOf,
  TEAM,
} from '../layout/manager-workbook';
import type { TabLayout } from '../layout/tab';
import { coloursOf, oneOf, oneOfRange, suggestionsFrom } from './cell-rules';
import { columnLetters } from './cells';
import { directionColumns } from './framework-tabs';
import { addTab, columnsOf, warnBeforeEdits } from './new-tab';
import { sheetOf } from './table';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const PEOPLE_ROWS = 200;
const PREPARATION_ROWS = 500;
const LEDGER_ROWS = 200;
const RUN_ROWS = 100;

const DATE = 'yyyy-mm-dd';
const TIME = 'yyyy-mm-dd hh:mm';
const PROGRESS = '0.00';

interface Colours {
  background?: string;
  text: string;
}

const PROBLEM: Colours = { background: '#f9e3df', text: '#7a2e1f' };
const HELD: Colours = { background: '#fbe9bd', text: '#6b4e00' };
const RISEN: Colours = { text: '#1e5631' };
const FALLEN: Colours = { text: '#7a2e1f' };

export function addTeam(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, TEAM, {
    widths: {
      name: 180,
      email: 210,
      managerEmail: 210,
      direction: 180,
      currentGrade: 140,
      startDate: 100,
      link: 320,
      branch: 320,
    },
    rows: PEOPLE_ROWS,
  });
  const body = bodyOf(sheet, TEAM, PEOPLE_ROWS);
  oneLineEach(sheet, PEOPLE_ROWS);
  body('startDate')
    .setNumberFormat(DATE)
    .setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireDate()
        .setAllowInvalid(false)
        .setHelpText('A date, such as 2026-12-31.')
        .build(),
    );
  explain(sheet, TEAM, {
    email:
      'Says whose outcomes count: the e-mail on the Summary of the career sheet must be the same.',
    managerEmail:
      'An outcome that somebody else recorded is held in Ledger until you confirm it in the sidebar.',
    link: 'The address of the career sheet, its id, a link, or a file chip. The person shares the sheet with you.',
    branch:
      'Of a manager: the address of their branch file, which brings in everybody below them. Their own rollup writes it.',
  });
}

export function addPreparation(spreadsheet: Spreadsheet, { scale }: Framework): void {
  const sheet = addTab(spreadsheet, PREPARATION, {
    widths: {
      email: 210,
      skillId: 80,
      competency: 150,
      level: 60,
      skill: 420,
      score: 70,
      note: 360,
    },
    rows: PREPARATION_ROWS,
  });
  const body = bodyOf(sheet, PREPARATION, PREPARATION_ROWS);
  body('score')
    .setHorizontalAlignment('center')
    .setDataValidation(
      oneOf(
        ['0', '1', '2', 'n/a'],
        `0 ${scale[0]}; 1 ${scale[1]}; 2 ${scale[2]}; n/a no opportunity yet.`,
      ),
    );
  sheet.setConditionalFormatRules(coloursOf(body('score'), SCORE_COLOURS));
  explain(sheet, PREPARATION, {
    email:
      'Your private view before a review: nothing of this tab goes into a career sheet by itself.',
    skillId:
      'Id, competency, level and skill stand side by side in the tab Framework: copy them from there.',
  });
}

/** The dropdowns that offer what stands in other tabs; all tabs must be there. */
export function offerChoices(spreadsheet: Spreadsheet, framework: Framework): void {
  const listOf = <Key extends string>(layout: TabLayout<Key>, key: Key) => {
    const sheet = sheetOf(spreadsheet, layout.tab);
    return sheet.getRange(2, columnsOf(layout)[key], sheet.getMaxRows() - 1, 1);
  };
  const [first, last] = directionColumns(framework);
  const directions = sheetOf(spreadsheet, DIRECTIONS.tab);
  listOf(TEAM, 'direction').setDataValidation(
    oneOfRange(
      directions.getRange(1, first, 1, last - first + 1),
      'What the person pursues: one of the headers of the tab Directions.',
    ),
  );
  if (framework.grades.length > 0) {
    listOf(TEAM, 'currentGrade').setDataValidation(
      suggestionsFrom(listOf(GRADES, 'grade'), 'The grade that the person holds today.'),
    );
  }
  listOf(PREPARATION, 'email').setDataValidation(
    oneOfRange(listOf(TEAM, 'email'), 'The e-mail of a person in Team.'),
  );
  listOf(PREPARATION, 'skillId').setDataValidation(
    oneOfRange(listOf(FRAMEWORK, 'id'), 'The id of a skill in the tab Framework.'),
  );
}

export function addRollup(spreadsheet: Spreadsheet, framework: Framework): void {
  const layout = rollupOf(framework.competencies);
  const levels = framework.competencies.map(({ id }) => levelKey(id));
  const widths: Record<RollupKey, number> = {
    ...Object.fromEntries(levels.map((key) => [key, 112])),
    name: 160,
    email: 200,
    managerEmail: 200,
    status: 96,
    shareScored: 74,
    round: 76,
    direction: 160,
    progress: 78,
    change: 70,
    selfProgress: 78,
    raised: 66,
    lowered: 66,
    currentGrade: 120,
    grade: 120,
    differsSince: 96,
    startDate: 96,
    branch: 160,
    checkedAt: 124,
    problem: 560,
    seal: 120,
  };
  const sheet = addTab(spreadsheet, layout, { widths, rows: PEOPLE_ROWS });
  sheet.setFrozenColumns(1);
  sheet.hideColumns(columnsOf(layout).seal);
  const body = bodyOf(sheet, layout, PEOPLE_ROWS);
  oneLineEach(sheet, PEOPLE_ROWS);
  body('problem').setWrap(true);
  body('shareScored').setNumberFormat('0%');
  for (const key of ['progress', 'selfProgress'] as const) body(key).setNumberFormat(PROGRESS);
  body('change').setNumberFormat('+0.00;-0.00;0.00');
  body('checkedAt').setNumberFormat(TIME);
  for (const key of ['differsSince', 'startDate'] as const) body(key).setNumberFormat(DATE);
  const cell = firstCellsOf(layout);
  const centred: RollupKey[] = ['status', 'shareScored', 'round', 'raised', 'lowered'];
  for (const key of [...centred, ...levels]) body(key).setHorizontalAlignment('center');
  body('progress').setFontWeight('bold');
  sheet.setConditionalFormatRules([
    ...coloursOf(body('status'), STATUS_COLOURS),
    coloured(`=${cell('problem')}<>""`, [body('name'), body('problem')], PROBLEM),
    coloured(`=(${cell('change')}<>"")*(${cell('change')}>0)`, [body('change')], RISEN),
    coloured(`=(${cell('change')}<>"")*(${cell('change')}<0)`, [body('change')], FALLEN),
  ]);
  explain(sheet, layout, {
    status: 'Where the review stands in the career sheet.',
    shareScored: 'How many of all skills are scored, with 0, 1, 2 or n/a.',
    round: 'The round of the last outcome; all columns up to Lowered are of that outcome.',
    progress:
      'Computed here, by the published framework, from the agreed scores of the last outcome.',
    change: 'Progress minus that of the outcome before.',
    selfProgress: 'Progress by the scores that the person gave.',
    raised: 'Skills agreed above the self score.',
    lowered: 'Skills agreed below the self score.',
    grade:
      'The highest grade that direction and progress permit. It is never an automatic promotion.',
    differsSince: 'Since when the current grade and the grade permitted have differed.',
    branch: 'The branch file that the row came from; blank for a row of Team.',
    checkedAt:
      'When the career sheet was last read: one that did not change since is not read again. For somebody in a branch, when the branch was written that last said something new of them.',
    problem: 'What is wrong, and what to do. A row with a problem keeps its last good values.',
    seal: 'What the row was made from. Blank, or not what it would be now: the sheet is read again.',
  });
  warnBeforeEdits(sheet, 'The rollup writes this tab.');
}

export function addQueue(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, QUEUE, {
    widths: {
      place: 60,
      name: 160,
      email: 200,
      managerEmail: 200,
      turn: 84,
      waitsFor: 160,
      status: 96,
      late: 96,
      graceUntil: 96,
      movedFrom: 200,
      problem: 560,
    },
    rows: PEOPLE_ROWS,
    centred: ['place', 'turn', 'status', 'late', 'graceUntil'],
  });
  sheet.setFrozenColumns(2);
  const body = bodyOf(sheet, QUEUE, PEOPLE_ROWS);
  oneLineEach(sheet, PEOPLE_ROWS);
  body('problem').setWrap(true);
  for (const key of ['late', 'graceUntil'] as const) body(key).setNumberFormat(DATE);
  const cell = firstCellsOf(QUEUE);
  sheet.setConditionalFormatRules([
    ...coloursOf(body('turn'), TURN_COLOURS),
    ...coloursOf(body('status'), STATUS_COLOURS),
    coloured(`=${cell('late')}<>""`, [body('late')], PROBLEM),
    coloured(`=${cell('problem')}<>""`, [body('name'), body('problem')], PROBLEM),
  ]);
  explain(sheet, QUEUE, {
    place:
      'Managers come before their reports, row of the organisation by row. The rollup sorts by it.',
    turn: 'Now: the manager’s own outcome of this round is recorded. Waiting: it is not yet. Grace: started lately. Done: recorded.',
    waitsFor: 'Whose outcome comes first.',
    late: 'The day in Settings that has passed: until then the self-assessment was due, or the review.',
    graceUntil: 'From that day on the person is to be reviewed: see Months of grace in Settings.',
    movedFrom: 'The manager named in the last outcome, where Team names another one.',
    problem: 'What is wrong with the managers’ e-mails, and what to do.',
  });
  warnBeforeEdits(sheet, 'The rollup writes this tab.');
}

export function addLedger(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, LEDGER, {
    widths: {
      id: 110,
      recordedAt: 170,
      recordedBy: 190,
      person: 150,
      email: 200,
      managerEmail: 200,
      round: 76,
      frameworkId: 100,
      frameworkVersion: 90,
      direction: 160,
      currentGrade: 84,
      levels: 160,
      progress: 78,
      selfProgress: 78,
      raised: 66,
      lowered: 66,
      selfScores: 160,
      agreedScores: 160,
      agrees: 76,
      replaces: 110,
      gatheredAt: 124,
      held: 320,
      confirmedBy: 190,
      branch: 160,
    },
    rows: LEDGER_ROWS,
  });
  const body = bodyOf(sheet, LEDGER, LEDGER_ROWS);
  oneLineEach(sheet, LEDGER_ROWS);
  for (const key of ['progress', 'selfProgress'] as const) body(key).setNumberFormat(PROGRESS);
  body('gatheredAt').setNumberFormat(TIME);
  const cell = firstCellsOf(LEDGER);
  const isHeld = `=(${cell('held')}<>"")*(${cell('confirmedBy')}="")`;
  sheet.setConditionalFormatRules([
    coloured(isHeld, [sheet.getRange(2, 1, LEDGER_ROWS, sheet.getMaxColumns())], HELD),
  ]);
  explain(sheet, LEDGER, {
    id: 'Every outcome ever gathered, once each. Rows are added and never changed.',
    held: 'Why the outcome does not count yet: confirm it in the sidebar of Career Sheet Manager.',
    confirmedBy: 'Who said that a held outcome counts.',
    branch: 'The branch file that it came from; blank when it was read in the career sheet.',
  });
  warnBeforeEdits(sheet, 'The ledger: outcomes as they were recorded, never edited.');
}

export function addRunLog(spreadsheet: Spreadsheet): void {
  const sheet = addTab(spreadsheet, RUN_LOG, {
    widths: {
      started: 140,
      ended: 140,
      by: 220,
      read: 110,
      skipped: 150,
      problems: 100,
      branch: 420,
    },
    rows: RUN_ROWS,
  });
  const body = bodyOf(sheet, RUN_LOG, RUN_ROWS);
  for (const key of ['started', 'ended'] as const) body(key).setNumberFormat(`${TIME}:ss`);
  explain(sheet, RUN_LOG, {
    read: 'Career sheets that could be read.',
    problems: 'Rows with a problem: see the last column of Rollup.',
    branch: 'Why the branch file that Settings names was not brought up to date.',
  });
  warnBeforeEdits(sheet, 'Each run of the rollup adds a row.');
}

/** Cuts off what is too long for its column, such as an address or the scores of a hundred skills. */
function oneLineEach(sheet: Sheet, rows: number): void {
  sheet.getRange(2, 1, rows, sheet.getMaxColumns()).setWrap(false).setVerticalAlignment('middle');
}

/** Gives the cells below a header. */
function bodyOf<Key extends string>(sheet: Sheet, layout: TabLayout<Key>, rows: number) {
  const column = columnsOf(layout);
  return (key: Key) => sheet.getRange(2, column[key], rows, 1);
}

/** Gives the address of the first cell below a header, its column fixed, for rules over whole rows. */
function firstCellsOf<Key extends string>(layout: TabLayout<Key>) {
  const column = columnsOf(layout);
  return (key: Key) => `$${columnLetters(column[key])}2`;
}

function explain<Key extends string>(
  sheet: Sheet,
  layout: TabLayout<Key>,
  notes: Partial<Record<Key, string>>,
): void {
  const keys = Object.keys(layout.columns) as Key[];
  sheet.getRange(1, 1, 1, keys.length).setNotes([keys.map((key) => notes[key] ?? '')]);
}

function coloured(formula: string, ranges: Range[], { background, text }: Colours) {
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setFontColor(text)
    .setRanges(ranges);
  return (background ? rule.setBackground(background) : rule).build();
}
