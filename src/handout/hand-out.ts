// Handing out: a file for everybody who was planned to get one. What is planned and what has begun
// stands in the tab Hand-out, so that a run that was cut off anywhere goes on from there, and makes
// nothing twice.

import type { Patience } from '../jobs/retry';
import { type Run, runSlice, type Slice } from '../jobs/runner';
import { TEAM } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import { isSamePerson } from '../review/status';
import { buildBranchFile } from '../rollup/branch-file';
import { addressOfFile, spreadsheetIdIn } from '../rollup/link';
import { isRepeated, type Member } from '../rollup/member';
import { readTeam } from '../rollup/team';
import { readersOf } from '../sheets/readers';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { fillIn, shareOnlyWith, titleFor } from './career-sheet';
import {
  type Change,
  type HandOutRow,
  NOT_BEGUN,
  noteChanges,
  readHandOut,
  STATES,
} from './hand-out-tab';
import { type Made, type Making, makeOnce, type Unclear } from './make-once';
import { FILES, type FileKind } from './plan';
import { openSource, type Source } from './source';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const HAND_OUT_JOB = 'hand-out';

/** Makes files for some minutes at most. Throws a sentence when Google refuses to make any more. */
export function handOutSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice<HandOutRow>(HAND_OUT_JOB, (run, patience) => {
    const handOut = new HandOut(spreadsheet, run, patience);
    // The tab says what is left, also when another plan was made since the run was left off.
    run.cursor = null;
    return {
      items: readHandOut(spreadsheet).filter((row) => isOfRun(row, run)),
      keyOf: ({ key }) => key,
      step: ([row]) => {
        handOut.make(row);
        return 1;
      },
      save: () => handOut.save(),
      finish: () => undefined,
    };
  });
}

/** What is left, and what this very run has done, so that its progress is told right. */
function isOfRun({ state, since }: HandOutRow, { started }: Run): boolean {
  return state !== STATES.done || since >= Date.parse(started) - ROUNDING_MS;
}

/** A sheet stores times as fractions of a day. */
const ROUNDING_MS = 1000;

class HandOut {
  private readonly team: Member[];
  private readonly source: Source;
  /** By the rows' keys, not written yet: the files themselves are told of already. */
  private changes = new Map<string, Change>();
  private links: LinkInTeam[] = [];

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly run: Run,
    private readonly patience: Patience,
  ) {
    this.team = readTeam(spreadsheet);
    this.source = openSource(spreadsheet);
  }

  make(row: HandOutRow): void {
    if (row.state === STATES.done) return;
    const said = this.handOut(row);
    if (said !== '') this.note(row, { said });
  }

  save(): void {
    linkInTeam(this.spreadsheet, this.links);
    noteChanges(this.spreadsheet, this.changes);
    this.links = [];
    this.changes = new Map();
  }

  /** The sentence that says why the row is not done, or blank. */
  private handOut(row: HandOutRow): string {
    const member = this.memberOf(row);
    if (!member) return this.problem(said.notInTeam(row));
    const linked = row.file === 'sheet' ? member.sheetId : member.branchId;
    if (linked !== null && row.state === STATES.planned) {
      // Somebody linked a sheet after the plan was made.
      this.note(row, { state: STATES.done, link: addressOfFile(linked) });
      return '';
    }
    const known = spreadsheetIdIn(row.link);
    if (linked !== null && known !== null && linked !== known) {
      return this.problem(said.linkedAnother(member, row));
    }
    const made = this.makeOnce(row, member, linked);
    if ('unclear' in made) return this.problem(said.unclear(made.unclear));
    try {
      this.patience.try(() => this.complete(row, member, made.file));
      return '';
    } catch (error) {
      return this.problem((error as Error).message);
    }
  }

  /** A file that exists is made the person's own; may happen again, whatever of it was done. */
  private complete(row: HandOutRow, member: Member, file: Spreadsheet): void {
    let remark = '';
    // Linked also when it cannot be shared, so that nobody gets a second one.
    this.links.push({ member, file: row.file, url: file.getUrl() });
    const readers = readersOf(file);
    const isShared = readers.some((reader) => isSamePerson(reader.email, member.email));
    if (row.file === 'branch') buildBranchFile(file, member.email, member.name);
    else remark = fillIn(file, member, this.source, isShared);
    SpreadsheetApp.flush();
    if (!isShared) shareOnlyWith(file, member, readers);
    if (file.getName() === row.madeAs) file.rename(titleFor(FILES[row.file], member));
    const { email } = member;
    this.note(row, { email, state: STATES.done, link: file.getUrl(), said: remark });
  }

  /** What keeps Google from making one file keeps it from making the others: the slice ends. */
  private makeOnce(row: HandOutRow, member: Member, linked: string | null): Made {
    const make = (name: string) =>
      row.file === 'sheet' ? this.source.template.copy(name) : SpreadsheetApp.create(name);
    try {
      return makeOnce(titleFor(FILES[row.file], member), this.notebookFor(row, linked), make);
    } catch (error) {
      this.save();
      throw new Error(said.noMoreFiles((error as Error).message));
    }
  }

  private memberOf({ email, link }: HandOutRow): Member | undefined {
    const id = spreadsheetIdIn(link);
    return (
      this.team.find((member) => isSamePerson(member.email, email) && !isRepeated(member)) ??
      // The e-mail was corrected in Team after the file had been linked.
      this.team.find(({ sheetId, branchId }) => id !== null && (sheetId === id || branchId === id))
    );
  }

  /** A begun file that somebody found and linked in Team is the one. */
  private notebookFor(row: HandOutRow, linked: string | null) {
    const { key, state, madeAs, since } = row;
    const id = spreadsheetIdIn(row.link) ?? linked ?? '';
    return {
      read: () => (state === STATES.planned ? null : { name: madeAs, since, id }),
      forget: () => noteChanges(this.spreadsheet, new Map([[key, NOT_BEGUN]])),
      write: (making: Making) => {
        row.madeAs = making.name;
        const change: Change = {
          state: STATES.begun,
          madeAs: making.name,
          since: new Date(making.since),
          said: '',
        };
        if (making.id !== '') change.link = addressOfFile(making.id);
        noteChanges(this.spreadsheet, new Map([[key, change]]));
      },
    };
  }

  private note({ key }: HandOutRow, change: Change): void {
    this.changes.set(key, { ...this.changes.get(key), ...change });
  }

  private problem(sentence: string): string {
    this.run.tally.problems = (this.run.tally.problems ?? 0) + 1;
    return sentence;
  }
}

interface LinkInTeam {
  member: Member;
  file: FileKind;
  url: string;
}

/** The column of Team that links to a file. */
const COLUMN_OF = { sheet: 'link', branch: 'branch' } as const satisfies Record<
  FileKind,
  ColumnOf<typeof TEAM>
>;

/** Writes links into cells that are still blank. */
function linkInTeam(spreadsheet: Spreadsheet, links: readonly LinkInTeam[]): void {
  if (links.length === 0) return;
  const table = Table.open(spreadsheet, TEAM);
  const keyOf = (email: string) => email.toLowerCase();
  const rowOf = new Map(
    [...table.rows].reverse().map((row) => [keyOf(textOf(row.get('email'), spreadsheet)), row]),
  );
  for (const { member, file, url } of links) {
    const row = rowOf.get(keyOf(member.email));
    const column = COLUMN_OF[file];
    if (row && textOf(row.get(column), spreadsheet) === '') table.set(row, column, url);
  }
  table.write();
}

const said = {
  notInTeam: ({ email, link }: HandOutRow) =>
    link === ''
      ? `${email} is no longer in Team: delete this row, or add the person again.`
      : `${email} is no longer in Team, but a file was made: delete ${link} if nobody needs it, and then this row.`,

  linkedAnother: ({ position }: Member, { link }: HandOutRow) =>
    `Row ${position} of Team links to another file than the one that was made: delete ${link} if nobody needs it, and then this row.`,

  unclear: ({ name, why, reason }: Unclear) => {
    if (why === 'gone') {
      return `“${name}” was made, but cannot be opened any more (“${reason}”): if somebody deleted it, delete its row from the tab Hand-out, then hand out again.`;
    }
    return why === 'no search'
      ? `Google was cut off while it made “${name}”, and this workbook may not search Drive: look for that name there; if it is there, paste its address under Link in the tab Hand-out, else say in the sidebar that it is not.`
      : `Google was cut off a moment ago while it made “${name}”, and may not list it yet: hand out again in a minute.`;
  },

  noMoreFiles: (reason: string) =>
    `Google made no further file (“${reason.replace(/[.\s]+$/, '')}”): hand out again to go on, tomorrow if it was the limit of a day.`,
};
