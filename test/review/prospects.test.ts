// Where a person could go from where they stand.

import { composeOutcome } from '../../src/review/outcome';
import { changesSince, otherDirections, prospectsOf, wayToNext } from '../../src/review/prospects';
import { FRAMEWORK } from './framework';

test('the way to the next level is the share of its points that are there', () => {
  expect(wayToNext(FRAMEWORK, {})).toMatchObject({ delivery: 0 });
  expect(wayToNext(FRAMEWORK, { 'del-01': 2 }).delivery).toBe(50);
  expect(wayToNext(FRAMEWORK, { 'del-01': 2, 'del-02': 1 }).delivery).toBe(75);
  expect(wayToNext(FRAMEWORK, { 'del-01': 2, 'del-02': 2 }).delivery).toBe(0);
  expect(wayToNext(FRAMEWORK, { 'del-01': 2, 'del-02': 2, 'del-03': 2 }).delivery).toBe(100);
});

test('next skills are those that bring most progress for the fewest points', () => {
  const next = prospectsOf(FRAMEWORK, { 'del-01': 2, 'del-02': 1 }, 'Maker', 2);
  expect(next[0]).toMatchObject({ skill: { id: 'del-02' }, from: 1, to: 2, gain: 0.75 });
  expect(prospectsOf(FRAMEWORK, {}, 'Hero', 2)).toEqual([]);
});

test('other directions are compared with the one pursued', () => {
  expect(otherDirections(FRAMEWORK, { 'del-01': 2, 'del-02': 2 }, 'Maker')).toEqual([
    { name: 'Guide', progress: 0.25, change: -0.5 },
  ]);
});

test('changes since an outcome name levels, and skills up, down and newly scored', () => {
  const outcome = composeOutcome(
    {
      id: 'one',
      recordedAt: '2026-06-01T12:00:00+00:00',
      recordedBy: 'lin@example.com',
      person: 'Ada',
      email: 'ada@example.com',
      managerEmail: 'lin@example.com',
      round: '2026 H1',
      direction: 'Maker',
      currentGrade: '',
      selfScores: {},
      agreedScores: { 'del-01': 1, 'com-01': 2 },
      agrees: true,
      replaces: '',
    },
    FRAMEWORK,
  );
  const now = { 'del-01': 2, 'del-02': 2, 'com-01': 1 } as const;
  const { levels, up, down, fresh } = changesSince(outcome, FRAMEWORK, now);
  expect(levels).toMatchObject([
    { competency: { id: 'delivery' }, from: 0, to: 1 },
    { competency: { id: 'communication' }, from: 1, to: 0 },
  ]);
  expect([up, down, fresh].map((skills) => skills.map(({ id }) => id))).toEqual([
    ['del-01'],
    ['com-01'],
    ['del-02'],
  ]);
});
