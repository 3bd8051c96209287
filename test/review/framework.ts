// A small framework for the tests of reviews: two competencies, three levels, two directions.

import type { Framework } from '../../src/framework/framework';

export const FRAMEWORK: Framework = {
  id: 'small',
  name: 'Small',
  version: '1.2.0',
  description: 'For tests.',
  source: 'Made up.',
  levels: ['Starter', 'Beginner', 'Intermediate', 'Advanced'],
  scale: { 0: 'not at all', 1: 'somewhat', 2: 'fully' },
  rule: 1.7,
  competencies: [
    { id: 'delivery', name: 'Delivery', emoji: '🚚', about: 'getting things done' },
    { id: 'communication', name: 'Communication', emoji: '💬', about: 'being understood' },
  ],
  directions: [
    { id: 'maker', name: 'Maker', weights: { delivery: 75, communication: 25 } },
    { id: 'guide', name: 'Guide', weights: { delivery: 25, communication: 75 } },
  ],
  grades: [],
  skills: [
    skill('del-01', 'delivery', 1),
    skill('del-02', 'delivery', 1),
    skill('del-03', 'delivery', 2),
    skill('com-01', 'communication', 1),
    skill('com-02', 'communication', 2),
    skill('com-03', 'communication', 3),
  ],
};

function skill(id: string, competency: string, level: number) {
  return { id, competency, level, text: `Does ${id}`, looksLike: `Did ${id}` };
}
