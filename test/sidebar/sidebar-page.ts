// A built sidebar in Chromium, 300 px wide, beside a file on the local host:
// its calls run the built script for the person who has the file open.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DIST, type Target } from '../../local/built-scripts';
import type { OpenFile } from '../../local/host';
import { words } from '../../src/sidebar/words';

declare global {
  var runScript: (
    name: string,
    args: unknown[],
  ) => Promise<{ value: unknown } | { message: string } | null>;
  var google: unknown;
}

/** Nothing waits longer before it is sent. */
const LONGEST_WAIT_MS = 5000;

export interface SidebarPage {
  page: Page;
  /** The functions that the page has called, in their order. */
  calls: string[];
  /** How the next calls end instead of running: with an error's message, or, with null, never. */
  break(message: string | null | undefined): void;
  /** Opens a view by the label of its tab. */
  go(view: string): Promise<void>;
  /** Waits until the sidebar has read the sheet and nothing is under way. */
  ready(): Promise<void>;
  /** Presses a button by its label and waits until what it did is done. */
  press(label: string): Promise<void>;
  /** Lets so many milliseconds go by for the page, whose clock also goes by itself. */
  later(milliseconds: number): Promise<void>;
  /** Waits until the sheet holds all answers. */
  saved(): Promise<void>;
  /** The visible text. */
  text(): Promise<string>;
  /** What axe finds wrong with what is shown. */
  violations(): Promise<unknown[]>;
  /** By how many pixels what is shown is wider than the sidebar at so many. */
  overflow(width: number): Promise<number>;
}

export async function openSidebar(
  browser: Browser,
  file: OpenFile,
  target: Target = 'sheet',
  html = 'sidebar',
): Promise<SidebarPage> {
  const context = await browser.newContext({ viewport: { width: 300, height: 800 } });
  const page = await context.newPage();
  const calls: string[] = [];
  let broken: string | null | undefined;
  await page.exposeFunction('runScript', async (name: string, args: unknown[]) => {
    calls.push(name);
    if (broken === null) return null;
    if (broken !== undefined) return { message: broken };
    try {
      return { value: await file.call(name, ...args) };
    } catch (error) {
      return { message: (error as Error).message };
    }
  });
  await page.addInitScript(() => {
    type Handler = (value: unknown) => void;
    const runner = (success?: Handler, failure?: Handler): unknown =>
      new Proxy(
        {},
        {
          get: (_, name: string) => {
            if (name === 'withSuccessHandler') return (next: Handler) => runner(next, failure);
            if (name === 'withFailureHandler') return (next: Handler) => runner(success, next);
            return (...args: unknown[]) => {
              void globalThis.runScript(name, args).then((outcome) => {
                if (outcome === null) return;
                if ('message' in outcome) failure?.(new Error(outcome.message));
                else success?.(outcome.value);
              });
            };
          },
        },
      );
    globalThis.google = { script: { run: runner() } };
  });
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: readFileSync(join(DIST, target, `${html}.html`), 'utf8'),
    }),
  );
  await page.clock.install();
  await page.goto('https://sidebar.example/');
  const ready = async () => {
    await page.locator('[aria-busy=false]').waitFor();
    // What a view does by itself shows on its own button.
    await page
      .getByRole('button', { name: words.common.working })
      .first()
      .waitFor({ state: 'hidden' });
  };
  return {
    page,
    calls,
    break: (message) => {
      broken = message;
    },
    go: (view) => page.getByRole('tab', { name: view, exact: true }).click(),
    ready,
    press: async (label) => {
      await page.getByRole('button', { name: label, exact: true }).click();
      await ready();
    },
    later: (milliseconds) => page.clock.fastForward(milliseconds),
    saved: async () => {
      await page.clock.fastForward(LONGEST_WAIT_MS);
      await page.getByText('All saved').waitFor();
    },
    text: () => page.locator('main').innerText(),
    violations: async () => {
      // Its other mode opens a page for each look, and is for frames of other origins.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      return violations;
    },
    overflow: async (width) => {
      const before = page.viewportSize();
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (before) await page.setViewportSize(before);
      return wide - width;
    },
  };
}
