// The tab Preparation: the manager's private view of one person, a score and a note a skill.

import type { Framework } from '../framework/framework';
import { PREPARATION } from '../layout/manager-workbook';
import type { Conflict, Edit } from '../review/sheet';
import { isSamePerson } from '../review/status';
import { shown } from '../rules/cell';
import { ALLOWED_SCORES, parseScore, type Score } from '../rules/score';
import { type Row, Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type PreparationRow = Row<keyof typeof PREPARATION.columns>;

export interface Prepared {
  score: Score;
  note: string;
}

/** Where an answer about a person is kept. A review that brings it has columns of those names. */
const COLUMN_OF = { managerScore: 'score', managerNote: 'note' } as const;
type PreparedColumn = keyof typeof COLUMN_OF;
type Column = (typeof COLUMN_OF)[PreparedColumn];

/** A cell that is to be changed; a score is text: blank, `0`, `1`, `2` or `n/a`. */
export type PreparationEdit = Edit & { column: PreparedColumn };

export interface Preparation {
  /** By skill id; skills without a row are left out. */
  prepared: Record<string, Prepared>;
  /** One sentence a cell that holds no score. */
  problems: string[];
}

/** What the manager prepared of a person, in one read. Of two rows of one skill the upper counts. */
export function readPreparation(spreadsheet: Spreadsheet, email: string): Preparation {
  const table = Table.open(spreadsheet, PREPARATION);
  const prepared: Record<string, Prepared> = {};
  const problems: string[] = [];
  rowsOf(table.rows, spreadsheet, email).forEach((row, skillId) => {
    const score = parseScore(row.get('score'));
    if (score === undefined) {
      problems.push(
        `${table.address(row, 'score')} holds ${shown(row.get('score'))}: ${ALLOWED_SCORES}.`,
      );
    }
    prepared[skillId] = { score: score ?? null, note: textOf(row.get('note'), spreadsheet) };
  });
  return { prepared, problems };
}

/**
 * Changes the cells whose edits fit: those that hold what the page saw. A skill without a row of
 * its own gets one, made by the framework. Returns the cells that somebody changed in the meantime; they stay as they are.
 */
export function savePreparation(
  spreadsheet: Spreadsheet,
  framework: () => Framework,
  email: string,
  edits: readonly PreparationEdit[],
): Conflict[] {
  const table = Table.open(spreadsheet, PREPARATION);
  const rows = rowsOf(table.rows, spreadsheet, email);
  const added = new Map<string, Partial<Record<Column, string | number>>>();
  const conflicts: Conflict[] = [];
  for (const { skillId, column, seen, value } of edits) {
    const key = COLUMN_OF[column];
    const row = rows.get(skillId);
    const now = row ? textIn(row, key, spreadsheet) : '';
    if (now === value) continue;
    if (now !== seen) conflicts.push({ skillId, column, now });
    else if (row) table.set(row, key, cellOf(key, value));
    else added.set(skillId, { ...added.get(skillId), [key]: cellOf(key, value) });
  }
  if (added.size > 0) table.append(newRows(framework(), email, added));
  table.write();
  return conflicts;
}

function newRows(
  { competencies, skills }: Framework,
  email: string,
  added: ReadonlyMap<string, Partial<Record<Column, string | number>>>,
) {
  const names = new Map(competencies.map(({ id, name }) => [id, name]));
  const gone = [...added.keys()].find((id) => skills.every((skill) => skill.id !== id));
  if (gone !== undefined) {
    throw new Error(
      `The skill ${gone} is not in the tab Framework any more: nothing was written; reload to go on without it.`,
    );
  }
  return skills
    .filter(({ id }) => added.has(id))
    .map(({ id, competency, level, text }) => ({
      email,
      skillId: id,
      competency: names.get(competency) ?? competency,
      level,
      skill: text,
      ...added.get(id),
    }));
}

/** A person's rows by skill id. */
function rowsOf(
  rows: readonly PreparationRow[],
  spreadsheet: Spreadsheet,
  email: string,
): Map<string, PreparationRow> {
  const own = new Map<string, PreparationRow>();
  for (const row of rows) {
    const skillId = textOf(row.get('skillId'), spreadsheet);
    if (skillId === '' || own.has(skillId)) continue;
    if (isSamePerson(textOf(row.get('email'), spreadsheet), email)) own.set(skillId, row);
  }
  return own;
}

/** A cell as edits speak of it: a score in its one spelling. */
function textIn(row: PreparationRow, column: Column, spreadsheet: Spreadsheet): string {
  const score = column === 'score' ? parseScore(row.get(column)) : undefined;
  return score === undefined ? textOf(row.get(column), spreadsheet) : String(score ?? '');
}

function cellOf(column: Column, value: string): string | number {
  return column === 'score' ? (parseScore(value) ?? '') : value;
}
