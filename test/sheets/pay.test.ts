// Pay in a manager workbook: targets and flags by formulas, and nothing of it anywhere else.

import type { OpenFile } from '../../local/host';
import type { Company } from '../rollup/company';
import { TOP } from '../rollup/company';
import { Levels, rollUp } from '../rollup/levels';

let levels: Levels;
let company: Company;
let workbook: OpenFile;

beforeAll(async () => {
  levels = await Levels.lay();
  ({ company } = levels.start());
  ({ workbook } = company);
  workbook.paste('Grades', 'A2', [
    ['Individual Contributor', '0', '3', 'IC1', 'Engineer', '30000', '40000'],
    ['Individual Contributor', '3', '5', 'IC2', 'Senior engineer', '40000', '52000'],
  ]);
  await company.rollUp();
  await workbook.click('Career Sheet Manager > Add pay tab');
  workbook.paste('Pay factors', 'C2', [['SECRET', '20']]);
  workbook.paste('Pay factors', 'E2', [['Elsewhere', '2']]);
});

afterAll(() => {
  company.close();
  levels.remove();
});

/** What the row of Ada comes to with this pay. */
async function adasRow(pay: string, period = '', currency = '', country = '') {
  workbook.paste('Pay', 'C2', [[pay, period, currency, country]]);
  const [[email, name, ...rest]] = (await workbook.computed('Pay', 'A2:M2')) as unknown[][];
  expect([email, name]).toEqual(['ada@example.org', 'Ada']);
  const [, , , , progress, direction, comparable, target, floor, index, flag] = rest;
  expect([progress, direction, target, floor]).toEqual([
    TOP,
    'Individual Contributor',
    52000,
    40000,
  ]);
  return { comparable, index, flag };
}

test('pay beside its target, whole and in index', async () => {
  expect(await adasRow('52000')).toEqual({ comparable: 52000, index: 1, flag: '' });
  expect(await adasRow('46800')).toMatchObject({ flag: '' });
  expect(await adasRow('46799')).toMatchObject({ flag: 'below 0.9 of the target' });
  expect(await adasRow('39999')).toMatchObject({
    flag: 'below the floor, below 0.9 of the target',
  });
  expect(await adasRow('')).toEqual({ comparable: '', index: '', flag: '' });
});

test('period, currency and country are made comparable by factors', async () => {
  expect(await adasRow('15600', 'year', 'SECRET', 'Elsewhere')).toMatchObject({
    comparable: 52000,
    index: 1,
  });
  expect(() => workbook.type('Pay', 'D2', 'fortnight')).toThrow();
  workbook.type('Pay factors', 'A4', 'fortnight');
  expect(await adasRow('15600', 'fortnight')).toEqual({
    comparable: 'no factor',
    index: '',
    flag: 'Pay factors lacks the period, currency or country',
  });
});

test('adding it again changes nothing that was typed', async () => {
  await adasRow('52000', 'month');
  const before = workbook.workbook().sheets;
  await workbook.click('Career Sheet Manager > Add pay tab');
  expect(workbook.workbook().sheets).toEqual(before);
});

test('nothing of it is in a career sheet, a branch file or the workbook above', async () => {
  await adasRow('87654', 'month', 'SECRET');
  const { head, branch } = levels.open(company);
  await company.rollUp();
  await rollUp(head);
  for (const file of [company.ada.sheet, branch]) {
    const text = JSON.stringify(file.workbook().sheets);
    expect(text).not.toMatch(/SECRET|87654|52000|40000|[Pp]ay\b/);
  }
  expect(JSON.stringify(head.workbook().sheets)).not.toMatch(/SECRET|87654|52000/);
});
