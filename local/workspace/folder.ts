// The folder of a workspace: emptied for a fresh start, and given the sample company. No other
// folder is ever touched, whatever name was typed.

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../built-scripts';

const LOCK = 'open-in-process';

/** Holds the process id of whoever has the workspace open. */
export function lockFileOf(dir: string): string {
  return join(dir, LOCK);
}

/** Throws one sentence when another process has the workspace open. */
export function refuseInUse(dir: string): void {
  const file = lockFileOf(dir);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `The workspace ${dir} is in use by process ${holder}: stop it, or name another with --workspace.`,
    );
  }
}

/** Nothing is in it, or it does not exist. */
export function isEmptyFolder(dir: string): boolean {
  return !existsSync(dir) || readdirSync(dir).length === 0;
}

/** Removes a workspace with all that is in it. Throws one sentence when the folder is none, or in use. */
export function removeWorkspace(dir: string): void {
  if (!isEmptyFolder(dir) && !existsSync(join(dir, 'workbooks'))) {
    throw new Error(
      `The folder ${dir} is not empty and no workspace, so it stays as it is: name another with --workspace.`,
    );
  }
  refuseInUse(dir);
  rmSync(dir, { recursive: true, force: true });
}

/**
 * Makes a folder ready to be opened: the sample company goes into an empty one. With `fresh` what
 * is there is removed first.
 */
export function prepareWorkspace(dir: string, fresh: boolean): void {
  if (fresh) removeWorkspace(dir);
  if (isEmptyFolder(dir)) copyWorkspace(join(DIST, 'local', 'company'), dir);
}

/** Copies a workspace to where nothing is; one that is cut off leaves nothing there. */
function copyWorkspace(from: string, to: string): void {
  const beside = `${to}.${process.pid}`;
  cpSync(from, beside, { recursive: true });
  if (existsSync(to)) rmdirSync(to);
  renameSync(beside, to);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
