// What a review comes to before it is recorded, and what outcomes over time say.

import { historyOf } from '../../src/review/history';
import { composeOutcome } from '../../src/review/outcome';
import { summaryOf } from '../../src/review/summary';
import { FRAMEWORK } from './framework';
import { outcome } from './outcomes';

const GRADES = [
  { direction: 'Maker', from: 0, to: 1.5, grade: 'M1', jobTitle: 'Maker' },
  { direction: 'Maker', from: 1.5, to: 3, grade: 'M2', jobTitle: 'Senior maker' },
  { direction: 'Guide', from: 0, to: 3, grade: 'G1', jobTitle: 'Guide' },
];
const framework = { ...FRAMEWORK, grades: GRADES };
const SELF = { 'del-01': 2, 'del-02': 2, 'del-03': 1, 'com-01': 2, 'com-02': 2 } as const;
const review = composeOutcome(
  outcome({
    currentGrade: 'M1',
    selfScores: SELF,
    agreedScores: { ...SELF, 'del-03': 2, 'com-02': 1, 'com-01': 'n/a' },
  }),
  framework,
);

describe('the summary of a review', () => {
  const summary = summaryOf(framework, review, outcome({ progress: 1 }));

  test('says levels by both views and by the outcome before', () => {
    expect(summary.levels.map(({ self, agreed, before }) => [self, agreed, before])).toEqual([
      [1, 2, 1],
      [2, 0, 1],
    ]);
  });

  test('says progress, its change, and what was raised and lowered', () => {
    expect(summary).toMatchObject({ progress: 1.5, selfProgress: 1.25, change: 0.5 });
    expect(summary.raised.map(({ skill }) => skill.id)).toEqual(['del-03']);
    expect(summary.lowered.map(({ skill }) => skill.id)).toEqual(['com-02']);
  });

  test('says the grade that the progress permits in the direction', () => {
    expect(summary.grade?.grade).toBe('M2');
    expect(summaryOf(FRAMEWORK, review, undefined).grade).toBeNull();
  });

  test('compares with nothing before the first outcome', () => {
    const first = summaryOf(framework, review, undefined);
    expect(first.change).toBeNull();
    expect(first.levels.map(({ before }) => before)).toEqual([null, null]);
  });
});

describe('outcomes over time', () => {
  test('come by their time, without those that were replaced', () => {
    const history = historyOf(FRAMEWORK, [
      outcome({ id: 'c', recordedAt: '2026-11-20T10:00:00+01:00', progress: 2 }),
      outcome({ id: 'a', recordedAt: '2026-05-20T10:00:00+02:00', progress: 1 }),
      outcome({ id: 'b', recordedAt: '2026-05-21T10:00:00+02:00', progress: 1.5, replaces: 'a' }),
    ]);
    expect(history.outcomes.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(history.progress).toEqual([1.5, 2]);
  });

  test('have a gap where an outcome knows no such competency, and a line for one that is gone', () => {
    const { competencies } = historyOf(FRAMEWORK, [
      outcome({ id: 'a', levels: { delivery: 2, magic: 4 } }),
      outcome({ id: 'b', recordedAt: '2026-11-20T10:00:00Z', levels: { communication: 3 } }),
    ]);
    expect(competencies).toEqual([
      { id: 'delivery', name: 'Delivery', levels: [2, null] },
      { id: 'communication', name: 'Communication', levels: [null, 3] },
      { id: 'magic', name: 'magic', levels: [4, null] },
    ]);
  });
});
