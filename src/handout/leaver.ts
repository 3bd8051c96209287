// Removing a person who left: out of every tab of this workbook and out of its branch file. The
// levels above follow at their next rollup.

import {
  HAND_OUT,
  LEDGER,
  PAY,
  PREPARATION,
  QUEUE,
  ROLLUP,
  ROUND,
  TEAM,
  UPDATES,
  WHAT_IF_TAB,
} from '../layout/manager-workbook';
import type { TabLayout } from '../layout/tab';
import { isSamePerson } from '../review/status';
import { readTeam } from '../rollup/team';
import { removeFromBranch } from '../rollup/write-branch';
import { isThere } from '../sheets/late-tab';
import { alone } from '../sheets/own-file';
import { RowTable } from '../sheets/row-table';
import { textOf } from '../sheets/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Team comes last: until then the person can be chosen again when it was cut off. */
const TABS = [PREPARATION, PAY, UPDATES, HAND_OUT, ROUND, QUEUE, LEDGER, ROLLUP, TEAM].map(byEmail);

/** Rows are known by the e-mail alone, wherever it stands. */
function byEmail({ tab, columns: { email } }: TabLayout<'email'>): TabLayout<'email'> {
  return { tab, columns: { email } };
}

export interface Removed {
  /** How many rows went, by tab. */
  rows: Record<string, number>;
  /** Where a trace may remain: sentences. */
  traces: string[];
}

/** Somebody who can be removed: of Team, or of what is left of somebody in other tabs. */
export interface Somebody {
  name: string;
  email: string;
  inTeam: boolean;
}

/** Everybody whom a row of this workbook is about, each once, those of Team first. */
export function loadEverybody(spreadsheet: Spreadsheet): Somebody[] {
  const people: Somebody[] = readTeam(spreadsheet)
    .filter(({ email }) => email !== '')
    .map(({ name, email }) => ({ name: name || email, email, inTeam: true }));
  for (const row of RowTable.open(spreadsheet, LEDGER).rows) {
    if (textOf(row.get('branch'), spreadsheet) !== '') continue;
    const email = textOf(row.get('email'), spreadsheet);
    const name = textOf(row.get('person'), spreadsheet) || email;
    if (email !== '') people.push({ name, email, inTeam: false });
  }
  return people.filter(
    ({ email }, at) => people.findIndex((one) => isSamePerson(one.email, email)) === at,
  );
}

/**
 * Deletes the rows that are about a person. May be repeated after it was cut off. Throws a sentence
 * before anything is deleted when the branch file cannot be opened.
 */
export function removePerson(spreadsheet: Spreadsheet, email: string): Removed {
  return alone(() => {
    const link = linkOf(spreadsheet, email);
    const rows: Removed['rows'] = {};
    removeFromBranch(spreadsheet, [email]);
    for (const layout of TABS) {
      const count = isThere(spreadsheet, layout) ? deleteRows(spreadsheet, layout, email) : 0;
      if (count > 0) rows[layout.tab] = count;
    }
    return { rows, traces: tracesOf(spreadsheet, email, link) };
  });
}

function linkOf(spreadsheet: Spreadsheet, email: string): string {
  return readTeam(spreadsheet).find((member) => isSamePerson(member.email, email))?.link ?? '';
}

function deleteRows(spreadsheet: Spreadsheet, layout: TabLayout<'email'>, email: string): number {
  const table = RowTable.open(spreadsheet, layout);
  const rows = table.rows.filter((row) =>
    isSamePerson(textOf(row.get('email'), spreadsheet), email),
  );
  for (const row of rows) table.remove(row);
  table.write();
  SpreadsheetApp.flush();
  return rows.length;
}

function tracesOf(spreadsheet: Spreadsheet, email: string, link: string): string[] {
  const traces = [
    'The version history of this workbook and of its branch file, and copies that somebody made of them.',
    link === ''
      ? 'Their own career sheet, with Goals, Outcomes and Archive.'
      : `Their own career sheet ${link}, with Goals, Outcomes and Archive: whoever owns it decides what becomes of it.`,
    'The workbooks of managers whom they reported to before.',
    'The levels above, until they roll up next; then only in the version history there.',
  ];
  const named = RowTable.open(spreadsheet, LEDGER).rows.some((row) =>
    (['recordedBy', 'managerEmail', 'confirmedBy'] as const).some((key) =>
      isSamePerson(textOf(row.get(key), spreadsheet), email),
    ),
  );
  if (named) traces.push('Outcomes of others that they recorded name their e-mail.');
  const report: unknown[][] =
    spreadsheet.getSheetByName(WHAT_IF_TAB)?.getDataRange().getValues() ?? [];
  if (report.some((row) => row.some((cell) => isSamePerson(textOf(cell, spreadsheet), email)))) {
    traces.push(`The tab “${WHAT_IF_TAB}”: delete it, or try a draft again.`);
  }
  return traces;
}
