// The rollup: reads the career sheets that Team links to, those that may have changed, and writes
// Rollup, Ledger and Run log. A row with a problem keeps its last good values, and the others know
// nothing of it.

import type { Framework } from '../framework/framework';
import { GOOGLE_CLOCK, Patience } from '../jobs/retry';
import { type Run, runSlice, type Slice } from '../jobs/runner';
import { isSamePerson } from '../review/status';
import { nameKey } from '../rules/grade';
import { listModified } from '../sheets/drive-list';
import { readPublishedFramework, readSettings, type Settings } from '../sheets/manager-workbook';
import { textOf } from '../sheets/text';
import { Branches } from './branches';
import { FileReader } from './file-reader';
import { type Findings, judge, nothingBut } from './judge';
import { confirmInLedger, type Ledger, readLedger } from './ledger-tab';
import { spreadsheetIdIn } from './link';
import { isRepeated, type Member } from './member';
import { problems } from './problems';
import { NotACareerSheet } from './read-sheet';
import {
  type RollupRows,
  type RollupTab,
  readRollup,
  type SealOf,
  sealedIn,
  writeRollup,
} from './rollup-tab';
import { noteRun } from './run-log';
import { showBelow } from './show-below';
import { readTeam } from './team';
import { filesOf, ledgerRowsByPerson, Seals } from './unchanged';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const ROLLUP_JOB = 'rollup';

/** One slice of the rollup: all of a team of 60; of more people, as many as fit. */
export function rollUpSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice<Member>(ROLLUP_JOB, (run, patience) => {
    const rollup = new Rollup(spreadsheet, patience);
    rollup.skipUnchanged();
    return {
      items: rollup.team,
      keyOf: ({ key }) => key,
      step: (left) => {
        const looked = rollup.lookAtNext(left);
        for (const each of looked) tally(run, each);
        return looked.length;
      },
      save: () => rollup.save(),
      finish: () => {
        const branchProblem = rollup.showBelow();
        noteRun(spreadsheet, run, branchProblem);
      },
    };
  });
}

/** What was found of somebody, as the log counts it. */
interface Looked {
  what: 'read' | 'skipped' | 'not read';
  hasProblem: boolean;
}

function tally({ tally }: Run, { what, hasProblem }: Looked): void {
  tally[what] = (tally[what] ?? 0) + 1;
  if (hasProblem) tally.problems = (tally.problems ?? 0) + 1;
}

/**
 * Makes held outcomes count, and brings the rows of Rollup of their people up to date.
 * Throws a sentence when there is no such outcome, or while a rollup writes.
 */
export function confirmOutcomes(
  spreadsheet: Spreadsheet,
  ids: readonly string[],
  by: string,
): void {
  if (by === '') {
    throw new Error(
      'Google does not say who you are, and the ledger names who confirmed: allow this workbook to see your e-mail, then confirm again.',
    );
  }
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) {
    throw new Error('A rollup is writing to this workbook: confirm again when it has ended.');
  }
  try {
    readPublishedFramework(spreadsheet);
    const emails = confirmInLedger(spreadsheet, ids, by);
    const rollup = new Rollup(spreadsheet, new Patience(Date.now() + PATIENCE_MS, GOOGLE_CLOCK));
    for (const member of rollup.team) {
      if (emails.some((email) => isSamePerson(member.email, email))) rollup.look(member);
    }
    rollup.save();
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

const LOCK_WAIT_MS = 1000;
const PATIENCE_MS = 60_000;

/** What a slice knows and has not written yet. */
class Rollup {
  readonly team: Member[];
  private readonly keys: ReadonlySet<string>;
  private readonly settings: Settings;
  private readonly framework: Framework;
  private readonly ledger: Ledger;
  private readonly ownBranchId: string | null;
  private readonly branches: Branches;
  private readonly reader: FileReader;
  private seals: Seals;
  /** The tab Rollup as it was read; null before, and once something was written to it. */
  private tab: RollupTab | null = null;
  /** What Rollup says; null until it was read. */
  private rows: RollupRows | null = null;
  /** With true for a row that has a problem. */
  private unchanged: ReadonlyMap<Member, boolean> = new Map();
  /** Whether Rollup holds rows that are nobody's any more. */
  private hasGone = true;
  private readonly findings = new Map<Member, Findings>();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly patience: Patience,
  ) {
    this.settings = patience.try(() => readSettings(spreadsheet));
    this.framework = patience.try(() => readPublishedFramework(spreadsheet, this.settings));
    this.team = patience.try(() => readTeam(spreadsheet));
    this.keys = new Set(this.team.map(({ key }) => key));
    this.ledger = patience.try(() => readLedger(spreadsheet));
    this.ownBranchId = spreadsheetIdIn(textOf(this.settings.get('branch'), spreadsheet));
    this.branches = new Branches(
      spreadsheet,
      this.framework,
      this.team,
      this.ledger,
      this.ownBranchId,
      () => this.rollupRows(),
      (id, where) => this.reader.readBranch(id, where),
    );
    this.reader = new FileReader(patience);
    this.seals = new Seals(this.framework, new Map(), 0);
  }

  /** Whoever's seal still holds is not read in this slice: `unchanged.ts` says why that is right. */
  skipUnchanged(): void {
    const { spreadsheet, framework, team, patience } = this;
    const listedAt = GOOGLE_CLOCK.now();
    const files = new Set(team.flatMap(filesOf).concat(this.ownBranchId ?? []));
    this.seals = new Seals(framework, listModified(files, patience), listedAt);
    const tab = patience.try(() => readRollup(spreadsheet, framework));
    this.tab = tab;
    this.rows = tab.rowOf;
    const unchanged = sealedIn(tab, team, this.sealing());
    // Whoever's row is nobody's any more may be in a branch that did not change.
    if (this.branches.hasStrays())
      for (const member of team) if (member.branchLink !== '') unchanged.delete(member);
    this.unchanged = unchanged;
    this.hasGone = Array.from(tab.rowOf).some(([key, row]) => {
      return this.isGone(key, String(row.get('branch')));
    });
  }

  /** As many of the first as can be had without opening more than one file. */
  lookAtNext(left: readonly Member[]): Looked[] {
    const changed = left.filter((member) => !this.unchanged.has(member));
    this.reader.readAhead(
      changed.flatMap((member) => this.sheetOf(member) ?? []),
      this.branchesOf(changed),
    );
    const looked: Looked[] = [];
    let opened = 0;
    for (const member of left) {
      const hasProblem = this.unchanged.get(member);
      if (hasProblem !== undefined) {
        looked.push({ what: 'skipped', hasProblem });
        continue;
      }
      const files = [this.sheetOf(member), ...this.branchesOf([member])];
      if (files.some((id) => id !== null && !this.reader.isAtHand(id))) opened += 1;
      if (opened > 1) break;
      const { facts, problems } = this.look(member);
      const what = facts.status === undefined ? 'not read' : 'read';
      looked.push({ what, hasProblem: problems.length > 0 });
    }
    return looked;
  }

  look(member: Member): Findings {
    const found = this.find(member);
    for (const entry of [...found.added, ...found.released]) {
      this.ledger.entries.set(entry.outcome.id, entry);
    }
    const said = this.branches.bringIn(member);
    if (said.length > 0) {
      found.problems.push(...said);
      found.isRead = false;
    }
    this.findings.set(member, found);
    return found;
  }

  /** In the order of Team. The ledger first: a row of Rollup never tells of an outcome that the ledger lacks. */
  save(): void {
    if (this.findings.size === 0 && !this.hasGone) return;
    const inOrder = Array.from(this.findings).sort(([a], [b]) => a.position - b.position);
    const found = inOrder.map(([, findings]) => findings);
    const { spreadsheet, framework } = this;
    this.branches.saveLedger(
      found.flatMap(({ added }) => added),
      found.flatMap(({ released }) => released),
    );
    const checkedAt = new Date();
    const read = this.tab;
    this.tab = null;
    this.rows = writeRollup(
      spreadsheet,
      framework,
      read,
      [
        ...inOrder.map(([member, found]) => ({ ...member, member, found, branch: '', checkedAt })),
        ...this.branches.rows(),
      ],
      (key, branch) => this.isGone(key, branch),
      this.sealing(),
    );
    this.findings.clear();
    this.branches.saved();
  }

  /** Once everybody is looked at: the queue and the own branch file. Returns what is wrong with that. */
  showBelow(): string {
    const { spreadsheet, settings, team, patience } = this;
    const settledTimeOf = (id: string) => this.seals.settledTimeOf(id);
    const rollup = this.rollupRows();
    const known = { settings, team, rollup, ledger: this.ledger.entries, settledTimeOf };
    return showBelow(spreadsheet, known, patience);
  }

  private rollupRows(): RollupRows {
    const { spreadsheet, framework, patience } = this;
    this.rows ??= patience.try(() => readRollup(spreadsheet, framework).rowOf);
    return this.rows;
  }

  private isGone(key: string, branch: string): boolean {
    return branch === '' ? !this.keys.has(key) : this.branches.isGone(key, branch);
  }

  private sealing(): SealOf {
    const rows = ledgerRowsByPerson(this.ledger);
    return (member, row) =>
      this.seals.of(member, this.team, rows.get(nameKey(member.email)) ?? '', row);
  }

  private find(member: Member): Findings {
    const sheetId = this.sheetOf(member);
    if (sheetId === null) {
      const why = this.whyUnlinked(member);
      return why === '' ? nothing() : nothingBut(why);
    }
    try {
      const reading = this.reader.read(member, sheetId);
      return this.withoutDamage(
        member,
        judge(member, reading, this.framework, this.ledger.entries, this.team),
      );
    } catch (error) {
      if (error instanceof NotACareerSheet && this.branches.isBranch(sheetId)) {
        return nothing();
      }
      return nothingBut((error as Error).message, error instanceof NotACareerSheet);
    }
  }

  /** The branch files that rows of Team link to, but for one's own. */
  private branchesOf(members: readonly Member[]): string[] {
    return members
      .flatMap(({ branchId }) => branchId ?? [])
      .filter((id) => id !== this.ownBranchId);
  }

  /** The sheet to read; null for a row of Team with which something is wrong. */
  private sheetOf(member: Member): string | null {
    return this.whyUnlinked(member) === '' ? member.sheetId : null;
  }

  private whyUnlinked(member: Member): string {
    if (member.email === '') return problems.noEmail(member);
    if (isRepeated(member)) return problems.repeated(member, this.firstOf(member));
    if (member.link === '') return member.branchLink === '' ? problems.noLink(member) : '';
    return member.sheetId === null ? problems.notALink(member) : '';
  }

  /** A row of the ledger that cannot be read is not gathered anew, and what came last is unknown. */
  private withoutDamage(member: Member, found: Findings): Findings {
    const { damaged } = this.ledger;
    const lost = Array.from(damaged.values()).filter(({ email }) =>
      isSamePerson(email, member.email),
    );
    if (lost.length === 0) return found;
    return {
      ...found,
      facts: { ...found.facts, latest: undefined },
      added: found.added.filter(({ outcome }) => !damaged.has(outcome.id)),
      problems: [...found.problems, ...lost.map(({ problem }) => problems.damagedLedger(problem))],
    };
  }

  private firstOf(member: Member): Member {
    return this.team.find(({ email }) => isSamePerson(email, member.email)) as Member;
  }
}

/** What a row comes to that links to a branch and to no career sheet. */
function nothing(): Findings {
  return { isRead: true, facts: {}, added: [], released: [], problems: [] };
}
