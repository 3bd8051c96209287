// Moving a career sheet into a new copy of the template, from every layout that was ever released.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenFile, Value } from '../../local/host';
import type { SheetData, Workbook } from '../../local/workspace/workbook';
import { compareFrameworks } from '../../src/framework/compare';
import { readTabs } from '../../src/framework/tabs';
import { LAYOUT_VERSION } from '../../src/layout/career-sheet';
import type { FrameworkSheet } from '../../src/sheets/publish';
import { type Company, Foundation, MANAGER, urlOf } from '../rollup/company';
import { cutOff } from '../rollup/cut-off';

const LAYOUTS = join(import.meta.dirname, '..', 'layouts');
const FILLED = ['Assessment', 'Goals', 'Outcomes', 'Archive'] as const;
const FIELDS = [
  'person',
  'email',
  'manager_email',
  'current_grade',
  'direction',
  'round',
  'status',
];

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay((company) => {
    company.workbook.type(...company.workbook.named('template'), urlOf(company.template));
  });
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => company.close());
afterAll(() => foundation.remove());

const tabOf = ({ sheets }: Workbook, tab: string) =>
  sheets.find(({ name }) => name === tab) as SheetData;

function rowsOf(file: OpenFile, tab: string): Record<string, Value>[] {
  const [headers, ...rows] = file.read(tab, 'A1:T400') as Value[][];
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      Object.fromEntries(
        headers.map((header, at) => [String(header), row[at]]).filter(([header]) => header !== ''),
      ),
    );
}

async function move(email = 'ada@example.org'): Promise<unknown> {
  await company.workbook.call('chooseWhomToMove', email);
  return company.workbook.call('runJob', 'move');
}
const state = (name = 'Ada') => company.rows('Updates').find((row) => row.Name === name) ?? {};

/** The file that Team links to. */
function linked(cell = 'G2'): OpenFile {
  const [, id] = /\/(?:d|file)\/([^/]+)/.exec(String(company.workbook.read('Team', cell))) ?? [];
  return company.host.as(MANAGER).open(id);
}

/** Moves Ada, and opens her new file. */
async function moved(): Promise<OpenFile> {
  await move();
  expect(state()).toMatchObject({ State: 'Moved' });
  return linked();
}

/** What people filled, and who may open the file. */
function contents(file: OpenFile): unknown {
  const { owner, editors, viewers } = file.workbook();
  return {
    tabs: FILLED.map((tab) => rowsOf(file, tab)),
    fields: FIELDS.map((name) => file.read(...file.named(name))),
    people: [owner, ...editors].sort(),
    viewers,
  };
}

function fillMore(): OpenFile {
  const { sheet } = company.ada;
  company.edit(sheet, (workbook) => {
    const assessment = tabOf(workbook, 'Assessment').cells;
    assessment.F2 = { v: 'see the plan', links: [{ start: 8, end: 12, url: 'https://e.org/p' }] };
    assessment.F3 = { v: '=not a formula' };
    assessment.H2 = { ...assessment.H2, note: 'Agreed at once' };
    assessment.I3 = { v: '007' };
    Object.assign(assessment, { J1: { v: 'My column' }, J4: { v: 'mine' } });
    Object.assign(assessment, { B130: { v: 'Delivery' }, C130: { v: 1 }, D130: { v: 'My skill' } });
    Object.assign(assessment, { E130: { v: 1 }, F130: { v: 'My evidence' } });
    Object.assign(tabOf(workbook, 'Goals').cells, {
      A2: { v: 'Learn to plan' },
      F2: { v: 46_000, format: 'yyyy-mm-dd' },
      G2: { v: 'Planned' },
    });
    Object.assign(tabOf(workbook, 'Archive').cells, {
      A2: { v: '2025 H2' },
      B2: { v: 'New round' },
      J2: { v: 'Evidence of old' },
    });
    const { cells } = tabOf(workbook, 'Summary');
    cells[workbook.namedRanges.person.split('!')[1]].note = 'My note';
    workbook.viewers = ['linus@example.org'];
  });
  return sheet;
}

test('everything is in the new file, which is linked and shared; the old one is kept and marked', async () => {
  const old = fillMore();
  const before = contents(old);
  const file = await moved();
  expect(contents(file)).toEqual(before);
  expect(state()['To know']).toMatch(/^1\d{3} cells were compared\. The new file: http/);
  const { F2, H2, E4 } = tabOf(file.workbook(), 'Assessment').cells;
  expect(F2.links).toEqual([{ start: 8, end: 12, url: 'https://e.org/p' }]);
  expect([H2.note, E4.note]).toEqual(['Agreed at once', undefined]);
  expect(old.name).toBe('Career sheet of Ada (moved)');
  expect(file.name).toBe('Career sheet of Ada');
  expect(contents(old)).toEqual(before);
  const [tab, cell] = old.named('person');
  expect(tabOf(old.workbook(), tab).cells[cell].note).toMatch(/^Moved to http.*\n\nMy note$/s);
  expect(file.read(...file.named('file_id'))).toBe(file.id);
});

test('the person goes on in the new file, and the rollup reads it as before', async () => {
  await company.rollUp();
  const before = company.rollupOf({ name: 'Ada' });
  const file = await moved();
  await company.rollUp();
  expect({ ...company.rollupOf({ name: 'Ada' }), 'Checked at': '' }).toEqual({
    ...before,
    'Checked at': '',
  });
  const theirs = company.host.as('ada@example.org').open(file.id);
  await theirs.call('startRound', { round: '2027 H1' });
  expect(file.read(...file.named('round'))).toBe('2027 H1');
});

test('the framework of the new template comes along, as an update would bring it', async () => {
  const { sheet } = company.ada;
  sheet.type('Goals', 'A2', 'Learn it');
  const [first, second, third] = rowsOf(sheet, 'Assessment');
  sheet.type('Goals', 'B2', String(second.Skill));
  sheet.type('Assessment', 'F3', 'Split the migration');
  sheet.type('Assessment', 'D4', 'In my own words.');
  const { id } = await publishNext();
  const file = await moved();
  expect(rowsOf(file, 'Archive')).toMatchObject([
    { Reason: 'Removed in 2.0.0', 'Skill id': first.Id, 'Agreed score': 2 },
  ]);
  const rows = rowsOf(file, 'Assessment');
  expect(rows.find(({ Id }) => Id === id)).toMatchObject({ 'Self score': '', Skill: 'Is new.' });
  expect(rows.find(({ Id }) => Id === second.Id)).toMatchObject({
    Skill: 'Says it in other words.',
    'Agreed score': 2,
    Evidence: 'Reworded, to be confirmed.\nSplit the migration',
  });
  expect(rows.find(({ Id }) => Id === third.Id)).toMatchObject({ Skill: 'In my own words.' });
  expect(rowsOf(file, 'Goals')).toMatchObject([{ Skill: 'Says it in other words.' }]);
  expect(state()).toMatchObject({ 'From version': '1.0.0', 'To version': '2.0.0', Removed: 1 });
  expect(company.workbook.read(...company.workbook.named('framework_version'))).toBe('2.0.0');
});

test('nothing of what was tried out in the template gets into the new file', async () => {
  company.edit(company.template, (workbook) => {
    tabOf(workbook, 'Assessment').cells.F5 = { v: 'Of the owner' };
    tabOf(workbook, 'Goals').cells.A9 = { v: 'Of the owner' };
    tabOf(workbook, 'Archive').cells.J2 = { v: 'Of the owner' };
    tabOf(workbook, 'Framework').cells.D3.v = 'A draft, not published.';
  });
  const before = contents(company.ada.sheet);
  const file = await moved();
  expect(contents(file)).toEqual(before);
  expect(rowsOf(file, 'Framework')).toEqual(rowsOf(company.ada.sheet, 'Framework'));
});

test('everyone is moved by one run, and a sheet that cannot be moved says why', async () => {
  const bob = company.clone(company.ada, 'Bob');
  company.enlist(bob, urlOf(bob.sheet));
  company.edit(bob.sheet, (workbook) => {
    tabOf(workbook, 'Assessment').cells.E5 = { v: 'rather' };
  });
  const before = company.host.as(MANAGER).files().length;
  expect(await move('')).toMatchObject({ state: 'done', run: { total: 2, problems: 1 } });
  expect(state('Bob')['To know']).toMatch(
    /The cell Assessment!E5 of the career sheet holds no score/,
  );
  expect(linked('G3').id).toBe(bob.sheet.id);
  bob.sheet.type('Assessment', 'E5', '1');
  await move(bob.email);
  expect(rowsOf(linked('G3'), 'Assessment')[3]).toMatchObject({ 'Self score': 1 });
  expect(company.host.as(MANAGER).files()).toHaveLength(before + 2);
});

// Each run comes three changes further than the one that was cut off before it.
test('a move that is cut off again and again goes on in the same copy, and comes to the same', async () => {
  fillMore();
  const whole = contents(await moved());
  company.close();
  company = foundation.start();
  fillMore();
  const files = company.host.as(MANAGER).files().length;
  let changes = 2;
  while (!(await cutOff(company.host, changes, move))) {
    company = company.restart();
    aMinuteLater();
    const link = linked();
    if (link.id !== company.ada.sheet.id) expect(contents(link)).toEqual(whole);
    changes += 3;
  }
  expect(contents(linked())).toEqual(whole);
  expect(company.ada.sheet.name).toBe('Career sheet of Ada (moved)');
  expect(changes).toBeGreaterThan(14);
  expect(company.host.as(MANAGER).files()).toHaveLength(files + 1);
});

/** Drive lists by then whatever was made. */
function aMinuteLater(): void {
  company.edit(company.workbook, ({ documentProperties }) => {
    const key = 'move of ada@example.org';
    if (!documentProperties[key]) return;
    const begun = JSON.parse(documentProperties[key]);
    documentProperties[key] = JSON.stringify({ ...begun, since: begun.since - 61_000 });
  });
}

/** As after a run that was cut off once Google had made the file with this id. */
function begin(id: string): void {
  company.edit(company.workbook, ({ documentProperties }) => {
    documentProperties['move of ada@example.org'] = JSON.stringify({
      ...{ from: company.ada.sheet.id, template: company.template.id },
      ...{ name: 'Career sheet of Ada (12ab)', since: 0, id },
    });
  });
}

test('a copy that was begun and cannot be opened any more is made anew, and named', async () => {
  begin('deleted-meanwhile');
  await moved();
  expect(state()['To know']).toMatch(/“Career sheet of Ada \(12ab\)” may be left over in Drive/);
});

test('a copy that others can open is closed to them before anything is in it', async () => {
  const copy = company.host
    .as(MANAGER)
    .open(company.template.id)
    .copy('Career sheet of Ada (12ab)');
  copy.share('mallory@example.org', 'editor');
  begin(copy.id);
  const file = await moved();
  expect(file.id).toBe(copy.id);
  expect(file.workbook().editors).toEqual(['ada@example.org']);
});

test.each(readdirSync(LAYOUTS))('the kept example of layout %s is moved whole', async (name) => {
  const kept = example(name);
  const { sheet } = company.ada;
  company.edit(sheet, (workbook) => {
    Object.assign(workbook, { sheets: kept.sheets, namedRanges: kept.namedRanges });
  });
  const before = contents(sheet);
  const file = await moved();
  expect(contents(file)).toEqual(before);
  expect(file.read(...file.named('layout_version'))).toBeGreaterThanOrEqual(parseInt(name, 10));
});

test('an example of every layout is kept, and the newest is as a template is made today', () => {
  const versions = Array.from({ length: LAYOUT_VERSION }, (_, index) => `${index + 1}.json`);
  expect(readdirSync(LAYOUTS).sort()).toEqual(versions);
  // Who changes a tab, a header or a name that a release had raises LAYOUT_VERSION and keeps an example.
  expect(shapeOf(company.template.workbook())).toEqual(
    shapeOf(example(versions[versions.length - 1])),
  );
});

function example(name: string): Workbook {
  return JSON.parse(readFileSync(join(LAYOUTS, name), 'utf8')) as Workbook;
}

function shapeOf({ sheets, namedRanges }: Workbook): unknown {
  const tabs = sheets
    .filter(({ name }) => name !== 'Summary' && name !== 'Published')
    .map(({ name, cells }) => [
      name,
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((column) => cells[`${column}1`]?.v ?? ''),
    ]);
  return { tabs: Object.fromEntries(tabs), names: Object.keys(namedRanges).sort() };
}

test('refuses the sheet of somebody else, and a template that is none', async () => {
  company.ada.sheet.type(...company.ada.sheet.named('email'), 'bob@example.org');
  await move();
  expect(state()['To know']).toMatch(/is of bob@example\.org, not of ada@example\.org/);
  await expect(move('eve@example.org')).rejects.toThrow(/Nobody in Team/);
  company.workbook.type(...company.workbook.named('template'), '');
  await move();
  expect(state()['To know']).toMatch(/links to no template/);
  company.workbook.type(...company.workbook.named('template'), urlOf(company.ada.sheet));
  await move();
  expect(state()['To know']).toMatch(/links to the template itself/);
  expect(linked().id).toBe(company.ada.sheet.id);
});

/** Version 2.0.0: the first skill is replaced, the second reworded. */
async function publishNext(): Promise<{ id: string }> {
  const { template } = company;
  const id = 'del-new';
  template.type('Framework', 'A2', id);
  template.type('Framework', 'D2', 'Is new.');
  template.type('Framework', 'D3', 'Says it in other words.');
  const { published, tabs, identity } = (await template.call('loadFramework')) as FrameworkSheet;
  const { framework } = readTabs(tabs, { ...identity, version: '2.0.0' });
  const { changes } = compareFrameworks(JSON.parse(published), framework);
  await template.call('publishFramework', {
    json: JSON.stringify(framework),
    version: '2.0.0',
    changes: changes.map(({ kind, what, id, was, now }) => ({ kind, what, id, was, now })),
  });
  return { id };
}
