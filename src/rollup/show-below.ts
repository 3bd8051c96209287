// The end of a rollup: the queue of everybody below, and the own branch file for the level above.

import type { Framework } from '../framework/framework';
import type { Patience } from '../jobs/retry';
import { SETTINGS_NAMES, SETTINGS_TAB } from '../layout/manager-workbook';
import type { Outcome } from '../review/outcome';
import { numberIn } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { NamedCells } from '../sheets/named-cells';
import { textOf } from '../sheets/text';
import { type Entry, isHeld } from './ledger';
import type { Member } from './member';
import type { BranchPerson } from './merge-branch';
import { branchProblems } from './problems';
import { writeQueue } from './queue-tab';
import { readRollup } from './rollup-tab';
import { openOwnBranch, writeBranch } from './write-branch';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Writes Queue, and the branch file that Settings names. Outcomes that are held stay here, and so
 * does everything that is not in Rollup. Returns what is wrong with the branch file, or a blank.
 */
export function showBelow(
  spreadsheet: Spreadsheet,
  framework: Framework,
  team: readonly Member[],
  ledger: ReadonlyMap<string, Entry>,
  patience: Pick<Patience, 'try'>,
): string {
  const settings = patience.try(() => NamedCells.read(spreadsheet, SETTINGS_TAB, SETTINGS));
  const text = (key: keyof typeof SETTINGS) => textOf(settings.get(key), spreadsheet);
  const people = patience.try(() => peopleBelow(spreadsheet, framework, team));
  const outcomesOf = countingByPerson(ledger);
  const calendar = {
    today: textOf(new Date(), spreadsheet),
    selfAssessmentUntil: text('selfAssessmentUntil'),
    reviewsUntil: text('reviewsUntil'),
    graceMonths: numberIn(settings.get('graceMonths')) ?? 0,
  };
  patience.try(() => writeQueue(spreadsheet, people, outcomesOf, text('round'), calendar));
  // A Team that was emptied by mistake takes nobody away above.
  const link = text('branch');
  if (link === '' || team.length === 0) return '';
  try {
    const outcomes = Array.from(outcomesOf.values()).flat();
    patience.try(() => writeBranch(openOwnBranch(link), people, outcomes));
    return '';
  } catch (error) {
    return branchProblems.notWritten((error as Error).message);
  }
}

const { round, selfAssessmentUntil, reviewsUntil, graceMonths, branch } = SETTINGS_NAMES;
const SETTINGS = { round, selfAssessmentUntil, reviewsUntil, graceMonths, branch };

/** The outcomes that count, by their person's key. */
export function countingByPerson(ledger: ReadonlyMap<string, Entry>): Map<string, Outcome[]> {
  const outcomes = new Map<string, Outcome[]>();
  ledger.forEach((entry) => {
    if (isHeld(entry)) return;
    const key = nameKey(entry.outcome.email);
    const others = outcomes.get(key);
    if (others) others.push(entry.outcome);
    else outcomes.set(key, [entry.outcome]);
  });
  return outcomes;
}

/** Everybody in Rollup, once each, whom Team or one of its branches still lists. */
function peopleBelow(
  spreadsheet: Spreadsheet,
  framework: Framework,
  team: readonly Member[],
): BranchPerson[] {
  const { rowOf } = readRollup(spreadsheet, framework);
  const first = new Set(team.map(({ email }) => nameKey(email)));
  const people: BranchPerson[] = [];
  rowOf.forEach((row, key) => {
    const text = (column: Parameters<typeof row.get>[0]) => textOf(row.get(column), spreadsheet);
    const isListed = text('branch') !== '' || first.has(key);
    if (text('email') === '' || nameKey(text('email')) !== key || !isListed) return;
    people.push({
      name: text('name'),
      email: text('email'),
      managerEmail: text('managerEmail'),
      currentGrade: text('currentGrade'),
      startDate: text('startDate'),
      status: text('status'),
      shareScored: numberIn(row.get('shareScored')),
    });
  });
  return people;
}
