// Headless Chromium for the tests, where it is installed.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const INSTALL =
  'needs Chromium: install it, on Debian by `apt-get install chromium`, or set CHROMIUM';

/** `describe`, or a skipped one that names what is missing. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executable()) describe(name, tests);
  else describe.skip(`${name} (${INSTALL})`, tests);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: executable() as string, args: FLAGS });
}

function executable(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM, ...found].find((file) => file && existsSync(file)) ?? null;
}

const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
