// What must hold for all scores, not for the examples alone.

import fc from 'fast-check';
import { gapOf } from '../../src/rules/gap';
import { gradeOf } from '../../src/rules/grade';
import { levelOf, type ScoredSkill } from '../../src/rules/level';
import { nextSkills } from '../../src/rules/next-skills';
import { progressOf } from '../../src/rules/progress';
import { parseRule } from '../../src/rules/rule';
import type { Score } from '../../src/rules/score';

const score = fc.constantFrom<Score>(0, 1, 2, 2, 2, 'n/a', null);
const rule = fc
  .constantFrom<number | string>(
    0,
    0.5,
    1,
    1.2,
    1.5,
    1.7,
    1.75,
    1.9,
    'at most 0 at 1',
    'at most 1 at 1',
    'at most 2 at 1',
  )
  .map(parseRule);

function skillsOf(maxLength: number, highest = 9): fc.Arbitrary<ScoredSkill[]> {
  return fc.array(fc.record({ level: fc.integer({ min: 1, max: highest }), score }), { maxLength });
}

/** Replaces one skill's score. */
function withScore(skills: ScoredSkill[], index: number, changed: Score): ScoredSkill[] {
  return skills.map((skill, i) => (i === index ? { ...skill, score: changed } : skill));
}

/** Every way to raise skills by one point in all; only what is scored or counts as 0 can be raised. */
function raisedByOne(skills: ScoredSkill[]): ScoredSkill[][] {
  return skills.flatMap((skill, index) =>
    skill.score === 2 ? [] : [withScore(skills, index, skill.score === 1 ? 2 : 1)],
  );
}

/** The level as the rules are worded, with none of the module's counting. */
function levelAsWorded(skills: ScoredSkill[], average: number): number {
  let reached = 0;
  for (let level = 1; level <= 9; level++) {
    const scores = skills.filter((skill) => skill.level === level).map((skill) => skill.score);
    if (scores.length === 0) continue;
    const left = scores.slice();
    if (scores.length > 1 && left.includes('n/a')) left.splice(left.indexOf('n/a'), 1);
    if (left.some((own) => own === null || own === 'n/a' || own === 0)) return reached;
    const sum = left.reduce<number>((total, own) => total + Number(own), 0);
    // In tenths, as thresholds of one decimal are.
    if (sum * 10 <= Math.round(average * 10) * left.length) return reached;
    reached = level;
  }
  return reached;
}

test('a level is what the wording of the rule says', () => {
  fc.assert(
    fc.property(skillsOf(14, 4), fc.constantFrom(1.1, 1.3, 1.5, 1.7, 1.9), (skills, average) => {
      expect(levelOf(skills, parseRule(average))).toBe(levelAsWorded(skills, average));
    }),
    { numRuns: 2000 },
  );
});

test('a raised score never lowers a level', () => {
  fc.assert(
    fc.property(skillsOf(14, 4), rule, fc.nat(), (skills, rule, pick) => {
      const raisable = skills
        .map((skill, index) => ({ index, score: skill.score }))
        .filter(({ score }) => score === 0 || score === 1 || score === null);
      fc.pre(raisable.length > 0);
      const { index, score } = raisable[pick % raisable.length];
      const before = levelOf(skills, rule);
      const higher = ([0, 1, 2] as const).filter((one) => score === null || one > Number(score));
      for (const raised of higher) {
        expect(levelOf(withScore(skills, index, raised), rule)).toBeGreaterThanOrEqual(before);
      }
    }),
    { numRuns: 2000 },
  );
});

test('blanking a score never raises a level', () => {
  fc.assert(
    fc.property(skillsOf(14, 4), rule, fc.nat(), (skills, rule, pick) => {
      fc.pre(skills.length > 0);
      const blanked = withScore(skills, pick % skills.length, null);
      expect(levelOf(blanked, rule)).toBeLessThanOrEqual(levelOf(skills, rule));
    }),
    { numRuns: 2000 },
  );
});

test('the order of rows never matters to a level', () => {
  const shuffled = skillsOf(20, 5).chain((skills) =>
    fc.tuple(
      fc.constant(skills),
      fc.shuffledSubarray(skills, { minLength: skills.length, maxLength: skills.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, rule, ([skills, reordered], rule) => {
      expect(levelOf(reordered, rule)).toBe(levelOf(skills, rule));
    }),
  );
});

test("a gap's points, spent as it says, reach at least the next level, and no fewer do", () => {
  fc.assert(
    fc.property(skillsOf(6, 3), rule, (skills, rule) => {
      const gap = gapOf(skills, rule);
      if (gap.nextLevel === null) {
        expect(levelOf(skills, rule)).toBe(Math.max(0, ...skills.map((skill) => skill.level)));
        return;
      }
      const spent = gap.steps.reduce((sum, { from, to }) => sum + to - (from === 1 ? 1 : 0), 0);
      expect(spent).toBe(gap.points);
      expect(gap.steps.every(({ index, from }) => skills[index].score === from)).toBe(true);
      const raised = gap.steps.reduce(
        (result, { index, to }) => withScore(result, index, to),
        skills,
      );
      expect(levelOf(raised, rule)).toBeGreaterThanOrEqual(gap.nextLevel);

      // Every way to spend fewer points, whichever skills they go to.
      let reachable = [skills];
      for (let spentSoFar = 0; spentSoFar < gap.points; spentSoFar++) {
        for (const other of reachable) {
          expect(levelOf(other, rule)).toBeLessThan(gap.nextLevel);
        }
        reachable = distinct(reachable.flatMap(raisedByOne));
      }
    }),
    { numRuns: 400 },
  );
});

function distinct(all: ScoredSkill[][]): ScoredSkill[][] {
  return Array.from(new Map(all.map((skills) => [JSON.stringify(skills), skills])).values());
}

/** Whole percent that add up to 100, one for each of `count` competencies. */
function percents(count: number): fc.Arbitrary<number[]> {
  const cuts = fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: count - 1,
    maxLength: count - 1,
  });
  return cuts.map((unsorted) => {
    const sorted = [0, ...unsorted.sort((a, b) => a - b), 100];
    return sorted.slice(1).map((cut, i) => cut - sorted[i]);
  });
}

test("progress never falls off a grade's boundary, in percent or in shares", () => {
  const levels = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(levels, percents(5), (levels, weights) => {
      const hundredths = levels.reduce((sum, level, i) => sum + level * weights[i], 0);
      fc.pre(hundredths > 0 && hundredths < 900);
      const boundary = Number(
        `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
      );
      const grades = [
        { direction: 'd', from: 0, to: boundary, grade: 'below', jobTitle: '' },
        { direction: 'd', from: boundary, to: 9, grade: 'above', jobTitle: '' },
      ];
      const shares = weights.map((weight) => weight / 100);
      for (const own of [weights, shares]) {
        const progress = progressOf(levels, own);
        expect(progress).toBe(boundary);
        expect(gradeOf(progress, 'd', grades)?.grade).toBe('above');
        expect(gradeOf(progress - 0.000001, 'd', grades)?.grade).toBe('below');
      }
    }),
    { numRuns: 1000 },
  );
});

test('raising all the skills of a next step gains exactly the progress it promises', () => {
  const skill = fc.record({
    competency: fc.constantFrom('a', 'b', 'c'),
    level: fc.integer({ min: 1, max: 4 }),
    score,
  });
  fc.assert(
    fc.property(fc.array(skill, { maxLength: 24 }), percents(3), rule, (skills, weights, rule) => {
      const names = ['a', 'b', 'c'];
      const next = nextSkills(
        skills,
        new Map(names.map((name, i) => [name, weights[i]])),
        rule,
        99,
      );
      const rates: number[] = [];
      for (const name of new Set(next.map(({ index }) => skills[index].competency))) {
        const step = next.filter(({ index }) => skills[index].competency === name);
        const raised = step.reduce<ScoredSkill[]>(
          (result, { index, wanted }) => withScore(result, index, wanted),
          skills,
        );
        const progress = (all: ScoredSkill[]) =>
          progressOf(
            names.map((own) =>
              levelOf(
                all.filter((_, i) => skills[i].competency === own),
                rule,
              ),
            ),
            weights,
          );
        expect(step[0].progressGained).toBeGreaterThan(0);
        expect(progress(raised) - progress(skills)).toBeCloseTo(step[0].progressGained, 9);
        const points = step.reduce(
          (sum, { index, wanted }) => sum + wanted - (skills[index].score === 1 ? 1 : 0),
          0,
        );
        rates.push(step[0].progressGained / points);
      }
      rates.forEach((rate, i) => {
        if (i > 0) expect(rate).toBeLessThanOrEqual(rates[i - 1] + 1e-9);
      });
    }),
    { numRuns: 500 },
  );
});
