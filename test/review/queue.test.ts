// Whose turn it is in the organisation tree.

import fc from 'fast-check';
import { type Calendar, monthsAfter, type Person, queueOf } from '../../src/review/queue';

const CALENDAR: Calendar = {
  today: '2026-10-12',
  selfAssessmentUntil: '',
  reviewsUntil: '',
  graceMonths: 3,
};

/** Somebody by their first name, below another one or nobody. */
function person(name: string, manager: string, more: Partial<Person> = {}): Person {
  return {
    name,
    email: emailOf(name),
    managerEmail: manager && emailOf(manager),
    startDate: '2020-01-01',
    status: 'Draft',
    isDone: false,
    lastManager: '',
    ...more,
  };
}

const emailOf = (name: string) => `${name.toLowerCase()}@example.org`;

const inOrder = (people: Person[], calendar = CALENDAR) => queueOf(people, calendar);
const names = (people: Person[]) => inOrder(people).map((place) => place.person.name);
const placeOf = (name: string, people: Person[], calendar?: Partial<Calendar>) =>
  inOrder(people, { ...CALENDAR, ...calendar }).find((place) => place.person.name === name);

test('those above come before those below, and the reports of one manager keep their order', () => {
  const people = [
    person('Eve', 'Ben'),
    person('Ben', 'Ada'),
    person('Cleo', 'Ada'),
    person('Fay', 'Cleo'),
    person('Dan', 'Ben'),
    person('Ada', ''),
  ];
  expect(names(people)).toEqual(['Ada', 'Ben', 'Cleo', 'Eve', 'Dan', 'Fay']);
  expect(inOrder(people).map(({ problem }) => problem)).toEqual(Array(6).fill(''));
});

test('the manager whose workbook it is need not stand in it', () => {
  const people = [person('Ben', 'Grace'), person('Cleo', 'GRACE')];
  expect(inOrder(people)).toEqual([
    expect.objectContaining({ turn: 'Now', problem: '' }),
    expect.objectContaining({ turn: 'Now', problem: '' }),
  ]);
});

test('it is the turn of whoever’s manager is done; the others wait for theirs', () => {
  const people = [
    person('Ada', '', { isDone: true }),
    person('Ben', 'Ada'),
    person('Cleo', 'Ada', { isDone: true }),
    person('Dan', 'Ben'),
    person('Eve', 'Cleo'),
    person('Fay', 'Dan'),
  ];
  expect(
    inOrder(people).map(({ person, turn, waitsFor }) => [person.name, turn, waitsFor]),
  ).toEqual([
    ['Ada', 'Done', ''],
    ['Ben', 'Now', ''],
    ['Cleo', 'Done', ''],
    ['Dan', 'Waiting', 'Ben'],
    ['Eve', 'Now', ''],
    ['Fay', 'Waiting', 'Dan'],
  ]);
});

test('a newcomer is in grace until the months are over, and holds nobody up', () => {
  const people = [
    person('Ada', '', { isDone: true }),
    person('Ben', 'Ada', { startDate: '2026-07-13' }),
    person('Cleo', 'Ben'),
  ];
  expect(placeOf('Ben', people)).toMatchObject({ turn: 'Grace', graceUntil: '2026-10-13' });
  expect(placeOf('Cleo', people)).toMatchObject({ turn: 'Now', waitsFor: '' });
  expect(placeOf('Ben', people, { today: '2026-10-13' })).toMatchObject({ turn: 'Now' });
  expect(placeOf('Cleo', people, { today: '2026-10-13' })).toMatchObject({ waitsFor: 'Ben' });
  expect(placeOf('Ben', people, { graceMonths: 0 })).toMatchObject({ turn: 'Now' });
});

test('below a newcomer one waits for the manager above', () => {
  const people = [
    person('Ada', ''),
    person('Ben', 'Ada', { startDate: '2026-10-01' }),
    person('Cleo', 'Ben'),
  ];
  expect(placeOf('Cleo', people)).toMatchObject({ turn: 'Waiting', waitsFor: 'Ada' });
});

test('a newcomer who was reviewed nevertheless is done', () => {
  const people = [person('Ada', '', { startDate: '2026-10-01', isDone: true })];
  expect(placeOf('Ada', people)).toMatchObject({ turn: 'Done', graceUntil: '' });
});

test.each([
  ['Draft', '2026-10-11', '2026-10-30', '2026-10-11'],
  ['Draft', '2026-10-12', '2026-10-30', ''],
  ['', '2026-10-11', '2026-10-30', '2026-10-11'],
  ['Submitted', '2026-10-01', '2026-10-30', ''],
  ['Submitted', '2026-10-01', '2026-10-11', '2026-10-11'],
  ['In review', '2026-10-01', '2026-10-12', ''],
  ['Draft', '2026-10-01', '2026-10-11', '2026-10-01'],
  ['Draft', '', '', ''],
] as const)(
  '%s, self-assessment until %s, reviews until %s: late since “%s”',
  (status, self, reviews, late) => {
    const days = { selfAssessmentUntil: self, reviewsUntil: reviews };
    expect(placeOf('Ada', [person('Ada', '', { status })], days)).toMatchObject({ late });
  },
);

test('neither who is done nor who is new is late', () => {
  const people = [
    person('Ada', '', { isDone: true }),
    person('Ben', 'Ada', { startDate: '2026-10-01' }),
  ];
  const places = inOrder(people, { ...CALENDAR, reviewsUntil: '2026-01-01' });
  expect(places.map(({ late }) => late)).toEqual(['', '']);
});

test('whoever’s last outcome names another manager has changed managers', () => {
  const people = [
    person('Ada', ''),
    person('Ben', 'Ada', { lastManager: 'zoe@example.org' }),
    person('Cleo', 'Ada', { lastManager: 'ADA@example.org' }),
    person('Dan', 'Ada'),
  ];
  expect(inOrder(people).map(({ movedFrom }) => movedFrom)).toEqual([
    '',
    'zoe@example.org',
    '',
    '',
  ]);
});

describe('what is wrong with the tree is said, and everybody is there nevertheless', () => {
  test('two who have no manager: the one with more people below is the top', () => {
    const people = [
      person('Zoe', ''),
      person('Ada', ''),
      person('Ben', 'Ada'),
      person('Cleo', 'Zoe'),
      person('Dan', 'Ada'),
    ];
    expect(names(people)).toEqual(['Ada', 'Zoe', 'Ben', 'Dan', 'Cleo']);
    expect(inOrder(people).filter(({ problem }) => problem)).toEqual([
      expect.objectContaining({
        person: people[0],
        problem:
          "No manager's e-mail is given, and Ada is at the top already, so that Zoe stands behind the others: fill it in.",
      }),
    ]);
  });

  test('an unknown manager', () => {
    const people = [person('Ada', 'Nobody'), person('Ben', 'Grace'), person('Cleo', 'Grace')];
    expect(names(people)).toEqual(['Ben', 'Cleo', 'Ada']);
    expect(placeOf('Ada', people)).toMatchObject({
      turn: 'Now',
      problem:
        "The manager nobody@example.org is in no row of Team and in no branch, so that Ada stands behind the others: correct the manager's e-mail, or add the manager.",
    });
    expect(placeOf('Ben', people)).toMatchObject({ problem: '' });
  });

  test('a circle is opened at whoever comes first in it', () => {
    const people = [
      person('Ada', ''),
      person('Ben', 'Dan'),
      person('Cleo', 'Ben'),
      person('Dan', 'Cleo'),
      person('Eve', 'Dan'),
    ];
    expect(names(people)).toEqual(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve']);
    const problem =
      "Ben, Dan, Cleo and again Ben manage each other in a circle: correct the manager's e-mail of one of them.";
    expect(inOrder(people).map((place) => place.problem)).toEqual([
      '',
      problem,
      problem,
      problem,
      '',
    ]);
    expect(placeOf('Ben', people)).toMatchObject({ turn: 'Now' });
    expect(placeOf('Cleo', people)).toMatchObject({ waitsFor: 'Ben' });
  });

  test('somebody who is their own manager', () => {
    expect(placeOf('Ada', [person('Ada', 'Ada')])).toMatchObject({
      turn: 'Now',
      problem: "Ada is named as their own manager: correct the manager's e-mail.",
    });
  });

  test('people without an e-mail', () => {
    const people = [person('Ada', ''), person('Ben', 'Ada', { email: '' })];
    expect(names(people)).toEqual(['Ada', 'Ben']);
  });
});

test('whatever is named as whose manager, everybody is there once, behind whoever they wait for', () => {
  const anybody = fc.integer({ min: 0, max: 9 });
  const manager = fc.oneof(anybody.map(String), fc.constant(''), fc.constant('outside'));
  const one = fc.record({ manager, isDone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 10 }), (made) => {
      const people = made.map(({ manager, isDone }, name) =>
        person(String(name), manager, { isDone }),
      );
      const places = queueOf(people, CALENDAR);
      expect(new Set(places.map((place) => place.person))).toEqual(new Set(people));
      expect(places).toHaveLength(people.length);
      places.forEach(({ waitsFor }, at) => {
        const before = places.slice(0, at).map((place) => place.person.name);
        expect(waitsFor === '' || before.includes(waitsFor)).toBe(true);
      });
    }),
  );
});

test.each([
  ['2026-05-31', 3, '2026-08-31'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2026-10-01', 0, '2026-10-01'],
  ['2026-10-01', 15, '2028-01-01'],
  ['soon', 3, ''],
  ['', 3, ''],
])('after %s, %p months later is %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later);
});
