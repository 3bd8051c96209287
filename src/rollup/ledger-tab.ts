// The tab Ledger: read into entries by outcome id, appended to, and confirmed. Nothing is ever
// changed in it but why an entry is held and who confirmed it.

import { LEDGER } from '../layout/manager-workbook';
import { rowOfOutcome } from '../review/outcome';
import { outcomeIn } from '../sheets/outcome-rows';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Entry } from './ledger';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type LedgerTable = Table<keyof typeof LEDGER.columns>;

export interface Ledger {
  /** By outcome id, from top to bottom. */
  entries: Map<string, Entry>;
  /** Rows that somebody edited so that they cannot be read: the sentence by outcome id. */
  damaged: Map<string, { email: string; problem: string }>;
}

/** The whole ledger, in one read. */
export function readLedger(spreadsheet: Spreadsheet): Ledger {
  const entries = new Map<string, Entry>();
  const damaged: Ledger['damaged'] = new Map();
  for (const row of Table.open(spreadsheet, LEDGER).rows) {
    const id = textOf(row.get('id'), spreadsheet);
    if (id === '' || entries.has(id)) continue;
    try {
      entries.set(id, {
        outcome: outcomeIn(row, spreadsheet),
        held: textOf(row.get('held'), spreadsheet),
        confirmedBy: textOf(row.get('confirmedBy'), spreadsheet),
      });
    } catch (error) {
      damaged.set(id, {
        email: textOf(row.get('email'), spreadsheet),
        problem: (error as Error).message,
      });
    }
  }
  return { entries, damaged };
}

/**
 * Appends entries, and clears the reason of those released. The tab is read again first, and what it
 * holds by then is not added: a write that took effect though Google said otherwise may be repeated.
 */
export function writeLedger(
  spreadsheet: Spreadsheet,
  added: readonly Entry[],
  released: readonly Entry[],
): void {
  if (added.length === 0 && released.length === 0) return;
  const table = Table.open(spreadsheet, LEDGER);
  const rowOf = rowsById(table, spreadsheet);
  const gatheredAt = new Date();
  const missing = added.filter(({ outcome }) => !rowOf.has(outcome.id));
  table.append(
    missing.map(({ outcome, held }) => ({ ...rowOfOutcome(outcome), gatheredAt, held })),
  );
  for (const { outcome } of released) {
    const row = rowOf.get(outcome.id);
    if (row) table.set(row, 'held', '');
  }
  table.write();
}

/** Notes who confirmed a held outcome; throws a sentence when there is no such outcome. Returns whose it is. */
export function confirmInLedger(spreadsheet: Spreadsheet, id: string, by: string): string {
  const table = Table.open(spreadsheet, LEDGER);
  const row = rowsById(table, spreadsheet).get(id);
  if (!row) {
    throw new Error(
      'This outcome is no longer in the tab Ledger: bring its row back from File > Version history.',
    );
  }
  if (textOf(row.get('confirmedBy'), spreadsheet) === '') {
    table.set(row, 'confirmedBy', by);
    table.write();
  }
  return textOf(row.get('email'), spreadsheet);
}

function rowsById(table: LedgerTable, spreadsheet: Spreadsheet) {
  return new Map(table.rows.map((row) => [textOf(row.get('id'), spreadsheet), row]));
}
