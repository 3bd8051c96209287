// Frameworks of every shape: few and many competencies and levels, emoji, text from right to left.

import fc from 'fast-check';
import type { Framework } from '../../src/framework/framework';

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '🧗‍♀️ climbs',
      'מתכנן לפני שהוא מתחיל',
      'يكتب الاختبارات أولا',
      '=1+1',
      "'quoted",
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');

/** One that the schema takes; its directions have the ids that their names come to. */
export const framework: fc.Arbitrary<Framework> = fc
  .record({
    texts: fc.uniqueArray(words, {
      minLength: 30,
      maxLength: 40,
      selector: (text) => text.toLowerCase(),
    }),
    competencies: fc.integer({ min: 1, max: 12 }),
    levels: fc.integer({ min: 1, max: 9 }),
    directions: fc.integer({ min: 1, max: 6 }),
    rule: fc.constantFrom<Framework['rule']>(1.7, 1.5, 'at most 1 at 1'),
    emoji: fc.constantFrom('🚚', ''),
  })
  .map(({ texts, competencies, levels, directions, rule, emoji }) => {
    const ids = Array.from({ length: competencies }, (_, index) => `c-${index}`);
    const share = Math.floor(100 / competencies);
    return {
      id: 'any',
      name: texts[0],
      version: '1.0.0',
      description: texts[1],
      source: texts[2],
      levels: Array.from({ length: levels + 1 }, (_, level) => `L${level} ${texts[3]}`),
      scale: { 0: texts[4], 1: texts[5], 2: texts[6] },
      rule,
      competencies: ids.map((id, index) => ({
        id,
        name: `${index} ${texts[7]}`,
        emoji,
        about: texts[8],
      })),
      directions: Array.from({ length: directions }, (_, index) => ({
        id: `d${index}`,
        name: `D${index}`,
        weights: Object.fromEntries(
          ids.map((id, at) => [id, at === 0 ? 100 - share * (competencies - 1) : share]),
        ),
      })),
      grades: [{ direction: 'D0', from: 0, to: levels, grade: 'G', jobTitle: texts[9] }],
      skills: texts.map((text, index) => ({
        id: `s-${index}`,
        competency: ids[index % competencies],
        level: 1 + (Math.floor(index / competencies) % levels),
        text,
        looksLike: text,
      })),
    };
  });
