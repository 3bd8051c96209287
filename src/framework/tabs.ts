// The four tabs of a framework read into a framework, with the place of everything in them, so
// that what is wrong can be named by its cell. Pure, since a page reads them as a script does.

import { addressOf, quotedTab } from '../layout/address';
import { DIRECTIONS, FRAMEWORK, FRAMEWORK_NAMES, GRADES, LEVELS } from '../layout/framework';
import { type ColumnOf, keysOf, type TabLayout } from '../layout/tab';
import { isBlank, numberIn, shown } from '../rules/cell';
import { nameKey } from '../rules/grade';
import type { Competency, Direction, Framework, GradeRow, Skill } from './framework';

/** A value of a cell; a date comes as text. */
export type Cell = string | number | boolean;

/** The tabs as they are. */
export interface FrameworkTabs {
  /** Each tab from A1, by its name. */
  grids: Record<string, readonly (readonly Cell[])[]>;
  /** Where the single cells of Levels stand; null without a named range there. */
  cells: Record<FrameworkCell, Position | null>;
}

export type FrameworkCell = keyof typeof FRAMEWORK_NAMES;

/** From 1. */
export interface Position {
  row: number;
  column: number;
}

/** A cell of one of the tabs. */
export interface Place extends Position {
  tab: string;
}

/** A sentence about a cell, which begins with its address. */
export interface Finding {
  text: string;
  place: Place;
}

/** What of a framework stands in Summary or Settings, not in these tabs. */
export type FrameworkIdentity = Pick<Framework, 'id' | 'name' | 'version'>;

export interface FrameworkReading {
  /** As far as it can be read: what cannot is blank, 0 or left out, and a problem says so. */
  framework: Framework;
  problems: Finding[];
  /** The rows that hold something, in the framework's order. */
  rows: {
    skills: RowAt<ColumnOf<typeof FRAMEWORK>>[];
    competencies: RowAt<ColumnOf<typeof DIRECTIONS>>[];
    levels: RowAt<ColumnOf<typeof LEVELS>>[];
    grades: RowAt<ColumnOf<typeof GRADES>>[];
  };
  cells: Record<FrameworkCell, CellAt>;
  /** The column of each direction. */
  columns: number[];
}

/** A row of a tab: its cell under one of the layout's columns. */
export type RowAt<Key> = (key: Key) => CellAt;

export interface CellAt {
  place: Place;
  value: Cell;
  text: string;
}

/** The framework that the tabs hold. */
export function readTabs(tabs: FrameworkTabs, identity: FrameworkIdentity): FrameworkReading {
  const problems: Finding[] = [];
  const report = (place: Place, words: string) => {
    problems.push({ text: `${addressIn(place)} ${words}`, place });
  };
  const numberAt = ({ value, place }: CellAt): number => {
    const number = numberIn(value);
    if (number === null) report(place, `holds ${shown(value)}: write a number there.`);
    return number || 0;
  };
  const single = (key: FrameworkCell): CellAt => {
    const position = tabs.cells[key];
    if (!position) {
      problems.push({
        text: `The named range “${FRAMEWORK_NAMES[key]}” is missing: in Data > Named ranges, give this name to its cell in the tab “${LEVELS.tab}”.`,
        place: cornerOf(LEVELS.tab),
      });
    }
    return cellAt(tabs, { tab: LEVELS.tab, row: 0, column: 0, ...position });
  };

  const rows = {
    skills: rowsOf(tabs, FRAMEWORK, problems),
    competencies: rowsOf(tabs, DIRECTIONS, problems),
    levels: rowsOf(tabs, LEVELS, problems),
    grades: rowsOf(tabs, GRADES, problems),
  };
  const competencies = rows.competencies.map(
    (row): Competency => ({
      id: row('competencyId').text,
      name: row('competency').text,
      emoji: row('emoji').text,
      about: row('about').text,
    }),
  );
  const columns = directionColumns(tabs);
  const directions = columns.map((column): Direction => {
    const name = cellAt(tabs, { ...cornerOf(DIRECTIONS.tab), column }).text;
    const shares = rows.competencies.map((row, index) => {
      const { place, value } = cellAt(tabs, { ...row('competency').place, column });
      const share = isBlank(value) ? 0 : numberIn(value);
      if (share === null) {
        const of = `${competencies[index].name} under “${name}”`;
        report(place, `holds ${shown(value)} as the weight of ${of}: write a share such as 25%.`);
      }
      return share || 0;
    });
    const unit = shares.reduce((sum, share) => sum + share, 0) > 2 ? 1 : 100;
    const weights = competencies.map(({ id }, index) => [
      id,
      Math.round(shares[index] * unit * 1e4) / 1e4,
    ]);
    return {
      id: slugOf(name) || `direction-${column}`,
      name,
      weights: Object.fromEntries(weights),
    };
  });

  const idOf: Record<string, string> = {};
  for (const { id, name } of competencies) idOf[nameKey(name)] = id;
  const skills = rows.skills.map((row): Skill => {
    const { place, text, value } = row('competency');
    const competency = idOf[nameKey(text)];
    if (competency === undefined) {
      report(
        place,
        `holds ${shown(value)}, which is no competency of the tab “${DIRECTIONS.tab}”: write it as it stands there.`,
      );
    }
    return {
      id: row('id').text,
      competency: competency || '',
      level: numberAt(row('level')),
      text: row('skill').text,
      looksLike: row('looksLike').text,
    };
  });

  const label = (score: number) => {
    const row = rows.levels.find((one) => one('score').text === String(score));
    return row ? row('label').text : '';
  };
  const grades = rows.grades.map(
    (row): GradeRow => ({
      direction: row('direction').text,
      from: numberAt(row('from')),
      to: numberAt(row('to')),
      grade: row('grade').text,
      jobTitle: row('jobTitle').text,
    }),
  );
  const cells = {
    rule: single('rule'),
    description: single('description'),
    source: single('source'),
  };

  return {
    framework: {
      ...identity,
      description: cells.description.text,
      source: cells.source.text,
      levels: rows.levels.map((row) => row('name').text).filter((name) => name !== ''),
      scale: { 0: label(0), 1: label(1), 2: label(2) },
      rule: numberIn(cells.rule.value) ?? cells.rule.text,
      competencies,
      directions,
      grades,
      skills,
    },
    problems,
    rows,
    cells,
    columns,
  };
}

/** Such as `Framework!C12`. */
export function addressIn({ tab, row, column }: Place): string {
  return `${quotedTab(tab)}!${addressOf(row, column)}`;
}

/** The columns of Directions with a header that is none of the layout's. */
export function directionColumns({ grids }: FrameworkTabs): number[] {
  const known = Object.values(DIRECTIONS.columns).map(nameKey);
  return (grids[DIRECTIONS.tab][0] ?? []).flatMap((header, index) =>
    isBlank(header) || known.indexOf(nameKey(String(header))) >= 0 ? [] : [index + 1],
  );
}

/** Where the columns of a layout stand, from 1; 0 for one that is missing. */
export function columnsIn<Key extends string>(
  { grids }: FrameworkTabs,
  layout: TabLayout<Key>,
): Record<Key, number> {
  const headers = (grids[layout.tab][0] ?? []).map((header) => nameKey(String(header)));
  return Object.fromEntries(
    keysOf(layout).map((key) => [key, headers.indexOf(nameKey(layout.columns[key])) + 1]),
  ) as Record<Key, number>;
}

/** Every row with something under one of the layout's columns; none when a column is missing. */
function rowsOf<Key extends string>(
  tabs: FrameworkTabs,
  layout: TabLayout<Key>,
  problems: Finding[],
): RowAt<Key>[] {
  const { tab } = layout;
  const columnOf = columnsIn(tabs, layout);
  const keys = Object.keys(columnOf) as Key[];
  const missing = keys.filter((key) => columnOf[key] === 0);
  for (const key of missing) {
    const text = `The tab “${tab}” has no column “${layout.columns[key]}”: put that header back into its first row.`;
    problems.push({ text, place: cornerOf(tab) });
  }
  if (missing.length > 0) return [];
  return tabs.grids[tab].flatMap((values, index) => {
    if (index === 0 || keys.every((key) => isBlank(values[columnOf[key] - 1]))) return [];
    return [(key: Key) => cellAt(tabs, { tab, row: index + 1, column: columnOf[key] })];
  });
}

function cellAt({ grids }: FrameworkTabs, place: Place): CellAt {
  const value = grids[place.tab][place.row - 1]?.[place.column - 1] ?? '';
  return { place, value, text: String(value).trim() };
}

const cornerOf = (tab: string): Place => ({ tab, row: 1, column: 1 });

/** Such as `functional-leader`; blank when nothing of the name is a Latin letter or a digit. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
