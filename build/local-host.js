// What runs on this machine: the host and its workers, the page, and the
// formula engine without a page.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.js';

const FOLDER = path.join('dist', 'local');

/**
 * main.js (npm start), script.js (npm run local), worker.js (one run of a script), and host.js and
 * company.js for the build and the benches.
 */
export async function localHost(root) {
  const { files, inputs } = await bundle(root, {
    entryPoints: {
      company: 'local/workspace/company.ts',
      'big-company': 'local/workspace/big-company.ts',
      host: 'local/host.ts',
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

/**
 * files.html and file.html with what they load, in parts so that a page reads no more than it
 * needs; and frame.js, which the server puts into sidebars.
 */
export async function localPage(root) {
  const source = path.join(root, 'local', 'page');
  const options = { minify: true, platform: 'browser', target: 'es2022' };
  const pages = await bundle(root, {
    ...options,
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: { file: 'local/page/file.tsx', files: 'local/page/files.tsx' },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    splitting: true,
  });
  const frame = await bundle(root, {
    ...options,
    entryPoints: { frame: 'local/page/frame.ts' },
    format: 'iife',
  });
  const folder = path.join(FOLDER, 'page');
  const outputs = named([...pages.files, ...frame.files], folder);
  const inputs = [...pages.inputs, ...frame.inputs, source];
  for (const file of readdirSync(source).filter((name) => /\.(html|svg)$/.test(name))) {
    outputs.set(path.join(folder, file), readFileSync(path.join(source, file)));
    inputs.push(path.join(source, file));
  }
  return { outputs, inputs };
}

function named(files, folder) {
  return new Map(files.map((file) => [path.join(folder, path.basename(file.path)), file.contents]));
}
