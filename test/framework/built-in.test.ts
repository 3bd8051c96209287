// The frameworks that the scripts bring along.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILT_IN } from '../../src/framework/built-in';
import type { FrameworkFile } from '../../src/framework/framework';
import { parseFrameworkFile } from '../../src/framework/schema';

const FOLDER = path.join(import.meta.dirname, '../../src/frameworks');
const read = (name: string): FrameworkFile =>
  JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
const built = (name: string) => parseFrameworkFile(read(`${name}.json`), read);
const FILES = BUILT_IN.map(([file]) => file);

test.each(FILES)('%s is sound', (name) => {
  expect(built(name).id).toBe(name);
});

test.each(FILES)('%s has the 121 skills of the published shape', (name) => {
  const { competencies, skills } = built(name);
  const counts = competencies.map(({ id }) => [
    id,
    ...[1, 2, 3, 4, 5].map(
      (level) => skills.filter((own) => own.competency === id && own.level === level).length,
    ),
  ]);
  expect(counts).toEqual([
    ['delivery', 6, 6, 6, 5, 4],
    ['domain-expertise', 4, 5, 4, 4, 4],
    ['problem-solving', 4, 5, 6, 5, 5],
    ['communication', 4, 7, 6, 4, 4],
    ['leadership', 4, 5, 6, 4, 4],
  ]);
});

describe('each sentence of Engineering', () => {
  const { skills } = built('engineering');

  test('is about one behaviour, short enough to be read at a glance, and ends', () => {
    for (const { text } of skills) {
      expect(text).toMatch(/^[A-Z][^.;]*\.$/);
      expect(text).not.toMatch(/ and | as well as |\//);
      expect(text.length).toBeLessThan(100);
    }
  });

  test('says what a 2 looks like with two or three kinds of example', () => {
    for (const { looksLike } of skills) {
      const [claim, examples] = looksLike.split(': ');
      expect(claim).toMatch(/^[A-Z]/);
      expect(examples.split(', ').length).toBeGreaterThanOrEqual(2);
      expect(looksLike).toMatch(/\.$/);
    }
  });

  test('has an id of its competency that nobody else has', () => {
    expect(new Set(skills.map(({ id }) => id)).size).toBe(skills.length);
    for (const { id, competency } of skills) {
      expect(id).toMatch(new RegExp(`^${competency.slice(0, 3)}-\\d\\d$`));
    }
  });
});

test('the tracks carry 22 directions, each with its grades, and no pay', () => {
  const { directions, grades } = built('engineering-tracks');
  expect(directions).toHaveLength(22);
  expect(grades).toHaveLength(78);
  for (const { name } of directions) {
    expect(grades.filter(({ direction }) => direction === name).at(-1)?.to).toBe(5);
  }
  for (const grade of grades) {
    expect(Object.keys(grade)).toEqual(['direction', 'from', 'to', 'grade', 'jobTitle']);
    expect(grade.jobTitle).not.toMatch(/[{}]/);
  }
});

test('the highest grade of technical leadership stands open without managing people', () => {
  const { grades } = built('technical-leadership');
  const top = grades.filter(({ grade }) => grade === 'T4').map(({ direction }) => direction);
  expect(top).toEqual(['Principal Architect', 'People Management']);
});

test('a file that names no known file for its skills is refused', () => {
  const missing = { ...read('technical-leadership.json'), skills: 'nowhere.json' };
  expect(() => parseFrameworkFile(missing, read)).toThrow(/nowhere\.json/);
});
