// A branch file read without opening it, by one request to Google Sheets' REST API. What is unusual
// about one, and whatever is wrong with it, is left to opening it.

import { BRANCH_LEDGER, BRANCH_NAMES, BRANCH_QUEUE, BRANCH_TAB } from '../layout/branch-file';
import { quotedTab } from '../sheets/cells';
import { Table } from '../sheets/table';
import {
  batchGetUrl,
  isNumber,
  mayHoldDates,
  NO_DATES,
  OUTCOME_NUMBERS,
  padded,
  standsIn,
  type ValueRange,
} from './fetched';
import { addressOfFile } from './link';
import type { Branch } from './merge-branch';
import { branchOf } from './read-branch';

type CoverKey = keyof typeof BRANCH_NAMES;

const KEYS = Object.keys(BRANCH_NAMES) as CoverKey[];
const COUNTS: readonly CoverKey[] = ['layoutVersion', 'people', 'outcomes'];
const RANGES = [
  ...KEYS.map((key) => BRANCH_NAMES[key]),
  quotedTab(BRANCH_LEDGER.tab),
  quotedTab(BRANCH_QUEUE.tab),
];

/** The address that answers with all of a branch file. */
export function branchUrl(id: string): string {
  return batchGetUrl(id, RANGES);
}

/** The branch in the API's answer, the same that opening it comes to; null when only opening it tells. */
export function branchIn(id: string, body: { valueRanges?: ValueRange[] } | null): Branch | null {
  const ranges = body?.valueRanges ?? [];
  if (ranges.length !== RANGES.length) return null;
  const cells = ranges.slice(0, KEYS.length);
  const cover = (key: CoverKey) => cells[KEYS.indexOf(key)].values?.[0]?.[0] ?? '';
  const isOdd = KEYS.some((key) => !COUNTS.includes(key) && isNumber(cover(key)));
  if (isOdd || !cells.every((cell) => standsIn(BRANCH_TAB, cell))) return null;
  const [outcomes, people] = ranges.slice(KEYS.length).map(({ values = [] }) => padded(values));
  try {
    const ledger = Table.of(BRANCH_LEDGER, outcomes);
    const queue = Table.of(BRANCH_QUEUE, people);
    if (mayHoldDates(ledger, OUTCOME_NUMBERS) || mayHoldDates(queue, ['shareScored'])) return null;
    return branchOf(addressOfFile(id), {
      cover,
      outcomes: () => ledger,
      people: () => queue,
      zone: NO_DATES,
    });
  } catch (_) {
    // Whoever opens the file says in a sentence what is wrong.
    return null;
  }
}
