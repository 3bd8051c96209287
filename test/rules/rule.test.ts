// What counts as a level rule.

import { DEFAULT_RULE, parseRule } from '../../src/rules/rule';

test('a rule is a number, text that looks like one, or so many at 1', () => {
  expect(parseRule(1.7)).toEqual({ kind: 'average', numerator: 17, denominator: 10 });
  expect(parseRule(' 1.70 ')).toEqual({ kind: 'average', numerator: 17, denominator: 10 });
  expect(parseRule(1)).toEqual({ kind: 'average', numerator: 1, denominator: 1 });
  expect(parseRule(0)).toEqual({ kind: 'average', numerator: 0, denominator: 1 });
  expect(parseRule(' At most  2 AT 1 ')).toEqual({ kind: 'ones', most: 2 });
});

test.each([undefined, null, '', '  '])('a blank rule (%p) is the default', (blank) => {
  expect(parseRule(blank)).toBe(DEFAULT_RULE);
});

test.each([
  ['high', '“high”'],
  [2, '2'],
  [-0.1, '-0.1'],
  ['at most -1 at 1', '“at most -1 at 1”'],
  ['at most one at 1', '“at most one at 1”'],
  ['#REF!', 'the error #REF!'],
  [new Date(0), 'a date'],
  [true, 'TRUE'],
  [Number.NaN, 'NaN'],
])('the rule %p is refused in one sentence', (value, shown) => {
  expect(() => parseRule(value)).toThrow(
    `rule is ${shown}, but a rule is a number from 0 to below 2, the average to exceed, or text such as “at most 1 at 1”.`,
  );
});
