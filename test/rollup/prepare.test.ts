// What a manager prepares before a one-to-one, through the built scripts: private until brought.

import { Faults } from '../../local/host';
import type { PreparationView } from '../../src/rollup/prepare';
import { type Company, every, Foundation, MANAGER, type Person, urlOf } from './company';

/** Of what opening a review reads. */
const WHILE_ASSESSMENT_IS_READ = ['Range.getValues', 10] as const;
const SKILL = 'del-01';
const OTHER = 'del-02';

let foundation: Foundation;
let company: Company;
let ben: Person;
beforeAll(async () => {
  foundation = await Foundation.lay();
});
afterAll(() => foundation.remove());
beforeEach(() => meetBen(foundation.start()));
afterEach(() => company.close());

function meetBen(from: Company): void {
  company = from;
  ben = company.hire('Ben');
  company.enlist(ben, urlOf(ben.sheet));
  company.score(ben, [1, 2]);
}

const load = (email = ben.email) =>
  company.workbook.call('loadPreparation', { email }) as Promise<PreparationView>;

type Column = 'managerScore' | 'managerNote';
const edit = (skillId: string, column: Column, value: string, seen = '') => ({
  skillId,
  column,
  seen,
  value,
});
const save = (...edits: ReturnType<typeof edit>[]) =>
  company.workbook.call('savePreparation', { email: ben.email, edits });
const openReview = (bring: string) =>
  company.workbook.call('openPreparedReview', { email: ben.email, bring });
const statusOf = ({ sheet }: Person) => sheet.read(...sheet.named('status'));

/** What Assessment holds of a skill. */
function answerOf({ sheet }: Person, skillId: string) {
  const rows = sheet.read('Assessment', 'A1:I100') as unknown[][];
  const row = rows.find(([id]) => id === skillId) ?? [];
  return { self: row[4], managerScore: row[6], agreed: row[7], note: row[8] };
}

describe('choosing a person', () => {
  test('offers everybody in Team with an e-mail, once, with the status of the last rollup', async () => {
    company.enlist(ben, urlOf(ben.sheet));
    company.enlist({ name: 'No address', email: '' }, '');
    await company.rollUp();
    expect(await company.workbook.call('loadPeople')).toEqual([
      { name: 'Ada', email: 'ada@example.org', status: 'Recorded' },
      { name: 'Ben', email: ben.email, status: 'Draft' },
    ]);
  });

  test('somebody who is not in Team is refused', async () => {
    await expect(load('eve@example.org')).rejects.toThrow(
      'Nobody in Team has the e-mail eve@example.org',
    );
  });
});

describe('the person’s own scores', () => {
  test('are not read before the person submits, and no more once they took it back', async () => {
    expect(await load()).toMatchObject({ status: 'Draft', selfScores: null });
    await company.submit(ben);
    expect((await load()).selfScores).toMatchObject({ [SKILL]: 1, [OTHER]: 2 });
    await ben.sheet.call('takeBackReview');
    expect((await load()).selfScores).toBeNull();
  });

  test('of a sheet that cannot be read are missing, and it says why; one can prepare all the same', async () => {
    ben.sheet.share(MANAGER, null);
    const view = await load();
    expect(view).toMatchObject({ status: null, selfScores: null });
    expect(view.problems.join()).toContain('ask Ben to share it with you');
    await save(edit(SKILL, 'managerScore', '2'));
    expect((await load()).prepared[SKILL].score).toBe(2);
  });

  test('of somebody else’s sheet are not shown', async () => {
    const carl = company.hire('Carl');
    await company.submit(carl);
    const row = company.enlist({ name: 'Dora', email: 'dora@example.org' }, urlOf(carl.sheet));
    const view = await load('dora@example.org');
    expect(view.selfScores).toBeNull();
    expect(view.problems.join()).toContain(`correct the link or the e-mail in row ${row} of Team`);
  });
});

describe('preparing', () => {
  test('keeps a score and a note a skill in the manager workbook, and writes nothing elsewhere', async () => {
    await company.submit(ben);
    const before = ben.sheet.workbook();
    await save(edit(SKILL, 'managerScore', '0'), edit(SKILL, 'managerNote', 'only with help'));
    await save(edit(SKILL, 'managerScore', '1', '0'), edit(OTHER, 'managerScore', 'n/a'));
    expect(company.rows('Preparation')).toMatchObject([
      { 'E-mail': ben.email, 'Skill id': SKILL, Level: 1, Score: 1, Note: 'only with help' },
      { 'E-mail': ben.email, 'Skill id': OTHER, Level: 1, Score: 'n/a', Note: '' },
    ]);
    expect((await load()).prepared).toEqual({
      [SKILL]: { score: 1, note: 'only with help' },
      [OTHER]: { score: 'n/a', note: '' },
    });
    expect(ben.sheet.workbook()).toEqual(before);
  });

  test('of one person has nothing to do with that of another', async () => {
    await save(edit(SKILL, 'managerScore', '0'));
    expect((await load('ada@example.org')).prepared).toEqual({});
  });

  test('is seen by nobody else: neither by opening the workbook nor by a rollup', async () => {
    await save(edit(SKILL, 'managerNote', 'between me and me'));
    expect(() => company.host.as(ben.email).open(company.workbook.id)).toThrow();
    await company.review(ben, every(2));
    await company.rollUp();
    const file = JSON.stringify(ben.sheet.workbook());
    expect(file).not.toContain('between me and me');
    const elsewhere = ['Rollup', 'Ledger', 'Run log'].map((tab) => company.rows(tab));
    expect(JSON.stringify(elsewhere)).not.toContain('between me and me');
  });

  test('leaves a cell alone that was changed in the grid meanwhile, and says what it holds', async () => {
    await save(edit(SKILL, 'managerScore', '0'), edit(SKILL, 'managerNote', 'one'));
    company.workbook.type('Preparation', 'F2', '2');
    const answer = await save(
      edit(SKILL, 'managerScore', '1', '0'),
      edit(SKILL, 'managerNote', 'two', 'one'),
    );
    expect(answer).toEqual({ conflicts: [{ skillId: SKILL, column: 'managerScore', now: '2' }] });
    expect((await load()).prepared[SKILL]).toEqual({ score: 2, note: 'two' });
  });

  test('of a skill that the framework does not have is refused, never dropped in silence', async () => {
    await expect(
      save(edit(SKILL, 'managerScore', '1'), edit('gone-01', 'managerScore', '1')),
    ).rejects.toThrow('The skill gone-01 is not in the tab Framework any more');
    expect(company.rows('Preparation')).toEqual([]);
  });

  test('saved twice, as after a timeout, makes no second row', async () => {
    const edits = [edit(SKILL, 'managerScore', '0'), edit(SKILL, 'managerNote', 'one')];
    await save(...edits);
    expect(await save(...edits)).toEqual({ conflicts: [] });
    expect(company.rows('Preparation')).toHaveLength(1);
  });

  test.each([
    ['of markup', '<img src=x onerror=alert(1)>'],
    ['like a formula', '=HYPERLINK("https://example.org";"x")'],
    ['with a quote first', "'quoted"],
    ['like a number', '007'],
    ['from right to left, with an emoji', 'نص من اليمين 🙂'],
    ['of 10,000 characters', 'x'.repeat(10_000)],
  ])('keeps a note %s as it was written', async (_, note) => {
    await save(edit(SKILL, 'managerNote', note));
    expect((await load()).prepared[SKILL].note).toBe(note);
    await company.submit(ben);
    await openReview('scoresAndNotes');
    expect(answerOf(ben, SKILL).note).toBe(note);
    const cells = ben.sheet.workbook().sheets.find(({ name }) => name === 'Assessment')?.cells;
    expect(Object.values(cells ?? {}).filter((cell) => cell.f)).toEqual([]);
  });

  test('refuses what no sidebar sends', async () => {
    for (const request of [
      undefined,
      { email: ben.email, edits: [{ ...edit(SKILL, 'managerScore', '7') }] },
      { email: ben.email, edits: [{ ...edit(SKILL, 'managerScore', '1'), column: 'email' }] },
      { email: ben.email, edits: [{ ...edit(SKILL, 'managerScore', '1'), column: 'selfScore' }] },
    ]) {
      await expect(company.workbook.call('savePreparation', request)).rejects.toThrow(
        'The sidebar sent something',
      );
    }
    await expect(openReview('everything')).rejects.toThrow('The sidebar sent something');
    expect(company.rows('Preparation')).toEqual([]);
  });
});

describe('opening the review from here', () => {
  const PREPARED = [
    edit(SKILL, 'managerScore', '0'),
    edit(SKILL, 'managerNote', 'only with help'),
    edit(OTHER, 'managerNote', 'a note alone'),
  ];

  test('is not possible before the person submits: nothing is written', async () => {
    await save(...PREPARED);
    const before = ben.sheet.workbook();
    await expect(openReview('scoresAndNotes')).rejects.toThrow(
      'Nobody can open this review while its status is “Draft”',
    );
    expect(ben.sheet.workbook()).toEqual(before);
  });

  const choices: [string, object][] = [
    ['nothing', { managerScore: '', note: '' }],
    ['scores', { managerScore: 0, note: '' }],
    ['scoresAndNotes', { managerScore: 0, note: 'only with help' }],
  ];
  test.each(choices)('brings %s when the manager chooses that', async (bring, brought) => {
    await save(...PREPARED);
    await company.submit(ben);
    expect(await openReview(bring)).toEqual({ kept: [], missing: [] });
    expect(statusOf(ben)).toBe('In review');
    expect(answerOf(ben, SKILL)).toMatchObject({ self: 1, agreed: 1, ...brought });
    expect(company.rows('Preparation')).toHaveLength(2);
  });

  test('is not possible any more once the person took back, also while it is under way', async () => {
    meetBen(foundation.start().sideBySide());
    await save(...PREPARED);
    await company.submit(ben);
    const takeBack = () => ben.sheet.call('takeBackReview');
    const faults = new Faults().during(WHILE_ASSESSMENT_IS_READ, takeBack);
    company.host.faults = faults;
    await expect(openReview('scoresAndNotes')).rejects.toThrow('while its status is “Draft”');
    expect(faults.struck).toBe(1);
    expect(statusOf(ben)).toBe('Draft');
    expect(answerOf(ben, SKILL)).toMatchObject({ agreed: '', managerScore: '', note: '' });
  });

  test('overwrites nothing that stands there, and names it', async () => {
    await save(...PREPARED);
    company.edit(ben.sheet, ({ sheets }) => {
      const cells = sheets.find(({ name }) => name === 'Assessment')?.cells ?? {};
      cells.I2 = { ...cells.I2, v: 'written by hand' };
    });
    await company.submit(ben);
    const skill = company.rows('Framework').find(({ Id }) => Id === SKILL)?.Skill;
    expect(await openReview('scoresAndNotes')).toEqual({ kept: [skill], missing: [] });
    expect(answerOf(ben, SKILL)).toMatchObject({ managerScore: 0, note: 'written by hand' });
    expect(answerOf(ben, OTHER).note).toBe('a note alone');
  });

  test('names a skill that the career sheet does not have', async () => {
    await save(edit(SKILL, 'managerScore', '0'));
    company.workbook.type('Preparation', 'B2', OTHER);
    company.edit(ben.sheet, ({ sheets }) => {
      const cells = sheets.find(({ name }) => name === 'Assessment')?.cells ?? {};
      cells.A3 = { ...cells.A3, v: 'del-02-old' };
    });
    await company.submit(ben);
    const skill = company.rows('Framework').find(({ Id }) => Id === OTHER)?.Skill;
    expect(await openReview('scores')).toEqual({ kept: [], missing: [skill] });
  });

  test('brings nothing while a prepared score is none, and names its cell', async () => {
    await save(edit(SKILL, 'managerScore', '0'));
    company.edit(company.workbook, ({ sheets }) => {
      const cells = sheets.find(({ name }) => name === 'Preparation')?.cells ?? {};
      cells.F2 = { ...cells.F2, v: 5 };
    });
    await company.submit(ben);
    await expect(openReview('scores')).rejects.toThrow('Preparation!F2 holds 5');
    expect(statusOf(ben)).toBe('Submitted');
    await openReview('nothing');
    expect(statusOf(ben)).toBe('In review');
  });
});
