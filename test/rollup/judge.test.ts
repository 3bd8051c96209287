// What a career sheet says, judged: without any sheet.

import type { Framework } from '../../src/framework/framework';
import { composeOutcome, type Outcome } from '../../src/review/outcome';
import type { Scores } from '../../src/review/standing';
import { type Findings, judge, type Reading } from '../../src/rollup/judge';
import { type Entry, heldBecause } from '../../src/rollup/ledger';
import type { Member } from '../../src/rollup/member';

const framework: Framework = {
  id: 'small',
  name: 'Small',
  version: '1.2.0',
  description: '',
  source: '',
  levels: ['Starter', 'Beginner', 'Intermediate'],
  scale: { 0: 'no', 1: 'some', 2: 'yes' },
  rule: 1.7,
  competencies: [
    { id: 'craft', name: 'Craft', emoji: '', about: '' },
    { id: 'people', name: 'People', emoji: '', about: '' },
  ],
  directions: [
    { id: 'maker', name: 'Maker', weights: { craft: 75, people: 25 } },
    { id: 'lead', name: 'Lead', weights: { craft: 25, people: 75 } },
  ],
  grades: [
    { direction: 'Maker', from: 0, to: 1, grade: 'M1', jobTitle: 'Maker' },
    { direction: 'Maker', from: 1, to: 2, grade: 'M2', jobTitle: 'Senior maker' },
  ],
  skills: ['c1', 'c2', 'p1', 'p2'].map((id) => ({
    id,
    competency: id.startsWith('c') ? 'craft' : 'people',
    level: Number(id[1]),
    text: `Skill ${id}`,
    looksLike: '',
  })),
};

const ada: Member = {
  key: 'ada@example.org',
  position: 2,
  name: 'Ada',
  email: 'ada@example.org',
  managerEmail: 'grace@example.org',
  direction: '',
  currentGrade: '',
  sheetId: 'sheet of ada',
  link: 'sheet of ada',
  startDate: '',
  branchId: null,
  branchLink: '',
};
const bob: Member = { ...ada, key: 'bob@example.org', position: 3, name: 'Bob' };
bob.email = 'bob@example.org';

const all = (score: 0 | 1 | 2): Scores =>
  Object.fromEntries(framework.skills.map(({ id }) => [id, score]));

let outcomes = 0;
/** An outcome of Ada's, recorded by her manager, the next day of November after the last one. */
function outcome(changes: Partial<Outcome> = {}): Outcome {
  outcomes += 1;
  return {
    ...composeOutcome(
      {
        id: `outcome ${outcomes}`,
        recordedAt: `2026-11-${String(outcomes).padStart(2, '0')}T14:05:00+01:00`,
        recordedBy: 'grace@example.org',
        person: 'Ada',
        email: 'ada@example.org',
        managerEmail: 'grace@example.org',
        round: '2026 H2',
        direction: 'Maker',
        currentGrade: '',
        selfScores: changes.selfScores ?? all(2),
        agreedScores: changes.agreedScores ?? all(2),
        agrees: true,
        replaces: '',
      },
      framework,
    ),
    ...changes,
  };
}

function reading(changes: Partial<Reading> = {}): Reading {
  return {
    email: 'ada@example.org',
    status: 'Recorded',
    frameworkId: 'small',
    frameworkName: 'Small',
    frameworkVersion: '1.2.0',
    selfScores: null,
    outcomes: [],
    unreadable: [],
    ...changes,
  };
}

const scores = (...values: unknown[]) =>
  values.map((value, at) => ({ value, address: `Assessment!E${at + 2}` }));

function look(changes: Partial<Reading>, ledger: Entry[] = [], member = ada): Findings {
  const byId = new Map(ledger.map((entry) => [entry.outcome.id, entry]));
  return judge(member, reading(changes), framework, byId, [ada, bob]);
}

const entry = (of: Outcome, changes: Partial<Entry> = {}): Entry => ({
  outcome: of,
  held: heldBecause(of, ada),
  confirmedBy: '',
  branch: '',
  ...changes,
});

beforeEach(() => {
  outcomes = 0;
});

test('a recorded outcome gives levels, progress and grade, and goes into the ledger', () => {
  const recorded = outcome({ selfScores: all(2), agreedScores: { ...all(2), p1: 1 } });
  const found = look({ outcomes: [recorded] });
  expect(found.problems).toEqual([]);
  expect(found.added).toEqual([{ outcome: recorded, held: '', confirmedBy: '', branch: '' }]);
  expect(found.facts).toEqual({
    status: 'Recorded',
    shareScored: 1,
    latest: {
      round: '2026 H2',
      direction: 'Maker',
      levels: { craft: 2, people: 0 },
      progress: 1.5,
      change: null,
      selfProgress: 2,
      raised: 0,
      lowered: 1,
      grade: 'M2',
      grades: [{ recordedAt: recorded.recordedAt, current: '', permitted: 'M2' }],
    },
  });
});

test('levels come from the agreed scores, whatever the outcome says of itself', () => {
  const boasting = outcome({ agreedScores: all(0) });
  const found = look({
    outcomes: [{ ...boasting, levels: { craft: 2, people: 2 }, progress: 2, raised: 9 }],
  });
  expect(found.facts.latest).toMatchObject({ levels: { craft: 0, people: 0 }, progress: 0 });
  expect(found.facts.latest).toMatchObject({ raised: 0, lowered: 4, grade: 'M1' });
});

test('an outcome that the ledger holds is not taken again', () => {
  const [first, second] = [outcome(), outcome()];
  const found = look({ outcomes: [first, second] }, [entry(first)]);
  expect(found.added.map(({ outcome }) => outcome.id)).toEqual([second.id]);
  expect(look({ outcomes: [first, first] }).added).toHaveLength(1);
});

test('the change is since the outcome before, not since one that was replaced', () => {
  const before = outcome({ agreedScores: all(0) });
  const mistaken = outcome({ agreedScores: { ...all(2), p2: 0 } });
  const corrected = outcome({ agreedScores: all(2), replaces: mistaken.id });
  const found = look({ outcomes: [before, mistaken, corrected] });
  expect(found.facts.latest).toMatchObject({ progress: 2, change: 2 });
});

test('the last outcome is the one recorded last, wherever its row stands', () => {
  const [first, second] = [outcome({ agreedScores: all(0) }), outcome()];
  expect(look({ outcomes: [second, first] }).facts.latest).toMatchObject({
    progress: 2,
    change: 2,
  });
});

test.each([
  ['Draft', [0, 1, 2, 'n/a'], 1],
  ['Draft', [0, '', '', ''], 0.25],
  ['Submitted', ['2', 'N/A ', 1, 0], 1],
])('of a sheet in %s only the share scored is told', (status, values, share) => {
  const found = look({ status, selfScores: scores(...values) });
  expect(found.facts).toEqual({ status, shareScored: share });
  expect(found.problems).toEqual([]);
});

test('a draft still shows the last outcome of earlier rounds', () => {
  const found = look({
    status: 'Draft',
    selfScores: scores('', '', '', ''),
    outcomes: [outcome()],
  });
  expect(found.facts).toMatchObject({ status: 'Draft', shareScored: 0, latest: { progress: 2 } });
});

test('a sheet handed in with blanks is named with how many, a draft with blanks is not', () => {
  const halfFilled = { selfScores: scores(2, '', 2, '') };
  expect(look({ status: 'Draft', ...halfFilled }).problems).toEqual([]);
  expect(look({ status: 'Submitted', ...halfFilled }).problems).toEqual([
    'Handed in with 2 skills not scored: ask Ada to take it back and score them, or score them together in the review.',
  ]);
});

test('an outcome with blanks on a next level is named, one with blanks far above is not', () => {
  const found = look({ outcomes: [outcome({ agreedScores: { c1: 2, c2: 2, p1: 2 } })] });
  expect(found.problems).toEqual([
    'Recorded with 1 skill not scored on the next level of People, so the true level may be higher: score it and record again.',
  ]);
  expect(found.facts).toMatchObject({ shareScored: 0.75, latest: { levels: { people: 1 } } });
  expect(look({ outcomes: [outcome({ agreedScores: { ...all(0), p2: null } })] }).problems).toEqual(
    [],
  );
});

test('a cell that holds no score counts as not scored and is named by its place, not by what it holds', () => {
  const found = look({ status: 'Draft', selfScores: scores(2, 3, 'very good', '') });
  expect(found.facts.shareScored).toBe(0.25);
  expect(found.problems).toEqual([
    'The cells Assessment!E3 and Assessment!E4 of the career sheet hold no score: choose 0, 1, 2 or n/a there, or leave blank.',
  ]);
});

test('Recorded without an outcome is a problem', () => {
  const found = look({ outcomes: [] });
  expect(found.facts).toEqual({ status: 'Recorded' });
  expect(found.problems).toEqual([
    'The status is Recorded, but the tab Outcomes holds no outcome: open the review again and record it.',
  ]);
});

test('a status that is none is said, and the last one stays', () => {
  const found = look({ status: 'Done', selfScores: scores(2, 2, 2, 2) });
  expect(found.facts.status).toBeUndefined();
  expect(found.problems.join()).toMatch(/“Done”/);
});

test('an outcome that the manager did not record is held and does not count', () => {
  const good = outcome({ agreedScores: all(1) });
  const alone = outcome({ recordedBy: 'Ada@example.org' });
  const found = look({ outcomes: [good, alone] });
  expect(found.added.map(({ held }) => held)).toEqual([
    '',
    'Recorded by Ada alone, not by the manager grace@example.org.',
  ]);
  expect(found.facts.latest).toMatchObject({ progress: 0, change: null });
  expect(found.problems).toEqual([
    'An outcome is held: Recorded by Ada alone, not by the manager grace@example.org. Confirm in the sidebar what is right; until then it does not count.',
  ]);
});

test('a held outcome counts once it is confirmed, and stays confirmed', () => {
  const alone = outcome({ recordedBy: 'eve@example.org' });
  const confirmed = entry(alone, { confirmedBy: 'grace@example.org' });
  const found = look({ outcomes: [alone] }, [confirmed]);
  expect(found).toMatchObject({ added: [], released: [], problems: [] });
  expect(found.facts.latest).toMatchObject({ progress: 2 });
});

test('a held outcome is released when Team names the manager who recorded it', () => {
  const byGrace = outcome();
  const held = entry(byGrace, { held: 'Recorded by grace@example.org, not by the manager x.' });
  const found = look({ outcomes: [byGrace] }, [held]);
  expect(found.released).toEqual([{ ...held, held: '' }]);
  expect(found.problems).toEqual([]);
  expect(found.facts.latest).toBeDefined();
});

test('an accepted outcome is not held when the person changes manager later', () => {
  const byGrace = outcome();
  const found = look({ outcomes: [byGrace] }, [entry(byGrace)], {
    ...ada,
    managerEmail: 'linus@example.org',
  });
  expect(found).toMatchObject({ released: [], problems: [] });
});

test('without a manager in Team every outcome is held', () => {
  const found = look({ outcomes: [outcome()] }, [], { ...ada, managerEmail: '' });
  expect(found.added[0].held).toBe('Recorded by grace@example.org; Team names no manager for Ada.');
});

test('an outcome that changed after it was gathered is told, and the ledger stands', () => {
  const recorded = outcome({ agreedScores: all(0) });
  const found = look({ outcomes: [{ ...recorded, agreedScores: all(2) }] }, [entry(recorded)]);
  expect(found.facts.latest).toMatchObject({ progress: 0 });
  expect(found.problems.join()).toMatch(/changed in the career sheet after being gathered/);
});

test('an outcome that was deleted from the career sheet still counts', () => {
  const found = look({ status: 'Draft', selfScores: scores(2), outcomes: [] }, [entry(outcome())]);
  expect(found.facts.latest).toMatchObject({ progress: 2 });
});

test('outcomes of somebody else are left alone', () => {
  const hers = outcome();
  const his = outcome({ email: 'bob@example.org' });
  const found = look({ outcomes: [hers, his] });
  expect(found.added.map(({ outcome }) => outcome.id)).toEqual([hers.id]);
  expect(found.problems.join()).toMatch(/holds outcomes of bob@example.org/);
});

test('nothing is taken from a sheet whose person is not the row’s', () => {
  const found = look({ email: 'eve@example.org', outcomes: [outcome()] });
  expect(found).toEqual({
    isRead: true,
    facts: {},
    added: [],
    released: [],
    problems: [
      'The career sheet is of eve@example.org, not of ada@example.org: correct the link or the e-mail in row 2 of Team.',
    ],
  });
  expect(look({ email: '' }).problems.join()).toMatch(/names nobody/);
});

test('a sheet that is linked twice is its person’s, and the other row is told whose', () => {
  const found = look({ outcomes: [outcome()] }, [], bob);
  expect(found.added).toEqual([]);
  expect(found.problems).toEqual([
    "The same career sheet is linked in rows 2 and 3 of Team and is Ada's: paste the address of Bob's own into row 3.",
  ]);
  expect(look({ outcomes: [outcome()] }).problems).toEqual([]);
});

test('another framework version keeps levels and progress as they were, a patch does not', () => {
  const old = { frameworkVersion: '1.1.0' };
  const found = look({ ...old, outcomes: [outcome(old)] });
  expect(found.facts).toEqual({ status: 'Recorded' });
  expect(found.added).toHaveLength(1);
  expect(found.problems).toEqual([
    'The career sheet is made from Small 1.1.0, this workbook from Small 1.2.0, so levels and progress stay as they were: bring it up to date under Framework and copies in the sidebar.',
  ]);
  const patched = { frameworkVersion: '1.2.7' };
  expect(look({ ...patched, outcomes: [outcome(patched)] })).toMatchObject({
    problems: [],
    facts: { latest: { progress: 2 } },
  });
});

test('a last outcome of an older framework is told apart from a sheet of one', () => {
  const found = look({ outcomes: [outcome({ frameworkVersion: '1.1.0' })] });
  expect(found.facts.latest).toBeUndefined();
  expect(found.problems.join()).toMatch(
    /The last outcome \(2026 H2\) was recorded with small 1.1.0/,
  );
});

test('a direction that this workbook does not have keeps progress as it was', () => {
  const found = look({ outcomes: [outcome({ direction: 'Pilot' } as Partial<Outcome>)] });
  expect(found.facts.latest).toBeUndefined();
  expect(found.problems.join()).toMatch(/“Pilot”/);
});

test('a row of Outcomes that cannot be read is said, and the others are taken', () => {
  const found = look({ outcomes: [outcome()], unreadable: ['The outcome x cannot be read.'] });
  expect(found.problems).toEqual(['The outcome x cannot be read.']);
  expect(found.added).toHaveLength(1);
  const unreadable = Array(20).fill('The outcome x cannot be read.');
  expect(look({ outcomes: [outcome()], unreadable }).problems).toEqual([
    'The outcome x cannot be read.',
    '19 further outcomes cannot be read either.',
  ]);
});
