// The one-to-one in the sidebar, as the manager and the person hold it together.

import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import {
  adasCareer,
  answer,
  answerOf,
  type Career,
  type Office,
  openedReview,
  openOffice,
  paste,
  record,
  rowsOf,
} from '../review/career';
import { openSidebar, type SidebarPage } from './sidebar-page';

const HOSTILE = '<img src=x onerror="document.title=1"> شكرا 🙂';
const FORMULA = '=HYPERLINK("https://example.com";"look")';

describeInBrowser('the one-to-one in the sidebar', () => {
  let office: Office;
  let browser: Browser;
  const opened: SidebarPage[] = [];
  beforeAll(async () => {
    office = await openOffice();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    office.close();
  });
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.context().close();
  });

  async function beside(file: Career['lin']): Promise<SidebarPage> {
    const sidebar = await openSidebar(browser, file);
    opened.push(sidebar);
    await sidebar.ready();
    return sidebar;
  }
  const skillOf = (career: Career, id: string) =>
    String(rowsOf(career.ada, 'Assessment').find((row) => row.Id === id)?.Skill);

  /** Two rounds: one recorded, then a review open in which things changed and differ. */
  async function secondReview(): Promise<Career> {
    const career = adasCareer(office);
    await openedReview(career);
    await record(career.lin);
    await career.lin.call('startRound', { round: '2027 H1' });
    answer(career.ada, 'del-01', { self: '2', evidence: HOSTILE });
    career.ada.paste('Goals', 'A2', [[HOSTILE, '', '', '', '', '2026-01-31', 'In progress']]);
    await career.ada.call('submitReview', { addManager: false });
    answer(career.lin, 'del-02', { managerScore: '0' });
    await career.lin.call('openReview');
    return career;
  }

  test('from the agenda over what they agree on to the record, the printed note and the history', async () => {
    const career = await secondReview();
    for (const [at, value] of ['Individual Contributor', 0, 5, 'E3', 'Senior'].entries()) {
      paste(office, career.ada, ['Grades', `${'ABCDE'[at]}2`], value);
    }
    const sidebar = await beside(career.lin);
    const { page } = sidebar;

    await sidebar.go('Agenda');
    const agenda = await sidebar.text();
    expect(agenda).toMatch(/What changed since 2026 H2/);
    expect(agenda).toContain(skillOf(career, 'del-01'));
    expect(agenda).toContain('Ada 2, manager 0');
    expect(agenda).toContain(HOSTILE);
    expect(agenda).toContain('due 2026-01-31');
    expect(await sidebar.violations()).toEqual([]);

    await page.getByRole('button', { name: skillOf(career, 'del-02') }).click();
    await page.keyboard.press('1');
    await page.locator('.way').getByText('lowered').waitFor();
    expect(await page.locator('.moved.fell').textContent()).toContain(skillOf(career, 'del-02'));
    await page.keyboard.press('e');
    await page.keyboard.type('only with help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.evidence').textContent()).toContain(HOSTILE);
    expect(await sidebar.violations()).toEqual([]);
    await sidebar.saved();
    expect(answerOf(career.ada, 'del-02')).toMatchObject({ agreed: 1, note: 'only with help' });

    await sidebar.press('On to recording');
    await sidebar.press('Record the outcome');
    const question = page.locator('.confirm');
    await question.waitFor();
    const summary = String(await question.textContent());
    expect(summary).toContain('Progress as Individual Contributor: 0.');
    expect(summary).toContain('The same as in 2026 H2.');
    expect(summary).toContain('Lowered: 1 skill.');
    expect(summary).toContain(`${skillOf(career, 'del-02')} (2 → 1)`);
    expect(summary).toContain('as Individual Contributor is E3 Senior.');
    expect(summary).toContain('This is no promotion');
    expect(summary).toContain('1 goal is open:');
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('own words').fill(HOSTILE);
    expect(await sidebar.violations()).toEqual([]);
    await sidebar.press('Record');

    await sidebar.press('Follow-up note');
    const note = page.locator('.follow-up');
    await note.waitFor();
    const text = String(await note.textContent());
    expect(text).toContain('One-to-one of Ada, 2027 H1');
    expect(text).toContain('This is no promotion');
    expect(text).toContain('Ada does not agree.');
    expect(text.split(HOSTILE)).toHaveLength(3);
    await sidebar.press('Copy');
    await page.getByText('Copied.').waitFor();
    expect(await sidebar.violations()).toEqual([]);
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await sidebar.press('Print');
    expect(await page.title()).toBe('printed');
    await page.emulateMedia({ media: 'print' });
    expect(await note.isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    await sidebar.go('History');
    await page.getByText('As a table').click();
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await page.getByRole('img', { name: 'Progress: 0' }).count()).toBe(1);
    expect(await sidebar.violations()).toEqual([]);
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('the two edit together: each sees what the other changed, and nothing is overwritten', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const skill = skillOf(career, 'del-02');
    const [lin, ada] = [await beside(career.lin), await beside(career.ada)];
    for (const { page } of [lin, ada]) {
      await page.getByRole('tab', { name: 'Agree' }).click();
      await page.getByRole('combobox', { name: /^Show/ }).selectOption('all');
      await page.getByRole('button', { name: 'Next skill' }).click();
      await page.getByRole('heading', { name: skill }).waitFor();
    }
    await lin.page.locator('.card').focus();
    await lin.page.keyboard.press('0');
    await lin.saved();
    expect(answerOf(career.ada, 'del-02').agreed).toBe(0);
    await ada.later(3000);
    await ada.page.locator('.way').getByText('lowered').waitFor();

    // Ada answers what she still sees while Lin's next answer is on its way.
    ada.break('The service is not available.');
    await ada.page.locator('.card').focus();
    await ada.page.keyboard.press('2');
    await ada.later(5000);
    await ada.page.getByText('One answer is not saved yet').waitFor();
    await lin.page.keyboard.press('1');
    await lin.saved();
    ada.break(undefined);
    await ada.press('Try now');
    await ada.page.getByText('Somebody changed Agreed score').waitFor();
    expect(answerOf(career.ada, 'del-02').agreed).toBe(1);
    await ada.press('Use mine');
    await ada.saved();
    expect(answerOf(career.ada, 'del-02').agreed).toBe(2);
  });

  test('a first review says that there is nothing to compare with, and asks for what counts next', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const sidebar = await beside(career.ada);
    await sidebar.go('Agenda');
    expect(await sidebar.text()).toContain('This is the first review');
    await sidebar.press('Go through the skills');
    expect(await sidebar.text()).toContain('not scored, and counts next');
    expect(await sidebar.overflow(150)).toBeLessThanOrEqual(0);
  });

  test('says who can read the file, warns when they are more than the two, and what cannot be seen', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    await sidebar.go('Review');
    await sidebar.press('Look');
    const text = await sidebar.text();
    expect(text).toContain('One more than the person and the manager can read everything here');
    expect(text).toContain('Access by link, by the whole domain or by a group cannot be seen');
    const listed = await sidebar.page.locator('.readers li').allTextContents();
    expect(listed).toEqual([
      'ada@example.com the person, may edit',
      'lin@example.com the manager, may edit',
      'eve@example.com may edit',
    ]);
  });

  test('long and odd texts in every field are shown as they are', async () => {
    const career = await secondReview();
    const long = `${'x'.repeat(10_000)} end`;
    answer(career.lin, 'del-02', { note: long });
    for (const name of ['person', 'round']) {
      paste(office, career.ada, career.ada.named(name), HOSTILE);
    }
    paste(office, career.ada, ['Framework', 'D2'], HOSTILE);
    const sidebar = await beside(career.lin);
    const { page } = sidebar;
    for (const view of ['Agenda', 'Agree', 'History']) {
      await sidebar.go(view);
      expect(await page.locator('main img').count()).toBe(0);
      expect(await sidebar.overflow(300)).toBeLessThanOrEqual(0);
    }
    await sidebar.go('Agree');
    await page.keyboard.press('ArrowRight');
    const note = page.getByLabel("Manager's note");
    expect(await note.inputValue()).toBe(long);
    await note.fill(FORMULA);
    await sidebar.saved();
    expect(answerOf(career.ada, 'del-02').note).toBe(FORMULA);

    await sidebar.press('On to recording');
    await sidebar.press('Record the outcome');
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('own words').fill(FORMULA);
    await sidebar.press('Record');
    expect(Object.values((await career.ada.call('loadStatements')) as object)).toEqual([FORMULA]);
    const formulas = career.ada
      .workbook()
      .sheets.flatMap(({ cells }) => Object.values(cells).map(({ f }) => f));
    expect(formulas).not.toContain(FORMULA);
    expect(await page.title()).toBe('Career Sheet');
  });
});
