// The workspace as one person may use it: every service reaches workbooks
// through here, so that owner, editor and viewer hold everywhere.

import { ServiceError } from '../services/service-error';
import { ownWhole } from './sharing';
import type { Store } from './store';
import type { Workbook } from './workbook';

export type Role = 'owner' | 'editor' | 'viewer';

const NO_ACCESS = 'You do not have permission to access the requested document.';
export const NO_EDIT = 'You do not have permission to perform that action.';

export class Access {
  private readonly touched = new Set<string>();
  private held: Held[] = [];

  constructor(
    private readonly store: Store,
    /** Whose rights these are, as an e-mail address. */
    readonly user: string,
  ) {}

  /** The workbook, to be read only. Throws Google's sentence when the user has no access or the id is unknown. */
  read(id: string): Workbook {
    const workbook = this.store.find(id);
    if (!workbook || !this.role(id)) throw new ServiceError(NO_ACCESS);
    return workbook;
  }

  /**
   * The same workbook, to be changed at once; marks it as changed. Throws when the user is no editor.
   * Take it anew in each call: never keep a workbook or a `SheetData` between calls.
   */
  write(id: string): Workbook {
    const workbook = this.edit(id);
    ownWhole(workbook);
    return workbook;
  }

  /** The same, but its tabs are to be changed only once they are made the workbook's own; see sharing.ts. */
  edit(id: string): Workbook {
    const workbook = this.read(id);
    if (this.role(id) === 'viewer') throw new ServiceError(NO_EDIT);
    this.store.changed(id);
    this.touched.add(id);
    return workbook;
  }

  /** The user's role, or null without access. */
  role(id: string): Role | null {
    return this.store.roleOf(this.user, id);
  }

  /** A new workbook of the user's, with one empty `Sheet1`. */
  create(name: string, rows?: number, columns?: number): Workbook {
    return this.store.create(name, this.user, rows, columns);
  }

  /** A copy of the user's own: content and bound script (under a new script id), no properties, no other people. */
  copy(id: string, name: string): Workbook {
    this.read(id);
    return this.store.copy(id, name, this.user);
  }

  /** Gives a role, or takes any away with null. Throws when the user is no editor. */
  share(id: string, email: string, role: 'editor' | 'viewer' | null): void {
    const workbook = this.edit(id);
    const person = email.toLowerCase();
    if (person === workbook.owner) return;
    workbook.editors = workbook.editors.filter((editor) => editor !== person);
    workbook.viewers = workbook.viewers.filter((viewer) => viewer !== person);
    if (role === 'editor') workbook.editors.push(person);
    if (role === 'viewer') workbook.viewers.push(person);
    this.store.publish(id);
  }

  /** Puts a change of a file off; of a file that is not known with null. It may still fail when it is made. */
  hold(id: string | null, make: () => void): void {
    this.held.push({ id, make });
  }

  /** Makes the changes of a file that were put off, of all files with null. Throws what the first that fails throws. */
  settle(id: string | null): void {
    const due = this.held.filter((one) => id === null || one.id === null || one.id === id);
    if (due.length === 0) return;
    this.held = this.held.filter((one) => !due.includes(one));
    const failures: unknown[] = [];
    for (const { make } of due) {
      try {
        make();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Loses the changes that were put off. */
  drop(): void {
    this.held = [];
  }

  /** Makes what was put off, and saves what was changed through this object. */
  flush(): void {
    this.settle(null);
    this.save();
  }

  /** Saves what was changed. */
  save(): void {
    for (const id of this.touched) this.store.publish(id);
    this.touched.clear();
  }
}

interface Held {
  id: string | null;
  make(): void;
}
