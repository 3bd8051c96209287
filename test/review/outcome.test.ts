// Outcomes: what is composed from a review, and that a row gives it back as it was.

import fc from 'fast-check';
import {
  compareScores,
  composeOutcome,
  lastOutcome,
  type Outcome,
  outcomeOfRow,
  parseScores,
  type Review,
  rowOfOutcome,
  scoresToText,
} from '../../src/review/outcome';
import type { Scores } from '../../src/review/standing';
import { FRAMEWORK } from './framework';

const REVIEW: Review = {
  id: 'a-1',
  recordedAt: '2026-11-20T14:05:00+01:00',
  recordedBy: 'lin@example.com',
  person: 'Ada',
  email: 'ada@example.com',
  managerEmail: 'lin@example.com',
  round: '2026 H2',
  direction: 'Maker',
  currentGrade: 'E2',
  selfScores: { 'del-01': 2, 'del-02': 1, 'del-03': 2, 'com-01': 2, 'com-02': 0 },
  agreedScores: {
    'del-01': 2,
    'del-02': 2,
    'del-03': 2,
    'com-01': 2,
    'com-02': 2,
    'com-03': 'n/a',
  },
  agrees: true,
  replaces: '',
};

test('an outcome holds the levels and the progress of the agreed scores, and the progress of the self scores', () => {
  const outcome = composeOutcome(REVIEW, FRAMEWORK);
  expect(outcome.levels).toEqual({ delivery: 2, communication: 2 });
  expect(outcome.progress).toBe(2);
  expect(outcome.selfProgress).toBe(0.25);
  expect(outcome).toMatchObject({ frameworkId: 'small', frameworkVersion: '1.2.0' });
});

test('raised and lowered count skills with both scores', () => {
  expect(
    compareScores(
      { a: 0, b: 2, c: 1, d: 'n/a', e: null, f: 2 },
      { a: 2, b: 1, c: 1, d: 2, e: 2, f: 'n/a' },
    ),
  ).toEqual({ raised: 1, lowered: 1 });
});

test('a score of no skill of the framework stays out of the outcome', () => {
  const outcome = composeOutcome(
    { ...REVIEW, agreedScores: { ...REVIEW.agreedScores, 'own-01': 2 } },
    FRAMEWORK,
  );
  expect(Object.keys(outcome.agreedScores)).not.toContain('own-01');
});

test('without a known direction nothing is composed, and the sentence says what to choose', () => {
  expect(() => composeOutcome({ ...REVIEW, direction: 'Hero' }, FRAMEWORK)).toThrow(
    'The direction “Hero” on Summary is not in the framework: choose one of “Maker”, “Guide”.',
  );
  expect(() => composeOutcome({ ...REVIEW, direction: '' }, FRAMEWORK)).toThrow(
    'The direction on Summary is blank: choose one there.',
  );
});

test('a row gives back the outcome, hostile text included', () => {
  const hostile = composeOutcome(
    {
      ...REVIEW,
      person: '=1+1',
      round: "'x",
      currentGrade: '<img src=x onerror=alert(1)>',
      managerEmail: '@ada',
      agrees: false,
      replaces: 'a-0',
    },
    FRAMEWORK,
  );
  expect(readBack(hostile)).toEqual(hostile);
});

test('any scores come back from their text, blanks left out, whatever the ids', () => {
  const score = fc.constantFrom(0, 1, 2, 'n/a', null);
  const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(id, score), (given) => {
      const scores = { ...given } as Scores;
      const filled = Object.fromEntries(
        Object.entries(scores).filter(([, value]) => value !== null),
      );
      expect(parseScores(scoresToText(scores))).toEqual(filled);
    }),
  );
});

test('scores of plain ids are readable in the cell', () => {
  expect(scoresToText({ 'del-01': 2, 'del-02': null, 'del-03': 'n/a' })).toBe(
    'del-01=2 del-03=n/a',
  );
});

test('an edited row says which column cannot be read', () => {
  const outcome = composeOutcome(REVIEW, FRAMEWORK);
  expect(() => readBack(outcome, { agreedScores: 'del-01=3' })).toThrow(
    'The outcome a-1 cannot be read, in its column “Agreed scores”: “3” is not a score. Restore its row from version history.',
  );
  expect(() => readBack(outcome, { progress: '' })).toThrow('“Progress”: “” is not a number.');
  expect(() => readBack(outcome, { recordedAt: 'soon' })).toThrow('“Recorded at”');
  expect(() => readBack(outcome, { levels: 'delivery' })).toThrow('“Levels”');
  expect(() => readBack(outcome, { id: ' ' })).toThrow('An outcome has no id');
});

test('the last outcome is the latest by its time, wherever its row was sorted to', () => {
  const early = { id: 'early', recordedAt: '2026-11-20T14:30:00+02:00' };
  const late = { id: 'late', recordedAt: '2026-11-20T13:00:00Z' };
  expect(lastOutcome([early, late])?.id).toBe('late');
  expect(lastOutcome([late, early])?.id).toBe('late');
  expect(lastOutcome([])).toBeUndefined();
});

test('of two outcomes at the same second, the lower row is the last', () => {
  const recordedAt = '2026-11-20T13:00:00Z';
  expect(
    lastOutcome([
      { id: 'one', recordedAt },
      { id: 'two', recordedAt },
    ])?.id,
  ).toBe('two');
});

function readBack(outcome: Outcome, edits: Record<string, string> = {}): Outcome {
  const row: Record<string, unknown> = { ...rowOfOutcome(outcome), ...edits };
  return outcomeOfRow((column) => String(row[column]));
}
