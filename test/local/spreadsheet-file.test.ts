// Spreadsheets as files: getting hold of them, their tabs and names, who may do what.

import { AnsweringPage } from '../../local/answers';
import { documented } from './documented';
import { scripted } from './spreadsheet-script';
import { ADA, GRACE, SCOPES } from './temporary-host';

const APP = 'reference/spreadsheet/spreadsheet-app';
const SPREADSHEET = 'reference/spreadsheet/spreadsheet';
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const NO_ACCESS = 'You do not have permission to access the requested document.';

documented(
  'SpreadsheetApp.getActive, getActiveSpreadsheet, getActiveSheet, getActiveRange, getCurrentCell, setActiveSheet, setActiveRange: what is active in a run',
  APP,
  async () => {
    const result = await scripted().run(`
      var other = ss.insertSheet('Other');
      SpreadsheetApp.setActiveSheet(sheet);
      var before = [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation()];
      SpreadsheetApp.setActiveRange(other.getRange('B2:C3'));
      return [before, SpreadsheetApp.getActiveSpreadsheet().getId() === SpreadsheetApp.getActive().getId(),
        SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getCurrentCell().getA1Notation()];`);
    expect(result).toEqual([['Sheet1', 'A1'], true, 'Other', 'B2']);
  },
);

documented(
  'SpreadsheetApp.openById, openByUrl, create, flush: other files, by id and address',
  APP,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var made = SpreadsheetApp.create('New', 25, 10);
      made.getSheets()[0].getRange('A1').setValue('here');
      SpreadsheetApp.flush();
      var opened = SpreadsheetApp.openById(made.getId());
      return [opened.getName(), SpreadsheetApp.openByUrl(made.getUrl()).getSheets()[0].getRange('A1').getValue(),
        opened.getNumSheets(), opened.getSheets()[0].getMaxRows(), opened.getSheets()[0].getMaxColumns(),
        opened.getOwner().getEmail()];`);
    expect(result).toEqual(['New', 'here', 1, 25, 10, ADA]);
    const others = ada.host.as(GRACE).create('Private');
    await expect(ada.run(`SpreadsheetApp.openById('${others.id}');`)).rejects.toThrow(NO_ACCESS);
    await expect(ada.run(`SpreadsheetApp.openById('missing');`)).rejects.toThrow(NO_ACCESS);
    await expect(ada.run(`SpreadsheetApp.openByUrl('https://example.com');`)).rejects.toThrow(
      'Invalid argument: url',
    );
  },
);

documented('SpreadsheetApp.openById: not with consent to the current file alone', APP, async () => {
  const ada = scripted();
  const scopes = [SCOPES.currentFile];
  const value = await ada.run(`return sheet.getRange('A1').setValue(1).getValue();`, { scopes });
  expect(value).toBe(1);
  await expect(ada.run('SpreadsheetApp.openById(ss.getId());', { scopes })).rejects.toThrow(
    SCOPES.allFiles,
  );
});

documented(
  'SpreadsheetApp.getUi, newDataValidation, newConditionalFormatRule, newRichTextValue: builders that change nothing yet',
  APP,
  async () => {
    const ada = scripted();
    const before = ada.workbook;
    const result = await ada.run(`
      SpreadsheetApp.getUi();
      return [SpreadsheetApp.newDataValidation().requireDate().build().getAllowInvalid(),
        SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().getRanges(),
        SpreadsheetApp.newRichTextValue().setText('x').build().getText()];`);
    expect(result).toEqual([true, [], 'x']);
    expect(ada.workbook.sheets).toEqual(before.sheets);
  },
);

documented(
  'Spreadsheet.getId, getUrl, getName, rename, getSpreadsheetTimeZone, setSpreadsheetTimeZone, getSpreadsheetLocale, setSpreadsheetLocale: the file itself',
  SPREADSHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      ss.rename('Renamed');
      ss.setSpreadsheetTimeZone('Europe/Berlin');
      ss.setSpreadsheetLocale('de_DE');
      return [ss.getId(), ss.getUrl(), ss.getName(), ss.getSpreadsheetTimeZone(), ss.getSpreadsheetLocale()];`);
    const url = `https://docs.google.com/spreadsheets/d/${ada.file.id}/edit`;
    expect(result).toEqual([ada.file.id, url, 'Renamed', 'Europe/Berlin', 'de_DE']);
    await expect(ada.run(`ss.setSpreadsheetTimeZone('Mars/Base');`)).rejects.toThrow(
      'Invalid argument',
    );
  },
);

documented(
  'Spreadsheet.getSheets, getNumSheets, getSheetByName, getSheetById, getActiveSheet, setActiveSheet, insertSheet, deleteSheet, moveActiveSheet: tabs come, go and move',
  SPREADSHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      function names() { return ss.getSheets().map(function (each) { return each.getName(); }).join(); }
      ss.insertSheet('s1');
      ss.insertSheet('s2');
      ss.insertSheet('s3', 1);
      ss.insertSheet(0);
      ss.insertSheet();
      var made = names();
      ss.setActiveSheet(ss.getSheetByName('s2'));
      ss.moveActiveSheet(1);
      var moved = names();
      ss.deleteSheet(ss.getSheetByName('s1'));
      return [made, moved, names(), ss.getActiveSheet().getName(), ss.getNumSheets(),
        ss.getSheetById(ss.getSheets()[0].getSheetId()).getName(), ss.getSheetByName('none'), ss.getSheetById(7)];`);
    expect(result).toEqual([
      'Sheet5,Sheet6,Sheet1,s3,s1,s2',
      's2,Sheet5,Sheet6,Sheet1,s3,s1',
      's2,Sheet5,Sheet6,Sheet1,s3',
      's2',
      5,
      's2',
      null,
      null,
    ]);
    const failing = (body: string) => expect(ada.run(body)).rejects;
    await failing(`ss.insertSheet('S3');`).toThrow(
      'A sheet with the name "S3" already exists. Please enter another name.',
    );
    await failing(`ss.moveActiveSheet(9);`).toThrow('outside the list of sheets');
    await failing(`ss.getSheets().forEach(function (each) { ss.deleteSheet(each); });`).toThrow(
      "You can't remove all the sheets in a document.",
    );
    await failing(`ss.deleteSheet(sheet); sheet.getName();`).toThrow("can't remove all the sheets");
  },
);

documented(
  'Spreadsheet.deleteSheet: references to it are lost, and so is whoever still holds it',
  SPREADSHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var other = ss.insertSheet('Other');
      ss.setNamedRange('gone', other.getRange('A1'));
      sheet.getRange('A1').setFormula('=Other!A1+B1');
      ss.deleteSheet(other);
      try { other.getRange('A1'); } catch (error) { var message = error.message; }
      return [sheet.getRange('A1').getFormula(), ss.getRangeByName('gone'), /^Sheet \\d+ not found$/.test(message)];`);
    expect(result).toEqual(['=#REF!+B1', null, true]);
  },
);

documented(
  'Spreadsheet.getRange, getRangeByName, getNamedRanges, setNamedRange, removeNamedRange: names in any case',
  SPREADSHEET,
  async () => {
    const ada = scripted();
    const result = await ada.run(`
      var other = ss.insertSheet('My tab');
      ss.setNamedRange('status', other.getRange('B2:C3'));
      ss.setNamedRange('STATUS', other.getRange('B2'));
      ss.setNamedRange('column', sheet.getRange('E:E'));
      var found = ['status', "'My tab'!C4", 'Sheet1!A1', 'D5'].map(function (each) {
        var range = ss.getRange(each);
        return range.getSheet().getName() + ' ' + range.getA1Notation();
      });
      var names = ss.getNamedRanges().map(function (each) { return each.getName(); });
      ss.removeNamedRange('Status');
      return [found, names, ss.getRangeByName('status'), ss.getRangeByName('COLUMN').getA1Notation()];`);
    expect(result).toEqual([
      ['My tab B2', 'My tab C4', 'Sheet1 A1', 'My tab D5'],
      ['status', 'column'],
      null,
      'E:E',
    ]);
    await expect(ada.run(`ss.removeNamedRange('none');`)).rejects.toThrow('does not exist');
    await expect(ada.run(`ss.setNamedRange('A1', sheet.getRange('B2'));`)).rejects.toThrow(
      'not valid for a named range',
    );
    await expect(ada.run(`ss.getRange('none');`)).rejects.toThrow('Range not found');
  },
);

documented(
  'NamedRange.getName, getRange, setRange, remove: a name and its cells',
  'reference/spreadsheet/named-range',
  async () => {
    const result = await scripted().run(`
      ss.setNamedRange('goal', sheet.getRange('A1'));
      var named = ss.getNamedRanges()[0];
      named.setRange(sheet.getRange('B2'));
      var seen = [named.getName(), named.getRange().getA1Notation()];
      named.remove();
      return [seen, ss.getNamedRanges().length];`);
    expect(result).toEqual([['goal', 'B2'], 0]);
  },
);

documented(
  'NamedRange.setName: the same cells under another name',
  'reference/spreadsheet/named-range',
  async () => {
    const result = await scripted().run(`
      ss.setNamedRange('goal', sheet.getRange('A1'));
      sheet.getRange('B1').setFormula('=Goal&"goal"&GOAL(1)&goals');
      var named = ss.getNamedRanges()[0].setName('aim');
      return [named.getName(), ss.getRangeByName('goal'), ss.getRangeByName('aim').getA1Notation(),
        sheet.getRange('B1').getFormula()];`);
    expect(result).toEqual(['aim', null, 'A1', '=aim&"goal"&GOAL(1)&goals']);
  },
);

documented(
  'Spreadsheet.copy: content, rules and the script as it was, for the one who copies',
  SPREADSHEET,
  async () => {
    const ada = scripted();
    ada.host.as(ADA).open(ada.file.id).share(GRACE, 'editor');
    const id = (await ada.run(
      `
      sheet.getRange('A1').setValue('text').setNote('note');
      sheet.getRange('A2').setFormula('=1+1');
      ss.setNamedRange('goal', sheet.getRange('A1'));
      sheet.protect().setWarningOnly(true);
      sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
      PropertiesService.getDocumentProperties().setProperty('key', 'value');
      var copy = ss.copy('Copy');
      copy.getSheets()[0].getRange('A3').setValue('only here');
      return copy.getId();`,
      { user: GRACE },
    )) as string;
    const copy = ada.host.as(GRACE).open(id).workbook();
    const original = ada.workbook;
    expect(copy).toMatchObject({ name: 'Copy', owner: GRACE, editors: [], viewers: [] });
    expect(copy.documentProperties).toEqual({});
    expect(copy.script?.files).toEqual(original.script?.files);
    expect(copy.script?.id).not.toBe(original.script?.id);
    expect(copy.namedRanges).toEqual(original.namedRanges);
    const { A3, ...cells } = copy.sheets[0].cells;
    expect(A3).toEqual({ v: 'only here' });
    expect({ ...copy.sheets[0], cells }).toEqual(original.sheets[0]);
  },
);

describe.each([
  [true, [ADA], [ADA, GRACE]],
  [false, [], []],
])(
  'when lists of people hold those with more rights: %s',
  (rolesIncludeHigher, above, aboveViewers) => {
    documented(
      'Spreadsheet.getOwner, getEditors, getViewers, addEditor, addEditors, addViewer, addViewers, removeEditor, removeViewer: sharing',
      SPREADSHEET,
      async () => {
        const ada = scripted({ rolesIncludeHigher });
        const result = await ada.run(`
        function emails(users) { return users.map(function (user) { return user.getEmail(); }); }
        ss.addViewer('${GRACE}').addEditor('${GRACE}').addViewer('${GRACE}');
        ss.addViewers(['bob@example.com', 'eve@example.com']).removeViewer('eve@example.com');
        ss.addEditors(['joe@example.com']).removeViewer('joe@example.com').removeEditor('joe@example.com');
        return [ss.getOwner().getEmail(), emails(ss.getEditors()), emails(ss.getViewers())];`);
        expect(result).toEqual([ADA, [...above, GRACE], [...aboveViewers, 'bob@example.com']]);
        expect(ada.workbook).toMatchObject({ editors: [GRACE], viewers: ['bob@example.com'] });
        await expect(ada.run(`ss.addEditor('nobody');`)).rejects.toThrow('Invalid email: nobody');
      },
    );
  },
);

documented('Spreadsheet.toast: five seconds unless told', SPREADSHEET, async () => {
  const page = new AnsweringPage();
  await scripted().run(`ss.toast('Saved'); ss.toast('Busy', 'Roll up', -1);`, { page });
  expect(page.toasts).toEqual([
    { message: 'Saved', title: '', seconds: 5 },
    { message: 'Busy', title: 'Roll up', seconds: -1 },
  ]);
});

documented(
  'Sheet.protect, getProtections: one protection a tab, which changes nothing at first',
  'reference/spreadsheet/sheet',
  async () => {
    const ada = scripted();
    ada.file.share(GRACE, 'editor');
    const result = await ada.run(`
      sheet.protect().setDescription('once');
      return [sheet.protect().getDescription(),
        sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
        sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`);
    expect(result).toEqual(['once', 1, 0]);
    await ada.run(`sheet.getRange('A1').setValue(1);`, { user: GRACE });
  },
);

documented(
  'Protection.setUnprotectedRanges, getUnprotectedRanges, addEditor, addEditors, removeEditor, removeEditors, getEditors, canEdit, setWarningOnly, isWarningOnly, remove: refuses those who are no editors of it',
  'reference/spreadsheet/protection',
  async () => {
    const ada = scripted();
    ada.file.share(GRACE, 'editor');
    ada.file.share('joe@example.com', 'editor');
    const result = await ada.run(`
      var protection = sheet.protect();
      function emails() { return protection.getEditors().map(function (user) { return user.getEmail(); }); }
      var mirrored = emails();
      protection.removeEditors(['${GRACE}', 'joe@example.com', '${ADA}']);
      var alone = emails();
      protection.addEditors(['joe@example.com']).addEditor('eve@example.com').removeEditor('eve@example.com');
      protection.setUnprotectedRanges([sheet.getRange('B2:C9'), sheet.getRange('E:E')]);
      return [mirrored, alone, emails(), protection.canEdit(), protection.isWarningOnly(),
        protection.getUnprotectedRanges().map(function (range) { return range.getA1Notation(); })];`);
    expect(result).toEqual([
      [ADA, GRACE, 'joe@example.com'],
      [ADA],
      [ADA, 'joe@example.com'],
      true,
      false,
      ['B2:C9', 'E:E'],
    ]);
    const as = (user: string, body: string) => ada.run(body, { user });
    await as('joe@example.com', `sheet.getRange('A1').setValue('joe');`);
    await as(
      GRACE,
      `sheet.getRange('B2:B3').setValue('open'); sheet.getRange('E7').setNote('open');`,
    );
    const can = `var protection = ss.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];
      return [protection.canEdit(), sheet.getRange('A1').canEdit(), sheet.getRange('B2').canEdit()];`;
    expect(await as(GRACE, can)).toEqual([false, false, true]);
    for (const body of [
      `sheet.getRange('A1').setValue('no')`,
      `sheet.getRange('B9:B10').setBackground('#ff0000')`,
      'sheet.insertRowsAfter(1, 1)',
      `sheet.setName('no')`,
      `sheet.protect().setWarningOnly(true)`,
      `sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].remove()`,
    ]) {
      await expect(as(GRACE, body)).rejects.toThrow(PROTECTED);
    }
    await as(ADA, 'sheet.protect().setWarningOnly(true);');
    await as(GRACE, `sheet.getRange('A1').setValue('warned');`);
    await as(ADA, 'sheet.protect().setWarningOnly(false).remove();');
    expect(ada.sheet.protection).toBeNull();
    expect(ada.sheet.cells.A1).toEqual({ v: 'warned' });
  },
);

documented(
  'Protection.getDescription, setDescription, getProtectionType, getRange: a protected tab',
  'reference/spreadsheet/protection',
  async () => {
    const result = await scripted().run(`
      var protection = sheet.protect().setDescription('Framework');
      return [protection.getDescription(), protection.getProtectionType() === SpreadsheetApp.ProtectionType.SHEET,
        protection.getRange().getNumRows()];`);
    expect(result).toEqual(['Framework', true, 1000]);
  },
);

documented('Spreadsheet.getProtections: of all tabs', SPREADSHEET, async () => {
  const result = await scripted().run(`
    ss.insertSheet('Other').protect();
    sheet.protect();
    return [ss.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
      ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`);
  expect(result).toEqual([2, 0]);
});

documented(
  'Range.canEdit: a viewer may read, and nothing else',
  'reference/spreadsheet/range',
  async () => {
    const ada = scripted();
    const shared = ada.host.as(GRACE).create('Shared');
    shared.type('Sheet1', 'A1', 'secret');
    shared.share(ADA, 'viewer');
    const open = `var other = SpreadsheetApp.openById('${shared.id}').getSheets()[0];`;
    const seen = await ada.run(`${open}
    return [other.getRange('A1').getValue(), other.getRange('A1').canEdit(), sheet.getRange('A1').canEdit()];`);
    expect(seen).toEqual(['secret', false, true]);
    for (const body of [
      `other.getRange('A1').setValue('no')`,
      `other.getRange('A1').setBackground('#ff0000')`,
      'other.protect()',
      `other.getParent().addEditor('${ADA}')`,
      `other.getParent().rename('Mine')`,
    ]) {
      await expect(ada.run(`${open} ${body};`)).rejects.toThrow('You do not have permission');
    }
    expect(ada.host.as(GRACE).open(shared.id).read('Sheet1', 'A1')).toBe('secret');
  },
);

documented('Charts: chart types equal themselves', 'reference/charts/chart-type', async () => {
  const result = await scripted().run(`
    return [String(Charts.ChartType.RADAR), Charts.ChartType.RADAR === Charts.ChartType.RADAR,
      Charts.ChartType.RADAR === Charts.ChartType.LINE];`);
  expect(result).toEqual(['RADAR', true, false]);
});

test('a method that the spreadsheet service of the host lacks says so', async () => {
  const ada = scripted();
  await expect(ada.run('sheet.getRange("A1").autoFillToNeighbor();')).rejects.toThrow(
    'local host: Range.autoFillToNeighbor is not offered',
  );
});
