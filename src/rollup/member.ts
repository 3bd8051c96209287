// The rows of `Team`, and the key by which a person's row is found again in `Rollup`.

/** One row of `Team`. */
export interface Member {
  /** Unique in `Team`, the same in every slice of a run and in `Rollup`. */
  key: string;
  /** The row in `Team`, from 1. */
  position: number;
  name: string;
  email: string;
  managerEmail: string;
  direction: string;
  currentGrade: string;
  /** Such as `2026-05-01`, or blank. */
  startDate: string;
  /** The spreadsheet that the row links to; null when it links to none. */
  sheetId: string | null;
  /** What stands in the link cell, blank or not a link. */
  link: string;
  /** The branch file that the row links to, and what stands in its cell. */
  branchId: string | null;
  branchLink: string;
}

export interface Named {
  name: string;
  email: string;
}

/**
 * One key a row, in order: the e-mail, without one the name. Further rows of the same
 * person are numbered, so that each keeps a row of its own.
 */
export function keysOf(rows: readonly Named[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ name, email }) => {
    const key = (email.trim() || name.trim()).toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}

/** Whether the key is of a further row of a person who is in `Team` already. */
export function isRepeated(member: Member): boolean {
  return / #\d+$/.test(member.key);
}

/** What to call a row's person in a sentence. */
export function nameOf(member: Member): string {
  return member.name || member.email;
}
