// Preparing a one-to-one in the manager's sidebar, and opening the review from there.

import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import { type Company, Foundation, type Person, urlOf } from '../rollup/company';
import { openSidebar, type SidebarPage } from './sidebar-page';

const HOSTILE = '<img src=x onerror="document.title=1">';
const FORMULA = '=HYPERLINK("https://example.com";"look")';

describeInBrowser('preparing in the sidebar of a manager workbook', () => {
  let foundation: Foundation;
  let company: Company;
  let ben: Person;
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    foundation = await Foundation.lay();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    foundation.remove();
  });
  beforeEach(async () => {
    company = foundation.start();
    ben = company.hire('Ben');
    company.enlist(ben, urlOf(ben.sheet));
    company.score(ben, [2, 2, 2, 2, 2, 1, 0]);
  });
  afterEach(async () => {
    await sidebar.page.context().close();
    company.close();
  });

  async function prepareFor(name: string): Promise<void> {
    sidebar = await openSidebar(browser, company.workbook, 'manager');
    await sidebar.ready();
    await sidebar.press('Prepare a one-to-one');
    await choose(name);
  }
  async function choose(name: string): Promise<void> {
    const person = sidebar.page.getByLabel('Person');
    const labels = await person.locator('option').allTextContents();
    const at = labels.findIndex((label) => label.startsWith(name));
    await person.selectOption({ index: at });
    await sidebar.ready();
    await sidebar.page.locator('.points').waitFor();
  }
  const point = (at: number) => sidebar.page.locator('.points > li').nth(at);
  const score = (at: number, name: string) =>
    point(at)
      .getByRole('radio', { name: new RegExp(`^${name} `) })
      .check();
  const prepared = () => company.rows('Preparation').map((row) => [row['Skill id'], row.Score]);

  test('shows no score of somebody who has not submitted, and keeps what the manager writes', async () => {
    await prepareFor('Ben');
    expect(await sidebar.text()).toContain('Ben has not submitted yet');
    expect(await sidebar.page.locator('.points .mark').count()).toBe(0);
    await score(0, '1');
    await point(1).getByText('Add a note').click();
    await point(1).getByLabel('Note').pressSequentially(HOSTILE);
    await point(2).getByText('Add a note').click();
    await point(2).getByLabel('Note').fill(FORMULA);
    await sidebar.saved();
    expect(prepared()).toEqual([
      ['del-01', 1],
      ['del-02', ''],
      ['del-03', ''],
    ]);
    expect(company.rows('Preparation')[2].Note).toBe(FORMULA);
    await sidebar.press('Back to the team');
    await sidebar.press('Prepare a one-to-one');
    await choose('Ben');
    expect(await point(0).getByRole('radio', { name: /^1 / }).isChecked()).toBe(true);
    expect(await point(1).getByLabel('Note').inputValue()).toBe(HOSTILE);
    expect(await sidebar.page.locator('img').count()).toBe(0);
  });

  test('puts both views side by side, says where they differ, and opens the review with what is chosen', async () => {
    await company.submit(ben);
    await prepareFor('Ben');
    const { page } = sidebar;
    expect(await point(0).textContent()).toMatch(/Ben:\s*2/);
    for (const at of [0, 1, 2, 3, 4]) await score(at, '2');
    await score(0, '0');
    await sidebar.saved();
    expect(await point(0).textContent()).toContain('differs');
    await page.getByRole('combobox', { name: /^Show/ }).selectOption('differs');
    expect(await page.locator('.points > li').count()).toBe(1);

    await sidebar.press('Open the review…');
    await sidebar.press('Open the review');
    expect(await sidebar.text()).toContain('Choose first what to bring.');
    await page.getByLabel('My scores (5)', { exact: true }).check();
    expect(await sidebar.violations()).toEqual([]);
    await sidebar.press('Open the review');
    expect(await sidebar.text()).toContain('The review with Ben is open in their career sheet.');
    const rows = ben.sheet.read('Assessment', 'A2:I3') as unknown[][];
    expect(rows.map((row) => [row[4], row[6], row[7]])).toEqual([
      [2, 0, 2],
      [2, 2, 2],
    ]);
  });

  test('shows a change that was made in the grid meanwhile, and overwrites nothing', async () => {
    await prepareFor('Ben');
    await score(0, '1');
    await sidebar.saved();
    company.workbook.type('Preparation', 'F2', '2');
    await score(0, '0');
    await sidebar.later(5000);
    await sidebar.page.getByText('Somebody changed').waitFor();
    expect(prepared()).toEqual([['del-01', 2]]);
    await sidebar.press('Use mine');
    await sidebar.saved();
    expect(prepared()).toEqual([['del-01', 0]]);
  });

  test('loses nothing when a call fails, and saves it by itself or at once when asked', async () => {
    await prepareFor('Ben');
    sidebar.break('The service is not available.');
    await score(0, '2');
    await sidebar.later(5000);
    await sidebar.page.getByText('One answer is not saved yet').waitFor();
    sidebar.break(undefined);
    await sidebar.press('Try now');
    await sidebar.saved();
    expect(prepared()).toEqual([['del-01', 2]]);
  });

  test('works by the keyboard alone', async () => {
    await prepareFor('Ben');
    const { page } = sidebar;
    await page.getByRole('combobox', { name: /^Show/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 5; presses += 1) {
      const isRadio = await page.evaluate(
        () => document.activeElement?.getAttribute('type') === 'radio',
      );
      if (isRadio) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowLeft');
    await sidebar.saved();
    expect(prepared()).toEqual([['del-01', 'n/a']]);
  });
});
