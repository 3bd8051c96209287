// How a person's row is found again.

import { isRepeated, keysOf, type Member } from '../../src/rollup/member';

test('a row is known by its e-mail, whatever its case, and without one by its name', () => {
  expect(
    keysOf([
      { name: 'Ada', email: 'Ada@Example.org ' },
      { name: 'Bob', email: '' },
    ]),
  ).toEqual(['ada@example.org', 'bob']);
});

test('each further row of the same person has a key of its own', () => {
  const rows = ['ada@example.org', 'bob@example.org', 'ADA@example.org', 'ada@example.org'];
  const keys = keysOf(rows.map((email) => ({ name: '', email })));
  expect(new Set(keys).size).toBe(4);
  expect(keys.map((key) => isRepeated({ key } as Member))).toEqual([false, false, true, true]);
});
