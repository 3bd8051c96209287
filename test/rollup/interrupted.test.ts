// Rollups that are cut off, gone on with, or started twice; and what a rollup of 60 people costs.

import { Faults } from '../../local/host';
import { type Company, Foundation, MANAGER, refusalOf, unstamped, urlOf } from './company';
import { cutOff } from './cut-off';

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay((company, ada) => {
    for (const name of ['Bob', 'Carol', 'Dan']) {
      const person = company.clone(ada, name);
      company.enlist(person, urlOf(person.sheet));
    }
    company.enlist({ name: 'Eve', email: 'eve@example.org' }, '');
  });
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => {
  company.close();
});

afterAll(() => foundation.remove());

test('a rollup that is cut off at any change ends, run again, like one that was not', async () => {
  await company.rollUp();
  const whole = unstamped(company);
  expect(whole).toHaveLength(5 + 4);
  let changes = 0;
  for (let finished = false; !finished; ) {
    changes += 1;
    company.close();
    company = foundation.start();
    finished = await cutOff(company.host, changes, () => company.rollUp());
    company = company.restart();
    await company.rollUp();
    expect(unstamped(company)).toEqual(whole);
    const runs = company.rows('Run log').map(({ Started }) => Number(Started));
    expect(new Set(runs).size).toBe(runs.length);
  }
  expect(changes).toBeGreaterThan(5);
});

test('a run that was left off goes on behind its cursor and is one run in the log', async () => {
  await company.rollUp();
  const started = new Date(Date.now() - 120_000);
  leaveOff({ started: started.toISOString(), beat: Date.now() - 60_000 });
  expect(await company.rollUp()).toBe(
    'All 5 people are looked at; 1 row has a problem: see the last column of Rollup.',
  );
  expect(company.rows('Run log')[1]).toMatchObject({
    Started: started,
    By: 'linus@example.org',
    'People read': 4,
    Problems: 1,
  });
  expect(await company.workbook.call('loadJob', 'rollup')).toBeNull();
});

test('a run that was left off long ago is started again with everyone', async () => {
  leaveOff({ beat: Date.now() - 3 * 3_600_000 });
  await company.rollUp();
  expect(company.rows('Run log')[0]).toMatchObject({ By: MANAGER, 'People read': 4 });
});

test('a run that was left off and is stopped is one row of the log, which says so', async () => {
  leaveOff({ beat: Date.now() - 60_000 });
  expect(await company.workbook.call('stopJob', 'rollup')).toBe(true);
  expect(company.rows('Run log')).toMatchObject([
    {
      By: 'linus@example.org',
      'People read': 2,
      'Own branch file': expect.stringMatching(/^Stopped/),
    },
  ]);
  await company.rollUp();
  expect(company.rows('Run log')).toHaveLength(2);
});

test('a run that is stopped while it reads is one row of the log too', async () => {
  company = company.sideBySide();
  company.host.faults = new Faults()
    .slow(10)
    .fail('UrlFetchApp.fetchAll', refusalOf('UrlFetchApp.fetchAll'))
    .during(['SpreadsheetApp.openById', 2], () => company.workbook.call('stopJob', 'rollup'));
  expect(await company.rollUp()).toBe('Stopped: 2 of 5 people are read.');
  expect(company.rows('Run log')).toMatchObject([
    { By: MANAGER, 'People read': 2, 'Own branch file': expect.stringMatching(/^Stopped/) },
  ]);
  expect(await company.workbook.call('loadJob', 'rollup')).toBeNull();
});

test('two rollups at once become one, and the second is told so', async () => {
  let second: unknown;
  company = company.sideBySide();
  company.host.faults = new Faults().during('UrlFetchApp.fetchAll', async () => {
    second = await company.workbook.call('runJob', 'rollup');
  });
  await company.rollUp();
  expect(second).toEqual({
    state: 'busy',
    run: { by: MANAGER, done: 0, total: 5, problems: 0, goesOn: false },
  });
  expect(company.rows('Run log')).toHaveLength(1);
  expect(company.rows('Ledger')).toHaveLength(4);
});

test.each([
  ['that may pass', undefined],
  ['that stays', 'Service invoked too many times for one day: spreadsheets.'],
])(
  'a write that took effect although Google told of an error %s puts nothing into Ledger twice',
  async (_, error) => {
    await company.rollUp();
    const whole = unstamped(company);
    company.close();
    company = foundation.start();
    company.host.faults = new Faults().fail('Range.setValues', { after: true, error });
    if (error) {
      await expect(company.rollUp()).rejects.toThrow(error);
      expect(company.page.toasts.pop()?.message).toBe('It was cut off: roll up again to go on.');
    }
    await company.rollUp();
    expect(company.rows('Ledger')).toHaveLength(4);
    expect(unstamped(company)).toEqual(whole);
  },
);

test('nobody confirms an outcome while a rollup writes', async () => {
  let confirming: unknown;
  company = company.sideBySide();
  company.host.faults = new Faults().during('UrlFetchApp.fetchAll', async () => {
    confirming = await company.workbook.call('confirmOutcomes', ['outcome 2 of Bob']).catch(String);
  });
  await company.rollUp();
  expect(confirming).toMatch(/A rollup is writing to this workbook: confirm again/);
});

test('a rollup of 60 people takes at most 4 service calls a person', async () => {
  const { ada } = company;
  for (let number = 5; number < 60; number += 1) {
    const person = company.clone(ada, `Person${number}`);
    company.enlist(person, urlOf(person.sheet));
    if (number % 3 === 0) person.sheet.type(...person.sheet.named('status'), 'Submitted');
  }
  await company.workbook.menu();
  company.host.resetCounts();
  await company.rollUp();
  expect(company.rows('Rollup')).toHaveLength(60);
  const { hold, ui, ...paid } = company.host.counts().kinds;
  const calls = Object.values(paid).reduce((sum, count) => sum + count, 0);
  expect(calls / 60).toBeLessThanOrEqual(4);
});

/** A run that somebody else started: Ada and Bob are done. */
function leaveOff(changes: { started?: string; beat: number }): void {
  const run = {
    id: 'run of before',
    started: new Date(changes.beat).toISOString(),
    by: 'linus@example.org',
    cursor: 'bob@example.org',
    done: 2,
    total: 5,
    tally: { read: 2 },
    vain: 0,
    goesOn: false,
    ...changes,
  };
  company.edit(company.workbook, ({ documentProperties }) => {
    documentProperties['run of rollup'] = JSON.stringify(run);
  });
}
