// Updating career sheets on the host: what becomes of answers, odd sheets, runs that are cut off.

import type { Value } from '../../local/host';
import type { SheetData, Workbook } from '../../local/workspace/workbook';
import { type Company, Foundation, MANAGER, type Person, SKILLS, urlOf } from '../rollup/company';
import { cutOff } from '../rollup/cut-off';
import { publish } from './publish';

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay((company) => {
    const address = company.workbook.named('template');
    company.workbook.type(...address, urlOf(company.template));
    publish(company);
  });
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => {
  jest.restoreAllMocks();
  company.close();
});

afterAll(() => foundation.remove());

const tabOf = ({ sheets }: Workbook, tab: string) =>
  sheets.find(({ name }) => name === tab) as SheetData;

function rowsOf({ sheet }: Pick<Person, 'sheet'>, tab: string): Record<string, Value>[] {
  const [headers, ...rows] = sheet.read(tab, 'A1:T400') as Value[][];
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      Object.fromEntries(
        headers.map((header, at) => [String(header), row[at]]).filter(([header]) => header !== ''),
      ),
    );
}

const skill = (who: Person, id: string) => rowsOf(who, 'Assessment').find(({ Id }) => Id === id);
const preview = () => company.workbook.call('runJob', 'update preview');
const update = () => company.workbook.call('runJob', 'update');
const state = (name: string) => company.rows('Updates').find((row) => row.Name === name) ?? {};
const versionOf = ({ sheet }: Person) => sheet.read(...sheet.named('framework_version'));

test('a preview says what would happen to whom and changes nothing else', async () => {
  const { ada } = company;
  const before = [ada.sheet.workbook(), company.template.workbook()];
  expect(await preview()).toMatchObject({ state: 'done', run: { total: 1, problems: 0 } });
  expect(state('Ada')).toMatchObject({
    State: 'Would change',
    'From version': '1.0.0',
    'To version': '1.1.0',
    Unchanged: SKILLS - 2,
    Reworded: 1,
    New: 1,
    Removed: 1,
  });
  expect([ada.sheet.workbook(), company.template.workbook()]).toEqual(before);
  expect(company.workbook.read(...company.workbook.named('framework_version'))).toBe('1.0.0');
});

test('an update keeps every score, asks to confirm what is reworded, and tells in the sheet', async () => {
  const { ada } = company;
  ada.sheet.type('Assessment', 'F2', 'Shipped the importer');
  ada.sheet.type('Assessment', 'F3', 'Split the migration');
  const [first, second, third] = rowsOf(ada, 'Assessment');
  await update();
  expect(skill(ada, String(first.Id))).toBeUndefined();
  expect(rowsOf(ada, 'Archive')).toEqual([
    {
      Round: ada.sheet.read(...ada.sheet.named('round')),
      Reason: 'Removed in 1.1.0',
      'Skill id': first.Id,
      Competency: first.Competency,
      Level: first.Level,
      Skill: first.Skill,
      'Self score': 2,
      "Manager's score": '',
      'Agreed score': 2,
      Evidence: 'Shipped the importer',
      "Manager's note": '',
    },
  ]);
  expect(skill(ada, String(second.Id))).toEqual({
    ...second,
    Skill: 'Puts it in other words.',
    Evidence: 'Reworded, to be confirmed.\nSplit the migration',
  });
  expect(skill(ada, String(third.Id))).toEqual(third);
  expect(skill(ada, 'del-new')).toMatchObject({ 'Self score': '', 'Agreed score': '' });
  expect(versionOf(ada)).toBe('1.1.0');
  const { notes, version } = notesOf(ada);
  expect(notes).toContain(
    `What a 2 looks like: Other words were put.\n\nReworded in 1.1.0. Before: ${second.Skill}`,
  );
  expect(notes).toContain('What a 2 looks like: Said it.');
  expect(version).toMatch(/^Update from 1\.0\.0 to 1\.1\.0, .*grace@example\.org: .* 1 reworded/);
  expect(state('Ada')).toMatchObject({ State: 'Updated', Reworded: 1, 'To version': '1.1.0' });
  expect(company.workbook.read(...company.workbook.named('framework_version'))).toBe('1.1.0');
});

test('a new skill stands among those of its competency, with the dropdowns of its neighbours', async () => {
  const { ada } = company;
  const level = rowsOf(ada, 'Assessment')[0].Level;
  await update();
  const rows = rowsOf(ada, 'Assessment');
  const at = rows.findIndex(({ Id }) => Id === 'del-new');
  expect(rows[at - 1]).toMatchObject({ Competency: rows[at].Competency, Level: level });
  expect(rows[at + 1].Level).not.toBe(level);
  expect(() => ada.sheet.type('Assessment', `E${at + 2}`, '7')).toThrow();
  ada.sheet.type('Assessment', `E${at + 2}`, '2');
});

test('weights, directions and grades follow, and Summary is computed by the new framework', async () => {
  const { ada } = company;
  await update();
  const summary = (await ada.sheet.computed('Summary', 'A1:J40')) as Value[][];
  const own = company.workbook.read('Directions', 'E2:E6');
  expect(summary.slice(15, 20).map((row) => [row[2]])).toEqual(own);
  const directions = summary.slice(summary.findIndex(([, cell]) => cell === 'Every direction'));
  expect(directions.map(([, name]) => name)).toContain('Pilot');
  expect(rowsOf(ada, 'Grades')).toMatchObject([{ Direction: 'Pilot', Grade: 'P1' }]);
  expect(summary.flat().filter((cell) => /^#/.test(String(cell)))).toEqual([]);
});

test('what stood there is kept in a hidden tab until the manager discards it', async () => {
  const { ada } = company;
  const [first] = rowsOf(ada, 'Assessment');
  await update();
  const kept = () =>
    ada.sheet.workbook().sheets.filter(({ name, hidden }) => name === 'Before 1.1.0' && hidden);
  expect(JSON.stringify(kept()[0].cells)).toContain(String(first.Skill));
  await company.workbook.call('runJob', 'discard');
  expect(kept()).toEqual([]);
  expect(state('Ada')).toMatchObject({ State: 'Updated, copy discarded', Reworded: 1 });
});

test('nobody is updated twice, and the row goes on saying what was done', async () => {
  const { ada } = company;
  await update();
  const once = ada.sheet.workbook();
  await update();
  await preview();
  expect({ ...ada.sheet.workbook(), modified: '' }).toEqual({ ...once, modified: '' });
  expect(state('Ada')).toMatchObject({ State: 'Updated', Reworded: 1 });
});

test('rows that were sorted, inserted, deleted, or whose ids were typed over lose nothing', async () => {
  const { ada } = company;
  const before = rowsOf(ada, 'Assessment');
  company.edit(ada.sheet, (workbook) => {
    const { cells } = tabOf(workbook, 'Assessment');
    const [id, text] = [cells.A6.v, cells.D6.v];
    for (const column of 'ABCDEFGHI') delete cells[`${column}8`];
    cells.A6 = { ...cells.A6, v: 'oops' };
    cells.A7 = { ...cells.A7, v: id };
    Object.assign(cells, {
      A130: { v: 'mine-1' },
      B130: { v: 'Delivery' },
      D130: { v: 'A skill of my own.' },
      E130: { v: 1 },
      F130: { v: 'My own evidence.' },
    });
    expect(text).toBe(before[4].Skill);
  });
  await update();
  const rows = rowsOf(ada, 'Assessment');
  for (const row of before.slice(2)) {
    const found = rows.find(({ Id }) => Id === row.Id);
    expect(found).toEqual(
      row === before[6] ? { ...row, 'Self score': '', 'Agreed score': '' } : row,
    );
  }
  expect(rows.find(({ Id }) => Id === 'mine-1')).toMatchObject({
    'Self score': 1,
    Evidence: 'My own evidence.',
  });
  expect(state('Ada')['To know']).toMatch(
    /Assessment!A6 held the id “oops”: by its sentence it is \S+ again\..*A7 held the id.*A130 holds the id “mine-1”, which is no skill.*The row of a skill was missing and comes back blank/,
  );
});

test('links in evidence are left as they are, and written out in Archive', async () => {
  const { ada } = company;
  company.edit(ada.sheet, (workbook) => {
    const { cells } = tabOf(workbook, 'Assessment');
    for (const address of ['F2', 'F3']) {
      cells[address] = {
        v: 'the plan',
        links: [{ start: 0, end: 8, url: 'https://example.org/p' }],
      };
    }
  });
  await update();
  expect(rowsOf(ada, 'Archive')[0].Evidence).toBe('the plan (https://example.org/p)');
  expect(tabOf(ada.sheet.workbook(), 'Assessment').cells.F2).toMatchObject({
    v: 'the plan',
    links: [{ url: 'https://example.org/p' }],
  });
});

test('a sheet that cannot be updated says why, and the others are unharmed', async () => {
  const { ada } = company;
  const [bob, carol] = ['Bob', 'Carol'].map((name) => company.clone(ada, name));
  for (const person of [bob, carol]) company.enlist(person, urlOf(person.sheet));
  bob.sheet.type(...bob.sheet.named('layout_version'), '9');
  carol.sheet.share(MANAGER, 'viewer');
  const other = company.host.as(MANAGER).create('Notes');
  company.enlist({ name: 'Dan', email: 'dan@example.org' }, urlOf(other));
  company.enlist({ name: 'Eve', email: 'eve@example.org' }, '');
  company.enlist({ name: 'Template', email: 'frank@example.org' }, urlOf(company.template));
  const untouched = [bob, carol].map(({ sheet }) => sheet.workbook().sheets);
  expect(await update()).toMatchObject({ run: { problems: 5 } });
  expect([bob, carol].map(({ sheet }) => sheet.workbook().sheets)).toEqual(untouched);
  expect(state('Bob')['To know']).toMatch(/has a newer layout than this manager workbook knows/);
  expect(state('Carol')['To know']).toMatch(/You may only look at this career sheet: ask Carol/);
  expect(state('Dan')['To know']).toMatch(/not a career sheet/);
  expect(state('Eve')['To know']).toMatch(/There is no link in row/);
  expect(state('Template')['To know']).toMatch(/links to the template itself/);
  expect(versionOf(ada)).toBe('1.1.0');
});

// Each run comes two changes further than the one that was cut off before it.
test.each([1, 2])(
  'an update cut off again and again, first at change %i, comes to the same',
  async (first) => {
    await update();
    const whole = outcome();
    company.close();
    company = foundation.start();
    let changes = first;
    while (!(await cutOff(company.host, changes, update))) {
      company = company.restart();
      changes += 2;
    }
    expect(outcome()).toEqual(whole);
    expect(changes).toBeGreaterThan(12);
  },
);

/** Everything that an update is about, but times. */
function outcome(): unknown {
  const who = company.ada;
  return [
    ...['Assessment', 'Archive', 'Framework', 'Directions', 'Outcomes'].map((tab) =>
      rowsOf(who, tab),
    ),
    versionOf(who),
    notesOf(who).notes.sort(),
    tabOf(who.sheet.workbook(), 'Before 1.1.0').cells,
    company.rows('Framework'),
  ];
}

function notesOf({ sheet }: Person): { notes: string[]; version: string } {
  const workbook = sheet.workbook();
  const [tab, address] = sheet.named('framework_version');
  return {
    notes: Object.values(tabOf(workbook, 'Assessment').cells).flatMap(({ note }) => note ?? []),
    version: tabOf(workbook, tab).cells[address].note ?? '',
  };
}
