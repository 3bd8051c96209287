// LEVEL and LEVEL_GAP on cells as Sheets hands them over.

import vm from 'node:vm';
import { LEVEL, LEVEL_GAP } from '../../src/entry/custom-functions';

/** A column, as a range of one column arrives. */
function column(...cells: unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

test('a column, a row, a table and a single cell all count', () => {
  expect(LEVEL(column(2, 2, 1), column(1, 1, 2))).toBe(1);
  expect(LEVEL([[2, 2, 1]], [[1, 1, 2]])).toBe(1);
  expect(
    LEVEL(
      [
        [2, 2],
        [2, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ),
  ).toBe(1);
  expect(LEVEL(2, 1)).toBe(1);
  expect(LEVEL(column(2, 2, 1), [[1, 1, 2]])).toBe(1);
});

test('an empty sheet is 0', () => {
  expect(LEVEL(column('', '', ''), column(1, 1, 2))).toBe(0);
  expect(LEVEL(column('', ''), column('', ''))).toBe(0);
  expect(LEVEL('', '')).toBe(0);
  expect(LEVEL(undefined, undefined)).toBe(0);
});

test('rows blank in both ranges are skipped, such as those below the last skill', () => {
  expect(LEVEL(column(2, '', 2, null, undefined), column(1, '', 1, '', null))).toBe(1);
});

test('text that looks like a number is a number, and n/a has any case and spaces', () => {
  expect(LEVEL(column('2', ' 2 ', '2.0'), column('1', ' 1', 1))).toBe(1);
  expect(LEVEL(column(2, ' N / A '), column(1, 1))).toBe(1);
  expect(LEVEL(column(2, 'N/a'), column(1, 1))).toBe(1);
});

test('spaces alone are blank', () => {
  expect(LEVEL(column(2, '  '), column(1, 1))).toBe(0);
});

test('a blank, missing or null rule is the default; a rule may come as a cell of a range', () => {
  const scores = column(2, 2, 2, 1);
  const levels = column(1, 1, 1, 1);
  for (const rule of [undefined, null, '', [['']], 1.7, '1.7', [[1.7]]]) {
    expect(LEVEL(scores, levels, rule)).toBe(1);
  }
  expect(LEVEL(scores, levels, 1.75)).toBe(0);
  expect(LEVEL(scores, levels, 'at most 1 at 1')).toBe(1);
  expect(LEVEL(scores, levels, 'at most 0 at 1')).toBe(0);
});

test('the gap is one row: next level, points missing, skills at 0, skills not scored', () => {
  expect(LEVEL_GAP(column(2, 0, '', 1), column(1, 2, 2, 2))).toEqual([[2, 5, 1, 1]]);
  expect(LEVEL_GAP(column(1), column(1), 'at most 0 at 1')).toEqual([[1, 1, 0, 0]]);
});

test('at the top, and on an empty sheet, the gap is blank, 0, 0, 0', () => {
  expect(LEVEL_GAP(column(2, 2), column(1, 2))).toEqual([['', 0, 0, 0]]);
  expect(LEVEL_GAP(column('', ''), column('', ''))).toEqual([['', 0, 0, 0]]);
});

describe('a bad cell is refused with its place', () => {
  const otherRealm = vm.runInNewContext('new Date(0)');

  test.each([
    [3, '3'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['two', '“two”'],
    ['-1', '“-1”'],
    [new Date(0), 'a date'],
    [otherRealm, 'a date'],
    ['#N/A', 'the error #N/A'],
    ['#ERROR!', 'the error #ERROR!'],
    ['#NAME?', 'the error #NAME?'],
    ['#DIV/0!', 'the error #DIV/0!'],
    ['Loading...', '“Loading...”'],
    [true, 'TRUE'],
  ])('the score %p', (score, shown) => {
    for (const call of [LEVEL, LEVEL_GAP]) {
      expect(() => call(column(2, score), column(1, 1))).toThrow(
        `scores, row 2, column 1 is ${shown}, but a score is 0, 1, 2, n/a or blank.`,
      );
      expect(() => call([[2, 2, score]], [[1, 1, 1]])).toThrow('scores, row 1, column 3 is');
    }
    expect(() => LEVEL(score, 1)).toThrow('scores, row 1, column 1 is');
  });

  test.each([
    [0, '0'],
    [10, '10'],
    [1.5, '1.5'],
    ['one', '“one”'],
    ['', 'blank'],
    [null, 'blank'],
    [new Date(0), 'a date'],
    ['#REF!', 'the error #REF!'],
  ])('the level %p', (level, shown) => {
    expect(() => LEVEL(column(2, 2), column(1, level))).toThrow(
      `levels, row 2, column 1 is ${shown}, but a skill's level is a whole number from 1 to 9.`,
    );
  });

  test('a place in a table', () => {
    const scores = [
      [2, 2],
      [2, 9],
    ];
    const levels = [
      [1, 1],
      [1, 1],
    ];
    expect(() => LEVEL(scores, levels)).toThrow('scores, row 2, column 2 is 9');
  });

  test('a long text is cut short in the sentence', () => {
    expect(() => LEVEL('x'.repeat(500), 1)).toThrow(/^.{0,120}$/);
  });
});

test('ranges of different sizes are refused with both sizes', () => {
  expect(() => LEVEL(column(2, 2, 2), column(1, 1))).toThrow(
    'scores has 3 rows and 1 column, but levels has 2 rows and 1 column: they must be of the same size.',
  );
  expect(() => LEVEL([[2, 2]], column(1, 1, 1))).toThrow('of the same size');
  expect(() =>
    LEVEL(
      [[2, 2, 2, 2]],
      [
        [1, 1],
        [1, 1],
      ],
    ),
  ).toThrow('of the same size');
});

test('a bad rule is refused', () => {
  expect(() => LEVEL(column(2), column(1), 'high')).toThrow('rule is “high”, but a rule is');
  expect(() => LEVEL(column(2), column(1), [[1.7], [1.8]])).toThrow(
    'rule has 2 filled cells, but it must be a single cell.',
  );
});
