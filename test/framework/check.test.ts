// What an owner is told about a framework, by cell.

import type { Framework, Skill } from '../../src/framework/framework';
import { changed, ENGINEERING, said, tabsOf } from './tabs';

const tabs = tabsOf(ENGINEERING);

test('nothing is wrong with the built-in framework', () => {
  expect(said(tabs, ENGINEERING)).toEqual({ errors: [], warnings: [], findings: [] });
});

test.each<[string, Record<string, string | number>, string[]]>([
  [
    'weights that do not add up',
    { 'Directions!E2': 0.3 },
    ['Directions!E1 heads weights that add up to 105%, but must add up to 100%.'],
  ],
  [
    'a weight that is no number',
    { 'Directions!E2': 'a lot' },
    [
      'Directions!E1 heads weights that add up to 75%, but must add up to 100%.',
      'Directions!E2 holds “a lot” as the weight of Delivery under “Individual Contributor”: write a share such as 25%.',
    ],
  ],
  [
    'weights without a direction',
    { 'Directions!H2': 0.5 },
    ['Directions!H1 is blank above weights: name the direction, or clear its column.'],
  ],
  [
    'an id that is missing',
    { 'Framework!A3': '' },
    ['Framework!A3 is blank: each skill has an id of its own; let it be filled in.'],
  ],
  [
    'an id that stands there twice',
    {
      'Framework!A123': 'del-01',
      'Framework!B123': 'Delivery',
      'Framework!C123': 1,
      'Framework!D123': 'Whistles.',
      'Framework!E123': 'Heard.',
    },
    [
      'Framework!A123 repeats the id “del-01” of Framework!A2: ids never change, so clear the id of the newer skill and let a new one be filled in.',
    ],
  ],
  [
    'an id that is no id',
    {
      'Framework!A123': 'DEL 1',
      'Framework!B123': 'Delivery',
      'Framework!C123': 1,
      'Framework!D123': 'Whistles.',
      'Framework!E123': 'Heard.',
    },
    ['Framework!A123 holds “DEL 1”: an id is lower-case letters and digits, parted by dashes.'],
  ],
  [
    'an unknown competency',
    { 'Framework!B2': 'Cooking' },
    [
      'Framework!B2 holds “Cooking”, which is no competency of the tab “Directions”: write it as it stands there.',
    ],
  ],
  [
    'a level that has no name',
    { 'Framework!C2': 6 },
    [
      'Framework!C2 puts a skill of Delivery on level 6, but level 5 has none: fill the level below first.',
      'Framework!C2 holds 6: a skill stands on a level from 1 to 5, as the tab “Levels” names them.',
    ].slice(1),
  ],
  [
    'a level that is none',
    { 'Framework!C2': 'high' },
    ['Framework!C2 holds “high”: write a number there.'],
  ],
  [
    'an empty sentence',
    { 'Framework!D2': '' },
    ['Framework!D2 is blank: write one observable sentence.'],
  ],
  [
    'a sentence without its explanation',
    { 'Framework!E2': ' ' },
    ['Framework!E2 is blank: say what a 2 looks like, with two or three kinds of example.'],
  ],
  [
    'two skills that say the same',
    { 'Framework!D3': 'says when a TASK will be done, before starting it' },
    ['Framework!D3 says the same as Framework!D2: reword one of them or delete its row.'],
  ],
  [
    'a competency without a name',
    { 'Directions!A7': 'charm' },
    [
      'Directions!B7 has no skill in the tab “Framework”: add some, or delete the competency.',
      'Directions!B7 is blank: name the competency.',
    ],
  ],
  ['a level without a name', { 'Levels!B4': '' }, ['Levels!B4 is blank: name the level.']],
  [
    'levels that are not counted on',
    { 'Levels!A4': 7 },
    ['Levels!A4 holds 7: levels are numbered 0, 1, 2 and so on, so write 2.'],
  ],
  [
    'a score without a meaning',
    { 'Levels!D3': '' },
    ['Levels!D3 is blank: say what a score of 1 means.'],
  ],
  [
    'a rule that is none',
    { 'Levels!G2': 'strict' },
    [
      'Levels!G2 cannot be the level rule: rule is “strict”, but a rule is a number from 0 to below 2, the average to exceed, or text such as “at most 1 at 1”.',
    ],
  ],
])('%s is an error', (_, cells, errors) => {
  expect(said(changed(tabs, cells)).errors).toEqual(errors);
});

test('a level without skills below one with some is an error at the first skill above it', () => {
  const skills = ENGINEERING.skills.filter(
    ({ competency, level }) => competency !== 'delivery' || level !== 2,
  );
  expect(said(tabsOf({ ...ENGINEERING, skills })).errors).toEqual([
    'Framework!C8 puts a skill of Delivery on level 3, but level 2 has none: fill the level below first.',
  ]);
});

test('a header that is gone and a name that is gone are said once, not cell by cell', () => {
  expect(said(changed(tabs, { 'Framework!D1': 'Sentence' })).errors).toContain(
    'The tab “Framework” has no column “Skill”: put that header back into its first row.',
  );
  const nameless = { ...tabs, cells: { ...tabs.cells, rule: null } };
  expect(said(nameless).errors).toContain(
    'The named range “level_rule” is missing: in Data > Named ranges, give this name to its cell in the tab “Levels”.',
  );
});

test('columns that Summary reads stay where they are, and so do its rows', () => {
  expect(said(changed(tabs, { 'Grades!B1': 'To', 'Grades!C1': 'From' })).errors).toEqual([
    'Grades!B1 is where the column “From” belongs: put it back, and columns of your own behind the others.',
  ]);
  const cells = { 'Directions!A8': 'charm', 'Directions!B8': 'Charm' };
  expect(said(changed(tabs, cells)).errors).toContain(
    'Directions!A8 stands below a blank row: delete that row, so that Summary shows no gap.',
  );
  const far = { 'Directions!L1': 'Pilot', 'Directions!L2': 1 };
  expect(said(changed(tabs, far)).errors).toEqual([
    'Directions!L1 stands too far to the right: put the direction beside the others.',
  ]);
});

describe('grades', () => {
  const grade = (from: number, to: number, name: string) => ({
    direction: 'Functional Leader',
    from,
    to,
    grade: name,
    jobTitle: name,
  });
  const errors = (...grades: Framework['grades']) =>
    said(tabsOf({ ...ENGINEERING, grades })).errors;

  test('may begin above 0 and follow one another', () => {
    expect(errors(grade(2.4, 5, 'B'), grade(1, 2.4, 'A'))).toEqual([]);
  });
  test('may not overlap', () => {
    expect(errors(grade(1, 2.4, 'A'), grade(2.2, 5, 'B'))).toEqual([
      'Grades!B3 overlaps A, which ends at 2.4: write 2.4 here, or 2.2 there.',
    ]);
  });
  test('may not leave a gap', () => {
    expect(errors(grade(1, 2.4, 'A'), grade(3, 5, 'B'))).toEqual([
      'Grades!B3 leaves a gap behind A, which ends at 2.4: write 2.4 here, or 3 there.',
    ]);
  });
  test('rise within the levels, in a direction that there is', () => {
    expect(errors({ ...grade(1, 6, 'A'), direction: 'Pilot' })).toEqual([
      'Grades!A2 holds “Pilot”, which is no direction of the tab “Directions”.',
      'Grades!B2 begins a grade from 1 to 6: it must rise, within 0 and 5.',
    ]);
  });
});

describe('a warning', () => {
  test('goes to a level of fewer than 4 or more than 7 skills', () => {
    const skills = ENGINEERING.skills.filter(({ id }) => id !== 'dom-01');
    const more: Skill[] = [1, 2].map((number) => ({
      id: `del-9${number}`,
      competency: 'delivery',
      level: 1,
      text: `Whistles tune ${number}.`,
      looksLike: 'Heard.',
    }));
    const { errors, warnings } = said(tabsOf({ ...ENGINEERING, skills: [...skills, ...more] }));
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'Framework!C2 begins level 1 of Delivery, which has 8 skills: with more than 7 several may stay at 1.',
      'Framework!C29 begins level 1 of Domain Expertise, which has 3 skills: with fewer than 4 a single 1 decides about the level.',
    ]);
  });

  test('goes to a skill too long to read, and to two that say nearly the same', () => {
    const { errors, warnings } = said(
      changed(tabs, {
        'Framework!D2': `Plans ${'and plans '.repeat(200)}.`,
        'Framework!D3': 'A step into tasks of a day or less breaks an assigned.',
        'Framework!D4': 'Breaks an assigned step into tasks of a day or less a.',
      }),
    );
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'Framework!D2 has 2007 characters: more than 160 are not read at a glance.',
      'Framework!D4 says nearly the same as Framework!D3: would two managers tell them apart?',
    ]);
  });
});

describe('ids never change', () => {
  test('one that was typed over is noticed by the sentence that was published under it', () => {
    expect(said(changed(tabs, { 'Framework!A2': 'del-77' }), ENGINEERING).errors).toEqual([
      'Framework!A2 holds “del-77”, but this skill was published as “del-01”: ids never change, so write that one back.',
    ]);
  });

  test('a sentence that was copied over another one is only the same said twice', () => {
    const cells = { 'Framework!D3': ENGINEERING.skills[0].text };
    expect(said(changed(tabs, cells), ENGINEERING).errors).toEqual([
      'Framework!D3 says the same as Framework!D2: reword one of them or delete its row.',
    ]);
  });

  test('two that changed places are both noticed', () => {
    const swapped = changed(tabs, { 'Framework!A2': 'del-02', 'Framework!A3': 'del-01' });
    expect(said(swapped, ENGINEERING).errors).toHaveLength(2);
  });

  test('one that was typed over and reworded at once is a warning, since it may be a new skill', () => {
    const cells = {
      'Framework!A2': 'del-77',
      'Framework!D2': 'Says when a task will be finished before starting it.',
    };
    const { errors, warnings } = said(changed(tabs, cells), ENGINEERING);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'Framework!A2 holds the new id “del-77” for a skill much like “del-01”, which is gone: if it was only reworded, write “del-01” back, so that its answers stay.',
    ]);
  });

  test('nor do those of competencies', () => {
    expect(said(changed(tabs, { 'Directions!A2': 'shipping' }), ENGINEERING).errors).toContain(
      'Directions!A2 holds “shipping”, but this competency was published as “delivery”: ids never change, so write that one back.',
    );
  });

  test('another framework is compared with nothing', () => {
    const other = { ...ENGINEERING, id: 'other' };
    expect(said(changed(tabs, { 'Framework!A2': 'del-77' }), other).errors).toEqual([]);
  });
});

test('findings come by tab, from top to bottom', () => {
  const { findings } = said(
    changed(tabs, {
      'Levels!G2': 'strict',
      'Framework!D9': '',
      'Framework!A3': '',
      'Directions!E2': 0.3,
    }),
  );
  expect(findings.map(({ place }) => [place.tab, place.row])).toEqual([
    ['Framework', 3],
    ['Framework', 9],
    ['Directions', 1],
    ['Levels', 2],
  ]);
});
