// Where Chromium is on this machine: for tests in the browser, screenshots and benches.

import { existsSync } from 'node:fs';
import path from 'node:path';

// The first opens pages in half the time of the others.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

export const MISSING =
  'Chromium is missing: install it, on Debian by `apt-get install chromium-headless-shell`, or set CHROMIUM to where it is.';

/** The program's path; CHROMIUM sets it; undefined when there is none. */
export function chromiumPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM, ...found].find((file) => file && existsSync(file));
}
