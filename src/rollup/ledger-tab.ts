// The tab Ledger: read into entries by outcome id, appended to, and confirmed. Nothing is ever
// changed in it but why an entry is held, who confirmed it and which branch it came from; and only
// removing a person deletes from it.

import { LEDGER } from '../layout/manager-workbook';
import { rowOfOutcome } from '../review/outcome';
import { outcomeIn } from '../sheets/outcome-rows';
import { RowTable } from '../sheets/row-table';
import { textOf } from '../sheets/text';
import type { Entry } from './ledger';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type LedgerTable = RowTable<keyof typeof LEDGER.columns>;

export interface Ledger {
  /** By outcome id, from top to bottom. */
  entries: Map<string, Entry>;
  /** Rows that somebody edited so that they cannot be read: the sentence by outcome id. */
  damaged: Map<string, { email: string; problem: string }>;
  /** The tab as it was read; null once something was written to it. */
  table: LedgerTable | null;
}

/** The whole ledger, in one read. */
export function readLedger(spreadsheet: Spreadsheet): Ledger {
  const entries = new Map<string, Entry>();
  const damaged: Ledger['damaged'] = new Map();
  const table = RowTable.open(spreadsheet, LEDGER);
  for (const row of table.rows) {
    const id = textOf(row.get('id'), spreadsheet);
    if (id === '' || entries.has(id)) continue;
    try {
      entries.set(id, {
        outcome: outcomeIn(row, spreadsheet),
        held: textOf(row.get('held'), spreadsheet),
        confirmedBy: textOf(row.get('confirmedBy'), spreadsheet),
        branch: textOf(row.get('branch'), spreadsheet),
      });
    } catch (error) {
      damaged.set(id, {
        email: textOf(row.get('email'), spreadsheet),
        problem: (error as Error).message,
      });
    }
  }
  return { entries, damaged, table };
}

/**
 * Appends entries, and writes why those changed are held and where they came from. The ids in the tab
 * are read again first, and those that it holds by then are not added: a write that took effect though
 * Google said otherwise may be repeated.
 * @param ledger as it was read; its table is used up.
 */
export function writeLedger(
  spreadsheet: Spreadsheet,
  ledger: Pick<Ledger, 'table'>,
  added: readonly Entry[],
  changed: readonly Entry[],
): void {
  if (added.length === 0 && changed.length === 0) return;
  const read = changed.length === 0 ? ledger.table : null;
  ledger.table = null;
  const table = read?.stands('id') ? read : RowTable.open(spreadsheet, LEDGER);
  const rowOf = rowsById(table, spreadsheet);
  const gatheredAt = new Date();
  const missing = added.filter(({ outcome }) => !rowOf.has(outcome.id));
  table.append(
    missing.map(({ outcome, held, branch }) => ({
      ...rowOfOutcome(outcome),
      gatheredAt,
      held,
      branch,
    })),
  );
  for (const { outcome, held, branch } of changed) {
    const row = rowOf.get(outcome.id);
    if (!row) continue;
    table.set(row, 'held', held);
    table.set(row, 'branch', branch);
  }
  table.write();
}

/** Deletes the rows of people who were removed. */
export function removeFromLedger(spreadsheet: Spreadsheet, removed: readonly Entry[]): void {
  if (removed.length === 0) return;
  const table = RowTable.open(spreadsheet, LEDGER);
  const rowOf = rowsById(table, spreadsheet);
  for (const { outcome } of removed) {
    const row = rowOf.get(outcome.id);
    if (row) table.remove(row);
  }
  table.write();
}

/**
 * Notes who confirmed held outcomes, all or none; throws a sentence when there is no such outcome.
 * Returns whose they are, by e-mail.
 */
export function confirmInLedger(
  spreadsheet: Spreadsheet,
  ids: readonly string[],
  by: string,
): string[] {
  const table = RowTable.open(spreadsheet, LEDGER);
  const rowOf = rowsById(table, spreadsheet);
  const emails = ids.map((id) => {
    const row = rowOf.get(id);
    if (!row) {
      throw new Error(
        'This outcome is no longer in the tab Ledger: bring its row back from File > Version history.',
      );
    }
    if (textOf(row.get('confirmedBy'), spreadsheet) === '') table.set(row, 'confirmedBy', by);
    return textOf(row.get('email'), spreadsheet);
  });
  table.write();
  return emails;
}

function rowsById(table: LedgerTable, spreadsheet: Spreadsheet) {
  return new Map(table.rows.map((row) => [textOf(row.get('id'), spreadsheet), row]));
}
