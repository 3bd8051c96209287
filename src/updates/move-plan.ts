// Where everything of a career sheet goes in a new copy of the template: skills by their id, what
// the framework dropped to Archive, all else to the place that it had.

import type { Framework } from '../framework/framework';
import {
  countsOf,
  planUpdate,
  type RowPlan,
  type UpdateCounts,
  type UpdatePlan,
} from '../framework/update';
import { isPatch } from '../framework/version';
import {
  ARCHIVE,
  ASSESSMENT,
  GOALS,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import type { ColumnOf } from '../layout/tab';
import { REWORDED, withMark } from '../review/marks';
import { isBlank } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { parseScore } from '../rules/score';
import { addressOf, type CellValue, type Place } from '../sheets/cells';
import { type Row, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { isScored, skillRowOf } from './career-sheet';
import { type Content, FIELDS, type OldSheet, type OldTab, SCORES } from './old-sheet';
import { recordsOfRemoved } from './removed-rows';
import { noteAfter, sentencesAfter } from './rewording';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A cell of the new file, with what it is to hold; a note of null stays as it is. */
export interface Wanted extends Place, Omit<Content, 'note'> {
  tab: string;
  note: string | null;
}

export interface MovePlan {
  wanted: Wanted[];
  counts: UpdateCounts;
  /** Sentences for the manager. */
  said: string[];
}

/** @param copy A new copy of the template, or one that was half filled when a move was cut off. */
export function planMove(old: OldSheet, copy: Spreadsheet, framework: Framework): MovePlan {
  const { file, assessment, former, frameworkVersion } = old;
  const rows = assessment.table.rows.map((row) => skillRowOf(row, file));
  const update = planUpdate(rows, former, framework, ({ position }) =>
    addressOf(position, assessment.table.columnOf.id),
  );
  const removed = update.rows.flatMap((one, index) =>
    one.kind === 'removed' ? [{ row: assessment.table.rows[index], id: one.id }] : [],
  );
  const records = recordsOfRemoved(file, assessment.table, removed, {
    round: textOf(old.fields.round, file),
    version: framework.version,
  });
  const sentences = sentencesAfter(update, former);
  const fields = summaryCells(old, copy, framework);
  const others = old.records.flatMap((tab) => {
    const moves = tab.positions.map((position) => ({
      from: position,
      to: position,
      instead: tab.layout.tab === GOALS.tab ? followed(tab, position, sentences) : {},
    }));
    const end = Math.max(1, ...tab.positions);
    const added = records.map((record, index) => ({
      from: null,
      to: end + index + 1,
      instead: contentsOf(record),
    }));
    return placed(tab, copy, tab.layout.tab === ARCHIVE.tab ? [...moves, ...added] : moves);
  });
  return {
    wanted: [
      ...fields.wanted,
      ...placed(assessment, copy, skillMoves(old, copy, framework, update)),
      ...others,
    ],
    counts: countsOf(update),
    said: [
      ...update.said,
      ...fields.said,
      ...(frameworkVersion === framework.version
        ? []
        : [`The framework is ${framework.name} ${framework.version} from now on.`]),
    ],
  };
}

/** The cells of Summary that are the person's, by their names. */
function summaryCells(old: OldSheet, copy: Spreadsheet, { directions }: Framework) {
  const place = (key: SummaryName): Omit<Wanted, 'value'> => {
    const range = copy.getRangeByName(SUMMARY_NAMES[key]);
    if (!range) {
      throw new Error(
        `The template has no named range “${SUMMARY_NAMES[key]}”: link another template in Settings.`,
      );
    }
    const [row, column] = [range.getRow(), range.getColumn()];
    return { tab: SUMMARY_TAB, row, column, links: null, note: null };
  };
  const said: string[] = [];
  const wanted = FIELDS.map((key): Wanted => {
    const value = old.fields[key];
    const isDirection = key === 'direction' || key === 'aspiredDirection';
    if (!isDirection || value === '' || directions.some(({ name }) => name === value)) {
      return { ...place(key), value };
    }
    said.push(`The direction “${value}” is not in the framework: choose another one on Summary.`);
    return { ...place(key), value: '' };
  });
  return { wanted: [...wanted, { ...place('fileId'), value: copy.getId() }], said };
}

/** A row on its way; from nowhere when the old file has none. */
interface Move<Key extends string> {
  from: number | null;
  to: number;
  /** What stands there instead of what stood in the old row. */
  instead: Partial<Record<Key, Partial<Wanted>>>;
}

type SkillKey = ColumnOf<typeof ASSESSMENT>;

/** Skills go to the template's row for them, rows of the person's own behind the last one. */
function skillMoves(
  old: OldSheet,
  copy: Spreadsheet,
  framework: Framework,
  { rows, added }: UpdatePlan,
): Move<SkillKey>[] {
  const { table, positions } = old.assessment;
  const template = Table.open(copy, ASSESSMENT);
  const positionOf = new Map(
    template.rows.map((row) => [textOf(row.get('id'), copy), row.position]),
  );
  let end = Math.max(1, ...framework.skills.map(({ id }) => positionOf.get(id) ?? 1));
  const next = () => {
    end += 1;
    return end;
  };
  const nameOf = new Map(framework.competencies.map(({ id, name }) => [id, name]));
  const isPlanned = new Set(table.rows.map(({ position }) => position));
  const loose = positions.filter((position) => !isPlanned.has(position));
  return [
    ...rows.flatMap((plan, index): Move<SkillKey>[] => {
      if (plan.kind === 'removed') return [];
      const row = table.rows[index];
      const to = plan.kind === 'own' ? undefined : positionOf.get(plan.skill.id);
      const instead = insteadOf(old, framework, plan, row);
      return [{ from: row.position, to: to ?? next(), instead }];
    }),
    ...added.map(({ id, competency, level, text }) => {
      const name = nameOf.get(competency) ?? competency;
      const instead = contentsOf({ id, competency: name, level, skill: text });
      return { from: null, to: positionOf.get(id) ?? next(), instead };
    }),
    ...loose.map((from) => ({ from, to: next(), instead: {} })),
  ];
}

/** Scores as the dropdowns write them, and what the framework has a say in, as an update leaves it. */
function insteadOf(
  { assessment, former, frameworkVersion }: OldSheet,
  { version }: Framework,
  plan: Exclude<RowPlan, { kind: 'removed' }>,
  row: Row<SkillKey>,
): Move<SkillKey>['instead'] {
  const scores = contentsOf(
    Object.fromEntries(SCORES.map((key) => [key, parseScore(row.get(key)) ?? ''])),
  );
  if (plan.kind === 'own') return { ...scores, ...contentsOf(plan.changes) };
  const { skill, changes, before } = plan;
  const { competency, level, skill: text } = plan.row;
  const instead: Move<SkillKey>['instead'] = {
    ...scores,
    ...contentsOf({ id: skill.id, competency, level, skill: text, ...changes }),
  };
  const was = former.skills.find(({ id }) => id === skill.id);
  const isReworded = plan.kind === 'reworded';
  const reworded = isReworded ? { version, was: before || (was?.text ?? '') } : null;
  const { note } = assessment.at(row.position, assessment.table.columnOf.skill);
  instead.skill = {
    ...instead.skill,
    note: noteAfter(note, was?.looksLike ?? '', skill, reworded),
  };
  const evidence = assessment.at(row.position, assessment.table.columnOf.evidence);
  // Typing before a link would lose it: there the skill's note alone tells.
  const isToConfirm = isReworded && !isPatch(frameworkVersion, version) && isScored(row);
  if (isToConfirm && !evidence.links) {
    instead.evidence = { value: withMark(String(evidence.value), REWORDED) };
  }
  return instead;
}

/** A goal names its skill by its sentence. */
function followed(
  { table, at }: OldTab<string>,
  position: number,
  sentences: ReadonlyMap<string, string>,
): Move<string>['instead'] {
  const text = sentences.get(String(at(position, table.columnOf.skill).value).trim());
  return text === undefined ? {} : contentsOf({ skill: text });
}

function contentsOf<Key extends string>(
  record: Partial<Record<Key, CellValue>>,
): Partial<Record<Key, Partial<Wanted>>> {
  const contents: Partial<Record<Key, Partial<Wanted>>> = {};
  for (const key of Object.keys(record) as Key[]) {
    contents[key] = { value: record[key], links: null };
  }
  return contents;
}

/** The cells of the rows in their new places; what else the copy's tab holds is the template's, and goes. */
function placed<Key extends string>(
  tab: OldTab<Key>,
  copy: Spreadsheet,
  moves: readonly Move<Key>[],
): Wanted[] {
  const { table, layout, at } = tab;
  const target = Table.open(copy, layout);
  const columns = columnsFor(tab, target);
  const wanted: Wanted[] = [];
  for (const { from, to, key } of columns) {
    const base = { tab: layout.tab, column: to };
    if (key === null && table.headers[from - 1] !== '') {
      wanted.push({ ...base, ...at(1, from), row: 1 });
    }
    for (const move of moves) {
      const instead = key === null ? undefined : move.instead[key];
      if (move.from === null && !instead) continue;
      const content = move.from === null ? { ...BLANK, note: null } : at(move.from, from);
      wanted.push({ ...base, ...content, ...instead, row: move.to });
    }
  }
  const isWanted = new Set(wanted.map(({ row, column }) => `${row} ${column}`));
  target.grid.forEach((cells, index) => {
    cells.forEach((value, at) => {
      const place = { row: index + 1, column: at + 1 };
      if (index === 0 || isBlank(value) || isWanted.has(`${place.row} ${place.column}`)) return;
      wanted.push({ tab: layout.tab, ...place, ...BLANK });
    });
  });
  return wanted;
}

const BLANK: Content = { value: '', links: null, note: '' };

/** Ours by their headers; those that people added under the same header, or behind all others. */
function columnsFor<Key extends string>(
  { table }: OldTab<Key>,
  target: Table<Key>,
): { from: number; to: number; key: Key | null }[] {
  const keys = Object.keys(table.columnOf) as Key[];
  const ours = keys.map((key) => ({ from: table.columnOf[key], to: target.columnOf[key], key }));
  const used = new Set(ours.map(({ to }) => to));
  let end = target.headers.length;
  const own = table.headers
    .map((header, index) => ({ header, from: index + 1 }))
    .filter(({ from }) => !ours.some((column) => column.from === from))
    .filter(({ from }) => table.grid.some((row) => !isBlank(row[from - 1])))
    .map(({ header, from }) => {
      const there = target.headers.findIndex(
        (other, index) =>
          header !== '' && nameKey(other) === nameKey(header) && !used.has(index + 1),
      );
      if (there < 0) end += 1;
      const to = there < 0 ? end : there + 1;
      used.add(to);
      return { from, to, key: null };
    });
  return [...ours, ...own];
}
