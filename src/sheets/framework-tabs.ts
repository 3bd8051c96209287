// A framework as the tabs Framework, Directions, Levels and Grades of a workbook, and back.

import type { Competency, Direction, Framework, GradeRow, Skill } from '../framework/framework';
import { DIRECTIONS, FRAMEWORK, FRAMEWORK_NAMES, GRADES, LEVELS } from '../layout/framework';
import { isBlank, numberIn, shown } from '../rules/cell';
import { NamedCells } from './named-cells';
import { addTab, warnBeforeEdits, writeBlock } from './new-tab';
import { type Row, Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What of a framework stands in Summary or Settings, not in these tabs. */
export type FrameworkIdentity = Pick<Framework, 'id' | 'name' | 'version'>;

/** Columns of Directions that stay free for directions to come. */
const SPARE_DIRECTIONS = 3;
const SPARE_ROWS = 20;

/** Adds the four tabs, filled, behind the others; edits of them ask first. */
export function addFrameworkTabs(spreadsheet: Spreadsheet, framework: Framework): void {
  addFrameworkTab(spreadsheet, framework);
  addDirectionsTab(spreadsheet, framework);
  addLevelsTab(spreadsheet, framework);
  addGradesTab(spreadsheet, framework.grades);
}

/**
 * The framework that the four tabs hold, in five reads.
 * Throws a sentence that names the cell when something in them is no part of a framework.
 */
export function readFramework(spreadsheet: Spreadsheet, identity: FrameworkIdentity): Framework {
  const text = (value: unknown) => textOf(value, spreadsheet);
  const directions = Table.open(spreadsheet, DIRECTIONS);
  const competencies = directions.rows.map(
    (row): Competency => ({
      id: text(row.get('competencyId')),
      name: text(row.get('competency')),
      emoji: text(row.get('emoji')),
      about: text(row.get('about')),
    }),
  );

  const skills = Table.open(spreadsheet, FRAMEWORK);
  const levels = Table.open(spreadsheet, LEVELS);
  const about = NamedCells.read(spreadsheet, LEVELS.tab, FRAMEWORK_NAMES);
  const label = (score: number) =>
    text(levels.rows.find((row) => text(row.get('score')) === String(score))?.get('label'));
  const grades = Table.open(spreadsheet, GRADES);

  return {
    ...identity,
    description: text(about.get('description')),
    source: text(about.get('source')),
    levels: levels.rows.map((row) => text(row.get('name'))).filter((name) => name !== ''),
    scale: { 0: label(0), 1: label(1), 2: label(2) },
    rule: numberIn(about.get('rule')) ?? text(about.get('rule')),
    competencies,
    directions: directionsOf(directions, competencies),
    grades: grades.rows.map(
      (row): GradeRow => ({
        direction: text(row.get('direction')),
        from: numberOf(grades, row, 'from'),
        to: numberOf(grades, row, 'to'),
        grade: text(row.get('grade')),
        jobTitle: text(row.get('jobTitle')),
      }),
    ),
    skills: skills.rows.map((row): Skill => {
      const name = text(row.get('competency'));
      const competency = competencies.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!competency) {
        throw new Error(
          `${skills.address(row, 'competency')} holds ${shown(row.get('competency'))}, which is no competency of the tab “${DIRECTIONS.tab}”: write it as it stands there.`,
        );
      }
      return {
        id: text(row.get('id')),
        competency: competency.id,
        level: numberOf(skills, row, 'level'),
        text: text(row.get('skill')),
        looksLike: text(row.get('looksLike')),
      };
    }),
  };
}

/** The first and the last column of Directions that hold a direction, or are free for one. */
export function directionColumns({ directions }: Framework): readonly [number, number] {
  const first = Object.keys(DIRECTIONS.columns).length + 1;
  return [first, first + directions.length + SPARE_DIRECTIONS - 1];
}

function addFrameworkTab(spreadsheet: Spreadsheet, { competencies, skills }: Framework): void {
  const nameOf = new Map(competencies.map(({ id, name }) => [id, name]));
  const sheet = addTab(spreadsheet, FRAMEWORK, {
    widths: { id: 70, competency: 150, level: 60, skill: 420, looksLike: 520 },
    rows: skills.length + SPARE_ROWS,
    centred: ['level'],
  });
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
  warnBeforeEdits(sheet, 'The framework: Assessment was made from it.');
}

function addDirectionsTab(spreadsheet: Spreadsheet, framework: Framework): void {
  const { competencies, directions } = framework;
  const sheet = addTab(spreadsheet, DIRECTIONS, {
    widths: { competencyId: 150, competency: 160, emoji: 60, about: 380 },
    rows: competencies.length + SPARE_ROWS,
    centred: ['emoji'],
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
  sheet.getRange(1, first).setNote('One column a direction; its weights add up to 100%.');
  warnBeforeEdits(sheet, 'The directions: their weights make the progress.');
}

function addLevelsTab(spreadsheet: Spreadsheet, framework: Framework): void {
  const { levels, scale, rule, description, source } = framework;
  const sheet = addTab(spreadsheet, LEVELS, {
    widths: { level: 60, name: 180, score: 60, label: 320 },
    rows: Math.max(levels.length, 4) + SPARE_ROWS,
    centred: ['level', 'score'],
    more: [
      { header: '', width: 30 },
      { header: 'The framework', width: 120 },
      { header: '', width: 420 },
    ],
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
  value(2)
    .setHorizontalAlignment('left')
    .setNote(
      'A level is reached when the average of its scores is above this number, every skill is scored, none is 0, and the level before is reached. Another rule is text such as: at most 1 at 1.',
    );
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.rule, value(2));
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.description, value(3));
  spreadsheet.setNamedRange(FRAMEWORK_NAMES.source, value(4));
  warnBeforeEdits(sheet, 'The names of the levels, the meaning of the scores and the level rule.');
}

function addGradesTab(spreadsheet: Spreadsheet, grades: readonly GradeRow[]): void {
  const sheet = addTab(spreadsheet, GRADES, {
    widths: { direction: 200, from: 70, to: 70, grade: 100, jobTitle: 260 },
    rows: grades.length + SPARE_ROWS,
    centred: ['from', 'to'],
  });
  sheet
    .getRange(1, 2)
    .setNote(
      'A grade is permitted from this progress on, up to but without the number under To; the last one of a direction includes it.',
    );
  if (grades.length > 0) {
    writeBlock(
      sheet.getRange(2, 1, grades.length, 5),
      grades.map(({ direction, from, to, grade, jobTitle }) => [
        direction,
        from,
        to,
        grade,
        jobTitle,
      ]),
    );
  }
  warnBeforeEdits(sheet, 'The grades that a direction and a progress permit.');
}

/** One direction a column behind those of the layout; shares of 1 and percents are both read. */
function directionsOf(
  table: Table<keyof typeof DIRECTIONS.columns>,
  competencies: readonly Competency[],
): Direction[] {
  const known = new Set<string>(Object.values(DIRECTIONS.columns));
  const names = table.headers.filter((header) => header !== '' && !known.has(header));
  return names.map((name) => {
    const shares = table.rows.map((row, index) => {
      const share = isBlank(row.under(name)) ? 0 : numberIn(row.under(name));
      if (share !== null) return share;
      throw new Error(
        `The tab “${DIRECTIONS.tab}” holds ${shown(row.under(name))} as the weight of ${competencies[index].name} under “${name}”: write a share such as 25%.`,
      );
    });
    const sum = shares.reduce((total, share) => total + share, 0);
    const unit = sum > 2 ? 1 : 100;
    const weights = competencies.map(({ id }, index) => [
      id,
      Math.round(shares[index] * unit * 1e4) / 1e4,
    ]);
    return { id: slugOf(name), name, weights: Object.fromEntries(weights) };
  });
}

function numberOf<Key extends string>(table: Table<Key>, row: Row<Key>, key: Key): number {
  const number = numberIn(row.get(key));
  if (number !== null) return number;
  throw new Error(`${table.address(row, key)} holds ${shown(row.get(key))}: write a number there.`);
}

/** Such as `functional-leader`. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
