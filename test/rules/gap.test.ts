// What is missing to the next level.

import { gapOf } from '../../src/rules/gap';
import { DEFAULT_RULE, parseRule } from '../../src/rules/rule';
import type { Score } from '../../src/rules/score';

/** All on level 1. */
function gap(scores: Score[], rule = DEFAULT_RULE) {
  return gapOf(
    scores.map((score) => ({ level: 1, score })),
    rule,
  );
}

test('zeros go first, then the fewest skills from 1 to 2, those that were at 1 before the others', () => {
  // Seven points of eight are needed: 0, 1, 2, 2 has five.
  expect(gap([0, 1, 2, 2])).toEqual({
    nextLevel: 1,
    points: 2,
    atZero: 1,
    notScored: 0,
    steps: [
      { index: 0, from: 0, to: 1 },
      { index: 1, from: 1, to: 2 },
    ],
  });
});

test('among skills at 1 the row order decides', () => {
  expect(gap([2, 1, 1, 2]).steps).toEqual([{ index: 1, from: 1, to: 2 }]);
});

test('a blank counts as 0 and is told apart from it', () => {
  expect(gap([null, 0, 2])).toEqual({
    nextLevel: 1,
    points: 4,
    atZero: 1,
    notScored: 1,
    steps: [
      { index: 0, from: null, to: 2 },
      { index: 1, from: 0, to: 2 },
    ],
  });
});

test('the n/a that is left out costs nothing, a second one costs what a blank does', () => {
  expect(gap(['n/a', 1, 2])).toMatchObject({ points: 1, notScored: 0 });
  expect(gap(['n/a', 'n/a', 2])).toEqual({
    nextLevel: 1,
    points: 2,
    atZero: 0,
    notScored: 1,
    steps: [{ index: 1, from: 'n/a', to: 2 }],
  });
  expect(gap(['n/a'])).toMatchObject({ points: 2, notScored: 1 });
});

test('the rule of the framework decides how many points', () => {
  expect(gap([0, 1, 1], parseRule('at most 1 at 1'))).toMatchObject({ points: 3 });
  expect(gap([0, 1, 1], parseRule('at most 3 at 1'))).toMatchObject({ points: 1 });
  expect(gap([0, 1, 1], parseRule(0.5))).toMatchObject({ points: 1 });
});

test('the next level is the lowest one that fails, and skills of other levels are left alone', () => {
  const skills = [
    { level: 3, score: 2 as const },
    { level: 1, score: 2 as const },
    { level: 3, score: 1 as const },
    { level: 5, score: 0 as const },
  ];
  expect(gapOf(skills, DEFAULT_RULE)).toEqual({
    nextLevel: 3,
    points: 1,
    atZero: 0,
    notScored: 0,
    steps: [{ index: 2, from: 1, to: 2 }],
  });
});

test('at the top, and without skills, nothing is missing', () => {
  const none = { nextLevel: null, points: 0, atZero: 0, notScored: 0, steps: [] };
  expect(gap([2, 2])).toEqual(none);
  expect(gap([])).toEqual(none);
});
