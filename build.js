// Builds what is pushed to Google (dist/sheet, dist/manager) and what runs on
// this machine (dist/local). A target is written only when it is whole.
//
//   node build.js [--if-changed] [--root DIR] [target …]

import path from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError, withoutStop } from './build/problem.js';
import { isUpToDate, writeTarget } from './build/target.js';

// Imported when it is needed: mostly everything is up to date, and somebody waits for the page.
const TARGETS = {
  sheet: async (root) => (await scripts()).script(root, 'sheet', 'appsscript.json'),
  manager: async (root) => (await scripts()).script(root, 'manager', 'appsscript.manager.json'),
  host: async (root) => (await local()).localHost(root),
  calc: async (root) => (await local()).formulaEngine(root),
  page: async (root) => (await local()).localPage(root),
  company: async (root) => (await import('./build/company.js')).sampleCompany(root),
};
const scripts = () => import('./build/script.js');
const local = () => import('./build/local-host.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'if-changed': { type: 'boolean' }, root: { type: 'string' } },
});
const root = path.resolve(values.root ?? import.meta.dirname);

for (const name of positionals.length > 0 ? positionals : Object.keys(TARGETS)) {
  try {
    await build(name);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    for (const problem of error.problems) console.error(`${name}: ${withoutStop(problem)}.`);
    process.exitCode = 1;
  }
}

async function build(name) {
  if (!TARGETS[name]) {
    throw new BuildError([`there is no such target; use ${Object.keys(TARGETS).join(', ')}`]);
  }
  if (values['if-changed'] && isUpToDate(root, name)) return;
  const started = performance.now();
  writeTarget(root, name, await TARGETS[name](root));
  console.log(`${name}: built in ${Math.round(performance.now() - started)} ms`);
}
