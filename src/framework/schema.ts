// What the JSON of a framework must be like. Used by the build and by tests; scripts on
// Google trust what the build let pass.

import * as v from 'valibot';
import { nameKey } from '../rules/grade';
import { toMillionths } from '../rules/progress';
import { parseRule } from '../rules/rule';
import { frameworkOf } from './built-in';
import type { Framework, FrameworkFile } from './framework';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be blank'));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case-with-dashes'),
);

const shape = v.strictObject({
  id,
  name: text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0')),
  description: text,
  source: text,
  levels: v.pipe(
    v.array(text),
    v.minLength(2, 'must name level 0 and at least one more'),
    v.maxLength(10, 'must name no level above 9'),
  ),
  scale: v.strictObject({ 0: text, 1: text, 2: text }),
  rule: v.union([v.number(), v.string()]),
  competencies: v.pipe(
    v.array(v.strictObject({ id, name: text, emoji: v.string(), about: v.string() })),
    v.nonEmpty('must not be empty'),
  ),
  directions: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        weights: v.record(v.string(), v.pipe(v.number(), v.minValue(0, 'must not be negative'))),
      }),
    ),
    v.nonEmpty('must not be empty'),
  ),
  grades: v.array(
    v.strictObject({
      direction: text,
      from: v.number(),
      to: v.number(),
      grade: text,
      jobTitle: text,
    }),
  ),
  skills: v.pipe(
    v.array(
      v.strictObject({
        id,
        competency: id,
        level: v.pipe(v.number(), v.integer('must be whole'), v.minValue(1, 'must be at least 1')),
        text,
        looksLike: text,
      }),
    ),
    v.nonEmpty('must not be empty'),
  ),
});

/** The framework in parsed JSON. Throws an error that names every problem, one a line. */
export function parseFramework(json: unknown): Framework {
  const result = v.safeParse(shape, json);
  const problems = result.success
    ? problemsOf(result.output)
    : result.issues.map((issue) => `${v.getDotPath(issue) ?? 'framework'}: ${issue.message}.`);
  if (!result.success || problems.length > 0) throw new Error(problems.join('\n'));
  return result.output;
}

/**
 * The framework in parsed JSON that may name, instead of skills, the file that holds them; `read`
 * gives the parsed JSON of a file. Throws as `parseFramework` does.
 */
export function parseFrameworkFile(
  json: unknown,
  read: (name: string) => FrameworkFile,
): Framework {
  return parseFramework(isObject(json) ? frameworkOf(json as FrameworkFile, read) : json);
}

const isObject = (json: unknown) => typeof json === 'object' && json !== null;

/** What is wrong between the parts, each of which is well-formed. */
function problemsOf(framework: Framework): string[] {
  const { competencies, directions, skills } = framework;
  return [
    ...ruleProblems(framework.rule),
    ...repeated(
      'competencies',
      'id',
      competencies.map((competency) => competency.id),
    ),
    ...repeated(
      'competencies',
      'name',
      competencies.map((competency) => competency.name),
    ),
    ...repeated(
      'directions',
      'id',
      directions.map((direction) => direction.id),
    ),
    ...repeated(
      'directions',
      'name',
      directions.map((direction) => direction.name),
    ),
    ...repeated(
      'skills',
      'id',
      skills.map((skill) => skill.id),
    ),
    ...repeated(
      'skills',
      'text',
      skills.map((skill) => skill.text),
    ),
    ...weightProblems(framework),
    ...skillProblems(framework),
    ...gradeProblems(framework),
  ];
}

function ruleProblems(rule: Framework['rule']): string[] {
  try {
    parseRule(rule);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function repeated(where: string, what: string, values: string[]): string[] {
  const keys = values.map(nameKey);
  return values
    .filter((_, index) => keys.indexOf(keys[index]) !== index)
    .map((value) => `${where}: the ${what} “${value}” stands there twice.`);
}

function weightProblems({ competencies, directions }: Framework): string[] {
  const problems: string[] = [];
  for (const { id, weights } of directions) {
    for (const competency of competencies) {
      if (!(competency.id in weights)) {
        problems.push(`directions: ${id} has no weight for ${competency.id}.`);
      }
    }
    for (const competency of Object.keys(weights)) {
      if (!competencies.some((known) => known.id === competency)) {
        problems.push(`directions: ${id} weighs ${competency}, which is no competency.`);
      }
    }
    const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
    if (toMillionths(sum) !== 100) {
      problems.push(
        `directions: the weights of ${id} add up to ${toMillionths(sum)}%, but must add up to 100%.`,
      );
    }
  }
  return problems;
}

function skillProblems({ competencies, levels, skills }: Framework): string[] {
  const problems: string[] = [];
  for (const skill of skills) {
    if (!competencies.some((competency) => competency.id === skill.competency)) {
      problems.push(`skills: ${skill.id} belongs to ${skill.competency}, which is no competency.`);
    }
    if (skill.level >= levels.length) {
      problems.push(`skills: ${skill.id} stands on level ${skill.level}, which has no name.`);
    }
  }
  for (const { id } of competencies) {
    if (!skills.some((skill) => skill.competency === id)) {
      problems.push(`competencies: ${id} has no skill.`);
    }
  }
  return problems;
}

/** The intervals of a direction follow one another without a gap and lie within the levels. */
function gradeProblems({ directions, grades, levels }: Framework): string[] {
  const problems: string[] = [];
  for (const { direction } of grades) {
    if (!directions.some(({ name }) => nameKey(name) === nameKey(direction))) {
      problems.push(`grades: “${direction}” is no direction's name.`);
    }
  }
  for (const { name } of directions) {
    const own = grades
      .filter(({ direction }) => nameKey(direction) === nameKey(name))
      .sort((a, b) => a.from - b.from);
    own.forEach(({ grade, from, to }, index) => {
      const where = `grades: ${grade} of ${name}`;
      if (from < 0 || to >= levels.length || from >= to) {
        problems.push(
          `${where} goes from ${from} to ${to}, but must rise within 0 and ${levels.length - 1}.`,
        );
      }
      if (index > 0 && from !== own[index - 1].to) {
        problems.push(
          `${where} starts at ${from}, but the one before ends at ${own[index - 1].to}.`,
        );
      }
    });
  }
  return problems;
}
