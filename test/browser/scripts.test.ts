// What scripts show and do in the page: menus, consent, dialogs, toasts, the
// sidebar, and changes that appear while somebody works.

import type { FrameLocator, Locator } from 'playwright-core';
import type { OpenFile } from '../../local/host';
import { ADA, fileWithScript, GRACE, SCOPES } from '../local/temporary-host';
import { Browser, describeInBrowser, eventually, type SheetPage } from './browser';

describeInBrowser('scripts', () => {
  const browser = new Browser();
  // One page for all, with Ada's consent; each test has cells of its own.
  let file: OpenFile;
  let sheet: SheetPage;

  function fileOfAda(): OpenFile {
    return fileWithScript(browser.host, SCRIPT, { html: { 'side.html': SIDEBAR } });
  }

  beforeAll(async () => {
    file = fileOfAda();
    const script = file.workbook().script?.id as string;
    browser.host.store.consent(ADA, script, Object.values(SCOPES));
    sheet = await browser.openFile(file);
  });

  function aside(): Locator {
    return sheet.page.getByRole('complementary', { name: 'Side', exact: true });
  }

  async function openSidebar(): Promise<FrameLocator> {
    await sheet.menu('Tools > Sidebar');
    await aside().waitFor();
    return aside().frameLocator('iframe');
  }

  afterEach(async () => {
    if ((await aside().count()) === 0) return;
    await aside().getByRole('button', { name: 'Close' }).click();
    await aside().waitFor({ state: 'detached' });
  });

  test('the first click asks for consent in plain words, and nothing runs without it', async () => {
    const file = fileOfAda();
    const sheet = await browser.openFile(file);
    await sheet.menu('Tools > Write');
    await sheet.dialog.getByText('See and change this spreadsheet, and no other').waitFor();
    await sheet.dialog.getByText('See your e-mail address').waitFor();
    await sheet.dialog.getByRole('button', { name: 'Cancel' }).click();
    await sheet.page.getByText('Authorization is required to perform that action.').waitFor();
    expect(file.read('Sheet1', 'B2')).toBe('');
    await sheet.menu('Tools > Write');
    await sheet.dialog.getByRole('button', { name: 'Allow' }).click();
    await sheet.stored('Sheet1', 'B2', 'written');
    await sheet.menu('Tools > Write');
    await sheet.page.getByText('Running script…').waitFor({ state: 'detached' });
    expect(await sheet.page.locator('dialog').count()).toBe(0);
  });

  test('a script’s change appears in the cell, and selection and undo stay', async () => {
    await sheet.type('A1', 'mine');
    await sheet.stored('Sheet1', 'A1', 'mine');
    await sheet.select('B4');
    await sheet.menu('Tools > Write');
    await sheet.stored('Sheet1', 'B2', 'written');
    await sheet.page.getByText('Running script…').waitFor({ state: 'detached' });
    expect(await sheet.page.locator('[data-u-comp=defined-name] input').inputValue()).toBe('B4');
    await sheet.shows('B2', 'written');
    await sheet.menu('Edit > Undo');
    await sheet.stored('Sheet1', 'A1', '');
    expect(file.read('Sheet1', 'B2')).toBe('written');
  });

  test('a script sees what was being typed when its menu was clicked', async () => {
    await sheet.select('A1');
    await sheet.page.keyboard.type('half typed');
    await sheet.menu('Tools > Copy A1');
    await sheet.stored('Sheet1', 'B1', 'half typed');
  });

  test('what somebody types is not disturbed by rows that a script inserts, and ends up in its row', async () => {
    await sheet.type('A3', 'third');
    await sheet.stored('Sheet1', 'A3', 'third');
    await sheet.select('C1');
    await sheet.page.keyboard.type('still typ');
    await file.call('insertBelow');
    await eventually(() => expect(file.read('Sheet1', 'A4')).toBe('third'));
    await sheet.page.keyboard.type('ing');
    await sheet.page.keyboard.press('Enter');
    await sheet.stored('Sheet1', 'C1', 'still typing');
    await sheet.shows('A4', 'third');
  });

  test('alert, prompt and toast show texts as they are and wait for their answers', async () => {
    await sheet.menu('Tools > Ask');
    await sheet.dialog.getByText('<b>Really?</b>').waitFor();
    await sheet.dialog.getByRole('button', { name: 'Yes' }).click();
    await sheet.dialog.getByLabel('Answer').fill('Ada');
    await sheet.dialog.getByRole('button', { name: 'OK' }).click();
    await sheet.page.locator('.toast').getByText('YES OK Ada').waitFor();
    await sheet.menu('Tools > Ask');
    await sheet.dialog.getByText('<b>Really?</b>').waitFor();
    await sheet.page.keyboard.press('Escape');
    await sheet.dialog.getByRole('button', { name: 'Cancel' }).click();
    await sheet.page.locator('.toast').getByText('CLOSE CANCEL').waitFor();
  });

  test('a script that throws says so above the sheet', async () => {
    await sheet.menu('Tools > More > Fail');
    await sheet.page.getByText('RangeError: Row 3 is too far down.').waitFor();
    await sheet.page.getByRole('button', { name: 'Dismiss' }).click();
    await sheet.page.getByText('RangeError').waitFor({ state: 'detached' });
  });

  test('the sidebar calls functions, gets values and errors back, and closes itself', async () => {
    const frame = await openSidebar();
    expect((await aside().boundingBox())?.width).toBe(300);
    await frame.getByRole('button', { name: 'Double' }).click();
    await frame.getByText('answer 42 for me').waitFor();
    await frame.getByRole('button', { name: 'Fail' }).click();
    await frame.getByText('RangeError: Row 3 is too far down.').waitFor();
    await frame.getByRole('button', { name: 'Illegal' }).click();
    await frame.getByText('TypeError: Failed due to illegal value in property: 0').waitFor();
    await frame.getByRole('button', { name: 'Close' }).click();
    await aside().waitFor({ state: 'detached' });
  });

  test('the sidebar’s calls see what was typed before', async () => {
    const frame = await openSidebar();
    await sheet.type('A1', 'typed');
    await frame.getByRole('button', { name: 'Read' }).click();
    await frame.getByText('A1 is typed').waitFor();
  });

  test('the sidebar’s calls know what is selected, and what they select is brought to the front', async () => {
    const frame = await openSidebar();
    await sheet.select('C5');
    await frame.getByRole('button', { name: 'Where' }).click();
    await frame.getByText('Sheet1!C5').waitFor();
    await frame.getByRole('button', { name: 'Go' }).click();
    await eventually(async () => {
      const name = sheet.page.locator('[data-u-comp=defined-name] input');
      expect(await name.inputValue()).toBe('B90');
    });
    await frame.getByRole('button', { name: 'Where' }).click();
    await frame.getByText('Sheet1!B90').waitFor();
  });

  test('a call that the sidebar makes by itself leaves alone what is being typed', async () => {
    const frame = await openSidebar();
    await frame.getByRole('button', { name: 'Watch' }).click();
    await sheet.select('D1');
    await sheet.page.keyboard.type('still typ');
    const looks = async () => Number((await frame.locator('#out').textContent())?.split(' ')[1]);
    const seen = await looks();
    await eventually(async () => expect(await looks()).toBeGreaterThan(seen + 2));
    expect(file.read('Sheet1', 'D1')).toBe('');
    await sheet.page.keyboard.type('ing');
    await sheet.page.keyboard.press('Enter');
    await sheet.stored('Sheet1', 'D1', 'still typing');
  });

  test('the sidebar reaches neither the page around it nor its server', async () => {
    const frame = await openSidebar();
    await frame.getByRole('button', { name: 'Break out' }).click();
    await frame.getByText('blocked, blocked').waitFor();
  });

  test('more calls than ten at once wait for their turn, and all are answered', async () => {
    const frame = await openSidebar();
    await frame.getByRole('button', { name: 'Many' }).click();
    await frame.getByText('25 answers').waitFor();
  });

  test('a modal dialog has its size and can be closed from within', async () => {
    await sheet.menu('Tools > Dialog');
    await sheet.dialog.getByText('Big picture').waitFor();
    const box = await sheet.page.locator('dialog iframe').boundingBox();
    expect([box?.width, box?.height]).toEqual([420, 240]);
    await sheet.dialog.frameLocator('iframe').getByRole('button', { name: 'Close' }).click();
    await sheet.page.locator('dialog').waitFor({ state: 'detached' });
  });

  test('a viewer sees the cells and what happens in them, and can change and run nothing', async () => {
    file.share(GRACE, 'viewer');
    const viewer = await browser.openFile(file, GRACE);
    await viewer.page.getByText('View only').waitFor();
    const menus = viewer.page.getByRole('navigation', { name: 'Menus' }).getByRole('button');
    expect(await menus.allTextContents()).toEqual(['File']);
    await viewer.select('A9');
    await viewer.press('n');
    await viewer.page.getByText('You can only view this file').waitFor();
    await viewer.page.getByRole('button', { name: 'OK' }).click();
    await sheet.type('B9', 'for all');
    await viewer.shows('B9', 'for all');
    expect(file.read('Sheet1', 'A9')).toBe('');
  });
});

const SCRIPT = `
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu('Tools')
    .addItem('Write', 'write')
    .addItem('Copy A1', 'copyA1')
    .addItem('Ask', 'askTwice')
    .addSeparator()
    .addItem('Sidebar', 'showSide')
    .addItem('Dialog', 'showDialog')
    .addSubMenu(ui.createMenu('More').addItem('Fail', 'fail'))
    .addToUi();
}
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function write() { sheet().getRange('B2').setValue('written'); }
function copyA1() { sheet().getRange('B1').setValue(sheet().getRange('A1').getValue()); }
function insertBelow() { sheet().insertRowsAfter(1, 1); }
function askTwice() {
  const ui = SpreadsheetApp.getUi();
  const sure = ui.alert('Please', '<b>Really?</b>', ui.ButtonSet.YES_NO);
  const name = ui.prompt('Name', 'Who?', ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActive().toast(sure + ' ' + name.getSelectedButton() + ' ' + name.getResponseText());
}
function fail() { throw new RangeError('Row 3 is too far down.'); }
function double(x) { return 2 * x; }
function readA1() { return 'A1 is ' + sheet().getRange('A1').getValue(); }
function where() { return sheet().getName() + '!' + SpreadsheetApp.getCurrentCell().getA1Notation(); }
function goTo() { sheet().getRange('B90').activate(); }
function showSide() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('side').setTitle('Side'));
}
function showDialog() {
  const html = HtmlService.createHtmlOutputFromFile('side').setWidth(420).setHeight(240);
  SpreadsheetApp.getUi().showModalDialog(html, 'Big picture');
}
`;

const SIDEBAR = `<!DOCTYPE html><html><head></head><body>
<p id="out"></p>
<script>
  const out = (text) => { document.getElementById('out').textContent = text; };
  const button = (name, run) => {
    const element = document.createElement('button');
    element.textContent = name;
    element.onclick = run;
    document.body.append(element);
  };
  const run = () => google.script.run
    .withSuccessHandler((value, user) => out('answer ' + value + (user ? ' for ' + user.who : '')))
    .withFailureHandler((error) => out(error.name + ': ' + error.message));
  button('Double', () => run().withUserObject({ who: 'me' }).double(21));
  button('Fail', () => run().fail());
  button('Illegal', () => { try { run().double(new Date()); } catch (error) { out(error.name + ': ' + error.message); } });
  button('Read', () => google.script.run.withSuccessHandler(out).readA1());
  button('Where', () => google.script.run.withSuccessHandler(out).where());
  button('Go', () => google.script.run.goTo());
  button('Watch', () => {
    let looks = 0;
    const look = () => google.script.run.withSuccessHandler(() => { out('look ' + ++looks); look(); }).where();
    look();
  });
  button('Close', () => google.script.host.close());
  button('Many', () => {
    let answers = 0;
    for (let i = 0; i < 25; i++) {
      google.script.run.withSuccessHandler(() => out(++answers + ' answers')).double(i);
    }
  });
  button('Break out', async () => {
    const results = [];
    try { results.push(parent.document.title); } catch { results.push('blocked'); }
    try { await fetch('/api/people'); results.push('answered'); } catch { results.push('blocked'); }
    out(results.join(', '));
  });
</script></body></html>`;
