// One career sheet brought to the published framework: first planned from what it holds, then
// written, in an order in which it can be cut off anywhere and begun again. The version cell is
// written last: until then the sheet counts as not updated.

import type { Framework, Skill } from '../framework/framework';
import { type FrameworkTabs, readTabs } from '../framework/tabs';
import {
  countsOf,
  type Former,
  planUpdate,
  type RowPlan,
  roomFor,
  type SkillRow,
  type UpdateCounts,
  type UpdatePlan,
} from '../framework/update';
import { compareVersions, isPatch } from '../framework/version';
import {
  ARCHIVE,
  ASSESSMENT,
  GOALS,
  LAYOUT_VERSION,
  SUMMARY_NAMES,
  SUMMARY_TAB,
} from '../layout/career-sheet';
import { BEFORE } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import type { Archived } from '../review/archive';
import { REWORDED, withMark } from '../review/marks';
import { isSamePerson } from '../review/status';
import type { Member } from '../rollup/member';
import { problems } from '../rollup/problems';
import { openCareerSheet } from '../rollup/read-sheet';
import { isBlank, numberIn } from '../rules/cell';
import { changedMeanwhile, sameValue, writeCells } from '../sheets/cells';
import { misfitOf, rewriteFramework } from '../sheets/framework-rewrite';
import { frameworkTabs } from '../sheets/framework-tabs';
import { readLinkedTexts } from '../sheets/linked-text';
import { NamedCells } from '../sheets/named-cells';
import { type Row, sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { keepBefore } from './before-tab';
import type { Published } from './published';
import { recordsOfRemoved } from './removed-rows';
import { noteAfter, noteOf, sentencesAfter } from './rewording';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type AssessmentColumn = ColumnOf<typeof ASSESSMENT>;
type AssessmentTable = Table<AssessmentColumn>;
type AssessmentRow = Row<AssessmentColumn>;

const {
  email,
  status,
  direction,
  round,
  frameworkId,
  frameworkName,
  frameworkVersion,
  layoutVersion,
} = SUMMARY_NAMES;
const NEEDED = {
  email,
  status,
  direction,
  round,
  frameworkId,
  frameworkName,
  frameworkVersion,
  layoutVersion,
};

/** What an update would do to a career sheet, or did. */
export interface Change {
  /** The version that the sheet was made from. */
  from: string;
  counts: UpdateCounts;
  /** Sentences for the manager. */
  said: string[];
}

interface Planned extends Change {
  spreadsheet: Spreadsheet;
  summary: NamedCells<keyof typeof NEEDED>;
  assessment: AssessmentTable;
  tabs: FrameworkTabs;
  former: Former;
  plan: UpdatePlan;
}

/** What would happen; null when the sheet is up to date. Throws the sentence for a sheet that cannot be updated. */
export function previewUpdate(
  member: Member,
  sheetId: string,
  published: Published,
): Change | null {
  const planned = plan(member, sheetId, published);
  return planned && changeOf(planned);
}

/** Updates the sheet; null when it is up to date already. Throws as `previewUpdate` does. */
export function updateCareerSheet(
  member: Member,
  sheetId: string,
  published: Published,
  by: string,
): Change | null {
  const planned = plan(member, sheetId, published);
  if (planned === null) return null;
  const { spreadsheet, assessment, summary, tabs } = planned;
  const { framework } = published;
  keepBefore(spreadsheet, framework.version, [
    [ASSESSMENT.tab, assessment.grid],
    ...Object.keys(tabs.grids).map((tab) => [tab, tabs.grids[tab]] as const),
    [SUMMARY_TAB, [[summary.get('frameworkName'), summary.get('frameworkVersion')]]],
  ]);
  noteChange(planned, framework, by);
  archiveRemoved(planned, framework);
  SpreadsheetApp.flush();
  writeRows(planned, framework);
  noteSkills(planned, framework);
  followInGoals(planned);
  SpreadsheetApp.flush();
  moveRows(planned, framework);
  SpreadsheetApp.flush();
  rewriteFramework(spreadsheet, tabs, framework);
  SpreadsheetApp.flush();
  summary.set('frameworkName', framework.name);
  summary.set('frameworkVersion', framework.version);
  summary.write();
  SpreadsheetApp.flush();
  return changeOf(planned);
}

function changeOf({ from, counts, said }: Planned): Change {
  return { from, counts, said };
}

/** One open, and a read each of Summary, Assessment and the four framework tabs. */
function plan(
  member: Member,
  sheetId: string,
  { framework, templateId }: Published,
): Planned | null {
  if (sheetId === templateId) throw new Error(isTemplate(member));
  const spreadsheet = openCareerSheet(member, sheetId);
  const summary = NamedCells.read(spreadsheet, SUMMARY_TAB, NEEDED);
  const text = (key: keyof typeof NEEDED) => textOf(summary.get(key), spreadsheet);
  if ((numberIn(summary.get('layoutVersion')) ?? 0) > LAYOUT_VERSION) {
    throw new Error(problems.newerLayout());
  }
  if (text('email') !== '' && !isSamePerson(text('email'), member.email)) {
    throw new Error(problems.ofSomebodyElse(member, text('email'), undefined));
  }
  const from = text('frameworkVersion');
  if (text('frameworkId') !== framework.id) {
    throw new Error(
      `The career sheet is made from the framework “${text('frameworkName')}”, not from “${framework.name}”: give ${member.name || member.email} a new copy of the template.`,
    );
  }
  const order = compareVersions(from, framework.version);
  if (order === 0) return null;
  if (order > 0) {
    throw new Error(
      `The career sheet has version ${from} already, which is newer than ${framework.version}: link the newest template in Settings.`,
    );
  }

  if (!sheetOf(spreadsheet, ASSESSMENT.tab).getRange(1, 1).canEdit()) {
    throw new Error(problems.notAnEditor(member));
  }
  const tabs = frameworkTabs(spreadsheet);
  const misfit = misfitOf(spreadsheet, tabs, framework);
  if (misfit !== '') {
    throw new Error(
      `${framework.name} ${framework.version} does not fit into this career sheet, since ${misfit}: move it to a new copy of the template.`,
    );
  }
  const assessment = Table.open(spreadsheet, ASSESSMENT);
  const { framework: old } = readTabs(tabs, { id: framework.id, name: '', version: from });
  const former: Former = { competencies: old.competencies, skills: old.skills };
  const update = planUpdate(
    assessment.rows.map((row) => skillRowOf(row, spreadsheet)),
    former,
    framework,
    ({ position }) => assessment.address({ position } as AssessmentRow, 'id'),
  );
  const said = [...update.said, ...statusSaid(text('status'), update, from, framework)];
  if (
    text('direction') !== '' &&
    !framework.directions.some(({ name }) => name === text('direction'))
  ) {
    said.push(
      `The direction “${text('direction')}” on Summary is no longer in the framework: choose another one there.`,
    );
  }
  return {
    spreadsheet,
    summary,
    assessment,
    tabs,
    former,
    plan: update,
    from,
    counts: countsOf(update),
    said,
  };
}

const isTemplate = ({ position }: Member) =>
  `Row ${position} of Team links to the template itself: paste the address of the person's own career sheet there.`;

/** A row of Assessment, as far as the framework fills it. */
export function skillRowOf(row: AssessmentRow, spreadsheet: Spreadsheet): SkillRow {
  const text = (key: AssessmentColumn) => textOf(row.get(key), spreadsheet);
  return {
    position: row.position,
    id: text('id'),
    competency: text('competency'),
    level: numberIn(row.get('level')) ?? 0,
    skill: text('skill'),
  };
}

function statusSaid(
  status: string,
  { added }: UpdatePlan,
  from: string,
  { version }: Framework,
): string[] {
  if (added.length === 0 || (status !== 'Submitted' && status !== 'In review')) return [];
  return [
    `The status is ${status}: with ${version} in place of ${from}, ${added.length === 1 ? 'one skill is' : `${added.length} skills are`} new and not scored in this review.`,
  ];
}

/** On the version's cell, the newest update first. */
function noteChange({ spreadsheet, from, counts }: Planned, { version }: Framework, by: string) {
  const cell = spreadsheet.getRangeByName(SUMMARY_NAMES.frameworkVersion);
  if (!cell) return;
  const before = cell.getNote();
  const title = `Update from ${from} to ${version}`;
  if (before.indexOf(title) >= 0) return;
  const day = textOf(new Date(), spreadsheet);
  const { unchanged, reworded, added, removed } = counts;
  const line = `${title}, ${day}, by ${by || 'the manager'}: ${unchanged} skills unchanged, ${reworded} reworded, ${added} new, ${removed} removed (in Archive). What stood here before is in the hidden tab “${BEFORE} ${version}” until the manager discards it.`;
  cell.setNote(before === '' ? line : `${line}\n\n${before}`);
}

/** Appends what was answered in the rows that go, once. */
function archiveRemoved(planned: Planned, { version }: Framework): void {
  const { spreadsheet, assessment, summary } = planned;
  const removed = rowsOf(planned, 'removed').map(({ row, plan: { id } }) => ({ row, id }));
  const round = textOf(summary.get('round'), spreadsheet);
  const records = recordsOfRemoved(spreadsheet, assessment, removed, { round, version });
  if (records.length === 0) return;
  const archive = Table.open(spreadsheet, ARCHIVE);
  const isThere = (record: Archived) =>
    archive.rows.some((row) =>
      (Object.keys(record) as (keyof Archived)[]).every(
        (key) => textOf(row.get(key), spreadsheet) === textOf(record[key], spreadsheet),
      ),
    );
  archive.append(records.filter((record) => !isThere(record)));
  archive.write();
}

/** Ids, competencies, levels, sentences, and the mark on scores whose sentence changed. */
function writeRows(planned: Planned, { version }: Framework): void {
  const { spreadsheet, assessment, from } = planned;
  const reworded = rowsOf(planned, 'reworded').filter(
    ({ row }) => !isPatch(from, version) && isScored(row),
  );
  const isLinked = reworded.some(({ row }) => !isBlank(row.get('evidence')))
    ? readLinkedTexts(sheetOf(spreadsheet, ASSESSMENT.tab))
    : () => null;
  planned.plan.rows.forEach((plan, index) => {
    if (plan.kind === 'removed') return;
    const row = assessment.rows[index];
    const changes: Partial<SkillRow> = plan.changes;
    for (const key of ['id', 'competency', 'level', 'skill'] as const) {
      const value = changes[key];
      if (value !== undefined) assessment.set(row, key, value);
    }
  });
  for (const { row } of reworded) {
    // A link or a formula would be lost by typing before it: there the skill's note alone tells.
    if (isLinked(row.position, assessment.columnOf.evidence) !== null) continue;
    assessment.set(row, 'evidence', withMark(textOf(row.get('evidence'), spreadsheet), REWORDED));
  }
  assessment.write();
}

/** Whether a rewording leaves something to confirm. */
export function isScored(row: AssessmentRow): boolean {
  return !isBlank(row.get('selfScore')) || !isBlank(row.get('agreedScore'));
}

/** The note on each skill, where what it says changed; what a person wrote there stays below. */
function noteSkills(planned: Planned, { version }: Framework): void {
  const { spreadsheet, assessment, former, plan } = planned;
  const formerOf = new Map(former.skills.map((skill) => [skill.id, skill]));
  const changed = plan.rows.flatMap((one) => {
    if (one.kind !== 'unchanged' && one.kind !== 'reworded') return [];
    const old = formerOf.get(one.skill.id);
    const isReworded = one.kind === 'reworded';
    if (!old || (!isReworded && old.looksLike === one.skill.looksLike)) return [];
    const reworded = isReworded ? { version, was: one.before || old.text } : null;
    return [{ position: one.row.position, formerly: old.looksLike, skill: one.skill, reworded }];
  });
  if (changed.length === 0) return;
  const sheet = sheetOf(spreadsheet, ASSESSMENT.tab);
  const last = Math.max(...changed.map(({ position }) => position));
  const range = sheet.getRange(2, assessment.columnOf.skill, last - 1, 1);
  const notes: string[][] = range.getNotes();
  for (const { position, formerly, skill, reworded } of changed) {
    const cells = notes[position - 2];
    cells[0] = noteAfter(cells[0], formerly, skill, reworded);
  }
  range.setNotes(notes);
}

/** A goal names its skill by its sentence. */
function followInGoals({ spreadsheet, former, plan }: Planned): void {
  const now = sentencesAfter(plan, former);
  if (now.size === 0) return;
  const goals = Table.open(spreadsheet, GOALS);
  for (const row of goals.rows) {
    const text = now.get(textOf(row.get('skill'), spreadsheet));
    if (text !== undefined) goals.set(row, 'skill', text);
  }
  goals.write();
}

/** Deletes the rows of skills that went to Archive, and makes rows for those that are new. */
function moveRows(planned: Planned, framework: Framework): void {
  const { spreadsheet, assessment, plan } = planned;
  const removed = rowsOf(planned, 'removed').map(({ row }) => row.position);
  if (removed.length === 0 && plan.added.length === 0) return;
  const sheet = sheetOf(spreadsheet, ASSESSMENT.tab);
  const now = Table.open(spreadsheet, ASSESSMENT);
  for (const position of removed) {
    const [was, is] = [assessment.grid, now.grid].map((grid) => grid[position - 1] ?? []);
    if (!was.every((value, at) => sameValue(value, is[at]))) {
      throw changedMeanwhile(assessment.address({ position } as AssessmentRow, 'id'));
    }
  }
  for (const { first, count } of runsOf(removed).reverse()) sheet.deleteRows(first, count);
  addRows(sheet, now, removed, plan.added, framework);
}

function addRows(
  sheet: Sheet,
  { grid, columnOf }: AssessmentTable,
  removed: readonly number[],
  added: readonly Skill[],
  framework: Framework,
): void {
  if (added.length === 0) return;
  const left = grid
    .map((cells, index) => ({ cells, position: index + 1 }))
    .filter(({ position }) => position > 1 && !removed.includes(position))
    .map(({ cells }, index) => ({ cells, position: index + 2 }))
    .filter(({ cells }) => !cells.every(isBlank))
    .map(({ cells, position }) => ({
      position,
      competency: String(cells[columnOf.competency - 1]),
      level: numberIn(cells[columnOf.level - 1]) ?? 0,
    }));
  const { inserts, positions } = roomFor(added, left, framework, sheet.getMaxRows());
  for (const { after, count } of [...inserts].reverse()) sheet.insertRowsAfter(after, count);
  const at = new Map(added.map((skill, index) => [positions[index], skill]));
  // Notes first: once a row holds its skill, nobody comes back to it.
  for (const { first, count } of runsOf(positions)) {
    const notes = Array.from({ length: count }, (_, index) => [
      noteOf((at.get(first + index) as Skill).looksLike),
    ]);
    sheet.getRange(first, columnOf.skill, count, 1).setNotes(notes);
  }
  const nameOf = new Map(framework.competencies.map(({ id, name }) => [id, name]));
  writeCells(
    sheet,
    added.flatMap(({ id, competency, level, text }, index) => {
      const values = { id, competency: nameOf.get(competency) ?? competency, level, skill: text };
      return (Object.keys(values) as (keyof typeof values)[]).map((key) => ({
        row: positions[index],
        column: columnOf[key],
        value: values[key],
      }));
    }),
    2,
  );
}

/** Neighbouring positions as runs, from top to bottom. */
function runsOf(positions: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === position) last.count += 1;
    else runs.push({ first: position, count: 1 });
  }
  return runs;
}

type PlanOf<Kind extends RowPlan['kind']> = Extract<RowPlan, { kind: Kind }>;

/** The rows of Assessment that the plan has one thing in mind for. */
function rowsOf<Kind extends RowPlan['kind']>(
  { assessment, plan }: Planned,
  kind: Kind,
): { row: AssessmentRow; plan: PlanOf<Kind> }[] {
  return plan.rows.flatMap((one, index) =>
    one.kind === kind ? [{ row: assessment.rows[index], plan: one as PlanOf<Kind> }] : [],
  );
}
