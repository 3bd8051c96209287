// The sample company that npm start shows, as the build made it and as its head meets it.

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../local/built-scripts';
import { Host, type OpenFile, type Value } from '../../local/host';
import { makeCompany } from '../../local/workspace/company';
import { temporaryFolder } from './temporary-host';

const BUILT = join(DIST, 'local', 'company');
const HEAD = 'robin.sampleton@example.com';

let host: Host;
let workbook: OpenFile;

beforeAll(async () => {
  const dir = temporaryFolder();
  cpSync(BUILT, dir, { recursive: true });
  // Some days after the last day of reviews: who is late, and who is still new.
  host = Host.open(dir, { now: () => new Date('2026-11-03T09:00:00Z') });
  const file = host
    .as(HEAD)
    .files()
    .find(({ name }) => name.includes('manager workbook'));
  workbook = host.as(HEAD).open(file?.id ?? '');
  await workbook.click('Career Sheet Manager > Roll up');
});

afterAll(() => host.close());

/** Rows of a tab by header, blank ones left out. */
function rowsOf(tab: string): Record<string, Value>[] {
  const [headers, ...rows] = workbook.read(tab, 'A1:Z200') as Value[][];
  return rows
    .filter(([first]) => first !== '')
    .map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at]])));
}

test('it is the same each time, ids and times included', async () => {
  const dir = temporaryFolder();
  await makeCompany(dir);
  const filesOf = (folder: string) =>
    (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.json'));
  expect(filesOf(dir).sort()).toEqual(filesOf(BUILT).sort());
  const differing = filesOf(dir).filter(
    (name) => !readFileSync(join(dir, name)).equals(readFileSync(join(BUILT, name))),
  );
  expect(differing).toEqual([]);
});

test('60 people below the head stand in the team, each with a manager who has a name', () => {
  const team = rowsOf('Team');
  const emails = new Set(team.map((row) => row['E-mail']));
  expect(emails.size).toBe(60);
  for (const row of team) {
    expect(row['E-mail']).toMatch(/^[a-z]+\.[a-z]+@example\.com$/);
    const manager = row["Manager's e-mail"];
    expect(manager === HEAD || emails.has(manager)).toBe(true);
  }
});

test('reviews stand everywhere between draft and recorded', () => {
  const statuses = rowsOf('Rollup').map((row) => row.Status);
  const count = (status: string) => statuses.filter((one) => one === status).length;
  expect(count('Recorded')).toBeGreaterThan(25);
  for (const status of ['Draft', 'Submitted', 'In review']) {
    expect(count(status)).toBeGreaterThan(2);
  }
});

test('nobody was reviewed before their own manager', () => {
  const rows = rowsOf('Rollup');
  for (const row of rows.filter(({ Status }) => Status === 'Recorded')) {
    const manager = rows.find((other) => other['E-mail'] === row["Manager's e-mail"]);
    if (manager) expect([row.Name, manager.Status]).toEqual([row.Name, 'Recorded']);
  }
});

test.each([
  ['no link', 'There is no link in row'],
  ['a link that is none', 'is not a link to a spreadsheet'],
  ['a sheet that is not shared', 'cannot be opened'],
  ['a file that is no career sheet', 'is not a career sheet'],
  ['another framework version', 'made from Engineering 0.9.0'],
  ['half of the scores', 'skills not scored: ask'],
  ['scores missing on the next level', 'so the true level may be higher'],
  ['a person twice', 'is in Team twice'],
  ["a colleague's sheet", 'The same career sheet is linked in rows'],
  ['an outcome that somebody else recorded', 'not by the manager'],
])('one row shows what %s comes to, and the others are well', (_, sentence) => {
  const said = rowsOf('Rollup').map((row) => String(row.Problem));
  expect(said.filter((problem) => problem.includes(sentence))).toHaveLength(1);
  expect(said.filter((problem) => problem !== '')).toHaveLength(10);
});

test('the level above reads the branch: everybody below, in the order of the reviews', async () => {
  const above = host.as('sasha.boardwell@example.com');
  const [file] = above.files().filter(({ name }) => name.includes('manager workbook'));
  const whole = above.open(file.id);
  await whole.click('Career Sheet Manager > Roll up');
  const [headers, ...rows] = whole.read('Queue', 'A1:K70') as Value[][];
  const queue = rows.filter(([place]) => place !== '');
  expect(queue).toHaveLength(61);
  expect(queue[0].slice(0, 3)).toEqual([1, 'Robin Sampleton', HEAD]);
  const turns = new Set(queue.map((row) => row[headers.indexOf('Turn')]));
  expect(turns).toEqual(new Set(['Now', 'Waiting', 'Done', 'Grace']));
  expect(queue.some((row) => row[headers.indexOf('Late since')] !== '')).toBe(true);
  expect(JSON.stringify(whole.workbook().sheets)).not.toContain('made-up crowns');
});

test('some were reviewed in the round before, and their progress moved', () => {
  const changes = rowsOf('Rollup').map((row) => row.Change);
  expect(changes.some((change) => typeof change === 'number' && change > 0)).toBe(true);
  const outcomes = rowsOf('Ledger');
  expect(new Set(outcomes.map(({ Round }) => Round))).toEqual(new Set(['2026 H1', '2026 H2']));
  expect(outcomes.filter(({ Replaces }) => Replaces !== '')).toHaveLength(1);
  expect(outcomes.some((outcome) => outcome['Person agrees'] === 'no')).toBe(true);
});

test('somebody who has no sheet yet may copy the template and nothing else', () => {
  const person = rowsOf('Team').find((row) => row['Career sheet'] === '');
  const files = host.as(String(person?.['E-mail'])).files();
  expect(files.map(({ name, role }) => [name, role])).toEqual([
    ['Career sheet (template)', 'viewer'],
  ]);
});
