// The custom functions that a page finds in a built script.

import { customFunctions } from '../../local/page/custom-functions';

const CODE = `
"use strict";
var careerSheet = (() => ({ level: (scores) => scores.length }))();
/**
 * The level of a competency, 0 at first.
 * Highest wins.
 *
 * @param {number|string} scores The scores: 0, 1, 2 or n/a.
 * @param {number} [rule] The average to exceed.
 * @return {number} The level.
 * @customfunction
 */
function LEVEL(scores, rule) {
  return careerSheet.level(scores);
}
/** Builds the menu. */
function onOpen(e) {}
/* no documentation @customfunction */
function OTHER() {}
/**
 * Looks around.
 * @customfunction
 */
function AROUND() {
  return [typeof window, typeof fetch, typeof process, typeof globalThis, typeof Math].join();
}
/**
 * Reaches for a service.
 * @customfunction
 */
function REACH() { return PropertiesService.getScriptProperties(); }
`;

const byName = Object.fromEntries(customFunctions(CODE).map((one) => [one.name, one]));

test('the documented ones with the tag are found, with what their documentation says', () => {
  expect(Object.keys(byName)).toEqual(['LEVEL', 'AROUND', 'REACH']);
  expect(byName.LEVEL).toMatchObject({
    description: 'The level of a competency, 0 at first. Highest wins.',
    parameters: [
      { name: 'scores', description: 'The scores: 0, 1, 2 or n/a.', optional: false },
      { name: 'rule', description: 'The average to exceed.', optional: true },
    ],
  });
});

test('they run with the rest of their file, and see neither browser nor Node nor services', () => {
  expect(byName.LEVEL.call([[1], [2]])).toBe(2);
  expect(byName.AROUND.call()).toBe('undefined,undefined,undefined,undefined,object');
  expect(() => byName.REACH.call()).toThrow(
    'A custom function cannot reach PropertiesService here.',
  );
});

test('a script without any is not even run', () => {
  expect(customFunctions('throw new Error("ran");')).toEqual([]);
});
