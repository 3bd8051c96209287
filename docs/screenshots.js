// Takes the pictures of docs/images again: the page over a fresh sample company.
// `npm run screenshots`; with names, such as `-- career-sheet`, only those.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { chromiumPath, MISSING } from '../test/chromium.js';

const PROJECT = path.dirname(import.meta.dirname);
const IMAGES = path.join(PROJECT, 'docs', 'images');

const HEAD = 'robin.sampleton@example.com';
const PERSON = 'zeno.mockford@example.com';
const MANAGER = 'farid.exampleby@example.com';
const AUTHOR = 'diego.placeholm@example.com';
const LEAD = 'jonas.sampleton@example.com';

/** A row of Team that has no career sheet yet. */
const NEWCOMER = {
  A63: 'Noor Sampleton',
  B63: 'noor.sampleton@example.com',
  C63: HEAD,
  D63: 'Individual Contributor',
};

/** What each picture shows: whose eyes, which file, and what to do before it is taken. */
const PICTURES = {
  files: { as: HEAD },
  'career-sheet': {
    as: PERSON,
    file: 'Career sheet of Zeno Mockford',
    prepare: async (tab) => {
      await openSidebar(tab, 'Career Sheet');
      await view(tab, 'Where I stand');
    },
  },
  assessment: {
    as: PERSON,
    file: 'Career sheet of Zeno Mockford',
    prepare: (tab) => sheetTab(tab, 'Assessment'),
  },
  assess: {
    as: AUTHOR,
    file: 'Career sheet of Diego Placeholm',
    prepare: async (tab) => {
      await sheetTab(tab, 'Assessment');
      await openSidebar(tab, 'Career Sheet');
    },
  },
  agree: {
    as: LEAD,
    file: 'Career sheet of Bella Loremsen',
    prepare: async (tab) => {
      await sheetTab(tab, 'Assessment');
      await openSidebar(tab, 'Career Sheet');
      await view(tab, 'Agree');
      await frameOf(tab).getByLabel('Show', { exact: true }).selectOption('all');
      await frameOf(tab).locator('.card').press('ArrowRight');
      const agreed = await frameOf(tab)
        .getByRole('radio', { checked: true })
        .getAttribute('aria-label');
      await frameOf(tab)
        .locator('.card')
        .press(agreed?.startsWith('2') ? '1' : '2');
      await frameOf(tab).getByText('All saved').waitFor();
    },
  },
  prepare: {
    as: HEAD,
    file: 'Engineering (manager workbook)',
    prepare: async (tab) => {
      await sheetTab(tab, 'Preparation');
      await openSidebar(tab, 'Career Sheet Manager');
      await frameOf(tab).getByRole('button', { name: 'Prepare a one-to-one' }).click();
      const person = frameOf(tab).getByLabel('Person');
      const someone = person.locator('option', { hasText: 'Liam Testerly' });
      await person.selectOption(await someone.getAttribute('value'));
      const skills = frameOf(tab).locator('.points > li');
      await skills.first().waitFor();
      for (const [at, score] of [2, 2, 1, 2].entries()) {
        await skills
          .nth(at)
          .getByRole('radio', { name: new RegExp(`^${score}`) })
          .check();
      }
      await skills.nth(2).getByText('Add a note').click();
      await skills.nth(2).getByLabel('Note').fill('Ask about the two releases in spring.');
      await frameOf(tab).getByText('All saved').waitFor();
      await skills.first().scrollIntoViewIfNeeded();
    },
  },
  history: {
    as: MANAGER,
    file: 'Career sheet of Zeno Mockford',
    prepare: async (tab) => {
      await openSidebar(tab, 'Career Sheet');
      await view(tab, 'History');
    },
  },
  framework: {
    as: HEAD,
    file: 'Career sheet (template)',
    prepare: async (tab) => {
      await sheetTab(tab, 'Framework');
      await typeAnyway(tab, 'D3', 'Says when a task will be done before starting it.');
      await openSidebar(tab, 'Career Sheet', 'Framework…');
    },
  },
  rollup: {
    as: HEAD,
    file: 'Engineering (manager workbook)',
    prepare: async (tab) => {
      await openSidebar(tab, 'Career Sheet Manager');
      await frameOf(tab).getByRole('button', { name: 'Roll up', exact: true }).click();
      await frameOf(tab).getByText('people are looked at.').waitFor();
      await sheetTab(tab, 'Rollup');
    },
  },
  'hand-out': {
    as: HEAD,
    file: 'Engineering (manager workbook)',
    prepare: async (tab) => {
      await sheetTab(tab, 'Team');
      for (const [cell, text] of Object.entries(NEWCOMER)) await type(tab, cell, text);
      await openSidebar(tab, 'Career Sheet Manager');
      await frameOf(tab).getByRole('button', { name: 'Round and hand-out' }).click();
      await frameOf(tab).locator('[aria-busy=false]').waitFor();
    },
  },
  updates: {
    as: HEAD,
    file: 'Career sheet (template)',
    prepare: async (tab) => {
      await sheetTab(tab, 'Framework');
      await typeAnyway(tab, 'D3', 'Breaks an assigned task into steps that take a day at most.');
      await openSidebar(tab, 'Career Sheet', 'Framework…');
      // The second of the two buttons answers the question that the first one asks.
      for (let press = 0; press < 2; press++) {
        await frameOf(tab).getByRole('button', { name: 'Publish 1.1.0' }).click();
      }
      await frameOf(tab).getByText('Version 1.1.0 is published.').waitFor();
      await openCopies(tab);
      // The sheets of the others are shared with their own managers alone.
      await sheetTab(tab, 'Team');
      await select(tab, 'A5:G70');
      await tab.keyboard.press('Delete');
      await frameOf(tab).getByRole('button', { name: 'Show what would happen' }).click();
      await frameOf(tab)
        .getByText(/career sheets would change/)
        .waitFor({ timeout: 300_000 });
      await sheetTab(tab, 'Updates');
    },
  },
  move: {
    as: HEAD,
    file: 'Engineering (manager workbook)',
    prepare: async (tab) => {
      await openCopies(tab);
      await frameOf(tab).getByLabel('Whose career sheet').selectOption({ index: 2 });
      await frameOf(tab).getByRole('button', { name: 'Move…' }).click();
      await frameOf(tab)
        .getByRole('button', { name: 'Move', exact: true })
        .scrollIntoViewIfNeeded();
      await sheetTab(tab, 'Team');
    },
  },
};

const executablePath = chromiumPath();
if (!executablePath) throw new Error(MISSING);
const names = process.argv.slice(2);
const workspace = mkdtempSync(path.join(tmpdir(), 'career-sheet-pictures-'));
const server = spawn('node', ['dist/local/main.js', '--workspace', workspace], {
  cwd: PROJECT,
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const address = await addressIn(server.stdout);
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const tab = await context.newPage();
    await open(tab, address, picture);
    await picture.prepare?.(tab);
    await settled(tab);
    await tab.screenshot({ path: path.join(IMAGES, `${name}.png`) });
    await context.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(workspace, { recursive: true, force: true });
}

async function addressIn(output) {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The local host ended before it said where the page is.');
}

async function open(tab, address, { as, file }) {
  await tab.goto(`${address}/?as=${as}`);
  await tab.waitForSelector('html[data-ready]');
  if (!file) return;
  await tab.getByRole('link', { name: file, exact: true }).first().click();
  await tab.waitForURL('**/file/**');
  await tab.waitForSelector('html[data-ready]');
}

/** The view of a manager workbook from which copies are brought up to date. */
async function openCopies(tab) {
  const { origin } = new URL(tab.url());
  await open(tab, origin, { as: HEAD, file: 'Engineering (manager workbook)' });
  await openSidebar(tab, 'Career Sheet Manager');
  await frameOf(tab).getByRole('button', { name: 'Framework and copies' }).click();
  await frameOf(tab).locator('[aria-busy=false]').waitFor();
}

function frameOf(tab) {
  return tab.frameLocator('aside iframe');
}

async function openSidebar(tab, menu, item = 'Open sidebar') {
  const bar = tab.getByRole('navigation', { name: 'Menus' });
  await bar.getByRole('button', { name: menu, exact: true }).click();
  await bar.getByRole('menuitem', { name: item, exact: true }).click();
  const allow = tab.getByRole('button', { name: 'Allow' });
  await Promise.any([frameOf(tab).locator('main').waitFor(), allow.waitFor()]);
  if (await allow.isVisible()) await allow.click();
  await frameOf(tab).locator('[aria-busy=false]').waitFor();
}

function view(tab, name) {
  return frameOf(tab).getByRole('tab', { name, exact: true }).click();
}

function sheetTab(tab, name) {
  return tab.locator('[data-u-comp=slide-tab-item]', { hasText: name }).click();
}

async function select(tab, area) {
  const box = tab.locator('[data-u-comp=defined-name] input');
  await box.click();
  await box.fill(area);
  await box.press('Enter');
}

async function type(tab, cell, text) {
  await select(tab, cell);
  await tab.keyboard.type(text);
  await tab.keyboard.press('Enter');
}

/** Types into a cell that asks before it is edited. */
async function typeAnyway(tab, cell, text) {
  await type(tab, cell, text);
  await tab.getByRole('button', { name: 'Keep the change' }).click();
}

/** Toasts are gone, and the grid is drawn to the end. */
async function settled(tab) {
  // Away from what would show a tip.
  await tab.mouse.move(600, 20);
  await tab.locator('.toast').waitFor({ state: 'detached' });
  await tab.getByText('Running script…').waitFor({ state: 'detached' });
  await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 1500))),
  );
}
