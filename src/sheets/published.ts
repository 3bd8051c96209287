// The tabs Published and Changes of a template: its versions, and what changed with each.

import type { Change } from '../framework/compare';
import type { Framework } from '../framework/framework';
import { CHANGES, PUBLISHED } from '../layout/framework';
import { addDesigned } from './new-tab';
import { Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A cell holds 50,000 characters. */
const PART = 45000;

/** The last published framework as JSON; blank when there is none. */
export function publishedJson(spreadsheet: Spreadsheet): string {
  if (!spreadsheet.getSheetByName(PUBLISHED.tab)) return '';
  const { rows } = Table.open(spreadsheet, PUBLISHED);
  const first = rows.map((row) => Number(row.get('part'))).lastIndexOf(1);
  return first < 0
    ? ''
    : rows
        .slice(first)
        .map((row) => String(row.get('json')))
        .join('');
}

/** Writes a version down; the tab is made, hidden, when it is not there. */
export function addPublished(spreadsheet: Spreadsheet, framework: Framework, at: string): void {
  if (!spreadsheet.getSheetByName(PUBLISHED.tab)) {
    addDesigned(spreadsheet, PUBLISHED, { rows: 5 }).hideSheet();
  }
  const table = Table.open(spreadsheet, PUBLISHED);
  const parts = partsOf(JSON.stringify(framework));
  const { version } = framework;
  table.append(parts.map((json, index) => ({ version, at, part: index + 1, json })));
  table.write();
}

/** Ids that the change list names, of skills that are in use no longer among them. */
export function idsOfChanges(spreadsheet: Spreadsheet): string[] {
  if (!spreadsheet.getSheetByName(CHANGES.tab)) return [];
  const { rows } = Table.open(spreadsheet, CHANGES);
  return rows.map((row) => textOf(row.get('id'), spreadsheet)).filter((id) => id !== '');
}

/** Adds to the change list, once a version. */
export function addChanges(
  spreadsheet: Spreadsheet,
  version: string,
  at: string,
  changes: readonly Pick<Change, 'kind' | 'what' | 'id' | 'was' | 'now'>[],
): void {
  if (!spreadsheet.getSheetByName(CHANGES.tab)) {
    addDesigned(spreadsheet, CHANGES, { rows: 5 });
  }
  const table = Table.open(spreadsheet, CHANGES);
  if (table.rows.some((row) => textOf(row.get('version'), spreadsheet) === version)) return;
  table.append(changes.map((change) => ({ ...change, version, at })));
  table.write();
}

/** No part ends inside a character of two halves, such as an emoji. */
function partsOf(json: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < json.length; ) {
    const end = start + PART;
    const next = /[\uD800-\uDBFF]/.test(json.charAt(end - 1)) ? end - 1 : end;
    parts.push(json.slice(start, next));
    start = next;
  }
  return parts;
}
