// What clasp would push, asked of clasp itself.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CLASP = path.join(PROJECT, 'node_modules/.bin/clasp');

describe.each([
  ['.clasp.json', 'dist/sheet'],
  ['.clasp.manager.json', 'dist/manager'],
])('with %s', (config, folder) => {
  const root = mkdtempSync(path.join(tmpdir(), 'career-sheet-push-'));
  const settings = JSON.parse(readFileSync(path.join(PROJECT, config), 'utf8'));
  const built = readdirSync(path.join(PROJECT, folder)).sort();

  beforeAll(() => {
    cpSync(path.join(PROJECT, folder), path.join(root, folder), { recursive: true });
    cpSync(path.join(PROJECT, '.claspignore'), path.join(root, '.claspignore'));
    // A project as create-script leaves it, and things that must stay at home.
    writeFileSync(path.join(root, config), JSON.stringify({ ...settings, scriptId: 'made-up' }));
    for (const file of ['src/entry/sheet.ts', `${folder}/notes.txt`, `${folder}/more/Code.js`]) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), '');
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('create-script can go on, since no script is named yet', () => {
    expect(settings).toEqual({ rootDir: folder });
  });

  it('nothing is pushed but what the build wrote', () => {
    const run = spawnSync(CLASP, ['-P', config, '--json', 'show-file-status'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOME: root },
    });
    const { filesToPush } = JSON.parse(run.stdout);
    expect(filesToPush.sort()).toEqual(built.map((file) => path.join(folder, file)));
  });
});
