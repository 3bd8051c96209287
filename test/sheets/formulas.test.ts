import * as fc from 'fast-check';
import type { Host, OpenFile } from '../../local/host';
import engineering from '../../src/frameworks/engineering.json';
import { gapOf } from '../../src/rules/gap';
import { levelOf } from '../../src/rules/level';
import { type CompetencySkill, nextSkills } from '../../src/rules/next-skills';
import { progressOf } from '../../src/rules/progress';
import { DEFAULT_RULE } from '../../src/rules/rule';
import type { Score } from '../../src/rules/score';
import { newTemplate, openHost, stored } from './fixture';

const COMPETENCIES = engineering.competencies.map(({ name }) => name);
const FIRST_ROW = 16;

let host: Host;
let close: () => void;
let template: OpenFile;

beforeAll(async () => {
  ({ host, close } = openHost());
  template = await newTemplate(host);
});
afterAll(() => close());

/** Skills as Assessment lists them. */
interface Skill extends CompetencySkill {
  skill: string;
}

/** A copy of the template with a direction, a status and scores in rows 2 to 122. */
function sheet(direction: string, status: string, self: Score[], agreed: Score[] = []): OpenFile {
  const file = template.copy('random');
  const { cells } = stored(file, host).sheets[1];
  const put = (column: string, scores: Score[]) => {
    scores.forEach((score, index) => {
      const address = `${column}${index + 2}`;
      if (score !== null) cells[address] = { ...cells[address], v: score };
    });
  };
  put('E', self);
  put('H', agreed);
  if (direction) file.type(...file.named('direction'), direction);
  file.type(...file.named('status'), status);
  return file;
}

function skillsWith(file: OpenFile, scores: Score[]): Skill[] {
  const rows = file.read('Assessment', 'B2:D122') as [string, number, string][];
  return rows.map(([competency, level, skill], index) => ({
    competency,
    level,
    skill,
    score: scores[index] ?? null,
  }));
}

/** What Summary shows, by the tables of its rows. */
async function shown(file: OpenFile) {
  const grid = (await file.computed('Summary', 'A1:J37')) as unknown[][];
  const column = (letter: string, first: number, count: number) =>
    grid.slice(first - 1, first - 1 + count).map((row) => row['ABCDEFGHIJ'.indexOf(letter)]);
  return {
    grid,
    selfProgress: column('E', 6, 1)[0],
    agreedProgress: column('F', 6, 1)[0],
    selfLevels: column('E', FIRST_ROW, 5),
    agreedLevels: column('F', FIRST_ROW, 5),
    levelNames: column('D', FIRST_ROW, 5),
    gaps: grid.slice(FIRST_ROW - 1, FIRST_ROW + 4).map((row) => row.slice(6, 10)),
    nextSkills: grid.slice(23, 28).map((row) => row.slice(1, 7)),
    directions: column('B', 32, 3),
    selfByDirection: column('E', 32, 3),
    agreedByDirection: column('F', 32, 3),
    errors: grid.flat().filter((value) => /^#|^Loading/.test(String(value))),
  };
}

function expected(skills: Skill[], direction: string) {
  const own = (name: string) => skills.filter(({ competency }) => competency === name);
  const levels = COMPETENCIES.map((name) => levelOf(own(name), DEFAULT_RULE));
  const weightsIn = (weights: Record<string, number>) =>
    engineering.competencies.map(({ id }) => weights[id]);
  const weights = weightsIn(
    engineering.directions.find(({ name }) => name === direction)?.weights ?? {},
  );
  const weightOf = new Map(COMPETENCIES.map((name, index) => [name, weights[index]]));
  return {
    levels,
    gaps: COMPETENCIES.map((name) => {
      const gap = gapOf(own(name), DEFAULT_RULE);
      return [gap.nextLevel ?? '', gap.points, gap.atZero, gap.notScored];
    }),
    progress: progressOf(levels, weights),
    byDirection: engineering.directions.map((each) => progressOf(levels, weightsIn(each.weights))),
    nextSkills: nextSkills(skills, weightOf, DEFAULT_RULE, 5).map((next) => {
      const { competency, skill, score } = skills[next.index];
      return [competency, next.nextLevel, skill, score ?? '', next.wanted, next.progressGained];
    }),
  };
}

const filled = (rows: unknown[][]) => rows.filter((row) => row[0] !== '');
const direction = fc.constantFrom(...engineering.directions.map(({ name }) => name));
/** Mostly 2, so that levels are reached. */
const score = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Score>(2) },
  { weight: 4, arbitrary: fc.constant<Score>(1) },
  { weight: 1, arbitrary: fc.constantFrom<Score>(0, 'n/a', null) },
);
const scores = fc.array(score, { minLength: 121, maxLength: 121 });

test('Summary shows what the rules say, whatever the scores', async () => {
  await fc.assert(
    fc.asyncProperty(direction, scores, async (name, self) => {
      const file = sheet(name, 'Draft', self);
      const got = await shown(file);
      const want = expected(skillsWith(file, self), name);
      expect(got.errors).toEqual([]);
      expect(got.selfLevels).toEqual(want.levels);
      expect(got.gaps).toEqual(want.gaps);
      expect(got.selfProgress).toBe(want.progress);
      expect(got.selfByDirection).toEqual(want.byDirection);
      expect(got.directions).toEqual(engineering.directions.map((each) => each.name));
      expect(filled(got.nextSkills)).toEqual(want.nextSkills);
      expect(got.levelNames).toEqual(
        want.levels.map(
          (level) => `${'●'.repeat(level)}${'○'.repeat(5 - level)}  ${engineering.levels[level]}`,
        ),
      );
    }),
    { numRuns: 8 },
  );
});

test.each(['In review', 'Recorded'])(
  'agreed levels and progress show, and count, while the status is %s',
  async (status) => {
    const [self, agreed] = fc.sample(scores, { numRuns: 2, seed: 7 });
    const file = sheet('Functional Leader', status, self, agreed);
    const got = await shown(file);
    const want = expected(skillsWith(file, agreed), 'Functional Leader');
    expect(got.errors).toEqual([]);
    expect(got.agreedLevels).toEqual(want.levels);
    expect(got.agreedProgress).toBe(want.progress);
    expect(got.agreedByDirection).toEqual(want.byDirection);
    expect(got.gaps).toEqual(want.gaps);
    expect(filled(got.nextSkills)).toEqual(want.nextSkills);
    expect(got.selfLevels).toEqual(expected(skillsWith(file, self), 'Functional Leader').levels);
  },
);

test.each(['Draft', 'Submitted'])(
  'agreed scores do not show while the status is %s',
  async (status) => {
    const [self, agreed] = fc.sample(scores, { numRuns: 2, seed: 8 });
    const got = await shown(sheet('Functional Leader', status, self, agreed));
    expect(got.agreedLevels).toEqual(['', '', '', '', '']);
    expect(got.agreedProgress).toBe('');
    expect(got.agreedByDirection).toEqual(['', '', '']);
  },
);

test('without a direction nothing is in error, and the sheet asks for one', async () => {
  const got = await shown(sheet('', 'Draft', []));
  expect(got.errors).toEqual([]);
  expect(got.selfProgress).toBe('');
  expect(got.grid[7][4]).toBe('Choose a direction');
});

test('a competency without skills is at 0, without an error', async () => {
  const file = sheet('Functional Leader', 'Draft', []);
  for (let row = 100; row <= 122; row += 1) file.type('Assessment', `B${row}`, '');
  const got = await shown(file);
  expect(got.errors).toEqual([]);
  expect(got.selfLevels[4]).toBe(0);
  expect(got.gaps[4]).toEqual(['', '', '', '']);
});

test('a direction that is no longer in the framework shows no progress and no error', async () => {
  const file = sheet('Functional Leader', 'Draft', []);
  file.type('Directions', 'F1', 'Team Leader');
  const got = await shown(file);
  expect(got.errors).toEqual([]);
  expect(got.selfProgress).toBe('');
  expect(got.directions).toContain('Team Leader');
});

test('a direction added behind the others shows its progress too', async () => {
  const file = sheet('Functional Leader', 'Draft', Array(121).fill(2));
  file.type('Directions', 'H1', 'Specialist');
  for (let row = 2; row <= 6; row += 1) file.type('Directions', `H${row}`, '20%');
  file.type(...file.named('direction'), 'Specialist');
  const got = await shown(file);
  expect(got.grid[34].slice(1, 5)).toEqual(['Specialist', 'now', '■'.repeat(20), 5]);
  expect(got.selfProgress).toBe(5);
});

test('sorting Assessment changes no level', async () => {
  const [self] = fc.sample(scores, { numRuns: 1, seed: 3 });
  const file = sheet('Individual Contributor', 'Draft', self);
  const before = await shown(file);
  for (const [column, ascending] of [
    [5, false],
    [4, true],
    [3, false],
  ] as const) {
    await file.call('sortTab', 'Assessment', column, ascending);
    const after = await shown(file);
    expect(file.read('Assessment', 'A2')).not.toBe('del-01');
    expect(after.selfLevels).toEqual(before.selfLevels);
    expect(after.selfProgress).toBe(before.selfProgress);
    expect(after.gaps).toEqual(before.gaps);
  }
});

test('rows added below the last and rows inserted in between count', async () => {
  const file = sheet('Individual Contributor', 'Draft', Array(121).fill(2));
  expect((await shown(file)).selfLevels).toEqual([5, 5, 5, 5, 5]);

  await file.call('setCells', 'Assessment', 123, 2, [['Delivery', 1, 'My own', 0]]);
  expect((await shown(file)).selfLevels).toEqual([0, 5, 5, 5, 5]);

  await file.call('insertRowsAt', 'Assessment', 30, 2);
  await file.call('setCells', 'Assessment', 30, 2, [['Leadership', 2, 'Another', 0]]);
  const after = await shown(file);
  expect(after.errors).toEqual([]);
  expect(after.selfLevels).toEqual([0, 5, 5, 5, 1]);
});

test('a score that is none shows the sentence of the function, and only where it matters', async () => {
  const file = sheet('Individual Contributor', 'Draft', Array(121).fill(2));
  await file.call('setCells', 'Assessment', 2, 5, [['two']]).catch(() => {});
  stored(file, host).sheets[1].cells.E2.v = 'two';
  const got = await shown(file);
  expect(got.selfLevels).toEqual(['#ERROR!', 5, 5, 5, 5]);
});

test('rows and columns inserted in Summary leave every name and formula in place', async () => {
  const file = sheet('Individual Contributor', 'Draft', Array(121).fill(2));
  await file.call('insertRowsAt', 'Summary', 3, 2);
  expect(await file.computed(...file.named('self_progress'))).toBe(5);
  expect(file.read(...file.named('direction'))).toBe('Individual Contributor');
});

describe('grades', () => {
  const withGrades = (file: OpenFile) => {
    const rows = [
      ['Individual Contributor', '1', '2', 'E3', 'Engineer'],
      ['Individual Contributor', '2', '5', 'E4', 'Senior Engineer'],
      ['Functional Leader', '0', '5', 'L1', 'Lead'],
    ];
    rows.forEach((cells, index) => {
      cells.forEach((text, column) => {
        file.type('Grades', `${'ABCDE'[column]}${index + 2}`, text);
      });
    });
    return file;
  };

  test('the highest grade permitted shows with its words', async () => {
    const got = await shown(
      withGrades(sheet('Individual Contributor', 'Draft', Array(121).fill(2))),
    );
    expect(got.grid[9][4]).toBe('E4 · Senior Engineer');
    expect(got.grid[10][4]).toBe('the highest grade permitted, never an automatic promotion');
  });

  test.each([
    ['below the first grade', 'Individual Contributor', []],
    ['in a direction without grades', 'Cross Functional Leader', Array(121).fill(2)],
    ['without a direction', '', Array(121).fill(2)],
  ])('%s there is neither a grade nor an error', async (_, name, self) => {
    const got = await shown(withGrades(sheet(name, 'Draft', self)));
    expect(got.errors).toEqual([]);
    expect(got.grid[9][4]).toBe('');
    expect(got.grid[10][4]).toBe('');
  });
});

test('from a score to any cell at most a LEVEL and a PROGRESS follow each other, but for the grade', () => {
  const ours = /\b(LEVEL_GAP|LEVEL|PROGRESS_BY_DIRECTION|PROGRESS|NEXT_SKILLS|GRADE)\(/g;
  const workbook = template.workbook();
  const summary = workbook.sheets[0].cells;
  const chainOf = (address: string): string[] => {
    const formula = summary[address]?.f;
    if (!formula) return [];
    const own = [...formula.matchAll(ours)].map(([, name]) => name);
    const before = referencesIn(formula, workbook.namedRanges)
      .map(chainOf)
      .reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
    return own.length > 0 ? [...before, own[0]] : before;
  };
  const chains = new Set(Object.keys(summary).map((address) => chainOf(address).join(' > ')));
  expect([...chains].sort()).toEqual([
    '',
    'LEVEL',
    'LEVEL > PROGRESS',
    'LEVEL > PROGRESS > GRADE',
    'LEVEL > PROGRESS_BY_DIRECTION',
    'LEVEL_GAP',
    'NEXT_SKILLS',
  ]);
});

test('formulas have neither decimals, nor braces, nor commas between arguments', () => {
  const formulas = template
    .workbook()
    .sheets.flatMap(({ cells }) => Object.values(cells).flatMap(({ f }) => f ?? []));
  expect(formulas.length).toBeGreaterThan(30);
  for (const formula of formulas) {
    const outsideTexts = formula.replace(/"[^"]*"/g, '');
    expect(outsideTexts).not.toMatch(/[{},]|\d\.\d/);
  }
});

/** The cells of Summary that a formula reads, named ones included. */
function referencesIn(formula: string, names: Record<string, string>): string[] {
  let text = formula.replace(/"[^"]*"/g, '').replace(/\w+!\$?\w+\$?\d*(:\$?\w+\$?\d*)?/g, '');
  for (const [name, range] of Object.entries(names)) {
    if (!range.startsWith('Summary!')) continue;
    text = text.replace(new RegExp(`\\b${name}\\b(?!\\()`, 'g'), range.slice('Summary!'.length));
  }
  return [...text.matchAll(/\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?/g)].flatMap(
    ([, column, row, lastColumn = column, lastRow = row]) => {
      const cells: string[] = [];
      for (let c = column.charCodeAt(0); c <= lastColumn.charCodeAt(0); c += 1) {
        for (let r = Number(row); r <= Number(lastRow); r += 1) {
          cells.push(`${String.fromCharCode(c)}${r}`);
        }
      }
      return cells;
    },
  );
}
