// A linked career sheet read without opening it, by one request to Google Sheets' REST API: the same
// cells of Summary and outcomes, and of Assessment two columns alone. What is unusual about a sheet,
// such as columns that somebody moved, is left to opening it.

import { ASSESSMENT, OUTCOMES, SUMMARY_TAB } from '../layout/career-sheet';
import { addressOf, quotedTab } from '../sheets/cells';
import { columnsOf } from '../sheets/new-tab';
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
  type Values,
} from './fetched';
import type { Reading } from './judge';
import { NEEDED, readingOf, SCORES } from './read-sheet';

const { id: ID_COLUMN, selfScore: SCORE_COLUMN } = columnsOf(ASSESSMENT);
const ASKED: Asked<keyof typeof NEEDED> = {
  tab: SUMMARY_TAB,
  names: NEEDED,
  numbers: ['layoutVersion'],
  ranges: [quotedTab(OUTCOMES.tab), columnOf(ID_COLUMN), columnOf(SCORE_COLUMN)],
};

/** The address that answers with everything a rollup reads of a career sheet. */
export function sheetUrl(sheetId: string): string {
  return urlOf(sheetId, ASKED);
}

/** The reading in the API's answer, the same that opening the sheet comes to; null when only opening it tells. */
export function readingIn(body: Body): Reading | null {
  const fetched = fetchedIn(body, ASKED);
  if (!fetched) return null;
  const [outcomes, ids, scores] = fetched.ranges;
  try {
    const table = Table.of(OUTCOMES, padded(outcomes));
    if (mayHoldDates(table, OUTCOME_NUMBERS)) return null;
    const assessment = Table.of(SCORES, sideBySide(ids, scores));
    return readingOf({
      summary: fetched.cell,
      outcomes: table,
      scores: () => assessment,
      zone: NO_DATES,
    });
  } catch (_) {
    // A missing header, a newer layout: whoever opens the sheet says it in a sentence.
    return null;
  }
}

/** Such as `Assessment!E:E`. */
function columnOf(column: number): string {
  const letters = addressOf(1, column).replace(/\d+$/, '');
  return `${quotedTab(ASSESSMENT.tab)}!${letters}:${letters}`;
}

/** Two columns as they stand in the tab, with nothing between them. */
function sideBySide(ids: Values, scores: Values): unknown[][] {
  return Array.from({ length: Math.max(ids.length, scores.length) }, (_, at) => {
    const row: unknown[] = Array(SCORE_COLUMN).fill('');
    row[ID_COLUMN - 1] = ids[at]?.[0] ?? '';
    row[SCORE_COLUMN - 1] = scores[at]?.[0] ?? '';
    return row;
  });
}
