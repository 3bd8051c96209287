// The highest grade that a direction and a progress permit.

import { gradeOf } from '../../src/rules/grade';

function row(direction: string, from: number, to: number, grade: string) {
  return { direction, from, to, grade, jobTitle: `Engineer ${grade}` };
}

const GRADES = [
  row('Engineer', 2.4, 5, 'E3'),
  row('Engineer', 1.2, 2.4, 'E2'),
  row('Engineer', 0.5, 1.2, 'E1'),
  row('Lead', 0, 3.1, 'L1'),
];

test.each([
  ['Engineer', 0.49, undefined],
  ['Engineer', 0.5, 'E1'],
  ['Engineer', 1.199999, 'E1'],
  ['Engineer', 1.2, 'E2'],
  ['Engineer', 2.4, 'E3'],
  ['Engineer', 5, 'E3'],
  ['Engineer', 5.1, undefined],
  ['Lead', 3.1, 'L1'],
  ['Lead', 3.2, undefined],
  [' engineer ', 2, 'E2'],
  ['Designer', 2, undefined],
  ['', 2, undefined],
])('%s at %p: %p', (direction, progress, grade) => {
  expect(gradeOf(progress, direction, GRADES)?.grade).toBe(grade);
});

test('a progress that another formula computed a hair below a boundary is on it', () => {
  expect(0.1 * 3 * 8).not.toBe(2.4);
  expect(gradeOf(2.3999999999999995, 'Engineer', GRADES)?.grade).toBe('E3');
});

test('a framework without grades shows none', () => {
  expect(gradeOf(2, 'Engineer', [])).toBeNull();
});
