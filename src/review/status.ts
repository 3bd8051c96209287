// Where a review stands, and who may do what in it.

export const STATUSES = ['Draft', 'Submitted', 'In review', 'Recorded'] as const;
export type Status = (typeof STATUSES)[number];

/** Who someone is to a career sheet; `both` is a person who is named as their own manager. */
export type Role = 'person' | 'manager' | 'both' | 'other';

export type Action = 'submit' | 'takeBack' | 'openReview' | 'record' | 'startRound';

interface Move {
  from: readonly Status[];
  by: readonly Role[];
  to: Status;
  /** For sentences: what it is to do it, and who may. */
  wish: string;
  who: string;
}

const THE_PERSON = 'the person whose e-mail stands on Summary';

/** A review may be recorded again on purpose; whoever is not the manager is asked first. */
const MOVES: Record<Action, Move> = {
  submit: {
    from: ['Draft'],
    by: ['person', 'both'],
    to: 'Submitted',
    wish: 'submit this review',
    who: THE_PERSON,
  },
  takeBack: {
    from: ['Submitted'],
    by: ['person', 'both'],
    to: 'Draft',
    wish: 'take this review back',
    who: THE_PERSON,
  },
  openReview: {
    from: ['Submitted'],
    by: ['manager', 'both', 'other'],
    to: 'In review',
    wish: 'open this review',
    who: 'the manager, or whoever stands in for the manager,',
  },
  record: {
    from: ['In review', 'Recorded'],
    by: ['person', 'manager', 'both', 'other'],
    to: 'Recorded',
    wish: 'record this review',
    who: 'everybody',
  },
  startRound: {
    from: ['Recorded'],
    by: ['person', 'manager', 'both'],
    to: 'Draft',
    wish: 'start the next round of this review',
    who: 'the person or the manager named on Summary',
  },
};

/** What the sheet's status allows someone to do, in the order of a review. */
export function actionsFor(status: Status, role: Role): Action[] {
  return (Object.keys(MOVES) as Action[]).filter(
    (action) => MOVES[action].from.includes(status) && MOVES[action].by.includes(role),
  );
}

/** Why an action is refused, in one sentence; blank when it is allowed. */
export function refusalOf(action: Action, status: Status, role: Role): string {
  const { from, by, wish, who } = MOVES[action];
  if (!from.includes(status)) {
    return `Nobody can ${wish} while its status is “${status}”: reload to see where it stands.`;
  }
  return by.includes(role) ? '' : `Only ${who} can ${wish}.`;
}

/** The status that an action leads to. */
export function statusAfter(action: Action): Status {
  return MOVES[action].to;
}

/** The status that stands in a cell, where people may type it; blank is Draft, null is none of them. */
export function parseStatus(text: string): Status | null {
  if (text.trim() === '') return 'Draft';
  return STATUSES.find((status) => sameText(status, text)) ?? null;
}

/**
 * Who the user is, by e-mail (case does not matter). A sheet without a person's e-mail is
 * nobody's yet: whoever is not its manager may begin it.
 */
export function roleOf(user: string, email: string, managerEmail: string): Role {
  const isManager = isSamePerson(user, managerEmail);
  if (isManager) return isSamePerson(user, email) ? 'both' : 'manager';
  const isNobodys = user.trim() !== '' && email.trim() === '';
  return isNobodys || isSamePerson(user, email) ? 'person' : 'other';
}

/** Whether two e-mails name the same person; a blank one names nobody. */
export function isSamePerson(one: string, other: string): boolean {
  return one.trim() !== '' && sameText(one, other);
}

const sameText = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
