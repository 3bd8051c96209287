// A framework into the tabs and back, ids filled in, and JSON text.

import fc from 'fast-check';
import type { Framework } from '../../src/framework/framework';
import { missingIds } from '../../src/framework/ids';
import { frameworkJson, parseFrameworkJson } from '../../src/framework/json';
import { edited, frameworkEdits } from '../../src/framework/write';
import { framework as anyFramework } from './any-framework';
import { changed, ENGINEERING, read, said, tabsOf } from './tabs';

const tabs = tabsOf(ENGINEERING);

test('the tabs give back the framework that was written into them', () => {
  expect(read(tabs)).toMatchObject({ framework: ENGINEERING, problems: [] });
  expect(frameworkEdits(tabs, ENGINEERING)).toEqual([]);
});

test('any framework takes the place of any other, and nothing of that one is left', () => {
  fc.assert(
    fc.property(anyFramework, anyFramework, (one, other) => {
      const before = tabsOf(one);
      const after = edited(before, frameworkEdits(before, other));
      expect(read(after, other).framework).toEqual(other);
      expect(frameworkEdits(after, other)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('columns of the owner’s own move with their skill, by its id', () => {
  const own = changed(tabs, {
    'Framework!F1': 'Owner',
    'Framework!F2': 'Ada',
    'Framework!F5': 'Bo',
  });
  const { skills } = ENGINEERING;
  const next = { ...ENGINEERING, skills: [skills[3], ...skills.slice(1, 3), skills[0]] };
  const after = edited(own, frameworkEdits(own, next));
  const owners = after.grids.Framework.slice(1, 5).map((row) => [row[0], row[5] ?? '']);
  expect(owners).toEqual([
    ['del-04', 'Bo'],
    ['del-02', ''],
    ['del-03', ''],
    ['del-01', 'Ada'],
  ]);
});

test('what stands beside a grade moves with it, by its direction and its name', () => {
  const grade = (direction: string, from: number, grade: string) => ({
    direction,
    from,
    to: from + 1,
    grade,
    jobTitle: '',
  });
  const [one, two, other] = [grade('Lead', 0, 'L'), grade('Lead', 1, 'L'), grade('Expert', 0, 'L')];
  const before = tabsOf({ ...ENGINEERING, grades: [one, two, other] });
  const paid = changed(before, {
    'Grades!F1': 'Pay floor',
    'Grades!F2': 1000,
    'Grades!F3': 2000,
    'Grades!F4': 3000,
  });
  const next = { ...ENGINEERING, grades: [grade('Guest', 0, 'L'), other, one, two] };
  const after = edited(paid, frameworkEdits(paid, next));
  expect(after.grids.Grades.slice(1).map((row) => [row[0], row[5] ?? ''])).toEqual([
    ['Guest', ''],
    ['Expert', 3000],
    ['Lead', 1000],
    ['Lead', 2000],
  ]);
});

describe('missing ids', () => {
  const fill = (
    cells: Record<string, string | number>,
    published: Framework | null = null,
    retired: string[] = [],
  ) => {
    const now = changed(tabs, cells);
    const edits = missingIds(read(now), published, retired);
    const after = edited(now, edits);
    return { ids: edits.map(({ value }) => value), after };
  };

  test('are filled in with the next number of the competency', () => {
    const row = {
      'Framework!B123': 'Delivery',
      'Framework!C123': 1,
      'Framework!D123': 'Whistles.',
    };
    expect(fill(row).ids).toEqual(['del-28']);
  });

  test('are never those of a skill that was published, in the last version or before', () => {
    const row = { 'Framework!B28': 'Delivery', 'Framework!A28': '', 'Framework!D28': 'Whistles.' };
    expect(fill(row, ENGINEERING).ids).toEqual(['del-28']);
    expect(fill(row, ENGINEERING, ['del-30']).ids).toEqual(['del-31']);
  });

  test('are given back to a skill that was published with this very sentence', () => {
    expect(fill({ 'Framework!A5': '' }, ENGINEERING).ids).toEqual(['del-04']);
  });

  test('of a new competency come from its name, and so do those of its skills', () => {
    const cells = {
      'Directions!B7': 'Being Kind',
      'Framework!B123': 'Being Kind',
      'Framework!D123': 'Smiles.',
      'Framework!B124': 'Being Kind',
      'Framework!D124': 'Laughs.',
    };
    expect(fill(cells).ids).toEqual(['being-kind', 'bei-01', 'bei-02']);
  });

  test('are all different, and nothing is missing afterwards', () => {
    const blank = Object.fromEntries(
      Array.from({ length: 121 }, (_, index) => [`Framework!A${index + 2}`, '']),
    );
    const { ids, after } = fill(blank);
    expect(new Set(ids).size).toBe(121);
    expect(said(after).errors).toEqual([]);
  });
});

describe('JSON text', () => {
  test('goes out as the built-in files are written, and comes in again', () => {
    expect(JSON.parse(frameworkJson(ENGINEERING))).toEqual(ENGINEERING);
    expect(Object.keys(JSON.parse(frameworkJson(ENGINEERING)))).toEqual(Object.keys(ENGINEERING));
    fc.assert(
      fc.property(anyFramework, (framework) => {
        expect(parseFrameworkJson(frameworkJson(framework))).toEqual(framework);
      }),
    );
  });

  test.each([
    ['', 'There is no text yet: paste the JSON of a framework.'],
    [
      '{"id": ',
      /^This is no JSON \(.+\): paste the whole text, from the first brace to the last\.$/,
    ],
    ['[]', /^.*framework|id/],
    ['{"skills": "engineering.json"}', /^This text names engineering\.json for its skills/],
    [frameworkJson({ ...ENGINEERING, name: '' }), 'name: must not be blank.'],
  ])('that is none is refused by a sentence: %.20s', (text, sentence) => {
    expect(() => parseFrameworkJson(text)).toThrow(sentence);
  });
});
