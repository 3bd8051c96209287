// The own branch file written: what the level above may see of this workbook, and nothing else.
// Rows are added and states are changed; only removing a person takes outcomes out of it.

import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { SETTINGS_NAMES, SETTINGS_TAB } from '../layout/manager-workbook';
import { type Outcome, rowOfOutcome } from '../review/outcome';
import { numberIn } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { NamedCells } from '../sheets/named-cells';
import { isoTime } from '../sheets/outcome-rows';
import { RowTable } from '../sheets/row-table';
import { textOf } from '../sheets/text';
import { spreadsheetIdIn } from './link';
import type { BranchPerson } from './merge-branch';
import { branchProblems } from './problems';
import { openBranchFile } from './read-branch';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const WHERE = 'Branch file of the tab Settings';

/** The branch file behind what Settings holds. Throws a sentence when it cannot be opened. */
export function openOwnBranch(link: string): Spreadsheet {
  const id = spreadsheetIdIn(link);
  if (id === null) throw new Error(branchProblems.notALink(link, WHERE));
  return openBranchFile(id, WHERE);
}

/**
 * Brings the branch file up to date. What is so already is not touched, so that the level above
 * need not read it again.
 * @param outcomes those that count; the file keeps what it holds besides.
 */
export function writeBranch(
  file: Spreadsheet,
  people: readonly BranchPerson[],
  outcomes: readonly Outcome[],
): void {
  const ledger = RowTable.open(file, BRANCH_LEDGER);
  const known = new Set(ledger.rows.map((row) => textOf(row.get('id'), file)));
  const added = outcomes.filter(({ id }) => !known.has(id));
  ledger.append(added.map(rowOfOutcome));

  const queue = RowTable.open(file, BRANCH_QUEUE);
  const listed = new Map(people.map((person) => [nameKey(person.email), person]));
  const keys = Object.keys(BRANCH_QUEUE.columns) as (keyof typeof BRANCH_QUEUE.columns)[];
  for (const row of queue.rows) {
    const key = nameKey(textOf(row.get('email'), file));
    const person = listed.get(key);
    if (person) for (const each of keys) queue.set(row, each, person[each] ?? '');
    else queue.remove(row);
    listed.delete(key);
  }
  queue.append(
    Array.from(listed.values(), (person) => ({ ...person, shareScored: person.shareScored ?? '' })),
  );
  rewrite(file, ledger, queue, {
    people: people.length,
    outcomes: ledger.rows.length + added.length,
  });
}

/**
 * Takes people out of the own branch file, with all their outcomes; the level above follows at its
 * next rollup. To be called before anything else of them is removed, so that a removal that is cut
 * off can be done again. Throws a sentence when the file cannot be opened.
 */
export function removeFromBranch(workbook: Spreadsheet, emails: readonly string[]): void {
  const { branch } = SETTINGS_NAMES;
  const link = textOf(NamedCells.read(workbook, SETTINGS_TAB, { branch }).get('branch'), workbook);
  if (link === '') return;
  const file = openOwnBranch(link);
  const leaving = new Set(emails.map(nameKey));
  const [ledger, queue] = [RowTable.open(file, BRANCH_LEDGER), RowTable.open(file, BRANCH_QUEUE)];
  const leavers = <Key extends 'email'>({ rows }: Pick<RowTable<Key>, 'rows'>) =>
    rows.filter((row) => leaving.has(nameKey(textOf(row.get('email' as Key), file))));
  const [outcomes, people] = [leavers(ledger), leavers(queue)];
  for (const row of outcomes) ledger.remove(row);
  for (const row of people) queue.remove(row);
  rewrite(file, ledger, queue, {
    people: queue.rows.length - people.length,
    outcomes: ledger.rows.length - outcomes.length,
  });
}

/**
 * Writes what is staged. Meanwhile the file says that it is not whole, so that the level above
 * keeps what it has; where this is cut off, the next rollup finishes it.
 */
function rewrite(
  file: Spreadsheet,
  ledger: RowTable<keyof typeof BRANCH_LEDGER.columns>,
  queue: RowTable<keyof typeof BRANCH_QUEUE.columns>,
  counts: { people: number; outcomes: number },
): void {
  const before = NamedCells.read(file, BRANCH_TAB, BRANCH_NAMES);
  const isWhole =
    before.get('writtenAt') !== '' &&
    numberIn(before.get('people')) === counts.people &&
    numberIn(before.get('outcomes')) === counts.outcomes;
  if (isWhole && !ledger.isChanged && !queue.isChanged) return;
  before.set('writtenAt', '');
  before.write();
  SpreadsheetApp.flush();
  ledger.write();
  queue.write();
  SpreadsheetApp.flush();
  const after = NamedCells.read(file, BRANCH_TAB, BRANCH_NAMES);
  after.set('people', counts.people);
  after.set('outcomes', counts.outcomes);
  after.set('writtenAt', isoTime(new Date(), file));
  after.write();
}
