// Setting up a manager workbook on the local host, from the built script.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnsweringPage } from '../../local/answers';
import { Host, type OpenFile } from '../../local/host';
import type { SheetData } from '../../local/workspace/workbook';

const MANAGER = 'grace@example.org';
const SET_UP = 'Career Sheet Manager > Set up as manager workbook';
const TABS = [
  'Settings',
  'Team',
  'Preparation',
  'Rollup',
  'Queue',
  'Ledger',
  'Run log',
  'Framework',
  'Directions',
  'Levels',
  'Grades',
];

let dir: string;
let host: Host;
let page: AnsweringPage;
let workbook: OpenFile;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'manager-'));
  host = Host.open(dir);
  page = new AnsweringPage();
  workbook = host.as(MANAGER, page).create('My team', 'manager');
});

afterEach(() => {
  host.close();
  rmSync(dir, { recursive: true, force: true });
});

const tabs = () => workbook.workbook().sheets.map(({ name }) => name);
const tab = (name: string) =>
  workbook.workbook().sheets.find((sheet) => sheet.name === name) as SheetData;

test('an empty spreadsheet becomes a manager workbook with no question but for the framework', async () => {
  await workbook.click(SET_UP, ['OK']);
  expect(tabs()).toEqual(TABS);
  expect(page.alerts).toEqual([expect.objectContaining({ title: 'Which framework?' })]);
  expect(page.toasts).toEqual([
    expect.objectContaining({ title: 'The manager workbook is ready' }),
  ]);
});

test('it publishes the built-in framework, and its single cells are found by their names', async () => {
  await workbook.click(SET_UP, ['OK']);
  const cell = (name: string) => workbook.read(...workbook.named(name));
  expect(cell('framework_id')).toBe('engineering');
  expect(cell('framework_name')).toBe('Engineering');
  expect(cell('framework_version')).toBe('1.0.0');
  expect(cell('layout_version')).toBe(1);
  expect(cell('grace_months')).toBe(3);
  expect(cell('round')).toMatch(/^\d{4} H[12]$/);
  expect(workbook.read('Framework', 'A2')).toBe('del-01');
});

test('Rollup has a column a competency between Progress and Change', async () => {
  await workbook.click(SET_UP, ['OK']);
  const [headers] = workbook.read('Rollup', 'A1:X1') as string[][];
  expect(headers.slice(7, 14)).toEqual([
    'Progress',
    'Delivery',
    'Domain Expertise',
    'Problem Solving',
    'Communication',
    'Leadership',
    'Change',
  ]);
  expect(headers.slice(-2)).toEqual(['Checked at', 'Problem']);
});

test('a direction in Team is one of the framework’s, and other text is refused', async () => {
  await workbook.click(SET_UP, ['OK']);
  workbook.type('Team', 'D2', 'Functional Leader');
  expect(() => workbook.type('Team', 'D3', 'Pilot')).toThrow();
  expect(() => workbook.type('Team', 'F2', 'soon')).toThrow();
  expect(() => workbook.type('Preparation', 'F2', '3')).toThrow();
});

test('headers stay in sight, and tabs that the rollup writes ask before they are edited', async () => {
  await workbook.click(SET_UP, ['OK']);
  for (const name of TABS.slice(1)) expect([name, tab(name).frozenRows]).toEqual([name, 1]);
  for (const name of ['Rollup', 'Queue', 'Ledger', 'Run log']) {
    expect([name, tab(name).protection?.warningOnly]).toEqual([name, true]);
  }
  expect(tab('Team').protection).toBeNull();
});

test('the framework is chosen by its number, and a cancel changes nothing', async () => {
  const before = workbook.workbook().sheets;
  await workbook.click(SET_UP, ['CANCEL']);
  expect(workbook.workbook().sheets).toEqual(before);
  await workbook.click(SET_UP, [{ button: 'OK', text: '2' }]);
  expect(workbook.read(...workbook.named('framework_id'))).toBe('engineering-tracks');
  expect(tab('Grades').cells.A79.v).toBe('Community Coordinator');
});

test('a workbook that is set up stays as it is, and says so', async () => {
  await workbook.click(SET_UP, ['OK']);
  workbook.type('Team', 'A2', 'Ada');
  const before = workbook.workbook().sheets;
  await workbook.click(SET_UP);
  expect(page.alerts.slice(1)).toEqual([
    expect.objectContaining({ message: expect.stringMatching(/already: nothing was changed/) }),
  ]);
  expect(workbook.workbook().sheets).toEqual(before);
});

test('a spreadsheet that holds anything is asked about first, and a no changes nothing', async () => {
  workbook.type('Sheet1', 'A1', 'my notes');
  const before = workbook.workbook().sheets;
  await workbook.click(SET_UP, ['OK', 'NO']);
  expect(workbook.workbook().sheets).toEqual(before);
});

test('a yes keeps everything, also a tab and a named range of a name that is needed', async () => {
  workbook.rename('Mine');
  const access = host.store.access(MANAGER);
  const written = access.write(workbook.id);
  written.sheets[0].name = 'Team';
  written.sheets[0].cells.A1 = { v: 'our old list' };
  written.namedRanges.round = 'Team!A1';
  access.flush();
  await workbook.click(SET_UP, ['OK', 'YES']);
  expect(page.alerts[1].message).toBe(
    'Everything in it stays; the tab “Team” will be called “Team (before)”, the named range “round” will be called “round_before”. Add the tabs of a manager workbook?',
  );
  expect(tabs()).toEqual(['Team (before)', ...TABS]);
  expect(workbook.read('Team (before)', 'A1')).toBe('our old list');
  expect(workbook.read(...workbook.named('round_before'))).toBe('our old list');
});

test('a career sheet is not made into a manager workbook', async () => {
  const template = host.as(MANAGER).create('Career Sheet', 'sheet');
  await template.click('Career Sheet > Set up as template', ['OK']);
  const before = template.workbook().sheets;
  host.store.bindScript(template.id, workbook.workbook().script?.files ?? {});
  const file = host.as(MANAGER, page).open(template.id);
  await file.click(SET_UP, ['OK']);
  expect(page.alerts).toEqual([expect.objectContaining({ title: 'This is a career sheet' })]);
  expect(template.workbook().sheets).toEqual(before);
});

test('rolling up before it is set up says what to do first', async () => {
  await expect(workbook.click('Career Sheet Manager > Roll up')).rejects.toThrow(
    'This spreadsheet is no manager workbook yet: choose Career Sheet Manager > Set up as manager workbook.',
  );
  expect(await workbook.call('loadManager')).toMatchObject({ isSetUp: false });
});

test('rolling up an empty Team says what to do', async () => {
  await workbook.click(SET_UP, ['OK']);
  await workbook.click('Career Sheet Manager > Roll up');
  expect(page.toasts.pop()?.message).toBe('Team is empty: fill in one row a person, then roll up.');
});
