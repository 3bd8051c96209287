// Which skills to work on next.

import { type CompetencySkill, nextSkills } from '../../src/rules/next-skills';
import { DEFAULT_RULE } from '../../src/rules/rule';
import type { Score } from '../../src/rules/score';

function skill(competency: string, level: number, score: Score): CompetencySkill {
  return { competency, level, score };
}

function weights(record: Record<string, number>): Map<string, number> {
  return new Map(Object.entries(record));
}

test('the step that gains most progress for a point comes first', () => {
  const skills = [skill('a', 1, 1), skill('b', 1, 0), skill('c', 1, 1)];
  expect(nextSkills(skills, weights({ a: 20, b: 50, c: 30 }), DEFAULT_RULE, 5)).toEqual([
    { index: 2, nextLevel: 1, wanted: 2, progressGained: 0.3 },
    { index: 1, nextLevel: 1, wanted: 2, progressGained: 0.5 },
    { index: 0, nextLevel: 1, wanted: 2, progressGained: 0.2 },
  ]);
});

test('repairing a low level gains all the levels that stood behind it', () => {
  const skills = [
    skill('a', 1, 1),
    skill('b', 1, 1),
    skill('b', 2, 2),
    skill('b', 3, 2),
    skill('b', 4, 0),
  ];
  expect(nextSkills(skills, weights({ a: 0.6, b: 0.4 }), DEFAULT_RULE, 5)).toEqual([
    { index: 1, nextLevel: 1, wanted: 2, progressGained: 1.2 },
    { index: 0, nextLevel: 1, wanted: 2, progressGained: 0.6 },
  ]);
});

test('ties go by row order, also where competencies alternate', () => {
  const skills = [skill('b', 1, 0), skill('a', 1, 0), skill('b', 1, 0), skill('a', 1, 0)];
  const next = nextSkills(skills, weights({ a: 50, b: 50 }), DEFAULT_RULE, 5);
  expect(next.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
});

test('no more than so many are returned', () => {
  const skills = Array.from({ length: 8 }, () => skill('a', 1, 0));
  expect(nextSkills(skills, weights({ a: 100 }), DEFAULT_RULE, 3)).toHaveLength(3);
});

test('a competency at its top or without weight is not recommended', () => {
  const skills = [skill('a', 1, 2), skill('b', 1, 0), skill('c', 1, 0)];
  const next = nextSkills(skills, weights({ a: 50, b: 0, c: 50 }), DEFAULT_RULE, 5);
  expect(next.map(({ index }) => index)).toEqual([2]);
});
