// PAY_TARGET on cells as Sheets hands them over.

import { PAY_TARGET } from '../../src/entry/manager';
import { grades as GRADES } from './grades-with-pay.json';

test.each([
  [0, 'Engineer', 46000],
  [0.6, 'Engineer', 57500],
  // On a boundary the higher grade's floor, which is the lower one's next.
  [1.2, 'Engineer', 69000],
  [2.25, 'Engineer', 94375],
  [2.4, 'Engineer', 98000],
  [4.3, 'engineer ', 161000],
  [5, 'Engineer', 184000],
  [3.1, 'Technical Leader', 150000],
  [4.6, 'Technical Leader', 207000],
])('%p as %s: %p', (progress, direction, target) => {
  expect(PAY_TARGET(progress, direction, GRADES)).toBe(target);
});

test('a progress that another formula computed a hair below a boundary is on it', () => {
  expect(PAY_TARGET(2.3999999999999995, 'Engineer', GRADES)).toBe(98000);
});

test.each([
  ['without progress', '', 'Engineer', GRADES],
  ['in no direction', 2, '', GRADES],
  ['above the last interval', 5.1, 'Engineer', GRADES],
  ['in a direction without grades', 2, 'Designer', GRADES],
  ['in a framework without grades', 2, 'Engineer', [['', '', '', '', '', '', '']]],
  ['where no pay is given', 2, 'Lead', [['Lead', 0, 5, 'L', 'Lead', '', '']]],
])('blank %s', (_, progress, direction, grades) => {
  expect(PAY_TARGET(progress, direction, grades)).toBe('');
});

test('bad input is refused with its place', () => {
  const row = ['Lead', 0, 5, 'L', 'Lead'];
  const call =
    (...pay: unknown[]) =>
    () =>
      PAY_TARGET(2, 'Lead', [[...row, ...pay]]);
  expect(call()).toThrow(
    'grades has 1 row and 5 columns, but it must have seven columns: direction, from, to, grade, job title, pay floor, next floor.',
  );
  expect(call(100, '')).toThrow(
    'grades, row 1, column 7 is blank, but the next floor is a number from 0 on.',
  );
  expect(call('', 100)).toThrow('grades, row 1, column 6 is blank, but a pay floor is a number');
  expect(call(100, '#REF!')).toThrow('column 7 is the error #REF!');
  expect(call(-1, 100)).toThrow('column 6 is -1');
  expect(call(200, 100)).toThrow(
    'column 7 is 100, but the next floor must not be below the pay floor, here 200.',
  );
});
