// The page in headless Chromium: from npm start to a spreadsheet that can be used,
// and from a score that is typed to the levels that follow from it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { chromiumPath, MISSING } from '../test/chromium.js';

const PROJECT = path.dirname(import.meta.dirname);
const STARTS = 3;
const EDITS = 20;
const PERSON = { name: 'Ada Mockford', email: 'ada.mockford@example.com' };
/** Of a skill on Assessment. */
const SELF_SCORE = 'E12';

export async function page() {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(MISSING);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const figures = { page_usable_ms: [], edit_to_recalc_ms: [] };
    for (let start = 0; start < STARTS; start++) await measureOneStart(browser, figures);
    return figures;
  } finally {
    await browser.close();
  }
}

async function measureOneStart(browser, figures) {
  const workspace = mkdtempSync(path.join(tmpdir(), 'career-sheet-bench-'));
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const tab = await context.newPage();
  const started = performance.now();
  const server = start(workspace);
  try {
    await openCareerSheet(tab, await server.address);
    figures.page_usable_ms.push(performance.now() - started);
    if (figures.page_usable_ms.length === STARTS) {
      figures.edit_to_recalc_ms.push(...(await measureEdits(tab)));
    }
  } finally {
    await context.close();
    await server.stop();
    rmSync(workspace, { recursive: true });
  }
}

/** `npm start` as a newcomer types it, in an empty workspace. */
function start(workspace) {
  const npm = spawn('npm', ['start', '--', '--workspace', workspace], {
    cwd: PROJECT,
    detached: true,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'exit');
  return {
    address: addressIn(npm.stdout),
    stop: async () => {
      process.kill(-npm.pid, 'SIGTERM');
      await ended;
    },
  };
}

async function addressIn(output) {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('npm start ended before it said where the page is.');
}

/** The list of files, then a person's own career sheet, drawn and with its script's menu. */
async function openCareerSheet(tab, address) {
  await tab.goto(`${address}/?as=${PERSON.email}`);
  await tab.getByRole('link', { name: `Career sheet of ${PERSON.name}` }).click();
  await tab.waitForURL('**/file/**');
  await tab.locator('html[data-ready]').waitFor({ state: 'attached' });
  await tab.getByRole('button', { name: 'Career Sheet', exact: true }).waitFor();
}

/** Milliseconds from Enter behind a score to the end of the calculation that follows. */
async function measureEdits(tab) {
  await tab.locator('[data-u-comp=slide-tab-item]', { hasText: 'Assessment' }).click();
  await tab.evaluate(markEnter);
  const measured = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const nameBox = tab.locator('[data-u-comp=defined-name] input');
    await nameBox.click();
    await nameBox.fill(SELF_SCORE);
    await nameBox.press('Enter');
    await tab.keyboard.type(String(edit % 3));
    await tab.keyboard.press('Enter');
    const calculation = await tab.waitForFunction(timeOfCalculation);
    measured.push(await calculation.jsonValue());
  }
  return measured;
}

/** Runs in the page: Enter leaves a mark, as the grid leaves one when it has computed. */
function markEnter() {
  const mark = ({ key }) => key === 'Enter' && performance.mark('entered');
  addEventListener('keydown', mark, { capture: true });
}

/** Runs in the page: milliseconds from the last Enter to the calculation after it; 0 until that ends. */
function timeOfCalculation() {
  const entered = performance.getEntriesByName('entered').at(-1).startTime;
  const computed = performance.getEntriesByName('computed');
  return (computed.find(({ startTime }) => startTime > entered)?.startTime ?? entered) - entered;
}
