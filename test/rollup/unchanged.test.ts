// Which career sheets a rollup reads again, and which it leaves: every way in which leaving one
// could be wrong.

import { Faults, type Value } from '../../local/host';
import { type Company, Foundation, type Person, refusalOf, TOP, urlOf } from './company';

const MINUTE = 60_000;

let foundation: Foundation;
let company: Company;
let ada: Person;

beforeAll(async () => {
  foundation = await Foundation.lay((company, ada) => {
    const bob = company.clone(ada, 'Bob');
    company.enlist(bob, urlOf(bob.sheet));
  });
});

beforeEach(async () => {
  company = foundation.start({ clock: new Date(Date.now() + 60 * MINUTE) });
  ada = company.ada;
  await company.rollUp();
  company.host.clock.advance(60 * MINUTE);
});

afterEach(() => company.close());
afterAll(() => foundation.remove());

/** Rolls up, and gives how many were read and how many left as unchanged. */
async function readAndSkipped(): Promise<[unknown, unknown]> {
  await company.rollUp();
  const [row] = company.rows('Run log').slice(-1);
  return [row['People read'], row['Skipped as unchanged']];
}

/** Types into the row of somebody in a tab of the manager workbook. */
function typeOver(tab: string, { email }: Pick<Person, 'email'>, header: string, text: string) {
  const [headers, ...rows] = company.workbook.read(tab, 'A1:AZ100') as Value[][];
  const row = rows.findIndex((cells) => cells.includes(email)) + 2;
  const column = headers.indexOf(header);
  const letters = column < 26 ? '' : 'A';
  const cell = `${letters}${String.fromCharCode(65 + (column % 26))}${row}`;
  company.workbook.type(tab, cell, text);
}

test('what did not change is left, at the cost of no sheet', async () => {
  const before = company.rollupOf(ada);
  company.host.resetCounts();
  expect(await readAndSkipped()).toEqual([0, 2]);
  const { methods } = company.host.counts();
  expect(methods['SpreadsheetApp.openById']).toBeUndefined();
  expect(methods['UrlFetchApp.fetch']).toBe(1);
  expect(methods['UrlFetchApp.fetchAll']).toBeUndefined();
  expect(company.rollupOf(ada)).toEqual(before);
});

test('a sheet that somebody edited is read, and the others are left', async () => {
  ada.sheet.type(...ada.sheet.named('status'), 'Draft');
  company.host.clock.advance(10 * MINUTE);
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rollupOf(ada).Status).toBe('Draft');
  expect(await readAndSkipped()).toEqual([0, 2]);
});

test('a file that the list leaves out is read', async () => {
  company.host.faults = new Faults().unlist(ada.sheet.id);
  expect(await readAndSkipped()).toEqual([1, 1]);
});

test('where the list is refused, everyone is read', async () => {
  company.host.faults = new Faults().fail('UrlFetchApp.fetch', refusalOf('UrlFetchApp.fetch'));
  expect(await readAndSkipped()).toEqual([2, 0]);
});

test('a sheet that changed within minutes before it was read is read once more', async () => {
  ada.sheet.type(...ada.sheet.named('status'), 'Draft');
  expect(await readAndSkipped()).toEqual([1, 1]);
  // Drive may count what is typed now as the change that it has noted.
  const { modified } = company.host.store.find(ada.sheet.id) as { modified: string };
  ada.sheet.type(...ada.sheet.named('status'), 'Submitted');
  company.edit(ada.sheet, () => undefined);
  (company.host.store.find(ada.sheet.id) as { modified: string }).modified = modified;
  company.host.clock.advance(10 * MINUTE);
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rollupOf(ada).Status).toBe('Submitted');
  expect(await readAndSkipped()).toEqual([0, 2]);
});

test('a change right after a sheet was read is read the next time', async () => {
  company = company.sideBySide();
  const { ada } = company;
  ada.sheet.type(...ada.sheet.named('status'), 'Submitted');
  company.host.clock.advance(10 * MINUTE);
  company.host.faults = new Faults().during('Range.setValues', async () => {
    ada.sheet.type(...ada.sheet.named('status'), 'Draft');
  });
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rollupOf(ada).Status).toBe('Submitted');
  company.host.clock.advance(10 * MINUTE);
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rollupOf(ada).Status).toBe('Draft');
});

test.each([
  ['another manager in Team', 'Team', "Manager's e-mail", 'linus@example.org'],
  ['another name in Team', 'Team', 'Name', 'Ada L.'],
  ['a row of Ledger that somebody edited', 'Ledger', 'Direction', 'Elsewhere'],
  ['a cell typed over in Rollup', 'Rollup', 'Progress', '1'],
  ['a problem typed over in Rollup', 'Rollup', 'Problem', 'None that I see.'],
])('%s has the sheet read again', async (_, tab, header, text) => {
  typeOver(tab, ada, header, text);
  expect(await readAndSkipped()).toEqual([1, 1]);
});

test('a row deleted from Ledger is gathered again', async () => {
  const before = company.rows('Ledger').length;
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Ledger')?.cells ?? {};
    for (const place of Object.keys(cells)) if (/^[A-Z]+2$/.test(place)) delete cells[place];
  });
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rows('Ledger')).toHaveLength(before);
});

test('another weight in the tab Directions has everyone read, without a new version', async () => {
  const before = company.rollupOf(ada).Progress;
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Directions')?.cells ?? {};
    const [first, second] = [cells.E2, cells.E3];
    [first.v, second.v] = [second.v, first.v];
  });
  expect(await readAndSkipped()).toEqual([2, 0]);
  expect(company.rollupOf(ada).Progress).toEqual(before);
});

test('a sheet that is no longer shared is tried, and said, each time until it is', async () => {
  ada.sheet.share('grace@example.org', null);
  expect(await readAndSkipped()).toEqual([0, 1]);
  expect(company.rollupOf(ada).Problem).toMatch(/cannot be opened/);
  expect(await readAndSkipped()).toEqual([0, 1]);
  ada.sheet.share('grace@example.org', 'viewer');
  expect(await readAndSkipped()).toEqual([1, 1]);
  expect(company.rollupOf(ada).Problem).toBe('');
});

test('a run that was stopped between Ledger and Rollup leaves nothing unread', async () => {
  ada.sheet.type('Assessment', 'H2', '0');
  await company.record(ada);
  company.host.clock.advance(10 * MINUTE);
  // The first write of cells is the Ledger's, the next one Rollup's.
  company.host.faults = new Faults().stop(['Range.setValues', 2]);
  await company.rollUp().catch(() => undefined);
  company.host.faults = null;
  expect(company.rows('Ledger')).toHaveLength(3);
  company.host.clock.advance(10 * MINUTE);
  await company.rollUp();
  expect(company.rows('Ledger')).toHaveLength(3);
  expect(company.rollupOf(ada).Progress).toBe(0.75 * TOP);
});

test('sorting Team and adding to it has nobody else read', async () => {
  company.enlist({ name: 'Carol', email: 'carol@example.org' }, '');
  company.edit(company.workbook, ({ sheets }) => {
    const cells = sheets.find(({ name }) => name === 'Team')?.cells ?? {};
    for (const column of 'ABCDEFGH') {
      const [two, three] = [cells[`${column}2`], cells[`${column}3`]];
      if (two && three) [cells[`${column}2`], cells[`${column}3`]] = [three, two];
    }
  });
  expect(await readAndSkipped()).toEqual([0, 2]);
});
