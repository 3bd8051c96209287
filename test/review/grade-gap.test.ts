// How long the grade held and the grade permitted have differed.

import { differsSince } from '../../src/review/grade-gap';

const TODAY = '2026-10-12';
const since = (
  current: string,
  permitted: string,
  outcomes: [recordedAt: string, current: string, permitted: string][],
  known = '',
) =>
  differsSince(
    { current, permitted },
    outcomes.map(([recordedAt, current, permitted]) => ({ recordedAt, current, permitted })),
    known,
    TODAY,
  );

test('blank while both are the same, whatever their case', () => {
  expect(since('Senior', 'senior ', [['2026-01-10T09:00:00+01:00', 'Junior', 'Senior']])).toBe('');
});

test.each([
  ['', 'Senior'],
  ['Senior', ''],
  ['', ''],
])('blank when one of them is: “%s”, “%s”', (current, permitted) => {
  expect(since(current, permitted, [], '2026-01-01')).toBe('');
});

test('from the first outcome in a row that permitted another grade than was held', () => {
  expect(
    since('Engineer', 'Senior', [
      ['2025-01-10T09:00:00+01:00', 'Engineer', 'Senior'],
      ['2025-07-10T09:00:00+01:00', 'Engineer', 'Engineer'],
      ['2026-01-10T09:00:00+01:00', 'Engineer', 'Senior'],
      ['2026-07-10T09:00:00+01:00', 'Engineer', 'Senior'],
    ]),
  ).toBe('2026-01-10');
});

test('an outcome that nothing is known of ends the row', () => {
  expect(
    since('Engineer', 'Senior', [
      ['2025-07-10T09:00:00+01:00', 'Engineer', ''],
      ['2026-01-10T09:00:00+01:00', 'Engineer', 'Senior'],
    ]),
  ).toBe('2026-01-10');
});

test('a grade that changed since the last outcome differs from the day it was first seen', () => {
  const outcomes: [string, string, string][] = [['2026-01-10T09:00:00+01:00', 'Senior', 'Senior']];
  expect(since('Lead', 'Senior', outcomes)).toBe(TODAY);
  expect(since('Lead', 'Senior', outcomes, '2026-03-01')).toBe('2026-03-01');
});
