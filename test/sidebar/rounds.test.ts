// The views of the manager's sidebar for rounds, hand-out, moves and leavers, as people use them.

import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import { fileOf, linkTemplate } from '../handout/handing-out';
import { type Company, Foundation, MANAGER } from '../rollup/company';
import { openSidebar, type SidebarPage } from './sidebar-page';

const MARKUP = '<img src=x onerror=alert(1)>';

describeInBrowser('the views of rounds and people', () => {
  let foundation: Foundation;
  let browser: Browser;
  let company: Company;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    foundation = await Foundation.lay((company) => {
      linkTemplate(company);
      company.enlist({ name: MARKUP, email: 'bob@example.org' }, '');
      company.enlist({ name: 'Carol', email: 'carol@example.org' }, '', 'bob@example.org');
      company.enlist({ name: 'Dan', email: '' }, '');
    });
    browser = await launchChromium();
  });
  beforeEach(async () => {
    company = foundation.start();
    sidebar = await openSidebar(browser, company.workbook, 'manager');
    await sidebar.ready();
  });
  afterEach(async () => {
    await sidebar.page.context().close();
    company.close();
  });
  afterAll(async () => {
    await browser.close();
    foundation.remove();
  });

  async function isReadable(): Promise<void> {
    const { page } = sidebar;
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.setViewportSize({ width: 150, height: 400 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      150,
    );
    await page.setViewportSize({ width: 300, height: 800 });
  }

  test('shows who gets what, asks before other managers’ people get it, hands out, and opens the round', async () => {
    const { page } = sidebar;
    await sidebar.press('Round and hand-out');
    expect(await sidebar.text()).toContain(`${MARKUP}: career sheet and branch file`);
    expect(await sidebar.text()).toMatch(/1 row to put right\s+Dan\s+There is no e-mail in row 5/);
    await page
      .getByText(/^Also 1 person who reports to bob@example.org: grace@example.org will/)
      .click();
    await isReadable();
    await page.getByRole('button', { name: 'Hand out 3 files…' }).click();
    expect(await sidebar.text()).toMatch(
      /Hand out 2 career sheets and 1 branch file\?\s+grace@example.org will own the files/,
    );
    await sidebar.press('Hand out');
    expect(await sidebar.text()).toContain('3 files are handed out.');
    expect(fileOf(company, 'carol@example.org').workbook()).toMatchObject({
      owner: MANAGER,
      editors: ['carol@example.org'],
    });
    await page.getByRole('button', { name: /^Open 20.*…$/ }).click();
    await sidebar.press('Open the round');
    expect(await sidebar.text()).toMatch(/Of 4 people, 1 did not get it: see why below\./);
  });

  test('moves a person after a question that names who can no longer open the sheet, and removes one', async () => {
    const { page } = sidebar;
    await sidebar.press('Move or remove a person');
    await page.getByLabel('Person').selectOption('ada@example.org');
    await page.getByLabel('E-mail of the new manager').fill('carol@example.org');
    await isReadable();
    await page.getByRole('button', { name: 'Move…', exact: true }).click();
    expect(await sidebar.text()).toContain('grace@example.org can no longer open it.');
    await sidebar.press('Move');
    expect(await sidebar.text()).toContain('Ada has moved.');
    expect(company.ada.sheet.workbook().editors).toEqual(['carol@example.org']);
    await page.getByLabel('Person').selectOption('carol@example.org');
    await page.getByRole('button', { name: 'Remove…' }).click();
    await sidebar.press('Remove');
    expect(await sidebar.text()).toMatch(
      /Carol is removed: 1 row of Team\.\s+A trace may remain in/,
    );
  });
});
