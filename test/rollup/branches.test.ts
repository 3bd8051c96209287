// Branch files on the local host: what a workbook shows upward, and what the level above makes of it.

import { Faults, type OpenFile } from '../../local/host';
import { type Company, MANAGER, refusalOf, TOP, unsealed, urlOf } from './company';
import {
  byName,
  callBelow,
  HEAD,
  Levels,
  linkBranch,
  name,
  newBranchFile,
  newWorkbook,
  rollUp,
  rowsOf,
} from './levels';

let levels: Levels;
let company: Company;
/** The workbook of Linus, whose Team holds Grace and her branch file. */
let head: OpenFile;
let branch: OpenFile;

beforeAll(async () => {
  levels = await Levels.lay();
});

beforeEach(() => {
  ({ company, head, branch } = levels.start());
});

afterEach(() => company.close());

afterAll(() => levels.remove());

/** Grace rolls up, then Linus. */
async function bothRollUp(): Promise<void> {
  await company.rollUp();
  await rollUp(head);
}

const names = (workbook: OpenFile, tab: string) =>
  rowsOf(workbook, tab).map(({ Name, Person }) => Name ?? Person);

/** What the head's rows say but when. */
const unstamped = (workbook: OpenFile): Record<string, unknown>[] =>
  ['Rollup', 'Ledger', 'Queue'].flatMap((tab) =>
    rowsOf(workbook, tab).map((row) => ({ ...row, 'Checked at': null, 'Gathered at': null })),
  );

test('whoever is in a branch has a row above, with levels computed there, and says where it came from', async () => {
  await bothRollUp();
  expect(rowsOf(head, 'Rollup')).toEqual([
    expect.objectContaining({ Name: 'Grace', Problem: '', 'Branch file': '' }),
    expect.objectContaining({
      Name: 'Ada',
      "Manager's e-mail": MANAGER,
      Status: 'Recorded',
      'Share scored': 1,
      Progress: TOP,
      Problem: '',
      'Branch file': expect.stringContaining(branch.id),
    }),
    expect.objectContaining({ Name: 'Bob', Progress: TOP }),
  ]);
  expect(rowsOf(head, 'Ledger')).toEqual([
    expect.objectContaining({ Person: 'Ada', 'Branch file': expect.stringContaining(branch.id) }),
    expect.objectContaining({ Person: 'Bob', 'Branch file': expect.stringContaining(branch.id) }),
  ]);
  expect(names(head, 'Queue')).toEqual(['Grace', 'Ada', 'Bob']);
});

test('a branch file reads the same whether it is fetched or opened', async () => {
  await company.rollUp();
  company.host.resetCounts();
  await rollUp(head);
  expect(company.opened).toBe(0);
  const fetched = unsealed(unstamped(head));
  company.close();

  ({ company, head, branch } = levels.start());
  await company.rollUp();
  company.host.resetCounts();
  // The first is for Drive's list.
  company.host.faults = new Faults().fail(['UrlFetchApp.fetch', 2], refusalOf('UrlFetchApp.fetch'));
  await rollUp(head);
  expect(company.opened).toBe(1);
  expect(unsealed(unstamped(head))).toEqual(fetched);
});

test('a date that somebody typed into a branch file comes in as the day that it shows', async () => {
  await company.rollUp();
  company.edit(branch, ({ sheets }) => {
    const queue = sheets.find(({ name }) => name === 'Queue');
    if (queue) queue.cells.E2 = { v: 46082, format: 'yyyy-mm-dd' };
  });
  company.host.resetCounts();
  await rollUp(head);
  expect(company.opened).toBe(1);
  expect(rowsOf(head, 'Rollup')[1]).toMatchObject({ Name: 'Ada', 'Start date': '2026-03-01' });
});

test('rolling up again adds nothing, and leaves a branch file alone that is up to date', async () => {
  await bothRollUp();
  const [before, file] = [unstamped(head), branch.workbook()];
  await bothRollUp();
  expect(unstamped(head)).toEqual(before);
  expect(branch.workbook()).toEqual(file);
});

test('a further outcome arrives above once', async () => {
  await bothRollUp();
  const { ada } = company;
  await ada.sheet.call('startRound', { round: '2027 H1' });
  await company.submit(ada);
  await company.openReview(ada);
  await company.record(ada);
  await bothRollUp();
  await bothRollUp();
  expect(names(head, 'Ledger')).toEqual(['Ada', 'Bob', 'Ada']);
  expect(byName(head, 'Rollup', 'Round')).toMatchObject({ Ada: '2027 H1' });
});

test('three levels, and two ways to the same branch: everybody and every outcome is there once', async () => {
  const top = await newWorkbook(company, 'top@example.org');
  const above = await newBranchFile(company, top, HEAD, 'Linus');
  name(head, above);
  branch.share('top@example.org', 'viewer');
  linkBranch(top, 'Linus', HEAD, above);
  linkBranch(top, 'Grace', MANAGER, branch);
  await bothRollUp();
  await rollUp(top);
  await rollUp(top);
  expect(names(top, 'Rollup').sort()).toEqual(['Ada', 'Bob', 'Grace', 'Linus']);
  expect(names(top, 'Ledger')).toEqual(['Ada', 'Bob']);
  expect(rowsOf(top, 'Queue').map(({ Name, Problem }) => [Name, Problem])).toEqual([
    ['Linus', ''],
    ['Grace', ''],
    ['Ada', ''],
    ['Bob', ''],
  ]);
});

test('a branch file that is pasted as a career sheet counts as the branch', async () => {
  await bothRollUp();
  const before = unstamped(head);
  head.type('Team', 'H2', '');
  head.type('Team', 'G2', urlOf(branch));
  await rollUp(head);
  expect(unstamped(head)).toEqual(before);
});

describe('a branch that fails keeps its last good state, and its row says why', () => {
  const graces = () => rowsOf(head, 'Rollup').find(({ Name }) => Name === 'Grace') ?? {};

  async function expectKept(problem: RegExp | string): Promise<void> {
    const withoutGrace = () => unstamped(head).filter(({ Name }) => Name !== 'Grace');
    const before = withoutGrace();
    await rollUp(head);
    expect(graces().Problem).toEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
    expect(withoutGrace()).toEqual(before);
    expect(before).toHaveLength(2 + 2 + 2);
  }

  test('a branch file that was never written', async () => {
    await rollUp(head);
    expect(graces().Problem).toMatch(
      /^The branch file of Grace is not whole, since their rollup has not run yet, is running or was cut off;.*ask Grace to roll up\.$/,
    );
  });

  test('one that is no longer shared', async () => {
    await bothRollUp();
    company.host.as(HEAD).open(branch.id);
    company.edit(branch, (file) => {
      file.owner = MANAGER;
      file.editors = [];
      file.viewers = [];
    });
    await expectKept(
      /^The branch file cannot be opened .*correct the link under Branch file in row 2 of Team/,
    );
  });

  test('one whose rollup was cut off', async () => {
    await bothRollUp();
    branch.type(...branch.named('branch_written_at'), '');
    await expectKept(/is not whole/);
    await bothRollUp();
    expect(graces().Problem).toBe('');
  });

  test('one from which somebody deleted a row', async () => {
    await bothRollUp();
    for (const column of ['A', 'B', 'C', 'D', 'E', 'F', 'G'])
      branch.type('Queue', `${column}2`, '');
    await expectKept(/holds other rows than their rollup wrote there/);
    await bothRollUp();
    expect(graces().Problem).toBe('');
    expect(names(branch, 'Queue').sort()).toEqual(['Ada', 'Bob']);
  });

  test('one whose tabs were emptied', async () => {
    await bothRollUp();
    company.edit(branch, ({ sheets }) => {
      for (const sheet of sheets.slice(1)) {
        for (const address of Object.keys(sheet.cells)) {
          if (!/^[A-Z]+1$/.test(address)) delete sheet.cells[address];
        }
      }
    });
    await expectKept(/holds other rows than their rollup wrote there/);
  });

  test('a link that leads to something else', async () => {
    await bothRollUp();
    head.type('Team', 'H2', urlOf(company.host.as(HEAD).create('Offsite')));
    await expectKept(
      /^The link under Branch file in row 2 of Team leads to a spreadsheet that is not a branch file/,
    );
  });

  test('a link to one’s own branch file', async () => {
    name(head, branch);
    await rollUp(head);
    expect(graces().Problem).toMatch(/leads to this workbook's own branch file/);
  });
});

test('an own branch file that cannot be written is said in the run log, and the rest is done', async () => {
  company.workbook.type(...company.workbook.named('branch_file'), 'on the team drive');
  await company.rollUp();
  expect(company.rows('Run log')[0]).toMatchObject({
    'Own branch file':
      'Your branch file was not brought up to date: “on the team drive” under Branch file of the tab Settings is not a link to a spreadsheet: paste the address of the branch file there.',
  });
  expect(company.rows('Queue')).toHaveLength(2);
});

describe('nothing but outcomes that count and states is ever in a branch file', () => {
  test('not what is held, nor evidence, notes, statements, goals, preparation or pay', async () => {
    const { ada } = company;
    ada.sheet.type('Assessment', 'F2', 'SECRET evidence');
    ada.sheet.type('Assessment', 'I2', 'SECRET note');
    ada.sheet.type('Goals', 'A2', 'SECRET goal');
    const { workbook } = company;
    workbook.paste('Preparation', 'A2', [['ada@example.org', 'del-01']]);
    workbook.type('Preparation', 'G2', 'SECRET note before');
    workbook.paste('Grades', 'A2', [
      ['Individual Contributor', '0', '9', 'IC3', 'Senior', '123456', '234567'],
    ]);
    ada.sheet.type('Assessment', 'H2', '0');
    await company.record(ada, ada.email);
    await company.rollUp();
    expect(rowsOf(workbook, 'Ledger')).toHaveLength(3);
    const shown = JSON.stringify(branch.workbook());
    expect(shown).not.toMatch(/SECRET|123456|234567|IC3|[Pp]ay/);
    expect(names(branch, 'Ledger')).toEqual(['Ada', 'Bob']);
    expect(branch.workbook().script).toBeNull();
  });

  test('what was held is in it once it is confirmed', async () => {
    const { ada, workbook } = company;
    await ada.sheet.call('startRound', { round: '2027 H1' });
    await company.submit(ada);
    await company.openReview(ada);
    await company.record(ada, ada.email);
    await bothRollUp();
    expect(names(head, 'Ledger')).toEqual(['Ada', 'Bob']);
    const held = rowsOf(workbook, 'Ledger').find((row) => row['Held because'] !== '');
    await workbook.call('confirmOutcomes', [held?.Id]);
    await bothRollUp();
    expect(byName(head, 'Rollup', 'Round')).toMatchObject({ Ada: '2027 H1' });
  });
});

describe('who leaves', () => {
  const BOBS_ROW = 3;

  test('the Team below leaves Rollup and Queue above, and stays in its Ledger', async () => {
    await bothRollUp();
    company.delist(BOBS_ROW);
    await bothRollUp();
    expect(names(head, 'Rollup')).toEqual(['Grace', 'Ada']);
    expect(names(head, 'Queue')).toEqual(['Grace', 'Ada']);
    expect(names(branch, 'Queue')).toEqual(['Ada']);
    expect(names(head, 'Ledger')).toEqual(['Ada', 'Bob']);
  });

  test('and is removed below is gone from the level above and from the one above it', async () => {
    const top = await newWorkbook(company, 'top@example.org');
    const above = await newBranchFile(company, top, HEAD, 'Linus');
    name(head, above);
    linkBranch(top, 'Linus', HEAD, above);
    await bothRollUp();
    await rollUp(top);
    expect(JSON.stringify(above.workbook())).toContain('bob@example.org');
    await removeBob();
    await bothRollUp();
    await rollUp(top);
    for (const file of [branch, head, above, top]) {
      expect(JSON.stringify(file.workbook())).not.toMatch(/bob/i);
      expect(JSON.stringify(file.workbook())).toMatch(/ada@example\.org/);
    }
  });

  test('a branch that was cut out of Team leaves Rollup; the ledger keeps its outcomes', async () => {
    await bothRollUp();
    head.type('Team', 'H2', '');
    await rollUp(head);
    expect(names(head, 'Rollup')).toEqual(['Grace']);
    expect(names(head, 'Ledger')).toEqual(['Ada', 'Bob']);
  });

  test('a Team that was emptied by mistake takes nobody away above', async () => {
    await bothRollUp();
    const before = unstamped(head);
    for (const row of [2, 3]) company.delist(row);
    await bothRollUp();
    expect(unstamped(head)).toEqual(before);
  });

  test('whoever moves to another branch is there once, and so are the earlier outcomes', async () => {
    await bothRollUp();
    const joan = await newWorkbook(company, 'joan@example.org');
    const joans = await newBranchFile(company, head, 'joan@example.org', 'Joan');
    name(joan, joans);
    linkBranch(head, 'Joan', 'joan@example.org', joans);
    joan.paste('Team', 'A2', [['Bob', 'bob@example.org', 'joan@example.org']]);
    // Both list Bob for a while.
    await rollUp(joan);
    await rollUp(head);
    company.delist(BOBS_ROW);
    await bothRollUp();
    expect(names(head, 'Rollup').sort()).toEqual(['Ada', 'Bob', 'Grace', 'Joan']);
    expect(byName(head, 'Rollup', "Manager's e-mail")).toMatchObject({ Bob: 'joan@example.org' });
    expect(names(head, 'Ledger')).toEqual(['Ada', 'Bob']);
    expect(byName(head, 'Queue', 'Moved from')).toMatchObject({ Bob: MANAGER });
  });

  /** As “Remove a person” does in Grace's workbook. */
  async function removeBob(): Promise<void> {
    await callBelow(company, company.workbook, 'takeOut', 'bob@example.org');
    company.edit(company.workbook, ({ sheets }) => {
      for (const { name, cells } of sheets) {
        if (!['Team', 'Rollup', 'Queue', 'Ledger'].includes(name)) continue;
        const rows = Object.entries(cells).flatMap(([address, { v }]) =>
          v === 'bob@example.org' ? [address.replace(/^[A-Z]+/, '')] : [],
        );
        for (const address of Object.keys(cells)) {
          if (rows.includes(address.replace(/^[A-Z]+/, ''))) delete cells[address];
        }
      }
    });
  }
});
