// A target's files on the disk: written atomically, and only when something it
// is made from has changed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

const BUILD_DIR = import.meta.dirname;
const PROJECT = path.dirname(BUILD_DIR);

/** True when every input and output is as the last build of this target left it. */
export function isUpToDate(root, name) {
  const stamp = stampFile(root, name);
  if (!existsSync(stamp)) return false;
  const hashes = JSON.parse(readFileSync(stamp, 'utf8'));
  return Object.entries(hashes).every(([file, hash]) => hashOf(path.resolve(root, file)) === hash);
}

/**
 * @param {Map<string, string | Uint8Array>} outputs contents by path below `root`
 * @param {string[]} inputs absolute paths of files, and of folders whose names count; packages
 *   count through package-lock.json
 */
export function writeTarget(root, name, outputs, inputs) {
  const files = [...buildFiles(), ...inputs].filter((file) => !file.includes('node_modules'));
  const hashes = {};
  for (const file of files) hashes[path.relative(root, file)] = hashOf(file);
  for (const [file, contents] of outputs) {
    const target = path.join(root, file);
    hashes[file] = hash(contents);
    if (hashOf(target) === hashes[file]) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileAtomic.sync(target, contents);
  }
  removeOthers(root, outputs);
  mkdirSync(path.dirname(stampFile(root, name)), { recursive: true });
  writeFileAtomic.sync(stampFile(root, name), JSON.stringify(hashes, null, 1));
}

/** What is pushed holds nothing that an earlier build left behind. */
function removeOthers(root, outputs) {
  const folders = new Set([...outputs.keys()].map(path.dirname));
  for (const folder of folders) {
    if (folder === path.join('dist', 'local')) continue;
    for (const entry of readdirSync(path.join(root, folder))) {
      const file = path.join(folder, entry);
      if (!outputs.has(file)) rmSync(path.join(root, file), { recursive: true });
    }
  }
}

function buildFiles() {
  const own = readdirSync(BUILD_DIR).map((file) => path.join(BUILD_DIR, file));
  return [path.join(PROJECT, 'build.js'), path.join(PROJECT, 'package-lock.json'), ...own];
}

function stampFile(root, name) {
  return path.join(root, '.cache', 'build', `${name}.json`);
}

/** Of a file's contents, or of the names in a folder. */
function hashOf(file) {
  if (!existsSync(file)) return null;
  return hash(statSync(file).isDirectory() ? readdirSync(file).join('\n') : readFileSync(file));
}

function hash(contents) {
  return createHash('sha256').update(contents).digest('hex');
}
