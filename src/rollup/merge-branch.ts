// What a branch file brings in, decided: which of its outcomes are new here, whose rows of Rollup it
// fills, and who was removed below. Nothing is taken away because something is missing by accident:
// only a branch that was read whole speaks, and only about rows that came from it.

import type { Outcome } from '../review/outcome';
import { nameKey } from '../rules/grade';
import { type Entry, sayTheSame } from './ledger';

/** Somebody in a branch, as the manager workbook below knows of them. */
export interface BranchPerson {
  name: string;
  email: string;
  managerEmail: string;
  currentGrade: string;
  /** Such as `2026-05-01`, or blank. */
  startDate: string;
  /** As it stands in the branch file; blank when it is not known. */
  status: string;
  /** 0 to 1; null when it is not known. */
  shareScored: number | null;
}

/** A branch file that was read whole. */
export interface Branch {
  /** Of the file, as Rollup and Ledger name where a row came from. */
  address: string;
  /** ISO 8601. */
  writtenAt: string;
  /** Everybody below, to any depth. */
  people: readonly BranchPerson[];
  /** Every outcome that counts below. */
  outcomes: readonly Outcome[];
}

/** What the workbook holds when a branch comes in. People are known by the keys of their e-mails. */
export interface Known {
  team: ReadonlySet<string>;
  /** The addresses of all branch files that Team links to. */
  linked: ReadonlySet<string>;
  /** The address of the branch that a row of Rollup came from; blank for a row of Team. */
  branchOf: ReadonlyMap<string, string>;
  /** By outcome id. */
  ledger: ReadonlyMap<string, Entry>;
}

export interface Arrivals {
  added: Entry[];
  /** Entries that belong to this branch from now on. */
  moved: Entry[];
  /** Whose rows of Rollup the branch fills. */
  people: BranchPerson[];
  /** Outcomes that say something else here, by their person's key; the ledger stands. */
  changed: Map<string, Outcome[]>;
}

/**
 * What is to be taken over. Whoever stands in Team is read in their own career sheet, and whoever
 * came from another branch stays with it: each outcome is there once, whatever ways lead to it.
 */
export function arrivalsOf(branch: Branch, known: Known): Arrivals {
  const { address } = branch;
  const added = new Map<string, Entry>();
  const moved: Entry[] = [];
  const changed: Arrivals['changed'] = new Map();
  for (const outcome of branch.outcomes) {
    const key = nameKey(outcome.email);
    const entry = known.ledger.get(outcome.id);
    if (known.team.has(key) || added.has(outcome.id)) continue;
    if (!entry) {
      added.set(outcome.id, { outcome, held: '', confirmedBy: '', branch: address });
      continue;
    }
    if (!sayTheSame(entry.outcome, outcome)) {
      changed.set(key, [...(changed.get(key) ?? []), outcome]);
    }
    // Gathered here once, before its person went into the branch, where it counts.
    const isElsewhere = entry.branch !== address && known.linked.has(entry.branch);
    if (entry.branch !== address && !isElsewhere) {
      moved.push({ ...entry, held: '', branch: address });
    }
  }
  const people = branch.people.filter(({ email }) => {
    const key = nameKey(email);
    const from = known.branchOf.get(key) ?? '';
    return !known.team.has(key) && (from === address || !known.linked.has(from));
  });
  return { added: Array.from(added.values()), moved, people, changed };
}

export interface Departures {
  /** The keys of people whose rows of Rollup go: neither Team nor any branch lists them. */
  gone: string[];
  /** People who are in another branch now. */
  elsewhere: { person: BranchPerson; branch: Branch }[];
  /** Entries of people who were removed below. */
  removed: Entry[];
  /** Entries that another branch holds as well. */
  moved: Entry[];
}

/** People whose row came from the branch and who are no longer in it, and people whose outcomes it no longer holds. */
export function departuresFrom(
  branch: Branch,
  known: Known,
): { people: string[]; entries: Entry[] } {
  const listed = new Set(branch.people.map(({ email }) => nameKey(email)));
  const people: string[] = [];
  known.branchOf.forEach((from, key) => {
    if (from === branch.address && !listed.has(key) && !known.team.has(key)) people.push(key);
  });
  const present = new Set(branch.outcomes.map(({ email }) => nameKey(email)));
  const entries = Array.from(known.ledger.values()).filter((entry) => {
    const key = nameKey(entry.outcome.email);
    return entry.branch === branch.address && !listed.has(key) && !present.has(key);
  });
  return { people, entries };
}

/**
 * What becomes of them, which only all other branches together can tell. Whoever merely left a
 * Team below leaves Rollup; outcomes go only when the branch holds not one of their person's any
 * more, which only removing a person does.
 * @param others all branches that Team links to but this one, each read whole.
 */
export function departuresOf(branch: Branch, known: Known, others: readonly Branch[]): Departures {
  const { people, entries } = departuresFrom(branch, known);
  const departures: Departures = { gone: [], elsewhere: [], removed: [], moved: [] };
  const listedIn = (key: string) => {
    for (const other of others) {
      const person = other.people.find(({ email }) => nameKey(email) === key);
      if (person) return { person, branch: other };
    }
    return null;
  };
  for (const key of people) {
    const now = listedIn(key);
    if (now) departures.elsewhere.push(now);
    else departures.gone.push(key);
  }
  for (const entry of entries) {
    const key = nameKey(entry.outcome.email);
    const holder = others.find(({ outcomes }) =>
      outcomes.some(({ id }) => id === entry.outcome.id),
    );
    if (holder) departures.moved.push({ ...entry, branch: holder.address });
    else if (known.team.has(key)) departures.moved.push({ ...entry, branch: '' });
    else {
      const now = listedIn(key);
      if (now) departures.moved.push({ ...entry, branch: now.branch.address });
      else departures.removed.push(entry);
    }
  }
  return departures;
}
