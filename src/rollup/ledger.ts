// The ledger: which outcomes of a career sheet are new, and which are held until the manager confirms them.

import { type Outcome, rowOfOutcome } from '../review/outcome';
import { isSamePerson } from '../review/status';
import { type Member, nameOf } from './member';

/** A row of the ledger. */
export interface Entry {
  outcome: Outcome;
  /** Why it is held, as it was gathered; blank when nothing was wrong. */
  held: string;
  /** The e-mail of who confirmed it nevertheless, or blank. */
  confirmedBy: string;
  /** The address of the branch file that it came from; blank when it was read in a career sheet. */
  branch: string;
}

/** Whether an entry does not count yet. */
export function isHeld(entry: Entry): boolean {
  return entry.held !== '' && entry.confirmedBy === '';
}

export interface Gathering {
  /** Outcomes that the ledger does not hold yet, in the order of the career sheet. */
  added: Entry[];
  /** Entries of the ledger whose reason to be held is gone, since `Team` was corrected. */
  released: Entry[];
  /** Outcomes that no longer say what the ledger says; the ledger stands. */
  changed: Outcome[];
  /** Outcomes of somebody else, as in a copy of a filled sheet; they are left alone. */
  foreign: Outcome[];
  /** What the ledger will hold of this person. */
  all: Entry[];
}

/** Compares the outcomes in a person's career sheet with the ledger, by their ids. */
export function gather(
  outcomes: readonly Outcome[],
  ledger: ReadonlyMap<string, Entry>,
  member: Member,
): Gathering {
  const isTheirs = (outcome: Outcome) => isSamePerson(outcome.email, member.email);
  const theirs = outcomes.filter(isTheirs);
  const added = theirs
    .filter(({ id }, at) => !ledger.has(id) && theirs.findIndex((one) => one.id === id) === at)
    .map((outcome) => ({
      outcome,
      held: heldBecause(outcome, member),
      confirmedBy: '',
      branch: '',
    }));
  const known = Array.from(ledger.values()).filter(({ outcome }) => isTheirs(outcome));
  const released = known
    .filter((entry) => isHeld(entry) && heldBecause(entry.outcome, member) === '')
    .map((entry) => ({ ...entry, held: '' }));
  const current = new Map(known.map((entry) => [entry.outcome.id, entry]));
  for (const entry of [...released, ...added]) current.set(entry.outcome.id, entry);
  return {
    added,
    released,
    changed: theirs.filter((outcome) => {
      const entry = ledger.get(outcome.id);
      return entry !== undefined && !sayTheSame(entry.outcome, outcome);
    }),
    foreign: outcomes.filter((outcome) => !isTheirs(outcome)),
    all: Array.from(current.values()),
  };
}

/** Why an outcome must be confirmed first; blank when the person's manager, as `Team` says, recorded it. */
export function heldBecause(outcome: Outcome, member: Member): string {
  if (isSamePerson(outcome.recordedBy, member.managerEmail)) return '';
  const recorded = isSamePerson(outcome.recordedBy, member.email)
    ? `Recorded by ${nameOf(member)} alone`
    : `Recorded by ${outcome.recordedBy || 'nobody who could be named'}`;
  return member.managerEmail === ''
    ? `${recorded}; Team names no manager for ${nameOf(member)}.`
    : `${recorded}, not by the manager ${member.managerEmail}.`;
}

/** Whether two outcomes are alike in every cell. */
export function sayTheSame(one: Outcome, other: Outcome): boolean {
  const [a, b] = [one, other].map((outcome) => rowOfOutcome(outcome) as Record<string, unknown>);
  return Object.keys(a).every((column) => a[column] === b[column]);
}
