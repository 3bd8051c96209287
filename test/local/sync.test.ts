// What is typed in pages and what the workspace holds stay the same, whoever
// changes what at the same time.

import { rmSync } from 'node:fs';
import type { CellChange } from '../../local/page/changes';
import { typed } from '../../local/page/changes';
import type { OpenedFile, Save } from '../../local/page/messages';
import { type Clash, Refusal, type Sheets, type State, Sync } from '../../local/page/sync';
import type { Edit } from '../../local/workspace/shift';
import { Store } from '../../local/workspace/store';
import { editStructure } from '../../local/workspace/structure';
import type { Cell, Workbook } from '../../local/workspace/workbook';
import { temporaryFolder } from './temporary-host';

let folder: string;
let store: Store;
let id: string;

beforeEach(() => {
  jest.useFakeTimers();
  folder = temporaryFolder();
  store = Store.open(folder);
  ({ id } = store.create('Shared', 'ada@example.com'));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
  jest.useRealTimers();
});

test('what is typed reaches the workspace soon, in one go', async () => {
  const page = new Page();
  page.type('A1', 'one');
  page.type('A2', 'two');
  expect(page.saves).toBe(0);
  await page.settled();
  expect(stored()).toEqual({ A1: { v: 'one' }, A2: { v: 'two' } });
  expect(page.saves).toBe(1);
  expect(page.states.at(-1)).toBe('saved');
});

test('two pages see what the other types, and keep their own', async () => {
  const [one, other] = [new Page(), new Page()];
  one.type('A1', 'from one');
  other.type('B1', 'from the other');
  await one.settled();
  await other.settled();
  await one.settled();
  const both = { A1: { v: 'from one' }, B1: { v: 'from the other' } };
  expect(stored()).toEqual(both);
  expect(one.cells).toEqual(both);
  expect(other.cells).toEqual(both);
  expect(one.rebuilt + other.rebuilt).toBe(0);
});

test('a cell that was typed while a change of it arrives keeps what was typed last', async () => {
  const page = new Page();
  page.onSave = () => {
    page.onSave = () => {};
    write((cells) => {
      cells.A1 = { v: 'script' };
    });
    page.type('A1', 'newer');
  };
  page.type('B1', 'first');
  await page.settled();
  await page.settled();
  expect(stored()).toEqual({ A1: { v: 'newer' }, B1: { v: 'first' } });
  expect(page.cells).toEqual(stored());
});

test('a script that inserts rows rebuilds the page only when nobody types in a cell', async () => {
  const page = new Page();
  page.type('A1', 'head');
  page.type('A2', 'body');
  await page.settled();
  page.typing = true;
  store.access('ada@example.com').write(id);
  editStructure(workbook(), { sheet: 'Sheet1', axis: 'rows', at: 2, count: 1 });
  store.publish(id);
  await page.settled();
  expect(page.rebuilt).toBe(0);
  expect(page.cells.A2).toEqual({ v: 'body' });
  page.typing = false;
  page.sync.idle();
  await page.settled();
  expect(page.rebuilt).toBe(1);
  expect(page.cells).toEqual({ A1: { v: 'head' }, A3: { v: 'body' } });
});

test('a row that is inserted in a page moves what others wrote meanwhile, and the other way round', async () => {
  write((cells) => Object.assign(cells, { A1: { v: 'head' }, A2: { v: 'one' }, A3: { v: 'two' } }));
  const [one, other] = [new Page(), new Page()];
  one.insertRow(3);
  one.type('A3', 'new');
  other.type('B3', 'for two');
  other.typing = true;
  await one.settled();
  await other.settled();
  other.type('B2', 'for one');
  other.typing = false;
  other.sync.idle();
  await other.settled();
  await one.settled();
  expect(stored()).toEqual({
    A1: { v: 'head' },
    A2: { v: 'one' },
    B2: { v: 'for one' },
    A3: { v: 'new' },
    A4: { v: 'two' },
    B4: { v: 'for two' },
  });
  expect(one.cells).toEqual(stored());
  expect(other.cells).toEqual(stored());
  expect([...one.clashes, ...other.clashes]).toEqual([]);
});

test('computed values are sent, but never go back and forth between two pages', async () => {
  write((cells) => {
    cells.A1 = { f: '=RAND()' };
  });
  const [one, other] = [new Page(), new Page()];
  one.compute('A1', 0.25);
  await one.settled();
  other.compute('A1', 0.75);
  await other.settled();
  await one.settled();
  await other.settled();
  expect(stored().A1).toEqual({ f: '=RAND()', v: 0.75 });
  expect(one.saves + other.saves).toBe(2);
});

test('while the server is away the page says so, tries again and loses nothing', async () => {
  const page = new Page();
  page.away = 3;
  page.type('A1', 'one');
  await jest.advanceTimersByTimeAsync(1000);
  expect(page.states).toContain('retrying');
  expect(page.sync.unsaved).toBe(true);
  page.type('A2', 'two');
  await jest.advanceTimersByTimeAsync(20_000);
  expect(stored()).toEqual({ A1: { v: 'one' }, A2: { v: 'two' } });
  expect(page.states.at(-1)).toBe('saved');
  expect(page.sync.unsaved).toBe(false);
});

test('what the workspace does not take is handed back, not dropped', async () => {
  const page = new Page();
  page.refuse = 'You do not have permission to edit the requested document.';
  page.type('A1', 'mine');
  await page.settled();
  expect(page.clashes).toEqual([
    {
      reason: 'You do not have permission to edit the requested document.',
      changes: [{ sheet: 0, a1: 'A1', before: null, after: { v: 'mine' } }],
    },
  ]);
  expect(stored()).toEqual({});
});

test('flush waits until everything typed so far is in the workspace', async () => {
  const page = new Page();
  page.type('A1', 'one');
  await page.sync.flush();
  expect(stored()).toEqual({ A1: { v: 'one' } });
});

test('a viewer sees changes and sends nothing', async () => {
  const viewer = new Page('viewer');
  viewer.compute('C1', 5);
  write((cells) => {
    cells.A1 = { v: 'news' };
  });
  await viewer.settled();
  expect(viewer.cells.A1).toEqual({ v: 'news' });
  expect(viewer.saves).toBe(0);
});

function workbook(): Workbook {
  return store.find(id) as Workbook;
}

function stored(): Record<string, Cell> {
  return workbook().sheets[0].cells;
}

/** As a script does. */
function write(change: (cells: Record<string, Cell>) => void): void {
  change(store.access('ada@example.com').write(id).sheets[0].cells);
  store.publish(id);
}

/** A page without a browser: it holds a workbook and does what it is told. */
class Page implements Sheets {
  readonly sync: Sync;
  readonly states: State[] = [];
  readonly clashes: Clash[] = [];
  saves = 0;
  rebuilt = 0;
  typing = false;
  /** How many requests will not reach the server. */
  away = 0;
  refuse = '';
  onSave: () => void = () => {};
  private shown: Workbook;
  private readonly moves: Edit[] = [];

  constructor(role: OpenedFile['role'] = 'editor') {
    const snapshot = store.snapshot(id);
    this.shown = structuredClone(snapshot.workbook);
    const server = {
      save: async (save: Save) => this.save(save),
      load: async () => {
        this.reach();
        return { ...store.snapshot(id), role };
      },
    };
    const told = {
      state: (state: State) => this.states.push(state),
      agreed: () => {},
      clash: (clash: Clash) => this.clashes.push(clash),
      loaded: () => {},
    };
    this.sync = new Sync(this, server, told, { ...snapshot, role });
    store.subscribe(({ revision }) => this.sync.changed(revision));
  }

  get cells(): Record<string, Cell> {
    return this.shown.sheets[0].cells;
  }

  type(a1: string, text: string): void {
    this.cells[a1] = { v: text };
    this.sync.edited();
  }

  insertRow(at: number): void {
    const edit = { sheet: 'Sheet1', axis: 'rows', at, count: 1 } as const;
    editStructure(this.shown, edit);
    this.moves.push(edit);
    this.sync.edited();
  }

  compute(a1: string, value: number): void {
    this.cells[a1] = { ...this.cells[a1], v: value };
    this.sync.edited();
  }

  /** Long enough for everything that is due. */
  async settled(): Promise<void> {
    await jest.advanceTimersByTimeAsync(1000);
  }

  content(): Workbook {
    return structuredClone(this.shown);
  }

  takeMoves(): Edit[] {
    return this.moves.splice(0);
  }

  normal(normal: Workbook): Workbook {
    return normal;
  }

  apply(changes: CellChange[]): void {
    for (const { a1, before, after } of changes) {
      if (JSON.stringify(typed(this.cells[a1])) !== JSON.stringify(before)) continue;
      if (after) this.cells[a1] = after;
      else delete this.cells[a1];
    }
  }

  rebuild(next: Workbook): boolean {
    if (this.typing) return false;
    this.rebuilt += 1;
    this.shown = structuredClone(next);
    return true;
  }

  private save({ base, sheets, namedRanges, moves }: Save) {
    this.reach();
    this.saves += 1;
    this.onSave();
    if (this.refuse) throw new Refusal('Exception', this.refuse);
    const taken = store.replaceSheets(id, base, { sheets, namedRanges }, 'ada@example.com', moves);
    if ('refused' in taken) return taken;
    return { ...taken, workbook: taken.snapshot?.workbook ?? null };
  }

  private reach(): void {
    if (this.away === 0) return;
    this.away -= 1;
    throw new TypeError('Failed to fetch');
  }
}
