// The career sheet's sidebar in headless Chromium, over the built script on the local host: how
// big it is, how soon it can be used, and a whole assessment typed fast.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Host } from '../dist/local/host.js';
import { chromiumPath, MISSING } from '../test/chromium.js';

const SIDEBAR = path.join(import.meta.dirname, '..', 'dist', 'sheet', 'sidebar.html');
const OPENINGS = 7;
const PERSON = 'ada@example.com';
/** A score every so many milliseconds is as fast as anybody types. */
const TYPING_MS = 150;

export async function sidebar() {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(MISSING);
  const folder = mkdtempSync(path.join(tmpdir(), 'career-sheet-bench-'));
  const host = Host.open(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const file = await careerSheet(host);
    const openings = [];
    for (let opening = 0; opening < OPENINGS; opening++) {
      const { page, close } = await open(browser, file);
      openings.push(await page.evaluate(() => globalThis.usableAt - globalThis.loadedAt));
      await close();
    }
    const { keys, callsPerAnswer } = await assess(browser, file);
    return {
      sidebar_bytes: [readFileSync(SIDEBAR).length],
      sidebar_interactive_ms: openings,
      sidebar_calls_per_answer: [callsPerAnswer],
      sidebar_key_ms: keys,
    };
  } finally {
    await browser.close();
    host.close();
    rmSync(folder, { recursive: true });
  }
}

async function careerSheet(host) {
  const template = await host.as(PERSON).create('Career Sheet', 'sheet');
  await template.click('Career Sheet > Set up as template', ['OK']);
  const file = template.copy('Career sheet of Ada');
  const cells = {
    email: PERSON,
    manager_email: 'lin@example.com',
    direction: 'Individual Contributor',
    round: '2026 H2',
  };
  for (const [name, text] of Object.entries(cells)) file.type(...file.named(name), text);
  await file.call('loadReview');
  return file;
}

/** The sidebar as Google shows it, its calls run on the host. */
async function open(browser, file) {
  const context = await browser.newContext({ viewport: { width: 300, height: 800 } });
  const page = await context.newPage();
  const calls = [];
  await page.exposeFunction('runScript', (name, args) => {
    calls.push(name);
    return file.call(name, ...args);
  });
  await page.addInitScript(beGoogle);
  const html = readFileSync(SIDEBAR, 'utf8');
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://sidebar.example/');
  await page.waitForFunction(() => globalThis.usableAt > 0);
  return { page, calls, close: () => context.close() };
}

/** Runs in the page, before its own script. */
function beGoogle() {
  const runner = (success, failure) =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (next) => runner(next, failure);
          if (name === 'withFailureHandler') return (next) => runner(success, next);
          return (...args) => void globalThis.runScript(name, args).then(success, failure);
        },
      },
    );
  globalThis.google = { script: { run: runner() } };
  addEventListener('load', () => {
    globalThis.loadedAt = performance.now();
  });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#skill')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      globalThis.usableAt = performance.now();
    });
  }).observe(document, { childList: true, subtree: true });
}

/** Every skill scored by keyboard. */
async function assess(browser, file) {
  const { page, calls, close } = await open(browser, file);
  const skills = Number(/of (\d+) scored/.exec(await page.locator('.far').textContent())[1]);
  await page.evaluate(measureKeys);
  for (let answer = 0; answer < skills; answer++) {
    await page.keyboard.press(String(answer % 3));
    await page.waitForTimeout(TYPING_MS);
  }
  await page.getByText('All saved').waitFor();
  const keys = await page.evaluate(() => globalThis.keyTimes);
  await close();
  const scored = file.read('Assessment', 'E2:E400').filter(([score]) => score !== '').length;
  if (scored !== skills) throw new Error(`Of ${skills} answers only ${scored} were saved.`);
  const saves = calls.filter((name) => name === 'saveAnswers').length;
  return { keys, callsPerAnswer: saves / skills };
}

/** Runs in the page: milliseconds from each key to the frame that shows the next skill. */
function measureKeys() {
  globalThis.keyTimes = [];
  let pressed = null;
  addEventListener(
    'keydown',
    () => {
      pressed = performance.now();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (pressed === null) return;
    const since = pressed;
    pressed = null;
    requestAnimationFrame(() => globalThis.keyTimes.push(performance.now() - since));
  }).observe(document.querySelector('#skill'), {
    characterData: true,
    childList: true,
    subtree: true,
  });
}
