// Trying a draft of the framework on the host: the report, and that nothing else is written.

import type { SheetData } from '../../local/workspace/workbook';
import { type Company, Foundation, MANAGER, TOP, urlOf } from '../rollup/company';

let foundation: Foundation;
let company: Company;

beforeAll(async () => {
  foundation = await Foundation.lay();
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => company.close());
afterAll(() => foundation.remove());

/** A copy of the template in which the first skill is another one. */
function draft() {
  const file = company.host.as(MANAGER).open(company.template.id).copy('Draft');
  file.type('Framework', 'A2', 'del-draft');
  file.type('Framework', 'D2', 'Says something that nobody was asked before.');
  return file;
}

const report = () =>
  (company.workbook.read('What if', 'A1:I40') as unknown[][]).filter((row) => row[0] !== '');

test('says who would move where, and how the levels of everybody shift', async () => {
  await company.rollUp();
  const summary = await company.workbook.call('tryDraft', urlOf(draft()));
  expect(summary).toMatchObject({ people: 1, moving: 1 });
  const rows = report();
  expect(rows[0][0]).toMatch(/^What if: .* 1\.0\.0 in place of .* 1\.0\.0$/);
  const move = rows.find(([name]) => name === 'Ada') as unknown[];
  expect(move.slice(0, 7)).toEqual([
    'Ada',
    'ada@example.org',
    'Individual Contributor',
    'Delivery',
    TOP,
    0,
    TOP,
  ]);
  expect(move[7]).toBeLessThan(TOP);
  expect(move[8]).toBe(TOP);
  const [, , ...now] = rows[rows.findIndex(([cell]) => cell === 'Competency') + 1];
  expect(now[TOP]).toBe(1);
});

test('writes nothing but the report, which is written anew each time', async () => {
  await company.rollUp();
  const file = draft();
  const others = () => [
    file.workbook().sheets,
    company.ada.sheet.workbook().sheets,
    company.workbook.workbook().sheets.filter(({ name }) => name !== 'What if'),
  ];
  const before = others();
  await company.workbook.call('tryDraft', urlOf(file));
  const once = report();
  await company.workbook.call('tryDraft', urlOf(file));
  expect(report()).toEqual(once);
  expect(others()).toEqual(before);
});

test('a tab of the manager’s own with that name is left alone', async () => {
  company.edit(company.workbook, ({ sheets }) => {
    const team = sheets.find(({ name }) => name === 'Team') as SheetData;
    sheets.push({
      ...structuredClone(team),
      id: 77,
      name: 'What if',
      cells: { A1: { v: 'Mine' } },
    });
  });
  await expect(company.workbook.call('tryDraft', urlOf(draft()))).rejects.toThrow(
    /The tab “What if” holds something of your own/,
  );
});

test.each([
  ['', /Paste the address/],
  ['my draft', /What you pasted is not the address of a spreadsheet/],
  [`https://docs.google.com/spreadsheets/d/${'x'.repeat(44)}/edit`, /cannot be opened/],
])('says what is wrong with the draft “%s”', async (link, sentence) => {
  await expect(company.workbook.call('tryDraft', link)).rejects.toThrow(sentence);
});
