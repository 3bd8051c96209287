// Headless Chromium for the tests, where it is installed.

import { type Browser, chromium } from 'playwright-core';

/** Set by jest.config.js; blank where there is none. */
const { CHROMIUM = '' } = process.env;

// Browsers take as long as the machine is busy; a wait inside a test gives up much earlier.
jest.setTimeout(180_000);

/** `describe`, or a skipped one where Chromium is missing. */
export const describeInBrowser = CHROMIUM ? describe : describe.skip;

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
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
  // Pages of Chromium's own behind the address bar, as costly as a page of ours.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];
