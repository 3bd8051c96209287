// Opening the round on the local host: what it means for a career sheet in each status.

import type { Value } from '../../local/host';
import { type Company, every, Foundation, type Person, urlOf } from '../rollup/company';
import { cutOff } from '../rollup/cut-off';
import { openRound } from './handing-out';

let foundation: Foundation;
let company: Company;
let ids: Record<'bob' | 'carol', string>;
const NEXT = '2031 H1';

beforeAll(async () => {
  foundation = await Foundation.lay((company) => {
    const [bob, carol] = ['Bob', 'Carol'].map((name) => company.hire(name));
    ids = { bob: bob.sheet.id, carol: carol.sheet.id };
    for (const person of [bob, carol]) company.enlist(person, urlOf(person.sheet));
    company.workbook.type(...company.workbook.named('round'), NEXT);
  });
});

beforeEach(() => {
  company = foundation.start();
});

afterEach(() => company.close());

afterAll(() => foundation.remove());

function person(name: 'bob' | 'carol'): Person {
  const email = `${name}@example.org`;
  return { name, email, sheet: company.host.as(email).open(ids[name]) };
}

const summary = ({ sheet }: Person, name: string) => sheet.read(...sheet.named(name));
const column = ({ sheet }: Person, letter: string) =>
  (sheet.read('Assessment', `${letter}2:${letter}9`) as Value[][]).flat();

test('a recorded review starts the round with the agreed scores; evidence and notes go to Archive', async () => {
  const { ada } = company;
  ada.sheet.type('Assessment', 'F2', 'Shipped it.');
  ada.sheet.type('Assessment', 'I2', 'Well done.');
  await openRound(company);
  expect(summary(ada, 'status')).toBe('Draft');
  expect(summary(ada, 'round')).toBe(NEXT);
  expect(column(ada, 'E')).toEqual(Array(8).fill(2));
  expect(column(ada, 'F')).toEqual(Array(8).fill(''));
  expect(column(ada, 'H')).toEqual(Array(8).fill(''));
  const [archived] = ada.sheet.read('Archive', 'A2:K2') as Value[][];
  expect(archived).toEqual(expect.arrayContaining(['Shipped it.', 'Well done.']));
  expect(company.rows('Round')[0]).toMatchObject({ Name: 'Ada', State: 'Opened', Round: NEXT });
});

test('a draft keeps its scores and evidence, and gets the round', async () => {
  const bob = person('bob');
  company.score(bob, [1, 2]);
  bob.sheet.type('Assessment', 'F2', 'Shipped it.');
  await openRound(company);
  expect(summary(bob, 'round')).toBe(NEXT);
  expect(column(bob, 'E').slice(0, 3)).toEqual([1, 2, '']);
  expect(column(bob, 'F')[0]).toBe('Shipped it.');
});

test('a review that is under way is left as it is, and its row says so', async () => {
  const [bob, carol] = [person('bob'), person('carol')];
  for (const one of [bob, carol]) {
    company.score(one, every(1));
    await company.submit(one);
  }
  await company.openReview(carol);
  const before = [bob, carol].map(({ sheet }) => sheet.workbook().sheets);
  await openRound(company);
  expect([bob, carol].map(({ sheet }) => sheet.workbook().sheets)).toEqual(before);
  const rows = company.rows('Round').slice(1);
  expect(rows.map(({ State }) => State)).toEqual(['Left alone', 'Left alone']);
  expect(rows[0]['To know']).toMatch(/is “Submitted”: record it, or let Bob take it back, then/);
  expect(rows[1]['To know']).toMatch(/is “In review”/);
});

test('opened again, nothing changes, and a round that was held is not held twice', async () => {
  await openRound(company);
  const sheets = () => [company.ada, person('bob')].map(({ sheet }) => sheet.workbook().sheets);
  const before = sheets();
  await openRound(company);
  expect(sheets()).toEqual(before);
  expect(company.rows('Round').map(({ State }) => State)).toEqual(Array(3).fill('Open already'));
  const held = String(company.ada.sheet.read('Outcomes', 'G2'));
  company.workbook.type(...company.workbook.named('round'), held);
  await openRound(company);
  expect(company.rows('Round')[0]).toMatchObject({ State: 'Problem' });
  expect(company.rows('Round')[0]['To know']).toMatch(/has been held already/);
  expect(summary(company.ada, 'round')).toBe(NEXT);
});

test('without a round in Settings nothing is opened', async () => {
  company.workbook.type(...company.workbook.named('round'), '');
  await expect(openRound(company)).rejects.toThrow(/is blank: type the round there/);
});

test('cut off at any change of a career sheet it ends, opened again, like one that was not', async () => {
  const lay = () => {
    company = foundation.start();
    company.ada.sheet.type('Assessment', 'F2', 'Shipped it.');
  };
  const tabs = () => company.ada.sheet.workbook().sheets.map(({ cells }) => cells);
  company.close();
  lay();
  await openRound(company);
  const whole = tabs();
  let changes = 0;
  for (let isOpened = false; !isOpened; ) {
    changes += 2;
    company.close();
    lay();
    await cutOff(company.host, changes, () => openRound(company));
    company = company.restart();
    isOpened = summary(company.ada, 'status') === 'Draft';
    await openRound(company);
    expect(tabs()).toEqual(whole);
  }
  expect(changes).toBeGreaterThan(5);
});
