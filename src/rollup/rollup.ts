// The rollup: reads the career sheet that each row of Team links to, one after the other, and
// writes Rollup, Ledger and Run log. A row with a problem keeps its last good values, and the
// others know nothing of it.

import type { Framework } from '../framework/framework';
import { runSlice, type Slice } from '../jobs/runner';
import { isSamePerson } from '../review/status';
import { readPublishedFramework } from '../sheets/manager-workbook';
import { type Findings, judge, unread } from './judge';
import type { Entry } from './ledger';
import { confirmInLedger, type Ledger, readLedger, writeLedger } from './ledger-tab';
import { isRepeated, type Member } from './member';
import { problems } from './problems';
import { readCareerSheet } from './read-sheet';
import { writeRollup } from './rollup-tab';
import { noteRun } from './run-log';
import { readTeam } from './team';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const ROLLUP_JOB = 'rollup';

/** One slice of the rollup: all of a team of 60; of more people, as many as fit. */
export function rollUpSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice<Member>(ROLLUP_JOB, (run) => {
    const rollup = new Rollup(spreadsheet, readPublishedFramework(spreadsheet));
    const count = (what: string) => {
      run.tally[what] = (run.tally[what] ?? 0) + 1;
    };
    return {
      items: rollup.team,
      keyOf: ({ key }) => key,
      step: ([member]) => {
        const found = rollup.look(member);
        if (found.facts.status !== undefined) count('read');
        if (found.problems.length > 0) count('problems');
        return 1;
      },
      save: () => rollup.save(),
      finish: () => noteRun(spreadsheet, run),
    };
  });
}

/**
 * Makes a held outcome count, and brings its person's row of Rollup up to date.
 * Throws a sentence when there is no such outcome, or while a rollup writes.
 */
export function confirmOutcome(spreadsheet: Spreadsheet, id: string, by: string): void {
  if (by === '') {
    throw new Error(
      'Google does not say who you are, and the ledger names who confirmed: allow this workbook to see your e-mail, then confirm again.',
    );
  }
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) {
    throw new Error('A rollup is writing to this workbook: confirm again when it has ended.');
  }
  try {
    const framework = readPublishedFramework(spreadsheet);
    const email = confirmInLedger(spreadsheet, id, by);
    const rollup = new Rollup(spreadsheet, framework);
    const member = rollup.team.find((one) => isSamePerson(one.email, email));
    if (member) {
      rollup.look(member);
      rollup.save();
    }
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

const PATIENCE_MS = 1000;

/** What a slice knows and has not written yet. */
class Rollup {
  readonly team: Member[];
  private readonly ledger: Ledger;
  private readonly findings = new Map<Member, Findings>();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly framework: Framework,
  ) {
    this.team = readTeam(spreadsheet);
    this.ledger = readLedger(spreadsheet);
  }

  look(member: Member): Findings {
    const found = this.find(member);
    this.findings.set(member, found);
    for (const entry of changesOf(found)) this.ledger.entries.set(entry.outcome.id, entry);
    return found;
  }

  /** In the order of Team. The ledger first: a row of Rollup never tells of an outcome that the ledger lacks. */
  save(): void {
    const inOrder = Array.from(this.findings).sort(([a], [b]) => a.position - b.position);
    const found = inOrder.map(([, findings]) => findings);
    writeLedger(
      this.spreadsheet,
      found.flatMap(({ added }) => added),
      found.flatMap(({ released }) => released),
    );
    writeRollup(this.spreadsheet, this.framework, this.team, new Map(inOrder));
    this.findings.clear();
  }

  private find(member: Member): Findings {
    if (member.email === '') return unread(problems.noEmail(member));
    if (isRepeated(member)) return unread(problems.repeated(member, this.firstOf(member)));
    if (member.link === '') return unread(problems.noLink(member));
    if (member.sheetId === null) return unread(problems.notALink(member));
    try {
      const reading = readCareerSheet(member, member.sheetId);
      return this.withoutDamage(
        member,
        judge(member, reading, this.framework, this.ledger.entries, this.team),
      );
    } catch (error) {
      return unread((error as Error).message);
    }
  }

  /** A row of the ledger that cannot be read is not gathered anew, and what came last is unknown. */
  private withoutDamage(member: Member, found: Findings): Findings {
    const { damaged } = this.ledger;
    const lost = Array.from(damaged.values()).filter(({ email }) =>
      isSamePerson(email, member.email),
    );
    if (lost.length === 0) return found;
    return {
      facts: { ...found.facts, latest: undefined },
      added: found.added.filter(({ outcome }) => !damaged.has(outcome.id)),
      released: found.released,
      problems: [...found.problems, ...lost.map(({ problem }) => problems.damagedLedger(problem))],
    };
  }

  private firstOf(member: Member): Member {
    return this.team.find(({ email }) => isSamePerson(email, member.email)) as Member;
  }
}

function changesOf({ added, released }: Findings): Entry[] {
  return [...added, ...released];
}
