// An older sheet imported on the local host by the built script, as a manager would.

import framework from '../../src/frameworks/engineering.json';
import type { Look, Written } from '../../src/import/request';
import { type Company, Foundation, MANAGER, type Person, urlOf } from '../rollup/company';
import { excelFile, pairsSideBySide, pairsWithTitles, plainTable, summary } from './workbooks';

const delivery = framework.skills.filter(({ competency }) => competency === 'delivery');
const onLevel = (level: number) => delivery.filter((skill) => skill.level === level);
const HEADERS = ['Competency', 'Level', 'Skill', 'Score'];

let foundation: Foundation;
let company: Company;
let bob: Person;

beforeAll(async () => {
  foundation = await Foundation.lay((laid) => {
    const hired = laid.hire('Bob');
    laid.enlist(hired, urlOf(hired.sheet));
  });
});

beforeEach(() => {
  company = foundation.start();
  const [, row] = company.rows('Team');
  const id = String(row['Career sheet']).split('/')[5];
  const email = String(row['E-mail']);
  bob = { name: 'Bob', email, sheet: company.host.as(email).open(id) };
});

afterEach(() => company.close());
afterAll(() => foundation.remove());

/** Uploads an older sheet as the manager and gives its link. */
async function older(build: Parameters<typeof excelFile>[0]): Promise<string> {
  const bytes = await excelFile(build);
  return urlOf(await company.host.as(MANAGER).import({ name: 'Skills of Bob.xlsx', bytes }));
}

const lookAt = (link: string, email = bob.email) =>
  company.workbook.call('lookAtOlderSheet', { link, email }) as Promise<Look>;

async function importFrom(link: string, accepted: string[] = []): Promise<Written> {
  const { stamp } = await lookAt(link);
  const request = { link, email: bob.email, stamp, accepted };
  return (await company.workbook.call('importOlderSheet', request)) as Written;
}

/** Self scores of Bob by skill id, the blank ones left out. */
function selfScores(): Record<string, unknown> {
  const rows = bob.sheet.read('Assessment', 'A2:E200') as unknown[][];
  return Object.fromEntries(rows.filter((row) => row[4] !== '').map((row) => [row[0], row[4]]));
}

const archive = () => (bob.sheet.read('Archive', 'A2:K50') as unknown[][]).filter(([, one]) => one);

/** The first level all at 2, of the second two, one of them in other words; one skill of their own. */
const pairs = (book: Parameters<Parameters<typeof excelFile>[0]>[0]) => {
  pairsSideBySide(book, {
    name: 'Delivery',
    headers: ['Beginner', 'Intermediate'],
    levels: [
      onLevel(1).map(({ text }) => [text, 2]),
      [
        [onLevel(2)[0].text, 1],
        [onLevel(2)[1].text.replace('own', 'all own'), 2],
        ['Waters the plants of the office in every summer.', 2],
      ],
    ],
    reached: [true, true],
  });
  summary(book, { Delivery: 2 });
};

test('what was understood is shown before anything is written', async () => {
  const look = await lookAt(await older(pairs));
  expect(look.name).toBe('Skills of Bob');
  expect(look.shown).toEqual([{ competency: 'Delivery', level: 2, cell: 'Summary!C2' }]);
  const kinds = look.skills.map(({ match }) => match.kind);
  expect(kinds).toEqual([...onLevel(1).map(() => 'exact'), 'exact', 'close', 'none']);
  expect(look.skills.slice(-2)).toMatchObject([
    { ours: onLevel(2)[1].text, fate: 'new', fateAlone: 'archive' },
    { ours: '', fate: 'archive', score: 2, level: 2, cell: 'Delivery!D5' },
  ]);
  expect(selfScores()).toEqual({});
  expect(archive()).toEqual([]);
});

test('the import fills blank self scores, and keeps the rest in Archive', async () => {
  const written = await importFrom(await older(pairs));
  expect(written).toEqual({ scores: onLevel(1).length + 1, archived: 2, there: 0, conflicts: [] });
  expect(selfScores()).toEqual({
    ...Object.fromEntries(onLevel(1).map(({ id }) => [id, 2])),
    [onLevel(2)[0].id]: 1,
  });
  const [, second] = archive();
  const [round] = [bob.sheet.read(...bob.sheet.named('round'))];
  expect(second.slice(0, 7)).toEqual([
    ...[round, 'Imported', '', 'Delivery', 2],
    ...['Waters the plants of the office in every summer.', 2],
  ]);
});

test('a close match counts once it is accepted', async () => {
  const link = await older(pairs);
  expect(await importFrom(link, ['Delivery!D4'])).toMatchObject({ archived: 1 });
  expect(selfScores()[onLevel(2)[1].id]).toBe(2);
});

test('the second time nothing new is written', async () => {
  const link = await older(pairs);
  await importFrom(link);
  const before = [selfScores(), archive()];
  const again = await importFrom(link);
  expect(again).toEqual({ scores: 0, archived: 0, there: onLevel(1).length + 3, conflicts: [] });
  expect([selfScores(), archive()]).toEqual(before);
});

test('an answer in the career sheet stays, and is listed without being shown', async () => {
  company.score(bob, [0]);
  const link = await older(pairs);
  const [skill] = (await lookAt(link)).skills;
  expect(skill).toMatchObject({ text: delivery[0].text, fate: 'conflict', score: 2 });
  const written = await importFrom(link);
  expect(written.conflicts).toEqual([delivery[0].text]);
  expect(selfScores()[delivery[0].id]).toBe(0);
});

test('scores in words, with titles and results, come in as scores', async () => {
  const words = ['Yes', 'Somewhat', 'Nope'];
  const link = await older((book) => {
    pairsWithTitles(book, {
      name: 'Delivery',
      headers: ['1/ Junior'],
      levels: [
        onLevel(1)
          .slice(0, 3)
          .map(({ text }, index) => [text, words[index]]),
      ],
      reached: [false],
    });
  });
  await importFrom(link);
  expect(
    onLevel(1)
      .map(({ id }) => selfScores()[id])
      .slice(0, 3),
  ).toEqual([2, 1, 0]);
});

test('what looks like a formula or a number comes into Archive as the text that it was', async () => {
  const link = await older((book) => {
    plainTable(book, HEADERS, [
      ['=Delivery', 1, '=HYPERLINK("https://example.com";"Click here")', 2],
      ['Delivery', 1, delivery[0].text, '2026-07'],
    ]);
  });
  await importFrom(link);
  const cells = bob.sheet.workbook().sheets.find(({ name }) => name === 'Archive')?.cells ?? {};
  expect(Object.values(cells).filter(({ f }) => f !== undefined)).toEqual([]);
  expect(archive().map((row) => [row[3], row[5], row[6]])).toEqual([
    ['=Delivery', '=HYPERLINK("https://example.com";"Click here")', 2],
    ['Delivery', delivery[0].text, '2026-07'],
  ]);
});

describe('nothing is written, and a sentence says why,', () => {
  const table = (book: Parameters<Parameters<typeof excelFile>[0]>[0]) => {
    plainTable(book, HEADERS, [['Delivery', 1, delivery[0].text, 2]]);
  };

  test('when the review is not a draft', async () => {
    const link = await older(table);
    company.score(bob, [1]);
    await company.submit(bob);
    await expect(lookAt(link)).rejects.toThrow(
      'The review of Bob is “Submitted”: scores are imported into a draft only; let it be taken back, or start the next round, then import.',
    );
  });

  test('when the older sheet changed since it was shown', async () => {
    const link = await older(table);
    const { stamp } = await lookAt(link);
    const sheet = company.host.as(MANAGER).open(link.split('/')[5]);
    sheet.type('Sheet1', 'D2', '1');
    const request = { link, email: bob.email, stamp, accepted: [] };
    await expect(company.workbook.call('importOlderSheet', request)).rejects.toThrow(
      'The older sheet or the framework changed since you looked: nothing was written; look again.',
    );
    expect(selfScores()).toEqual({});
  });

  test('when the link is none, leads nowhere, or leads to a career sheet', async () => {
    await expect(lookAt('my sheet')).rejects.toThrow(/^That is no link to a spreadsheet: /);
    await expect(lookAt('x'.repeat(30))).rejects.toThrow(/^The older sheet cannot be opened \(“/);
    await expect(lookAt(urlOf(company.ada.sheet))).rejects.toThrow(
      /^That link leads to a file made by Career Sheet, /,
    );
  });

  test('when the person is not in Team', async () => {
    await expect(lookAt(await older(table), 'eve@example.org')).rejects.toThrow(
      /^Nobody in Team has the e-mail eve@example.org: /,
    );
  });

  test('when the older sheet is empty, or holds no scores', async () => {
    await expect(lookAt(await older((book) => book.addWorksheet('Sheet1')))).rejects.toThrow(
      /^The older sheet is empty: /,
    );
    const blank = await older((book) => {
      plainTable(book, HEADERS, [['Delivery', 1, delivery[0].text, null]]);
    });
    await expect(lookAt(blank)).rejects.toThrow(/^No scores were found in the older sheet: /);
  });
});
