// What is wrong with a framework, and what deserves a second look, cell by cell.

import { DIRECTIONS, FRAMEWORK, GRADES, LEVELS, SPARE_DIRECTIONS } from '../layout/framework';
import { isBlank, numberIn } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { toMillionths } from '../rules/progress';
import { parseRule } from '../rules/rule';
import type { Framework, Skill } from './framework';
import {
  addressIn,
  type CellAt,
  columnsIn,
  type FrameworkReading,
  type FrameworkTabs,
  type Place,
  type Finding as Problem,
} from './tabs';

export interface Finding extends Problem {
  /** An error stands in the way of publishing, a warning does not. */
  kind: 'error' | 'warning';
}

/** The rule's strictness depends on how many skills a level has. */
const FEWEST_SKILLS = 4;
const MOST_SKILLS = 7;
/** More is not read at a glance. */
const LONGEST_SKILL = 160;
const LONGEST_EXPLANATION = 400;
/** The share of words that two sentences have in common when one is likely the other reworded. */
const CLOSE = 0.6;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Errors and warnings by tab and cell, from left to right and top to bottom. With the last
 * published framework also ids that were changed since.
 */
export function checkFramework(
  tabs: FrameworkTabs,
  reading: FrameworkReading,
  published: Framework | null,
): Finding[] {
  const findings: Finding[] = reading.problems.map((problem) => ({ kind: 'error', ...problem }));
  const say = (kind: Finding['kind'], place: Place, words: string) => {
    findings.push({ kind, place, text: `${addressIn(place)} ${words}` });
  };
  const check: Check = {
    ...reading,
    error: ({ place }, words) => say('error', place, words),
    warn: ({ place }, words) => say('warning', place, words),
    filled({ place, text }, words) {
      if (text === '') say('error', place, `is blank: ${words}.`);
    },
  };

  checkColumns(check, tabs);
  checkSkills(check);
  checkCompetencies(check);
  checkDirections(check, tabs);
  checkLevels(check);
  checkGrades(check);
  if (published?.id === reading.framework.id) checkIds(check, published);
  const order = [FRAMEWORK.tab, DIRECTIONS.tab, LEVELS.tab, GRADES.tab];
  return findings.sort(
    ({ place: a }, { place: b }) =>
      order.indexOf(a.tab) - order.indexOf(b.tab) || a.row - b.row || a.column - b.column,
  );
}

interface Check extends FrameworkReading {
  error(cell: { place: Place }, words: string): void;
  warn(cell: { place: Place }, words: string): void;
  /** An error when the cell is blank. */
  filled(cell: CellAt, words: string): void;
}

/** The formulas of Summary find these columns by their letters. */
function checkColumns({ error }: Check, tabs: FrameworkTabs): void {
  for (const layout of [DIRECTIONS, LEVELS, GRADES]) {
    const { tab } = layout;
    const places = Object.values<number>(columnsIn<string>(tabs, layout));
    const at = places.findIndex((column, index) => column > 0 && column !== index + 1);
    if (at < 0) continue;
    const header = Object.values<string>(layout.columns)[at];
    error(
      { place: { tab, row: 1, column: at + 1 } },
      `is where the column “${header}” belongs: put it back, and columns of your own behind the others.`,
    );
  }
}

function checkSkills(check: Check): void {
  const { framework, rows, error, warn, filled } = check;
  const top = topOf(check);
  const ids = new Twice(
    ({ text }, earlier) =>
      `repeats the id “${text}” of ${earlier}: ids never change, so clear the id of the newer skill and let a new one be filled in.`,
  );
  const texts = new Twice(
    (_, earlier) => `says the same as ${earlier}: reword one of them or delete its row.`,
  );
  const alike = new Twice(
    (_, earlier) => `says nearly the same as ${earlier}: would two managers tell them apart?`,
  );

  framework.skills.forEach((skill, index) => {
    const row = rows.skills[index];
    const [id, level, text, looksLike] = [row('id'), row('level'), row('skill'), row('looksLike')];
    if (skill.id === '')
      error(id, 'is blank: each skill has an id of its own; let it be filled in.');
    else if (!ID.test(skill.id)) {
      error(id, `holds “${skill.id}”: an id is lower-case letters and digits, parted by dashes.`);
    } else ids.add(skill.id, id, error);

    const isNumber = numberIn(level.value) !== null;
    if (isNumber && !(Number.isInteger(skill.level) && skill.level >= 1 && skill.level <= top)) {
      error(
        level,
        `holds ${level.text}: a skill stands on a level from 1 to ${top}, as the tab “${LEVELS.tab}” names them.`,
      );
    }

    filled(text, 'write one observable sentence');
    filled(looksLike, 'say what a 2 looks like, with two or three kinds of example');
    tooLong(text, LONGEST_SKILL, warn);
    tooLong(looksLike, LONGEST_EXPLANATION, warn);
    if (skill.text === '') return;
    const words = wordsOf(skill.text);
    const isFirst = texts.add(words.join(' ') || skill.text, text, error);
    if (isFirst) alike.add([...words].sort().join(' '), text, warn);
  });
  checkCounts(check);
}

function tooLong(cell: CellAt, longest: number, warn: Check['warn']): void {
  const { length } = cell.text;
  if (length > longest) {
    warn(cell, `has ${length} characters: more than ${longest} are not read at a glance.`);
  }
}

/** A level without skills below one with some, and too few or too many on one. */
function checkCounts({ framework, rows, error, warn }: Check): void {
  framework.competencies.forEach(({ id, name }, index) => {
    const first: number[] = [];
    const count: number[] = [];
    framework.skills.forEach(({ competency, level }, at) => {
      if (competency !== id || level < 1 || !Number.isInteger(level)) return;
      first[level] = first[level] ?? at;
      count[level] = (count[level] ?? 0) + 1;
    });
    if (count.length === 0) {
      error(
        rows.competencies[index]('competency'),
        `has no skill in the tab “${FRAMEWORK.tab}”: add some, or delete the competency.`,
      );
    }
    count.forEach((skills, level) => {
      const at = rows.skills[first[level]]('level');
      if (level > 1 && !count[level - 1]) {
        error(
          at,
          `puts a skill of ${name} on level ${level}, but level ${level - 1} has none: fill the level below first.`,
        );
      }
      if (skills < FEWEST_SKILLS) {
        warn(
          at,
          `begins level ${level} of ${name}, which has ${counted(skills)}: with fewer than ${FEWEST_SKILLS} a single 1 decides about the level.`,
        );
      }
      if (skills > MOST_SKILLS) {
        warn(
          at,
          `begins level ${level} of ${name}, which has ${counted(skills)}: with more than ${MOST_SKILLS} several may stay at 1.`,
        );
      }
    });
  });
}

function checkCompetencies({ framework, rows, error, filled }: Check): void {
  const ids = new Twice(
    ({ text }, earlier) =>
      `repeats the id “${text}” of ${earlier}: give the newer competency an id of its own.`,
  );
  const names = new Twice(
    ({ text }, earlier) =>
      `repeats the name “${text}” of ${earlier}: give one of them another name.`,
  );
  framework.competencies.forEach(({ id, name }, index) => {
    const row = rows.competencies[index];
    const cell = row('competencyId');
    if (index > 0 && cell.place.row > rows.competencies[index - 1]('competencyId').place.row + 1) {
      error(cell, 'stands below a blank row: delete that row, so that Summary shows no gap.');
    }
    if (id === '')
      error(cell, 'is blank: each competency has an id of its own; let it be filled in.');
    else if (!ID.test(id)) {
      error(cell, `holds “${id}”: an id is lower-case letters and digits, parted by dashes.`);
    } else ids.add(id, cell, error);
    filled(row('competency'), 'name the competency');
    if (name !== '') names.add(nameKey(name), row('competency'), error);
  });
  if (framework.competencies.length === 0) {
    error(cornerOf(DIRECTIONS.tab), 'has no competency below it: write one row a competency.');
  }
}

function checkDirections({ framework, rows, columns, error }: Check, tabs: FrameworkTabs): void {
  const names = new Twice(
    ({ text }, earlier) =>
      `repeats the direction “${text}” of ${earlier}: give one of them another name.`,
  );
  framework.directions.forEach(({ name, weights }, index) => {
    const header = { place: { tab: DIRECTIONS.tab, row: 1, column: columns[index] } };
    names.add(nameKey(name), { ...header, value: name, text: name }, error);
    const shares = framework.competencies.map(({ id }) => weights[id] ?? 0);
    shares.forEach((share, at) => {
      if (share < 0) {
        const { row } = rows.competencies[at]('competency').place;
        error({ place: { ...header.place, row } }, `is below 0: a weight is a share such as 25%.`);
      }
    });
    const last = Object.keys(DIRECTIONS.columns).length + framework.directions.length;
    if (columns[index] > last + SPARE_DIRECTIONS) {
      error(header, 'stands too far to the right: put the direction beside the others.');
    }
    const sum = toMillionths(shares.reduce((total, share) => total + share, 0));
    if (Math.abs(sum - 100) > 0.5) {
      error(header, `heads weights that add up to ${sum}%, but must add up to 100%.`);
    }
  });
  if (framework.directions.length === 0 && rows.competencies.length > 0) {
    error(
      cornerOf(DIRECTIONS.tab),
      'stands in a tab without a direction: give a column behind About a name and weights.',
    );
  }

  const [headers = [], ...body] = tabs.grids[DIRECTIONS.tab];
  const width = Math.max(0, ...body.map((row) => row.length));
  for (let column = 1; column <= width; column += 1) {
    const isUsed = body.some((row) => !isBlank(row[column - 1]));
    if (isUsed && isBlank(headers[column - 1])) {
      const place = { tab: DIRECTIONS.tab, row: 1, column };
      error({ place }, 'is blank above weights: name the direction, or clear its column.');
    }
  }
}

function checkLevels({ framework, rows, cells, error, filled }: Check): void {
  const { levels } = framework;
  if (levels.length < 2 || levels.length > 10) {
    error(
      cornerOf(LEVELS.tab),
      `heads ${levels.length} named levels: name level 0 and 1 to 9 more.`,
    );
  }
  let next = 0;
  for (const row of rows.levels) {
    if (row('name').text === '' && row('level').text === '') continue;
    filled(row('name'), 'name the level');
    if (row('level').text !== String(next)) {
      error(
        row('level'),
        `holds ${row('level').text || 'nothing'}: levels are numbered 0, 1, 2 and so on, so write ${next}.`,
      );
    }
    next += 1;
  }
  for (const score of ['0', '1', '2'] as const) {
    const row = rows.levels.find((one) => one('score').text === score);
    if (row) filled(row('label'), `say what a score of ${score} means`);
    else
      error(
        cornerOf(LEVELS.tab),
        `heads a tab without the score ${score}: write it under Score with its meaning.`,
      );
  }
  try {
    parseRule(framework.rule);
  } catch (problem) {
    error(cells.rule, `cannot be the level rule: ${(problem as Error).message}`);
  }
  filled(cells.description, 'say whom the framework is for');
  filled(cells.source, 'say where its structure comes from');
}

function checkGrades(check: Check): void {
  const { framework, rows, error, filled } = check;
  const { directions } = framework;
  const top = topOf(check);
  const known = directions.map(({ name }) => nameKey(name));
  const own = new Map<string, number[]>();
  framework.grades.forEach(({ direction, from, to }, index) => {
    const row = rows.grades[index];
    if (known.indexOf(nameKey(direction)) < 0) {
      error(
        row('direction'),
        `holds “${direction}”, which is no direction of the tab “${DIRECTIONS.tab}”.`,
      );
    }
    filled(row('grade'), 'name the grade');
    filled(row('jobTitle'), 'write the job title');
    if (from < 0 || to > top || from >= to) {
      error(
        row('from'),
        `begins a grade from ${from} to ${to}: it must rise, within 0 and ${top}.`,
      );
    }
    const key = nameKey(direction);
    own.set(key, [...(own.get(key) ?? []), index]);
  });
  own.forEach((indexes) => {
    const sorted = indexes.sort((a, b) => framework.grades[a].from - framework.grades[b].from);
    sorted.slice(1).forEach((index, at) => {
      const grade = framework.grades[index];
      const before = framework.grades[sorted[at]];
      if (grade.from === before.to) return;
      const how = grade.from > before.to ? 'leaves a gap behind' : 'overlaps';
      error(
        rows.grades[index]('from'),
        `${how} ${before.grade}, which ends at ${before.to}: write ${before.to} here, or ${grade.from} there.`,
      );
    });
  });
}

/** Ids never change: an answer finds its skill by them. */
function checkIds({ framework, rows, error, warn }: Check, published: Framework): void {
  const ids = new Set(framework.skills.map(({ id }) => id));
  const known = new Set(published.skills.map(({ id }) => id));
  const idOf = publishedIds(published);
  const rightly = new Set(
    framework.skills.filter((skill) => idOf(skill) === skill.id).map(({ id }) => id),
  );
  const lost = published.skills
    .filter(({ id }) => !ids.has(id))
    .map(({ id, competency, text }) => ({ id, competency, words: new Set(wordsOf(text)) }));
  framework.skills.forEach((skill, index) => {
    if (skill.id === '' || skill.text === '') return;
    const cell = rows.skills[index]('id');
    const same = idOf(skill);
    // Where the published id still stands by its sentence, this one is only the same said twice.
    if (same && same !== skill.id && !rightly.has(same)) {
      error(
        cell,
        `holds “${skill.id}”, but this skill was published as “${same}”: ids never change, so write that one back.`,
      );
      return;
    }
    if (known.has(skill.id)) return;
    const words = new Set(wordsOf(skill.text));
    const close = lost.find(
      (one) => one.competency === skill.competency && likeness(one.words, words) >= CLOSE,
    );
    if (close) {
      warn(
        cell,
        `holds the new id “${skill.id}” for a skill much like “${close.id}”, which is gone: if it was only reworded, write “${close.id}” back, so that its answers stay.`,
      );
    }
  });

  const competencyIds = new Set(framework.competencies.map(({ id }) => id));
  framework.competencies.forEach(({ id, name }, index) => {
    const was = published.competencies.find((one) => nameKey(one.name) === nameKey(name));
    if (!was || id === '' || was.id === id || competencyIds.has(was.id)) return;
    error(
      rows.competencies[index]('competencyId'),
      `holds “${id}”, but this competency was published as “${was.id}”: ids never change, so write that one back.`,
    );
  });
}

/** Looks up the id under which a skill of a competency was published with this very sentence. */
export function publishedIds({ skills }: Framework) {
  const key = ({ competency, text }: Pick<Skill, 'competency' | 'text'>) =>
    `${competency} ${wordsOf(text).join(' ') || text}`;
  const ids = new Map(skills.map((skill) => [key(skill), skill.id]));
  return (skill: Pick<Skill, 'competency' | 'text'>) => ids.get(key(skill));
}

/** The words of a sentence, whatever their case and what stands between them. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** From 0 to 1: how many of their words two sentences share. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size || 1);
}

/** The highest level, whether or not each has its name. */
function topOf({ rows }: Check): number {
  return rows.levels.filter((row) => row('name').text + row('level').text !== '').length - 1;
}

/** Notices what stands in two cells. */
class Twice {
  private readonly cells = new Map<string, CellAt>();

  constructor(private readonly words: (cell: CellAt, earlier: string) => string) {}

  /** Whether the key is new; if not, the cell is reported. */
  add(key: string, cell: CellAt, report: Check['error']): boolean {
    const earlier = this.cells.get(key);
    if (earlier) report(cell, this.words(cell, addressIn(earlier.place)));
    else this.cells.set(key, cell);
    return !earlier;
  }
}

const counted = (skills: number) => (skills === 1 ? '1 skill' : `${skills} skills`);

const cornerOf = (tab: string) => ({ place: { tab, row: 1, column: 1 } });
