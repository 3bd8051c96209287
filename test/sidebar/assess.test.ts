// The person's views of the sidebar as somebody uses them: Assess, Where I stand, Goals, submitting.

import type { Browser } from 'playwright-core';
import type { OpenFile } from '../../local/host';
import { eventually } from '../browser/browser';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import {
  adasCareer,
  answer,
  answerOf,
  type Office,
  openedReview,
  openOffice,
  record,
  rowsOf,
  statusOf,
} from '../review/career';
import { openSidebar, type SidebarPage } from './sidebar-page';

const HOSTILE = '<img src=x onerror="document.title=1">';
const FORMULA = '=HYPERLINK("https://example.com";"look")';
const FOREIGN = '🦉 שלום עולם';

describeInBrowser('the sidebar for the person', () => {
  let office: Office;
  let browser: Browser;
  const open: SidebarPage[] = [];
  beforeAll(async () => {
    office = await openOffice();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    office.close();
  });
  afterEach(async () => {
    for (const { page } of open.splice(0)) await page.context().close();
  });

  async function beside(file: OpenFile): Promise<SidebarPage> {
    const sidebar = await openSidebar(browser, file);
    open.push(sidebar);
    await sidebar.ready();
    return sidebar;
  }
  const sentence = ({ page }: SidebarPage) => page.locator('#skill').innerText();
  const skillsOf = (file: OpenFile) => rowsOf(file, 'Assessment').filter(({ Id }) => Id !== '');
  const scoresOf = (file: OpenFile) => skillsOf(file).map((row) => row['Self score']);

  test('a whole assessment by keyboard, closed and opened again half way, and handed in', async () => {
    const { ada } = adasCareer(office);
    const skills = skillsOf(ada);
    const half = Math.floor(skills.length / 2);
    const keys = skills.map((_, index) => '221n0'[index % 5]);
    const wanted = keys.map((key) => (key === 'n' ? 'n/a' : Number(key)));

    const first = await beside(ada);
    expect(await sentence(first)).toBe(skills[0].Skill);
    await first.page.keyboard.type(keys.slice(0, half).join(''));
    await first.saved();
    expect(scoresOf(ada)).toEqual([...wanted.slice(0, half), ...skills.slice(half).map(() => '')]);
    await first.page.close();

    const second = await beside(ada);
    expect(await sentence(second)).toBe(skills[half].Skill);
    expect(await second.text()).toContain(`${half} of ${skills.length} scored`);
    await second.page.keyboard.type(keys.slice(half).join(''));
    await second.page.getByText('All that is asked for here is scored.').waitFor();
    await second.saved();
    expect(scoresOf(ada)).toEqual(wanted);
    const calls = [first, second].flatMap(({ calls }) => calls);
    const saves = calls.filter((name) => name === 'saveAnswers').length;
    expect(saves / skills.length).toBeLessThanOrEqual(0.34);

    await second.press('On to submitting');
    await second.press('Submit');
    expect(await second.text()).toContain('Have you asked colleagues for feedback?');
    expect(await second.text()).not.toContain('not scored yet');
    await second.press('Submit');
    expect(statusOf(ada)).toBe('Submitted');
    expect(await second.page.getByRole('tab', { name: 'Assess' }).count()).toBe(0);
    await second.press('Take back');
    expect(statusOf(ada)).toBe('Draft');
  });

  test('arrows go through the skills, U takes the last answer back, E goes to the evidence', async () => {
    const { ada } = adasCareer(office);
    const [one, two, three] = skillsOf(ada);
    const sidebar = await beside(ada);
    const { keyboard } = sidebar.page;
    await keyboard.press('2');
    await keyboard.press('ArrowRight');
    expect(await sentence(sidebar)).toBe(three.Skill);
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    expect(await sentence(sidebar)).toBe(one.Skill);
    await keyboard.press('1');
    await sidebar.saved();
    expect(answerOf(ada, 'del-01').self).toBe(1);
    await keyboard.press('u');
    await keyboard.press('u');
    expect(await sentence(sidebar)).toBe(one.Skill);
    await keyboard.press('e');
    await keyboard.type('Planned 2 releases, n/a since');
    await keyboard.press('Escape');
    await keyboard.press('ArrowRight');
    expect(await sentence(sidebar)).toBe(two.Skill);
    await sidebar.saved();
    expect(answerOf(ada, 'del-01')).toMatchObject({
      self: '',
      evidence: 'Planned 2 releases, n/a since',
    });
  });

  test('filters and search find the skills that they name', async () => {
    const { ada } = adasCareer(office);
    answer(ada, 'del-01', { self: '2' });
    const { page } = await beside(ada);
    const all = skillsOf(ada);
    const found = (count: number) => page.getByText(`${count} skill`, { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await found(all.length - 1);
    await page.getByLabel('Show', { exact: true }).selectOption('All skills');
    await page.getByLabel('Competency').selectOption('Leadership');
    await page.getByLabel('Level', { exact: true }).selectOption({ index: 2 });
    const fitting = all.filter((row) => row.Competency === 'Leadership' && row.Level === 2);
    await found(fitting.length);
    await page.getByLabel('Search').fill(String(fitting[1].Skill).slice(0, -1).toUpperCase());
    await page.getByText('1 skill fit.').waitFor();
    expect(await page.locator('#skill').innerText()).toBe(fitting[1].Skill);
    await page.getByLabel('Search').fill('nothing is called that');
    await page.getByText('No skill fits this filter.').waitFor();
    await page.getByRole('button', { name: 'Show all skills' }).click();
    await found(all.length);
  });

  test('levels far below are filled in one confirmed go, and stay marked until looked at', async () => {
    const { ada } = adasCareer(office);
    answer(ada, 'del-02', { self: '0', evidence: 'Not yet' });
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const delivery = skillsOf(ada).filter((row) => row.Competency === 'Delivery');
    const below = delivery.filter((row) => Number(row.Level) <= 2);
    await page.getByText('Start where it matters').click();
    await page.getByLabel('Up to level').selectOption({ index: 1 });
    await page.getByLabel(/^In/).selectOption('Delivery');
    await sidebar.press('Fill…');
    expect(scoresOf(ada).filter((score) => score === 2)).toEqual([]);
    await sidebar.press(`Score ${below.length - 1} skills`);
    await sidebar.saved();
    expect(answerOf(ada, 'del-02')).toMatchObject({ self: 0, evidence: 'Not yet' });
    expect(answerOf(ada, 'del-01')).toMatchObject({
      self: 2,
      evidence: 'Filled in one go, to be confirmed.',
    });
    expect(skillsOf(ada).filter((row) => row['Self score'] === 2)).toHaveLength(below.length - 1);

    expect(await page.getByLabel('Show', { exact: true }).inputValue()).toBe('toConfirm');
    await page.locator('.card').focus();
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await sidebar.saved();
    expect(answerOf(ada, 'del-01')).toMatchObject({ self: 1, evidence: '' });
    expect(answerOf(ada, 'del-03')).toMatchObject({ self: 2, evidence: '' });
    expect(answerOf(ada, 'del-04')).toMatchObject({
      evidence: 'Filled in one go, to be confirmed.',
    });
  });

  test('a competency stopped at a level stays blank above it, and is not asked for', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const delivery = skillsOf(ada).filter((row) => row.Competency === 'Delivery');
    const reach = delivery.filter((row) => row.Level === 1);
    for (const _ of reach) await page.keyboard.press('1');
    await page.getByText('Start where it matters').click();
    await sidebar.press('Stop Delivery here');
    await page.getByLabel(`Delivery: ${reach.length} of ${reach.length} scored`).waitFor();
    await sidebar.saved();
    const others = skillsOf(ada).length - delivery.length;
    expect(await sidebar.text()).toContain(`${reach.length} of ${reach.length + others} scored`);
    expect(scoresOf(ada).filter((score) => score !== '')).toHaveLength(reach.length);
    const again = await beside(ada);
    expect(await again.page.locator('.card-head').innerText()).toContain('Domain Expertise');
    await sidebar.press('Go on with Delivery');
    await sidebar.saved();
    expect(skillsOf(ada).every(({ Evidence }) => Evidence === '')).toBe(true);
  });

  test('of two windows, the second to answer the same skill is asked, and nothing is overwritten', async () => {
    const { ada } = adasCareer(office);
    const [one, other] = [await beside(ada), await beside(ada)];
    await one.page.keyboard.press('2');
    await one.saved();
    await other.page.keyboard.press('0');
    await other.page.keyboard.press('1');
    await other.later(5000);
    await other.page.getByText('Somebody changed Self score').waitFor();
    expect(answerOf(ada, 'del-01').self).toBe(2);
    expect(answerOf(ada, 'del-02').self).toBe(1);
    await other.press('Use mine');
    await other.saved();
    expect(answerOf(ada, 'del-01').self).toBe(0);
  });

  test('without a connection answers wait, survive a closed sidebar, and are saved in the end', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    sidebar.break('NetworkError: Connection failure due to HTTP 0');
    await page.keyboard.press('2');
    await page.keyboard.press('1');
    await sidebar.later(5000);
    await page.getByText('2 answers are not saved yet').waitFor();
    await page.keyboard.press('0');
    await page.getByText('3 not saved yet').waitFor();
    expect(scoresOf(ada).every((score) => score === '')).toBe(true);
    await page.reload();
    sidebar.break(undefined);
    await page.reload();
    await sidebar.ready();
    expect(await sidebar.text()).toContain('3 of ');
    await sidebar.saved();
    expect(scoresOf(ada).slice(0, 4)).toEqual([2, 1, 0, '']);
    sidebar.break('Service error: Spreadsheets');
    await page.keyboard.press('2');
    await sidebar.later(5000);
    await page.getByText('One answer is not saved yet: Service error: Spreadsheets').waitFor();
    sidebar.break(undefined);
    await sidebar.press('Try now');
    await sidebar.saved();
    expect(scoresOf(ada).slice(0, 5)).toEqual([2, 1, 0, 2, '']);
  });

  test('an answer whose call was lost on its way back is not taken for somebody else’s', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    sidebar.break('NetworkError: Connection failure due to HTTP 0');
    await page.keyboard.press('2');
    await sidebar.later(5000);
    await page.getByText('One answer is not saved yet').waitFor();
    answer(ada, 'del-01', { self: '2' });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('0');
    sidebar.break(undefined);
    await sidebar.press('Try now');
    await sidebar.saved();
    expect(answerOf(ada, 'del-01').self).toBe(0);
    expect(await sidebar.text()).not.toContain('Somebody changed');
  });

  test('what is typed in the grid meanwhile is seen, and never overwritten', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    answer(ada, 'del-01', { evidence: 'From the grid' });
    await page.keyboard.press('e');
    await page.keyboard.type('From the sidebar');
    await sidebar.later(5000);
    await page.getByText('Somebody changed Evidence').waitFor();
    const clash = await page.locator('.clash').innerText();
    expect(clash).toContain('From the grid');
    expect(clash).toContain('From the sidebar');
    await page.keyboard.type(', and more');
    await page.locator('.clash').getByText('From the sidebar, and more').waitFor();
    await page.getByText('1 not saved yet').waitFor();
    expect(answerOf(ada, 'del-01').evidence).toBe('From the grid');
    await sidebar.press('Keep the sheet’s');
    expect(await page.getByLabel('Evidence').inputValue()).toBe('From the grid');
    await page.locator('.card').focus();
    await page.keyboard.press('Escape');
    answer(ada, 'del-01', { self: '1', evidence: 'Typed later' });
    await sidebar.later(3000);
    await page.getByLabel('Delivery: 1 of').waitFor();
    expect(await page.getByLabel('Evidence').inputValue()).toBe('Typed later');
    expect(answerOf(ada, 'del-01')).toMatchObject({ self: 1, evidence: 'Typed later' });
  });

  test('shows what is missing, what moves progress and where else one could go', async () => {
    const career = adasCareer(office);
    const { ada } = career;
    await openedReview(career);
    await record(career.lin);
    await ada.call('startRound', { round: '2027 H1' });
    const sidebar = await beside(ada);
    const { page } = sidebar;
    await page.getByLabel('Show', { exact: true }).selectOption('All skills');
    await page.locator('.card').focus();
    const first = skillsOf(ada).filter((row) => row.Competency === 'Delivery' && row.Level === 1);
    // Two of them were scored in the round before.
    for (const _ of first.slice(2)) await page.keyboard.press('2');
    const news = page.getByText('New level: 🚚 Delivery Beginner');
    await news.waitFor();
    await page.keyboard.press('u');
    await sidebar.later(5000);
    await news.waitFor({ state: 'detached' });
    await page.keyboard.press('2');
    await sidebar.go('Where I stand');
    expect(await news.count()).toBe(0);
    const text = await sidebar.text();
    expect(text).toMatch(/0\.25\s+as Individual Contributor\s+\+0\.25 since 2026 H2/);
    expect(text).toMatch(/points to Intermediate · 0% there/);
    expect(text).toMatch(/Cross Functional Leader\s+0\.3 \(\+0\.05\)/);
    expect(text).toMatch(/Functional Leader\s+0\.05 \(−0\.2\)/);
    expect(text).toMatch(/Since 2026 H2\s+🚚 Delivery\s+Starter → Beginner/);
    expect(text).toContain('4 newly scored');
    expect(await page.getByRole('img', { name: /Delivery 1, Domain Expertise 0/ }).count()).toBe(1);
    await page.locator('.skills').getByRole('button', { name: 'Open in Assess' }).last().click();
    expect(await page.locator('#skill').count()).toBe(1);
  });

  test('makes a goal of a skill in two clicks, and changes its state', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const skill = await sentence(sidebar);
    await page.getByRole('button', { name: 'Make it a goal' }).click();
    await sidebar.press('Save the goal');
    await page.getByText('The goal is saved.').waitFor();
    expect(rowsOf(ada, 'Goals')).toMatchObject([
      { Goal: `Be fully there: ${skill}`, Skill: skill, State: 'Planned' },
    ]);
    await sidebar.press('New goal');
    await page.getByLabel('Goal', { exact: true }).fill('Speak at the guild');
    await page.getByLabel('How we will know').fill('Two talks');
    await page.getByLabel('By when').fill('2020-12-31');
    await page.getByLabel(/^On the job/).check();
    await page.getByLabel('With whom').fill('Grace');
    await sidebar.press('Save the goal');
    await page.getByText('On the job · Grace · 2020-12-31').waitFor();
    await page.getByText('overdue').waitFor();
    await page.getByLabel('State: Speak at the guild').selectOption('Done');
    await page.getByText('1 done or dropped').waitFor();
    expect(rowsOf(ada, 'Goals')[1]).toMatchObject({
      Goal: 'Speak at the guild',
      'How we will know': 'Two talks',
      Due: expect.any(Date),
      State: 'Done',
    });
  });

  test('hostile, long and foreign text comes back as it was typed, and is never more than text', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const long = 'x'.repeat(10_000);
    for (const text of [HOSTILE, FORMULA, long, FOREIGN]) {
      await page.getByLabel('Evidence').fill(text);
      await page.getByLabel('Next skill').click();
    }
    await sidebar.saved();
    const evidence = skillsOf(ada).map((row) => row.Evidence);
    expect(evidence.slice(0, 4)).toEqual([HOSTILE, FORMULA, long, FOREIGN]);
    const cells = ada.workbook().sheets.find(({ name }) => name === 'Assessment')?.cells ?? {};
    expect(cells.F3?.f).toBeUndefined();

    await page.getByRole('tab', { name: 'Goals' }).click();
    for (const text of [HOSTILE, FORMULA, long, FOREIGN]) {
      await sidebar.press('New goal');
      for (const field of ['Goal', 'How we will know', 'With whom or which resource']) {
        await page.getByLabel(field, { exact: true }).fill(text);
      }
      await sidebar.press('Save the goal');
      await page.getByRole('button', { name: 'New goal' }).waitFor();
    }
    expect(rowsOf(ada, 'Goals').map((row) => row.Goal)).toEqual([HOSTILE, FORMULA, long, FOREIGN]);
    const again = await beside(ada);
    await again.go('Goals');
    expect(await again.text()).toContain(HOSTILE);
    expect(await again.page.locator('img').count()).toBe(0);
    expect(await again.page.title()).toBe('Career Sheet');
    expect(await again.overflow(300)).toBeLessThanOrEqual(0);
  });

  test('every view is accessible, and nothing is cut off at twice the size', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await record(career.lin);
    await career.ada.call('startRound', { round: '2027 H1' });
    const sidebar = await beside(career.ada);
    const { page, press, go } = sidebar;
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByText('Start where it matters').click();
    await press('Fill…');
    const check = async () => {
      expect(await sidebar.violations()).toEqual([]);
      expect(await sidebar.overflow(150)).toBeLessThanOrEqual(0);
    };
    await check();
    await go('Where I stand');
    for (const summary of await page.locator('summary').all()) await summary.click();
    await check();
    await page.getByRole('button', { name: 'Make it a goal' }).first().click();
    await check();
    await press('Save the goal');
    await page.getByRole('button', { name: 'New goal' }).waitFor();
    await check();
  });

  test('follows the selection in the sheet, and selects the cell of the skill that it shows', async () => {
    const { ada } = adasCareer(office);
    const sheet = ada.workbook().sheets.find(({ name }) => name === 'Assessment')?.id as number;
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const skills = skillsOf(ada);
    await sidebar.later(3000);
    await eventually(() => expect(sidebar.calls).toContain('lookAtSheet'));
    ada.selection = { sheet, a1: 'F41' };
    await sidebar.later(3000);
    await page.locator('#skill', { hasText: String(skills[39].Skill) }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Show in the sheet' }).click();
    await eventually(() => expect(ada.selection?.a1).toBe('E42'));
  });

  test('looks at the sheet every three seconds while the page is seen, and not at all while it is hidden', async () => {
    const { ada } = adasCareer(office);
    const sidebar = await beside(ada);
    const { page } = sidebar;
    const looks = () => sidebar.calls.filter((name) => name === 'lookAtSheet').length;
    const now = () => page.evaluate(() => Date.now());
    const [before, start] = [looks(), await now()];
    await page.clock.runFor(30_000);
    const passed = (await now()) - start;
    expect(looks()).toBeGreaterThan(before);
    expect(looks() - before).toBeLessThanOrEqual(passed / 3000 + 1);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    });
    const seen = looks();
    await page.clock.runFor(30_000);
    expect((await now()) - start).toBeGreaterThan(60_000);
    expect(looks()).toBe(seen);
  });

  test('only the person assesses: the manager opens at the review', async () => {
    const { lin } = adasCareer(office);
    const { page } = await beside(lin);
    expect(await page.getByRole('tab', { name: 'Assess' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Review', selected: true }).waitFor();
  });
});
