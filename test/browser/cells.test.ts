// What a person does to cells in the page reaches the workspace.

import type { Host, OpenFile } from '../../local/host';
import { ADA, fileWithScript } from '../local/temporary-host';
import { Browser, describeInBrowser, eventually, type SheetPage } from './browser';

describeInBrowser('cells', () => {
  const browser = new Browser();
  // One page for all; each test has cells of its own.
  let file: OpenFile;
  let sheet: SheetPage;

  function preparedFile(): OpenFile {
    const prepared = fileWithScript(browser.host, FUNCTIONS);
    prepare(browser.host, prepared);
    return prepared;
  }

  beforeAll(async () => {
    file = preparedFile();
    sheet = await browser.openFile(file);
  });

  test('typing: text, numbers, dates, a leading apostrophe, formulas with either separator', async () => {
    await sheet.type('B1', 'hello');
    await sheet.type('B2', '2.5');
    await sheet.type('B3', "'007");
    await sheet.type('B4', '2026-07-01');
    await sheet.type('B5', '=SUM(1;B2)');
    await sheet.type('B6', '=SUM(2,B2)');
    await sheet.stored('Sheet1', 'B1', 'hello');
    await sheet.stored('Sheet1', 'B2', 2.5);
    await sheet.stored('Sheet1', 'B3', '007');
    await sheet.formula('Sheet1', 'B5', '=SUM(1;B2)');
    await sheet.stored('Sheet1', 'B5', 3.5);
    await sheet.formula('Sheet1', 'B6', '=SUM(2;B2)');
    await sheet.stored('Sheet1', 'B6', 4.5);
    const cells = file.workbook().sheets[0].cells;
    expect(cells.B4).toMatchObject({ v: 46204, format: 'yyyy-mm-dd' });
  });

  test('Enter commits a formula though the list of functions is still up', async () => {
    await sheet.select('B7');
    await sheet.page.keyboard.type('=SUM');
    await sheet.page.locator('ul[data-u-comp=sheets-formula-editor]').waitFor();
    await sheet.page.keyboard.insertText('(1;2)');
    await sheet.press('Enter');
    await sheet.stored('Sheet1', 'B7', 3);
    await sheet.formula('Sheet1', 'B7', '=SUM(1;2)');
  });

  test('delete and undo', async () => {
    await sheet.select('A4');
    await sheet.press('Delete');
    await sheet.stored('Sheet1', 'A4', '');
    await sheet.press('Control+z');
    await sheet.stored('Sheet1', 'A4', 'Not wanted');
    await sheet.menu('Edit > Redo');
    await sheet.stored('Sheet1', 'A4', '');
  });

  test('a choice from a dropdown is a number, and another entry is refused with the help text', async () => {
    const { x, y } = await sheet.point('D1');
    await sheet.page.mouse.click(x, y);
    await sheet.page.mouse.click(x + 40, y);
    await sheet.page.getByText('2', { exact: true }).last().click();
    await sheet.stored('Sheet1', 'D1', 2);
    await sheet.type('D1', '7');
    await sheet.page.getByText('Choose 0, 1, 2 or n/a.').waitFor();
    await sheet.page.getByRole('button', { name: 'OK' }).click();
    await sheet.type('D2', 'n/a');
    await sheet.stored('Sheet1', 'D2', 'n/a');
    await sheet.stored('Sheet1', 'D1', 2);
  });

  test('copying cells within the page takes values and formulas along', async () => {
    await sheet.select('A1:A3');
    await sheet.press('Control+c');
    await sheet.select('C5');
    await sheet.press('Control+v');
    await sheet.stored('Sheet1', 'C5:C7', [['Delivery'], ['Leadership'], ['Communication']]);
  });

  test('pasting a table from elsewhere fills cells', async () => {
    await sheet.page.evaluate(() => navigator.clipboard.writeText('x\t1\ny\t2'));
    await sheet.select('B10');
    await sheet.press('Control+v');
    await sheet.stored('Sheet1', 'B10:C11', [
      ['x', 1],
      ['y', 2],
    ]);
  });

  test('dragging the corner of a cell fills the cells below', async () => {
    await sheet.type('F1', '=A1&"!"');
    await sheet.select('F1');
    const { x, y } = await sheet.point('F1');
    const canvas = sheet.page.locator('[id^=univer-sheet-main-canvas]');
    await eventually(async () => {
      await sheet.page.mouse.move(x, y);
      await sheet.page.mouse.move(x + 50, y + 10.5);
      expect(await canvas.evaluate(({ style }) => style.cursor)).toBe('crosshair');
    });
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(x + 40, y + 30, { steps: 4 });
    await sheet.page.mouse.move(x + 40, y + 42, { steps: 4 });
    await sheet.page.mouse.up();
    await sheet.formula('Sheet1', 'F3', '=A3&"!"');
    await sheet.stored('Sheet1', 'F1:F3', [['Delivery!'], ['Leadership!'], ['Communication!']]);
  });

  test('a row inserted above moves cells, formulas, names, dropdowns, charts and open ranges', async () => {
    const file = preparedFile();
    const sheet = await browser.openFile(file);
    const chart = sheet.page.getByRole('img', { name: /^Chart\./ });
    const before = await chart.boundingBox();
    await sheet.insertRowAbove('A2');
    await sheet.stored('Sheet1', 'A1:A4', [['Delivery'], [''], ['Leadership'], ['Communication']]);
    const workbook = file.workbook();
    const [tab] = workbook.sheets;
    expect(tab.rows).toBe(1001);
    expect(workbook.namedRanges).toEqual({ names: 'Sheet1!A1:A4' });
    expect(tab.cells.E1.f).toBe('=COUNTA(A1:A4)');
    expect(tab.validations[0].ranges).toEqual(['D1:D4']);
    expect(tab.charts[0]).toMatchObject({ ranges: ['A1:A4'], row: 11 });
    expect(tab.protection?.unprotected).toEqual(['D1:D4', 'A1:C41', 'E1:H41']);
    await eventually(async () => {
      expect((await chart.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 15);
    });
  });

  test('sorting reaches the workspace', async () => {
    await sheet.select('G5:G7');
    await sheet.click('G6', { button: 'right' });
    await sheet.page.getByText('Sort', { exact: true }).hover();
    await sheet.page.getByText('Ascending', { exact: true }).click();
    await sheet.stored('Sheet1', 'G5:G7', [['first'], ['second'], ['third']]);
  });

  test('a cell that leads to another file of the workspace offers to open it', async () => {
    const other = browser.host.as(ADA).create('Other');
    const address = `https://docs.google.com/spreadsheets/d/${other.id}/edit`;
    await sheet.type('B12', `=HYPERLINK("${address}";"Other")`);
    await sheet.stored('Sheet1', 'B12', 'Other');
    await sheet.select('B12');
    const opened = sheet.page.waitForEvent('popup');
    await sheet.page.getByRole('link', { name: 'Open the linked file' }).click();
    await (await opened).getByRole('heading', { name: 'Other' }).waitFor();
    await sheet.type('B13', 'javascript:alert(1)');
    await sheet.select('B13');
    expect(await sheet.page.locator('.cell-notice a').count()).toBe(0);
  });

  test('a function that fails shows its sentence when its cell is selected or pointed at', async () => {
    await sheet.type('G1', '=CHECKED(3)');
    await sheet.stored('Sheet1', 'G1', '#ERROR!');
    const notice = sheet.page.locator('.cell-notice');
    await sheet.select('G1');
    expect(await notice.textContent()).toBe('G1 The score 3 is not 0, 1, 2 or n/a.');
    await sheet.select('A5');
    await notice.waitFor({ state: 'detached' });
    const { x, y } = await sheet.point('G1');
    await sheet.page.mouse.move(x, y);
    await notice.waitFor();
    await sheet.page.mouse.move(x, y + 200);
    await notice.waitFor({ state: 'detached' });
    expect(file.workbook().sheets[0].cells.G1.error).toBe('The score 3 is not 0, 1, 2 or n/a.');
  });

  test('array results fill their neighbours, and are no content of theirs', async () => {
    await sheet.type('B15', '=PAIR(4)');
    await sheet.stored('Sheet1', 'B15:C16', [
      [4, 5],
      [6, 7],
    ]);
    expect(file.workbook().sheets[0].cells.C16).toEqual({ v: 7, spill: 'B15' });
    await sheet.select('B15');
    await sheet.press('Delete');
    await sheet.stored('Sheet1', 'B15:C16', [
      ['', ''],
      ['', ''],
    ]);
  });

  test('nothing that people wrote runs: names, cells, notes and titles stay text', async () => {
    const evil = '<img src=x onerror="window.pwned=true">';
    await sheet.menu('File > Rename…');
    await sheet.dialog.getByLabel('Name').fill(evil);
    await sheet.dialog.getByRole('button', { name: 'Rename' }).click();
    await sheet.page.getByRole('button', { name: evil }).waitFor();
    await sheet.type('A5', evil);
    await sheet.type('A6', `=CHECKED("${evil.replaceAll('"', '""')}")`);
    await sheet.stored('Sheet1', 'A5', evil);
    await sheet.select('A6');
    await sheet.page.getByText(`The score ${evil} is not`).waitFor();
    expect(await sheet.page.evaluate(() => 'pwned' in window)).toBe(false);
  });
});

const FUNCTIONS = `
/**
 * Refuses wrong scores.
 * @param {number} score The score.
 * @customfunction
 */
function CHECKED(score) { throw new Error('The score ' + score + ' is not 0, 1, 2 or n/a.'); }
/**
 * Four numbers.
 * @param {number} first The first of them.
 * @customfunction
 */
function PAIR(first) { return [[first, first + 1], [first + 2, first + 3]]; }
`;

/** Names in A1:A3, dropdowns in D1:D3, more to change, and things that must follow inserted rows. */
function prepare(host: Host, { id }: OpenFile): void {
  const workbook = host.store.access(ADA).write(id);
  workbook.namedRanges.names = 'Sheet1!A1:A3';
  Object.assign(workbook.sheets[0], {
    cells: {
      A1: { v: 'Delivery' },
      A2: { v: 'Leadership' },
      A3: { v: 'Communication' },
      A4: { v: 'Not wanted' },
      E1: { f: '=COUNTA(A1:A3)' },
      G5: { v: 'third' },
      G6: { v: 'first' },
      G7: { v: 'second' },
    },
    validations: [
      {
        ranges: ['D1:D3'],
        kind: 'list',
        values: [0, 1, 2, 'n/a'],
        showDropdown: true,
        allowInvalid: false,
        help: 'Choose 0, 1, 2 or n/a.',
      },
    ],
    protection: {
      description: '',
      warningOnly: true,
      editors: [],
      unprotected: ['D1:D3', 'A1:C40', 'E1:H40'],
    },
    charts: [
      {
        id: 1,
        type: 'COLUMN',
        ranges: ['A1:A3'],
        row: 10,
        column: 8,
        offsetX: 0,
        offsetY: 0,
        headers: 0,
        options: { width: 200, height: 120 },
      },
    ],
  });
  host.store.publish(id);
}
