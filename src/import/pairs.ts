// An older sheet's tab of one competency: a pair of columns a level, the skills in one and their
// scores in the next, with or without a header that names the level.

import { isBlank } from '../rules/cell';
import type { Grid } from './grid';
import type { Names, OldSkill } from './older-sheet';
import { goesOn, scored } from './score-cell';
import { levelNamed, oldScore, saysReached } from './words';

/** Columns of a tab, from 1. */
interface Pair {
  text: number;
  score: number;
  /** null while it is not known. */
  level: number | null;
}

export interface PairsTab {
  skills: OldSkill[];
  /** The highest level that the tab's own formulas call reached; null when it has none. */
  reached: { level: number; cell: string } | null;
}

/** The skills of a tab of pairs; null when nothing in it is a text with a score beside it. */
export function readPairs(grid: Grid, names: Names, remarks: string[]): PairsTab | null {
  const seen = pairsWithScores(grid, names);
  if (seen.length === 0) return null;
  const rows = skillRows(grid, seen, names);
  const pairs = numbered(grid, withUnscored(grid, seen, rows, names), rows, names, remarks);
  const skills: OldSkill[] = [];
  for (const { text, score, level } of pairs) {
    let below = level;
    for (let row = 1; row <= grid.rows; row++) {
      // A sheet with one pair of columns may name its levels in rows between the skills.
      if (isHeader(grid, row, text, score, names)) {
        below = levelNamed(grid.text(row, text), names.levels) ?? below;
      }
      if (!rows.has(row) || !isSkill(grid, row, text, score, names)) continue;
      skills.push({
        tab: grid.tab.name,
        competency: grid.tab.name,
        level: below,
        ...scored(grid, row, [text, score], remarks),
      });
    }
  }
  remarkNotes(grid, pairs, rows, remarks);
  remarkLoneScores(grid, pairs, names, remarks);
  return { skills, reached: reachedOf(grid, pairs, rows) };
}

/** Pairs in which at least one text has a score; the columns of the scores from left to right. */
function pairsWithScores(grid: Grid, names: Names): Pair[] {
  const pairs: Pair[] = [];
  for (let score = 2; score <= grid.columns; score++) {
    for (const text of [score - 1, score - 2]) {
      if (text < 1 || pairs.some((pair) => pair.score === text || pair.text === text)) continue;
      const isPair = rowsOf(grid).some(
        (row) =>
          isSkill(grid, row, text, score, names) &&
          isScore(grid, row, score) &&
          (text === score - 1 || isGap(grid, row, text, score)),
      );
      if (!isPair) continue;
      pairs.push({ text, score, level: null });
      break;
    }
  }
  return pairs;
}

/** Between a text and its score: nothing, or the rest of merged cells. */
function isGap(grid: Grid, row: number, text: number, score: number): boolean {
  const merge = grid.mergeAt(row, score - 1);
  return merge ? merge.column <= text : grid.isBlank(row, score - 1);
}

/** Rows with a score, and those next to them without a gap: skills that are not scored. */
function skillRows(grid: Grid, pairs: readonly Pair[], names: Names): Set<number> {
  const rows = new Set<number>();
  const hasSkill = (row: number) =>
    pairs.some(({ text, score }) => isSkill(grid, row, text, score, names));
  const isScored = (row: number) =>
    pairs.some(
      ({ text, score }) => isSkill(grid, row, text, score, names) && !grid.isBlank(row, score),
    );
  for (const first of rowsOf(grid).filter(isScored)) {
    for (const step of [-1, 1]) {
      for (let row = first; hasSkill(row) && (row === first || !rows.has(row)); row += step) {
        rows.add(row);
      }
    }
  }
  return rows;
}

/** Columns of texts that have a header but no score yet belong to the sheet as well. */
function withUnscored(
  grid: Grid,
  seen: readonly Pair[],
  rows: ReadonlySet<number>,
  names: Names,
): Pair[] {
  const taken = (column: number) =>
    seen.some(({ text, score }) => column >= text && column <= score);
  const width = seen[0].score - seen[0].text;
  const more: Pair[] = [];
  for (let text = 1; text <= grid.columns; text++) {
    const score = text + width;
    if (taken(text) || taken(score)) continue;
    const hasHeader = rowsOf(grid).some((row) => isHeader(grid, row, text, score, names));
    const hasSkill = [...rows].some((row) => isSkill(grid, row, text, score, names));
    if (hasHeader && hasSkill) more.push({ text, score, level: null });
  }
  return [...seen, ...more].sort((one, other) => one.text - other.text);
}

/** Levels by the headers; without them the columns count from left to right. */
function numbered(
  grid: Grid,
  pairs: readonly Pair[],
  rows: ReadonlySet<number>,
  names: Names,
  remarks: string[],
): Pair[] {
  const first = Math.min(...rows);
  const named = pairs.map(({ text, score }) => {
    for (let row = first - 1; row >= 1; row--) {
      if (isHeader(grid, row, text, score, names)) {
        return levelNamed(grid.text(row, text), names.levels);
      }
    }
    return null;
  });
  const isNamed = named.every((level) => level !== null) && new Set(named).size === named.length;
  if (!isNamed && pairs.length > 1) {
    remarks.push(
      `No levels are named above the columns of “${grid.tab.name}”: they count as levels 1 to ${pairs.length} from left to right.`,
    );
  }
  const counted = pairs.length > 1 ? pairs.map((_, at) => at + 1) : [null];
  return pairs.map((pair, at) => ({ ...pair, level: (isNamed ? named : counted)[at] }));
}

/** A sentence, beside which a score may stand: no header of a level, no name, no sum of a column. */
function isSkill(grid: Grid, row: number, text: number, score: number, names: Names): boolean {
  const words = grid.text(row, text);
  if (!/\p{L}{2}/u.test(words) || !beginsAt(grid, row, text)) return false;
  if (grid.mergeAt(row, text) && grid.mergeAt(row, text) === grid.mergeAt(row, score)) return false;
  if (oldScore(words) !== undefined || levelNamed(words, names.levels) !== null) return false;
  const isName = grid.isBlank(row, score) && words.split(/\s+/).length < LABEL_WORDS;
  return !isName && !isLabel(grid, row, text, score);
}

/** Such as `Level result`, or a header of the sheet's own: a few words beside a formula. */
function isLabel(grid: Grid, row: number, text: number, score: number): boolean {
  const words = grid.text(row, text);
  const isShort = words.split(/\s+/).length <= LABEL_WORDS;
  return isShort && (grid.formula(row, score) !== '' || LABEL.test(words));
}

const LABEL_WORDS = 3;
const LABEL = /^(level|total|sum|average|result|score|progress)\b|\b(result|total|average|score)$/i;

function isHeader(grid: Grid, row: number, text: number, score: number, names: Names): boolean {
  if (!beginsAt(grid, row, text)) return false;
  if (levelNamed(grid.text(row, text), names.levels) === null) return false;
  const isOver = grid.mergeAt(row, text) && grid.mergeAt(row, text) === grid.mergeAt(row, score);
  return (
    Boolean(isOver) ||
    grid.isBlank(row, score) ||
    grid.formula(row, score) !== '' ||
    saysReached(grid.at(row, score)) !== null
  );
}

/** Whether a text is the cell's own, not that of a merged cell which began above or to the left. */
function beginsAt(grid: Grid, row: number, column: number): boolean {
  return (grid.mergeAt(row, column)?.column ?? column) === column && !goesOn(grid, row, column);
}

function isScore(grid: Grid, row: number, column: number): boolean {
  const value = grid.at(row, column);
  return !isBlank(value) && oldScore(value) !== undefined;
}

/** By the one formula a column that says so: levels count up to the first that is not reached. */
function reachedOf(
  grid: Grid,
  pairs: readonly Pair[],
  rows: ReadonlySet<number>,
): PairsTab['reached'] {
  let reached: PairsTab['reached'] = null;
  const upward = pairs
    .filter(({ level }) => level !== null)
    .sort((one, other) => Number(one.level) - Number(other.level));
  for (const { text, score, level } of upward) {
    const row = rowsOf(grid).find(
      (each) =>
        !rows.has(each) &&
        grid.text(each, text) !== '' &&
        grid.formula(each, score) !== '' &&
        saysReached(grid.at(each, score)) !== null,
    );
    if (row === undefined) return reached;
    reached = reached ?? { level: 0, cell: grid.address(row, score) };
    if (!saysReached(grid.at(row, score))) return reached;
    reached = { level: Number(level), cell: grid.address(row, score) };
  }
  return reached;
}

/** What stands beside a skill and its score, such as a note, is not read. */
function remarkNotes(
  grid: Grid,
  pairs: readonly Pair[],
  rows: ReadonlySet<number>,
  remarks: string[],
): void {
  const known = new Set(pairs.flatMap(({ text, score }) => [text, score]));
  const notes: string[] = [];
  for (const row of rows) {
    for (let column = 1; column <= grid.columns; column++) {
      const merge = grid.mergeAt(row, column);
      if (merge && known.has(merge.column)) continue;
      if (!known.has(column) && grid.text(row, column) !== '') {
        notes.push(grid.address(row, column));
      }
    }
  }
  if (notes.length === 0) return;
  const where = notes.length === 1 ? notes[0] : `${notes.length} cells such as ${notes[0]}`;
  remarks.push(
    `Text beside the scores is not taken over (${where}): copy it into Evidence by hand.`,
  );
}

/** A score whose skill is blank, or a formula that shows an error. */
function remarkLoneScores(
  grid: Grid,
  pairs: readonly Pair[],
  names: Names,
  remarks: string[],
): void {
  for (const { text, score } of pairs) {
    for (const row of rowsOf(grid)) {
      const isLone = grid.text(row, text) === '' && !goesOn(grid, row, text);
      if (!isLone || !isScore(grid, row, score) || grid.formula(row, score) !== '') continue;
      if (levelNamed(grid.at(row, text), names.levels) !== null) continue;
      remarks.push(
        `${grid.address(row, score)} holds a score, but ${grid.address(row, text)} beside it shows no skill: it was not read.`,
      );
    }
  }
}

function rowsOf(grid: Grid): number[] {
  return Array.from({ length: grid.rows }, (_, index) => index + 1);
}
