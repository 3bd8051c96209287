// The branches that Team links to, brought in: each of them read whole, what is new of it staged,
// and saved so that a run that is cut off can be done again.

import type { Framework } from '../framework/framework';
import type { Outcome } from '../review/outcome';
import { parseStatus } from '../review/status';
import { nameKey } from '../rules/grade';
import { isBranchFile } from './branch-file';
import { type Facts, type Findings, judgeLast } from './judge';
import type { Entry } from './ledger';
import { type Ledger, removeFromLedger, writeLedger } from './ledger-tab';
import { addressOfFile } from './link';
import type { Member } from './member';
import {
  arrivalsOf,
  type Branch,
  type BranchPerson,
  departuresFrom,
  departuresOf,
  type Known,
} from './merge-branch';
import { branchProblems, problems } from './problems';
import { LEFT, type RollupRows, type Written } from './rollup-tab';
import { countingByPerson } from './show-below';
import { removeFromBranch } from './write-branch';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a slice of a rollup knows of the branches and has not written yet. */
export class Branches {
  private readonly read = new Map<string, Branch>();
  /** Branch files that stand under `Career sheet`, as far as they are known. */
  private readonly pasted = new Set<string>();
  private readonly written = new Map<string, Written>();
  private readonly gone = new Set<string>();
  private added: Entry[] = [];
  private changed: Entry[] = [];
  private removed: Entry[] = [];
  private known: (Known & { branchOf: Map<string, string> }) | null = null;

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly framework: Framework,
    private readonly team: readonly Member[],
    /** What comes in is added to its entries. */
    private readonly ledger: Ledger,
    /** The branch file that the workbook itself writes. */
    private readonly ownId: string | null,
    /** What Rollup says, before anything of this slice is written. */
    private readonly rollup: () => RollupRows,
    /** A branch file, as `readBranch` reads it. */
    private readonly readBranch: (id: string, where: string) => Branch,
  ) {}

  /**
   * Stages what the branch of a row of Team brings in; returns what is wrong with it. One that
   * cannot be read whole leaves everything as it was.
   */
  bringIn(member: Member): string[] {
    const id = this.branchIdOf(member);
    const where = whereIs(member);
    if (id === null) {
      const { branchLink } = member;
      return branchLink === '' ? [] : [branchProblems.notALink(branchLink, where)];
    }
    try {
      this.merge(this.readOnce(id, where));
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  }

  /** Whether the link under `Career sheet` leads to a branch file, which then counts as the branch. */
  isBranch(id: string): boolean {
    if (!this.pasted.has(id) && isBranchFile(SpreadsheetApp.openById(id))) this.pasted.add(id);
    return this.pasted.has(id);
  }

  /** The rows of Rollup that `save` is to write beside those of Team. */
  rows(): Written[] {
    return Array.from(this.written.values());
  }

  /**
   * Whether a row of Rollup that came from a branch is nobody's any more. While a link in Team
   * brought in nobody, it may be a wrong one: then the rows of a branch that none links to stay.
   */
  isGone(key: string, address: string): boolean {
    if (this.gone.has(key)) return true;
    return !this.linked().has(address) && !this.isAnyPending();
  }

  /**
   * Whether a row of Rollup is nobody's any more, whose person may be in a branch all the same: then
   * no branch may be left out as unchanged.
   */
  hasStrays(): boolean {
    const keys = new Set(this.team.map(({ key }) => key));
    const linked = this.linked();
    return Array.from(this.rollup()).some(([key, row]) => {
      const branch = String(row.get('branch'));
      const isListed = branch === '' ? keys.has(key) : linked.has(branch);
      return !isListed && row.get('problem') !== LEFT;
    });
  }

  /**
   * Writes what came in, together with the entries of people of Team. Before the rows of Rollup, which
   * never tell of an outcome that the ledger lacks. Leavers go out of the own branch file first: while
   * the ledger holds them, a run that was cut off finds them again.
   */
  saveLedger(added: readonly Entry[], changed: readonly Entry[]): void {
    const leavers = new Set(this.removed.map(({ outcome }) => outcome.email));
    if (leavers.size > 0) removeFromBranch(this.spreadsheet, Array.from(leavers));
    writeLedger(
      this.spreadsheet,
      this.ledger,
      [...added, ...this.added],
      [...changed, ...this.changed],
    );
    removeFromLedger(this.spreadsheet, this.removed);
  }

  /** Once the rows of Rollup are written. */
  saved(): void {
    [this.added, this.changed, this.removed] = [[], [], []];
    this.written.clear();
    this.gone.clear();
  }

  private merge(branch: Branch): void {
    const known = this.knowledge();
    const leavers = departuresFrom(branch, known);
    const isAnybodyGone = leavers.people.length + leavers.entries.length > 0;
    // Reads before anything is staged, so that one that fails leaves all as it was.
    const others = isAnybodyGone ? this.othersThan(branch.address) : [];

    const arrivals = arrivalsOf(branch, known);
    this.stage(arrivals.added, this.added);
    this.stage(arrivals.moved, this.changed);
    const outcomesOf = countingByPerson(this.ledger.entries);
    const place = (person: BranchPerson, { address, writtenAt }: Branch) => {
      const key = nameKey(person.email);
      const found = findingsOf(
        person,
        outcomesOf.get(key) ?? [],
        arrivals.changed.get(key) ?? [],
        this.framework,
      );
      const checkedAt = new Date(writtenAt);
      this.written.set(key, { ...person, key, member: null, branch: address, checkedAt, found });
      this.gone.delete(key);
      known.branchOf.set(key, address);
    };
    for (const person of arrivals.people) place(person, branch);
    if (!isAnybodyGone) return;

    const departures = departuresOf(branch, known, others);
    for (const { person, branch } of departures.elsewhere) place(person, branch);
    this.stage(departures.moved, this.changed);
    for (const key of departures.gone) {
      this.gone.add(key);
      known.branchOf.delete(key);
    }
    for (const entry of departures.removed) {
      this.removed.push(entry);
      this.ledger.entries.delete(entry.outcome.id);
    }
  }

  private stage(entries: readonly Entry[], staged: Entry[]): void {
    for (const entry of entries) {
      staged.push(entry);
      this.ledger.entries.set(entry.outcome.id, entry);
    }
  }

  private readOnce(id: string, where: string): Branch {
    const address = addressOfFile(id);
    const before = this.read.get(address);
    if (before) return before;
    if (id === this.ownId) throw new Error(branchProblems.own(where));
    const branch = this.readBranch(id, where);
    this.read.set(address, branch);
    return branch;
  }

  /** Every other branch that Team links to, or what is wrong with one of them. */
  private othersThan(address: string): Branch[] {
    return this.team.flatMap((member) => {
      const id = this.branchIdOf(member);
      return id === null || addressOfFile(id) === address
        ? []
        : [this.readOnce(id, whereIs(member))];
    });
  }

  private knowledge(): Known & { branchOf: Map<string, string> } {
    if (this.known) return this.known;
    const branchOf = new Map<string, string>();
    this.rollup().forEach((row, key) => {
      branchOf.set(key, String(row.get('branch')));
    });
    const from = new Set(branchOf.values());
    for (const { sheetId } of this.team) {
      if (sheetId !== null && from.has(addressOfFile(sheetId))) this.pasted.add(sheetId);
    }
    const team = new Set(this.team.map(({ email }) => nameKey(email)));
    this.known = { team, linked: this.linked(), branchOf, ledger: this.ledger.entries };
    return this.known;
  }

  /** A branch file may stand in either column of links; nothing comes from a career sheet's address. */
  private linked(): Set<string> {
    const ids = this.team.flatMap(({ branchId, sheetId }) => [branchId, sheetId]);
    return new Set(ids.filter((id) => id !== null).map(addressOfFile));
  }

  private branchIdOf({ branchId, sheetId }: Member): string | null {
    return branchId ?? (sheetId !== null && this.pasted.has(sheetId) ? sheetId : null);
  }

  private isAnyPending(): boolean {
    const from = new Set(this.knowledge().branchOf.values());
    return this.team.some(({ branchId, branchLink }) => {
      if (branchId === null) return branchLink !== '';
      const address = addressOfFile(branchId);
      return !from.has(address) && !this.read.has(address);
    });
  }
}

/** What a row of Rollup says of somebody in a branch. */
function findingsOf(
  person: BranchPerson,
  outcomes: readonly Outcome[],
  changed: readonly Outcome[],
  framework: Framework,
): Findings {
  const facts: Facts = {};
  const status = person.status === '' ? null : parseStatus(person.status);
  if (status !== null) facts.status = status;
  if (person.shareScored !== null) facts.shareScored = person.shareScored;
  const said = judgeLast(outcomes, framework, facts);
  if (changed.length > 0) said.push(problems.changedBelow(changed));
  return { isRead: true, facts, added: [], released: [], problems: said };
}

const whereIs = ({ position }: Member) => `Branch file in row ${position} of Team`;
