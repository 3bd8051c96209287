// What the end of a rollup leaves alone: the queue and the own branch file when nothing of them is new.

import type { OpenFile } from '../../local/host';
import { type Company, MANAGER } from './company';
import { Levels, rowsOf } from './levels';

const HOUR = 60 * 60_000;

let levels: Levels;
let company: Company;
/** The branch file as Grace, who writes it, has it open. */
let own: OpenFile;

beforeAll(async () => {
  levels = await Levels.lay();
});

beforeEach(() => {
  const started = levels.start({ clock: new Date(Date.now() + HOUR) });
  company = started.company;
  own = company.host.as(MANAGER).open(started.branch.id);
});

afterEach(() => company.close());

afterAll(() => levels.remove());

/** Rolls up an hour later; gives how many files were opened. */
async function openedByNext(): Promise<number> {
  company.host.clock.advance(HOUR);
  company.host.resetCounts();
  await company.rollUp();
  return company.opened;
}

test('nothing is opened when nothing changed, the own branch file neither', async () => {
  await company.rollUp();
  // The file has changed, by the rollup itself: one more look says that it is as it should be.
  expect(await openedByNext()).toBe(1);
  expect(await openedByNext()).toBe(0);
});

test('a branch file that somebody emptied is filled again', async () => {
  await company.rollUp();
  await openedByNext();
  const before = rowsOf(own, 'Ledger');
  expect(before).toHaveLength(2);
  company.edit(own, ({ sheets }) => {
    for (const { name, cells } of sheets) {
      if (name !== 'Ledger') continue;
      for (const address of Object.keys(cells))
        if (!/^[A-Z]+1$/.test(address)) delete cells[address];
    }
  });
  await openedByNext();
  expect(rowsOf(own, 'Ledger')).toEqual(before);
});

test('a branch file that lost its access stays a problem until it is open again', async () => {
  await company.rollUp();
  await openedByNext();
  const problem = () => rowsOf(company.workbook, 'Run log').pop()?.['Own branch file'];
  company.host.store.access(own.workbook().owner).share(own.id, MANAGER, null);
  await openedByNext();
  expect(problem()).toMatch(/branch file/i);
  await openedByNext();
  expect(problem()).toMatch(/branch file/i);
});

test('the queue follows the calendar although no file changed', async () => {
  const { workbook, host } = company;
  const late = () => rowsOf(workbook, 'Queue').map((row) => row['Late since']);
  const inTwoDays = new Date(host.clock.now().getTime() + 48 * HOUR).toISOString().slice(0, 10);
  workbook.type(...workbook.named('round'), '2099 H1');
  workbook.type(...workbook.named('reviews_until'), inTwoDays);
  await company.rollUp();
  await openedByNext();
  expect(late()).toEqual(['', '']);
  host.clock.advance(96 * HOUR);
  await openedByNext();
  expect(late()).toEqual([inTwoDays, inTwoDays]);
});
