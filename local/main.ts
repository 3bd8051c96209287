// npm start: opens a workspace, puts the sample company into an empty one, and
// serves the page.
//
//   npm start -- [--workspace DIR] [--fresh]     PORT sets the port (8080)

import path from 'node:path';
import { parseArgs } from 'node:util';
import { Host } from './host';
import { serve } from './server';
import { prepareWorkspace } from './workspace/folder';

/** How often it is looked whether a time trigger is due. */
const TRIGGERS_MS = 5000;

try {
  await start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string', default: 'workspace' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const port = Number(process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${process.env.PORT}": set it to a number such as 8080.`);
  }
  const workspace = path.resolve(values.workspace);
  prepareWorkspace(workspace, values.fresh);
  const host = Host.open(workspace, { onLog: console.log });
  const server = await serve(host, port);
  console.log(`The workspace ${workspace} is open at ${server.address}`);
  const triggers = setInterval(() => void host.runDueTriggers(), TRIGGERS_MS);
  const stop = async () => {
    clearInterval(triggers);
    await server.close();
    host.close();
    process.exit();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
