// A framework as raw content of an HTML file: read on set-up only, so that a
// cell's call does not pay for it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.js';
import { BuildError } from './problem.js';

const PROJECT = path.dirname(import.meta.dirname);
const SCHEMA = path.join(PROJECT, 'src', 'framework', 'schema.ts');

/** Escaped so that nothing in it looks like a tag, a comment or a scriptlet to Google's reader. */
export async function frameworkHtml(file) {
  const { parseFrameworkFile, inputs } = await schema();
  const read = (name) => JSON.parse(readFileSync(path.join(path.dirname(file), name), 'utf8'));
  try {
    const content = read(path.basename(file));
    parseFrameworkFile(content, read);
    const json = JSON.stringify(content);
    return { html: json.replaceAll('/', '\\/').replaceAll('<', '\\u003c'), inputs };
  } catch (error) {
    const problems = error.message.split('\n');
    throw new BuildError(problems.map((problem) => `${path.basename(file)}: ${problem}`));
  }
}

async function schema() {
  const { files, inputs } = await bundle(PROJECT, { entryPoints: [SCHEMA], format: 'esm' });
  const module = await import(`data:text/javascript,${encodeURIComponent(files[0].text)}`);
  return { parseFrameworkFile: module.parseFrameworkFile, inputs };
}
