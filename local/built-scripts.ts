// The scripts as the build leaves them: the very files that would be pushed to Google.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Target = 'sheet' | 'manager';

/** `Code.js`, `appsscript.json` and HTML files by name. Throws when the target was not built. */
export function builtScript(target: Target): Record<string, string> {
  const folder = join(DIST, target);
  if (!existsSync(join(folder, 'Code.js'))) {
    throw new Error(`The script "${target}" is not built: run npm run build.`);
  }
  const names = readdirSync(folder).filter((name) => /\.(js|html|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The folder of all built files, whether the host runs from it or from its sources. */
export const DIST = existsSync(join(import.meta.dirname, '../sheet'))
  ? join(import.meta.dirname, '..')
  : join(import.meta.dirname, '../dist');
