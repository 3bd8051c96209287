// A manager imports an older sheet from beginning to end, in the page of the local host.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Server, serve } from '../../local/server';
import framework from '../../src/frameworks/engineering.json';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import { type Company, Foundation, MANAGER, type Person, urlOf } from '../rollup/company';
import { excelFile, pairsSideBySide } from './workbooks';

const [first, second] = framework.skills;

describeInBrowser('an older sheet', () => {
  let browser: Browser;
  let foundation: Foundation;
  let company: Company;
  let bob: Person;
  let server: Server;
  let page: Page;
  const dir = mkdtempSync(join(tmpdir(), 'import-'));

  beforeAll(async () => {
    foundation = await Foundation.lay();
    company = foundation.start();
    bob = company.hire('Bob');
    company.enlist(bob, urlOf(bob.sheet));
    server = await serve(company.host, 0);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    company.close();
    foundation.remove();
    rmSync(dir, { recursive: true });
  });

  const at = (path: string) => `${server.address}${path}?as=${encodeURIComponent(MANAGER)}`;

  test('is uploaded, looked at, and imported into a career sheet', async () => {
    const file = join(dir, 'Skills of Bob.xlsx');
    const bytes = await excelFile((book) => {
      pairsSideBySide(book, {
        name: 'Delivery',
        headers: ['Beginner'],
        levels: [
          [
            [first.text, 2],
            [`${second.text} Always.`, 1],
            ['Waters the plants of the office.', 2],
          ],
        ],
        reached: [true],
      });
    });
    writeFileSync(file, bytes);

    await page.goto(at('/'));
    writeFileSync(join(dir, 'list.xlsx'), 'competency,level,skill,score');
    await page.getByLabel('Upload .xlsx').setInputFiles(join(dir, 'list.xlsx'));
    await page.getByText('"list.xlsx" is no Excel workbook').waitFor();
    await page.getByLabel('Upload .xlsx').setInputFiles(file);
    const link = page.getByRole('link', { name: 'Skills of Bob' });
    const address = await link.getAttribute('href');

    await page.goto(at(`/file/${company.workbook.id}`));
    await page.waitForSelector('html[data-ready]');
    const menus = page.getByRole('navigation', { name: 'Menus' });
    await menus.getByRole('button', { name: 'Career Sheet Manager' }).click();
    await menus.getByRole('menuitem', { name: 'Import an older sheet' }).click();
    const dialog = page.frameLocator('dialog iframe');
    await dialog.getByLabel('Link to the older sheet').fill(`${server.address}${address}`);
    await dialog.getByLabel('Whose career sheet is filled').selectOption({ label: 'Bob' });
    await dialog.getByRole('button', { name: 'Look at it' }).click();
    await dialog.getByText('“Skills of Bob”: 3 skills in 1 tab').waitFor();
    const row = dialog.getByRole('row', { name: /^Delivery 1 0/ });
    expect(await row.textContent()).toContain(
      '5 skills on level 1 are not in the older sheet, so not scored here.',
    );
    await dialog.getByRole('checkbox', { name: /It is this one/ }).check();
    await dialog.getByRole('button', { name: 'Import 3 scores' }).click();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.getByText('2 scores imported, 1 put into Archive, 0 there already.').waitFor();

    expect(bob.sheet.read('Assessment', 'E2:E4')).toEqual([[2], [1], ['']]);
    expect(bob.sheet.read('Archive', 'F2:G2')).toEqual([['Waters the plants of the office.', 2]]);
  });
});
