// An older sheet understood: which of the two shapes each tab has, its skills with their scores,
// and the levels that the sheet itself shows.

import { isBlank, numberIn, shown } from '../rules/cell';
import { Grid } from './grid';
import {
  compact,
  type Names,
  type OlderSheet,
  type OldSkill,
  type RawTab,
  type ShownLevel,
} from './older-sheet';
import { readPairs } from './pairs';
import { readTable } from './table';
import { columnKind } from './words';

/** Throws a sentence when there is nothing in it, or no score. */
export function readOlderSheet(tabs: readonly RawTab[], names: Names): OlderSheet {
  if (tabs.every(({ values }) => values.every((row) => row.every(isBlank)))) {
    throw new Error('The older sheet is empty: give the link to one with skills and scores in it.');
  }
  const grids = tabs.map((tab) => new Grid(tab));
  const skills: OldSkill[] = [];
  const levelsShown: ShownLevel[] = [];
  const reached: ShownLevel[] = [];
  const remarks: string[] = [];
  for (const grid of grids) {
    const own = readTable(grid, names, remarks);
    const levels = own === null ? levelsIn(grid, grids, names) : null;
    if (own !== null) skills.push(...own);
    if (levels !== null) levelsShown.push(...levels);
    if (own !== null || levels !== null) continue;
    const pairs = readPairs(grid, names, remarks);
    if (pairs === null) continue;
    skills.push(...pairs.skills);
    if (pairs.reached) reached.push({ competency: grid.tab.name, ...pairs.reached });
  }
  if (skills.every(({ score, unreadable }) => score === null && unreadable === '')) {
    throw new Error(
      'No scores were found in the older sheet: scores stand beside their skills, as 0, 1, 2 or n/a, or as words such as Nope, Somewhat and Yes.',
    );
  }
  // A summary says it in one number; the tabs' own formulas only where it does not.
  for (const one of reached) {
    if (!levelsShown.some(({ competency }) => isSame(competency, one.competency))) {
      levelsShown.push(one);
    }
  }
  return { skills, shown: levelsShown, remarks: [...remarks, ...remarksOn(skills, tabs)] };
}

/**
 * The levels of a tab that lists competencies beside their levels; null when it is no such tab.
 * What it lists are other tabs or competencies of ours, so that a tab of skills is never one.
 */
function levelsIn(grid: Grid, grids: readonly Grid[], names: Names): ShownLevel[] | null {
  const known = [
    ...grids.filter((other) => other !== grid).map(({ tab }) => tab.name),
    ...names.competencies.map(({ name }) => name),
  ];
  let header: { row: number; column: number } | null = null;
  const levels: ShownLevel[] = [];
  for (let row = 1; row <= grid.rows; row++) {
    for (let column = 1; column <= grid.columns; column++) {
      const text = grid.text(row, column);
      if (columnKind(text) === 'level' && !known.some((name) => isSame(name, text))) {
        header = header ?? { row, column };
      }
      if (!header || header.row >= row || column >= header.column) continue;
      if (!known.some((name) => isSame(name, text))) continue;
      const level = numberIn(grid.at(row, header.column));
      if (level === null || !Number.isInteger(level) || level < 0 || level > 9) continue;
      levels.push({ competency: text, level, cell: grid.address(row, header.column) });
      break;
    }
  }
  const areSkills = levels.length > new Set(levels.map(({ competency }) => competency)).size;
  return levels.length === 0 || areSkills ? null : levels;
}

const isSame = (one: string, other: string) =>
  compact(one) !== '' && compact(one) === compact(other);

function remarksOn(skills: readonly OldSkill[], tabs: readonly RawTab[]): string[] {
  const remarks: string[] = [];
  const say = (some: readonly OldSkill[], words: (count: string) => string) => {
    if (some.length > 0) {
      remarks.push(
        words(`${some.length === 1 ? '1 skill' : `${some.length} skills`} (${listed(some)})`),
      );
    }
  };
  const tabOf = ({ tab }: OldSkill) => tabs.find(({ name }) => name === tab) as RawTab;
  say(
    skills.filter(({ unreadable }) => unreadable !== ''),
    (which) => `What stands beside ${which} is no score: it goes to Archive as it is.`,
  );
  say(
    skills.filter((skill) => tabOf(skill).isHidden || tabOf(skill).isRowHidden(skill.row)),
    (which) => `Hidden rows and tabs were read as well: ${which}.`,
  );
  say(
    skills.filter(({ isFormula }) => isFormula),
    (which) => `Of formulas in place of skills what they show was read: ${which}.`,
  );
  const scores = skills.filter(({ score }) => score !== null);
  if (scores.length > 1 && scores.every(({ score }) => score === 0)) {
    remarks.push('Every score in it is 0, as in a template that nobody filled in.');
  }
  return remarks;
}

const MOST_LISTED = 5;

/** Such as `Delivery!C7, Delivery!C9 and 3 more`. */
function listed(skills: readonly OldSkill[]): string {
  const cells = skills
    .slice(0, MOST_LISTED)
    .map(({ cell, unreadable }) => (unreadable === '' ? cell : `${cell}: ${shown(unreadable)}`));
  const more = skills.length - cells.length;
  return more > 0 ? `${cells.join(', ')} and ${more} more` : cells.join(', ');
}
