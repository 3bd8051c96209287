// An older sheet that is a plain table: a column each for skill and score, and for competency,
// level or both.

import type { Grid } from './grid';
import type { Names, OldSkill } from './older-sheet';
import { goesOn, scored } from './score-cell';
import { type ColumnKind, columnKind, levelNamed } from './words';

/** A title may stand above the headers. */
const HEADERS_WITHIN = 20;

interface Headers {
  row: number;
  column: Partial<Record<ColumnKind, number>> & { skill: number; score: number };
}

/** The rows of a plain table; null when the tab is none. */
export function readTable(grid: Grid, names: Names, remarks: string[]): OldSkill[] | null {
  const headers = headersOf(grid);
  if (headers === null) return null;
  const { column } = headers;
  const skills: OldSkill[] = [];
  /** Written once, it holds for the rows below as well. */
  let competency = '';
  let level: number | null = null;
  for (let row = headers.row + 1; row <= grid.rows; row++) {
    const group = column.competency ? grid.text(row, column.competency) : '';
    if (group !== '' && group !== competency) {
      competency = group;
      level = null;
    }
    if (column.level && !grid.isBlank(row, column.level)) {
      level = levelNamed(grid.at(row, column.level), names.levels);
    }
    if (grid.text(row, column.skill) === '' || goesOn(grid, row, column.skill)) continue;
    skills.push({
      tab: grid.tab.name,
      competency: competency || grid.tab.name,
      level,
      ...scored(grid, row, [column.skill, column.score], remarks),
    });
  }
  return skills;
}

/** The first row that names a skill, a score, and a competency or a level. */
function headersOf(grid: Grid): Headers | null {
  for (let row = 1; row <= Math.min(grid.rows, HEADERS_WITHIN); row++) {
    const columns: Record<ColumnKind, number[]> = {
      competency: [],
      level: [],
      skill: [],
      score: [],
    };
    for (let column = 1; column <= grid.columns; column++) {
      const kind = columnKind(grid.text(row, column));
      if (kind && !columns[kind].includes(column)) columns[kind].push(column);
    }
    const { competency, level, skill, score } = columns;
    const isTable = skill.length > 0 && score.length > 0 && competency.length + level.length > 0;
    if (!isTable) continue;
    return {
      row,
      column: {
        competency: competency[0],
        level: level[0],
        skill: longest(grid, row, skill),
        score:
          score.find((column) => !/manager|lead|boss|agreed/i.test(grid.text(row, column))) ??
          score[0],
      },
    };
  }
  return null;
}

/** Of `Skill` and `Description` the one with the sentences. */
function longest(grid: Grid, header: number, columns: readonly number[]): number {
  const length = (column: number) => {
    let sum = 0;
    for (let row = header + 1; row <= grid.rows; row++) sum += grid.text(row, column).length;
    return sum;
  };
  return columns.reduce((best, column) => (length(column) > length(best) ? column : best));
}
