// The sample company, made once by the built scripts, so that a first start only
// copies it.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildError } from './problem.js';

const FOLDER = path.join('dist', 'local', 'company');
/** What it is made by and with. */
const MADE_FROM = ['dist/sheet', 'dist/manager', 'dist/local/company.js', 'dist/local/worker.js'];

export async function sampleCompany(root) {
  const { makeCompany } = await import(pathToFileURL(path.join(root, 'dist/local/company.js')));
  const workspace = mkdtempSync(path.join(tmpdir(), 'career-sheet-company-'));
  try {
    await makeCompany(workspace);
    const files = filesIn(workspace).map((file) => [
      path.join(FOLDER, path.relative(workspace, file)),
      readFileSync(file),
    ]);
    const inputs = MADE_FROM.flatMap((part) => filesIn(path.join(root, part)));
    return { folder: FOLDER, outputs: new Map(files), inputs };
  } catch (error) {
    throw new BuildError([`it cannot be made: ${error.message}`]);
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

function filesIn(place) {
  if (path.extname(place) !== '') return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
