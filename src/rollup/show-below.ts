// The end of a rollup: the queue of everybody below, and the own branch file for the level above.

import type { Patience } from '../jobs/retry';
import type { SettingsName } from '../layout/manager-workbook';
import type { Outcome } from '../review/outcome';
import { numberIn } from '../rules/cell';
import { nameKey } from '../rules/grade';
import type { Settings } from '../sheets/manager-workbook';
import { textOf } from '../sheets/text';
import { type Entry, isHeld } from './ledger';
import { spreadsheetIdIn } from './link';
import type { Member } from './member';
import type { BranchPerson } from './merge-branch';
import { branchProblems } from './problems';
import { placesOf, writeQueue } from './queue-tab';
import { personIn } from './read-branch';
import { LEFT, type RollupRows } from './rollup-tab';
import { digestOf } from './unchanged';
import { openOwnBranch, writeBranch } from './write-branch';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a rollup knows at its end. */
export interface Known {
  settings: Settings;
  team: readonly Member[];
  rollup: RollupRows;
  /** By outcome id. */
  ledger: ReadonlyMap<string, Entry>;
  /** As `Seals.settledTimeOf`. */
  settledTimeOf(fileId: string): string;
}

/** The document property that holds the seal of what was shown last. */
const SHOWN = 'shown below';

/**
 * Writes Queue, and the branch file that Settings names. Outcomes that are held stay here, and so
 * does everything that is not in Rollup. What was shown by an earlier run is not looked at again:
 * its seal is made from all that is shown and from when the branch file changed last. Returns what
 * is wrong with the branch file, or a blank.
 */
export function showBelow(
  spreadsheet: Spreadsheet,
  { settings, team, rollup, ledger, settledTimeOf }: Known,
  patience: Pick<Patience, 'try'>,
): string {
  const text = (key: SettingsName) => textOf(settings.get(key), spreadsheet);
  const people = peopleBelow(spreadsheet, rollup, team);
  const outcomesOf = countingByPerson(ledger);
  const places = placesOf(people, outcomesOf, text('round'), {
    today: textOf(new Date(), spreadsheet),
    selfAssessmentUntil: text('selfAssessmentUntil'),
    reviewsUntil: text('reviewsUntil'),
    graceMonths: numberIn(settings.get('graceMonths')) ?? 0,
  });
  const outcomes = Array.from(outcomesOf.values()).flat();
  // A Team that was emptied by mistake takes nobody away above.
  const link = team.length === 0 ? '' : text('branch');
  const branchTime = link === '' ? 'none' : settledTimeOf(spreadsheetIdIn(link) ?? '');
  const ids = outcomes.map(({ id }) => id).sort();
  const shown = [places, people, ids, link, branchTime];
  const seal = branchTime === '' ? '' : digestOf(JSON.stringify(shown));
  const properties = PropertiesService.getDocumentProperties();
  const last = patience.try(() => properties.getProperty(SHOWN));
  if (seal !== '' && last === seal) return '';
  if (last !== null) patience.try(() => properties.deleteProperty(SHOWN));

  patience.try(() => writeQueue(spreadsheet, places));
  try {
    if (link !== '') patience.try(() => writeBranch(openOwnBranch(link), people, outcomes));
  } catch (error) {
    return branchProblems.notWritten((error as Error).message);
  }
  if (seal !== '') {
    patience.try(() => {
      SpreadsheetApp.flush();
      properties.setProperty(SHOWN, seal);
    });
  }
  return '';
}

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
  rollup: RollupRows,
  team: readonly Member[],
): BranchPerson[] {
  const first = new Set(team.map(({ email }) => nameKey(email)));
  const people: BranchPerson[] = [];
  rollup.forEach((row, key) => {
    const person = personIn(row, spreadsheet);
    const isInBranch = String(row.get('branch')) !== '' && row.get('problem') !== LEFT;
    const isListed = isInBranch || first.has(key);
    if (person.email !== '' && nameKey(person.email) === key && isListed) people.push(person);
  });
  return people;
}
