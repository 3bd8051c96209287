// Answers of Google Sheets' REST API with the values of several ranges of a file.

import type { OUTCOME_COLUMNS } from '../layout/career-sheet';
import { quotedTab } from '../sheets/cells';
import { queryOf } from '../sheets/google-rest';
import type { Table } from '../sheets/table';
import type { Zone } from '../sheets/text';

export type Values = readonly (readonly unknown[])[];

export interface ValueRange {
  /** Such as `Summary!C4`. */
  range: string;
  /** Without trailing blanks; left out when all are blank. */
  values?: Values;
}

/** The address that answers with these ranges: names, tabs or A1 notation. */
export function batchGetUrl(fileId: string, ranges: readonly string[]): string {
  return `https://sheets.googleapis.com/v4/spreadsheets/${fileId}/values:batchGet?${queryOf({
    ranges,
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    fields: 'valueRanges(range,values)',
  })}`;
}

export function standsIn(tab: string, { range }: ValueRange): boolean {
  return [tab, quotedTab(tab)].some((name) => range.startsWith(`${name}!`));
}

/** The API leaves trailing blanks out. */
export function padded(values: Values): unknown[][] {
  const width = Math.max(0, ...values.map((row) => row.length));
  return values.map((row) => [...row, ...Array(width - row.length).fill('')]);
}

export const isNumber = (value: unknown) => typeof value === 'number';

/** The columns of an outcome that hold numbers. */
export const OUTCOME_NUMBERS: readonly (keyof typeof OUTCOME_COLUMNS)[] = [
  'progress',
  'selfProgress',
  'raised',
  'lowered',
];

/** Whether a number stands where text belongs: it may be a date, which the answer does not tell. */
export function mayHoldDates<Key extends string>(
  { rows, columnOf }: Table<Key>,
  numbers: readonly Key[],
): boolean {
  const texts = (Object.keys(columnOf) as Key[]).filter((key) => !numbers.includes(key));
  return rows.some((row) => texts.some((key) => isNumber(row.get(key))));
}

export const NO_DATES: Zone = {
  getSpreadsheetTimeZone: () => {
    throw new Error('The answers of the API hold no dates.');
  },
};
