// What a draft of the framework would make of scores that are agreed already.

import { whatIf } from '../../src/review/what-if';
import { FRAMEWORK } from './framework';

const every = (score: 0 | 1 | 2) =>
  Object.fromEntries(FRAMEWORK.skills.map(({ id }) => [id, score]));
const ada = { name: 'Ada', email: 'ada@example.org', direction: 'Maker', scores: every(2) };
const bob = { name: 'Bob', email: 'bob@example.org', direction: 'Guide', scores: every(1) };

test('nobody moves while nothing changes', () => {
  const found = whatIf([ada, bob], FRAMEWORK, FRAMEWORK);
  expect(found.moves).toEqual([]);
  expect(found.people).toBe(2);
  expect(found.shifts[0]).toEqual({
    competency: 'Delivery',
    before: [1, 0, 1, 0],
    after: [1, 0, 1, 0],
  });
});

test('a new skill holds its level back until it is scored', () => {
  const [first] = FRAMEWORK.skills;
  const draft = {
    ...FRAMEWORK,
    skills: [...FRAMEWORK.skills, { ...first, id: 'del-09', level: 2, text: 'New' }],
  };
  const { moves, shifts } = whatIf([ada, bob], FRAMEWORK, draft);
  expect(moves).toEqual([
    {
      name: 'Ada',
      email: 'ada@example.org',
      direction: 'Maker',
      levels: [{ competency: 'Delivery', from: 2, to: 1 }],
      progress: { before: 2.25, after: 1.5, atBest: 2.25 },
    },
  ]);
  expect(shifts[0]).toMatchObject({ before: [1, 0, 1, 0], after: [1, 1, 0, 0] });
});

test('other weights move the progress and no level', () => {
  const draft = {
    ...FRAMEWORK,
    directions: [{ id: 'maker', name: 'Maker', weights: { delivery: 25, communication: 75 } }],
  };
  const { moves } = whatIf([ada, bob], FRAMEWORK, draft);
  expect(moves.map(({ name, levels, progress }) => [name, levels, progress])).toEqual([
    ['Ada', [], { before: 2.25, after: 2.75, atBest: 2.75 }],
    ['Bob', [], { before: 0, after: null, atBest: null }],
  ]);
});

test('a competency that comes or goes has no level on the other side', () => {
  const [delivery, communication] = FRAMEWORK.competencies;
  const draft = {
    ...FRAMEWORK,
    competencies: [delivery, { ...communication, id: 'writing', name: 'Writing' }],
    directions: [{ id: 'maker', name: 'Maker', weights: { delivery: 75, writing: 25 } }],
  };
  const [move] = whatIf([ada], FRAMEWORK, draft).moves;
  expect(move.levels).toEqual([
    { competency: 'Writing', from: null, to: 0 },
    { competency: 'Communication', from: 3, to: null },
  ]);
});
