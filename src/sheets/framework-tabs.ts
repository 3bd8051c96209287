// A framework as the tabs Framework, Directions, Levels and Grades of a workbook, and back.

import type { Framework, GradeRow } from '../framework/framework';
import { type Cell, type FrameworkIdentity, type FrameworkTabs, readTabs } from '../framework/tabs';
import {
  DIRECTIONS,
  FRAMEWORK,
  FRAMEWORK_NAMES,
  GRADES,
  LEVELS,
  SPARE_DIRECTIONS,
} from '../layout/framework';
import { keysOf } from '../layout/tab';
import { isDate } from '../rules/cell';
import { addDesigned, writeBlock } from './new-tab';
import { sheetOf } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const SPARE_ROWS = 20;

/** Adds the four tabs, filled, behind the others; edits of them ask first. */
export function addFrameworkTabs(spreadsheet: Spreadsheet, framework: Framework): void {
  addFrameworkTab(spreadsheet, framework);
  addDirectionsTab(spreadsheet, framework);
  addLevelsTab(spreadsheet, framework);
  addGradesTab(spreadsheet, framework.grades);
}

/**
 * The framework that the four tabs hold, in four reads.
 * Throws a sentence that names the cell when something in them is no part of a framework.
 */
export function readFramework(spreadsheet: Spreadsheet, identity: FrameworkIdentity): Framework {
  const { framework, problems } = readTabs(frameworkTabs(spreadsheet), identity);
  if (problems.length > 0) throw new Error(problems[0].text);
  return framework;
}

/** The four tabs as they are. */
export function frameworkTabs(spreadsheet: Spreadsheet): FrameworkTabs {
  const grids: FrameworkTabs['grids'] = {};
  for (const { tab } of [FRAMEWORK, DIRECTIONS, LEVELS, GRADES]) {
    const values: unknown[][] = sheetOf(spreadsheet, tab).getDataRange().getValues();
    grids[tab] = values.map((row) =>
      row.map((value) => (isDate(value) ? textOf(value, spreadsheet) : (value as Cell))),
    );
  }
  const at = (name: string) => {
    const range = spreadsheet.getRangeByName(name);
    const isThere = range && range.getSheet().getName() === LEVELS.tab;
    return isThere ? { row: range.getRow(), column: range.getColumn() } : null;
  };
  const { rule, description, source } = FRAMEWORK_NAMES;
  return { grids, cells: { rule: at(rule), description: at(description), source: at(source) } };
}

/** The first and the last column of Directions that hold a direction, or are free for one. */
export function directionColumns({ directions }: Framework): readonly [number, number] {
  const first = Object.keys(DIRECTIONS.columns).length + 1;
  return [first, first + directions.length + SPARE_DIRECTIONS - 1];
}

function addFrameworkTab(spreadsheet: Spreadsheet, { competencies, skills }: Framework): void {
  const nameOf = new Map(competencies.map(({ id, name }) => [id, name]));
  const sheet = addDesigned(spreadsheet, FRAMEWORK, { rows: skills.length + SPARE_ROWS });
  writeBlock(
    sheet.getRange(2, 1, skills.length, 5),
    skills.map(({ id, competency, level, text, looksLike }) => [
      id,
      nameOf.get(competency) ?? competency,
      level,
      text,
      looksLike,
    ]),
  );
}

function addDirectionsTab(spreadsheet: Spreadsheet, framework: Framework): void {
  const { competencies, directions } = framework;
  const sheet = addDesigned(spreadsheet, DIRECTIONS, {
    rows: competencies.length + SPARE_ROWS,
    more: [...directions.map(({ name }) => name), ...Array(SPARE_DIRECTIONS).fill('')].map(
      (header) => ({ header, width: 120 }),
    ),
  });
  const [first, last] = directionColumns(framework);
  sheet
    .getRange(2, first, competencies.length, last - first + 1)
    .setNumberFormat('0%')
    .setHorizontalAlignment('center');
  writeBlock(
    sheet.getRange(2, 1, competencies.length, first - 1 + directions.length),
    competencies.map(({ id, name, emoji, about }) => [
      id,
      name,
      emoji,
      about,
      ...directions.map(({ weights }) => (weights[id] ?? 0) / 100),
    ]),
  );
}

function addLevelsTab(spreadsheet: Spreadsheet, framework: Framework): void {
  const { levels, scale, rule, description, source } = framework;
  const sheet = addDesigned(spreadsheet, LEVELS, {
    rows: Math.max(levels.length, 4) + SPARE_ROWS,
  });
  const meanings = [
    [0, scale[0]],
    [1, scale[1]],
    [2, scale[2]],
    ['n/a', 'no opportunity yet'],
  ];
  const facts = [
    ['Level rule', rule],
    ['About', description],
    ['Source', source],
  ];
  const rows = Array.from({ length: Math.max(levels.length, meanings.length) }, (_, index) => [
    ...(index < levels.length ? [index, levels[index]] : ['', '']),
    ...(meanings[index] ?? ['', '']),
    '',
    ...(facts[index] ?? ['', '']),
  ]);
  writeBlock(sheet.getRange(2, 1, rows.length, rows[0].length), rows);
  const value = (row: number) => sheet.getRange(row, rows[0].length);
  value(2).setHorizontalAlignment('left');
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.rule, value(2));
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.description, value(3));
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.source, value(4));
}

function addGradesTab(spreadsheet: Spreadsheet, grades: readonly GradeRow[]): void {
  const sheet = addDesigned(spreadsheet, GRADES, { rows: grades.length + SPARE_ROWS });
  if (grades.length > 0) {
    writeBlock(
      sheet.getRange(2, 1, grades.length, 5),
      grades.map((grade) => keysOf(GRADES).map((key) => grade[key])),
    );
  }
}
