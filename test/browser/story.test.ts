// One whole review through the page: from the copied template to the manager's rollup.

import type { FrameLocator } from 'playwright-core';
import type { OpenFile } from '../../local/host';
import { sampleCompanyHost } from '../local/temporary-host';
import { Browser, describeInBrowser, eventually, SheetPage } from './browser';

/** Of the sample company: she has no career sheet yet. */
const IVANA = 'ivana.sampleton@example.com';
const HER_MANAGER = 'farid.exampleby@example.com';
const HEAD = 'robin.sampleton@example.com';

describeInBrowser('one whole review', () => {
  const browser = new Browser(sampleCompanyHost);

  test('a newcomer copies the template and scores, the two record the outcome, the head rolls up', async () => {
    const sheet = await copyTemplate();
    const { file } = sheet;
    await describeHerself(sheet);

    await sheet.tab('Assessment');
    await chooseFromDropdown(sheet, 'E2', '2');
    await sheet.stored('Assessment', 'E2', 2);
    await sheet.select('E3');
    for (let skill = 3; skill <= 7; skill += 1) {
      await sheet.page.keyboard.type('2');
      await sheet.press('Enter');
      await sheet.stored('Assessment', `E${skill}`, 2);
      await sheet.atRest();
    }
    await sheet.stored('Summary', levelOfDelivery(file), 1);
    await sheet.stored('Summary', file.named('self_progress')[1], 0.25);

    const hers = await openSidebar(sheet, 'Career Sheet > Open sidebar');
    await hers.getByRole('tab', { name: 'Review' }).click();
    await hers.getByRole('button', { name: 'Submit' }).click();
    await hers.locator('.confirm').getByRole('button', { name: 'Submit' }).click();
    await hers.getByText(`${HER_MANAGER} may now edit this file.`).waitFor();
    await shareWithHead(sheet);

    const managers = await browser.openFile(file, HER_MANAGER);
    const his = await openSidebar(managers, 'Career Sheet > Open sidebar');
    await his.getByRole('tab', { name: 'Review' }).click();
    await his.getByRole('button', { name: 'Open the review' }).click();
    await his.locator('.confirm').getByRole('button', { name: 'Open the review' }).click();
    await managers.stored('Assessment', 'H2:H8', [[2], [2], [2], [2], [2], [2], ['']]);
    await managers.tab('Assessment');
    for (const address of ['H2', 'H3']) await managers.type(address, '1');
    await managers.stored('Summary', file.named('agreed_progress')[1], 0);
    await managers.type('H3', '2');
    await managers.stored('Summary', file.named('agreed_progress')[1], 0.25);

    await his.getByRole('tab', { name: 'Review' }).click();
    await his.getByRole('button', { name: 'Record the outcome' }).click();
    await his.getByLabel('Yes', { exact: true }).check();
    await his.getByRole('button', { name: 'Record', exact: true }).click();
    await managers.stored('Outcomes', 'D2:F2', [['Ivana Sampleton', IVANA, HER_MANAGER]]);

    const workbook = browser.host.as(HEAD).files().find(isManagerWorkbook);
    const team = await browser.openFile(browser.host.as(HEAD).open(String(workbook?.id)));
    expect(rowOf(team.file, 'Rollup')).toBeUndefined();
    await team.tab('Team');
    await team.type(
      `G${lineOf(team.file, 'Team')}`,
      `https://docs.google.com/spreadsheets/d/${file.id}/edit`,
    );
    await team.menu('Career Sheet Manager > Roll up');
    await eventually(() =>
      expect(rowOf(team.file, 'Rollup')).toMatchObject({
        Status: 'Recorded',
        Delivery: 1,
        Progress: 0.25,
        Raised: 0,
        Lowered: 1,
      }),
    );
  }, 300_000);

  async function copyTemplate(): Promise<SheetPage> {
    const page = await browser.open('/', IVANA);
    const template = page.getByRole('row', { name: 'Career sheet (template)' });
    await template.getByRole('button', { name: 'Copy' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Make a copy' }).click();
    await page.waitForURL('**/file/**');
    await page.waitForSelector('html[data-ready]');
    const [, id] = /\/file\/(\w+)/.exec(page.url()) as RegExpExecArray;
    return new SheetPage(page, browser.host.as(IVANA).open(id));
  }

  async function shareWithHead({ page }: SheetPage): Promise<void> {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByLabel('E-mail address').fill(HEAD);
    await page.getByLabel('Role', { exact: true }).selectOption('viewer');
    await page.locator('dialog').getByRole('button', { name: 'Share' }).click();
    await page.getByLabel(`Role of ${HEAD}`).waitFor();
    await page.locator('dialog').getByRole('button', { name: 'Close' }).click();
  }
});

async function describeHerself(sheet: SheetPage): Promise<void> {
  const texts: Record<string, string> = {
    person: 'Ivana Sampleton',
    email: IVANA,
    manager_email: HER_MANAGER,
    direction: 'Individual Contributor',
  };
  for (const [name, text] of Object.entries(texts)) {
    const [tab, a1] = sheet.file.named(name);
    await sheet.type(a1, text);
    await sheet.stored(tab, a1, text);
  }
}

/** By the arrow at the right of the cell; its row must be in view. */
async function chooseFromDropdown(sheet: SheetPage, a1: string, choice: string): Promise<void> {
  await sheet.select(a1);
  const { x, y } = await sheet.rightEnd('Assessment', a1);
  await sheet.page.mouse.click(x - 8, y);
  await sheet.page.getByText(choice, { exact: true }).last().click();
}

async function openSidebar(sheet: SheetPage, item: string): Promise<FrameLocator> {
  await sheet.page.bringToFront();
  await sheet.menu(item);
  await sheet.dialog.getByRole('button', { name: 'Allow' }).click();
  return sheet.page.frameLocator('iframe');
}

function levelOfDelivery(file: OpenFile): string {
  const [, headers] = file.named('summary_competencies');
  const [first] = /\d+/.exec(headers) as RegExpExecArray;
  return `E${Number(first) + 1}`;
}

function isManagerWorkbook({ name }: { name: string }): boolean {
  return name === 'Engineering (manager workbook)';
}

const rowsOf = (file: OpenFile, tab: string) => file.read(tab, 'A1:Z70') as unknown[][];

/** The line of a tab that holds Ivana's e-mail, from 1. */
function lineOf(file: OpenFile, tab: string): number {
  return rowsOf(file, tab).findIndex((row) => row.includes(IVANA)) + 1;
}

/** Her row by header; undefined when there is none. */
function rowOf(file: OpenFile, tab: string): Record<string, unknown> | undefined {
  const [headers, ...rows] = rowsOf(file, tab);
  const row = rows.find((cells) => cells.includes(IVANA));
  return row && Object.fromEntries(headers.map((header, index) => [String(header), row[index]]));
}
