// A workspace's folder: a JSON file a workbook, beside them the files of the scripts, and what is
// kept of people. It is held by one process at a time.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { lockFileOf, refuseInUse } from './folder';
import { formatWorkbook, parseWorkbook } from './format';
import { ScriptFolder } from './script-files';
import type { Workbook } from './workbook';

export class SavedWorkspace {
  private readonly scripts: ScriptFolder;

  /** Opens or makes the folder. Throws one sentence when another process holds it. */
  constructor(private readonly dir: string) {
    mkdirSync(join(dir, 'workbooks'), { recursive: true });
    refuseInUse(dir);
    writeFileSync(lockFileOf(dir), String(process.pid));
    this.scripts = new ScriptFolder(join(dir, 'scripts'));
  }

  /** Lets others open the folder. */
  close(): void {
    rmSync(lockFileOf(this.dir), { force: true });
  }

  workbooks(): { workbook: Workbook; revision: number }[] {
    return readdirSync(join(this.dir, 'workbooks')).flatMap((file) => {
      const path = join(this.dir, 'workbooks', file);
      if (file.endsWith('.json')) {
        return [parseWorkbook(readFileSync(path, 'utf8'), (key) => this.scripts.read(key))];
      }
      rmSync(path, { force: true }); // left by a process that was killed while it wrote
      return [];
    });
  }

  saveWorkbook(workbook: Workbook, revision: number): void {
    const key = workbook.script && this.scripts.keep(workbook.script.files);
    this.write(join('workbooks', `${workbook.id}.json`), formatWorkbook(workbook, revision, key));
  }

  load<T>(name: string, otherwise: T): T {
    const path = join(this.dir, `${name}.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : otherwise;
  }

  save(name: string, value: unknown): void {
    this.write(`${name}.json`, `${JSON.stringify(value, null, 1)}\n`);
  }

  /** A rename makes a file whole or leaves the old one; waiting for the disk would cost each run too much. */
  private write(name: string, text: string): void {
    writeFileAtomic.sync(join(this.dir, name), text, { fsync: false });
  }
}
