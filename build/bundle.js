// esbuild as every target uses it: nothing written, errors as sentences, the
// files it read handed back.

import path from 'node:path';
import * as esbuild from 'esbuild';
import { BuildError, stopOn } from './problem.js';

const PROJECT = path.dirname(import.meta.dirname);

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<{ files: { path: string, contents: Uint8Array, text: string }[], inputs: string[] }>}
 *   the output files, and the absolute paths of what they were made from
 */
export async function bundle(root, options) {
  try {
    const result = await esbuild.build({
      absWorkingDir: root,
      bundle: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      metafile: true,
      nodePaths: [path.join(PROJECT, 'node_modules')],
      outdir: '.',
      // As the tsconfig files have it: fields are assigned below ES2022, defined from there on.
      tsconfigRaw: {
        compilerOptions: { useDefineForClassFields: options.target !== 'es2019' },
      },
      write: false,
      ...options,
    });
    stopOn(result.warnings.map(sentence));
    return {
      files: result.outputFiles,
      inputs: Object.keys(result.metafile.inputs).map((file) => path.resolve(root, file)),
    };
  } catch (error) {
    if (!error.errors) throw error;
    throw new BuildError(error.errors.map(sentence));
  }
}

function sentence({ text, location }) {
  return location ? `${location.file}:${location.line}: ${text}` : text;
}
