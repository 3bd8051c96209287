// Handing out on the local host: what people get, who may read it, and odd rows.

import { ServiceError } from '../../local/services/service-error';
import { Access } from '../../local/workspace/access';
import type { HandOutView } from '../../src/handout/overview';
import type { FileRequest } from '../../src/handout/request';
import { type Company, Foundation, MANAGER, urlOf } from '../rollup/company';
import { cutOff } from '../rollup/cut-off';
import { fileOf, handOut, linkTemplate, lookAt } from './handing-out';

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay((company) => {
    linkTemplate(company);
    company.enlist({ name: 'Bob', email: 'bob@example.org' }, '');
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

test('a direct report without a link gets a copy of the template that is filled in, shared and linked', async () => {
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Team')?.cells ?? {};
    cells.D3 = { v: 'individual contributor' };
    cells.E3 = { v: 'IC2' };
  });
  await handOut(company);
  const sheet = fileOf(company, 'bob@example.org');
  const { name, owner, editors, viewers } = sheet.workbook();
  expect({ name, owner, editors, viewers }).toEqual({
    name: 'Career sheet of Bob',
    owner: MANAGER,
    editors: ['bob@example.org'],
    viewers: [],
  });
  const summary = (cell: string) => sheet.read(...sheet.named(cell));
  expect(
    ['person', 'email', 'manager_email', 'current_grade', 'direction', 'round', 'status'].map(
      summary,
    ),
  ).toEqual([
    'Bob',
    'bob@example.org',
    MANAGER,
    'IC2',
    'Individual Contributor',
    company.workbook.read(...company.workbook.named('round')),
    'Draft',
  ]);
  expect(await lookAt(company)).toMatchObject({ unfinished: [], run: null });
  await company.rollUp();
  expect(company.rollupOf({ name: 'Bob' })).toMatchObject({ Status: 'Draft', Problem: '' });
});

test('handed out again, nobody gets a second copy', async () => {
  await handOut(company);
  const files = company.host.store.workbooks().length;
  await handOut(company);
  expect(company.host.store.workbooks()).toHaveLength(files);
  await expect(
    company.workbook.call('startHandOut', {
      files: [{ email: 'bob@example.org', file: 'sheet' }],
      confirmed: [],
    }),
  ).rejects.toThrow('What bob@example.org gets changed since you looked: nothing was handed out');
});

test('nobody gets a second copy because the link in Team was deleted', async () => {
  await handOut(company);
  company.workbook.type('Team', 'G3', '');
  const { rows } = await lookAt(company);
  expect(rows[1].needsSheet).toBe(false);
  expect(rows[1].problem).toMatch(
    /^Bob was handed a career sheet before: paste its address https:/,
  );
});

test('whoever made a copy by themselves is linked by pasting its address, and gets nothing', async () => {
  const bob = company.hire('Bob');
  company.workbook.type('Team', 'G3', urlOf(bob.sheet));
  const { rows } = await lookAt(company);
  expect(rows[1]).toMatchObject({ needsSheet: false, problem: '' });
  await company.rollUp();
  expect(company.rollupOf(bob)).toMatchObject({ Status: 'Draft', Problem: '' });
});

test('names and grades that look like formulas or markup come through as text', async () => {
  const name = '=HYPERLINK("https://example.org";"<img src=x onerror=alert(1)>")';
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find((sheet) => sheet.name === 'Team')?.cells ?? {};
    cells.A3 = { v: name };
    cells.E3 = { v: '+1' };
  });
  await handOut(company);
  const sheet = fileOf(company, 'bob@example.org');
  expect(sheet.workbook().name).toBe(`Career sheet of ${name}`);
  const [tab, cell] = sheet.named('person');
  expect(sheet.read(tab, cell)).toBe(name);
  expect(sheet.workbook().sheets.find((one) => one.name === tab)?.cells[cell].f).toBeUndefined();
  expect(sheet.read(...sheet.named('current_grade'))).toBe('+1');
  expect(company.rows('Hand-out')[0]).toMatchObject({ Name: name, State: 'Handed out' });
});

test('whoever hands out to themselves gets a sheet that is filled in as well', async () => {
  company.enlist({ name: 'Grace', email: MANAGER }, '');
  await handOut(company);
  const sheet = fileOf(company, MANAGER);
  expect(sheet.read(...sheet.named('email'))).toBe(MANAGER);
  expect(sheet.workbook()).toMatchObject({ owner: MANAGER, editors: [] });
});

test('a direction that the template lacks stays blank, and the row says so', async () => {
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Team')?.cells ?? {};
    cells.D3 = { v: 'Astronaut' };
  });
  await handOut(company);
  const sheet = fileOf(company, 'bob@example.org');
  expect(sheet.read(...sheet.named('direction'))).toBe('');
  expect(company.rows('Hand-out')[0]['To know']).toBe(
    'The template has no direction “Astronaut”: Bob chooses one on Summary.',
  );
});

test('rows of another manager need a yes, and their people a copy that the one who hands out owns', async () => {
  company.enlist({ name: 'Carol', email: 'carol@example.org' }, '', 'bob@example.org');
  const { rows } = await lookAt(company);
  expect(rows.map(({ otherManager }) => otherManager)).toEqual(['', '', 'bob@example.org']);
  const files: FileRequest[] = [{ email: 'carol@example.org', file: 'sheet' }];
  await expect(company.workbook.call('startHandOut', { files, confirmed: [] })).rejects.toThrow(
    'Carol reports to bob@example.org, not to you: nothing was handed out',
  );
  expect(company.rows('Team')[2]['Career sheet']).toBe('');
  await handOut(company, files, ['bob@example.org']);
  const { owner, editors } = fileOf(company, 'carol@example.org').workbook();
  expect({ owner, editors }).toEqual({ owner: MANAGER, editors: ['carol@example.org'] });
});

test('whoever leads a team gets an empty branch file too, shared with them and linked', async () => {
  company.enlist({ name: 'Carol', email: 'carol@example.org' }, '', 'bob@example.org');
  expect((await lookAt(company)).rows.map(({ branch }) => branch)).toEqual([
    'can',
    'should',
    'can',
  ]);
  const files = ['sheet', 'branch'].map((file) => ({ email: 'bob@example.org', file }));
  await handOut(company, files as FileRequest[]);
  const branch = fileOf(company, 'bob@example.org', 'Branch file');
  const { name, owner, editors, viewers, sheets } = branch.workbook();
  expect({ name, owner, editors, viewers }).toEqual({
    name: 'Branch file of Bob',
    owner: MANAGER,
    editors: ['bob@example.org'],
    viewers: [],
  });
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Branch', 'Queue', 'Ledger']);
  expect((await lookAt(company)).rows[1]).toMatchObject({ needsSheet: false, branch: 'no' });
});

test('a sheet that Google does not share is linked, told of, and shared once the e-mail is right', async () => {
  const refuse = jest.spyOn(Access.prototype, 'share').mockImplementation(() => {
    throw new ServiceError('Invalid email: bob@example.org');
  });
  await handOut(company);
  refuse.mockRestore();
  const [row] = (await lookAt(company)).unfinished;
  expect(row.said).toMatch(
    /^The file is made, but Google did not share it with bob@example.org \(“Invalid email/,
  );
  const files = company.host.store.workbooks().length;
  company.workbook.type('Team', 'B3', 'bob.b@example.org');
  await handOut(company, []);
  expect(company.host.store.workbooks()).toHaveLength(files);
  const sheet = fileOf(company, 'bob.b@example.org');
  expect(sheet.workbook().editors).toEqual(['bob.b@example.org']);
  expect(sheet.read(...sheet.named('email'))).toBe('bob.b@example.org');
  expect((await lookAt(company)).unfinished).toEqual([]);
});

test('when Google makes no further copy, all that were made are told of, and it goes on later', async () => {
  company.enlist({ name: 'Carol', email: 'carol@example.org' }, '');
  const { store } = company.host;
  const real = store.copy.bind(store);
  jest.spyOn(store, 'copy').mockImplementation((...call) => {
    if (call[1].includes('Carol')) {
      throw new ServiceError('Service invoked too many times for one day: create.');
    }
    return real(...call);
  });
  await expect(handOut(company)).rejects.toThrow(
    /^Google made no further file \(“Service invoked too many times for one day: create”\): hand out again to go on/,
  );
  expect(fileOf(company, 'bob@example.org').workbook().name).toBe('Career sheet of Bob');
  expect((await lookAt(company)).unfinished).toMatchObject([
    { name: 'Carol', state: 'To be made' },
  ]);
});

test.each([
  ['', /is blank: paste the address of the template there/],
  ['the template', /is not the address of a spreadsheet/],
  ['ada', /links to the career sheet “Career sheet of Ada”, whose answers would be copied/],
])('with %j for a template nothing is handed out', async (link, sentence) => {
  const text = link === 'ada' ? urlOf(company.ada.sheet) : link;
  company.workbook.type(...company.workbook.named('template'), text);
  const view: HandOutView = await lookAt(company);
  expect(view.problem).toMatch(sentence);
  await expect(handOut(company)).rejects.toThrow(sentence);
  expect(company.workbook.workbook().sheets.map(({ name }) => name)).not.toContain('Hand-out');
});

describe('when Google fails amid a copy', () => {
  /** Lets the next copy fail, before or after it took effect. */
  function failCopy(when: 'before' | 'after'): void {
    const { store } = company.host;
    const real = store.copy.bind(store);
    jest.spyOn(store, 'copy').mockImplementationOnce((...call) => {
      if (when === 'after') real(...call);
      throw new ServiceError('Service Spreadsheets timed out while accessing document.');
    });
  }

  test('one that took effect nevertheless is found again by its name', async () => {
    failCopy('after');
    await expect(handOut(company)).rejects.toThrow(/^Google made no further file/);
    const files = company.host.store.workbooks().length;
    await company.workbook.call('runJob', 'hand-out');
    expect(company.host.store.workbooks()).toHaveLength(files);
    expect(fileOf(company, 'bob@example.org').workbook()).toMatchObject({
      name: 'Career sheet of Bob',
      editors: ['bob@example.org'],
    });
  });

  test('one that took none is made once Google’s list is sure to know', async () => {
    failCopy('before');
    await expect(handOut(company)).rejects.toThrow(/^Google made no further file/);
    const files = company.host.store.workbooks().length;
    await company.workbook.call('runJob', 'hand-out');
    expect(company.host.store.workbooks()).toHaveLength(files);
    expect((await lookAt(company)).unfinished[0].said).toMatch(/hand out again in a minute\.$/);
    company.workbook.type('Hand-out', 'G2', '2026-01-31 12:00');
    await company.workbook.call('runJob', 'hand-out');
    expect(company.host.store.workbooks()).toHaveLength(files + 1);
    expect((await lookAt(company)).unfinished).toEqual([]);
  });
});

describe('without the right to search Drive', () => {
  beforeEach(() => {
    const { host, workbook } = company;
    const script = workbook.workbook().script?.id as string;
    const granted = host.store.consentOf(MANAGER, script);
    host.store.withdrawConsent(MANAGER, script);
    host.store.consent(
      MANAGER,
      script,
      granted.filter((scope) => !/external_request|drive/.test(scope)),
    );
  });

  test('cut off at any change, it ends with one copy each, and says where somebody must look', async () => {
    let asked = 0;
    for (let changes = 1, finished = false; !finished; changes += 1) {
      const person = { name: `Bob${changes}`, email: `bob${changes}@example.org` };
      company.enlist(person, '');
      const before = company.host.store.workbooks().length;
      const files = [{ email: person.email, file: 'sheet' }];
      await company.workbook.call('startHandOut', { files, confirmed: [] });
      finished = await cutOff(company.host, changes, () =>
        company.workbook.call('runJob', 'hand-out'),
      );
      company = company.restart();
      await company.workbook.call('runJob', 'hand-out');
      asked += Number(await answer(person.email));
      const row = company.rows('Hand-out').find((one) => one['E-mail'] === person.email);
      expect(row).toMatchObject({ State: 'Handed out', 'To know': '' });
      expect(fileOf(company, person.email).workbook()).toMatchObject({
        name: `Career sheet of ${person.name}`,
        editors: [person.email],
      });
      expect(company.host.store.workbooks()).toHaveLength(before + 1);
    }
    expect(asked).toBeGreaterThan(0);
  });

  /** Looks in Drive where the sheet asks for it, as its sentence says; gives whether it asked. */
  async function answer(email: string): Promise<boolean> {
    const { workbook, host } = company;
    const rows = company.rows('Hand-out');
    const at = rows.findIndex((one) => one['E-mail'] === email);
    const name = /while it made “(.+?)”/.exec(String(rows[at]['To know']))?.[1];
    if (!name) return false;
    const found = host.store.workbooks().find((one) => one.name === name);
    if (found) workbook.type('Hand-out', `E${at + 2}`, urlOf(host.as(MANAGER).open(found.id)));
    else await workbook.call('forgetMaking', { email, file: 'sheet' });
    await workbook.call('runJob', 'hand-out');
    return true;
  }
});
