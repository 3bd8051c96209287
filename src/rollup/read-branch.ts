// A branch file read: whole and as its rollup left it, or not at all.

import { mayPass, type Patience } from '../jobs/retry';
import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { LAYOUT_VERSION } from '../layout/career-sheet';
import { numberIn } from '../rules/cell';
import { NamedCells } from '../sheets/named-cells';
import { outcomeIn } from '../sheets/outcome-rows';
import { type Row, Table } from '../sheets/table';
import { textOf, type Zone } from '../sheets/text';
import { isBranchFile } from './branch-file';
import { addressOfFile } from './link';
import type { Branch, BranchPerson } from './merge-branch';
import { branchProblems } from './problems';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Everything in a branch file: one open and three reads. Throws a sentence when it cannot be read,
 * or when something in it says that it is not whole: while its rollup writes, after one that was
 * cut off, after somebody deleted rows.
 * @param where for the sentence, such as `Branch file in row 3 of Team`.
 */
export function readBranch(id: string, where: string, patience: Pick<Patience, 'try'>): Branch {
  try {
    return patience.try(() => readOpened(openBranchFile(id, where), addressOfFile(id)));
  } catch (error) {
    const { message } = error as Error;
    throw mayPass(error as Error) ? new Error(branchProblems.notNow(message)) : error;
  }
}

/** Throws a sentence when the link leads nowhere, or to something else. */
export function openBranchFile(id: string, where: string): Spreadsheet {
  let spreadsheet: Spreadsheet;
  try {
    spreadsheet = SpreadsheetApp.openById(id);
  } catch (error) {
    if (mayPass(error as Error)) throw error;
    throw new Error(branchProblems.noAccess((error as Error).message, where));
  }
  if (!isBranchFile(spreadsheet)) throw new Error(branchProblems.notABranchFile(where));
  return spreadsheet;
}

function readOpened(spreadsheet: Spreadsheet, address: string): Branch {
  const cells = NamedCells.read(spreadsheet, BRANCH_TAB, BRANCH_NAMES);
  return branchOf(address, {
    cover: (key) => cells.get(key),
    outcomes: () => Table.open(spreadsheet, BRANCH_LEDGER),
    people: () => Table.open(spreadsheet, BRANCH_QUEUE),
    zone: spreadsheet,
  });
}

/** What was got of a branch file, in whichever way. */
export interface GotBranch {
  cover(key: keyof typeof BRANCH_NAMES): unknown;
  outcomes(): Table<keyof typeof BRANCH_LEDGER.columns>;
  people(): Table<keyof typeof BRANCH_QUEUE.columns>;
  zone: Zone;
}

/**
 * Throws the sentence for a file that is not whole. So does a row that cannot be read: what it said
 * would be taken for removed.
 */
export function branchOf(address: string, got: GotBranch): Branch {
  const { cover, zone } = got;
  const text = (key: keyof typeof BRANCH_NAMES) => textOf(cover(key), zone);
  const of = text('manager') || text('email');
  if (Number(text('layoutVersion')) > LAYOUT_VERSION) throw new Error(branchProblems.newerLayout());
  const writtenAt = text('writtenAt');
  if (writtenAt === '') throw new Error(branchProblems.unwritten(of));
  const outcomes = got.outcomes().rows.map((row) => outcomeIn(row, zone));
  const people = got.people().rows.map((row) => personIn(row, zone));
  const isWhole = (count: number, key: 'people' | 'outcomes') => Number(text(key)) === count;
  if (!isWhole(people.length, 'people') || !isWhole(outcomes.length, 'outcomes')) {
    throw new Error(branchProblems.notWhole(of));
  }
  return { address, writtenAt, people, outcomes };
}

/** What a row says of a person, in a branch file or in Rollup. */
export function personIn(
  row: Pick<Row<keyof typeof BRANCH_QUEUE.columns>, 'get'>,
  zone: Zone,
): BranchPerson {
  const text = (key: keyof typeof BRANCH_QUEUE.columns) => textOf(row.get(key), zone);
  return {
    name: text('name'),
    email: text('email'),
    managerEmail: text('managerEmail'),
    currentGrade: text('currentGrade'),
    startDate: text('startDate'),
    status: text('status'),
    shareScored: numberIn(row.get('shareScored')),
  };
}
