// What the owner's page may ask for, checked: everything that it sends could have been sent by anybody.

import { record, refuse, words } from '../review/request';
import type { Change } from './compare';
import type { Place } from './tabs';
import type { CellEdit } from './write';

export interface EditRequest {
  edits: CellEdit[];
  /** What the framework is called from now on; null keeps it. */
  identity: { id: string; name: string; version: string } | null;
}

export interface PublishRequest {
  /** The framework that the page checked, as JSON, with its new version. */
  json: string;
  version: string;
  changes: Pick<Change, 'kind' | 'what' | 'id' | 'was' | 'now'>[];
}

/** Throws a sentence when the request is not as it should be; so do the others. */
export function checkEdits(request: unknown): EditRequest {
  const { edits, identity } = record(request);
  return {
    edits: list(edits).map((each) => {
      const { seen, value } = record(each);
      return { ...checkPlace(each), seen: cell(seen), value: cell(value) };
    }),
    identity: identity === null ? null : texts(identity, ['id', 'name', 'version']),
  };
}

export function checkPublish(request: unknown): PublishRequest {
  const { changes } = record(request);
  return {
    ...texts(request, ['json', 'version']),
    changes: list(changes).map((each) =>
      texts<keyof PublishRequest['changes'][0]>(each, ['kind', 'what', 'id', 'was', 'now']),
    ) as PublishRequest['changes'],
  };
}

export function checkPlace(request: unknown): Place {
  const { tab, row, column } = record(request);
  return { tab: words(tab, 'tab'), row: position(row), column: position(column) };
}

function texts<Key extends string>(request: unknown, keys: Key[]): Record<Key, string> {
  const given = record(request);
  return Object.fromEntries(
    keys.map((key) => [key, words(given[key], key, Number.POSITIVE_INFINITY)]),
  ) as Record<Key, string>;
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw refuse('a list is missing');
}

function position(value: unknown): number {
  if (Number.isInteger(value) && (value as number) > 0) return value as number;
  throw refuse('a position is none');
}

function cell(value: unknown): string | number | boolean {
  if (/^(string|number|boolean)$/.test(typeof value)) return value as string;
  throw refuse('a value is none of a cell');
}
