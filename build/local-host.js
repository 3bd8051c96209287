// What runs on this machine: the host and its workers, the page, and the
// formula engine without a page.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.js';

const FOLDER = path.join('dist', 'local');

/** main.js (npm start), script.js (npm run local) and worker.js (one run of a script). */
export async function localHost(root) {
  const { files, inputs } = await bundle(root, {
    entryPoints: {
      main: 'local/main.ts',
      script: 'local/script.ts',
      worker: 'local/run/worker.ts',
    },
    format: 'esm',
    packages: 'external',
    platform: 'node',
    target: 'node20',
  });
  return { outputs: named(files, FOLDER), inputs };
}

/** Univer without a page, as CommonJS: its own ESM build does not load in Node. */
export async function formulaEngine(root) {
  const { files, inputs } = await bundle(root, {
    entryPoints: { calc: 'local/calc/calc.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
  });
  return { outputs: named(files, FOLDER), inputs };
}

export async function localPage(root) {
  const source = path.join(root, 'local', 'page');
  const { files, inputs } = await bundle(root, {
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: { page: 'local/page/page.ts' },
    format: 'iife',
    minify: true,
    platform: 'browser',
    target: 'es2022',
  });
  const folder = path.join(FOLDER, 'page');
  const outputs = named(files, folder);
  inputs.push(source);
  for (const file of readdirSync(source).filter((name) => name.endsWith('.html'))) {
    outputs.set(path.join(folder, file), readFileSync(path.join(source, file), 'utf8'));
    inputs.push(path.join(source, file));
  }
  return { outputs, inputs };
}

function named(files, folder) {
  return new Map(files.map((file) => [path.join(folder, path.basename(file.path)), file.contents]));
}
