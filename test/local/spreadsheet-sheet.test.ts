// Tabs: what they are called, how large they are, and what follows when rows and columns move.

import { documented } from './documented';
import { scripted } from './spreadsheet-script';

const SHEET = 'reference/spreadsheet/sheet';
const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

documented(
  'Sheet.getName, getSheetName, setName, getSheetId, getIndex, getParent: what a tab is',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var second = ss.insertSheet('Second');
      second.getRange('A1').setFormula("=Sheet1!A1");
      ss.setNamedRange('first', sheet.getRange('A1'));
      sheet.setName("Ada's");
      return [sheet.getName(), sheet.getSheetName(), sheet.getSheetId(), second.getIndex(),
        second.getSheetId() > 0, sheet.getParent().getId() === ss.getId(),
        second.getRange('A1').getFormula(), ss.getRangeByName('first').getSheet().getName()];`);
    expect(result).toEqual(["Ada's", "Ada's", 0, 2, true, true, "='Ada''s'!A1", "Ada's"]);
    await expect(ada.run(`sheet.setName('second');`)).rejects.toThrow(
      'A sheet with the name "second" already exists. Please enter another name.',
    );
  },
);

documented(
  'Sheet.getRange, getRangeList: by position, by A1 notation, by name',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
    ss.setNamedRange('goal', sheet.getRange('D4'));
    return [sheet.getRange(2, 3), sheet.getRange(2, 3, 4), sheet.getRange(2, 3, 4, 2),
      sheet.getRange('B2:C3'), sheet.getRange('Sheet1!B2'), sheet.getRange('goal'),
      sheet.getRangeList(['A1', 'B:B']).getRanges()[1]].map(function (each) { return each.getA1Notation(); });`);
    expect(result).toEqual(['C2', 'C2:C5', 'C2:D5', 'B2:C3', 'B2', 'D4', 'B:B']);
  },
);

documented('Sheet.getRange: what lies outside the tab is refused', SHEET, async () => {
  const ada = scripted();
  const get = (args: string) => ada.run(`sheet.getRange(${args});`);
  await expect(get('1001, 1')).rejects.toThrow(OUTSIDE);
  await expect(get('1, 26, 1, 2')).rejects.toThrow(OUTSIDE);
  await expect(get("'A2:A1001'")).rejects.toThrow(OUTSIDE);
  await expect(get('0, 1')).rejects.toThrow('The starting row of the range is too small.');
  await expect(get('1, 0')).rejects.toThrow('The starting column of the range is too small.');
  await expect(get('1, 1, 0')).rejects.toThrow(
    'The number of rows in the range must be at least 1.',
  );
  await expect(get("'nonsense!'")).rejects.toThrow('Range not found');
  await expect(get("null, 1, 'x'")).rejects.toThrow(
    "The parameters (null,number,String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  );
});

documented(
  'Sheet.getDataRange, getLastRow, getLastColumn, getMaxRows, getMaxColumns: content counts, formats do not',
  SHEET,
  async () => {
    const result = await scripted().run(`
      var empty = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];
      sheet.getRange('C2').setValue('x');
      sheet.getRange('A5').setFormula('=""');
      sheet.getRange('H9').setBackground('#ff0000').setNote('only a note').setValue('');
      return [empty, sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(),
        sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(result).toEqual([[0, 0, 'A1'], 5, 3, 'A1:C5', 1000, 26]);
  },
);

documented(
  'Sheet.appendRow: below the last content, in a new row and in new columns where needed',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.deleteRows(3, 998);
      sheet.deleteColumns(3, 24);
      sheet.appendRow(['a', '=1+1']).appendRow(['b']).appendRow(["'007", '2', true]);
      return [sheet.getDataRange().getValues(), sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(result).toEqual([
      [
        ['a', 'Loading...', ''],
        ['b', '', ''],
        ['007', 2, true],
      ],
      3,
      3,
    ]);
  },
);

documented(
  'Sheet.insertRowAfter, insertRowBefore, insertRows, insertRowsAfter, insertRowsBefore: blank rows in the looks of their neighbour',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.getRange('A2').setNumberFormat('0.00');
      sheet.insertRowAfter(2);
      sheet.insertRowsBefore(2, 2);
      sheet.insertRowBefore(1);
      sheet.insertRowsAfter(1, 1);
      sheet.insertRows(1);
      return [sheet.getRange('A1:A10').getValues().join('|'), sheet.getMaxRows(),
        sheet.getRange('A5:A8').getNumberFormats().join('|')];`);
    expect(result).toEqual(['|||1|||2||3|', 1006, '0.00|0.00|0.00|0.00']);
    await expect(ada.run(`sheet.insertRowsAfter(2000, 1)`)).rejects.toThrow(
      'Those rows are out of bounds.',
    );
  },
);

documented(
  'Sheet.insertColumnAfter, insertColumnBefore, insertColumns, insertColumnsAfter, insertColumnsBefore: blank columns',
  SHEET,
  async () => {
    const result = await scripted().run(`
      sheet.getRange('A1:C1').setValues([[1, 2, 3]]);
      sheet.insertColumnAfter(1);
      sheet.insertColumnBefore(1);
      sheet.insertColumnsAfter(4, 2);
      sheet.insertColumnsBefore(2, 1);
      sheet.insertColumns(1, 1);
      return [sheet.getRange('A1:I1').getValues()[0].join('|'), sheet.getMaxColumns()];`);
    expect(result).toEqual(['|||1||2|||3', 32]);
  },
);

documented(
  'Sheet.deleteRow, deleteRows, deleteColumn, deleteColumns: gone with what they hold',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.getRange('A1:D4').setValues([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]);
      sheet.deleteRow(1);
      sheet.deleteRows(2, 1);
      sheet.deleteColumn(1);
      sheet.deleteColumns(2, 1);
      return [sheet.getDataRange().getValues(), sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(result).toEqual([
      [
        [6, 8],
        [14, 16],
      ],
      998,
      24,
    ]);
    const failing = (body: string) => expect(ada.run(`sheet.${body};`)).rejects;
    await failing('deleteRows(990, 20)').toThrow('Those rows are out of bounds.');
    await failing('deleteRows(1, 998)').toThrow("You can't delete all the rows on the sheet.");
    await failing('deleteColumns(1, 24)').toThrow("You can't delete all the columns on the sheet.");
    await failing('deleteColumns(24, 2)').toThrow('Those columns are out of bounds.');
    await failing('setFrozenRows(1); sheet.deleteRows(2, 997)').toThrow(
      'it is not possible to delete all non-frozen rows',
    );
  },
);

documented(
  'Sheet.insertRowsBefore, deleteRows: formulas, names, rules, groups, charts and heights follow',
  SHEET,
  async () => {
    const ada = scripted();
    const seen = `[other.getRange('A1').getFormula(), sheet.getRange('A1').getFormula(),
      ss.getRangeByName('goal') && ss.getRangeByName('goal').getA1Notation(),
      sheet.getRange('B7').getDataValidation() !== null,
      sheet.getConditionalFormatRules().map(function (rule) {
        return [rule.getRanges()[0].getA1Notation(), rule.getBooleanCondition().getCriteriaValues()[0]];
      }),
      sheet.getCharts()[0].getRanges()[0].getA1Notation(),
      sheet.getRowGroupDepth(8), sheet.getRowHeight(7), sheet.getFrozenRows(),
      sheet.getRange('A1:E9').getMergedRanges()[0].getA1Notation()]`;
    const result = await ada.run(`
      var other = ss.insertSheet('Other');
      sheet.getRange('A1').setFormula('=SUM(B5:B6)');
      other.getRange('A1').setFormula('=Sheet1!$B:$B&Sheet1!B6&B6');
      ss.setNamedRange('goal', sheet.getRange('B5:B6'));
      sheet.setFrozenRows(1);
      sheet.setRowHeight(5, 50);
      sheet.getRange('A6').shiftRowGroupDepth(1);
      sheet.getRange('D5:E6').merge();
      sheet.getRange('B5').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied('=$B5=2').setBackground('#ff0000').setRanges([sheet.getRange('A5:A6')]).build()]);
      sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.RADAR)
        .addRange(sheet.getRange('B5:B6')).setPosition(5, 1, 0, 0).build());
      sheet.insertRowsBefore(2, 2);
      var after = ${seen};
      sheet.deleteRows(7, 1);
      var deleted = ${seen};
      sheet.deleteRows(7, 1);
      return [after, deleted, ss.getRangeByName('goal'), sheet.getRange('A1').getFormula()];`);
    expect(result).toEqual([
      [
        '=Sheet1!$B:$B&Sheet1!B8&B6',
        '=SUM(B7:B8)',
        'B7:B8',
        true,
        [['A7:A8', '=$B7=2']],
        'B7:B8',
        1,
        50,
        1,
        'D7:E8',
      ],
      [
        '=Sheet1!$B:$B&Sheet1!B7&B6',
        '=SUM(B7:B7)',
        'B7',
        false,
        [['A7', '=#REF!=2']],
        'B7',
        0,
        21,
        1,
        'D7:E7',
      ],
      null,
      '=SUM(#REF!)',
    ]);
  },
);

documented(
  'Sheet.getFrozenRows, setFrozenRows, getFrozenColumns, setFrozenColumns: some of the rows and columns',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.setFrozenRows(2);
      sheet.setFrozenColumns(1);
      return [sheet.getFrozenRows(), sheet.getFrozenColumns()];`);
    expect(result).toEqual([2, 1]);
    await expect(ada.run(`sheet.setFrozenRows(1000)`)).rejects.toThrow("You can't freeze all");
    await expect(ada.run(`sheet.setFrozenColumns(26)`)).rejects.toThrow("You can't freeze all");
  },
);

documented(
  'Sheet.getColumnWidth, setColumnWidth, setColumnWidths, getRowHeight, setRowHeight, setRowHeights, setRowHeightsForced: pixels',
  SHEET,
  async () => {
    const result = await scripted().run(`
      sheet.setColumnWidth(1, 40).setColumnWidths(3, 2, 300);
      sheet.setRowHeight(1, 50).setRowHeights(3, 1, 60).setRowHeightsForced(4, 1, 5);
      return [[1, 2, 3, 4, 5].map(function (each) { return sheet.getColumnWidth(each); }),
        [1, 2, 3, 4, 5].map(function (each) { return sheet.getRowHeight(each); })];`);
    expect(result).toEqual([
      [40, 100, 300, 300, 100],
      [50, 21, 60, 5, 21],
    ]);
  },
);

documented(
  'Sheet.hideColumns, showColumns, isColumnHiddenByUser, hideRows, showRows, isRowHiddenByUser: hidden by the user',
  SHEET,
  async () => {
    const result = await scripted().run(`
      sheet.hideColumns(1);
      sheet.hideColumns(3, 2);
      sheet.showColumns(4);
      sheet.hideRows(2, 2);
      sheet.showRows(3, 1);
      return [[1, 2, 3, 4].map(function (each) { return sheet.isColumnHiddenByUser(each); }),
        [1, 2, 3].map(function (each) { return sheet.isRowHiddenByUser(each); })];`);
    expect(result).toEqual([
      [true, false, true, false],
      [false, true, false],
    ]);
  },
);

documented('Sheet.hideSheet, showSheet, isSheetHidden: one tab stays visible', SHEET, async () => {
  const ada = scripted();
  const result = await ada.run(`
      var other = ss.insertSheet('Other').hideSheet();
      var hidden = other.isSheetHidden();
      return [hidden, other.showSheet().isSheetHidden(), sheet.hideSheet().isSheetHidden()];`);
  expect(result).toEqual([true, false, true]);
  await expect(ada.run(`ss.getSheetByName('Other').hideSheet();`)).rejects.toThrow(
    "You can't hide all the sheets in a document.",
  );
});

documented(
  'Sheet.getTabColor, setTabColor, hasHiddenGridlines, setHiddenGridlines, getRowGroupDepth, getRowGroupControlPosition, setRowGroupControlPosition: settings of a tab',
  SHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var before = [sheet.getTabColor(), sheet.hasHiddenGridlines(), String(sheet.getRowGroupControlPosition())];
      sheet.setTabColor('#ff0000').setHiddenGridlines(true)
        .setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
      sheet.getRange('A2').shiftRowGroupDepth(2);
      return [before, sheet.getTabColor(), sheet.hasHiddenGridlines(),
        String(sheet.getRowGroupControlPosition()), sheet.getRowGroupDepth(2),
        sheet.setTabColor(null).getTabColor()];`);
    expect(result).toEqual([[null, false, 'AFTER'], '#ff0000', true, 'BEFORE', 2, null]);
  },
);

documented(
  'Sheet.clear, clearContents, clearFormats, clearNotes: conditional formats are formats',
  SHEET,
  async () => {
    const ada = scripted();
    const fill = `
      sheet.getRange('A1').setValue(1).setBackground('#ff0000').setNote('n');
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
        .whenCellEmpty().setRanges([sheet.getRange('A1')]).build()]);`;
    const left = async (body: string) => {
      await ada.run(`${fill} sheet.${body};`);
      const { v, style, note } = ada.sheet.cells.A1 ?? {};
      return [v, style?.background, note, ada.sheet.conditionalFormats.length];
    };
    expect(await left('clear()')).toEqual([undefined, undefined, 'n', 0]);
    expect(await left('clearContents()')).toEqual([undefined, '#ff0000', 'n', 1]);
    expect(await left('clearFormats()')).toEqual([1, undefined, 'n', 0]);
    expect(await left('clearNotes()')).toEqual([1, '#ff0000', undefined, 1]);
  },
);

documented('Sheet.sort: all rows but the frozen ones', SHEET, async () => {
  const result = await scripted().run(`
    sheet.getRange('A1:B4').setValues([['Name', 'Score'], ['c', 1], ['a', 2], ['b', 3]]);
    sheet.setFrozenRows(1);
    var up = sheet.sort(1).getRange('A1:A4').getValues().join();
    return [up, sheet.sort(2, false).getRange('A1:A4').getValues().join()];`);
  expect(result).toEqual(['Name,a,b,c', 'Name,b,a,c']);
});

documented('Sheet.activate: makes the tab active in the run', SHEET, async () => {
  const result = await scripted().run(`
    ss.insertSheet('Other');
    var before = ss.getActiveSheet().getName();
    return [before, sheet.activate().getName(), ss.getActiveSheet().getName()];`);
  expect(result).toEqual(['Other', 'Sheet1', 'Sheet1']);
});

documented('Sheet.getNamedRanges: those that stand in the tab', SHEET, async () => {
  const result = await scripted().run(`
    var other = ss.insertSheet('Other');
    ss.setNamedRange('here', sheet.getRange('A1'));
    ss.setNamedRange('there', other.getRange('A1'));
    return other.getNamedRanges().map(function (each) { return each.getName(); });`);
  expect(result).toEqual(['there']);
});

documented('Sheet.getFilter: null without one', SHEET, async () => {
  const result = await scripted().run(`
    var before = sheet.getFilter();
    sheet.getRange('A1:B3').createFilter();
    return [before, sheet.getFilter().getRange().getA1Notation()];`);
  expect(result).toEqual([null, 'A1:B3']);
});

documented(
  'Filter.getRange, sort, remove: the header stays on top',
  'reference/spreadsheet/filter',
  async () => {
    const ada = scripted();
    const result = await ada.run(`
    sheet.getRange('B2:C4').setValues([['Name', 'Score'], ['x', 2], ['y', 1]]);
    var filter = sheet.getRange('B2:C4').createFilter();
    filter.sort(3, true);
    var values = sheet.getRange('B2:C4').getValues();
    filter.remove();
    return [values, sheet.getFilter()];`);
    expect(result).toEqual([
      [
        ['Name', 'Score'],
        ['y', 1],
        ['x', 2],
      ],
      null,
    ]);
  },
);
