// What the classes of the spreadsheet service have in common: the scopes that their
// reference pages list, and a short way to write their tables of offers.

import type { CallKind, Offer, Scope } from './service';

/** Any spreadsheet that the person may open. */
export const ALL_SPREADSHEETS: readonly Scope[] = ['https://www.googleapis.com/auth/spreadsheets'];

/** One of these is enough for the file that the script is bound to. */
export const CURRENT_SPREADSHEET: readonly Scope[] = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/spreadsheets',
];

/** The same kind for several methods that need one of the scopes. */
export function offers(
  kind: CallKind,
  methods: readonly string[],
  scopes: readonly Scope[] = CURRENT_SPREADSHEET,
): Record<string, Offer> {
  return Object.fromEntries(methods.map((method) => [method, { kind, scopes }]));
}

/** The same kind for several methods whose pages list no scope. */
export function openOffers(kind: CallKind, methods: readonly string[]): Record<string, Offer> {
  return Object.fromEntries(methods.map((method) => [method, { kind }]));
}
