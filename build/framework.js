// Frameworks, and the design of what setting up makes, as raw content of HTML files: read on
// set-up only, so that a cell's call does not pay for them.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.js';
import { BuildError } from './problem.js';

const PROJECT = path.dirname(import.meta.dirname);
const SCHEMA = path.join(PROJECT, 'src', 'framework', 'schema.ts');
const DESIGN = path.join(PROJECT, 'src', 'design', 'design.ts');

export async function frameworkHtml(file) {
  const { parseFrameworkFile, inputs } = await moduleOf(SCHEMA);
  const read = (name) => JSON.parse(readFileSync(path.join(path.dirname(file), name), 'utf8'));
  try {
    const content = read(path.basename(file));
    parseFrameworkFile(content, read);
    return { html: jsonHtml(content), inputs };
  } catch (error) {
    const problems = error.message.split('\n');
    throw new BuildError(problems.map((problem) => `${path.basename(file)}: ${problem}`));
  }
}

export async function designHtml() {
  const { DESIGN: design, inputs } = await moduleOf(DESIGN);
  return { html: jsonHtml(design), inputs };
}

/** Escaped so that nothing in it looks like a tag, a comment or a scriptlet to Google's reader. */
function jsonHtml(content) {
  return JSON.stringify(content).replaceAll('/', '\\/').replaceAll('<', '\\u003c');
}

/** What a source file exports, and what it was made from. */
async function moduleOf(file) {
  const { files, inputs } = await bundle(PROJECT, { entryPoints: [file], format: 'esm' });
  const module = await import(`data:text/javascript,${encodeURIComponent(files[0].text)}`);
  return { ...module, inputs };
}
