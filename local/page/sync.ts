// Keeps the page and the workspace the same: what is typed goes out soon, what
// others change comes in, and nothing that was typed is dropped on the way.

import type { Edit } from '../workspace/shift';
import type { Workbook } from '../workspace/workbook';
import { type CellChange, cellChanges, sameContent } from './changes';
import type { OpenedFile, Save, Saved } from './messages';

/** The page's spreadsheet, as this file uses it. */
export interface Sheets {
  /** What it now holds. */
  content(): Workbook;
  /** Rows and columns that came and went since this was last asked, the oldest first. */
  takeMoves(): Edit[];
  /** A workbook of the workspace in the form in which `content` would say it. */
  normal(workbook: Workbook): Workbook;
  /** Puts others' changes into cells; selection, scroll and what is being typed stay. */
  apply(changes: CellChange[]): void;
  /** Shows another workbook; false while somebody types in a cell. */
  rebuild(workbook: Workbook): boolean;
}

export interface Server {
  /** Rejects with a `Refusal` when the server says no, with anything else when it cannot be reached. */
  save(save: Save): Promise<Saved>;
  load(): Promise<OpenedFile>;
}

/** An answer of the server in place of what was asked. */
export class Refusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export type State = 'saved' | 'saving' | 'retrying';

/** The page's changes that the workspace does not take. */
export interface Clash {
  reason: string;
  changes: CellChange[];
}

export interface Told {
  state(state: State): void;
  /** Page and workspace agree on this. */
  agreed(workbook: Workbook): void;
  clash(clash: Clash): void;
  /** Name, roles and people may have changed as well. */
  loaded(file: OpenedFile): void;
}

/** Milliseconds from an edit until it is sent, and between attempts when the server is away. */
const DELAY = 150;
const RETRIES = [500, 1000, 2000, 5000];

export class Sync {
  /** The last state of the workspace that the page has taken in. */
  private known: Workbook;
  /** What the workspace holds of the page: it differs from `known` in computed values alone. */
  private sent: Workbook;
  /** Newer than what the page shows; it waits for typing to end. */
  private awaited: { workbook: Workbook; revision: number } | null = null;
  /** Rows and columns that came and went in the page since `revision`. */
  private moves: Edit[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private working: Promise<void> | null = null;
  /** The page was edited or computed something since its content was last looked at. */
  private again = false;
  private stopped = false;

  constructor(
    private readonly sheets: Sheets,
    private readonly server: Server,
    private readonly told: Told,
    opened: OpenedFile,
    private readonly editable = opened.role !== 'viewer',
    private revision = opened.revision,
  ) {
    this.known = sheets.normal(opened.workbook);
    this.sent = this.known;
  }

  /** The page's content may have changed. */
  edited(): void {
    if (!this.editable || this.stopped) return;
    this.again = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), DELAY);
  }

  /** The workspace has another revision of the file. */
  changed(revision: number): void {
    if (this.stopped || revision <= this.revision) return;
    void this.work(() => this.pull(revision));
  }

  /** Nobody types in a cell any more. */
  idle(): void {
    if (this.awaited) void this.work(async () => {});
  }

  /** Resolves once everything typed so far is in the workspace, or could not be taken. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    return this.work(async () => {});
  }

  get unsaved(): boolean {
    return this.again || this.working !== null;
  }

  /** Everything in turn: pull when asked, then push what is left. */
  private work(step: () => Promise<void>): Promise<void> {
    const before = this.working ?? Promise.resolve();
    const mine: Promise<void> = before.then(async () => {
      await this.persistently(async () => {
        await step();
        await this.push();
      });
      if (this.working === mine) this.working = null;
      if (!this.unsaved) this.told.state('saved');
    });
    this.working = mine;
    return mine;
  }

  /** Again and again while the server cannot be reached; what is typed meanwhile goes along. */
  private async persistently(step: () => Promise<void>): Promise<void> {
    for (let attempt = 0; !this.stopped; attempt++) {
      try {
        return await step();
      } catch (error) {
        if (error instanceof Refusal) return this.stop(error.message);
        this.told.state('retrying');
        await later(RETRIES[Math.min(attempt, RETRIES.length - 1)]);
      }
    }
  }

  private async push(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      const content = this.sheets.content();
      this.moves.push(...this.sheets.takeMoves());
      if (sameContent(content, this.sent)) continue;
      this.told.state('saving');
      const saved = await this.trying(() =>
        this.server.save({
          base: this.revision,
          sheets: content.sheets,
          namedRanges: content.namedRanges,
          moves: this.moves,
        }),
      );
      if ('refused' in saved) return this.stop(saved.refused);
      if (saved.workbook) {
        this.take(content, saved.workbook, saved.revision);
      } else {
        this.revision = saved.revision;
        this.agree(content);
      }
    }
    this.show();
  }

  /** What is not sent must be sent again. */
  private async trying<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      this.again = true;
      throw error;
    }
  }

  private async pull(revision: number): Promise<void> {
    if (revision <= this.revision) return;
    if (this.again) return; // what is sent next brings the others' changes back
    const file = await this.server.load();
    this.told.loaded(file);
    this.take(this.known, file.workbook, file.revision);
  }

  /**
   * The workspace now holds `workbook`, made from `base`. Cells take the difference at once;
   * anything more waits until the page holds nothing that was not sent.
   */
  private take(base: Workbook, workbook: Workbook, revision: number): void {
    const after = this.sheets.normal(workbook);
    const changes = cellChanges(base, after);
    if (!changes) {
      this.awaited = { workbook, revision };
      return;
    }
    this.sheets.apply(changes);
    this.revision = revision;
    this.agree(after);
    this.awaited = null;
  }

  /** Builds the page anew when that is due and nobody types. */
  private show(): void {
    if (!this.awaited) return;
    const { workbook, revision } = this.awaited;
    if (!this.sheets.rebuild(workbook)) return;
    this.awaited = null;
    this.revision = revision;
    this.agree(this.sheets.normal(workbook));
  }

  private agree(workbook: Workbook): void {
    this.known = workbook;
    this.sent = workbook;
    this.moves = [];
    this.told.agreed(workbook);
  }

  private stop(reason: string): void {
    this.stopped = true;
    this.told.clash({ reason, changes: cellChanges(this.known, this.sheets.content()) ?? [] });
  }
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
