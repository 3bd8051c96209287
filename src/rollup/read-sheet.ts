// A linked career sheet read, by opening it: of Summary a few cells, of Assessment the self scores,
// the outcomes. Evidence, notes, statements and goals stay where they are.

import { AT_ONCE, mayPass, type Patience } from '../jobs/retry';
import {
  ASSESSMENT,
  LAYOUT_VERSION,
  type OUTCOME_COLUMNS,
  OUTCOMES,
  SUMMARY_NAMES,
  SUMMARY_TAB,
} from '../layout/career-sheet';
import { parseStatus } from '../review/status';
import { isCareerSheet } from '../sheets/career-sheet';
import { NamedCells } from '../sheets/named-cells';
import { outcomesOf } from '../sheets/outcome-rows';
import { Table } from '../sheets/table';
import { textOf, type Zone } from '../sheets/text';
import type { Reading, ScoreCell } from './judge';
import type { Member } from './member';
import { problems } from './problems';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const { email, status, frameworkId, frameworkName, frameworkVersion, layoutVersion } =
  SUMMARY_NAMES;

/** The cells of Summary that a rollup reads. */
export const NEEDED = {
  email,
  status,
  frameworkId,
  frameworkName,
  frameworkVersion,
  layoutVersion,
};

/** The columns of Assessment that a rollup reads. */
export const SCORES = {
  tab: ASSESSMENT.tab,
  columns: { id: ASSESSMENT.columns.id, selfScore: ASSESSMENT.columns.selfScore },
};

/** What was got of a career sheet, in whichever way. */
export interface Got {
  summary(key: keyof typeof NEEDED): unknown;
  outcomes: Table<keyof typeof OUTCOME_COLUMNS>;
  /** Asked for only while nothing is recorded. */
  scores(): Table<keyof typeof SCORES.columns>;
  zone: Zone;
}

/** Throws the sentence for a layout that this script does not know. */
export function readingOf({ summary, outcomes: table, scores, zone }: Got): Reading {
  const text = (key: keyof typeof NEEDED) => textOf(summary(key), zone);
  if (Number(text('layoutVersion')) > LAYOUT_VERSION) throw new Error(problems.newerLayout());
  const isRecorded = parseStatus(text('status')) === 'Recorded';
  const { outcomes, problems: unreadable } = outcomesOf(table, zone);
  return {
    email: text('email'),
    status: text('status'),
    frameworkId: text('frameworkId'),
    frameworkName: text('frameworkName'),
    frameworkVersion: text('frameworkVersion'),
    selfScores: isRecorded ? null : selfScoresIn(scores(), zone),
    outcomes,
    unreadable,
  };
}

/** What a link under `Career sheet` leads to is another kind of spreadsheet. */
export class NotACareerSheet extends Error {}

/**
 * One open, and a read each of Summary, Outcomes and, unless it says Recorded, Assessment.
 * Throws the sentence for the row's problem when the sheet cannot be read.
 */
export function readCareerSheet(
  member: Member,
  sheetId: string,
  patience: Pick<Patience, 'try'>,
): Reading {
  const spreadsheet = openCareerSheet(member, sheetId, patience);
  try {
    return patience.try(() => {
      const cells = NamedCells.read(spreadsheet, SUMMARY_TAB, NEEDED);
      return readingOf({
        summary: (key) => cells.get(key),
        outcomes: Table.open(spreadsheet, OUTCOMES),
        scores: () => Table.open(spreadsheet, SCORES),
        zone: spreadsheet,
      });
    });
  } catch (error) {
    if (mayPass(error as Error)) throw new Error(problems.notNow((error as Error).message));
    throw error;
  }
}

/** Throws a sentence when the link leads nowhere, or to something else. */
export function openCareerSheet(
  member: Member,
  sheetId: string,
  patience: Pick<Patience, 'try'> = AT_ONCE,
): Spreadsheet {
  let opened: { spreadsheet: Spreadsheet; isOurs: boolean };
  try {
    opened = patience.try(() => {
      const spreadsheet = SpreadsheetApp.openById(sheetId);
      return { spreadsheet, isOurs: isCareerSheet(spreadsheet) };
    });
  } catch (error) {
    const { message } = error as Error;
    const isLasting = patience === AT_ONCE || !mayPass(error as Error);
    throw new Error(isLasting ? problems.noAccess(member, message) : problems.notNow(message));
  }
  if (!opened.isOurs) throw new NotACareerSheet(problems.notACareerSheet(member));
  return opened.spreadsheet;
}

/** Of the framework's skills: a row that a person added has no id, of a repeated one the upper row counts. */
function selfScoresIn(table: Table<keyof typeof SCORES.columns>, zone: Zone): ScoreCell[] {
  const cells = new Map<string, ScoreCell>();
  for (const row of table.rows) {
    const id = textOf(row.get('id'), zone);
    if (id === '' || cells.has(id)) continue;
    cells.set(id, { value: row.get('selfScore'), address: table.address(row, 'selfScore') });
  }
  return Array.from(cells.values());
}
