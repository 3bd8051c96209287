// Spreadsheets on the local host that carry the built script, with functions added that do
// what people do by hand: sort, filter, insert rows.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { AnsweringPage } from '../../local/answers';
import { builtScript } from '../../local/built-scripts';
import { Host, type OpenFile } from '../../local/host';
import type { Switches } from '../../local/switches';
import type { Workbook } from '../../local/workspace/workbook';

export const OWNER = 'owner@example.com';
export const SET_UP = 'Career Sheet > Set up as template';
export const RECALCULATE = 'Career Sheet > Recalculate';

/** A host on a folder of its own; `close` takes the folder away. */
export function openHost(switches: Partial<Switches> = {}): { host: Host; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'career-sheet-'));
  const host = Host.open(folder, { switches, oneThread: true });
  return {
    host,
    close: () => {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new spreadsheet of the owner's with the built script and the hands below. */
export function newSheet(host: Host, page = new AnsweringPage(), more = ''): OpenFile {
  const file = host.as(OWNER, page).create('Career sheet', 'sheet');
  const script = builtScript('sheet');
  const code = `${script['Code.js']}\n${HANDS}\n${more}`;
  host.store.bindScript(file.id, { ...script, 'Code.js': code });
  return file;
}

/** One that is set up as a template. */
export async function newTemplate(host: Host): Promise<OpenFile> {
  const file = newSheet(host);
  await file.click(SET_UP, ['OK']);
  return file;
}

/** The exports of a test's own script as global functions, for `newSheet`. */
export function bundled(name: string): string {
  const path = join(import.meta.dirname, name);
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [path],
    bundle: true,
    format: 'iife',
    globalName: 'testScript',
    target: 'es2019',
    write: false,
  });
  const wrappers = [...readFileSync(path, 'utf8').matchAll(/^export function (\w+)/gm)].map(
    ([, each]) => `function ${each}(a, b, c) { return testScript.${each}(a, b, c); }`,
  );
  return [outputFiles[0].text, ...wrappers].join('\n');
}

/** The stored file, to be changed behind everybody's back. */
export function stored({ session, id }: OpenFile, host: Host): Workbook {
  return host.store.access(session.user).write(id);
}

/** The cells of a tab below its header, by header, as far as the first column is filled. */
export function records(file: OpenFile, tab: string): Record<string, unknown>[] {
  const [headers, ...rows] = file.read(tab, 'A1:Z400') as unknown[][];
  return rows
    .filter((row) => row[0] !== '')
    .map((row) => Object.fromEntries(headers.map((header, index) => [String(header), row[index]])));
}

const HANDS = `
function tabOf(name) { return SpreadsheetApp.getActive().getSheetByName(name); }
function sortTab(name, column, ascending) {
  const tab = tabOf(name);
  tab.getRange(2, 1, tab.getLastRow() - 1, tab.getLastColumn()).sort({ column, ascending });
}
function insertRowsAt(name, row, count) { tabOf(name).insertRowsBefore(row, count); }
function setCells(name, row, column, values) {
  tabOf(name).getRange(row, column, values.length, values[0].length).setValues(values);
}
`;
