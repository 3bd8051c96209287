// GRADE on cells as Sheets hands them over.

import { GRADE } from '../../src/entry/custom-functions';

const GRADES = [
  ['Engineer', 0.5, 1.2, 'E1', 'Engineer'],
  ['Engineer', '1.2', 2.4, 'E2', 'Senior Engineer'],
  ['', '', '', '', ''],
  ['Lead', 0, 5, 7, ''],
];

test('one row: grade and job title', () => {
  expect(GRADE(1.2, 'Engineer', GRADES)).toEqual([['E2', 'Senior Engineer']]);
  expect(GRADE('1.1', 'engineer ', GRADES)).toEqual([['E1', 'Engineer']]);
  expect(GRADE(5, 'Lead', GRADES)).toEqual([['7', '']]);
  expect(GRADE(1, 'Lead', [['Lead', 0, 5, 'L', 'Lead']])).toEqual([['L', 'Lead']]);
});

test('pay behind the five columns is left alone', () => {
  const withPay = GRADES.slice(0, 2).map((row) => [...row, 1000, 'secret']);
  expect(GRADE(1.2, 'Engineer', withPay)).toEqual([['E2', 'Senior Engineer']]);
});

test.each([
  ['below the first interval', 0.4, 'Engineer', GRADES],
  ['in no direction', 1, '', GRADES],
  ['without progress', '', 'Engineer', GRADES],
  ['in a direction without grades', 1, 'Designer', GRADES],
  ['in a framework without grades', 1, 'Engineer', [['', '', '', '', '']]],
  ['without a table', 1, 'Engineer', undefined],
])('blank %s', (_, progress, direction, grades) => {
  expect(GRADE(progress, direction, grades)).toEqual([['', '']]);
});

test('bad input is refused with its place', () => {
  const row = ['Engineer', 1, 2, 'E', 'Engineer'];
  const withCell = (column: number, cell: unknown) => [
    row,
    row.map((own, i) => (i === column ? cell : own)),
  ];
  const call = (grades: unknown) => () => GRADE(1, 'Engineer', grades);
  expect(call(withCell(1, 'low'))).toThrow(
    "grades, row 2, column 2 is “low”, but a grade's boundary is a number from 0 to 9.",
  );
  expect(call(withCell(2, ''))).toThrow('grades, row 2, column 3 is blank');
  expect(call(withCell(2, 1))).toThrow(
    'grades, row 2, column 3 is 1, but “to” must be above “from”, here 1.',
  );
  expect(call(withCell(0, ''))).toThrow(
    'grades, row 2, column 1 is blank, but a direction is text.',
  );
  expect(call(withCell(3, '#N/A'))).toThrow('grades, row 2, column 4 is the error #N/A');
  expect(call([['Engineer', 1, 2, 'E']])).toThrow('it must have five columns');
  expect(() => GRADE('#ERROR!', 'Engineer', GRADES)).toThrow('progress is the error #ERROR!');
  expect(() => GRADE('much', 'Engineer', GRADES)).toThrow('progress is “much”');
  expect(() => GRADE(new Date(0), 'Engineer', GRADES)).toThrow('progress is a date');
  expect(() => GRADE(1, '#REF!', GRADES)).toThrow('direction is the error #REF!');
});
