// The rollup on the local host: the built scripts, a real template and its copies.

import { Faults } from '../../local/host';
import { columnLetters } from '../../src/layout/address';
import {
  type Company,
  every,
  Foundation,
  MANAGER,
  type Person,
  SKILLS,
  TOP,
  unstamped,
  urlOf,
} from './company';

const HALF = Math.floor(SKILLS / 2);
/** The progress of an individual contributor with the top level but in Delivery, and there none. */
const WITHOUT_DELIVERY = 0.75 * TOP;

let foundation: Foundation;
let company: Company;
/** Recorded with a 2 for every skill, and listed in Team. */
let ada: Person;

beforeAll(async () => {
  foundation = await Foundation.lay();
});

beforeEach(() => {
  company = foundation.start();
  ada = company.ada;
});

afterEach(() => company.close());

afterAll(() => foundation.remove());

const ADAS_ROW = {
  Name: 'Ada',
  'E-mail': 'ada@example.org',
  "Manager's e-mail": MANAGER,
  Status: 'Recorded',
  'Share scored': 1,
  Direction: 'Individual Contributor',
  Progress: TOP,
  Delivery: TOP,
  'Domain Expertise': TOP,
  'Problem Solving': TOP,
  Communication: TOP,
  Leadership: TOP,
  Change: '',
  'Self progress': TOP,
  Raised: 0,
  Lowered: 0,
  Problem: '',
};

test('a recorded review becomes a row of Rollup, a row of Ledger and a row of Run log', async () => {
  expect(await company.rollUp()).toBe('The one person is read.');
  expect(company.rows('Rollup')).toEqual([expect.objectContaining(ADAS_ROW)]);
  expect(company.rollupOf(ada)['Checked at']).toBeInstanceOf(Date);
  const outcome = {
    'Recorded by': MANAGER,
    'E-mail': 'ada@example.org',
    Progress: TOP,
    'Held because': '',
    'Confirmed by': '',
  };
  expect(company.rows('Ledger')).toEqual([expect.objectContaining(outcome)]);
  expect(company.rows('Run log')).toEqual([
    expect.objectContaining({ By: MANAGER, 'People read': 1, Problems: 0 }),
  ]);
});

test('levels, progress, change, raised and lowered follow the agreed scores of the last outcome', async () => {
  await company.rollUp();
  await ada.sheet.call('startRound', { round: '2027 H1' });
  await company.submit(ada);
  await company.openReview(ada);
  // The first Delivery skill falls to 0, so that no level of Delivery is reached any more.
  ada.sheet.type('Assessment', 'H2', '0');
  await company.record(ada);
  await company.rollUp();
  expect(company.rollupOf(ada)).toMatchObject({
    Round: '2027 H1',
    Delivery: 0,
    Leadership: TOP,
    Progress: WITHOUT_DELIVERY,
    Change: WITHOUT_DELIVERY - TOP,
    'Self progress': TOP,
    Raised: 0,
    Lowered: 1,
  });
  expect(company.rows('Ledger')).toHaveLength(2);
});

test('the grade that direction and progress permit stands in Rollup, and its note says that it promotes nobody', async () => {
  for (const [cell, text] of Object.entries({
    A2: 'Individual Contributor',
    B2: '0',
    C2: '9',
    D2: 'IC3',
    E2: 'Senior engineer',
  })) {
    company.workbook.type('Grades', cell, text);
  }
  await company.rollUp();
  expect(company.rollupOf(ada)['Grade permitted']).toBe('IC3');
  const rollup = company.workbook.workbook().sheets.find(({ name }) => name === 'Rollup');
  const header = Object.values(rollup?.cells ?? {}).find(({ v }) => v === 'Grade permitted');
  expect(header?.note).toMatch(/never an automatic promotion/);
});

test.each([
  ['an address', (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`],
  ['a bare id', (id: string) => id],
  [
    'a HYPERLINK formula',
    (id: string) => `=HYPERLINK("https://docs.google.com/spreadsheets/d/${id}/edit";"Ada")`,
  ],
])('the link may be %s', async (_, link) => {
  company.workbook.type('Team', 'G2', link(ada.sheet.id));
  await company.rollUp();
  expect(company.rollupOf(ada)).toMatchObject(ADAS_ROW);
});

test.each([
  ['a rich link', (url: string) => ({ v: 'Her sheet', links: [{ start: 0, end: 9, url }] })],
  ['a link within words', (url: string) => ({ v: 'see here', links: [{ start: 4, end: 8, url }] })],
  [
    'a file chip',
    (url: string) => ({ v: 'Her sheet', chip: { kind: 'file' as const, target: url } }),
  ],
])('the link may be %s', async (_, cell) => {
  company.edit(company.workbook, ({ sheets }) => {
    const team = sheets.find(({ name }) => name === 'Team');
    if (team) team.cells.G2 = cell(urlOf(ada.sheet));
  });
  await company.rollUp();
  expect(company.rollupOf(ada)).toMatchObject(ADAS_ROW);
});

describe('a problem is one row’s, says what to do, and harms nobody else', () => {
  const bob = { name: 'Bob', email: 'bob@example.org' };

  /** Rolls up and gives Bob's row, after looking that Ada's is as it should be. */
  async function bobsRow() {
    await company.rollUp();
    expect(company.rollupOf(ada)).toMatchObject(ADAS_ROW);
    expect(company.rows('Run log').pop()).toMatchObject({ Problems: 1 });
    return company.rollupOf(bob);
  }

  /** Bob, recorded with a 2 for every skill and rolled up without a problem. */
  async function bobInGoodOrder(): Promise<Person> {
    const person = company.clone(ada, 'Bob');
    company.enlist(person, urlOf(person.sheet));
    await company.rollUp();
    expect(company.rollupOf(bob)).toMatchObject({ Progress: TOP, Problem: '' });
    return person;
  }

  test('no link', async () => {
    company.enlist(bob, '');
    expect(await bobsRow()).toMatchObject({
      Status: '',
      Progress: '',
      Problem: "There is no link in row 3 of Team: paste the address of Bob's career sheet there.",
    });
  });

  test('not a link', async () => {
    company.enlist(bob, 'on the team drive');
    expect((await bobsRow()).Problem).toBe(
      "“on the team drive” in row 3 of Team is not a link to a spreadsheet: paste the address of Bob's career sheet there.",
    );
  });

  test('no e-mail', async () => {
    const person = company.clone(ada, 'Bob');
    company.enlist({ name: 'Bob', email: '' }, urlOf(person.sheet));
    expect((await bobsRow()).Problem).toMatch(/^There is no e-mail in row 3 of Team: type it/);
  });

  test('no access any more: the last good values stay', async () => {
    const person = await bobInGoodOrder();
    person.sheet.share(MANAGER, null);
    const row = await bobsRow();
    expect(row).toMatchObject({ Status: 'Recorded', Progress: TOP, Delivery: TOP });
    expect(row.Problem).toMatch(
      /^The career sheet cannot be opened \(“.+”\): ask Bob to share it with you, or correct the link in row 3 of Team\.$/,
    );
  });

  test('a file that does not exist', async () => {
    company.enlist(
      bob,
      'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/',
    );
    expect((await bobsRow()).Problem).toMatch(/^The career sheet cannot be opened/);
  });

  test('not a career sheet', async () => {
    const other = company.host.as(MANAGER).create('Holidays');
    company.enlist(bob, urlOf(other));
    expect((await bobsRow()).Problem).toBe(
      "The link in row 3 of Team leads to a spreadsheet that is not a career sheet: paste the address of Bob's career sheet there.",
    );
  });

  test('a tab that somebody deleted', async () => {
    const person = await bobInGoodOrder();
    company.edit(person.sheet, (workbook) => {
      workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Outcomes');
    });
    const row = await bobsRow();
    expect(row).toMatchObject({ Progress: TOP });
    expect(row.Problem).toMatch(/no tab “Outcomes” in “Career sheet of Bob”/);
  });

  test('a newer layout', async () => {
    const person = await bobInGoodOrder();
    person.sheet.type(...person.sheet.named('layout_version'), '99');
    expect(await bobsRow()).toMatchObject({
      Progress: TOP,
      Problem: expect.stringMatching(/^The career sheet has a newer layout/),
    });
  });

  test('another framework version', async () => {
    const person = await bobInGoodOrder();
    person.sheet.type(...person.sheet.named('framework_version'), "'0.9.0");
    expect(await bobsRow()).toMatchObject({
      Progress: TOP,
      Problem: expect.stringMatching(
        /^The career sheet is made from Engineering 0\.9\.0, this workbook from Engineering 1\.0\.0/,
      ),
    });
  });

  test('half filled', async () => {
    const person = company.hire('Bob');
    company.score(person, every(2).slice(0, HALF));
    await company.submit(person);
    company.enlist(person, urlOf(person.sheet));
    expect(await bobsRow()).toMatchObject({
      Status: 'Submitted',
      'Share scored': HALF / SKILLS,
      Progress: '',
      Problem: expect.stringMatching(
        new RegExp(`^Handed in with ${SKILLS - HALF} skills not scored: ask Bob`),
      ),
    });
  });

  test('a person twice', async () => {
    const person = company.clone(ada, 'Bob');
    company.enlist(person, urlOf(person.sheet));
    company.enlist(person, urlOf(person.sheet));
    await company.rollUp();
    const rows = company.rows('Rollup').filter(({ Name }) => Name === 'Bob');
    expect(rows.map(({ Progress, Problem }) => [Progress, Problem])).toEqual([
      [TOP, ''],
      ['', 'bob@example.org is in Team twice, in rows 3 and 4: delete one of the two.'],
    ]);
    expect(company.rollupOf(ada)).toMatchObject(ADAS_ROW);
    expect(company.rows('Ledger')).toHaveLength(2);
  });

  test('the same sheet linked twice', async () => {
    company.enlist(bob, urlOf(ada.sheet));
    expect((await bobsRow()).Problem).toBe(
      "The same career sheet is linked in rows 2 and 3 of Team and is Ada's: paste the address of Bob's own into row 3.",
    );
    expect(company.rows('Ledger')).toHaveLength(1);
  });

  test('a sheet whose person is not the row’s', async () => {
    const eve = company.clone(ada, 'Eve');
    company.enlist(bob, urlOf(eve.sheet));
    const row = await bobsRow();
    expect(row).toMatchObject({ Status: '', Progress: '' });
    expect(row.Problem).toMatch(
      /^The career sheet is of eve@example.org, not of bob@example.org: correct the link or the e-mail in row 3/,
    );
    expect(company.rows('Ledger')).toHaveLength(1);
  });

  test('an outcome that the manager did not record', async () => {
    const person = await bobInGoodOrder();
    person.sheet.type('Assessment', 'H2', '0');
    await company.record(person, person.email);
    const row = await bobsRow();
    expect(row).toMatchObject({ Status: 'Recorded', Progress: TOP, Change: '' });
    expect(row.Problem).toMatch(
      /^An outcome is held: Recorded by Bob alone, not by the manager grace@example.org\. Confirm/,
    );
    const last = company.rows('Ledger').pop();
    expect(last).toMatchObject({
      'E-mail': 'bob@example.org',
      'Held because': 'Recorded by Bob alone, not by the manager grace@example.org.',
    });
  });

  test('a score that is none', async () => {
    const person = company.hire('Bob');
    company.score(person, every(2));
    company.edit(person.sheet, ({ sheets }) => {
      const assessment = sheets.find(({ name }) => name === 'Assessment');
      if (assessment) assessment.cells.E5 = { v: 'always' };
    });
    company.enlist(person, urlOf(person.sheet));
    expect(await bobsRow()).toMatchObject({
      Status: 'Draft',
      'Share scored': (SKILLS - 1) / SKILLS,
      Problem: expect.stringMatching(/^The cell Assessment!E5 of the career sheet holds no score/),
    });
  });

  test('an outcome that somebody edited so that it cannot be read', async () => {
    const person = await bobInGoodOrder();
    person.sheet.type('Outcomes', 'R2', 'del-01=9');
    expect(await bobsRow()).toMatchObject({
      Progress: TOP,
      Problem: expect.stringMatching(/cannot be read, in its column “Agreed scores”/),
    });
  });

  test('an outcome that somebody edited so that it says more', async () => {
    const person = await bobInGoodOrder();
    person.sheet.type('Outcomes', 'R2', 'del-01=2');
    expect(await bobsRow()).toMatchObject({
      Progress: TOP,
      Problem: expect.stringMatching(/changed in the career sheet after being gathered/),
    });
  });

  test('a row of the ledger that somebody broke', async () => {
    await bobInGoodOrder();
    company.workbook.type('Ledger', 'M3', 'a lot');
    expect(await bobsRow()).toMatchObject({
      Progress: TOP,
      Problem: expect.stringMatching(/^In the tab Ledger of this workbook: .*“Progress”/),
    });
    expect(company.rows('Ledger')).toHaveLength(2);
  });

  test('a problem goes once it is put right', async () => {
    const person = await bobInGoodOrder();
    person.sheet.share(MANAGER, null);
    await bobsRow();
    person.sheet.share(MANAGER, 'editor');
    await company.rollUp();
    expect(company.rollupOf(bob)).toMatchObject({ Progress: TOP, Problem: '' });
  });
});

test('a held outcome counts once it is confirmed in the sidebar', async () => {
  await company.rollUp();
  ada.sheet.type('Assessment', 'H2', '0');
  await company.record(ada, ada.email);
  await company.rollUp();
  const view = (await company.workbook.call('loadManager')) as {
    held: { id: string; person: string }[];
  };
  expect(view.held).toEqual([expect.objectContaining({ person: 'Ada' })]);
  await company.workbook.call('confirmOutcomes', [view.held[0].id]);
  expect(company.rollupOf(ada)).toMatchObject({ Progress: WITHOUT_DELIVERY, Problem: '' });
  expect(company.rows('Ledger')[1]).toMatchObject({ 'Confirmed by': MANAGER });
  await company.rollUp();
  expect(company.rollupOf(ada)).toMatchObject({ Progress: WITHOUT_DELIVERY, Problem: '' });
  expect(await company.workbook.call('loadManager')).toMatchObject({ held: [] });
});

test('confirming an outcome that the ledger lacks changes nothing and says so', async () => {
  await expect(company.workbook.call('confirmOutcomes', ['made up'])).rejects.toThrow(
    /no longer in the tab Ledger/,
  );
  await company.rollUp();
  const known = String(company.rows('Ledger')[0].Id);
  const before = company.rows('Ledger');
  await expect(company.workbook.call('confirmOutcomes', [known, 'made up'])).rejects.toThrow(
    /no longer in the tab Ledger/,
  );
  expect(company.rows('Ledger')).toEqual(before);
  await expect(company.workbook.call('confirmOutcomes', { id: 1 })).rejects.toThrow(
    /named no outcome/,
  );
});

test('a workbook of a newer layout is not written to, and says so', async () => {
  company.workbook.type(...company.workbook.named('layout_version'), '99');
  await expect(company.rollUp()).rejects.toThrow(
    'This manager workbook has layout 99, but its script knows only layout 1: nothing was written; bring its script up to date.',
  );
  expect(company.rows('Rollup')).toEqual([]);
});

test('of a draft nothing leaves but the status and how much is scored', async () => {
  const bob = company.hire('Bob');
  company.score(bob, every(1).slice(0, HALF));
  bob.sheet.type('Assessment', 'F2', 'SECRET evidence');
  bob.sheet.type('Goals', 'A2', 'SECRET goal');
  ada.sheet.type('Assessment', 'F2', 'SECRET evidence');
  ada.sheet.type('Assessment', 'I2', 'SECRET note');
  company.enlist(bob, urlOf(bob.sheet));
  await company.rollUp();
  expect(company.rollupOf(bob)).toMatchObject({
    Status: 'Draft',
    'Share scored': HALF / SKILLS,
    Round: '',
    Direction: '',
    Progress: '',
    'Self progress': '',
    Delivery: '',
    Problem: '',
  });
  expect(JSON.stringify(company.workbook.workbook())).not.toMatch(/SECRET/);
});

test('rolling up twice adds nothing to Ledger and changes nothing but when it was checked', async () => {
  company.enlist({ name: 'Bob', email: 'bob@example.org' }, '');
  await company.rollUp();
  const before = unstamped(company);
  await company.rollUp();
  expect(unstamped(company)).toEqual(before);
  expect(company.rows('Run log')).toHaveLength(2);
});

test('text of other people never becomes a formula and comes back as it was', async () => {
  const name = '=IMPORTDATA("http://example.org")';
  const mallory = company.clone(ada, 'Mallory');
  const row = company.enlist({ ...mallory, name }, urlOf(mallory.sheet));
  company.edit(mallory.sheet, ({ sheets }) => {
    const outcomes = sheets.find((sheet) => sheet.name === 'Outcomes');
    if (outcomes) outcomes.cells.D2 = { v: '+cmd()' };
  });
  await company.rollUp();
  expect(company.workbook.read('Team', `A${row}`)).toBe(name);
  expect(company.rollupOf({ name })).toMatchObject({ Progress: TOP, Problem: '' });
  expect(company.rows('Ledger')[1]).toMatchObject({ Person: '+cmd()' });
  const { sheets } = company.workbook.workbook();
  const written = sheets.filter(({ name }) => name === 'Rollup' || name === 'Ledger');
  expect(written.flatMap(({ cells }) => Object.values(cells)).filter(({ f }) => f)).toEqual([]);
});

test('whoever leaves Team leaves Rollup, and stays in Ledger', async () => {
  const bob = company.clone(ada, 'Bob');
  const row = company.enlist(bob, urlOf(bob.sheet));
  await company.rollUp();
  company.delist(row);
  await company.rollUp();
  expect(company.rows('Rollup')).toEqual([expect.objectContaining(ADAS_ROW)]);
  expect(company.rows('Ledger')).toHaveLength(2);
});

test('what the manager wrote beside a row keeps the row when its person leaves Team', async () => {
  const bob = await rolledUpWithBob();
  remark();
  company.delist(3);
  await company.rollUp();
  expect(company.rollupOf(bob)).toMatchObject({
    'My remarks': 'ask about the move',
    Problem: expect.stringMatching(/^No longer in Team: delete this row/),
  });
});

/** The first two people of Rollup change places. */
function swapRows(): void {
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Rollup')?.cells ?? {};
    const swapped = Object.entries(cells).map(([address, cell]) => [
      address.replace(/(?<=[A-Z])[23]$/, (row) => (row === '2' ? '3' : '2')),
      cell,
    ]);
    for (const address of Object.keys(cells)) delete cells[address];
    Object.assign(cells, Object.fromEntries(swapped));
  });
}

test('a Rollup that was sorted is written row by row all the same', async () => {
  const bob = await rolledUpWithBob();
  swapRows();
  bob.sheet.share(MANAGER, null);
  await company.rollUp();
  expect(namesAndWhetherFine()).toEqual([
    ['Bob', false],
    ['Ada', true],
  ]);
});

test('so is one that is sorted while a run reads', async () => {
  company = company.sideBySide();
  const bob = await rolledUpWithBob();
  bob.sheet.share(MANAGER, null);
  const faults = new Faults().during(WHILE_SHEETS_ARE_READ, async () => swapRows());
  company.host.faults = faults;
  await company.rollUp();
  expect(faults.struck).toBe(1);
  expect(namesAndWhetherFine()).toEqual([
    ['Bob', false],
    ['Ada', true],
  ]);
});

test('what the manager writes beside a row while a run reads keeps the row of whoever left Team', async () => {
  company = company.sideBySide();
  const bob = await rolledUpWithBob();
  company.delist(3);
  const faults = new Faults().during(WHILE_SHEETS_ARE_READ, async () => remark());
  company.host.faults = faults;
  await company.rollUp();
  expect(faults.struck).toBe(1);
  expect(company.rollupOf(bob)).toMatchObject({ 'My remarks': 'ask about the move' });
});

/** The first request is for Drive's list. */
const WHILE_SHEETS_ARE_READ = ['UrlFetchApp.fetch', 2] as const;

async function rolledUpWithBob(): Promise<Person> {
  const bob = company.clone(company.ada, 'Bob');
  company.enlist(bob, urlOf(bob.sheet));
  await company.rollUp();
  return bob;
}

const namesAndWhetherFine = () =>
  company.rows('Rollup').map(({ Name, Problem }) => [Name, Problem === '']);

/** The manager writes beside the second row of Rollup. */
function remark(): void {
  company.edit(company.workbook, ({ sheets }) => {
    const rollup = sheets.find(({ name }) => name === 'Rollup');
    if (!rollup) return;
    rollup.columns += 1;
    const free = columnLetters(rollup.columns);
    rollup.cells[`${free}1`] = { v: 'My remarks' };
    rollup.cells[`${free}3`] = { v: 'ask about the move' };
  });
}
