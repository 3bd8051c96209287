// Headless Chromium for the tests, where it is installed.

import { type Browser, chromium } from 'playwright-core';

/** Set by jest.config.js; blank where there is none. */
const { CHROMIUM = '' } = process.env;

// On a busy machine Chromium sometimes misses a click; whatever fails is logged, then tried once more.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

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
];
