// One open file in the page: the spreadsheet, the workspace behind it, and what
// scripts show and ask.

import { PROTECTED } from '../workspace/editable';
import { same } from '../workspace/same';
import type { Workbook } from '../workspace/workbook';
import { ChartLayer } from './charts';
import { type CellAt, Grid } from './grid';
import { type Position, verdictOn } from './guard';
import type {
  Answer,
  Menu,
  OpenedFile,
  Person,
  Question,
  Save,
  Saved,
  ShownFrame,
  WindowEvent,
} from './messages';
import { actingPerson, addressOf, ask } from './request';
import { type Clash, type State, Sync } from './sync';

/** What the page draws around the spreadsheet. */
export interface View {
  file: OpenedFile;
  people: Person[];
  saving: State;
  /** Null until `onOpen` has run. */
  menus: Menu[] | null;
  /** How many scripts run for this window. */
  running: number;
  /** Why the last script stopped. */
  scriptError: string | null;
  toast: { title: string; message: string } | null;
  sidebar: ShownFrame | null;
  dialog: (ShownFrame & { modal: boolean }) | null;
  questions: Question[];
  selected: CellAt | null;
  hovered: CellAt | null;
  clash: Clash | null;
  /** Name of a protected tab in which something was just changed. */
  guarded: string | null;
  /** Cells in which somebody else wrote at the same time. */
  overwritten: string[];
}

/** Google runs no more calls of one page than this at once; the others wait. */
const CALLS_AT_ONCE = 10;

/** Milliseconds without another warning of a protected tab. */
const UNGUARDED = 5 * 60_000;

export class Session {
  view: View;
  private readonly window = crypto.randomUUID();
  private readonly id: string;
  private grid: Grid | null = null;
  private charts: ChartLayer | null = null;
  private sync: Sync | null = null;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  /** When warnings of protected tabs begin again. */
  private unguardedUntil = 0;
  private calls = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    file: OpenedFile,
    people: Person[],
    private readonly draw: () => void,
  ) {
    this.id = file.workbook.id;
    this.view = {
      file,
      people,
      saving: 'saved',
      menus: null,
      running: 0,
      scriptError: null,
      toast: null,
      sidebar: null,
      dialog: null,
      questions: [],
      selected: null,
      hovered: null,
      clash: null,
      guarded: null,
      overwritten: [],
    };
    const events = new EventSource(addressOf(`/api/windows/${this.window}/events`));
    events.onmessage = ({ data }) => this.take(JSON.parse(data));
    events.addEventListener('open', () => this.openMenus(), { once: true });
  }

  get editable(): boolean {
    return this.view.file.role !== 'viewer';
  }

  get unsaved(): boolean {
    return this.sync?.unsaved ?? false;
  }

  /** Builds the spreadsheet in an element of the page. */
  mount(container: HTMLElement): void {
    const { file } = this.view;
    const cells = document.createElement('div');
    cells.className = 'cells';
    container.append(cells);
    this.grid = new Grid(cells, file.workbook, this.editable, {
      edited: () => this.sync?.edited(),
      // Once it can be undone.
      wrote: (sheet, cells) => setTimeout(() => this.guard(sheet, cells)),
      idle: () => this.sync?.idle(),
      selected: (selected) => {
        if (!same(selected, this.view.selected)) this.show({ selected });
      },
      hovered: (hovered) => {
        if (hovered?.error || this.view.hovered)
          this.show({ hovered: hovered?.error ? hovered : null });
      },
      moved: () => this.charts?.refresh(),
      ready: () => {
        document.documentElement.dataset.ready = 'true';
        performance.mark('ready');
      },
    });
    this.charts = new ChartLayer(container, this.grid);
    this.charts.show(file.workbook);
    const server = {
      save: (save: Save) => this.saved(save),
      load: () => ask<OpenedFile>('GET', `/files/${this.id}`),
    };
    const told = {
      state: (saving: State) => this.show({ saving }),
      agreed: (workbook: Workbook) => this.charts?.show(workbook),
      clash: (clash: Clash) => this.show({ clash }),
      loaded: (loaded: OpenedFile) => this.loaded(loaded),
    };
    this.sync = new Sync(this.grid, server, told, file);
  }

  show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.draw();
  }

  /** Back to the cells, from a sidebar. */
  focus(): void {
    window.focus();
    this.grid?.focus();
  }

  undo(): void {
    this.grid?.undo();
  }

  redo(): void {
    this.grid?.redo();
  }

  /** What the person says to a change of a protected tab: keep it, or undo it. */
  settleGuarded(keep: boolean): void {
    this.show({ guarded: null });
    if (keep) this.unguardedUntil = Date.now() + UNGUARDED;
    else this.grid?.undo();
  }

  /** Runs a menu item, given by its captions such as `Career Sheet > Recalculate`. */
  async click(path: string): Promise<void> {
    this.show({ scriptError: null });
    await this.whileRunning(async () => {
      await this.settle();
      const body = { file: this.id, path, selection: this.grid?.selection };
      await ask('POST', `/windows/${this.window}/click`, body);
    }).catch((error: Error) => this.show({ scriptError: sentenceOf(error) }));
  }

  /** Calls a function of the script, as `google.script.run` does. */
  async call(name: string, args: unknown[]): Promise<unknown> {
    await this.turn();
    try {
      // A sidebar may call by itself, while somebody types in a cell.
      if (document.activeElement instanceof HTMLIFrameElement) await this.settle();
      else await this.sync?.flush();
      const body = { file: this.id, function: name, args, selection: this.grid?.selection };
      const path = `/windows/${this.window}/call`;
      return (await ask<{ value: unknown }>('POST', path, body)).value;
    } finally {
      this.calls -= 1;
      this.queue.shift()?.();
    }
  }

  answer(question: Question, answer: Answer): void {
    this.show({ questions: this.view.questions.filter(({ id }) => id !== question.id) });
    void ask('POST', `/windows/${this.window}/answers/${question.id}`, { answer });
  }

  async rename(name: string): Promise<void> {
    await ask('POST', `/files/${this.id}/name`, { name });
    this.reload();
  }

  /** Name, roles and people as they now are. */
  reload(): void {
    void ask<OpenedFile>('GET', `/files/${this.id}`).then((file) => this.loaded(file));
  }

  /** Leaves the cell that is being typed in, and waits until all is in the workspace. */
  async settle(): Promise<void> {
    await this.grid?.endEditing();
    await this.sync?.flush();
  }

  /** As at Google, a warning is good for five minutes. */
  private guard(sheetId: number, cells: Position[]): void {
    const sheet = this.view.file.workbook.sheets.find(({ id }) => id === sheetId);
    if (!sheet?.protection || !this.grid) return;
    const verdict = verdictOn(this.grid.content(), sheetId, cells, actingPerson());
    if (verdict === 'refuse') {
      this.grid.undo();
      this.show({ scriptError: PROTECTED });
    } else if (verdict === 'warn' && Date.now() > this.unguardedUntil) {
      this.show({ guarded: sheet.name });
    }
  }

  private async saved(save: Save): Promise<Saved> {
    const saved = await ask<Saved>('PUT', `/files/${this.id}`, save);
    if (!('refused' in saved)) {
      if (saved.workbook) this.loaded({ ...this.view.file, workbook: saved.workbook });
      if (saved.overwritten.length > 0) {
        const cells = saved.overwritten.map(({ sheet, a1 }) => `${sheet} ${a1}`);
        this.show({ overwritten: [...this.view.overwritten, ...cells] });
      }
    }
    return saved;
  }

  private loaded(file: OpenedFile): void {
    if (file.role !== this.view.file.role) location.reload();
    this.show({ file });
  }

  private take(event: WindowEvent): void {
    if (event.kind === 'changed') {
      if (event.file === this.id) this.sync?.changed(event.revision);
    } else if (event.kind === 'question') {
      this.show({ questions: [...this.view.questions, event.question] });
    } else if (event.kind === 'sidebar') {
      this.show({ sidebar: event.frame });
    } else if (event.kind === 'selected') {
      this.grid?.select(event.selection);
    } else if (event.kind === 'dialog') {
      this.show({ dialog: event.frame });
    } else {
      const { title, message, seconds } = event.toast;
      clearTimeout(this.toastTimer);
      this.show({ toast: { title, message } });
      if (seconds < 0) return;
      this.toastTimer = setTimeout(() => this.show({ toast: null }), seconds * 1000);
    }
  }

  private async openMenus(): Promise<void> {
    const path = `/windows/${this.window}/menu`;
    await ask<Menu[]>('POST', path, { file: this.id }).then(
      (menus) => this.show({ menus }),
      (error: Error) => this.show({ menus: [], scriptError: sentenceOf(error) }),
    );
  }

  private async whileRunning<T>(work: () => Promise<T>): Promise<T> {
    this.show({ running: this.view.running + 1 });
    try {
      return await work();
    } finally {
      this.show({ running: this.view.running - 1 });
    }
  }

  private async turn(): Promise<void> {
    if (this.calls >= CALLS_AT_ONCE) await new Promise<void>((go) => this.queue.push(go));
    this.calls += 1;
  }
}

/** As Google's own error bar says it. */
function sentenceOf({ name, message }: Error): string {
  return `${name}: ${message}`;
}
