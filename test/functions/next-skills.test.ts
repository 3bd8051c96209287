// NEXT_SKILLS on cells as Sheets hands them over.

import { NEXT_SKILLS } from '../../src/entry/custom-functions';

function column(...cells: unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

const COMPETENCIES = column('Delivery', 'Delivery', 'Leadership', 'Leadership', '');
const LEVELS = column(1, 2, 1, 1, '');
const SKILLS = column('plans', 'tests', 'owns', 'mentors', '');
const SCORES = column(1, '', 2, 'n/a', '');
const WEIGHTS = [
  ['delivery', 0.6],
  [' Leadership ', 0.4],
  ['', ''],
];

test('a table: competency, next level, skill, score now, score wanted, progress gained', () => {
  expect(NEXT_SKILLS(COMPETENCIES, LEVELS, SKILLS, SCORES, WEIGHTS)).toEqual([
    ['Delivery', 1, 'plans', 1, 2, 0.6],
  ]);
});

test('a skill not scored is shown blank', () => {
  const scores = column(2, '', 2, 0, '');
  expect(NEXT_SKILLS(COMPETENCIES, LEVELS, SKILLS, scores, WEIGHTS)).toEqual([
    ['Delivery', 2, 'tests', '', 2, 0.6],
    ['Leadership', 1, 'mentors', 0, 2, 0.4],
  ]);
});

test('five rows unless count says otherwise', () => {
  const many = Array.from({ length: 9 }, (_, i) => i);
  const call = (count: unknown) =>
    NEXT_SKILLS(
      column(...many.map(() => 'Delivery')),
      column(...many.map(() => 1)),
      column(...many),
      column(...many.map(() => 0)),
      [['Delivery', 100]],
      count,
    ).length;
  for (const blank of [undefined, null, '']) expect(call(blank)).toBe(5);
  expect(call(2)).toBe(2);
  expect(call('7')).toBe(7);
  expect(call(99)).toBe(9);
});

test('the rule is taken into account', () => {
  const call = (rule: unknown) =>
    NEXT_SKILLS('Delivery', 1, 'plans', 1, [['Delivery', 1]], '', rule);
  expect(call('at most 0 at 1')).toEqual([['Delivery', 1, 'plans', 1, 2, 1]]);
  expect(call('at most 1 at 1')).toEqual([['', '', '', '', '', '']]);
});

test('one blank row when there is nothing left to gain', () => {
  expect(NEXT_SKILLS('Delivery', 1, 'plans', 2, [['Delivery', 1]])).toEqual([
    ['', '', '', '', '', ''],
  ]);
  expect(NEXT_SKILLS('', '', '', '', [['Delivery', 1]])).toEqual([['', '', '', '', '', '']]);
});

describe('bad input is refused with its place', () => {
  test('in the four parallel ranges', () => {
    expect(() =>
      NEXT_SKILLS(COMPETENCIES, LEVELS, SKILLS, column(1, 1, 1, 3, ''), WEIGHTS),
    ).toThrow('scores, row 4, column 1 is 3, but a score is 0, 1, 2, n/a or blank.');
    expect(() =>
      NEXT_SKILLS(COMPETENCIES, column(1, '', 1, 1, ''), SKILLS, SCORES, WEIGHTS),
    ).toThrow(
      "levels, row 2, column 1 is blank, but a skill's level is a whole number from 1 to 9.",
    );
    expect(() =>
      NEXT_SKILLS(
        column('Delivery', '', 'Delivery', 'Delivery', ''),
        LEVELS,
        SKILLS,
        SCORES,
        WEIGHTS,
      ),
    ).toThrow('competencies, row 2, column 1 is blank, but a competency is text.');
    expect(() =>
      NEXT_SKILLS(column('Delivery', 'Sales', '', '', ''), LEVELS, SKILLS, SCORES, WEIGHTS),
    ).toThrow('competencies, row 2, column 1 is “Sales”, but weights has no such competency.');
    expect(() => NEXT_SKILLS(COMPETENCIES, LEVELS, column('plans'), SCORES, WEIGHTS)).toThrow(
      'competencies has 5 rows and 1 column, but skills has 1 row and 1 column: they must be of the same size.',
    );
  });

  test('in the weights', () => {
    const call = (weights: unknown) => () => NEXT_SKILLS('Delivery', 1, 'plans', 1, weights);
    expect(call([['Delivery', 1.05]])).toThrow('weights add up to 105%');
    expect(call([['Delivery', '']])).toThrow('weights, row 1, column 2 is blank');
    expect(call([['', 1]])).toThrow('weights, row 1, column 1 is blank');
    expect(
      call([
        ['Delivery', 0.5],
        ['delivery', 0.5],
      ]),
    ).toThrow(
      'weights, row 2, column 1 is “delivery”, but each competency may stand there only once.',
    );
    expect(call([['Delivery', 'x', 1]])).toThrow(
      'weights has 1 row and 3 columns, but it must have two columns: competency and weight.',
    );
  });

  test.each([0, -1, 1.5, 'many', true])('in the count %p', (count) => {
    expect(() => NEXT_SKILLS('a', 1, 's', 1, [['a', 1]], count)).toThrow(
      /^count is .+, but a count is a whole number of at least 1\.$/,
    );
  });
});
