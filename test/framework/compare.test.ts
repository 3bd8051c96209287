// Which version follows from a change, and what the change list says.

import fc from 'fast-check';
import { compareFrameworks, type Kind } from '../../src/framework/compare';
import type { Framework, Skill } from '../../src/framework/framework';
import { ENGINEERING } from './tabs';

const { skills } = ENGINEERING;
const withSkill = (id: string, changes: Partial<Skill>): Framework => ({
  ...ENGINEERING,
  skills: skills.map((skill) => (skill.id === id ? { ...skill, ...changes } : skill)),
});
const newSkill: Skill = {
  id: 'del-28',
  competency: 'delivery',
  level: 1,
  text: 'Whistles.',
  looksLike: 'Heard.',
};

test('nothing changed: the version stays', () => {
  const { changes, kind, version } = compareFrameworks(ENGINEERING, structuredClone(ENGINEERING));
  expect([changes, kind, version]).toEqual([[], null, '1.0.0']);
});

test.each<[string, Framework, Kind, string, Partial<Record<string, string>>]>([
  [
    'a new skill',
    { ...ENGINEERING, skills: [...skills, newSkill] },
    'major',
    '2.0.0',
    { what: 'New skill in Delivery, level 1', id: 'del-28', was: '', now: 'Whistles.' },
  ],
  [
    'a skill that another level asks',
    withSkill('del-01', { level: 2 }),
    'major',
    '2.0.0',
    {
      what: 'Skill moved, so that another level asks it',
      id: 'del-01',
      was: 'Delivery, level 1',
      now: 'Delivery, level 2',
    },
  ],
  ['a stricter rule', { ...ENGINEERING, rule: 1.8 }, 'major', '2.0.0', { was: '1.7', now: '1.8' }],
  [
    'another kind of rule',
    { ...ENGINEERING, rule: 'at most 1 at 1' },
    'major',
    '2.0.0',
    { now: 'at most 1 at 1' },
  ],
  ['an easier rule', { ...ENGINEERING, rule: 1.5 }, 'minor', '1.1.0', { now: '1.5' }],
  [
    'a reworded skill',
    withSkill('del-01', { text: 'Whistles.' }),
    'minor',
    '1.1.0',
    { what: 'Reworded: the sentence', id: 'del-01', was: skills[0].text, now: 'Whistles.' },
  ],
  [
    'a skill removed',
    { ...ENGINEERING, skills: skills.slice(1) },
    'minor',
    '1.1.0',
    { what: 'Skill removed from Delivery, level 1', id: 'del-01', was: skills[0].text, now: '' },
  ],
  [
    'other weights',
    {
      ...ENGINEERING,
      directions: ENGINEERING.directions.map((direction, index) =>
        index === 0
          ? { ...direction, weights: { ...direction.weights, delivery: 30, leadership: 0 } }
          : direction,
      ),
    },
    'minor',
    '1.1.0',
    {
      what: 'Weights of Individual Contributor',
      was: 'Delivery 25%, Domain Expertise 30%, Problem Solving 30%, Communication 10%, Leadership 5%',
      now: 'Delivery 30%, Domain Expertise 30%, Problem Solving 30%, Communication 10%, Leadership 0%',
    },
  ],
  [
    'a grade',
    {
      ...ENGINEERING,
      grades: [{ direction: 'Functional Leader', from: 1, to: 5, grade: 'F1', jobTitle: 'Lead' }],
    },
    'minor',
    '1.1.0',
    { what: 'Grade Functional Leader: F1', was: '', now: '1 to 5, Lead' },
  ],
  [
    'another order',
    { ...ENGINEERING, skills: [skills[1], skills[0], ...skills.slice(2)] },
    'patch',
    '1.0.1',
    { what: 'Skills stand in another order' },
  ],
])('%s', (_, next, kind, version, change) => {
  const comparison = compareFrameworks(ENGINEERING, next);
  expect(comparison).toMatchObject({ kind, version });
  expect(comparison.changes).toEqual([expect.objectContaining({ kind, ...change })]);
});

test('a rewording that the owner marks as a typo is a patch, beside anything else it is not', () => {
  const typo = withSkill('del-01', { text: 'Says when a task wil be done before starting it.' });
  const [{ key, isRewording }] = compareFrameworks(ENGINEERING, typo).changes;
  expect(isRewording).toBe(true);
  expect(compareFrameworks(ENGINEERING, typo, new Set([key])).version).toBe('1.0.1');
  const more = { ...typo, skills: [...typo.skills, newSkill] };
  expect(compareFrameworks(ENGINEERING, more, new Set([key])).version).toBe('2.0.0');
  const [added] = compareFrameworks(ENGINEERING, {
    ...ENGINEERING,
    skills: [...skills, newSkill],
  }).changes;
  expect(compareFrameworks(ENGINEERING, more, new Set([key, added.key])).version).toBe('2.0.0');
});

/** Random edits, each with what the comparison must say of it. */
type Edit =
  | { kind: 'reword'; at: number; text: string }
  | { kind: 'remove'; at: number }
  | { kind: 'move'; at: number; level: number }
  | { kind: 'add'; text: string };

const at = fc.nat(skills.length - 1);
const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('reword' as const), at, text: words }),
  fc.record({ kind: fc.constant('remove' as const), at }),
  fc.record({ kind: fc.constant('move' as const), at, level: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('add' as const), text: words }),
);

function after(edits: readonly Edit[]): Framework {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  edits.forEach((edit, index) => {
    if (edit.kind === 'add') {
      byId.set(`new-${index}`, { ...newSkill, id: `new-${index}`, text: edit.text });
      return;
    }
    const skill = byId.get(skills[edit.at].id);
    if (!skill) return;
    if (edit.kind === 'remove') byId.delete(skill.id);
    if (edit.kind === 'reword') byId.set(skill.id, { ...skill, text: edit.text });
    if (edit.kind === 'move') byId.set(skill.id, { ...skill, level: edit.level });
  });
  return { ...ENGINEERING, skills: [...byId.values()] };
}

test('whatever is edited, each skill that differs is named, no other, and the weightiest change decides', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      const next = after(edits);
      const { changes, kind, version } = compareFrameworks(ENGINEERING, next);
      const [before, now] = [ENGINEERING, next].map(
        (framework) => new Map(framework.skills.map((skill) => [skill.id, JSON.stringify(skill)])),
      );
      const ids = [...new Set([...before.keys(), ...now.keys()])];
      const differing = ids.filter((id) => before.get(id) !== now.get(id));
      expect([...new Set(changes.map(({ id }) => id))].sort()).toEqual(differing.sort());

      const asksNew = next.skills.some((skill) => {
        const was = skills.find(({ id }) => id === skill.id);
        return !was || was.level !== skill.level;
      });
      const smaller = differing.length > 0 ? ['minor', '1.1.0'] : [null, '1.0.0'];
      expect([kind, version]).toEqual(asksNew ? ['major', '2.0.0'] : smaller);
    }),
    { numRuns: 200 },
  );
});

test('what is undone leaves nothing to publish, and back is the mirror of forth', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      const next = after(edits);
      const forth = compareFrameworks(ENGINEERING, next).changes;
      const back = compareFrameworks(next, ENGINEERING).changes;
      const pairs = (changes: typeof forth) => changes.map(({ id, was, now }) => [id, was, now]);
      expect(
        pairs(back)
          .map(([id, was, now]) => [id, now, was])
          .sort(),
      ).toEqual(pairs(forth).sort());
    }),
    { numRuns: 100 },
  );
});
