// The cells of the four tabs to change, so that they hold another framework.

import { DIRECTIONS, FRAMEWORK, GRADES, LEVELS } from '../layout/framework';
import type { TabLayout } from '../layout/tab';
import { isBlank } from '../rules/cell';
import { nameKey } from '../rules/grade';
import type { Framework } from './framework';
import { type Cell, columnsIn, directionColumns, type FrameworkTabs, type Place } from './tabs';

/** A cell to change, what was seen in it and what it is to hold; blank clears it. */
export interface CellEdit extends Place {
  seen: Cell;
  value: Cell;
}

/**
 * The edits that make the tabs hold the framework. What stands in columns of the owner's own moves
 * with its skill, competency or grade, as values; so does a manager's pay beside a grade. All columns of the layouts must be there.
 */
export function frameworkEdits(tabs: FrameworkTabs, framework: Framework): CellEdit[] {
  const { competencies, directions, grades, levels, scale, skills } = framework;
  const nameOf = new Map(competencies.map(({ id, name }) => [id, name]));
  const [places, clear] = placesOfDirections(tabs, directions.length);
  const weights = (id: string) =>
    directions.map(
      (direction, index): Placed => [places[index], (direction.weights[id] ?? 0) / 100],
    );

  const edits = [
    ...tableEdits(
      tabs,
      FRAMEWORK,
      ['id'],
      skills.map(({ id, competency, level, text, looksLike }) => ({
        cells: {
          id,
          competency: nameOf.get(competency) ?? competency,
          level,
          skill: text,
          looksLike,
        },
      })),
    ),
    ...tableEdits(
      tabs,
      DIRECTIONS,
      ['competencyId'],
      competencies.map(({ id, name, emoji, about }) => ({
        cells: { competencyId: id, competency: name, emoji, about },
        more: [...weights(id), ...clear.map((column): Placed => [column, ''])],
      })),
    ),
    ...directions.map(({ name }, index) => edit(tabs, DIRECTIONS.tab, 1, places[index], name)),
    ...clear.map((column) => edit(tabs, DIRECTIONS.tab, 1, column, '')),
    ...levelEdits(tabs, levels, scale),
    ...(['rule', 'description', 'source'] as const).flatMap((key) => {
      const at = tabs.cells[key];
      return at ? [edit(tabs, LEVELS.tab, at.row, at.column, framework[key])] : [];
    }),
    ...tableEdits(
      tabs,
      GRADES,
      ['direction', 'grade'],
      grades.map((row) => ({ cells: { ...row } })),
    ),
  ];
  return edits.filter(({ seen, value }) => seen !== value);
}

type Placed = [column: number, value: Cell];

interface Line<Key extends string> {
  cells: Record<Key, Cell>;
  more?: Placed[];
}

/**
 * One line a row from the second on; rows that are left over are cleared. A line is known by the
 * cells of `identity`, of several alike each by its turn.
 */
function tableEdits<Key extends string>(
  tabs: FrameworkTabs,
  layout: TabLayout<Key>,
  identity: readonly Key[],
  lines: readonly Line<Key>[],
): CellEdit[] {
  const { tab } = layout;
  const columnOf = columnsIn(tabs, layout);
  const keys = Object.keys(columnOf) as Key[];
  const [, ...rows] = tabs.grids[tab];
  const written = new Set([
    ...Object.values<number>(columnOf),
    ...lines.flatMap(({ more = [] }) => more.map(([column]) => column)),
  ]);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const own = Array.from({ length: width }, (_, index) => index + 1).filter(
    (column) => !written.has(column),
  );
  const rowsLeft = new Map<string, (readonly Cell[])[]>();
  const keyOf = (cellOf: (key: Key) => Cell | undefined) =>
    JSON.stringify(identity.map((key) => nameKey(String(cellOf(key) ?? ''))));
  for (const row of rows) {
    const key = keyOf((each) => row[columnOf[each] - 1]);
    rowsLeft.set(key, [...(rowsLeft.get(key) ?? []), row]);
  }
  const formerRow = ({ cells }: Line<Key>) => rowsLeft.get(keyOf((each) => cells[each]))?.shift();

  const count = Math.max(lines.length, rows.length);
  return Array.from({ length: count }, (_, index) => {
    const line = lines[index];
    const former = line && formerRow(line);
    const values: Placed[] = [
      ...keys.map((each): Placed => [columnOf[each], line ? line.cells[each] : '']),
      ...(line ? (line.more ?? []) : [...written].map((column): Placed => [column, ''])),
      ...own.map((column): Placed => [column, former?.[column - 1] ?? '']),
    ];
    return values.map(([column, value]) => edit(tabs, tab, index + 2, column, value));
  }).flat();
}

/** Columns for so many directions: those that have one, free ones behind them, then new ones; and those to clear. */
function placesOfDirections(tabs: FrameworkTabs, count: number): [number[], number[]] {
  const taken = directionColumns(tabs);
  const headers = tabs.grids[DIRECTIONS.tab][0] ?? [];
  const places = taken.slice(0, count);
  const last = Math.max(...Object.values(columnsIn(tabs, DIRECTIONS)), ...taken);
  for (let column = last + 1; places.length < count; column += 1) {
    if (isBlank(headers[column - 1] ?? '')) places.push(column);
  }
  return [places, taken.slice(count)];
}

/** Levels and labels share rows: the labels stay where they are. */
function levelEdits(
  tabs: FrameworkTabs,
  levels: readonly string[],
  scale: Framework['scale'],
): CellEdit[] {
  const columnOf = columnsIn(tabs, LEVELS);
  const [, ...rows] = tabs.grids[LEVELS.tab];
  const at = (row: number, key: keyof typeof columnOf, value: Cell) =>
    edit(tabs, LEVELS.tab, row, columnOf[key], value);
  const named = Array.from({ length: Math.max(levels.length, rows.length) }, (_, index) => {
    const name = levels[index] ?? '';
    return [at(index + 2, 'level', name === '' ? '' : index), at(index + 2, 'name', name)];
  });
  const labels = ([0, 1, 2] as const).map((score) => {
    const found = rows.findIndex((row) => String(row[columnOf.score - 1]) === String(score));
    const row = found < 0 ? score + 2 : found + 2;
    return [at(row, 'score', score), at(row, 'label', scale[score])];
  });
  return [...named.flat(), ...labels.flat()];
}

function edit(
  tabs: FrameworkTabs,
  tab: string,
  row: number,
  column: number,
  value: Cell,
): CellEdit {
  return { tab, row, column, seen: tabs.grids[tab][row - 1]?.[column - 1] ?? '', value };
}

/** The tabs as they are after the edits. */
export function edited(tabs: FrameworkTabs, edits: readonly CellEdit[]): FrameworkTabs {
  const grids = Object.fromEntries(
    Object.entries(tabs.grids).map(([tab, rows]) => [tab, rows.map((row) => [...row])]),
  );
  for (const { tab, row, column, value } of edits) {
    const grid = grids[tab];
    while (grid.length < row) grid.push([]);
    while (grid[row - 1].length < column) grid[row - 1].push('');
    grid[row - 1][column - 1] = value;
  }
  return { ...tabs, grids };
}
