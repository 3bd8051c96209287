// A branch file read without opening it, by one request to Google Sheets' REST API. What is unusual
// about one, and whatever is wrong with it, is left to opening it.

import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { quotedTab } from '../sheets/cells';
import { Table } from '../sheets/table';
import {
  type Asked,
  type Body,
  fetchedIn,
  mayHoldDates,
  NO_DATES,
  OUTCOME_NUMBERS,
  padded,
  urlOf,
} from './fetched';
import { addressOfFile } from './link';
import type { Branch } from './merge-branch';
import { branchOf } from './read-branch';

const ASKED: Asked<keyof typeof BRANCH_NAMES> = {
  tab: BRANCH_TAB,
  names: BRANCH_NAMES,
  numbers: ['layoutVersion', 'people', 'outcomes'],
  ranges: [quotedTab(BRANCH_LEDGER.tab), quotedTab(BRANCH_QUEUE.tab)],
};

/** The address that answers with all of a branch file. */
export function branchUrl(id: string): string {
  return urlOf(id, ASKED);
}

/** The branch in the API's answer, the same that opening it comes to; null when only opening it tells. */
export function branchIn(id: string, body: Body): Branch | null {
  const fetched = fetchedIn(body, ASKED);
  if (!fetched) return null;
  const [outcomes, people] = fetched.ranges;
  try {
    const ledger = Table.of(BRANCH_LEDGER, padded(outcomes));
    const queue = Table.of(BRANCH_QUEUE, padded(people));
    if (mayHoldDates(ledger, OUTCOME_NUMBERS) || mayHoldDates(queue, ['shareScored'])) return null;
    return branchOf(addressOfFile(id), {
      cover: fetched.cell,
      outcomes: () => ledger,
      people: () => queue,
      zone: NO_DATES,
    });
  } catch (_) {
    // Whoever opens the file says in a sentence what is wrong.
    return null;
  }
}
