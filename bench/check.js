// Checking a framework of 500 skills, as the owner's page does, from the raw cells on.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const SRC = path.join(import.meta.dirname, '..', 'src');
const SKILLS = 500;
const RUNS = 15;

export async function check() {
  const { checkFramework, readTabs, tabsWith } = await load();
  const engineering = JSON.parse(
    readFileSync(path.join(SRC, 'frameworks', 'engineering.json'), 'utf8'),
  );
  const skills = Array.from({ length: SKILLS }, (_, index) => {
    const skill = engineering.skills[index % engineering.skills.length];
    return { ...skill, id: `skill-${index}`, text: `${skill.text} (${index})` };
  });
  const framework = { ...engineering, skills };
  const tabs = tabsWith(framework);
  // Published otherwise: every sentence and id is compared with one that is gone.
  const published = {
    ...framework,
    skills: skills.map((skill) => ({
      ...skill,
      id: `old-${skill.id}`,
      text: `Once ${skill.text}`,
    })),
  };
  const measured = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const findings = checkFramework(tabs, readTabs(tabs, framework), published);
    measured.push(performance.now() - started);
    if (findings.length === 0) throw new Error('Nothing was found: the measure is void.');
  }
  return { check_500_skills_ms: measured };
}

async function load() {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    format: 'esm',
    stdin: {
      contents: `export { checkFramework } from './framework/check';
        export { readTabs } from './framework/tabs';
        import { edited, frameworkEdits } from './framework/write';
        import * as layout from './layout/framework';
        export function tabsWith(framework) {
          const { FRAMEWORK, DIRECTIONS, LEVELS, GRADES } = layout;
          const grids = {};
          for (const { tab, columns } of [FRAMEWORK, DIRECTIONS, LEVELS, GRADES]) {
            grids[tab] = [Object.values(columns)];
          }
          const at = (row) => ({ row, column: 7 });
          const empty = { grids, cells: { rule: at(2), description: at(3), source: at(4) } };
          return edited(empty, frameworkEdits(empty, framework));
        }`,
      resolveDir: SRC,
      loader: 'ts',
    },
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
