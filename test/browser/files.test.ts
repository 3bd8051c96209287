// The list of files, and who the page acts as.

import { ADA, GRACE } from '../local/temporary-host';
import { Browser, describeInBrowser, eventually } from './browser';

describeInBrowser('files', () => {
  const browser = new Browser();

  test('a person creates, copies, renames and shares a file, and another finds it shared', async () => {
    const page = await browser.open('/', ADA);
    await page.getByText('There are no files yet.').waitFor();
    await page.getByRole('button', { name: 'New file' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Plans');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.waitForURL('**/file/**');
    await page.getByRole('heading', { name: 'Plans' }).waitFor();
    await page.getByRole('link', { name: 'All files' }).click();

    await page.getByRole('button', { name: 'Copy' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Make a copy' }).click();
    await page.waitForURL('**/file/**');
    await page.getByRole('heading', { name: 'Copy of Plans' }).waitFor();
    await page.getByRole('link', { name: 'All files' }).click();

    const copy = page.getByRole('row', { name: 'Copy of Plans' });
    await copy.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ours');
    await page.locator('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('row', { name: 'Ours' }).getByRole('button', { name: 'Share' }).click();
    await page.getByLabel('E-mail address').fill(GRACE);
    await page.getByLabel('Role', { exact: true }).selectOption('viewer');
    await page.locator('dialog').getByRole('button', { name: 'Share' }).click();
    await page.getByLabel(`Role of ${GRACE}`).waitFor();
    await page.locator('dialog').getByRole('button', { name: 'Close' }).click();

    await page.getByLabel('Who you act as').selectOption(GRACE);
    await page.waitForURL(`**/?as=${encodeURIComponent(GRACE)}`);
    await page.getByRole('tab', { name: 'Shared with me' }).click();
    const shared = page.getByRole('row', { name: /^Ours view only ada@example.com/ });
    await shared.waitFor();
    expect(await shared.getByRole('button', { name: 'Rename' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Owned by me' }).click();
    await page.getByText('There are no files yet.').waitFor();
  });

  test('somebody new is added and acted as, and a wrong address is said in a sentence', async () => {
    const page = await browser.open('/', ADA);
    await page.getByLabel('Who you act as').selectOption('Add a person…');
    await page.getByLabel('Name', { exact: true }).fill('Lin Clark');
    await page.getByLabel('E-mail address').fill('lin@example');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.waitForURL('**/?as=lin%40example');
    expect(browser.host.store.people()).toContainEqual({ name: 'Lin Clark', email: 'lin@example' });
    await eventually(async () =>
      expect(await page.getByLabel('Who you act as').inputValue()).toBe('lin@example'),
    );
  });

  test('a file that is not shared says so and lets one act as somebody else', async () => {
    const file = browser.host.as(ADA).create('Secret');
    const page = await browser.open(`/file/${file.id}`, GRACE);
    await page.getByText('You do not have permission to access the requested document.').waitFor();
    await page.getByLabel('Who you act as').selectOption(ADA);
    await page.getByRole('heading', { name: 'Secret' }).waitFor();
  });

  test('the list follows what happens elsewhere', async () => {
    const page = await browser.open('/', ADA);
    browser.host.as(ADA).create('Appeared');
    await page.getByRole('link', { name: 'Appeared' }).waitFor();
    await page.getByLabel('Find a file').fill('nothing like it');
    await page.getByText('No file matches “nothing like it”.').waitFor();
  });
});
