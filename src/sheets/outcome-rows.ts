// Rows that hold outcomes, of a career sheet's tab Outcomes or of a ledger, read into outcomes.

import { type OUTCOME_COLUMNS, OUTCOMES } from '../layout/career-sheet';
import { type Outcome, outcomeOfRow } from '../review/outcome';
import { isDate } from '../rules/cell';
import { type Row, Table } from './table';
import { textOf, type Zone } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type OutcomeColumn = keyof typeof OUTCOME_COLUMNS;

export interface OutcomeRows {
  table: Table<OutcomeColumn>;
  /** From top to bottom. */
  outcomes: Outcome[];
  /** One sentence a row that cannot be read. */
  problems: string[];
}

/** Every outcome of a career sheet, in one read; throws a sentence when the tab or a column is missing. */
export function readOutcomes(spreadsheet: Spreadsheet): OutcomeRows {
  return outcomesOf(Table.open(spreadsheet, OUTCOMES), spreadsheet);
}

/** The outcomes in the tab as it was read. */
export function outcomesOf(table: Table<OutcomeColumn>, zone: Zone): OutcomeRows {
  const outcomes: Outcome[] = [];
  const problems: string[] = [];
  for (const row of table.rows) {
    try {
      outcomes.push(outcomeIn(row, zone));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { table, outcomes, problems };
}

/** The outcome in a row; throws a sentence when the row was edited so that it cannot be read. */
export function outcomeIn(row: Row<OutcomeColumn>, zone: Zone): Outcome {
  return outcomeOfRow((column) => {
    const value = row.get(column);
    return isDate(value) ? isoTime(value as Date, zone) : textOf(value, zone);
  });
}

/** Such as `2026-11-20T14:05:00+01:00`, in the spreadsheet's time zone. */
export function isoTime(date: Date, zone: Zone): string {
  return Utilities.formatDate(date, zone.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm:ssXXX");
}
