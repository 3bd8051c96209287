// A workspace: workbooks, who the people are, what they consented to, their properties and triggers.
// Everything is held in memory, and saved to a folder where there is one.

import { randomUUID } from 'node:crypto';
import type { Scope } from '../services/service';
import { ServiceError } from '../services/service-error';
import { type Area, parseArea } from './a1';
import { Access, NO_EDIT, type Role } from './access';
import { align } from './align';
import { BLANK_COLUMNS, BLANK_ROWS, blankSheet } from './blank';
import { mayEdit, PROTECTED } from './editable';
import { type Content, changedCells, merge, type Overwritten } from './merge';
import { same } from './same';
import { SavedWorkspace } from './saved';
import { sharing } from './sharing';
import type { Edit } from './shift';
import { editsOf, noteEdit } from './structure';
import type { StoredTrigger } from './trigger';
import type { Script, SheetData, Workbook } from './workbook';

export interface StoreOptions {
  /** The time, for a workspace that must come out the same each time. */
  now?: () => Date;
  /** Fresh ids of 32 characters or more, for the same. */
  newId?: () => string;
  /** Writes workbooks only when the store is closed: for one that is made by a program and thrown away when that fails. */
  savesOnClose?: boolean;
}

export interface Person {
  email: string;
  name: string;
}

export interface Change {
  id: string;
  revision: number;
}

/** What a page gets: the workbook, and the revision to send back with it. */
export interface Snapshot {
  workbook: Workbook;
  revision: number;
}

export type Replaced =
  | {
      /** The workbook as it now is, when something of others came in; null when it is as the page sent it. */
      snapshot: Snapshot | null;
      revision: number;
      overwritten: Overwritten[];
    }
  /** One sentence: why nothing was taken over and the page must load the workbook again. */
  | { refused: string };

type Properties = Record<string, string>;

export class Store {
  readonly now: () => Date;
  readonly newId: () => string;
  private readonly saved: SavedWorkspace | null;
  private readonly savesOnClose: boolean;
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly persons: Person[];
  private readonly consents: Record<string, Record<string, Scope[]>>;
  private readonly properties: Record<string, Record<string, Properties>>;
  private readonly timeTriggers: Record<string, StoredTrigger>;

  /** Opens or makes the folder. Throws one sentence when another process holds it. */
  static open(dir: string, options: StoreOptions = {}): Store {
    return new Store(dir, options);
  }

  /** An empty workspace that is gone when nobody holds it any more. */
  static inMemory(options: StoreOptions = {}): Store {
    return new Store('', options);
  }

  private constructor(
    /** The folder that keeps it; blank where none does. */
    readonly dir: string,
    options: StoreOptions,
  ) {
    this.savesOnClose = options.savesOnClose ?? false;
    this.now = options.now ?? (() => new Date());
    this.newId = options.newId ?? (() => randomUUID().replaceAll('-', ''));
    const saved = dir === '' ? null : new SavedWorkspace(dir);
    this.saved = saved;
    this.persons = saved?.load('people', []) ?? [];
    this.consents = saved?.load('consents', {}) ?? {};
    this.properties = saved?.load('user-properties', {}) ?? {};
    this.timeTriggers = saved?.load('triggers', {}) ?? {};
    for (const { workbook, revision } of saved?.workbooks() ?? []) {
      this.entries.set(workbook.id, entryOf(workbook, revision));
    }
  }

  /** A workspace in memory that begins as this one is now. The two know nothing of each other. */
  fork(options: StoreOptions = {}): Store {
    const fork = Store.inMemory(options);
    for (const { workbook, revision } of this.entries.values()) {
      fork.entries.set(workbook.id, entryOf(sharing(workbook), revision));
    }
    fork.persons.push(...this.persons);
    Object.assign(fork.consents, structuredClone(this.consents));
    Object.assign(fork.properties, structuredClone(this.properties));
    Object.assign(fork.timeTriggers, this.timeTriggers);
    return fork;
  }

  /** Saves what is unsaved and lets others open the folder. */
  close(): void {
    for (const id of this.entries.keys()) this.publish(id);
    for (const entry of this.entries.values()) if (entry.unsaved) this.writeNow(entry);
    this.listeners.clear();
    this.saved?.close();
  }

  /** Everyone who was named, and everyone who has a role in some file. */
  people(): Person[] {
    const emails = new Set(this.persons.map((person) => person.email));
    for (const workbook of this.workbooks()) {
      for (const email of [workbook.owner, ...workbook.editors, ...workbook.viewers]) {
        emails.add(email);
      }
    }
    const named = new Map(this.persons.map((person) => [person.email, person]));
    return [...emails].map((email) => named.get(email) ?? { email, name: email });
  }

  addPerson(person: Person): void {
    const known = this.persons.findIndex(({ email }) => email === person.email);
    if (known >= 0) this.persons[known] = person;
    else this.persons.push(person);
    this.saved?.save('people', this.persons);
  }

  workbooks(): Workbook[] {
    return [...this.entries.values()].map((entry) => entry.workbook);
  }

  find(id: string): Workbook | null {
    return this.entries.get(id)?.workbook ?? null;
  }

  roleOf(user: string, id: string): Role | null {
    const workbook = this.find(id);
    if (!workbook) return null;
    if (workbook.owner === user) return 'owner';
    if (workbook.editors.includes(user)) return 'editor';
    return workbook.viewers.includes(user) ? 'viewer' : null;
  }

  /** What `user` may do with the files; one for each run, since it remembers what the run changed. */
  access(user: string): Access {
    return new Access(this, user);
  }

  create(name: string, owner: string, rows = BLANK_ROWS, columns = BLANK_COLUMNS): Workbook {
    return this.createOf(name, owner, [blankSheet(0, 'Sheet1', rows, columns)]);
  }

  /** A workbook without a script that holds these tabs. */
  createOf(name: string, owner: string, sheets: SheetData[]): Workbook {
    const time = this.now().toISOString();
    return this.add({
      id: this.newId(),
      name,
      owner,
      editors: [],
      viewers: [],
      created: time,
      modified: time,
      timeZone: 'Etc/GMT',
      locale: 'en_US',
      script: null,
      sheets,
      namedRanges: {},
      documentProperties: {},
    });
  }

  /** A copy of content and script; the script is a new one, frozen as it was, and no properties come along. */
  copy(id: string, name: string, owner: string): Workbook {
    const original = this.find(id) as Workbook;
    const time = this.now().toISOString();
    const { script } = original;
    return this.add({
      ...sharing(original),
      id: this.newId(),
      name,
      owner,
      editors: [],
      viewers: [],
      created: time,
      modified: time,
      script: script && { id: this.newId(), files: script.files, scriptProperties: {} },
      documentProperties: {},
    });
  }

  /** Binds a script to a file, or replaces the one it has, which keeps its id and properties. */
  bindScript(id: string, files: Record<string, string>): Script {
    const workbook = this.find(id) as Workbook;
    const script = workbook.script ?? { id: this.newId(), files, scriptProperties: {} };
    workbook.script = { ...script, files };
    this.changed(id);
    this.publish(id);
    return workbook.script;
  }

  /** Notes that a workbook was changed in memory; `publish` saves and tells. */
  changed(id: string): void {
    (this.entries.get(id) as Entry).dirty = true;
  }

  /** Saves a changed workbook and tells the listeners. */
  publish(id: string): void {
    const entry = this.entries.get(id);
    if (!entry?.dirty) return;
    entry.dirty = false;
    entry.revision += 1;
    entry.workbook.modified = this.now().toISOString();
    this.writeWorkbook(entry);
    for (const listener of this.listeners) listener({ id, revision: entry.revision });
  }

  /** Saves properties that a script set, which are no change of the file's content. */
  saveProperties(id: string): void {
    const entry = this.entries.get(id) as Entry;
    if (entry.dirty) this.publish(id);
    else this.writeWorkbook(entry);
  }

  /** Told after each saved change, until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A workbook as it now is, for a page to show; its revision is remembered as a base to merge from. */
  snapshot(id: string): Snapshot {
    const entry = this.entries.get(id) as Entry;
    return { revision: this.remember(entry), workbook: cloneOf(entry.workbook) };
  }

  /**
   * Takes over sheets and named ranges as a page holds them. What others changed since
   * `baseRevision` stays: the two are merged cell by cell. Throws when `user` may not edit.
   * @param moves rows and columns that came and went in the page since then, the oldest first
   */
  replaceSheets(
    id: string,
    baseRevision: number,
    page: Content,
    user: string,
    moves: readonly Edit[] = [],
  ): Replaced {
    const entry = this.entries.get(id) as Entry;
    if (!['owner', 'editor'].includes(this.roleOf(user, id) ?? '')) throw new ServiceError(NO_EDIT);
    if (touchesProtected(entry.workbook, page, user)) return { refused: PROTECTED };
    this.publish(id);
    if (entry.revision === baseRevision) {
      this.take(entry, page, moves);
      return { snapshot: null, revision: this.remember(entry), overwritten: [] };
    }
    const base = entry.bases.get(baseRevision);
    if (!base) return { refused: 'The file was changed elsewhere since this page loaded it.' };
    const others = editsOf(entry.workbook).slice(base.edits);
    const states = { base: JSON.parse(base.text), ours: contentOf(entry.workbook), page };
    const aligned = align(states, others, moves);
    const result = merge(aligned.base, aligned.ours, aligned.page);
    if ('clash' in result) return { refused: result.clash };
    this.take(entry, result.merged, moves);
    const snapshot = this.snapshot(id);
    return { snapshot, revision: snapshot.revision, overwritten: result.overwritten };
  }

  /** Publishes what changed and keeps the state as a base to merge from; gives its revision. */
  private remember(entry: Entry): number {
    this.publish(entry.workbook.id);
    const { bases, revision } = entry;
    const text = JSON.stringify(contentOf(entry.workbook));
    bases.set(revision, { text, edits: editsOf(entry.workbook).length });
    for (const old of [...bases.keys()].slice(0, -BASES)) bases.delete(old);
    return revision;
  }

  private take(entry: Entry, { sheets, namedRanges }: Content, moves: readonly Edit[]): void {
    const { workbook } = entry;
    for (const edit of moves) noteEdit(workbook, edit);
    if (same({ sheets, namedRanges }, contentOf(workbook))) return;
    Object.assign(workbook, structuredClone({ sheets, namedRanges }));
    entry.dirty = true;
  }

  /** What a person allowed a script. */
  consentOf(user: string, scriptId: string): Scope[] {
    return this.consents[user]?.[scriptId] ?? [];
  }

  consent(user: string, scriptId: string, scopes: readonly Scope[]): void {
    const granted = new Set([...this.consentOf(user, scriptId), ...scopes]);
    this.consents[user] = { ...this.consents[user], [scriptId]: [...granted] };
    this.saved?.save('consents', this.consents);
  }

  withdrawConsent(user: string, scriptId: string): void {
    delete this.consents[user]?.[scriptId];
    this.saved?.save('consents', this.consents);
  }

  userProperties(user: string, scriptId: string): Properties {
    return this.properties[user]?.[scriptId] ?? {};
  }

  setUserProperties(user: string, scriptId: string, properties: Properties): void {
    this.properties[user] = { ...this.properties[user], [scriptId]: properties };
    this.saved?.save('user-properties', this.properties);
  }

  /** Of all people and scripts. */
  triggers(): StoredTrigger[] {
    return Object.values(this.timeTriggers);
  }

  triggersOf(user: string, scriptId: string): StoredTrigger[] {
    return this.triggers().filter((one) => one.user === user && one.scriptId === scriptId);
  }

  /** Adds a trigger, or replaces the one of the same id. */
  saveTrigger(trigger: StoredTrigger): void {
    this.timeTriggers[trigger.id] = trigger;
    this.saved?.save('triggers', this.timeTriggers);
  }

  removeTrigger(id: string): void {
    delete this.timeTriggers[id];
    this.saved?.save('triggers', this.timeTriggers);
  }

  private add(workbook: Workbook): Workbook {
    this.entries.set(workbook.id, { ...entryOf(workbook, 0), dirty: true });
    this.publish(workbook.id);
    return workbook;
  }

  private writeWorkbook(entry: Entry): void {
    if (this.savesOnClose) entry.unsaved = true;
    else this.writeNow(entry);
  }

  private writeNow(entry: Entry): void {
    entry.unsaved = false;
    this.saved?.saveWorkbook(entry.workbook, entry.revision);
  }
}

/** How many states of a workbook are remembered for pages that have not caught up. */
const BASES = 16;

interface Entry {
  workbook: Workbook;
  revision: number;
  /** Changed in memory since it was published. */
  dirty: boolean;
  /** Published, and waiting for the store to be closed. */
  unsaved: boolean;
  /** Sheets and named ranges as pages got them, as JSON by revision, and how many edits of rows and columns they hold. */
  bases: Map<number, { text: string; edits: number }>;
}

function entryOf(workbook: Workbook, revision: number): Entry {
  return { workbook, revision, dirty: false, unsaved: false, bases: new Map() };
}

/** A copy that nobody's changes reach; a script's files never change and are shared. */
export function cloneOf(workbook: Workbook): Workbook {
  const { script, ...rest } = workbook;
  const scriptProperties = { ...script?.scriptProperties };
  return { ...structuredClone(rest), script: script && { ...script, scriptProperties } };
}

function contentOf({ sheets, namedRanges }: Workbook): Content {
  return { sheets, namedRanges };
}

function everything({ rows, columns }: SheetData): Area {
  return { row: 1, column: 1, rows, columns };
}

/** Whether a page changed cells that its user may not edit. */
function touchesProtected(workbook: Workbook, page: Content, user: string): boolean {
  return workbook.sheets.some((sheet) => {
    if (mayEdit(workbook, sheet, user, everything(sheet))) return false;
    const changed = page.sheets.find(({ id }) => id === sheet.id);
    if (!changed) return true;
    return changedCells(sheet, changed).some(
      (a1) => !mayEdit(workbook, sheet, user, parseArea(a1) as Area),
    );
  });
}
