// The tab Hand-out: what was planned, what is being made, what was handed out. It is where a run
// that was cut off goes on from.

import { HAND_OUT } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import { isDate } from '../rules/cell';
import { isThere, openOrAdd } from '../sheets/late-tab';
import { RowTable } from '../sheets/row-table';
import type { CellValue, Row } from '../sheets/table';
import { textOf } from '../sheets/text';
import { FILES, type FileKind } from './plan';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Column = ColumnOf<typeof HAND_OUT>;

export const STATES = {
  planned: 'To be made',
  /** It may exist or not; once `link` is filled it does. */
  begun: 'Being made',
  done: 'Handed out',
} as const;
export type State = (typeof STATES)[keyof typeof STATES];

export interface HandOutRow {
  /** Unique in the tab. */
  key: string;
  name: string;
  email: string;
  file: FileKind;
  state: State;
  link: string;
  /** The name that the file has while it is being made. */
  madeAs: string;
  /** When its making began, in milliseconds since 1970; 0 before. */
  since: number;
  said: string;
}

/** What is to be made for whom. */
export type Wanted = Pick<HandOutRow, 'name' | 'email' | 'file'>;

export function keyOf({ email, file }: Pick<Wanted, 'email' | 'file'>): string {
  return `${email.trim().toLowerCase()} ${file}`;
}

/** Every row, of two of the same file the upper one; none where nothing was ever handed out. */
export function readHandOut(spreadsheet: Spreadsheet): HandOutRow[] {
  if (!isThere(spreadsheet, HAND_OUT)) return [];
  const rows = RowTable.open(spreadsheet, HAND_OUT).rows.map((row) => rowIn(row, spreadsheet));
  return rows.filter(({ key }, at) => rows.findIndex((one) => one.key === key) === at);
}

function rowIn(row: Row<Column>, spreadsheet: Spreadsheet): HandOutRow {
  const text = (column: Column) => textOf(row.get(column), spreadsheet);
  const since = row.get('since');
  const file: FileKind = text('file') === FILES.branch ? 'branch' : 'sheet';
  // The name is written down before anything is made; a state that somebody typed over is looked into.
  const hasBegun = text('madeAs') !== '' || text('link') !== '';
  const begunOrDone = text('state') === STATES.done ? STATES.done : STATES.begun;
  return {
    key: keyOf({ email: text('email'), file }),
    name: text('name') || text('email'),
    email: text('email'),
    file,
    state: hasBegun ? begunOrDone : STATES.planned,
    link: text('link'),
    madeAs: text('madeAs'),
    since: isDate(since) ? (since as Date).getTime() : 0,
    said: text('said'),
  };
}

/** Plans these files in place of what was planned and not begun. What has begun stays. */
export function writePlan(spreadsheet: Spreadsheet, wanted: readonly Wanted[]): void {
  const sheet = openOrAdd(spreadsheet, HAND_OUT, LOOK, (made) => {
    const column = Object.keys(HAND_OUT.columns).indexOf('since') + 1;
    made.getRange(2, column, LOOK.rows, 1).setNumberFormat('yyyy-mm-dd hh:mm');
  });
  const table = RowTable.read(sheet, HAND_OUT);
  const rows = table.rows.map((row) => rowIn(row, spreadsheet));
  const wantedKeys = new Set(wanted.map(keyOf));
  const there = new Set(rows.map(({ key }) => key));
  const added = wanted.filter((one) => !there.has(keyOf(one)));
  table.append(
    added.map(({ name, email, file }) => ({
      name,
      email,
      file: FILES[file],
      state: STATES.planned,
    })),
  );
  table.rows.forEach((row, at) => {
    if (rows[at].state === STATES.planned && !wantedKeys.has(rows[at].key)) table.remove(row);
  });
  table.write();
}

/** What changes in a row. */
export type Change = Partial<Pick<HandOutRow, 'email' | 'state' | 'link' | 'madeAs' | 'said'>> & {
  since?: Date | '';
};

/** Of a file that was begun and does not exist. */
export const NOT_BEGUN: Change = { state: STATES.planned, madeAs: '', since: '', said: '' };

/** Writes changes by the rows' keys, and stores them before it returns. */
export function noteChanges(spreadsheet: Spreadsheet, changes: ReadonlyMap<string, Change>): void {
  if (changes.size === 0) return;
  const table = RowTable.open(spreadsheet, HAND_OUT);
  const left = new Map(changes);
  for (const row of table.rows) {
    const { key } = rowIn(row, spreadsheet);
    const change = left.get(key);
    if (!change) continue;
    left.delete(key);
    for (const column of Object.keys(change) as (keyof Change)[]) {
      table.set(row, column, change[column] as CellValue);
    }
  }
  table.write();
  SpreadsheetApp.flush();
}

const LOOK = {
  widths: {
    name: 160,
    email: 210,
    file: 110,
    state: 110,
    link: 320,
    madeAs: 260,
    since: 130,
    said: 560,
  },
  rows: 200,
};
