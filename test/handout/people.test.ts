// People who move to another manager, and people who leave.

import type { Removed } from '../../src/handout/leaver';
import type { Moved, PersonView } from '../../src/handout/move';
import { type Company, Foundation, MANAGER, urlOf } from '../rollup/company';
import { fileOf, handOut, linkTemplate } from './handing-out';

const CAROL = 'carol@example.org';
const ADA = 'ada@example.org';

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay((company, ada) => {
    linkTemplate(company);
    const bob = company.clone(ada, 'Bob');
    company.enlist(bob, urlOf(bob.sheet));
  });
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => company.close());

afterAll(() => foundation.remove());

function move(request: object): Promise<Moved> {
  const all = { email: ADA, managerEmail: CAROL, takeFrom: [], leavesTeam: false, ...request };
  return company.workbook.call('movePerson', all) as Promise<Moved>;
}

const managerOnSummary = () => company.ada.sheet.read(...company.ada.sheet.named('manager_email'));

test('the new manager gets access and is named; the old one keeps it until it is taken', async () => {
  await move({});
  expect(managerOnSummary()).toBe(CAROL);
  expect(company.rows('Team')[0]).toMatchObject({ "Manager's e-mail": CAROL });
  expect(company.ada.sheet.workbook().editors.sort()).toEqual([CAROL, MANAGER].sort());
  const view = (await company.workbook.call('lookAtPerson', { email: ADA })) as PersonView;
  expect(view.sheet).toMatchObject({
    managerEmail: CAROL,
    owner: ADA,
    readers: expect.arrayContaining([{ email: MANAGER, mayEdit: true }]),
  });
  expect(await move({ takeFrom: [MANAGER], leavesTeam: true })).toEqual({ said: [] });
  expect(company.ada.sheet.workbook().editors).toEqual([CAROL]);
  expect(company.rows('Team').map(({ Name }) => Name)).toEqual(['Bob']);
});

test('earlier outcomes appear once: in the ledger of before, and once in the new manager’s', async () => {
  await company.rollUp();
  await move({ takeFrom: [MANAGER], leavesTeam: true });
  await company.rollUp();
  expect(company.rows('Rollup').map(({ Name }) => Name)).toEqual(['Bob']);
  expect(company.rows('Ledger').filter((row) => row['E-mail'] === ADA)).toHaveLength(1);
  const other = company.host.as(CAROL).create('Carol’s team', 'manager');
  await other.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
  company.edit(other, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Team')?.cells ?? {};
    const texts = { A2: 'Ada', B2: ADA, C2: CAROL, G2: urlOf(company.ada.sheet) };
    for (const [cell, v] of Object.entries(texts)) cells[cell] = { v };
  });
  for (let run = 0; run < 2; run += 1) {
    await other.click('Career Sheet Manager > Roll up');
    expect(other.read('Ledger', 'E2:E3')).toEqual([[ADA], ['']]);
  }
});

test('the owner of a file keeps access, and the move says what they can do', async () => {
  company.enlist({ name: 'Dan', email: 'dan@example.org' }, '');
  await handOut(company);
  const { said } = await move({ email: 'dan@example.org', takeFrom: [MANAGER] });
  expect(said).toEqual([
    expect.stringMatching(/^grace@example.org owns “Career sheet of Dan” and keeps access/),
  ]);
  const { owner, editors } = fileOf(company, 'dan@example.org').workbook();
  expect({ owner, editors }).toEqual({ owner: MANAGER, editors: ['dan@example.org', CAROL] });
});

test.each([
  ['carol', /“carol” is no e-mail address/],
  [ADA, /cannot be their own manager/],
])('%s is no new manager: nothing is changed', async (managerEmail, sentence) => {
  await expect(move({ managerEmail })).rejects.toThrow(sentence);
  expect(managerOnSummary()).toBe(MANAGER);
});

test('a leaver goes from every tab, and where a trace may remain is said', async () => {
  await company.rollUp();
  await company.workbook.call('savePreparation', {
    email: ADA,
    edits: [{ skillId: 'del-01', column: 'managerNote', seen: '', value: 'Ask about Lisbon.' }],
  });
  const { rows, traces } = (await company.workbook.call('removePerson', { email: ADA })) as Removed;
  expect(rows).toEqual({ Preparation: 1, Queue: 1, Ledger: 1, Rollup: 1, Team: 1 });
  const text = JSON.stringify(company.workbook.workbook().sheets);
  expect(text).not.toMatch(/ada@example|Ada|Lisbon/);
  expect(text).toMatch(/bob@example/);
  expect(traces.join('\n')).toMatch(/version history[\s\S]*career sheet https:[\s\S]*levels above/);
  await company.rollUp();
  expect(company.rows('Ledger')).toHaveLength(1);
  expect(company.rows('Ledger')[0]).toMatchObject({ 'E-mail': 'bob@example.org' });
});

test('somebody who is gone from Team can still be removed from Ledger', async () => {
  await company.rollUp();
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Team')?.cells ?? {};
    for (const column of 'ABCDEFG') delete cells[`${column}2`];
  });
  expect(await company.workbook.call('loadEverybody')).toEqual([
    { name: 'Bob', email: 'bob@example.org', inTeam: true },
    { name: 'Ada', email: ADA, inTeam: false },
  ]);
  await company.workbook.call('removePerson', { email: ADA });
  expect(JSON.stringify(company.rows('Ledger'))).not.toMatch(/ada@/);
});

test('nobody is removed while the branch file cannot be opened', async () => {
  company.workbook.type(...company.workbook.named('branch_file'), 'somewhere');
  await expect(company.workbook.call('removePerson', { email: ADA })).rejects.toThrow(
    /“somewhere” in Branch file of the tab Settings|somewhere/,
  );
  expect(company.rows('Team')).toHaveLength(2);
});
