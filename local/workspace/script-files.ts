// The files of the workspace's scripts: a JSON file for each set, named by its
// content, since copies carry the same script as what they were copied from.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ScriptFiles } from './format';

export class ScriptFolder {
  private readonly keys = new WeakMap<ScriptFiles, string>();
  private readonly sets = new Map<string, ScriptFiles>();

  /** The folder is made when it is first written to. */
  constructor(private readonly dir: string) {}

  /** Saves a set of files unless it is there, and gives its key. Sets are never changed afterwards. */
  keep(files: ScriptFiles): string {
    const known = this.keys.get(files);
    if (known) return known;
    const text = `${JSON.stringify(files, null, 1)}\n`;
    const key = createHash('sha256').update(text).digest('hex').slice(0, 32);
    if (!existsSync(this.fileOf(key))) {
      mkdirSync(this.dir, { recursive: true });
      writeFileAtomic.sync(this.fileOf(key), text, { fsync: false });
    }
    this.keys.set(files, key);
    return key;
  }

  read(key: string): ScriptFiles {
    const known = this.sets.get(key);
    if (known) return known;
    const files = JSON.parse(readFileSync(this.fileOf(key), 'utf8')) as ScriptFiles;
    this.keys.set(files, key);
    this.sets.set(key, files);
    return files;
  }

  private fileOf(key: string): string {
    return join(this.dir, `${key}.json`);
  }
}
