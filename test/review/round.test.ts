// The names of rounds.

import { nextRound, problemOfRound } from '../../src/review/round';

test.each([
  ['2026 H1', '2026 H2'],
  ['2026 H2', '2027 H1'],
  ['2026Q4', '2027Q1'],
  ['2026-q2', '2026-q3'],
  ['2026 T3', '2027 T1'],
  ['2026', '2027'],
  ['Round 9', 'Round 10'],
  ['spring', ''],
  ['', ''],
])('after “%s” comes “%s”', (round, next) => {
  expect(nextRound(round)).toBe(next);
});

test('a new round needs a name', () => {
  expect(problemOfRound('  ', [])).toBe('The new round has no name: type one such as 2026 H2.');
});

test('a round is held once', () => {
  expect(problemOfRound('2026 h2 ', ['2026 H1', '2026 H2'])).toBe(
    'The round “2026 h2” has been held already: type the name of the next one.',
  );
  expect(problemOfRound('2027 H1', ['2026 H1', '2026 H2'])).toBe('');
});

test('a name as long as a sentence is refused', () => {
  expect(problemOfRound('x'.repeat(41), [])).toContain('longer than 40 characters');
});
