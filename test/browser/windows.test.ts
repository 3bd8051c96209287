// Several windows on one file, and a server that goes away.

import { ADA, GRACE } from '../local/temporary-host';
import { Browser, describeInBrowser, eventually } from './browser';

describeInBrowser('windows', () => {
  const browser = new Browser();

  test('what one types the other sees, rows that one inserts move what the other wrote', async () => {
    const file = browser.host.as(ADA).create('Shared');
    file.share(GRACE, 'editor');
    file.type('Sheet1', 'A1', 'head');
    file.type('Sheet1', 'A2', 'body');
    const ada = await browser.openFile(file);
    const grace = await browser.openFile(file, GRACE);
    await ada.type('B1', 'from Ada');
    await grace.shows('B1', 'from Ada');
    await grace.type('B2', 'from Grace');
    await ada.shows('B2', 'from Grace');
    await ada.insertRowAbove('A2');
    await ada.stored('Sheet1', 'A3:B3', [['body', 'from Grace']]);
    await grace.shows('B3', 'from Grace');
  });

  test('while the server is away the page says that nothing is saved, and saves when it is back', async () => {
    const file = browser.host.as(ADA).create('Mine');
    const sheet = await browser.openFile(file);
    await sheet.page.route('**/api/files/**', (route) => route.abort());
    await sheet.type('A1', 'kept');
    await sheet.page.getByText('Not saved: trying again…').waitFor();
    expect(file.read('Sheet1', 'A1')).toBe('');
    const asks = sheet.page.waitForEvent('dialog');
    const leaving = sheet.page.close({ runBeforeUnload: true });
    await (await asks).dismiss();
    await leaving;
    await sheet.page.unroute('**/api/files/**');
    await sheet.stored('Sheet1', 'A1', 'kept');
    await sheet.page.getByText('Saved', { exact: true }).waitFor();
  });

  test('who may no longer edit is told, and can copy what was not saved', async () => {
    const file = browser.host.as(ADA).create('Mine');
    file.share(GRACE, 'editor');
    const grace = await browser.openFile(file, GRACE);
    await grace.page.route('**/api/windows/**', (route) => route.abort());
    await grace.page.route('**/api/files/**', async (route) => {
      file.share(GRACE, 'viewer');
      await route.continue();
    });
    await grace.type('A1', 'too late');
    await grace.dialog.getByText('Your last changes could not be saved').waitFor();
    const copy = await grace.dialog.locator('textarea').inputValue();
    expect(copy).toContain('A1\ttoo late');
    await grace.dialog.getByRole('button', { name: 'Load the file as it now is' }).click();
    await grace.page.getByText('View only').waitFor();
    expect(file.read('Sheet1', 'A1')).toBe('');
  });

  test('a protected tab warns, and a change can be taken back', async () => {
    const file = browser.host.as(ADA).create('Guarded');
    const workbook = browser.host.store.access(ADA).write(file.id);
    workbook.sheets[0].protection = {
      description: 'Framework',
      warningOnly: true,
      editors: [],
      unprotected: ['B1:B9'],
    };
    browser.host.store.publish(file.id);
    const sheet = await browser.openFile(file);
    await sheet.type('B1', 'free');
    await sheet.stored('Sheet1', 'B1', 'free');
    expect(await sheet.page.locator('dialog').count()).toBe(0);
    await sheet.type('A1', 'oops');
    await sheet.dialog.getByText('Heads up!').waitFor();
    await sheet.dialog.getByRole('button', { name: 'Cancel' }).click();
    await sheet.stored('Sheet1', 'A1', '');
    await sheet.type('A1', 'meant');
    await sheet.dialog.getByRole('button', { name: 'Keep the change' }).click();
    await sheet.stored('Sheet1', 'A1', 'meant');
    await sheet.type('A2', 'more');
    await sheet.stored('Sheet1', 'A2', 'more');
    await eventually(async () => expect(await sheet.page.locator('dialog').count()).toBe(0));
  });
});
