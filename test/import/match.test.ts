// Skills matched by their sentences, levels compared with their reasons, and what an import changes.

import { compareLevels, type LevelFramework, type Taken } from '../../src/import/compare';
import { matchSkills } from '../../src/import/match';
import { planImport } from '../../src/import/plan';
import { levelNamed, oldScore } from '../../src/import/words';

const kinds = (old: string[], ours: string[]) =>
  matchSkills(
    old.map((text) => ({ text })),
    ours.map((text, index) => ({ id: `s${index + 1}`, text })),
  ).map(({ kind, skillId }) => `${kind} ${skillId}`.trim());

describe('a skill of an older sheet', () => {
  test('is the same one whatever its case, spaces and punctuation', () => {
    expect(
      kinds(['SAYS  when it’s done!', 'Tests it'], ["Says when it's done.", 'Tests it.']),
    ).toEqual(['exact s1', 'exact s2']);
  });

  test('is close when most words are shared, and nothing when they are not', () => {
    expect(
      kinds(
        ['Says early when a task will be done.', 'Paints the office walls every spring.'],
        ['Says when a task will be done before starting it.', 'Tests a change before review.'],
      ),
    ).toEqual(['close s1', 'none']);
  });

  test('never takes a skill of ours from one that has the same words', () => {
    expect(
      kinds(
        ['Says when the task will be done.', 'Says when a task will be done.'],
        ['Says when a task will be done.'],
      ),
    ).toEqual(['none', 'exact s1']);
  });

  test('is not exact when the same words stand in another order', () => {
    expect(kinds(['Asks the team before the owner.'], ['Asks the owner before the team.'])).toEqual(
      ['close s1'],
    );
  });
});

describe('what stands in a cell', () => {
  test.each([
    ['Nope', 0],
    ['somewhat', 1],
    ['YES', 2],
    ['No', 0],
    ['Partly', 1],
    ['n/a', 'n/a'],
    ['not applicable', 'n/a'],
    ['2 - fully', 2],
    ['1.0', 1],
    ['', null],
    [3, undefined],
    ['1/ Junior', undefined],
    [true, undefined],
    [0.5, undefined],
  ])('%j is the score %j', (cell, score) => expect(oldScore(cell)).toBe(score));

  test.each([
    ['Level 2', 2],
    ['L3', 3],
    ['1/ Junior', 1],
    ['2 - Medior', 2],
    ['beginner', 1],
    [4, 4],
    ['Junior', null],
    ['2 or more examples of work that others built upon', null],
    [12, null],
  ])('%j is the level %j', (cell, level) => {
    expect(levelNamed(cell, ['Starter', 'Beginner'])).toBe(level);
  });
});

describe('the level that the older sheet showed against ours', () => {
  const framework = (rule: number | string = 1.7): LevelFramework => ({
    rule,
    competencies: [{ id: 'delivery', name: 'Delivery', emoji: '', about: '' }],
    skills: [1, 1, 1, 2, 2].map((level, index) => ({
      id: `s${index + 1}`,
      competency: 'delivery',
      level,
      text: `Skill ${index + 1}`,
      looksLike: '',
    })),
  });
  const taken = (scores: (Taken['score'] | undefined)[]): Taken[] =>
    scores.flatMap((score, index) =>
      score === undefined
        ? []
        : [old({ score, level: index < 3 ? 1 : 2, skillId: `s${index + 1}` })],
    );
  const compared = (
    theirs: number | null,
    scores: (Taken['score'] | undefined)[],
    rule?: number | string,
  ) => {
    const shown =
      theirs === null ? [] : [{ competency: 'DELIVERY', level: theirs, cell: 'Summary!C2' }];
    const [{ ours, reasons }] = compareLevels(framework(rule), taken(scores), { shown });
    return [ours, ...reasons];
  };

  test('is the same: no reason is needed', () => {
    expect(compared(2, [2, 2, 2, 2, 2])).toEqual([2]);
  });

  test('is not shown: ours stands alone', () => {
    expect(compared(null, [2, 2, 2, 2, 2])).toEqual([2]);
  });

  test('skips blanks', () => {
    expect(compared(2, [2, null, null, 2, 2])).toEqual([
      0,
      '2 skills on level 1 are not scored in the older sheet, which skips blanks: here they count as missing.',
    ]);
  });

  test('lets a 0 on a lower level pass', () => {
    expect(compared(2, [2, 2, 0, 2, 2])).toEqual([
      0,
      '“Skill 3” is 0 on level 1: the older sheet counts higher levels all the same, here none above it counts.',
    ]);
  });

  test('lacks skills that ours asks for', () => {
    expect(compared(1, [2, 2, undefined])).toEqual([
      0,
      '1 skill on level 1 is not in the older sheet, so not scored here.',
    ]);
  });

  test('asks less than the average here', () => {
    expect(compared(1, [2, 2, 1])).toEqual([
      0,
      'The scores on level 1 average 1.67: here they must average more than 1.7; the older sheet asks less.',
    ]);
  });

  test('allows more at 1 than the rule here', () => {
    expect(compared(1, [2, 1, 1], 'at most 1 at 1')).toEqual([
      0,
      '2 skills on level 1 are 1: here 1 at most may be; the older sheet allows more.',
    ]);
  });

  test('leaves out more than one n/a', () => {
    expect(compared(1, ['n/a', 'n/a', 2])).toEqual([
      0,
      '2 skills on level 1 are n/a: here one at most is left out, and never the only skill.',
    ]);
  });

  test('is of a competency that only the older sheet has', () => {
    const shown = [{ competency: 'Know-how', level: 3, cell: 'Summary!C3' }];
    expect(compareLevels(framework(), [], { shown })[1]).toMatchObject({
      competency: 'Know-how',
      theirs: 3,
      ours: null,
      reasons: ['The framework has no competency of this name.'],
    });
  });

  test('is lower than ours since its own formula asks more', () => {
    expect(compared(0, [2, 2, 2])).toEqual([
      1,
      "The scores reach level 1 by the rule here; the older sheet's own formula asks more, or was not computed again.",
    ]);
  });
});

describe('an import', () => {
  const plan = (
    skills: Partial<Taken>[],
    answers: [string, unknown][],
    archived: Parameters<typeof planImport>[2] = [],
  ) =>
    planImport(
      skills.map(old),
      answers.map(([id, selfScore]) => ({ id, selfScore })),
      archived,
      '2026 H2',
    );

  test('fills blank self scores and never overwrites an answer', () => {
    const { fates, scores } = plan(
      [
        { skillId: 'a', score: 2 },
        { skillId: 'b', score: 1 },
        { skillId: 'c', score: 0 },
        { skillId: 'd', score: null },
      ],
      [
        ['a', ''],
        ['b', 2],
        ['c', '0'],
        ['d', ''],
      ],
    );
    expect(fates).toEqual(['new', 'conflict', 'there', 'blank']);
    expect(scores).toEqual([{ skillId: 'a', score: 2 }]);
  });

  test('keeps in Archive what has no place, once', () => {
    const skills = [
      { text: 'Paints walls.', competency: 'Delivery', level: 1, score: 2 as const },
      { text: 'Sings.', competency: 'Delivery', level: null, unreadable: '3', skillId: 'a' },
      {
        text: 'A row was deleted.',
        competency: 'Delivery',
        level: 2,
        score: 1 as const,
        skillId: 'x',
      },
    ];
    const first = plan(skills, [['a', '']]);
    expect(first.fates).toEqual(['archive', 'archive', 'archive']);
    expect(first.archive).toEqual([
      expect.objectContaining({ reason: 'Imported', skill: 'Paints walls.', selfScore: 2 }),
      expect.objectContaining({ skillId: 'a', level: '', selfScore: '3' }),
      expect.objectContaining({ skillId: 'x', level: 2, selfScore: 1, round: '2026 H2' }),
    ]);
    expect(plan(skills, [['a', '']], first.archive)).toMatchObject({
      fates: ['there', 'there', 'there'],
      archive: [],
    });
  });
});

function old(given: Partial<Taken>): Taken {
  return {
    tab: 'Delivery',
    row: 3,
    cell: 'Delivery!B3',
    competency: 'Delivery',
    level: 1,
    text: 'A skill.',
    score: null,
    unreadable: '',
    isFormula: false,
    skillId: '',
    ...given,
  };
}
