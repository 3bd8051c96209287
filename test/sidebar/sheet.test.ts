// The career sheet's sidebar as people use it: the built page over the built script.

import type { Browser } from 'playwright-core';
import type { OpenFile } from '../../local/host';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import {
  ADA,
  adasCareer,
  answer,
  EVE,
  fill,
  LIN,
  type Office,
  openedReview,
  openOffice,
  paste,
  record,
  rowsOf,
  statusOf,
} from '../review/career';
import { openSidebar, type SidebarPage } from './sidebar-page';

describeInBrowser('the sidebar of a career sheet', () => {
  let office: Office;
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    office = await openOffice();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    office.close();
  });
  afterEach(() => sidebar.page.context().close());

  async function beside(file: OpenFile): Promise<void> {
    sidebar = await openSidebar(browser, file);
    await sidebar.ready();
    if (await sidebar.page.getByRole('tab', { name: 'Review' }).count()) await sidebar.go('Review');
  }

  test('shows who it is about, where the person stands and which skills are missing', async () => {
    const { ada } = adasCareer(office);
    for (let row = 2; row <= 7; row += 1) ada.type('Assessment', `E${row}`, '2');
    await beside(ada);
    const text = await sidebar.text();
    expect(text).toMatch(/^Ada\s+Draft/);
    for (const fact of ['2026 H2', 'Individual Contributor', 'E2', LIN, '6 of 121']) {
      expect(text).toContain(fact);
    }
    await sidebar.go('Where I stand');
    expect(await sidebar.text()).toContain('1 Beginner');
    const missing = sidebar.page.locator('details').first();
    await missing.locator('summary').click();
    const listed = (await missing.locator('li').allTextContents()).join();
    const delivery = rowsOf(ada, 'Assessment').filter((row) => row.Competency === 'Delivery');
    for (const { Level, Skill } of delivery)
      expect(listed.includes(String(Skill))).toBe(Level === 2);
  });

  test('submits after a question inside the sidebar, and adds the manager', async () => {
    const { ada } = adasCareer(office);
    ada.share(LIN, null);
    await beside(ada);
    await sidebar.press('Submit');
    expect(await sidebar.text()).toContain('121 skills are not scored yet.');
    expect(statusOf(ada)).not.toBe('Submitted');
    await sidebar.press('Submit');
    expect(await sidebar.text()).toContain(`Submitted, and ${LIN} may now edit this file.`);
    expect(statusOf(ada)).toBe('Submitted');
    expect(ada.workbook().editors).toContain(LIN);
  });

  test('a question can be left by Cancel and by the Escape key, and nothing is done', async () => {
    const { ada } = adasCareer(office);
    await beside(ada);
    await sidebar.press('Submit');
    await sidebar.press('Cancel');
    await sidebar.press('Submit');
    await sidebar.page.keyboard.press('Escape');
    await sidebar.page.locator('.confirm').waitFor({ state: 'detached' });
    expect(statusOf(ada)).not.toBe('Submitted');
  });

  test('works by the keyboard alone, from the first button to the recorded outcome', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await beside(career.lin);
    const { page } = sidebar;
    const go = async (label: string) => {
      const target = page.getByRole('button', { name: label, exact: true });
      for (let presses = 0; presses < 40; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await sidebar.ready();
    };
    await go('Record the outcome');
    await page.locator('.confirm').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await go('Record');
    expect(await sidebar.text()).toContain('The outcome is recorded.');
    expect(rowsOf(career.ada, 'Outcomes')).toMatchObject([{ 'Recorded by': LIN }]);
  });

  test('asks whether the person agrees before it records, and records the answer', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await beside(career.lin);
    await sidebar.press('Record the outcome');
    await sidebar.press('Record');
    expect(await sidebar.text()).toContain('Say first whether Ada agrees.');
    expect(rowsOf(career.ada, 'Outcomes')).toEqual([]);
    await sidebar.page.getByLabel('No').check();
    await sidebar.press('Record');
    expect(rowsOf(career.ada, 'Outcomes')).toMatchObject([{ 'Person agrees': 'no' }]);
  });

  test('names the skills that are not scored, and who is not the manager, before it records', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await beside(career.eve);
    await sidebar.press('Record the outcome');
    const text = await sidebar.text();
    const skills = rowsOf(career.ada, 'Assessment').filter(
      ({ Level, 'Agreed score': agreed }) => Level === 1 && agreed === '',
    );
    for (const { Skill } of skills) expect(text).toContain(Skill);
    expect(text).toContain(`You are ${EVE}, but the manager on Summary is ${LIN}.`);
    await sidebar.page.getByLabel('Yes').check();
    await sidebar.press('Record');
    expect(await sidebar.text()).toContain(`${EVE}, not the manager`);
  });

  test('asks about the sheet as it is when the button is pressed, not as it was when it opened', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await beside(career.lin);
    const skill = rowsOf(career.ada, 'Assessment').find(({ Id }) => Id === 'del-03')
      ?.Skill as string;
    answer(career.lin, 'del-03', { agreed: '2' });
    await sidebar.press('Record the outcome');
    expect(await sidebar.page.locator('.confirm').textContent()).not.toContain(skill);
  });

  test('says so when somebody recorded an outcome in the meantime, and shows it', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await beside(career.lin);
    await sidebar.press('Record the outcome');
    await record(career.eve);
    await sidebar.page.getByLabel('Yes').check();
    await sidebar.press('Record');
    const text = await sidebar.text();
    expect(text).toContain('after this sidebar was read: nothing was written');
    expect(text).toContain('Record again?');
    expect(rowsOf(career.ada, 'Outcomes')).toHaveLength(1);
  });

  test('starts a new round under the name that is typed', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await record(career.lin);
    await beside(career.ada);
    await sidebar.press('Start a new round');
    const name = sidebar.page.getByLabel('Name of the new round');
    expect(await name.inputValue()).toBe('2027 H1');
    await name.fill('2026 H2');
    await sidebar.press('Start the round');
    expect(await sidebar.text()).toContain('has been held already');
    await name.fill('2027 Q1');
    await name.press('Enter');
    await sidebar.page.getByText('The round 2027 Q1 has begun.').waitFor();
    expect(career.ada.read(...career.ada.named('round'))).toBe('2027 Q1');
  });

  test('points out a status Recorded that nobody recorded', async () => {
    const { ada, lin } = adasCareer(office);
    fill(ada, { status: 'Recorded' });
    await beside(lin);
    expect(await sidebar.text()).toContain(
      'The status says Recorded, but Outcomes holds no outcome of 2026 H2.',
    );
  });

  test('says how to start when the status In review was typed by hand', async () => {
    const { ada, lin } = adasCareer(office);
    answer(ada, 'del-01', { self: '2' });
    fill(ada, { status: 'In review' });
    await beside(lin);
    expect(await sidebar.text()).toContain('No score is agreed yet.');
  });

  test('offers a copy of a filled sheet to start clean, and asks before it clears', async () => {
    const { ada } = adasCareer(office);
    answer(ada, 'del-01', { evidence: 'Shipped the importer' });
    await ada.call('loadReview');
    const copy = office.host.as(EVE).open(ada.id).copy('Copy of Ada');
    await beside(copy);
    expect(await sidebar.text()).toContain('This file is a copy of a career sheet');
    await sidebar.press('Start clean');
    expect(await sidebar.text()).toContain('Clear this copy?');
    expect(rowsOf(copy, 'Assessment')[0].Evidence).toBe('Shipped the importer');
    await sidebar.press('Clear this copy');
    expect(await sidebar.text()).toContain('This copy is clean');
    expect(rowsOf(copy, 'Assessment')[0].Evidence).toBe('');
  });

  test('shows hostile text as text', async () => {
    const { ada } = adasCareer(office);
    const hostile = '<img src=x onerror="document.title=1">';
    for (const name of ['person', 'round', 'manager_email', 'current_grade']) {
      paste(office, ada, ada.named(name), hostile);
    }
    paste(office, ada, ['Framework', 'D2'], hostile);
    await beside(ada);
    expect((await sidebar.text()).split(hostile).length).toBeGreaterThan(4);
    expect(await sidebar.page.locator('img').count()).toBe(0);
    expect(await sidebar.page.title()).toBe('Career Sheet');
  });

  test('says what is likely wrong when Google refuses the call', async () => {
    const { ada } = adasCareer(office);
    await beside(ada);
    sidebar.break(
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    );
    await sidebar.press('Reload');
    expect(await sidebar.text()).toContain('several Google accounts are signed in');
    sidebar.break(undefined);
    await sidebar.press('Reload');
    expect(await sidebar.text()).not.toContain('several Google accounts');
  });

  test('says what is likely wrong after 30 seconds without an answer, and does not wait for ever', async () => {
    const { ada } = adasCareer(office);
    await beside(ada);
    const { page } = sidebar;
    sidebar.break(null);
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.clock.runFor(29_000);
    expect(await sidebar.text()).not.toContain('Google did not answer');
    await page.clock.runFor(2_000);
    await page.getByText('Google did not answer within 30 seconds.').waitFor();
    expect(await sidebar.text()).toContain('several Google accounts are signed in');
    await sidebar.ready();
  });

  test('shows the sentence of an error without Google’s prefix', async () => {
    const { ada } = adasCareer(office);
    fill(ada, { direction: '' });
    await beside(ada);
    await sidebar.press('Submit');
    await sidebar.press('Submit');
    const [tab, a1] = ada.named('direction');
    await sidebar.page.getByText(`${tab}!${a1} lacks `).waitFor();
  });

  describe('for everybody', () => {
    const views: [string, (career: ReturnType<typeof adasCareer>) => Promise<OpenFile>, string][] =
      [
        ['a draft', async ({ ada }) => ada, 'Submit'],
        [
          'an open review',
          async (career) => openedReview(career).then(() => career.eve),
          'Record the outcome',
        ],
        [
          'a recorded review',
          async (career) => {
            await openedReview(career);
            await record(career.eve);
            return career.ada;
          },
          'Start a new round',
        ],
        [
          'a copied file',
          async ({ ada }) => {
            await ada.call('loadReview');
            return ada.copy('Copy');
          },
          'Start clean',
        ],
      ];

    test.each(views)(
      '%s with its question and all its skills open has no accessibility violations',
      async (_, prepare, label) => {
        await beside(await prepare(adasCareer(office)));
        const { page } = sidebar;
        await sidebar.press(label);
        await page.locator('.confirm').waitFor();
        for (const summary of await page.locator('summary').all()) await summary.click();
        expect(await sidebar.violations()).toEqual([]);
      },
    );

    test('nothing is cut off at twice the size', async () => {
      const career = adasCareer(office);
      await openedReview(career);
      await beside(career.eve);
      await sidebar.press('Record the outcome');
      expect(await sidebar.overflow(150)).toBeLessThanOrEqual(0);
    });
  });

  test('the person whose sheet it is sees what the sheet calls them, whoever they are', async () => {
    const { ada } = adasCareer(office);
    fill(ada, { person: '' });
    await beside(ada);
    expect(await sidebar.text()).toContain('No name on Summary yet');
    expect(await sidebar.text()).not.toContain(ADA);
  });
});
