// The level of one competency, as the rules are worded.

import { levelOf } from '../../src/rules/level';
import { DEFAULT_RULE, parseRule } from '../../src/rules/rule';
import type { Score } from '../../src/rules/score';

/** Scores by level, such as `{ 1: [2, 2], 2: [1] }`. */
function level(scores: Record<number, Score[]>, rule = DEFAULT_RULE): number {
  const skills = Object.entries(scores).flatMap(([level, own]) =>
    own.map((score) => ({ level: Number(level), score })),
  );
  return levelOf(skills, rule);
}

test('an empty sheet shows 0, not the top', () => {
  expect(level({})).toBe(0);
  expect(level({ 1: [null, null], 2: [null, null] })).toBe(0);
});

test('a level is reached when its average is above 1.7', () => {
  expect(level({ 1: [2, 2, 2, 1] })).toBe(1);
  expect(level({ 1: [2, 2, 1] })).toBe(0);
});

test('exactly 1.7 is not enough, whatever binary numbers make of it', () => {
  expect(level({ 1: [2, 2, 2, 2, 2, 2, 2, 1, 1, 1] })).toBe(0);
  expect(level({ 1: [2, 2, 2, 2, 2, 2, 2, 2, 1, 1] })).toBe(1);
  for (const threshold of [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9]) {
    const twos = Math.round((threshold - 1) * 10);
    const scores = Array.from({ length: 10 }, (_, i): Score => (i < twos ? 2 : 1));
    expect(level({ 1: scores }, parseRule(threshold))).toBe(0);
    scores[9] = 2;
    expect(level({ 1: scores }, parseRule(threshold))).toBe(1);
  }
});

test('one 0 or one blank keeps a level from being reached, however good the rest', () => {
  const twos: Score[] = Array(20).fill(2);
  expect(level({ 1: twos })).toBe(1);
  expect(level({ 1: [...twos, 0] })).toBe(0);
  expect(level({ 1: [...twos, null] })).toBe(0);
});

test('a level needs the one before', () => {
  expect(level({ 1: [1, 1], 2: [2, 2] })).toBe(0);
  expect(level({ 1: [2, 2], 2: [2, 0], 3: [2, 2] })).toBe(1);
  expect(level({ 1: [2, 2], 2: [2, 2], 3: [2, 2] })).toBe(3);
});

test('one n/a on a level is left out of the average', () => {
  expect(level({ 1: [2, 2, 'n/a'] })).toBe(1);
  expect(level({ 1: [2, 1, 'n/a'] })).toBe(0);
  expect(level({ 1: [2, 'n/a'], 2: [2, 'n/a'] })).toBe(2);
});

test('a second n/a on a level counts as not scored', () => {
  expect(level({ 1: [2, 2, 2, 2, 2, 'n/a', 'n/a'] })).toBe(0);
});

test("n/a on a level's only skill counts as not scored", () => {
  expect(level({ 1: ['n/a'] })).toBe(0);
  expect(level({ 1: [2], 2: ['n/a'], 3: [2] })).toBe(1);
});

test('a level without skills is skipped and never returned', () => {
  expect(level({ 1: [1], 3: [2] })).toBe(0);
  expect(level({ 1: [2], 3: [1] })).toBe(1);
  expect(level({ 1: [2], 3: [2] })).toBe(3);
  expect(level({ 4: [2] })).toBe(4);
});

test('up to nine levels are counted', () => {
  const all = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i + 1, [2, 2] as Score[]]));
  expect(level(all)).toBe(9);
});

describe('a framework may allow at most k skills at 1 instead', () => {
  const atMostOne = parseRule('at most 1 at 1');

  test('k skills at 1 are allowed, one more is not', () => {
    expect(level({ 1: [2, 1] }, atMostOne)).toBe(1);
    expect(level({ 1: [2, 1, 1] }, atMostOne)).toBe(0);
    expect(level({ 1: [1] }, atMostOne)).toBe(1);
    expect(level({ 1: [2, 1] }, parseRule('at most 0 at 1'))).toBe(0);
  });

  test('0, blank, n/a and the previous level count as ever', () => {
    expect(level({ 1: [2, 0] }, atMostOne)).toBe(0);
    expect(level({ 1: [2, null] }, atMostOne)).toBe(0);
    expect(level({ 1: [1, 2, 'n/a'] }, atMostOne)).toBe(1);
    expect(level({ 1: [2, 'n/a', 'n/a'] }, atMostOne)).toBe(0);
    expect(level({ 1: [1, 1], 2: [2] }, atMostOne)).toBe(0);
  });
});
