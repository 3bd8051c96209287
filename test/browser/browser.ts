// Headless Chromium before the page of a temporary workspace.

import type { BrowserContext, Browser as Chromium, Locator, Page } from 'playwright-core';
import type { Host, OpenFile } from '../../local/host';
import { type Server, serve } from '../../local/server';
import { columnNumber } from '../../local/workspace/a1';
import type { SheetData } from '../../local/workspace/workbook';
import { temporaryHost } from '../local/temporary-host';
import { launchChromium } from './chromium';

export { describeInBrowser } from './chromium';

/** One browser, workspace and server for the tests of a file; a page that a test opens is closed after it. */
export class Browser {
  host!: Host;
  /** Addresses beyond this machine that a page asked for. */
  readonly strayed: string[] = [];
  /** What went wrong inside pages. */
  readonly faults: string[] = [];
  private chromium!: Chromium;
  private server!: Server;
  private context!: BrowserContext;

  constructor(openHost: () => Host = temporaryHost) {
    beforeAll(async () => {
      this.chromium = await launchChromium();
      this.context = await this.chromium.newContext({
        viewport: { width: 1200, height: 700 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      this.host = openHost();
      this.server = await serve(this.host, 0);
    });
    let before: Page[] = [];
    beforeEach(() => {
      before = this.context.pages();
    });
    afterEach(async () => {
      for (const page of this.context.pages()) if (!before.includes(page)) await page.close();
      expect(this.strayed.splice(0)).toEqual([]);
      expect(this.faults.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await this.chromium?.close();
      await this.server?.close();
    });
  }

  /** A new window at a path such as `/`, once it can be used. */
  async open(at: string, as: string): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('request', (request) => {
      const url = request.url();
      const own = url.startsWith(`${this.server.address}/`) || /^(data|blob|about):/.test(url);
      if (!own) this.strayed.push(url);
    });
    await page.goto(`${this.server.address}${at}?as=${encodeURIComponent(as)}`);
    await page.waitForSelector('html[data-ready]');
    return page;
  }

  /** A file as one person has it open in a window of their own. */
  async openFile(file: OpenFile, as = file.session.user): Promise<SheetPage> {
    return new SheetPage(await this.open(`/file/${file.id}`, as), file);
  }
}

/** The page of a file, as a person uses it by keyboard and mouse. */
export class SheetPage {
  constructor(
    readonly page: Page,
    readonly file: OpenFile,
  ) {}

  /** Selects a cell or range by the name box. */
  async select(a1: string): Promise<void> {
    await this.page.bringToFront();
    const box = this.page.locator('[data-u-comp=defined-name] input');
    await eventually(async () => {
      await box.fill(a1);
      // Where the last key led is written here as well.
      expect(await box.inputValue()).toBe(a1);
    });
    await box.press('Enter');
    // Until then keys go into the box.
    await eventually(async () => {
      expect(await box.evaluate((input) => input === document.activeElement)).toBe(false);
    });
    await this.atRest();
  }

  /** Waits until the page has nothing to do: a key that comes while Univer ends an edit goes nowhere. */
  async atRest(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }

  async type(a1: string, text: string, end = 'Enter'): Promise<void> {
    await this.select(a1);
    await this.page.keyboard.press(text[0]);
    await this.page.keyboard.insertText(text.slice(1));
    await this.page.keyboard.press(end);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  tab(name: string): Promise<void> {
    return this.page.locator('[data-u-comp=slide-tab-item]', { hasText: name }).click();
  }

  /** The middle of a cell on the screen, in a tab with plain rows and columns that is not scrolled. */
  async point(a1: string): Promise<{ x: number; y: number }> {
    const canvas = await this.page.locator('[id^=univer-sheet-main-canvas]').boundingBox();
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(a1) as RegExpExecArray;
    const [left, top] = [(canvas?.x ?? 0) + 46, (canvas?.y ?? 0) + 20];
    return { x: left + (columnNumber(letters) - 0.5) * 100, y: top + (Number(row) - 0.5) * 21 };
  }

  /** The right end of a cell's first line, in a tab that is not scrolled down. */
  async rightEnd(tab: string, a1: string): Promise<{ x: number; y: number }> {
    const canvas = await this.page.locator('[id^=univer-sheet-main-canvas]').boundingBox();
    const sheet = this.file.workbook().sheets.find(({ name }) => name === tab) as SheetData;
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(a1) as RegExpExecArray;
    let [x, y] = [(canvas?.x ?? 0) + 46, (canvas?.y ?? 0) + 20 + 12];
    for (let column = 1; column <= columnNumber(letters); column += 1) {
      if (!sheet.hiddenColumns.includes(column)) x += sheet.columnWidths[column] ?? 100;
    }
    for (let above = 1; above < Number(row); above += 1) y += sheet.rowHeights[above] ?? 21;
    return { x, y };
  }

  async click(a1: string, options: { button?: 'right' } = {}): Promise<void> {
    await this.page.bringToFront();
    const { x, y } = await this.point(a1);
    await this.page.mouse.click(x, y, options);
  }

  /** By the menu of a cell. */
  async insertRowAbove(a1: string): Promise<void> {
    await this.click(a1, { button: 'right' });
    const item = this.page.getByText('rows above');
    await eventually(async () => {
      await this.page.getByText('Insert', { exact: true }).hover();
      await item.waitFor({ timeout: 2000 });
    });
    // In its middle stands the field for the number of rows.
    const { width, height } = (await item.boundingBox()) as { width: number; height: number };
    await item.click({ position: { x: width - 4, y: height / 2 } });
  }

  /** Clicks an item of the menu bar, such as `File > Rename…`. */
  async menu(menuPath: string): Promise<void> {
    const [menu, ...items] = menuPath.split(' > ');
    const bar = this.page.getByRole('navigation', { name: 'Menus' });
    await bar.getByRole('button', { name: menu, exact: true }).click();
    for (const item of items) {
      await bar.getByRole('menuitem', { name: item, exact: true }).click();
    }
  }

  /** The dialog in front. */
  get dialog(): Locator {
    return this.page.locator('dialog').last();
  }

  /** Waits until the workspace holds a value. */
  stored(tab: string, a1: string, value: unknown): Promise<void> {
    return eventually(() => expect(this.file.read(tab, a1)).toEqual(value));
  }

  /** Waits until the workspace holds a formula. */
  formula(tab: string, a1: string, formula: string): Promise<void> {
    return eventually(() => {
      const sheet = this.file.workbook().sheets.find(({ name }) => name === tab);
      expect(sheet?.cells[a1]?.f).toBe(formula);
    });
  }

  /** Waits until a cell of the tab in front shows a text, as copying it tells. */
  shows(a1: string, text: string): Promise<void> {
    return eventually(async () => {
      await this.select(a1);
      await this.press('Control+c');
      const copied = await this.page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(text);
    });
  }
}

/** Tries again until nothing is thrown, or the last try's error is final. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
