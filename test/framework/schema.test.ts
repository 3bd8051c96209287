// What a framework's JSON must be like.

import type { Framework } from '../../src/framework/framework';
import { parseFramework } from '../../src/framework/schema';

function framework(changes: Partial<Framework> = {}): Framework {
  return {
    id: 'small',
    name: 'Small',
    version: '1.0.0',
    description: 'A framework for tests',
    source: 'made up',
    levels: ['Starter', 'Beginner', 'Intermediate'],
    scale: { 0: 'no', 1: 'somewhat', 2: 'yes' },
    rule: 1.7,
    competencies: [
      { id: 'delivery', name: 'Delivery', emoji: '🚚', about: 'getting it done' },
      { id: 'leadership', name: 'Leadership', emoji: '🎖️', about: 'taking others along' },
    ],
    directions: [{ id: 'maker', name: 'Maker', weights: { delivery: 70, leadership: 30 } }],
    grades: [
      { direction: 'Maker', from: 0.5, to: 1.2, grade: 'M1', jobTitle: 'Maker' },
      { direction: 'Maker', from: 1.2, to: 2, grade: 'M2', jobTitle: 'Senior Maker' },
    ],
    skills: [
      { id: 'del-01', competency: 'delivery', level: 1, text: 'Delivers.', looksLike: 'Done.' },
      { id: 'lea-01', competency: 'leadership', level: 2, text: 'Leads.', looksLike: 'Follow.' },
    ],
    ...changes,
  };
}

test('a sound framework passes as it is', () => {
  expect(parseFramework(framework())).toEqual(framework());
  expect(parseFramework(framework({ grades: [], rule: 'at most 1 at 1' }))).toBeTruthy();
});

const { competencies, directions, grades, skills } = framework();

test.each<[string, unknown, string]>([
  ['no framework', 7, 'framework: '],
  ['a field too many', { ...framework(), pay: 1 }, 'pay: '],
  ['a blank name', framework({ name: ' ' }), 'name: must not be blank.'],
  ['a version that is none', framework({ version: '1.0' }), 'version: must be a version such as'],
  ['ten levels above 0', framework({ levels: Array(11).fill('x') }), 'levels: must name no level'],
  ['a rule that is none', framework({ rule: 'high' }), 'rule is “high”'],
  [
    'a level of 0',
    framework({ skills: [{ ...skills[0], level: 0 }, skills[1]] }),
    'skills.0.level: must be at least 1.',
  ],
  [
    'a level without a name',
    framework({ skills: [{ ...skills[0], level: 3 }, skills[1]] }),
    'skills: del-01 stands on level 3, which has no name.',
  ],
  [
    'a skill of no competency',
    framework({ skills: [...skills, { ...skills[0], id: 'x', text: 'X', competency: 'sales' }] }),
    'skills: x belongs to sales, which is no competency.',
  ],
  [
    'a skill id used twice',
    framework({ skills: [...skills, { ...skills[0], text: 'Other' }] }),
    'skills: the id “del-01” stands there twice.',
  ],
  [
    'a competency without skills',
    framework({ skills: [skills[0]] }),
    'competencies: leadership has no skill.',
  ],
  [
    'two competencies of one name',
    framework({ competencies: [competencies[0], { ...competencies[1], name: 'delivery' }] }),
    'competencies: the name “delivery” stands there twice.',
  ],
  [
    'weights of 105%',
    framework({ directions: [{ ...directions[0], weights: { delivery: 75, leadership: 30 } }] }),
    'directions: the weights of maker add up to 105%, but must add up to 100%.',
  ],
  [
    'a missing weight',
    framework({ directions: [{ ...directions[0], weights: { delivery: 100 } }] }),
    'directions: maker has no weight for leadership.',
  ],
  [
    'a weight of no competency',
    framework({
      directions: [{ ...directions[0], weights: { delivery: 70, leadership: 20, sales: 10 } }],
    }),
    'directions: maker weighs sales, which is no competency.',
  ],
  [
    'a grade of no direction',
    framework({ grades: [{ ...grades[0], direction: 'Taker' }] }),
    "grades: “Taker” is no direction's name.",
  ],
  [
    'a grade that overlaps',
    framework({ grades: [grades[0], { ...grades[1], from: 1.1 }] }),
    'grades: M2 of Maker starts at 1.1, but the one before ends at 1.2.',
  ],
  [
    'a grade above the highest level',
    framework({ grades: [{ ...grades[0], to: 3 }] }),
    'grades: M1 of Maker goes from 0.5 to 3, but must rise within 0 and 2.',
  ],
])('%s is refused by name', (_, json, sentence) => {
  expect(() => parseFramework(json)).toThrow(sentence);
});

test('all problems are named at once', () => {
  const broken = framework({ rule: 'high', skills: [skills[0]] });
  expect(() => parseFramework(broken)).toThrow(/rule is “high”.*leadership has no skill/s);
});
