// A career sheet that is left for a new file, read whole: answers, goals, outcomes, archive, with
// links, notes and whatever people added in columns and rows of their own.

import { readTabs } from '../framework/tabs';
import type { Former } from '../framework/update';
import {
  ARCHIVE,
  ASSESSMENT,
  GOALS,
  LAYOUT_VERSION,
  OUTCOMES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import type { ColumnOf, TabLayout } from '../layout/tab';
import { isSamePerson } from '../review/status';
import type { Member } from '../rollup/member';
import { problems } from '../rollup/problems';
import { isBlank, numberIn } from '../rules/cell';
import { parseScore } from '../rules/score';
import type { CellValue } from '../sheets/cells';
import { frameworkTabs } from '../sheets/framework-tabs';
import { readLinkedTexts } from '../sheets/linked-text';
import { NamedCells } from '../sheets/named-cells';
import { sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

/** The cells of Summary that a person fills. */
export const FIELDS = [
  'person',
  'email',
  'managerEmail',
  'currentGrade',
  'direction',
  'aspiredDirection',
  'round',
  'status',
] as const satisfies readonly SummaryName[];

export const SCORES = ['selfScore', 'managerScore', 'agreedScore'] as const;

/** What a cell holds. */
export interface Content {
  value: CellValue;
  /** The text with its links, when it has some. */
  links: RichText | null;
  note: string;
}

export interface OldTab<Key extends string> {
  layout: TabLayout<Key>;
  table: Table<Key>;
  /** Every row but the first with anything in it, from 1. */
  positions: number[];
  /** A cell by its position, from 1; a formula is written out behind what it shows. */
  at(row: number, column: number): Content;
}

export interface OldSheet {
  file: Spreadsheet;
  fields: Record<(typeof FIELDS)[number], CellValue>;
  frameworkId: string;
  frameworkVersion: string;
  /** What was noted on the version's cell. */
  changes: string;
  former: Former;
  assessment: OldTab<ColumnOf<typeof ASSESSMENT>>;
  /** Goals, Outcomes and Archive, whose rows keep their places. */
  records: readonly OldTab<string>[];
}

/** Throws the sentence for a sheet that cannot be moved. */
export function readOldSheet(file: Spreadsheet, member: Member): OldSheet {
  const summary = NamedCells.read(file, SUMMARY_TAB, NEEDED);
  const text = (key: keyof typeof NEEDED) => textOf(summary.get(key), file);
  if ((numberIn(summary.get('layoutVersion')) ?? 0) > LAYOUT_VERSION) {
    throw new Error(problems.newerLayout());
  }
  if (text('email') === '') throw new Error(problems.namesNobody(member));
  if (!isSamePerson(text('email'), member.email)) {
    throw new Error(problems.ofSomebodyElse(member, text('email'), undefined));
  }
  const assessment = readTab(file, ASSESSMENT);
  refuseNoScores(assessment.table);
  const identity = { id: text('frameworkId'), name: '', version: text('frameworkVersion') };
  const { competencies, skills } = readTabs(frameworkTabs(file), identity).framework;
  const fields = FIELDS.map((key) => [key, summary.get(key) as CellValue]);
  return {
    file,
    fields: Object.fromEntries(fields) as OldSheet['fields'],
    frameworkId: identity.id,
    frameworkVersion: identity.version,
    changes: file.getRangeByName(SUMMARY_NAMES.frameworkVersion)?.getNote() ?? '',
    former: { competencies, skills },
    assessment,
    records: [GOALS, OUTCOMES, ARCHIVE].map((layout: TabLayout) => readTab(file, layout)),
  };
}

/** Throws when an answer was changed since the sheet was read. */
export function refuseIfChanged({ file, assessment, records }: OldSheet): void {
  for (const { layout, table } of [assessment as OldTab<string>, ...records]) {
    const now = Table.open(file, layout).grid;
    if (JSON.stringify(now) === JSON.stringify(table.grid)) continue;
    throw new Error(
      `The tab “${layout.tab}” of the old file was changed while it was moved: Team still links to the old file; move it again.`,
    );
  }
}

const NEEDED = Object.fromEntries(
  ([...FIELDS, 'frameworkId', 'frameworkVersion', 'layoutVersion'] as const).map((key) => [
    key,
    SUMMARY_NAMES[key],
  ]),
) as Record<(typeof FIELDS)[number] | 'frameworkId' | 'frameworkVersion' | 'layoutVersion', string>;

/** One read, and five more of a tab that holds anything. */
function readTab<Key extends string>(file: Spreadsheet, layout: TabLayout<Key>): OldTab<Key> {
  const sheet = sheetOf(file, layout.tab);
  const table = Table.read(sheet, layout);
  const positions = table.grid
    .map((row, index) => ({ position: index + 1, isFilled: !row.every(isBlank) }))
    .filter(({ position, isFilled }) => isFilled && position > 1)
    .map(({ position }) => position);
  const range = sheet.getDataRange();
  const texts: (RichText | null)[][] = positions.length > 0 ? range.getRichTextValues() : [];
  const notes: string[][] = range.getNotes();
  const written = positions.length > 0 ? readLinkedTexts(sheet) : () => null;
  const at = (row: number, column: number): Content => {
    const raw = (table.grid[row - 1]?.[column - 1] ?? '') as CellValue;
    const text = texts[row - 1]?.[column - 1] ?? null;
    const links = text?.getRuns().some((run) => run.getLinkUrl()) ? text : null;
    const value = typeof raw === 'string' && !links ? (written(row, column) ?? raw) : raw;
    return { value, links, note: notes[row - 1]?.[column - 1] ?? '' };
  };
  return { layout, table, positions, at };
}

/** The new file's dropdowns would not take them. */
function refuseNoScores(table: Table<ColumnOf<typeof ASSESSMENT>>): void {
  const wrong = table.rows.flatMap((row) =>
    SCORES.filter((key) => parseScore(row.get(key)) === undefined).map((key) =>
      table.address(row, key),
    ),
  );
  if (wrong.length > 0) throw new Error(problems.notAScore(wrong));
}
