// What becomes of the folder that somebody names as the workspace.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Host } from '../../local/host';
import { prepareWorkspace } from '../../local/workspace/folder';
import { ADA, temporaryFolder } from './temporary-host';

function workspaceWithFile(dir: string): void {
  const host = Host.open(dir);
  host.as(ADA).create('Notes');
  host.close();
}

test('a fresh start removes the workspace that was there', () => {
  const dir = temporaryFolder();
  workspaceWithFile(dir);
  const host = Host.open(dir, { fresh: true });
  expect(host.as(ADA).files()).toEqual([]);
  host.close();
});

test('a fresh start leaves a folder alone that is no workspace', () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'thesis.txt'), 'ten years of work');
  expect(() => Host.open(dir, { fresh: true })).toThrow('is not empty and no workspace');
  expect(readdirSync(dir)).toEqual(['thesis.txt']);
});

test('a fresh start leaves a workspace alone that another process has open', () => {
  const dir = temporaryFolder();
  workspaceWithFile(dir);
  writeFileSync(join(dir, 'open-in-process'), String(process.ppid));
  expect(() => Host.open(dir, { fresh: true })).toThrow(`in use by process ${process.ppid}`);
  expect(readdirSync(join(dir, 'workbooks'))).toHaveLength(1);
});

test('an empty or absent folder gets the sample company, and nothing is left beside it', () => {
  const parent = temporaryFolder();
  mkdirSync(join(parent, 'empty'));
  for (const name of ['empty', 'absent']) prepareWorkspace(join(parent, name), false);
  expect(readdirSync(parent).sort()).toEqual(['absent', 'empty']);
  for (const name of ['empty', 'absent']) {
    expect(readdirSync(join(parent, name, 'workbooks')).length).toBeGreaterThan(50);
  }
});

test('a workspace that somebody works in is opened as it is', () => {
  const dir = temporaryFolder();
  workspaceWithFile(dir);
  prepareWorkspace(dir, false);
  expect(readdirSync(join(dir, 'workbooks'))).toHaveLength(1);
});
