// A framework as JSON text, to be reviewed in a repository, and back.

import type { Framework } from './framework';
import { parseFramework } from './schema';

/** As the files of src/frameworks hold it: the same framework always comes to the same text. */
export function frameworkJson({
  id,
  name,
  version,
  description,
  source,
  levels,
  scale,
  rule,
  competencies,
  directions,
  grades,
  skills,
}: Framework): string {
  const ordered = {
    id,
    name,
    version,
    description,
    source,
    levels,
    scale,
    rule,
    competencies,
    directions,
    grades,
    skills,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** Throws an error that names every problem, one a line. */
export function parseFrameworkJson(text: string): Framework {
  const json = jsonIn(text);
  const { skills } = Object(json);
  if (typeof skills === 'string') {
    throw new Error(
      `This text names ${skills} for its skills: put the skills of that file in their place, then paste it again.`,
    );
  }
  return parseFramework(json);
}

function jsonIn(text: string): unknown {
  if (text.trim() === '') throw new Error('There is no text yet: paste the JSON of a framework.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `This is no JSON (${(error as Error).message}): paste the whole text, from the first brace to the last.`,
    );
  }
}
