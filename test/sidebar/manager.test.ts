// The manager workbook's sidebar as people use it: the built page over the built script.

import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import { type Company, Foundation, MANAGER, TOP, urlOf } from '../rollup/company';
import { publish } from '../updates/publish';
import { openSidebar, type SidebarPage } from './sidebar-page';

describeInBrowser('the sidebar of a manager workbook', () => {
  let foundation: Foundation;
  let browser: Browser;
  let company: Company;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    foundation = await Foundation.lay();
    browser = await launchChromium();
  });
  beforeEach(() => {
    company = foundation.start();
  });
  afterEach(async () => {
    await sidebar.page.context().close();
    company.close();
  });
  afterAll(async () => {
    await browser.close();
    foundation.remove();
  });

  async function beside(): Promise<void> {
    sidebar = await openSidebar(browser, company.workbook, 'manager');
    await sidebar.ready();
  }

  /** Long rollups take minutes: what their slices come to is given, and taken off the list. */
  function answerSlices(...slices: unknown[]): unknown[] {
    const call = company.workbook.call.bind(company.workbook);
    company.workbook.call = async (name, ...args) =>
      name === 'runJob' ? slices.shift() : call(name, ...args);
    return slices;
  }

  test('rolls up, then shows how many stand where and what is wrong with whom', async () => {
    const bob = company.hire('Bob');
    company.enlist(bob, urlOf(bob.sheet));
    company.enlist({ name: 'Carol', email: 'carol@example.org' }, '');
    await beside();
    expect(await sidebar.text()).toMatch(/3 people[\s\S]*Never rolled up yet\./);
    await sidebar.press('Roll up');
    const text = await sidebar.text();
    expect(text).toContain('All 3 people are looked at.');
    expect(text).toMatch(
      /Draft\s+1\s+Submitted\s+0\s+In review\s+0\s+Recorded\s+1\s+Not known\s+1/,
    );
    expect(text).toMatch(/1 problem\s+Carol\s+There is no link in row 4 of Team: paste/);
    expect(text).toContain(`by ${MANAGER}.`);
    expect(company.rollupOf({ name: 'Ada' })).toMatchObject({ Progress: TOP });
  });

  test('confirms all that is held of somebody who came from another manager at once', async () => {
    await company.rollUp();
    const { ada } = company;
    for (const score of ['0', '1']) {
      ada.sheet.type('Assessment', 'H2', score);
      await company.record(ada, ada.email);
    }
    await company.rollUp();
    await beside();
    expect(await sidebar.text()).toContain('2 outcomes to confirm');
    await sidebar.press('Confirm all 2…');
    expect(await sidebar.text()).toMatch(/Let Ada’s outcomes of .+, .+ count\?/);
    await sidebar.press('Confirm 2 outcomes');
    const text = await sidebar.text();
    expect(text).toContain('Ada’s 2 outcomes count now.');
    expect(text).not.toContain('to confirm');
    const confirmed = company.rows('Ledger').map((row) => row['Confirmed by']);
    expect(confirmed).toEqual(['', MANAGER, MANAGER]);
  });

  test('confirms a held outcome after a question that can be left', async () => {
    await company.rollUp();
    const { ada } = company;
    ada.sheet.type('Assessment', 'H2', '0');
    await company.record(ada, ada.email);
    await company.rollUp();
    await beside();
    expect(await sidebar.text()).toMatch(
      /1 outcome to confirm\s+It does not count[\s\S]*Recorded by Ada alone, not by the manager/,
    );
    await sidebar.press('Confirm…');
    await sidebar.page.keyboard.press('Escape');
    await sidebar.page.locator('.confirm').waitFor({ state: 'detached' });
    expect(company.rollupOf(ada)).toMatchObject({ Progress: TOP });
    await sidebar.press('Confirm…');
    await sidebar.press('Confirm the outcome');
    const text = await sidebar.text();
    expect(text).toContain('Ada’s outcome counts now.');
    expect(text).not.toContain('to confirm');
    expect(text).toContain('No row has a problem.');
    expect(company.rollupOf(ada)).toMatchObject({ Progress: 0.75 * TOP });
  });

  test('offers to go on with a rollup that was left off', async () => {
    company.edit(company.workbook, ({ documentProperties }) => {
      documentProperties['run of rollup'] = JSON.stringify({
        id: 'run of before',
        started: new Date().toISOString(),
        by: 'linus@example.org',
        beat: Date.now(),
        cursor: null,
        done: 0,
        total: 1,
        tally: {},
        vain: 0,
        goesOn: false,
      });
    });
    await beside();
    expect(await sidebar.text()).toContain(
      'A rollup that linus@example.org started was left off at 0 of 1.',
    );
    await sidebar.press('Go on');
    expect(await sidebar.text()).toContain('The one person is looked at.');
  });

  test('shows what an update would do, does it after a question, and moves to a new template', async () => {
    company.workbook.type(...company.workbook.named('template'), urlOf(company.template));
    publish(company);
    await beside();
    await sidebar.press('Framework and copies');
    await sidebar.press('Show what would happen');
    expect(await sidebar.text()).toMatch(/1 career sheet would change\.[\s\S]*1 reworded, 1 new/);
    await sidebar.press('Update 1 career sheet…');
    await sidebar.press('Update');
    expect(await sidebar.text()).toMatch(
      /All career sheets are up to date\.[\s\S]*Updated · 1\.0\.0/,
    );
    await sidebar.press('Discard what was kept…');
    await sidebar.press('Discard');
    expect(await sidebar.text()).toContain('What was kept is discarded.');
    expect(await sidebar.violations()).toEqual([]);

    await sidebar.page.getByLabel('Whose career sheet').selectOption('Ada');
    await sidebar.press('Move…');
    await sidebar.press('Move');
    expect(await sidebar.text()).toMatch(/could not be moved[\s\S]*holds Engineering 1\.0\.0, not/);
    const template = company.template.named('framework_version');
    company.template.type(...template, '1.1.0');
    await sidebar.press('Move…');
    await sidebar.press('Move');
    expect(await sidebar.text()).toMatch(/Moved: Ada\.[\s\S]*cells were compared/);
    expect(company.ada.sheet.name).toBe('Career sheet of Ada (moved)');
  });

  test('calls for slice after slice until everyone is read', async () => {
    await beside();
    const { page } = sidebar;
    const left = answerSlices(
      { state: 'more', run: { by: MANAGER, done: 1, total: 3, problems: 0 } },
      { state: 'more', run: { by: MANAGER, done: 2, total: 3, problems: 0 } },
      { state: 'done', run: { by: MANAGER, done: 3, total: 3, problems: 0 } },
    );
    await page.getByRole('button', { name: 'Roll up' }).click();
    await page.getByText('All 3 people are looked at.').waitFor();
    expect(left).toEqual([]);
  });

  test('watches a rollup that somebody else started, and starts no other', async () => {
    await beside();
    const run = { by: 'linus@example.org', done: 3, total: 9, problems: 0 };
    const left = answerSlices({ state: 'busy', run });
    await sidebar.page.getByRole('button', { name: 'Roll up' }).click();
    await sidebar.page.getByText('3 of 9').waitFor();
    await sidebar.page.getByText('All 9 people are looked at.').waitFor();
    expect(left).toEqual([]);
  });

  test('stops a rollup, and says how far it was', async () => {
    await beside();
    const stopped: unknown[] = [];
    const call = company.workbook.call.bind(company.workbook);
    company.workbook.call = async (name, ...args) => {
      if (name === 'runJob') {
        while (stopped.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        return { state: 'stopped', run: { by: MANAGER, done: 4, total: 9, problems: 0 } };
      }
      if (name === 'stopJob') stopped.push(...args);
      return call(name, ...args);
    };
    await sidebar.page.getByRole('button', { name: 'Roll up' }).click();
    await sidebar.page.getByRole('button', { name: 'Stop' }).click();
    await sidebar.page.getByText('Stopped at 4 of 9').waitFor();
    expect(stopped).toEqual(['rollup']);
  });

  test('says what to do in a spreadsheet that is not set up, and with an empty Team', async () => {
    const blank = company.host.as(MANAGER).create('Blank', 'manager');
    sidebar = await openSidebar(browser, blank, 'manager');
    await sidebar.ready();
    expect(await sidebar.text()).toMatch(/Set up as manager workbook in the menu, then reload/);
    await sidebar.page.context().close();
    await blank.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
    sidebar = await openSidebar(browser, blank, 'manager');
    await sidebar.ready();
    expect(await sidebar.text()).toContain('Team is empty.');
  });

  test('can be read by everybody, and fits half its width', async () => {
    company.enlist({ name: 'Carol', email: 'carol@example.org' }, '');
    await company.rollUp();
    await company.record(company.ada, company.ada.email);
    await company.rollUp();
    await beside();
    const { page } = sidebar;
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    expect(await sidebar.violations()).toEqual([]);
    await page.setViewportSize({ width: 150, height: 400 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      150,
    );
  });
});
