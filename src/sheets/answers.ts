// What the sidebar reads and writes of Assessment while people score.

import { ASSESSMENT, SUMMARY_NAMES } from '../layout/career-sheet';
import type { AnswersRequest, LookRequest, SkillRequest } from '../review/request';
import type { AnswerRow, Conflict } from '../review/sheet';
import { parseStatus, roleOf, type Status } from '../review/status';
import { parseScore } from '../rules/score';
import { type Assessment, readAssessment } from './career-sheet';
import { alone, readOwn, userEmail } from './own-file';
import { sheetOf, Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The rows as plain values. */
export function answerRows({ rows }: Assessment): AnswerRow[] {
  return rows.map(({ row, ...plain }) => plain);
}

/** A short text that is another one when the rows are. */
export function stampOf(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows);
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return String(hash);
}

/**
 * Writes answers to their cells. A cell that somebody changed since the page saw it is left
 * alone and comes back as a conflict; one that holds the wanted value already counts as written.
 * Self scores and evidence are the person's, in a draft; the rest belongs to an open review.
 */
export function saveAnswers(
  spreadsheet: Spreadsheet,
  { edits }: AnswersRequest,
): { conflicts: Conflict[] } {
  return alone(() => {
    const { status, email, managerEmail } = readOwn(spreadsheet);
    const role = roleOf(userEmail(), email, managerEmail);
    const isAuthor = role === 'person' || role === 'both';
    const table = Table.open(spreadsheet, ASSESSMENT);
    const conflicts: Conflict[] = [];
    for (const { skillId, column, seen, value } of edits) {
      const isOwn = column === 'selfScore' || column === 'evidence';
      if (isOwn && !isAuthor) {
        throw new Error('Only the person whose e-mail stands on Summary can fill in self scores.');
      }
      if (status !== (isOwn ? 'Draft' : 'In review')) {
        throw new Error(
          `The status is “${status}”, so that ${ASSESSMENT.columns[column]} is not for editing now: reload to see where the review stands.`,
        );
      }
      const row = table.rows.find((one) => textOf(one.get('id'), spreadsheet) === skillId);
      if (!row) {
        throw new Error(
          `The skill ${skillId} has no row on Assessment: bring its row back from version history.`,
        );
      }
      const score = /Score$/.test(column);
      const cell = row.get(column);
      const parsed = score ? parseScore(cell) : undefined;
      const now = parsed === undefined ? textOf(cell, spreadsheet) : String(parsed ?? '');
      if (now === value) continue;
      if (now === seen) table.set(row, column, score ? (parseScore(value) ?? '') : value);
      else conflicts.push({ skillId, column, now });
    }
    table.write();
    return { conflicts };
  });
}

/** What somebody who has the sidebar open may have missed: the selection, the status and, when they changed, the rows. */
export interface Look {
  /** Of the row that is selected on Assessment, or blank. */
  skillId: string;
  status: Status | null;
  stamp: string;
  /** null when the page has them. */
  rows: AnswerRow[] | null;
}

export function lookAtSheet(spreadsheet: Spreadsheet, { stamp }: LookRequest): Look {
  const rows = answerRows(readAssessment(spreadsheet));
  const now = stampOf(rows);
  const status = spreadsheet.getRangeByName(SUMMARY_NAMES.status);
  const selected = SpreadsheetApp.getCurrentCell();
  const row =
    selected && selected.getSheet().getName() === ASSESSMENT.tab
      ? rows.find(({ position }) => position === selected.getRow())
      : undefined;
  return {
    skillId: row ? row.id : '',
    status: parseStatus(textOf(status?.getValue(), spreadsheet)),
    stamp: now,
    rows: now === stamp ? null : rows,
  };
}

/** Selects the cell of a skill's answer. */
export function showSkill(spreadsheet: Spreadsheet, { skillId, column }: SkillRequest): void {
  const table = Table.open(spreadsheet, ASSESSMENT);
  const row = table.rows.find((one) => textOf(one.get('id'), spreadsheet) === skillId);
  if (!row) return;
  sheetOf(spreadsheet, ASSESSMENT.tab).getRange(row.position, table.columnOf[column]).activate();
}
