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
  const file = stampFile(root, name);
  if (!existsSync(file)) return false;
  const { inputs, outputs } = JSON.parse(readFileSync(file, 'utf8'));
  return (
    Object.entries(inputs).every(([input, hash]) => hashOf(path.resolve(root, input)) === hash) &&
    Object.entries(outputs).every(([output, stamp]) => stampOf(path.join(root, output)) === stamp)
  );
}

/**
 * @param {object} built
 * @param {string} [built.folder] below `root`, when nothing else than the outputs may be in it
 * @param {Map<string, string | Uint8Array>} built.outputs contents by path below `root`
 * @param {string[]} built.inputs absolute paths of files, and of folders whose names count; packages
 *   count through package-lock.json
 */
export function writeTarget(root, name, { folder, outputs, inputs }) {
  for (const [file, contents] of outputs) {
    const target = path.join(root, file);
    if (hashOf(target) === hash(contents)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileAtomic.sync(target, contents, { fsync: false });
  }
  if (folder) removeOthers(root, folder, outputs);

  const read = [...buildFiles(), ...inputs].filter((file) => !file.includes('node_modules'));
  const stamp = {
    inputs: Object.fromEntries(read.map((file) => [path.relative(root, file), hashOf(file)])),
    outputs: Object.fromEntries(
      [...outputs.keys()].map((file) => [file, stampOf(path.join(root, file))]),
    ),
  };
  mkdirSync(path.dirname(stampFile(root, name)), { recursive: true });
  writeFileAtomic.sync(stampFile(root, name), JSON.stringify(stamp, null, 1));
}

/** An earlier build may have left files behind. */
function removeOthers(root, folder, outputs) {
  for (const entry of readdirSync(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !outputs.has(path.relative(root, file))) rmSync(file);
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

/** Outputs are many megabytes: their size and time tell as much, at once. */
function stampOf(file) {
  if (!existsSync(file)) return null;
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

function hash(contents) {
  return createHash('sha256').update(contents).digest('hex');
}
