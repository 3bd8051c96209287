// A small project of a test's own, built by the real build; removed when the tests of the file are over.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');

const WHOLE: Record<string, string> = {
  'appsscript.json': '{ "oauthScopes": [] }',
  'src/entry/sheet.ts': '/** Builds the menu. */\nexport function onOpen(): void {}\n',
  'src/sidebar/sheet.tsx': 'document.body.append("here");\n',
};

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

export interface Built {
  ok: boolean;
  /** What the build says to whoever ran it, a problem a line. */
  said: string;
  read(file: string): string;
  /** Builds again, with these files changed. */
  again(files: Record<string, string>, ...options: string[]): Built;
  folder(name: string): string[];
}

/** A project that builds, but for `files`. */
export function project(files: Record<string, string> = {}): Built {
  const root = mkdtempSync(path.join(tmpdir(), 'career-sheet-build-'));
  roots.push(root);
  return build(root, { ...WHOLE, ...files }, []);
}

function build(root: string, files: Record<string, string>, options: string[]): Built {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const command = [path.join(PROJECT, 'build.js'), '--root', root, ...options, 'sheet'];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return {
    ok: run.status === 0,
    said: run.stdout + run.stderr,
    read: (file) => readFileSync(path.join(root, file), 'utf8'),
    again: (changed, ...more) => build(root, changed, more),
    folder: (name) => readdirSync(path.join(root, name)).sort(),
  };
}
