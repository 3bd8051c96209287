// Excel files as workbooks of the local host.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelFile } from '../import/workbooks';
import { ADA, temporaryHost } from './temporary-host';

const bytes = () =>
  excelFile((book) => {
    const sheet = book.addWorksheet('Delivery');
    sheet.addRow(['Skill', 'Score']);
    sheet.addRow(['Says when it will be done.', 2]);
    sheet.addRow([{ richText: [{ text: 'Tests ' }, { text: 'it.', font: { bold: true } }] }, true]);
    sheet.addRow(['Average', { formula: 'IF(MIN(B2:B2)>0,AVERAGE(B2:B2),"a, b")', result: 2 }]);
    sheet.addRow(['Zero', { formula: 'B2-2', result: 0 }]);
    sheet.addRow(['When', new Date(Date.UTC(2026, 6, 1))]);
    sheet.addRow([{ text: 'The plan', hyperlink: 'https://example.com/plan' }, null]);
    sheet.getCell('D1').value = 'Merged';
    sheet.mergeCells('D1:E2');
    sheet.getRow(3).hidden = true;
    sheet.getCell('A1').font = { bold: true };
    sheet.getColumn(1).width = 40;
    book.addWorksheet('Lists', { state: 'hidden' }).addRow(['Yes']);
  });

test('an Excel file is a workbook of the person’s own, without a script', async () => {
  const host = temporaryHost();
  const file = await host.as(ADA).import({ name: 'Skills.xlsx', bytes: await bytes() });
  expect([file.name, file.role, file.workbook().script]).toEqual(['Skills', 'owner', null]);
  expect(await file.menu()).toEqual([]);
  expect(file.read('Delivery', 'A1:B7')).toEqual([
    ['Skill', 'Score'],
    ['Says when it will be done.', 2],
    ['Tests it.', true],
    ['Average', 2],
    ['Zero', 0],
    ['When', new Date('2026-07-01T00:00:00.000Z')],
    ['The plan', ''],
  ]);
  const [delivery, lists] = file.workbook().sheets;
  expect(delivery.cells.B4.f).toBe('=IF(MIN(B2:B2)>0;AVERAGE(B2:B2);"a, b")');
  expect(delivery.cells.A7.links).toEqual([{ start: 0, end: 8, url: 'https://example.com/plan' }]);
  expect(delivery).toMatchObject({ merges: ['D1:E2'], hiddenRows: [3] });
  expect(delivery.cells).not.toHaveProperty('E2');
  expect(delivery.cells.A1.style).toEqual({ bold: true });
  expect(lists.hidden).toBe(true);
  expect(await file.computed('Delivery', 'B4')).toBe(2);
});

test('an Excel file is opened by its path as well', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'excel-'));
  writeFileSync(join(dir, 'Skills.xlsx'), await bytes());
  const file = await temporaryHost().as(ADA).import(join(dir, 'Skills.xlsx'));
  rmSync(dir, { recursive: true });
  expect(file.read('Delivery', 'B2')).toBe(2);
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('competency,level,skill,score')],
  ['an archive that is cut off', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
])('a file that holds %s is refused in a sentence, and makes no workbook', async (_, content) => {
  const host = temporaryHost();
  await expect(host.as(ADA).import({ name: 'Skills.xlsx', bytes: content })).rejects.toThrow(
    '"Skills.xlsx" is no Excel workbook, or is damaged: choose a file that was saved as .xlsx.',
  );
  expect(host.as(ADA).files()).toEqual([]);
});
