// Data validation, conditional formats, rich text and charts.

import { documented } from './documented';
import { scripted } from './spreadsheet-script';

const REFERENCE = 'reference/spreadsheet';
const RANGE = 'reference/spreadsheet/range';
const VIOLATION = (a1: string) =>
  `The data you entered in cell ${a1} violates the data validation rules set on this cell.`;

documented(
  'DataValidationBuilder.requireValueInList, setAllowInvalid, setHelpText, getAllowInvalid, getHelpText, getCriteriaType, getCriteriaValues, copy, build: a list that rejects what it does not hold',
  `${REFERENCE}/data-validation-builder`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var builder = SpreadsheetApp.newDataValidation();
      var blank = [builder.getAllowInvalid(), builder.getHelpText(), builder.getCriteriaType(), builder.getCriteriaValues()];
      builder.requireValueInList([0, 1, 2, 'n/a'], false).setAllowInvalid(false).setHelpText('0 to 2');
      var other = builder.copy().setHelpText(null).requireValueInList(['x']).setAllowInvalid(true);
      sheet.getRange('B2:B9').setDataValidation(builder.build());
      sheet.getRange('B2').setValue(2);
      sheet.getRange('B3').setValue('n/a');
      sheet.getRange('B4').setValue('');
      return [blank, builder.getAllowInvalid(), builder.getHelpText(), String(builder.getCriteriaType()),
        builder.getCriteriaValues(), other.getAllowInvalid(), other.getHelpText(), other.getCriteriaValues()];`);
    expect(result).toEqual([
      [true, null, null, []],
      false,
      '0 to 2',
      'VALUE_IN_LIST',
      [[0, 1, 2, 'n/a'], false],
      true,
      null,
      [['x'], true],
    ]);
    await expect(
      ada.run(`sheet.getRange('A5:B5').setValues([['kept out', 'two']]);`),
    ).rejects.toThrow(`${VIOLATION('B5')} Please enter one of the following values: 0, 1, 2, n/a.`);
    expect(ada.sheet.cells.A5).toBeUndefined();
  },
);

documented(
  'DataValidationBuilder.requireValueInRange, requireNumberBetween, requireNumberGreaterThanOrEqualTo, requireNumberLessThanOrEqualTo, requireDate, requireCheckbox: other rules reject too',
  `${REFERENCE}/data-validation-builder`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var lists = ss.insertSheet('My lists');
      lists.getRange('A1:A3').setValues([['red'], [''], ['blue']]);
      function rule() { return SpreadsheetApp.newDataValidation().setAllowInvalid(false); }
      sheet.getRange('A1').setDataValidation(rule().requireValueInRange(lists.getRange('A:A')).build());
      sheet.getRange('B1').setDataValidation(rule().requireNumberBetween(1, 5).build());
      sheet.getRange('C1').setDataValidation(rule().requireNumberGreaterThanOrEqualTo(3).build());
      sheet.getRange('D1').setDataValidation(rule().requireNumberLessThanOrEqualTo(3).build());
      sheet.getRange('E1').setDataValidation(rule().requireDate().build());
      sheet.getRange('F1').setDataValidation(rule().requireCheckbox().build());
      sheet.getRange('G1').setDataValidation(rule().requireCheckbox('yes', 'no').build());
      sheet.getRange('A1:G1').setValues([['red', 5, 3, 3, '2026-07-01', true, 'no']]);
      return sheet.getRange('A1:G1').getDataValidations()[0].map(function (each) {
        return [String(each.getCriteriaType()), each.getCriteriaValues().map(function (value) {
          return value && value.getA1Notation ? value.getSheet().getName() + '!' + value.getA1Notation() : value;
        })];
      });`);
    expect(result).toEqual([
      ['VALUE_IN_RANGE', ['My lists!A:A', true]],
      ['NUMBER_BETWEEN', [1, 5]],
      ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [3]],
      ['NUMBER_LESS_THAN_OR_EQUAL_TO', [3]],
      ['DATE_IS_VALID_DATE', []],
      ['CHECKBOX', []],
      ['CHECKBOX', ['yes', 'no']],
    ]);
    const wrong = { A1: 'green', B1: 6, C1: 2, D1: 4, E1: 'soon', F1: 'x', G1: 'maybe' };
    for (const [a1, value] of Object.entries(wrong)) {
      const set = ada.run(`sheet.getRange('${a1}').setValue(${JSON.stringify(value)});`);
      await expect(set).rejects.toThrow(VIOLATION(a1));
    }
    await ada.run(`sheet.getRange('B1').setFormula('=7');`);
  },
);

documented(
  'DataValidation.getAllowInvalid, getHelpText, getCriteriaType, getCriteriaValues, copy: a rule that only warns lets everything in',
  `${REFERENCE}/data-validation`,
  async () => {
    const result = await scripted().run(`
      var cell = sheet.getRange('A1').setDataValidation(
        SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setHelpText('1 to 5').build());
      cell.setValue('anything');
      var rule = cell.getDataValidation();
      return [rule.getAllowInvalid(), rule.getHelpText(), String(rule.getCriteriaType()), rule.getCriteriaValues(),
        rule.copy().setAllowInvalid(false).build().getAllowInvalid(),
        rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.NUMBER_BETWEEN];`);
    expect(result).toEqual([true, '1 to 5', 'NUMBER_BETWEEN', [1, 5], false, true]);
  },
);

documented(
  'Range.getDataValidation, getDataValidations, setDataValidation, setDataValidations, clearDataValidations: a later rule takes the place of an earlier one',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function list(value) { return SpreadsheetApp.newDataValidation().requireValueInList([value]).build(); }
      sheet.getRange('A1:C3').setDataValidation(list('a'));
      sheet.getRange('B2').setDataValidation(list('b'));
      sheet.getRange('C1:C2').setDataValidations([[null], [list('c')]]);
      sheet.getRange('A3:B3').clearDataValidations();
      return [sheet.getRange('A1:C3').getDataValidations().map(function (row) {
        return row.map(function (rule) { return rule && rule.getCriteriaValues()[0][0]; });
      }), sheet.getRange('D1').getDataValidation()];`);
    expect(result).toEqual([
      [
        ['a', 'a', null],
        ['a', 'b', 'c'],
        [null, null, 'a'],
      ],
      null,
    ]);
  },
);

documented(
  'ConditionalFormatRuleBuilder.whenCellEmpty, whenCellNotEmpty, whenNumberEqualTo, whenNumberGreaterThan, whenNumberLessThan, whenTextEqualTo, whenFormulaSatisfied, setBackground, setFontColor, setBold, setRanges, getRanges, getBooleanCondition, copy, build: rules in their order',
  `${REFERENCE}/conditional-format-rule-builder`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function rule() { return SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1:A9'), sheet.getRange('C:C')]); }
      var first = rule().whenCellEmpty().setBackground('#ff0000').setFontColor('white').setBold(true);
      sheet.setConditionalFormatRules([first.build(), rule().whenCellNotEmpty().build(),
        rule().whenNumberEqualTo(2).build(), rule().whenNumberGreaterThan(3).build(),
        rule().whenNumberLessThan(4).build(), rule().whenTextEqualTo('n/a').build(),
        rule().whenFormulaSatisfied('=$A1>Sheet1!$B1').build(),
        first.copy().setBackground(null).whenCellNotEmpty().build()]);
      return [first.getRanges().length, String(first.getBooleanCondition().getCriteriaType()),
        String(SpreadsheetApp.newConditionalFormatRule().getBooleanCondition())];`);
    expect(result).toEqual([2, 'CELL_EMPTY', 'null']);
    const ranges = ['A1:A9', 'C:C'];
    expect(ada.sheet.conditionalFormats).toEqual([
      { ranges, kind: 'blank', background: '#ff0000', color: '#ffffff', bold: true },
      { ranges, kind: 'notBlank' },
      { ranges, kind: 'equal', value: 2 },
      { ranges, kind: 'greaterThan', value: 3 },
      { ranges, kind: 'lessThan', value: 4 },
      { ranges, kind: 'text', value: 'n/a' },
      { ranges, kind: 'formula', value: '=$A1>Sheet1!$B1' },
      { ranges, kind: 'notBlank', color: '#ffffff', bold: true },
    ]);
  },
);

documented(
  'Sheet.getConditionalFormatRules, setConditionalFormatRules, clearConditionalFormatRules: never into another tab',
  `${REFERENCE}/sheet`,
  async () => {
    const ada = scripted();
    const other = 'Conditional format rule cannot reference a different sheet.';
    const result = await ada.run(`
      ss.insertSheet('Other');
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x')
        .setRanges([sheet.getRange('A1')]).build()]);
      var rules = sheet.getConditionalFormatRules();
      sheet.setConditionalFormatRules(rules.concat(rules));
      var count = sheet.getConditionalFormatRules().length;
      sheet.clearConditionalFormatRules();
      return [count, sheet.getConditionalFormatRules().length];`);
    expect(result).toEqual([2, 0]);
    const set = (rule: string) =>
      ada.run(
        `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().${rule}.build()]);`,
      );
    await expect(
      set(`whenFormulaSatisfied('=Other!A1=1').setRanges([sheet.getRange('A1')])`),
    ).rejects.toThrow(other);
    await expect(
      set(`whenCellEmpty().setRanges([ss.getSheetByName('Other').getRange('A1')])`),
    ).rejects.toThrow(other);
    await expect(set('whenCellEmpty()')).rejects.toThrow('at least one range');
  },
);

documented(
  'ConditionalFormatRule.getRanges, getBooleanCondition, copy: a rule as it was set',
  `${REFERENCE}/conditional-format-rule`,
  async () => {
    const result = await scripted().run(`
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberEqualTo(1)
        .setBackground('#00ff00').setRanges([sheet.getRange('A1:B2')]).build()]);
      var rule = sheet.getConditionalFormatRules()[0];
      var copy = rule.copy().setRanges([sheet.getRange('D1')]).build();
      return [rule.getRanges()[0].getA1Notation(), copy.getRanges()[0].getA1Notation(),
        copy.getBooleanCondition().getBackground()];`);
    expect(result).toEqual(['A1:B2', 'D1', '#00ff00']);
  },
);

documented(
  'BooleanCondition.getCriteriaType, getCriteriaValues, getBackground, getFontColor, getBold: what a rule looks for',
  `${REFERENCE}/boolean-condition`,
  async () => {
    const result = await scripted().run(`
      function of(rule) {
        var condition = rule.setRanges([sheet.getRange('A1')]).build().getBooleanCondition();
        return [String(condition.getCriteriaType()), condition.getCriteriaValues(), condition.getBackground(),
          condition.getFontColor(), condition.getBold()];
      }
      return [of(SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('n/a').setFontColor('#123456').setBold(false)),
        of(SpreadsheetApp.newConditionalFormatRule().whenCellEmpty()),
        SpreadsheetApp.BooleanCriteria.CELL_EMPTY ===
          SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().getBooleanCondition().getCriteriaType()];`);
    expect(result).toEqual([
      ['TEXT_EQUAL_TO', ['n/a'], null, '#123456', false],
      ['CELL_EMPTY', [], null, null, null],
      true,
    ]);
  },
);

documented(
  'RichTextValueBuilder.setText, setLinkUrl, build: links in all of a text or in parts of it',
  `${REFERENCE}/rich-text-value-builder`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var value = SpreadsheetApp.newRichTextValue().setText('foo no baz')
        .setLinkUrl('https://all.example').setLinkUrl(0, 3, 'https://foo.example').setLinkUrl(3, 7, null).build();
      return value.getRuns().map(function (run) { return [run.getText(), run.getLinkUrl()]; });`);
    expect(result).toEqual([
      ['foo', 'https://foo.example'],
      [' no ', null],
      ['baz', 'https://all.example'],
    ]);
    await expect(
      ada.run(
        `SpreadsheetApp.newRichTextValue().setText('foo').setLinkUrl(0, 4, 'https://x.example');`,
      ),
    ).rejects.toThrow('Invalid argument');
  },
);

documented(
  'RichTextValue.getText, getLinkUrl, getRuns, getStartIndex, getEndIndex, copy: null with several links',
  `${REFERENCE}/rich-text-value`,
  async () => {
    const result = await scripted().run(`
      var value = SpreadsheetApp.newRichTextValue().setText('foo no baz')
        .setLinkUrl(0, 3, 'https://foo.example').setLinkUrl(7, 10, 'https://baz.example').build();
      var run = value.getRuns()[2];
      return [value.getText(), value.getLinkUrl(), value.getLinkUrl(0, 3), value.getLinkUrl(2, 5),
        [value.getStartIndex(), value.getEndIndex(), run.getStartIndex(), run.getEndIndex()],
        value.copy().setLinkUrl('https://one.example').build().getLinkUrl()];`);
    expect(result).toEqual([
      'foo no baz',
      null,
      'https://foo.example',
      null,
      [0, 10, 7, 10],
      'https://one.example',
    ]);
  },
);

documented(
  'Range.getRichTextValue, getRichTextValues, setRichTextValue, setRichTextValues: null where the value is no text',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function link(text) {
        return SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl('https://x.example/' + text).build();
      }
      sheet.getRange('A1').setRichTextValue(link('007'));
      sheet.getRange('B1:C1').setRichTextValues([[link('two'), null]]);
      sheet.getRange('D1').setValue(4);
      return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getRichTextValue().getLinkUrl(),
        sheet.getRange('A1:D1').getRichTextValues()[0].map(function (each) { return each && each.getText(); })];`);
    expect(result).toEqual(['007', 'https://x.example/007', ['007', 'two', '', null]]);
  },
);

describe.each([
  ['none', true, [null, 'https://doc.example']],
  ['mailto', false, ['mailto:grace@example.com', null]],
] as const)(
  'when people chips link to %s, and HYPERLINK shows its link: %s',
  (personChipLink, hyperlinkFormulaLink, links) => {
    documented('Range.getRichTextValues: the link of a file chip', RANGE, async () => {
      const ada = scripted({ personChipLink, hyperlinkFormulaLink });
      ada.store((sheet) => {
        sheet.cells.A1 = { v: 'Plan', chip: { kind: 'file', target: 'https://file.example' } };
        sheet.cells.A2 = { v: 'Grace', chip: { kind: 'person', target: 'grace@example.com' } };
        sheet.cells.A3 = { v: 'Doc', f: '=HYPERLINK("https://doc.example";"Doc")' };
      });
      const result = await ada.run(`
      return sheet.getRange('A1:A3').getRichTextValues().map(function (row) { return row[0].getLinkUrl(); });`);
      expect(result).toEqual(['https://file.example', ...links]);
    });
  },
);

documented(
  'EmbeddedChartBuilder.addRange, removeRange, clearRanges, getRanges, getChartType, setChartType, setNumHeaders, setOption, setPosition, build: nothing is drawn before it is inserted',
  `${REFERENCE}/embedded-chart-builder`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var other = ss.insertSheet('Other');
      var builder = sheet.newChart().addRange(sheet.getRange('A1')).clearRanges()
        .addRange(sheet.getRange('A1:B3')).addRange(sheet.getRange('A1:B3')).addRange(other.getRange('A1'))
        .addRange(sheet.getRange('Z9')).removeRange(sheet.getRange('Z9'))
        .setChartType(Charts.ChartType.RADAR).setNumHeaders(1).setOption('title', 'Levels').setPosition(2, 3, 4, 5);
      var chart = builder.build();
      return [sheet.getCharts().length, chart.getChartId(), builder.getChartType() === Charts.ChartType.RADAR,
        builder.getRanges().map(function (each) { return each.getSheet().getName() + each.getA1Notation(); }),
        sheet.insertChart(chart) === undefined];`);
    expect(result).toEqual([0, null, true, ['Sheet1A1:B3', 'OtherA1'], true]);
    expect(ada.sheet.charts).toEqual([
      {
        id: 1,
        type: 'RADAR',
        ranges: ['A1:B3', 'Other!A1'],
        row: 2,
        column: 3,
        offsetX: 4,
        offsetY: 5,
        headers: 1,
        options: { title: 'Levels' },
      },
    ]);
  },
);

documented(
  'Sheet.newChart, getCharts, insertChart, updateChart, removeChart: charts of a tab',
  `${REFERENCE}/sheet`,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function add(type) { sheet.insertChart(sheet.newChart().setChartType(type).addRange(sheet.getRange('A1:B2')).build()); }
      add(Charts.ChartType.BAR);
      add(Charts.ChartType.LINE);
      var chart = sheet.getCharts()[1];
      sheet.updateChart(chart.modify().setChartType(Charts.ChartType.PIE).build());
      var types = sheet.getCharts().map(function (each) { return String(each.modify().getChartType()); });
      sheet.removeChart(sheet.getCharts()[0]);
      return [types, sheet.getCharts().length, sheet.getCharts()[0].getChartId() === chart.getChartId()];`);
    expect(result).toEqual([['BAR', 'PIE'], 1, true]);
    await expect(
      ada.run(
        `var chart = sheet.getCharts()[0]; sheet.removeChart(chart); sheet.updateChart(chart);`,
      ),
    ).rejects.toThrow('not in this sheet');
  },
);

documented(
  'EmbeddedChart.getChartId, getRanges, getNumHeaders, getContainerInfo, modify: a change shows once the tab is updated',
  `${REFERENCE}/embedded-chart`,
  async () => {
    const result = await scripted().run(`
      sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B2')).setNumHeaders(1).build());
      var chart = sheet.getCharts()[0];
      chart.modify().setPosition(9, 9, 0, 0).build();
      return [chart.getChartId(), chart.getRanges()[0].getA1Notation(), chart.getNumHeaders(),
        chart.getContainerInfo().getAnchorRow()];`);
    expect(result).toEqual([1, 'A1:B2', 1, 1]);
  },
);

documented(
  'ContainerInfo.getAnchorRow, getAnchorColumn, getOffsetX, getOffsetY: where a chart stands',
  `${REFERENCE}/container-info`,
  async () => {
    const result = await scripted().run(`
      var info = sheet.newChart().setPosition(2, 3, 4, 5).build().getContainerInfo();
      return [info.getAnchorRow(), info.getAnchorColumn(), info.getOffsetX(), info.getOffsetY()];`);
    expect(result).toEqual([2, 3, 4, 5]);
  },
);
