// Who gets what in a hand-out, and what is wrong with whom.

import { daysFor, type HandedOut, planHandOut } from '../../src/handout/plan';
import { keysOf, type Member } from '../../src/rollup/member';

const GRACE = 'grace@example.org';

function teamOf(rows: Partial<Member>[]): Member[] {
  const people = rows.map((row, at) => ({
    position: at + 2,
    name: `Person ${at + 1}`,
    email: `person${at + 1}@example.org`,
    managerEmail: GRACE,
    direction: '',
    currentGrade: '',
    sheetId: null,
    link: '',
    branchId: null,
    branchLink: '',
    startDate: '',
    ...row,
  }));
  const keys = keysOf(people);
  return people.map((person, at) => ({ ...person, key: keys[at] }));
}

function plan(rows: Partial<Member>[], handedOut: HandedOut[] = []) {
  return planHandOut(teamOf(rows), GRACE, handedOut);
}

test('every direct report without a link gets a career sheet, and nobody who has one', () => {
  expect(plan([{}, { link: 'x'.repeat(30), sheetId: 'x'.repeat(30) }])).toMatchObject([
    { needsSheet: true, branch: 'can', otherManager: '', problem: '' },
    { needsSheet: false, branch: 'can', otherManager: '', problem: '' },
  ]);
});

test('whoever leads others of Team gets a branch file too, unless there is one', () => {
  const rows = [
    {},
    { branchLink: 'https://a.b/c' },
    { managerEmail: 'PERSON1@example.org' },
    { managerEmail: 'person2@example.org' },
  ];
  const plans = plan(rows);
  expect(plans.map(({ branch }) => branch)).toEqual(['should', 'no', 'can', 'can']);
  expect(plans.map(({ otherManager }) => otherManager)).toEqual([
    '',
    '',
    'PERSON1@example.org',
    'person2@example.org',
  ]);
});

test.each([
  [{ email: '' }, /^There is no e-mail in row 2 of Team/],
  [{ email: 'ada' }, /^“ada” in row 2 of Team is no e-mail address/],
  [{ email: 'ada@example.org, bob@example.org' }, /is no e-mail address/],
  [{ managerEmail: '' }, /^There is no manager's e-mail in row 2 of Team/],
  [
    { managerEmail: 'linus@example.org' },
    /^The manager linus@example.org in row 2 of Team is neither you nor anybody in Team/,
  ],
  [{ link: 'on the drive' }, /^“on the drive” in row 2 of Team is not a link/],
])('a row with %j gets nothing', (row, sentence) => {
  expect(plan([row])).toMatchObject([{ needsSheet: false, branch: 'no' }]);
  expect(plan([row])[0].problem).toMatch(sentence);
});

test('of somebody who is in Team twice the first row counts', () => {
  const plans = plan([{ email: 'ada@example.org' }, { email: 'Ada@example.org' }]);
  expect(plans.map(({ needsSheet }) => needsSheet)).toEqual([true, false]);
  expect(plans[1].problem).toBe(
    'Ada@example.org is in Team twice, in rows 2 and 3: delete one of the two.',
  );
});

test('whoever was handed a sheet whose link is gone from Team gets no second one', () => {
  const before = { email: 'person1@example.org', file: 'sheet', link: 'https://a.b/c' } as const;
  const [row] = plan([{}], [before]);
  expect(row.needsSheet).toBe(false);
  expect(row.problem).toMatch(
    /was handed a career sheet before: paste its address https:\/\/a.b\/c into row 2/,
  );
});

test.each([
  [0, 0, { consumer: 0, workspace: 0, withScripts: 0 }],
  [8, 2, { consumer: 1, workspace: 1, withScripts: 1 }],
  [50, 0, { consumer: 1, workspace: 1, withScripts: 1 }],
  [51, 0, { consumer: 1, workspace: 1, withScripts: 2 }],
  [240, 11, { consumer: 2, workspace: 1, withScripts: 5 }],
  [3201, 0, { consumer: 13, workspace: 2, withScripts: 65 }],
])('%d career sheets and %d branch files take so many days', (sheets, branches, days) => {
  expect(daysFor(sheets, branches)).toEqual(days);
});
