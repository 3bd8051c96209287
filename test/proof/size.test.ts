// Companies of 60 and of 1,000 people in one workbook, and one of several levels: everybody once,
// every outcome once, whatever number of runs it takes. What that costs is measured by the bench.

import type { OpenFile } from '../../local/host';
import { BigCompany, type Colleague } from '../../local/workspace/big-company';

const HEAD = 'head@example.org';
const HOUR_MS = 3_600_000;

/** One column of a tab, without blanks. */
function column(workbook: OpenFile, tab: string, letter: string): unknown[] {
  return (workbook.read(tab, `${letter}2:${letter}1200`) as unknown[][]).flat().filter(String);
}

const hire = (company: BigCompany, at: number, manager: string) =>
  company.hire(`Person ${at}`, `person.${at}@example.org`, manager);

/** Every fourth person is only handed in. */
const recorded = (people: readonly Colleague[]) =>
  people.filter((_, at) => at % 4 !== 2).map(({ email }) => `outcome of ${email}`);

/** Rolls up, and lets triggers go on with it to the end; gives how many runs that took. */
async function rollUp({ host }: BigCompany, workbook: OpenFile): Promise<number> {
  host.resetCounts();
  await workbook.call('runJob', 'rollup');
  for (let hour = 0; hour < 3 && host.store.triggers().length > 0; hour += 1) {
    await host.runDueTriggers(new Date(host.clock.now().getTime() + HOUR_MS));
  }
  expect(host.store.triggers()).toEqual([]);
  return host.ran.length;
}

test.each([60, 1000])('%d people in one workbook are read to the end, each once', async (size) => {
  const company = await BigCompany.lay({ quotas: 'workspace' });
  const team = Array.from({ length: size }, (_, at) => hire(company, at, HEAD));
  const workbook = company.workbookOf(HEAD, team);
  const runs = await rollUp(company, workbook);
  expect(runs > 1).toBe(size > 60);
  expect(column(workbook, 'Rollup', 'B').sort()).toEqual(team.map(({ email }) => email).sort());
  expect(column(workbook, 'Ledger', 'A').sort()).toEqual(recorded(team).sort());
  expect(column(workbook, 'Run log', 'A')).toHaveLength(1);
  const wrong = company.host.ran.filter(({ ended, seconds }) => ended !== 'done' || seconds > 330);
  expect(wrong).toEqual([]);
  company.host.close();
});

test('three levels of three bring everybody to the top, each outcome once, and again nothing new', async () => {
  const WIDTH = 3;
  const company = await BigCompany.lay();
  const emailOf = (at: number) => (at === 0 ? HEAD : `person.${at}@example.org`);
  const managerOf = (at: number) => Math.floor((at - 1) / WIDTH);
  const size = WIDTH + WIDTH ** 2 + WIDTH ** 3;
  const people: Colleague[] = [];
  for (let at = 1; at <= size; at += 1) {
    const person = hire(company, at, emailOf(managerOf(at)));
    if (at <= managerOf(size)) person.branchId = company.branchFor(person);
    people.push(person);
  }
  const workbooks: OpenFile[] = [];
  for (let at = managerOf(size); at >= 0; at -= 1) {
    const team = people.slice(at * WIDTH, (at + 1) * WIDTH);
    workbooks.push(company.workbookOf(emailOf(at), team, people[at - 1]?.branchId));
  }
  const head = workbooks[workbooks.length - 1];
  for (let day = 0; day < 2; day += 1) {
    for (const workbook of workbooks) expect(await rollUp(company, workbook)).toBe(1);
    expect(column(head, 'Rollup', 'B').sort()).toEqual(people.map(({ email }) => email).sort());
    expect(column(head, 'Ledger', 'A').sort()).toEqual(recorded(people).sort());
    company.host.clock.advance(24 * HOUR_MS);
  }
  company.host.close();
});
