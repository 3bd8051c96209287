// What a file holds in some named cells and in some ranges, by one request to Google Sheets' REST API.

import type { OUTCOME_COLUMNS } from '../layout/career-sheet';
import { quotedTab } from '../sheets/cells';
import { queryOf } from '../sheets/google-rest';
import type { Table } from '../sheets/table';
import type { Zone } from '../sheets/text';

export type Values = readonly (readonly unknown[])[];

interface ValueRange {
  /** Such as `Summary!C4`. */
  range: string;
  /** Without trailing blanks; left out when all are blank. */
  values?: Values;
}

/** What is asked of one file. */
export interface Asked<Key extends string> {
  /** Where the named cells must stand, by key. */
  tab: string;
  names: Readonly<Record<Key, string>>;
  /** Those that hold numbers; in the others a number may be a date, which the answer does not tell. */
  numbers: readonly Key[];
  /** Further ranges: tabs, or A1 notation. */
  ranges: readonly string[];
}

/** The body of an answer; null when it was none. */
export type Body = { valueRanges?: ValueRange[] } | null;

export interface Fetched<Key extends string> {
  cell(key: Key): unknown;
  /** Of the further ranges, in their order. */
  ranges: Values[];
}

/** The address that answers with what is asked. */
export function urlOf<Key extends string>(fileId: string, { names, ranges }: Asked<Key>): string {
  return `https://sheets.googleapis.com/v4/spreadsheets/${fileId}/values:batchGet?${queryOf({
    ranges: [...Object.values<string>(names), ...ranges],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    fields: 'valueRanges(range,values)',
  })}`;
}

/** What the answer says; null where only opening the file tells. */
export function fetchedIn<Key extends string>(
  body: Body,
  { tab, names, numbers, ranges }: Asked<Key>,
): Fetched<Key> | null {
  const keys = Object.keys(names) as Key[];
  const answered = body?.valueRanges ?? [];
  if (answered.length !== keys.length + ranges.length) return null;
  const cells = answered.slice(0, keys.length);
  const cell = (key: Key) => cells[keys.indexOf(key)].values?.[0]?.[0] ?? '';
  if (!cells.every(({ range }) => standsIn(tab, range))) return null;
  if (keys.some((key) => !numbers.includes(key) && isNumber(cell(key)))) return null;
  return { cell, ranges: answered.slice(keys.length).map(({ values = [] }) => values) };
}

function standsIn(tab: string, range: string): boolean {
  return [tab, quotedTab(tab)].some((name) => range.startsWith(`${name}!`));
}

/** The API leaves trailing blanks out. */
export function padded(values: Values): unknown[][] {
  const width = Math.max(0, ...values.map((row) => row.length));
  return values.map((row) => [...row, ...Array(width - row.length).fill('')]);
}

const isNumber = (value: unknown) => typeof value === 'number';

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
