// The queue: the organisation tree in breadth-first order, since a manager's own outcome comes
// before their reports', with whose turn it is, who waits for whom, who is late, who is new and
// who changed managers. What is wrong with the tree is said and worked around.

import { treeOf } from './organisation';
import { isSamePerson, type Status } from './status';

/** Somebody in the organisation, as Team and the branches tell of them. */
export interface Person {
  name: string;
  /** Unique; whoever has none is nobody's manager. */
  email: string;
  managerEmail: string;
  /** Such as `2026-05-01`; blank when nobody says. */
  startDate: string;
  /** Blank when it is not known. */
  status: Status | '';
  /** Whether an outcome of this round counts. */
  isDone: boolean;
  /** Who the manager was at the last outcome that counts; blank without one. */
  lastManager: string;
}

export interface Calendar {
  /** All days such as `2026-10-30`; blank where there is no such day. */
  today: string;
  selfAssessmentUntil: string;
  reviewsUntil: string;
  /** Months in which a newcomer need not be reviewed. */
  graceMonths: number;
}

/** Now: everybody above has their outcome. Grace: a newcomer, who need not be reviewed yet. */
export const TURNS = ['Now', 'Waiting', 'Grace', 'Done'] as const;
export type Turn = (typeof TURNS)[number];

export interface Place<Of extends Person = Person> {
  person: Of;
  turn: Turn;
  /** The name of whose outcome must come first; blank unless the turn is Waiting. */
  waitsFor: string;
  /** The day until which it was due; blank unless it is late. */
  late: string;
  /** The first day without grace; blank unless the turn is Grace. */
  graceUntil: string;
  /** The e-mail of the manager before this one; blank when it is the same one. */
  movedFrom: string;
  /** What is wrong with this place in the tree, in one sentence; blank when nothing is. */
  problem: string;
}

/** Everybody once, from the top down; the reports of one manager keep their order. */
export function queueOf<Of extends Person>(people: readonly Of[], calendar: Calendar): Place<Of>[] {
  const { tops, reportsOf, problemOf } = treeOf(people);
  const places: Place<Of>[] = [];
  /** Who of this row's people waits for whom, which everybody below them inherits. */
  let row: [person: Of, first: Of | null][] = tops.map((person) => [person, null]);
  while (row.length > 0) {
    row = row.flatMap(([person, first]) => {
      const place = placeOf(person, first, calendar, problemOf(person));
      places.push(place);
      const next = nextOf(place, first);
      return reportsOf(person).map((report): [Of, Of | null] => [report, next]);
    });
  }
  return places;
}

/** Whose outcome the reports of a place wait for. A manager in grace holds nobody up: the one above may. */
function nextOf<Of extends Person>({ turn, person }: Place<Of>, first: Of | null): Of | null {
  if (turn === 'Done') return null;
  return turn === 'Grace' ? first : person;
}

function placeOf<Of extends Person>(
  person: Of,
  first: Of | null,
  calendar: Calendar,
  problem: string,
): Place<Of> {
  const { email, managerEmail, lastManager } = person;
  const stayed =
    lastManager === '' || managerEmail === '' || isSamePerson(lastManager, managerEmail);
  const place: Place<Of> = {
    person,
    turn: 'Done',
    waitsFor: '',
    late: '',
    graceUntil: '',
    movedFrom: stayed || email === '' ? '' : lastManager,
    problem,
  };
  if (person.isDone) return place;
  const graceUntil = monthsAfter(person.startDate, calendar.graceMonths);
  if (graceUntil > calendar.today) return { ...place, turn: 'Grace', graceUntil };
  place.late = lateSince(person, calendar);
  return first === null
    ? { ...place, turn: 'Now' }
    : { ...place, turn: 'Waiting', waitsFor: first.name || first.email };
}

/** Which day has passed: that of the self-assessment until it is handed in, or that of the review. */
function lateSince({ status }: Person, { today, selfAssessmentUntil, reviewsUntil }: Calendar) {
  const isPast = (day: string) => day !== '' && day < today;
  const isHandedIn = status !== '' && status !== 'Draft';
  if (!isHandedIn && isPast(selfAssessmentUntil)) return selfAssessmentUntil;
  return isPast(reviewsUntil) ? reviewsUntil : '';
}

/** Such as `2026-08-31` three months after `2026-05-31`; the last day of a shorter month. Blank for no day. */
export function monthsAfter(day: string, months: number): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) return '';
  const [year, month, date] = parts.slice(1).map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
