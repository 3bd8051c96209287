// A branch file read: whole and as its rollup left it, or not at all.

import { mayPass, type Patience } from '../jobs/retry';
import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { LAYOUT_VERSION } from '../layout/career-sheet';
import type { Outcome } from '../review/outcome';
import { numberIn } from '../rules/cell';
import { NamedCells } from '../sheets/named-cells';
import { outcomeIn } from '../sheets/outcome-rows';
import { type Row, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
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
  const text = (key: keyof typeof BRANCH_NAMES) => textOf(cells.get(key), spreadsheet);
  const of = text('manager') || text('email');
  if (Number(text('layoutVersion')) > LAYOUT_VERSION) throw new Error(branchProblems.newerLayout());
  const writtenAt = text('writtenAt');
  if (writtenAt === '') throw new Error(branchProblems.unwritten(of));
  const outcomes = readOutcomesOf(spreadsheet);
  const people = readPeople(spreadsheet);
  const isWhole = (count: number, key: 'people' | 'outcomes') => Number(text(key)) === count;
  if (!isWhole(people.length, 'people') || !isWhole(outcomes.length, 'outcomes')) {
    throw new Error(branchProblems.notWhole(of));
  }
  return { address, writtenAt, people, outcomes };
}

/** A row that cannot be read throws: what it said would be taken for removed. */
function readOutcomesOf(spreadsheet: Spreadsheet): Outcome[] {
  return Table.open(spreadsheet, BRANCH_LEDGER).rows.map((row) => outcomeIn(row, spreadsheet));
}

function readPeople(spreadsheet: Spreadsheet): BranchPerson[] {
  return Table.open(spreadsheet, BRANCH_QUEUE).rows.map((row) => personIn(row, spreadsheet));
}

/** What a row says of a person, in a branch file or in Rollup. */
export function personIn(
  row: Pick<Row<keyof typeof BRANCH_QUEUE.columns>, 'get'>,
  spreadsheet: Spreadsheet,
): BranchPerson {
  const text = (key: keyof typeof BRANCH_QUEUE.columns) => textOf(row.get(key), spreadsheet);
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
