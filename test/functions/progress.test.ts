// PROGRESS and PROGRESS_BY_DIRECTION on cells as Sheets hands them over.

import { PROGRESS, PROGRESS_BY_DIRECTION } from '../../src/entry/custom-functions';
import shapes from './framework-shapes.json';

function column(...cells: unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

const { competencies, directions, workedExamples } = shapes;

function weightsOf(directionId: string): number[] {
  const direction = directions.find(({ id }) => id === directionId);
  const weights: Record<string, number> = direction?.weights ?? {};
  return competencies.map((id) => weights[id]);
}

test.each(workedExamples)('the published example $levels comes to $progress', (example) => {
  const weights = weightsOf(example.direction);
  expect(PROGRESS(column(...example.levels), column(...weights))).toBe(example.progress);
  expect(PROGRESS([example.levels], [weights])).toBe(example.progress);
  expect(PROGRESS([example.levels], [weights.map((weight) => weight / 100)])).toBe(
    example.progress,
  );
});

test('levels 1 3 3 3 1 come to 2.4 exactly', () => {
  expect(PROGRESS([[1, 3, 3, 3, 1]], [[25, 30, 30, 10, 5]])).toBe(2.4);
});

test('a single cell, text that looks like a number, and rows blank in both', () => {
  expect(PROGRESS(3, 1)).toBe(3);
  expect(PROGRESS(3, 100)).toBe(3);
  expect(PROGRESS(column('2', 3, '', null), column('25%', '.75', '', undefined))).toBe(2.75);
});

test.each([
  ['shares', [0.25, 0.3, 0.3, 0.1, 0.1]],
  ['percent', [25, 30, 30, 10, 10]],
])('weights in %s that add up to 105%% are refused with their sum', (_, weights) => {
  expect(() => PROGRESS([[1, 1, 1, 1, 1]], [weights])).toThrow(
    'weights add up to 105%, but must add up to 100%.',
  );
});

test('a bad cell is refused with its place', () => {
  const half = column(0.5, 0.5);
  expect(() => PROGRESS(column(1, 10), half)).toThrow(
    'levels, row 2, column 1 is 10, but a level is a whole number from 0 to 9.',
  );
  expect(() => PROGRESS(column(1, ''), half)).toThrow('levels, row 2, column 1 is blank');
  expect(() => PROGRESS(column(1, 1.5), half)).toThrow('levels, row 2, column 1 is 1.5');
  expect(() => PROGRESS(column('#ERROR!', 1), half)).toThrow(
    'levels, row 1, column 1 is the error #ERROR!',
  );
  expect(() => PROGRESS(column(1, 1), column(1, ''))).toThrow(
    'weights, row 2, column 1 is blank, but a weight is a number from 0 to 100.',
  );
  expect(() => PROGRESS(column(1, 1), column(1.5, -0.5))).toThrow(
    'weights, row 2, column 1 is -0.5',
  );
  expect(() => PROGRESS(column(1, 1), column('half', 0.5))).toThrow('is “half”');
  expect(() => PROGRESS(column(1, 1), column(new Date(0), 0.5))).toThrow('is a date');
  expect(() => PROGRESS(column(1, 1, 1), half)).toThrow('of the same size');
});

describe('progress by direction', () => {
  const table = competencies.map((_, row) => directions.map(({ id }) => weightsOf(id)[row]));

  test('is one row, a cell a direction', () => {
    expect(PROGRESS_BY_DIRECTION(column(1, 3, 3, 3, 1), table)).toEqual([[2.4, 2.5, 1.9]]);
    expect(PROGRESS_BY_DIRECTION([[1, 3, 3, 3, 1]], table)).toEqual([[2.4, 2.5, 1.9]]);
  });

  test('skips rows blank in both, and one competency in one direction is enough', () => {
    const longer = [...table.slice(0, 2), ['', '', ''], ...table.slice(2), ['', null, undefined]];
    expect(PROGRESS_BY_DIRECTION(column(1, 3, '', 3, 3, 1, null), longer)).toEqual([
      [2.4, 2.5, 1.9],
    ]);
    expect(PROGRESS_BY_DIRECTION(3, 1)).toEqual([[3]]);
    expect(PROGRESS_BY_DIRECTION(3, [[1, 1]])).toEqual([[3, 3]]);
  });

  test('names the column whose weights do not add up', () => {
    expect(() =>
      PROGRESS_BY_DIRECTION(column(1, 1), [
        [50, 50],
        [50, 55],
      ]),
    ).toThrow('weights in column 2 add up to 105%, but must add up to 100%.');
  });

  test('refuses a bad cell with its place', () => {
    const weights = [
      [50, 50],
      [50, ''],
    ];
    expect(() => PROGRESS_BY_DIRECTION(column(1, 1), weights)).toThrow(
      'weights, row 2, column 2 is blank, but a weight is a number from 0 to 100.',
    );
    expect(() => PROGRESS_BY_DIRECTION(column(1, ''), weights)).toThrow(
      'levels, row 2, column 1 is blank',
    );
  });

  test('refuses ranges that do not fit', () => {
    expect(() => PROGRESS_BY_DIRECTION(column(1, 1, 1), table)).toThrow(
      'levels has 3 rows and 1 column, but weights has 5 rows and 3 columns: there must be one row of weights for each level.',
    );
  });
});
