// npm run local -- script.mjs [--workspace DIR] [--fresh]
//
// Runs a script against a workspace, without a browser; an empty one gets the
// sample company first. The script's default export is called with the host of
// host.ts:
//
//   export default async function (host) {
//     const mine = host.as('ada@example.com').create('Ada', 'sheet');
//     await mine.click('Career Sheet > Set up as template', ['OK']);
//     console.log(await mine.computed('Summary', 'B2'));
//   }

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Host } from './host';
import { prepareWorkspace } from './workspace/folder';

const USAGE = 'Usage: npm run local -- script.mjs [--workspace DIR] [--fresh]';

await runScriptFile().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

async function runScriptFile(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workspace: { type: 'string', default: 'workspace' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(USAGE);
  if (!existsSync(file)) throw new Error(`There is no script ${file}.`);
  const script = await import(pathToFileURL(resolve(file)).href);
  if (typeof script.default !== 'function') {
    throw new Error(`${file} exports no default function: export default async (host) => { … }.`);
  }
  const workspace = resolve(values.workspace);
  prepareWorkspace(workspace, values.fresh);
  const host = Host.open(workspace, { onLog: console.log });
  try {
    await script.default(host);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    host.close();
  }
}
