// A linked career sheet read: of Summary a few cells, of Assessment the self scores, the outcomes.
// Evidence, notes, statements and goals stay where they are.

import { ASSESSMENT, LAYOUT_VERSION, SUMMARY_NAMES, SUMMARY_TAB } from '../layout/career-sheet';
import { parseStatus } from '../review/status';
import { isCareerSheet } from '../sheets/career-sheet';
import { NamedCells } from '../sheets/named-cells';
import { readOutcomes } from '../sheets/outcome-rows';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Reading, ScoreCell } from './judge';
import type { Member } from './member';
import { problems } from './problems';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const { email, status, frameworkId, frameworkName, frameworkVersion, layoutVersion } =
  SUMMARY_NAMES;
const NEEDED = { email, status, frameworkId, frameworkName, frameworkVersion, layoutVersion };

const SCORES = {
  tab: ASSESSMENT.tab,
  columns: { id: ASSESSMENT.columns.id, selfScore: ASSESSMENT.columns.selfScore },
};

/**
 * One open, and a read each of Summary, Outcomes and, unless it says Recorded, Assessment.
 * Throws the sentence for the row's problem when the sheet cannot be read.
 */
export function readCareerSheet(member: Member, sheetId: string): Reading {
  const spreadsheet = openCareerSheet(member, sheetId);
  const summary = NamedCells.read(spreadsheet, SUMMARY_TAB, NEEDED);
  const text = (key: keyof typeof NEEDED) => textOf(summary.get(key), spreadsheet);
  if (Number(text('layoutVersion')) > LAYOUT_VERSION) throw new Error(problems.newerLayout());
  const isRecorded = parseStatus(text('status')) === 'Recorded';
  const { outcomes, problems: unreadable } = readOutcomes(spreadsheet);
  return {
    email: text('email'),
    status: text('status'),
    frameworkId: text('frameworkId'),
    frameworkName: text('frameworkName'),
    frameworkVersion: text('frameworkVersion'),
    selfScores: isRecorded ? null : readSelfScores(spreadsheet),
    outcomes,
    unreadable,
  };
}

/** Throws a sentence when the link leads nowhere, or to something else. */
export function openCareerSheet(member: Member, sheetId: string): Spreadsheet {
  const spreadsheet = open(member, sheetId);
  if (!isCareerSheet(spreadsheet)) throw new Error(problems.notACareerSheet(member));
  return spreadsheet;
}

function open(member: Member, sheetId: string): Spreadsheet {
  try {
    return SpreadsheetApp.openById(sheetId);
  } catch (error) {
    throw new Error(problems.noAccess(member, (error as Error).message));
  }
}

/** Of the framework's skills: a row that a person added has no id, of a repeated one the upper row counts. */
function readSelfScores(spreadsheet: Spreadsheet): ScoreCell[] {
  const table = Table.open(spreadsheet, SCORES);
  const cells = new Map<string, ScoreCell>();
  for (const row of table.rows) {
    const id = textOf(row.get('id'), spreadsheet);
    if (id === '' || cells.has(id)) continue;
    cells.set(id, { value: row.get('selfScore'), address: table.address(row, 'selfScore') });
  }
  return Array.from(cells.values());
}
