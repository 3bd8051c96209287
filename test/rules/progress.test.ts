// The weighted average of the levels.

import { progressOf } from '../../src/rules/progress';

const WEIGHTS = [25, 30, 30, 10, 5];

test.each([
  { levels: [2, 3, 2, 2, 1], progress: 2.25 },
  { levels: [3, 3, 2, 2, 2], progress: 2.55 },
  { levels: [1, 3, 3, 3, 1], progress: 2.4 },
  { levels: [0, 0, 0, 0, 0], progress: 0 },
  { levels: [5, 5, 5, 5, 5], progress: 5 },
])('levels $levels make $progress, in percent and in shares', ({ levels, progress }) => {
  expect(progressOf(levels, WEIGHTS)).toBe(progress);
  expect(
    progressOf(
      levels,
      WEIGHTS.map((weight) => weight / 100),
    ),
  ).toBe(progress);
});

test('thirds and sixths count as what they are', () => {
  expect(progressOf([3, 0], [1 / 3, 2 / 3])).toBe(1);
  expect(progressOf([0, 3, 0], [1 / 6, 1 / 3, 1 / 2])).toBe(1);
  expect(progressOf([3, 3, 0], [33.3333333, 33.3333333, 33.3333334])).toBe(2);
});

test('weights may be off by half a percent, and then still weigh as they are', () => {
  expect(progressOf([2, 2], [50, 49.5])).toBe(2);
  expect(progressOf([2, 2], [0.5, 0.505])).toBe(2);
  expect(() => progressOf([2, 2], [50, 49.49])).toThrow('weights add up to 99.49%');
  expect(() => progressOf([2, 2], [50, 50.51])).toThrow('weights add up to 100.51%');
});

test.each([
  [[1.05], '105%'],
  [[105], '105%'],
  [[0.25, 0.3, 0.3, 0.1, 0.1], '105%'],
  [[25, 30, 30, 10, 10], '105%'],
  [[0.5], '50%'],
  [[50], '50%'],
  [[], '0%'],
])('weights %p are refused as %s', (weights, sum) => {
  expect(() =>
    progressOf(
      weights.map(() => 1),
      weights,
    ),
  ).toThrow(`weights add up to ${sum}, but must add up to 100%.`);
});
