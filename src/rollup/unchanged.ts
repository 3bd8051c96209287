// What decides that a career sheet, or a branch file, need not be read again: a seal in the person's
// row of Rollup.
//
// A seal is a short text made from everything that the row came from: when the files that it links to
// changed last, by Drive's list; the person's row of Team, and others with the same link; the published
// framework; the person's rows of Ledger; and what the row of Rollup itself says, and the rows that came
// from the person's branch. When the seal that would be made now is the one in the row, reading the
// files would come to what is there. So whatever changes, they are read again: a file, a link, an
// e-mail, a manager, the framework, an outcome that was confirmed, edited or deleted in Ledger (also by
// a run that was cut off between Ledger and Rollup), a cell typed over in Rollup.
//
// Without a seal the sheet is read. None is made
// - for a file that the list does not hold: nobody knows when it changed;
// - for a file that changed within the last minutes before it was listed: Drive may count several
//   changes as one, and notes them late, so that a change around the reading could go unseen;
// - for a row whose sheet could not be read: the reason may be gone at any time.
// The list is taken before the sheets are read, so that what changes in between is another time in
// the next list. A file that is no longer shared is no longer listed, and is read, which says so.

import type { Framework } from '../framework/framework';
import { rowOfOutcome } from '../review/outcome';
import { isDate } from '../rules/cell';
import { nameKey } from '../rules/grade';
import { isHeld } from './ledger';
import type { Ledger } from './ledger-tab';
import type { Member } from './member';

/** Raised with every change of this code by which the same sheet is judged in another way. */
const JUDGEMENT = 2;

/** A file must have been left alone for this long before it was listed. */
const SETTLED_MS = 5 * 60_000;

/** A row of Rollup, as far as it is sealed. */
export interface ToSeal {
  /** In the order of the layout. */
  cells: readonly unknown[];
  /** What the rows say that came from the branch of its person. */
  below: string;
  hasProblem: boolean;
}

/** What the seals of one slice are made from, but for what stands in Rollup. */
export class Seals {
  private readonly framework: string;

  /**
   * @param modified by file id, as `listModified` gives it.
   * @param listedAt milliseconds since 1970, from before that.
   */
  constructor(
    framework: Framework,
    private readonly modified: ReadonlyMap<string, string>,
    private readonly listedAt: number,
  ) {
    this.framework = digestOf(JSON.stringify(framework));
  }

  /** The seal of a row of Rollup; blank when its files must be read next time. */
  of(member: Member, team: readonly Member[], ledgerRows: string, row: ToSeal): string {
    const modified = filesOf(member).map((id) => this.settledTimeOf(id));
    if (modified.length === 0 || modified.includes('')) return '';
    // Where rows stand in Team is part of what a problem says, and of nothing else.
    const person = row.hasProblem ? member : { ...member, position: 0 };
    const { sheetId } = member;
    const rivals = team.filter((one) => one !== member && sheetId && one.sheetId === sheetId);
    const parts = [
      JUDGEMENT,
      modified,
      person,
      rivals,
      this.framework,
      ledgerRows,
      row.cells.map(plain),
      row.below,
    ];
    return digestOf(JSON.stringify(parts));
  }

  /** When a file changed last; blank when that is not known, or may not be all. */
  settledTimeOf(id: string): string {
    const time = this.modified.get(id) ?? '';
    return Date.parse(time) < this.listedAt - SETTLED_MS ? time : '';
  }
}

/** The files that a row of Team links to. */
export function filesOf({ sheetId, branchId }: Member): string[] {
  return [sheetId, branchId].filter((id) => id !== null);
}

/** What the ledger says of each person, as a text, by `nameKey` of the e-mail; the order of its rows is no part of it. */
export function ledgerRowsByPerson({ entries, damaged }: Ledger): Map<string, string> {
  const byPerson = new Map<string, string[]>();
  const add = (email: string, row: unknown) => {
    const key = nameKey(email);
    const rows = byPerson.get(key);
    if (rows) rows.push(JSON.stringify(row));
    else byPerson.set(key, [JSON.stringify(row)]);
  };
  entries.forEach((entry) => {
    add(entry.outcome.email, [rowOfOutcome(entry.outcome), isHeld(entry), entry.held]);
  });
  damaged.forEach(({ email, problem }) => {
    add(email, problem);
  });
  const texts = new Map<string, string>();
  byPerson.forEach((rows, key) => {
    texts.set(key, rows.sort().join());
  });
  return texts;
}

/** A cell as it comes back from the sheet, which stores times as fractions of a day. */
function plain(cell: unknown): unknown {
  return isDate(cell) ? Math.round((cell as Date).getTime() / 1000) : cell;
}

/** 64 bits of a text, as FNV-1a with two seeds makes them: enough to tell texts apart. */
export function digestOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 13);
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
