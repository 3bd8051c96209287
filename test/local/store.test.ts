// The workspace: whole files whatever happens, revisions, and nothing lost between page and scripts.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkbook } from '../../local/workspace/format';
import type { Edit } from '../../local/workspace/shift';
import { Store } from '../../local/workspace/store';
import { editStructure } from '../../local/workspace/structure';
import type { Cell, SheetData, Workbook } from '../../local/workspace/workbook';
import { ADA, GRACE, temporaryFolder } from './temporary-host';

const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) {
    store.close();
    rmSync(store.dir, { recursive: true, force: true });
  }
});

function temporaryStore(): Store {
  const store = Store.open(temporaryFolder());
  stores.push(store);
  return store;
}

/** A file of Ada's with these cells in its first tab. */
function fileWith(store: Store, cells: Record<string, Cell>): Workbook {
  const workbook = store.create('Sheet', ADA);
  workbook.sheets[0].cells = structuredClone(cells);
  store.changed(workbook.id);
  store.publish(workbook.id);
  return workbook;
}

/** What a script does: it changes the workbook in the store. */
function written(store: Store, id: string, change: (sheet: SheetData, workbook: Workbook) => void) {
  const access = store.access(ADA);
  const workbook = access.write(id);
  change(workbook.sheets[0], workbook);
  access.flush();
}

describe('the folder', () => {
  test('holds one readable file a workbook, a line a cell, and comes back as it was', () => {
    const store = temporaryStore();
    const { id } = fileWith(store, { A1: { v: 'text' }, B2: { f: '=A1', v: 'text' } });
    const [file, ...others] = readdirSync(join(store.dir, 'workbooks'));
    expect([file, others]).toEqual([`${id}.json`, []]);
    const text = readFileSync(join(store.dir, 'workbooks', file), 'utf8');
    expect(text).toContain('\n   "A1": {"v":"text"},\n   "B2": {"f":"=A1","v":"text"}\n');
    store.addPerson({ email: ADA, name: 'Ada' });
    store.consent(ADA, 'script', ['https://www.googleapis.com/auth/spreadsheets']);
    store.setUserProperties(ADA, 'script', { key: 'value' });
    const before = structuredClone(store.workbooks());
    store.close();
    const again = Store.open(store.dir);
    stores.push(again);
    expect(again.workbooks()).toEqual(before);
    expect(again.people()).toEqual([{ email: ADA, name: 'Ada' }]);
    expect(again.consentOf(ADA, 'script')).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
    ]);
    expect(again.userProperties(ADA, 'script')).toEqual({ key: 'value' });
  });

  test('holds the files of a script once, however many copies carry it', () => {
    const store = temporaryStore();
    const { id } = store.create('Template', ADA);
    store.bindScript(id, { 'Code.js': 'function one() {}' });
    const copies = ['A', 'B'].map((name) => store.copy(id, name, GRACE).id);
    store.bindScript(id, { 'Code.js': 'function two() {}' });
    expect(readdirSync(join(store.dir, 'scripts'))).toHaveLength(2);
    store.close();
    const again = Store.open(store.dir);
    stores.push(again);
    const codeOf = (file: string) => again.find(file)?.script?.files['Code.js'];
    expect([id, ...copies].map(codeOf)).toEqual([
      'function two() {}',
      'function one() {}',
      'function one() {}',
    ]);
  });

  test('comes out the same each time under a given clock and source of ids', () => {
    const make = () => {
      let count = 0;
      const store = Store.open(temporaryFolder(), {
        now: () => new Date('2026-11-20T12:00:00Z'),
        newId: () => String(++count).padStart(32, '0'),
      });
      stores.push(store);
      fileWith(store, { A1: { v: 1 } });
      const name = readdirSync(join(store.dir, 'workbooks'))[0];
      return name + readFileSync(join(store.dir, 'workbooks', name), 'utf8');
    };
    expect(make()).toBe(make());
  });

  test('is refused to a second process while the first lives', async () => {
    const store = temporaryStore();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(join(store.dir, 'open-in-process'), String(other.pid));
    expect(() => Store.open(store.dir)).toThrow(
      `The workspace ${store.dir} is in use by process ${other.pid}: stop it, or name another with --workspace.`,
    );
    other.kill();
    await once(other, 'exit');
    expect(() => Store.open(store.dir).close()).not.toThrow();
  });

  test('keeps every workbook whole when the process is killed while it writes', async () => {
    const dir = temporaryFolder();
    const program = join(dir, 'writer.mjs');
    writeFileSync(program, WRITER);
    await Promise.all(
      ['one', 'two', 'three', 'four'].map((name) => killedWhileWriting(program, join(dir, name))),
    );
    rmSync(dir, { recursive: true });
  });

  test('drops what a killed process left half written', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'workbooks'));
    writeFileSync(join(dir, 'workbooks', 'abc.json.1234'), '{ "id": ');
    const store = Store.open(dir);
    stores.push(store);
    expect(readdirSync(join(dir, 'workbooks'))).toEqual([]);
  });
});

async function killedWhileWriting(program: string, workspace: string): Promise<void> {
  mkdirSync(join(workspace, 'workbooks'), { recursive: true });
  const writer = spawn(process.execPath, [LOCAL, program, '--workspace', workspace]);
  await once(writer.stdout, 'data');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const files = readdirSync(join(workspace, 'workbooks')).filter((name) => name.endsWith('.json'));
  expect(files).toHaveLength(3);
  for (const file of files) {
    const text = readFileSync(join(workspace, 'workbooks', file), 'utf8');
    const { workbook } = parseWorkbook(text, () => ({}));
    const values = new Set(Object.values(workbook.sheets[0].cells).map(({ v }) => v));
    expect([Object.keys(workbook.sheets[0].cells).length, values.size]).toEqual([500, 1]);
  }
  const store = Store.open(workspace);
  expect(store.workbooks()).toHaveLength(3);
  expect(readdirSync(join(workspace, 'workbooks'))).toHaveLength(3);
  store.close();
}

const LOCAL = join(import.meta.dirname, '../../dist/local/script.js');

/** Writes three workbooks over and over, each time all of its cells the same. */
const WRITER = `export default ({ store }) => {
  const files = [1, 2, 3].map((n) => store.create('File ' + n, 'ada@example.com'));
  for (let round = 1; ; round += 1) for (const workbook of files) {
    for (let row = 1; row <= 500; row += 1) workbook.sheets[0].cells['A' + row] = { v: round };
    store.changed(workbook.id);
    store.publish(workbook.id);
    if (round === 2) console.log('writing');
  }
}`;

describe('listeners', () => {
  test('hear of each saved change once, with its revision', () => {
    const store = temporaryStore();
    const { id } = fileWith(store, {});
    const { revision } = store.snapshot(id);
    const heard: unknown[] = [];
    const stop = store.subscribe((change) => heard.push(change));
    written(store, id, (sheet) => {
      sheet.cells.A1 = { v: 1 };
      sheet.cells.A2 = { v: 2 };
    });
    store.access(ADA).flush();
    stop();
    written(store, id, (sheet) => {
      sheet.cells.A1 = { v: 3 };
    });
    expect(heard).toEqual([{ id, revision: revision + 1 }]);
  });
});

describe('what a page sends back', () => {
  const start = {
    A1: { v: 'Id' },
    B1: { v: 'Score' },
    A2: { v: 'one' },
    B2: { v: 0 },
    A3: { v: 'two' },
    B3: { v: 1 },
    C3: { f: '=B2+B3', v: 1 },
  };

  /** A page that loaded the file, and the same after `typing`. */
  function paged(cells: Record<string, Cell> = start) {
    const store = temporaryStore();
    const { id } = fileWith(store, cells);
    const { workbook, revision } = store.snapshot(id);
    const send = (
      typing: (sheet: SheetData, workbook: Workbook) => void,
      user = ADA,
      moves: Edit[] = [],
    ) => {
      typing(workbook.sheets[0], workbook);
      return store.replaceSheets(id, revision, workbook, user, moves);
    };
    const cellsNow = () => (store.find(id) as Workbook).sheets[0].cells;
    return { store, id, revision, send, cellsNow };
  }

  test('is taken over when nothing else changed', () => {
    const { store, id, revision, send, cellsNow } = paged();
    const result = send((sheet) => {
      sheet.cells.B2 = { v: 2 };
    });
    expect(result).toEqual({ snapshot: null, revision: revision + 1, overwritten: [] });
    expect(cellsNow().B2).toEqual({ v: 2 });
    expect(store.replaceSheets(id, revision + 1, store.snapshot(id).workbook, ADA)).toMatchObject({
      revision: revision + 1,
    });
  });

  test('is joined with what a script wrote into other cells', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (sheet) => {
      sheet.cells.B3 = { v: 2 };
      sheet.cells.D1 = { v: 'new' };
      delete sheet.cells.A1;
    });
    const result = send((sheet) => {
      sheet.cells.B2 = { v: 2 };
      sheet.cells.C3 = { f: '=B2+B3', v: 3 };
    });
    expect(result).toMatchObject({ overwritten: [], snapshot: { workbook: { id } } });
    expect(cellsNow()).toEqual({
      B1: { v: 'Score' },
      A2: { v: 'one' },
      B2: { v: 2 },
      A3: { v: 'two' },
      B3: { v: 2 },
      C3: { f: '=B2+B3', v: 3 },
      D1: { v: 'new' },
    });
  });

  test('is joined within a cell: text of the one, colour, format and note of the other', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (sheet) => {
      sheet.cells.B2 = { v: 0, style: { background: '#ff0000' }, format: '0.0', note: 'low' };
    });
    send((sheet) => {
      sheet.cells.B2 = { v: 2 };
    });
    expect(cellsNow().B2).toEqual({
      v: 2,
      style: { background: '#ff0000' },
      format: '0.0',
      note: 'low',
    });
  });

  test('wins where both wrote the same cell, and what it hides is told', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (sheet) => {
      sheet.cells.B2 = { v: 1 };
    });
    const result = send((sheet) => {
      sheet.cells.B2 = { v: 2 };
    });
    expect(cellsNow().B2).toEqual({ v: 2 });
    expect(result).toMatchObject({
      overwritten: [{ sheet: 'Sheet1', a1: 'B2', written: { v: 1 } }],
    });
  });

  test('does not put an old result over a formula that a script replaced', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (sheet) => {
      sheet.cells.C3 = { v: 'fixed' };
      sheet.cells.D3 = { f: '=B2', v: 0 };
    });
    send((sheet) => {
      sheet.cells.C3 = { f: '=B2+B3', v: 99 };
      sheet.cells.C4 = { v: 5, spill: 'C3' };
    });
    expect(cellsNow()).toMatchObject({ C3: { v: 'fixed' }, D3: { f: '=B2', v: 0 } });
  });

  test('keeps tabs and named ranges of both', () => {
    const { store, id, send } = paged();
    written(store, id, (_, workbook) => {
      workbook.sheets.push({
        ...structuredClone(workbook.sheets[0]),
        id: 7,
        name: 'Of the script',
      });
    });
    send((_, workbook) => {
      workbook.sheets.push({ ...structuredClone(workbook.sheets[0]), id: 9, name: 'Of the page' });
      workbook.namedRanges.mine = 'Sheet1!A1';
    });
    const now = store.find(id) as Workbook;
    expect(now.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Of the page', 'Of the script']);
    expect(now.namedRanges).toEqual({ mine: 'Sheet1!A1' });
  });

  for (const [what, typing] of [
    ['inserted a row', (sheet: SheetData) => (sheet.rows += 1)],
    ['deleted the tab', (_: SheetData, workbook: Workbook) => workbook.sheets.splice(0, 1)],
    [
      'sorted the rows',
      (sheet: SheetData) => {
        const { A2, B2, A3, B3 } = sheet.cells;
        Object.assign(sheet.cells, { A2: A3, B2: B3, A3: A2, B3: B2 });
      },
    ],
  ] as const) {
    test(`is refused when it ${what} of a tab that a script wrote meanwhile`, () => {
      const { store, id, send, cellsNow } = paged();
      written(store, id, (sheet) => {
        sheet.cells.D2 = { v: 'for one' };
      });
      const before = structuredClone(cellsNow());
      const result = send((sheet, workbook) => {
        typing(sheet, workbook);
      });
      expect(result).toEqual({
        refused:
          'The rows, columns or settings of "Sheet1" were changed by a script at the same time.',
      });
      expect(cellsNow()).toEqual(before);
    });
  }

  test('goes where its rows went while a script inserted and deleted some', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (_, workbook) => {
      editStructure(workbook, { sheet: 'Sheet1', axis: 'rows', at: 3, count: 2 });
      editStructure(workbook, { sheet: 'Sheet1', axis: 'columns', at: 1, count: 1 });
      editStructure(workbook, { sheet: 'Sheet1', axis: 'rows', at: 1, count: -1 });
    });
    const result = send((sheet) => {
      sheet.cells.B3 = { v: 2 };
    });
    expect(result).toMatchObject({ overwritten: [] });
    expect(cellsNow()).toMatchObject({ B1: { v: 'one' }, B4: { v: 'two' }, C4: { v: 2 } });
  });

  test('may insert and delete rows while a script writes cells of the same tab', () => {
    const { store, id, send, cellsNow } = paged();
    written(store, id, (sheet) => {
      sheet.cells.D3 = { v: 'for two' };
    });
    const insert = { sheet: 'Sheet1', axis: 'rows', at: 2, count: 1 } as const;
    const result = send(
      (sheet, workbook) => {
        editStructure(workbook, insert);
        sheet.cells.A2 = { v: 'new' };
      },
      ADA,
      [insert],
    );
    expect(result).toMatchObject({ overwritten: [] });
    expect(cellsNow()).toMatchObject({
      A2: { v: 'new' },
      A3: { v: 'one' },
      A4: { v: 'two' },
      D4: { v: 'for two' },
    });
  });

  test('may insert, sort and delete while a script writes another tab', () => {
    const { store, id, send } = paged();
    written(store, id, (_, workbook) => {
      workbook.sheets.push({ ...structuredClone(workbook.sheets[0]), id: 7, name: 'Other' });
    });
    expect(
      send((sheet) => {
        sheet.rows += 1;
      }),
    ).toMatchObject({ overwritten: [] });
  });

  test('is refused from a page that fell far behind', () => {
    const { store, id, send } = paged();
    for (let count = 0; count < 40; count += 1) {
      written(store, id, (sheet) => {
        sheet.cells.Z1 = { v: count };
      });
      store.snapshot(id);
    }
    expect(send(() => {})).toEqual({
      refused: 'The file was changed elsewhere since this page loaded it.',
    });
  });

  test('is taken from a page that outlived the server, when nothing changed meanwhile', () => {
    const { store, id, revision } = paged();
    const { workbook } = store.snapshot(id);
    store.close();
    const again = Store.open(store.dir);
    stores.push(again);
    workbook.sheets[0].cells.B2 = { v: 2 };
    expect(again.replaceSheets(id, revision, workbook, ADA)).toMatchObject({ overwritten: [] });
    expect(again.find(id)?.sheets[0].cells.B2).toEqual({ v: 2 });
  });

  test('is refused from viewers, and in cells that are protected against the editor', () => {
    const { store, id, send } = paged();
    store.access(ADA).share(id, GRACE, 'viewer');
    expect(() => send(() => {}, GRACE)).toThrow('You do not have permission');
    store.access(ADA).share(id, GRACE, 'editor');
    written(store, id, (sheet) => {
      sheet.protection = { description: '', warningOnly: false, editors: [], unprotected: ['B2'] };
    });
    const attempt = (a1: string) => {
      const { workbook, revision } = store.snapshot(id);
      workbook.sheets[0].cells[a1] = { v: 2 };
      return store.replaceSheets(id, revision, workbook, GRACE);
    };
    expect(attempt('B2')).toMatchObject({ overwritten: [] });
    expect(attempt('B3')).toMatchObject({ refused: expect.stringContaining('protected') });
  });
});
