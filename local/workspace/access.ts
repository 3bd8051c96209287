// The workspace as one person may use it: every service reaches workbooks
// through here, so that owner, editor and viewer hold everywhere.

import type { Workbook } from './workbook';

export type Role = 'owner' | 'editor' | 'viewer';

export interface Access {
  /** Whose rights these are, as an e-mail address. */
  readonly user: string;
  /** The workbook, to be read only. Throws Google's sentence when the user has no access or the id is unknown. */
  read(id: string): Workbook;
  /**
   * The same workbook, to be changed at once; marks it as changed. Throws when the user is no editor.
   * Take it anew in each call: never keep a workbook or a `SheetData` between calls.
   */
  write(id: string): Workbook;
  /** The user's role, or null without access. */
  role(id: string): Role | null;
  /** A new workbook of the user's, with one empty `Sheet1`. Throws on a bad name. */
  create(name: string, rows?: number, columns?: number): Workbook;
  /** A copy of the user's own: content and bound script (under a new script id), no properties, no other people. */
  copy(id: string, name: string): Workbook;
  /** Gives a role, or takes any away with null. Throws when the user is no editor. */
  share(id: string, email: string, role: 'editor' | 'viewer' | null): void;
  /** Saves what was changed by this user's run. */
  flush(): void;
}
