// Reading career sheets by Google's REST API and by opening them: both come to the same, and a
// rollup gets by with either. And long rollups that a trigger goes on with.

import { Faults } from '../../local/host';
import { COSTS } from '../../local/run/costs';
import {
  type Company,
  Foundation,
  MANAGER,
  type Person,
  refusalOf,
  unsealed,
  unstamped,
  urlOf,
} from './company';

const MINUTE = 60_000;

let foundation: Foundation;
let company: Company;
let ada: Person;

beforeAll(async () => {
  foundation = await Foundation.lay((company, ada) => {
    for (const name of ['Bob', 'Carol', 'Dan']) {
      const person = company.clone(ada, name);
      company.enlist(person, urlOf(person.sheet));
    }
  });
});

beforeEach(() => {
  company = foundation.start({
    clock: new Date(Date.now() + 60 * MINUTE),
    quotas: 'consumer',
  });
  ada = company.ada;
});

afterEach(() => company.close());
afterAll(() => foundation.remove());

const refused = refusalOf('UrlFetchApp.fetchAll');

test('a sheet reads the same whether it is fetched or opened, recorded or not, odd or whole', async () => {
  muddle();
  await company.rollUp();
  expect(company.opened).toBe(0);
  const fetched = unsealed(unstamped(company));
  company.close();

  company = foundation.start({ clock: new Date(Date.now() + 60 * MINUTE) });
  company.host.faults = new Faults().fail('UrlFetchApp.fetchAll', refused);
  muddle();
  await company.rollUp();
  expect(company.opened).toBe(4);
  expect(unsealed(unstamped(company))).toEqual(fetched);
});

test('a sheet whose columns somebody moved is opened, and the others are not', async () => {
  company.edit(ada.sheet, ({ sheets }) => {
    const tab = sheets.find(({ name }) => name === 'Assessment');
    if (tab) tab.cells.E1 = { ...tab.cells.E1, v: 'Something else' };
    if (tab) tab.cells.J1 = { v: 'Self score' };
    if (tab) tab.columns = Math.max(tab.columns, 10);
  });
  await company.rollUp();
  expect(company.opened).toBe(1);
  expect(company.rollupOf(ada)).toMatchObject({ Status: 'Recorded', Problem: '' });
});

test('sheets that Google answers too late for are opened meanwhile', async () => {
  company.host.faults = new Faults().fail('UrlFetchApp.fetchAll', { status: 429 });
  await company.rollUp();
  expect(company.opened).toBe(4);
  expect(company.rows('Rollup').map(({ Problem }) => Problem)).toEqual(['', '', '', '']);
});

test('a rollup that takes longer than Google allows goes on by a trigger until all are read, and leaves none', async () => {
  company.close();
  company = foundation.start({
    clock: new Date(Date.now() + 60 * MINUTE),
    costs: { calls: { ...COSTS.calls, open: 100 } },
  });
  company.host.faults = new Faults().fail('UrlFetchApp.fetchAll', refused);
  expect(await company.rollUp()).toMatch(/^3 of 4 people are read: it goes on by itself/);
  expect(company.host.store.triggers()).toHaveLength(1);
  const { clock } = company.host;
  for (let runs = 1; runs > 0; ) {
    runs = await company.host.runDueTriggers(new Date(clock.now().getTime() + 10 * MINUTE));
  }
  expect(company.host.store.triggers()).toHaveLength(0);
  expect(company.rows('Rollup')).toHaveLength(4);
  expect(company.rows('Run log')).toHaveLength(1);
  expect(company.rows('Run log')[0]).toMatchObject({ By: MANAGER, 'People read': 4 });
  expect(company.host.ran.every(({ seconds }) => seconds < 360)).toBe(true);
});

test('the nightly rollup is switched on and off, and its trigger is all there is to it', async () => {
  const isNightly = async () =>
    ((await company.workbook.call('loadManager')) as { isNightly: boolean }).isNightly;
  expect(await isNightly()).toBe(false);
  await company.workbook.call('switchNightly', true);
  await company.workbook.call('switchNightly', true);
  expect(await isNightly()).toBe(true);
  expect(company.host.store.triggers()).toHaveLength(1);
  const tomorrow = new Date(company.host.clock.now().getTime() + 25 * 60 * MINUTE);
  await company.host.runDueTriggers(tomorrow);
  expect(company.rows('Rollup')).toHaveLength(4);
  await company.workbook.call('switchNightly', false);
  expect(await isNightly()).toBe(false);
  expect(company.host.store.triggers()).toHaveLength(0);
});

/** A draft with a cell that holds no score, and a sheet with a wrong status and a broken outcome. */
function muddle(): void {
  const bob = company.host.as('bob@example.org').open(idOf('Bob'));
  bob.type(...bob.named('status'), 'Draft');
  company.score({ name: 'Bob', email: 'bob@example.org', sheet: bob }, [2, '', 'two']);
  const carol = company.host.as('carol@example.org').open(idOf('Carol'));
  company.edit(carol, ({ sheets }) => {
    for (const { name, cells } of sheets) {
      if (name === 'Outcomes') cells.R2 = { v: 'broken' };
      for (const cell of Object.values(cells)) if (cell.v === 'Recorded') cell.v = 'On holiday';
    }
  });
}

function idOf(name: string): string {
  const found = company.host.store
    .workbooks()
    .find((one) => one.name === `Career sheet of ${name}`);
  return found?.id ?? '';
}
