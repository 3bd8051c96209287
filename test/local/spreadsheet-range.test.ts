// Where ranges are, how they look, and what is done to them as a whole.

import { documented } from './documented';
import { scripted } from './spreadsheet-script';

const RANGE = 'reference/spreadsheet/range';
const LIST = 'reference/spreadsheet/range-list';
const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

documented(
  'Range.getRow, getRowIndex, getColumn, getLastRow, getLastColumn, getNumRows, getNumColumns, getA1Notation, getSheet: where a range stands',
  RANGE,
  async () => {
    const result = await scripted().run(`
      return ['C4:D9', 'B2', 'E:E', 'A2:C', '3:4'].map(function (a1) {
        var range = sheet.getRange(a1);
        return [range.getA1Notation(), range.getRow(), range.getRowIndex(), range.getColumn(),
          range.getLastRow(), range.getLastColumn(), range.getNumRows(), range.getNumColumns(),
          range.getSheet().getName()];
      });`);
    expect(result).toEqual([
      ['C4:D9', 4, 4, 3, 9, 4, 6, 2, 'Sheet1'],
      ['B2', 2, 2, 2, 2, 2, 1, 1, 'Sheet1'],
      ['E:E', 1, 1, 5, 1000, 5, 1000, 1, 'Sheet1'],
      ['A2:C', 2, 2, 1, 1000, 3, 999, 3, 'Sheet1'],
      ['3:4', 3, 3, 1, 4, 26, 2, 26, 'Sheet1'],
    ]);
  },
);

documented('Range.getCell, offset: ranges beside a range', RANGE, async () => {
  const ada = scripted();
  const result = await ada.run(`
    var range = sheet.getRange('C4:D9');
    return [range.getCell(2, 2), range.offset(1, -1), range.offset(0, 0, 2), range.offset(-3, -2, 1, 4)]
      .map(function (each) { return each.getA1Notation(); });`);
  expect(result).toEqual(['D5', 'B5:C10', 'C4:D5', 'A1:D1']);
  const failing = (body: string) => ada.run(`sheet.getRange('C4:D9').${body};`);
  await expect(failing('getCell(7, 1)')).rejects.toThrow('Cell reference out of range');
  await expect(failing('offset(-4, 0)')).rejects.toThrow('too small');
  await expect(failing('offset(995, 0)')).rejects.toThrow(OUTSIDE);
  await expect(failing('offset(0, 0, 0)')).rejects.toThrow(
    'The number of rows in the range must be at least 1.',
  );
});

documented(
  'Range.getBackground, getBackgrounds, setBackground, setBackgrounds, getFontColor, setFontColor: colours, and null resets them',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.getRange('A1:B1').setBackgrounds([['#ABC', 'white']]).setFontColor('#ff0000');
      sheet.getRange('C1').setBackground('red').setBackground(null).setFontColor('red').setFontColor(null);
      var range = sheet.getRange('A1:C1');
      return [range.getBackgrounds(), range.getBackground(), range.getFontColor(),
        sheet.getRange('C1').getFontColor()];`);
    expect(result).toEqual([[['#aabbcc', '#ffffff', '#ffffff']], '#aabbcc', '#ff0000', '#000000']);
    expect(ada.sheet.cells.C1).toBeUndefined();
    await expect(ada.run(`sheet.getRange('A1').setBackground('nonsense')`)).rejects.toThrow(
      'Invalid color string: "nonsense"',
    );
  },
);

documented(
  'Range.getFontWeight, setFontWeight, getFontStyle, setFontStyle, getFontSize, setFontSize, getHorizontalAlignment, setHorizontalAlignment, getVerticalAlignment, setVerticalAlignment, getWrap, setWrap: looks of text',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function looks(a1) {
        var cell = sheet.getRange(a1);
        return [cell.getFontWeight(), cell.getFontStyle(), cell.getFontSize(),
          cell.getHorizontalAlignment(), cell.getVerticalAlignment(), cell.getWrap()];
      }
      sheet.getRange('A1:A2').setFontWeight('bold').setFontStyle('italic').setFontSize(14)
        .setHorizontalAlignment('center').setVerticalAlignment('top').setWrap(true);
      sheet.getRange('A2').setFontWeight('normal').setFontStyle(null).setHorizontalAlignment(null)
        .setVerticalAlignment(null);
      return [looks('A1'), looks('A2'), looks('B1')];`);
    expect(result).toEqual([
      ['bold', 'italic', 14, 'center', 'top', true],
      ['normal', 'normal', 14, 'general', 'bottom', true],
      ['normal', 'normal', 10, 'general', 'bottom', false],
    ]);
    await expect(ada.run(`sheet.getRange('A1').setFontWeight('heavy')`)).rejects.toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setFontWeight.",
    );
  },
);

documented(
  'Range.setBorder: true draws, false removes, null leaves; inner lines apart from outer ones',
  RANGE,
  async () => {
    const ada = scripted();
    await ada.run(`
      sheet.getRange('A1:B2').setBorder(true, true, true, true, false, null);
      sheet.getRange('D1:D2').setBorder(null, null, true, null, null, true, '#ff0000', SpreadsheetApp.BorderStyle.DASHED);
      sheet.getRange('D2').setBorder(null, null, false, null, null, null);`);
    const line = { line: 'solid', color: '#000000' };
    const dashed = { line: 'dashed', color: '#ff0000' };
    const borders = (a1: string) => ada.sheet.cells[a1]?.style?.borders;
    expect(borders('A1')).toEqual({ top: line, left: line });
    expect(borders('B2')).toEqual({ bottom: line, right: line });
    expect(borders('D1')).toEqual({ bottom: dashed });
    expect(borders('D2')).toEqual({ top: dashed });
  },
);

documented(
  'Range.getNote, getNotes, setNote, setNotes, clearNote: notes stay when values change',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var range = sheet.getRange('A1:B1').setNotes([['one', 'two']]).setValue(5);
      sheet.getRange('C1').setNote('three').clearNote();
      return [range.getNote(), sheet.getRange('A1:C1').getNotes()];`);
    expect(result).toEqual(['one', [['one', 'two', '']]]);
  },
);

documented(
  'Range.merge, mergeAcross, mergeVertically, breakApart, isPartOfMerge, getMergedRanges: only the first cell keeps its content',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge();
      sheet.getRange('D1:E2').setValues([[1, 2], [3, 4]]).mergeAcross();
      sheet.getRange('G1:H2').setValues([[1, 2], [3, 4]]).mergeVertically();
      sheet.getRange('A4:B4').merge().breakApart();
      return [sheet.getRange('A1:H2').getValues(),
        sheet.getRange('B2').isPartOfMerge(), sheet.getRange('A4').isPartOfMerge(),
        sheet.getRange('A1:E1').getMergedRanges().map(function (each) { return each.getA1Notation(); })];`);
    expect(result).toEqual([
      [
        [1, '', '', 1, '', '', 1, 2],
        ['', '', '', 3, '', '', '', ''],
      ],
      true,
      false,
      ['A1:B2', 'D1:E1'],
    ]);
    expect(ada.sheet.merges).toEqual(['A1:B2', 'D1:E1', 'D2:E2', 'G1:G2', 'H1:H2']);
    await expect(ada.run(`sheet.getRange('B2:C3').merge()`)).rejects.toThrow(
      'You must select all cells in a merged range to merge or unmerge them.',
    );
  },
);

documented(
  'Range.sort: numbers, text, booleans, and blanks last; formats and notes go along',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var range = sheet.getRange('B2:C7');
      range.setValues([['pear', 1], ['', 2], [true, 3], [10, 4], ['Apple', 5], [9, 6]]);
      sheet.getRange('B5').setBackground('#00ff00').setNote('ten');
      var up = range.sort(2).getValues();
      var down = range.sort({ column: 2, ascending: false }).getValues();
      return [up, down, sheet.getRange('B5').getNote(), sheet.getRange('B5').getBackground()];`);
    expect(result).toEqual([
      [
        [9, 6],
        [10, 4],
        ['Apple', 5],
        ['pear', 1],
        [true, 3],
        ['', 2],
      ],
      [
        [true, 3],
        ['pear', 1],
        ['Apple', 5],
        [10, 4],
        [9, 6],
        ['', 2],
      ],
      'ten',
      '#00ff00',
    ]);
    await expect(ada.run(`sheet.getRange('B2:C7').sort(1)`)).rejects.toThrow('outside the range');
  },
);

documented(
  'Range.sort: several columns in turn; formulas of a moved row look at their own row',
  RANGE,
  async () => {
    const result = await scripted().run(`
      var range = sheet.getRange('A1:C3').setValues([['b', 1, '=B1*2'], ['a', 2, '=B2*2'], ['b', 0, '=B3*2+$E$1']]);
      range.sort([{ column: 1, ascending: false }, 2]);
      return [sheet.getRange('A1:B3').getValues(), sheet.getRange('C1:C3').getFormulas()];`);
    expect(result).toEqual([
      [
        ['b', 0],
        ['b', 1],
        ['a', 2],
      ],
      [['=B1*2+$E$1'], ['=B2*2'], ['=B3*2']],
    ]);
  },
);

documented(
  'Range.shiftRowGroupDepth: between 0 and 8, and not in the first row below its control',
  RANGE,
  async () => {
    const ada = scripted();
    await ada.run(`
      sheet.getRange('2:4').shiftRowGroupDepth(1);
      sheet.getRange('A3').shiftRowGroupDepth(9);
      sheet.getRange('A4').shiftRowGroupDepth(-3);`);
    expect(ada.sheet.rowGroups).toEqual({ 2: 1, 3: 8 });
    await expect(
      ada.run(`
        sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
        sheet.getRange('A1').shiftRowGroupDepth(1);`),
    ).rejects.toThrow('The first row cannot be grouped');
  },
);

documented('Range.createFilter: one a tab', RANGE, async () => {
  const ada = scripted();
  await ada.run(`sheet.getRange('A1:C9').createFilter();`);
  expect(ada.sheet.filter).toBe('A1:C9');
  await expect(ada.run(`sheet.getRange('A1:B2').createFilter();`)).rejects.toThrow(
    "You can't create a filter in a sheet that already has a filter.",
  );
});

documented('Range.activate: makes its tab and itself active in the run', RANGE, async () => {
  const result = await scripted().run(`
    var other = ss.insertSheet('Other');
    sheet.activate();
    other.getRange('B2:C3').activate();
    return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation()];`);
  expect(result).toEqual(['Other', 'B2:C3']);
});

documented(
  'RangeList.getRanges, setValue, setFormula, clearContent, clearFormat, clearNote, clearDataValidations, setNumberFormat, setBackground, setFontColor, setFontWeight, setFontStyle, setFontSize, setHorizontalAlignment, setVerticalAlignment, setWrap, setNote, setBorder: the same to every range',
  LIST,
  async () => {
    const ada = scripted();
    const result = await ada.run(
      `
      var list = sheet.getRangeList(['A1:A2', 'C3', 'name']);
      list.setFormula('=1').setValue(7).setNumberFormat('0.0').setBackground('#ffffff').setFontColor('#000000')
        .setFontWeight('bold').setFontStyle('italic').setFontSize(9).setHorizontalAlignment('left')
        .setVerticalAlignment('middle').setWrap(true).setNote('n')
        .setBorder(true, null, null, null, null, null);
      sheet.getRangeList(['A2']).clearContent().clearFormat().clearNote().clearDataValidations();
      return list.getRanges().map(function (each) { return each.getA1Notation(); });`.replace(
        'var list',
        `ss.setNamedRange('name', sheet.getRange('E5')); var list`,
      ),
    );
    expect(result).toEqual(['A1:A2', 'C3', 'E5']);
    const cell = {
      v: 7,
      format: '0.0',
      note: 'n',
      style: {
        background: '#ffffff',
        color: '#000000',
        bold: true,
        italic: true,
        size: 9,
        align: 'left',
        vertical: 'middle',
        wrap: true,
        borders: { top: { line: 'solid', color: '#000000' } },
      },
    };
    expect(ada.sheet.cells).toEqual({ A1: cell, A2: { format: '0.0' }, C3: cell, E5: cell });
  },
);
