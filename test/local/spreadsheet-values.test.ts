// Values in and out of cells, as the reference of Range tells.

import { documented } from './documented';
import { scripted } from './spreadsheet-script';

const RANGE = 'reference/spreadsheet/range';

documented(
  'Range.getValue, getValues: blanks are "", dates Dates, and the rectangle is full',
  RANGE,
  async () => {
    const ada = scripted();
    ada.store((sheet, workbook) => {
      workbook.timeZone = 'America/New_York';
      sheet.cells = {
        A1: { v: 'text' },
        B1: { v: 1.5 },
        C2: { v: true },
        A2: { v: 46_204.5, format: 'm/d/yyyy h:mm' },
      };
    });
    const result = await ada.run(`
      var values = sheet.getRange('A1:D3').getValues();
      values[1][0] = [values[1][0] instanceof Date, values[1][0].toISOString()];
      return [values, sheet.getRange('B1').getValue(), sheet.getRange('Z9').getValue()];`);
    expect(result).toEqual([
      [
        ['text', 1.5, '', ''],
        [[true, '2026-07-01T16:00:00.000Z'], '', true, ''],
        ['', '', '', ''],
      ],
      1.5,
      '',
    ]);
  },
);

documented('Range.getValue, setValue: a day keeps its date in every time zone', RANGE, async () => {
  const ada = scripted();
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin']) {
    const result = await ada.run(`
      ss.setSpreadsheetTimeZone('${zone}');
      var day = new Date(Date.UTC(2026, 9, 25, 12));
      sheet.getRange('A1').setValue(day);
      sheet.getRange('A2').setValue('2026-10-25');
      return [sheet.getRange('A1').getValue().getTime() === day.getTime(),
        Utilities.formatDate(sheet.getRange('A2').getValue(), '${zone}', 'yyyy-MM-dd HH:mm')];`);
    expect(result).toEqual([true, '2026-10-25 00:00']);
  }
});

documented('Range.getValue: on the day when clocks change', RANGE, async () => {
  const ada = scripted();
  ada.store((sheet, workbook) => {
    workbook.timeZone = 'America/New_York';
    // 8 March 2026, 1:30 before the clocks go forward and 3:30 after.
    sheet.cells.A1 = { v: 46_089 + 1.5 / 24, format: 'm/d/yyyy h:mm' };
    sheet.cells.A2 = { v: 46_089 + 3.5 / 24, format: 'm/d/yyyy h:mm' };
  });
  const result = await ada.run(`
    return sheet.getRange('A1:A2').getValues().map(function (row) { return row[0].toISOString(); });`);
  expect(result).toEqual(['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z']);
});

documented('Range.setValue: text is read as if it were typed', RANGE, async () => {
  const ada = scripted();
  const result = await ada.run(`
    var typed = ['2026-07', '1-2', '007', 'TRUE', '10%', 'hello', "'007", "'=1+1", "''quoted", "'"];
    return typed.map(function (text) {
      var cell = sheet.getRange('A1');
      cell.clear();
      cell.setValue(text);
      var value = cell.getValue();
      return value instanceof Date ? Utilities.formatDate(value, 'Etc/GMT', 'yyyy-MM-dd') : value;
    });`);
  expect(result).toEqual([
    '2026-07-01',
    '2026-01-02',
    7,
    true,
    0.1,
    'hello',
    '007',
    '=1+1',
    "'quoted",
    '',
  ]);
});

documented('Range.setValue, setFormula: text that begins with = is a formula', RANGE, async () => {
  const ada = scripted();
  const result = await ada.run(`
    sheet.getRange('A1').setValue('=SUM(B1;B2)');
    sheet.getRange('A2').setFormula('SUM(B1:B2)');
    sheet.getRange('A3').setFormula('=1+1').setValue(5);
    return ['A1', 'A2', 'A3'].map(function (a1) {
      return [sheet.getRange(a1).getFormula(), sheet.getRange(a1).getValue()];
    });`);
  expect(result).toEqual([
    ['=SUM(B1;B2)', 'Loading...'],
    ['=SUM(B1:B2)', 'Loading...'],
    ['', 5],
  ]);
});

documented(
  'Range.getFormula, getFormulas, setFormulas: formulas hold what the page last computed',
  RANGE,
  async () => {
    const ada = scripted();
    await ada.run(`sheet.getRange('A1:B2').setFormulas([['=1+1', '=1/0'], ['=A1', '']]);`);
    ada.store((sheet) => {
      sheet.cells.A1.v = 2;
      Object.assign(sheet.cells.B1, { v: '#DIV/0!', error: 'Division by zero.' });
    });
    const result = await ada.run(`
      var range = sheet.getRange('A1:B2');
      return [range.getFormulas(), range.getFormula(), range.getValues()];`);
    expect(result).toEqual([
      [
        ['=1+1', '=1/0'],
        ['=A1', ''],
      ],
      '=1+1',
      [
        [2, '#DIV/0!'],
        ['Loading...', ''],
      ],
    ]);
  },
);

documented(
  'Range.setValue: a formula that spilled takes its results with it, and no other',
  RANGE,
  async () => {
    const ada = scripted();
    ada.store((sheet) => {
      sheet.cells = {
        A1: { f: '=LEVELS()', v: 1 },
        A2: { v: 2, spill: 'A1' },
        B1: { f: '=LEVELS()', v: 3 },
        B2: { v: 4, spill: 'B1' },
      };
    });
    const result = await ada.run(`
      sheet.getRange('A1').setValue('gone');
      sheet.getRange('B2').clearContent();
      return sheet.getRange('A1:B2').getValues();`);
    expect(result).toEqual([
      ['gone', 3],
      ['', 4],
    ]);
  },
);

documented('Range.setValues: the data must have the dimensions of the range', RANGE, async () => {
  const ada = scripted();
  const set = (a1: string, values: unknown) =>
    ada.run(`sheet.getRange('${a1}').setValues(${JSON.stringify(values)});`);
  await expect(set('A1:A3', [[1], [2]])).rejects.toThrow(
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
  );
  await expect(set('A1:B2', [[1, 2], [3]])).rejects.toThrow(
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  );
  await expect(set('A1:B1', [1, 2])).rejects.toThrow(
    "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
  );
  await set('A1:B2', [
    [1, null],
    ['', false],
  ]);
  expect(ada.sheet.cells).toEqual({ A1: { v: 1 }, B2: { v: false } });
});

documented(
  'Range.getDisplayValue, getDisplayValues: what a person sees, in the cell format',
  RANGE,
  async () => {
    const ada = scripted();
    ada.store((sheet) => {
      sheet.cells = {
        A1: { v: 0.256, format: '0%' },
        B1: { v: 46_204, format: 'yyyy-mm-dd' },
        C1: { v: true },
        D1: { v: 0.1 + 0.2 },
        E1: { f: '=NOW()' },
        F1: { v: 'text' },
        H1: { v: 3, format: '@' },
      };
    });
    const result = await ada.run(`
      return [sheet.getRange('A1').getDisplayValue(), sheet.getRange('A1:H1').getDisplayValues()];`);
    const row = ['26%', '2026-07-01', 'TRUE', '0.3', 'Loading...', 'text', '', '3'];
    expect(result).toEqual(['26%', [row]]);
  },
);

describe.each([
  [true, "'007"],
  [false, '007'],
])('when a text cell keeps a leading quote: %s', (textFormatKeepsQuote, quoted) => {
  documented('Range.setNumberFormat: plain text keeps text as it is', RANGE, async () => {
    const ada = scripted({ textFormatKeepsQuote });
    const result = await ada.run(`
      var range = sheet.getRange('A1:A5').setNumberFormat('@');
      range.setValues([['2026-07'], ['007'], ['TRUE'], ["'007"], ['=1+1']]);
      return [range.getValues(), range.getFormulas()];`);
    expect(result).toEqual([
      [['2026-07'], ['007'], ['TRUE'], [quoted], ['Loading...']],
      [[''], [''], [''], [''], ['=1+1']],
    ]);
  });
});

describe.each([
  ['formula', ['=+49 30 1234', '=@ada']],
  ['text', ['', '']],
] as const)('when a leading sign makes a %s', (leadingSign, formulas) => {
  documented('Range.setValue: + and @ at the front', RANGE, async () => {
    const ada = scripted({ leadingSign });
    const result = await ada.run(`
      var range = sheet.getRange('A1:B1').setValues([['+49 30 1234', '@ada']]);
      return range.getFormulas()[0];`);
    expect(result).toEqual(formulas);
  });
});

documented(
  'Range.getNumberFormat, getNumberFormats, setNumberFormat, setNumberFormats: dates bring theirs along',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      sheet.getRange('A1:B1').setNumberFormats([['0.00', 'yyyy-mm-dd']]);
      sheet.getRange('B1').setValue('7/1/2026');
      sheet.getRange('C1').setValue('7/1/2026');
      sheet.getRange('D1').setValue(new Date(Date.UTC(2026, 6, 1, 8, 30)));
      sheet.getRange('E1').setNumberFormat('0%').setNumberFormat('General');
      return [sheet.getRange('A1:E1').getNumberFormats(), sheet.getRange('A1').getNumberFormat()];`);
    const automatic = '0.###############';
    const row = ['0.00', 'yyyy-mm-dd', 'm/d/yyyy', 'm/d/yyyy h:mm:ss', automatic];
    expect(result).toEqual([[row], '0.00']);
  },
);

documented(
  'Range.isBlank, clear, clearContent, clearFormat: contents and formats go separately',
  RANGE,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var range = sheet.getRange('A1:A4').setValue(1).setBackground('#ff0000').setNumberFormat('0%').setNote('why');
      sheet.getRange('A1').clear();
      sheet.getRange('A2').clearContent();
      sheet.getRange('A3').clearFormat();
      sheet.getRange('A4').clear({ contentsOnly: true, commentsOnly: true });
      return [[1, 2, 3, 4].map(function (row) { return sheet.getRange(row, 1).isBlank(); }), range.isBlank()];`);
    expect(result).toEqual([[true, true, false, true], false]);
    const style = { background: '#ff0000' };
    expect(ada.sheet.cells).toEqual({
      A1: { note: 'why' },
      A2: { format: '0%', style, note: 'why' },
      A3: { v: 1, format: '0%', note: 'why' },
      A4: { format: '0%', style },
    });
  },
);

documented('Range.setValue: a link and a chip go when the cell is written', RANGE, async () => {
  const ada = scripted();
  ada.store((sheet) => {
    sheet.cells.A1 = { v: 'Plan', links: [{ start: 0, end: 4, url: 'https://example.com' }] };
    sheet.cells.A2 = { v: 'Plan', chip: { kind: 'file', target: 'https://example.com' } };
  });
  await ada.run(`sheet.getRange('A1:A2').setValue('new');`);
  expect(ada.sheet.cells).toEqual({ A1: { v: 'new' }, A2: { v: 'new' } });
});
