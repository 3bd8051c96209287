// A career sheet on the local host, for the tests of reviews: a template that is set up, and a
// copy of it that Ada owns and her manager Lin may edit.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Host, type OpenFile } from '../../local/host';
import { type Overview, overviewOf } from '../../src/review/overview';
import type { RecordRequest } from '../../src/review/request';
import type { ReviewSheet } from '../../src/review/sheet';

export const ADA = 'ada@example.com';
export const LIN = 'lin@example.com';
export const EVE = 'eve@example.com';
const OWNER = 'owner@example.com';

export interface Office {
  host: Host;
  template: OpenFile;
  folder: string;
  close(): void;
}

/** A workspace with nothing but a template. Its files reach the disk when it closes, unless a test reads them there. */
export async function openOffice({ savesOnClose = true } = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  const host = Host.open(folder, { savesOnClose, oneThread: true });
  const template = host.as(OWNER).create('Career Sheet', 'sheet');
  await template.click('Career Sheet > Set up as template', ['OK']);
  for (const reader of [ADA, LIN, EVE]) template.share(reader, 'viewer');
  const close = () => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { host, template, folder, close };
}

/** A career sheet as three people have it open. */
export interface Career {
  ada: OpenFile;
  lin: OpenFile;
  eve: OpenFile;
}

/** Ada's copy, filled in on Summary; Lin and Eve may edit it. */
export function adasCareer({ host, template }: Office): Career {
  const ada = host.as(ADA).open(template.id).copy("Ada's career sheet");
  for (const editor of [LIN, EVE]) ada.share(editor, 'editor');
  const career = { ada, lin: host.as(LIN).open(ada.id), eve: host.as(EVE).open(ada.id) };
  fill(ada, {
    person: 'Ada',
    email: ADA,
    manager_email: LIN,
    current_grade: 'E2',
    direction: 'Individual Contributor',
    round: '2026 H2',
  });
  return career;
}

/** Types into Summary's named cells. */
export function fill(file: OpenFile, cells: Record<string, string>): void {
  for (const [name, text] of Object.entries(cells)) file.type(...file.named(name), text);
}

/** Puts a value into a cell as it is stored: pasting goes round dropdowns and round the reading of what is typed. */
export function paste(
  { host }: Office,
  file: OpenFile,
  [tab, a1]: [tab: string, a1: string],
  value: string | number,
): void {
  const access = host.store.access(file.session.user);
  const sheet = access.write(file.id).sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  sheet.cells[a1] = { ...sheet.cells[a1], v: value };
  access.flush();
}

/** Columns of Assessment, as the template has them. */
const COLUMNS = { self: 'E', evidence: 'F', managerScore: 'G', agreed: 'H', note: 'I' } as const;

/** Types into Assessment, in the row of a skill. */
export function answer(
  file: OpenFile,
  skillId: string,
  cells: Partial<Record<keyof typeof COLUMNS, string>>,
): void {
  const row = rowOf(file, skillId);
  for (const [column, text] of Object.entries(cells)) {
    file.type('Assessment', `${COLUMNS[column as keyof typeof COLUMNS]}${row}`, text);
  }
}

/** What Assessment holds in the row of a skill. */
export function answerOf(file: OpenFile, skillId: string) {
  const row = rowOf(file, skillId);
  const cell = (column: keyof typeof COLUMNS) =>
    file.read('Assessment', `${COLUMNS[column]}${row}`);
  return {
    self: cell('self'),
    evidence: cell('evidence'),
    managerScore: cell('managerScore'),
    agreed: cell('agreed'),
    note: cell('note'),
  };
}

/** The rows of a tab below its header, each by header, blank rows left out. */
export function rowsOf(file: OpenFile, tab: string): Record<string, unknown>[] {
  const [headers, ...rows] = file.read(tab, 'A1:Z400') as unknown[][];
  return rows
    .filter((row) => row.some((value) => value !== ''))
    .map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at]])));
}

export function statusOf(file: OpenFile): unknown {
  return file.read(...file.named('status'));
}

/** What the sidebar makes of the sheet. */
export async function look(file: OpenFile): Promise<Overview> {
  return overviewOf((await file.call('loadReview')) as ReviewSheet);
}

/** Records as the sidebar does after everything that it asks was answered with yes. */
export function requestOf(view: Overview): RecordRequest {
  return {
    outcomeId: view.outcomeId,
    lastOutcomeId: view.lastOutcome?.id ?? '',
    agrees: true,
    statement: '',
    confirmed: {
      notScored: view.competencies.flatMap(({ notScored }) => notScored.map(({ id }) => id)),
      notManager: view.role !== 'manager',
      replaces: view.lastOutcome?.isOfThisRound ?? false,
    },
  };
}

export async function record(file: OpenFile): Promise<void> {
  await file.call('recordReview', requestOf(await look(file)));
}

/** Scores, submits and opens the review of Ada's sheet. */
export async function openedReview(career: Career): Promise<void> {
  answer(career.ada, 'del-01', { self: '1', evidence: 'Shipped the importer' });
  answer(career.ada, 'del-02', { self: '2' });
  await career.ada.call('submitReview', { addManager: false });
  await career.lin.call('openReview');
}

function rowOf(file: OpenFile, skillId: string): number {
  const ids = file.read('Assessment', 'A1:A400') as unknown[][];
  const row = ids.findIndex(([id]) => id === skillId) + 1;
  if (row === 0) throw new Error(`There is no skill ${skillId} on Assessment.`);
  return row;
}
