// The rules by themselves: levels and progress of 10,000 people of 121 skills.

import path from 'node:path';
import * as esbuild from 'esbuild';

const PEOPLE = 10_000;
const RUNS = 7;
/** Skills by level, one row a competency: 121 in all. */
const SHAPE = [
  [6, 6, 6, 5, 4],
  [4, 5, 4, 4, 4],
  [4, 5, 6, 5, 5],
  [4, 7, 6, 4, 4],
  [4, 5, 6, 4, 4],
];
const WEIGHTS = [25, 30, 30, 10, 5];

export async function rules() {
  const { levelOf, progressOf, DEFAULT_RULE } = await load();
  const people = madeUpPeople();
  const measured = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    let sum = 0;
    for (const competencies of people) {
      const levels = competencies.map((skills) => levelOf(skills, DEFAULT_RULE));
      sum += progressOf(levels, WEIGHTS);
    }
    measured.push(performance.now() - started);
    if (!(sum > 0)) throw new Error('The made-up people have no progress: the measure is void.');
  }
  return { rules_10k_people_ms: measured };
}

async function load() {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    format: 'esm',
    stdin: {
      contents: `export { levelOf } from './level';
        export { progressOf } from './progress';
        export { DEFAULT_RULE } from './rule';`,
      resolveDir: path.join(import.meta.dirname, '..', 'src', 'rules'),
    },
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The same people each time; most skills of the lower levels are at 2, as in a filled sheet. */
function madeUpPeople() {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const score = (level) => {
    const mark = random();
    if (mark < 0.01) return 'n/a';
    if (mark < 0.02) return null;
    return mark < 0.98 - level * 0.02 ? 2 : Math.floor(random() * 3);
  };
  return Array.from({ length: PEOPLE }, () =>
    SHAPE.map((counts) =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, () => ({ level: at + 1, score: score(at + 1) })),
      ),
    ),
  );
}
