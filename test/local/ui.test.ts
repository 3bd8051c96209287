// Ui, Menu and PromptResponse: what a script shows, and what it learns from people.

import { AnsweringPage } from '../../local/answers';
import { documented } from './documented';
import { ADA, fileWithScript, GRACE, temporaryHost } from './temporary-host';

const UI = 'reference/base/ui';
const MENU = 'reference/base/menu';

const CODE = `
  function onOpen(e) {
    var ui = SpreadsheetApp.getUi();
    ui.createMenu('Career Sheet')
      .addItem('First', 'first')
      .addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('Deep', 'deep'))
      .addToUi();
  }
  function onInstall(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('First', 'first').addToUi(); }
  function first() { PropertiesService.getDocumentProperties().setProperty('clicked', 'first'); }
  function deep() { PropertiesService.getDocumentProperties().setProperty('clicked', 'deep'); }
  function clicked() { return PropertiesService.getDocumentProperties().getProperty('clicked'); }
`;

documented(
  'Ui.createMenu, Menu.addItem, addSeparator, addSubMenu, addToUi: the menu as it was built',
  MENU,
  async () => {
    const file = fileWithScript(temporaryHost(), CODE);
    expect(await file.menu()).toEqual([
      {
        caption: 'Career Sheet',
        entries: [
          { kind: 'item', caption: 'First', functionName: 'first' },
          { kind: 'separator' },
          {
            kind: 'menu',
            caption: 'More',
            entries: [{ kind: 'item', caption: 'Deep', functionName: 'deep' }],
          },
        ],
      },
    ]);
  },
);

documented('Menu.addItem: a click runs the function', MENU, async () => {
  const file = fileWithScript(temporaryHost(), CODE);
  await file.click('Career Sheet > First');
  expect(await file.call('clicked')).toBe('first');
  await file.click('Career Sheet > More > Deep');
  expect(await file.call('clicked')).toBe('deep');
});

test('a click on what is not there names what is', async () => {
  const file = fileWithScript(temporaryHost(), CODE);
  await expect(file.click('Career Sheet > Second')).rejects.toThrow(
    'There is no menu item "Career Sheet > Second" for ada@example.com; there are: Career Sheet > First, Career Sheet > More > Deep.',
  );
});

documented('Menu.addToUi: a menu of the same name takes the place of the other', MENU, async () => {
  const code = `function onOpen() {
    var ui = SpreadsheetApp.getUi();
    ui.createMenu('Same').addItem('Old', 'x').addToUi();
    ui.createMenu('Same').addItem('New', 'x').addToUi();
  }`;
  const [menu, ...others] = await fileWithScript(temporaryHost(), code).menu();
  expect(others).toEqual([]);
  expect(menu.entries).toEqual([{ kind: 'item', caption: 'New', functionName: 'x' }]);
});

documented('Ui.createAddonMenu: stands under the name of the script', UI, async () => {
  const code = `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('A', 'a').addToUi(); }`;
  const [menu] = await fileWithScript(temporaryHost(), code).menu();
  expect(menu.caption).toBe('Sheet of Ada');
});

documented('Ui.alert: with a message, with buttons, with a title', UI, async () => {
  const code = `function ask() {
    var ui = SpreadsheetApp.getUi();
    return [
      ui.alert('Only a message'),
      ui.alert('Buttons', ui.ButtonSet.OK_CANCEL),
      ui.alert('Title', 'All three', ui.ButtonSet.YES_NO_CANCEL),
    ].map(function (button) { return [button === ui.Button.OK, button === ui.Button.CANCEL, button === ui.Button.NO, String(button)]; });
  }
  function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Ask', 'asked').addToUi(); }
  function asked() { PropertiesService.getDocumentProperties().setProperty('said', JSON.stringify(ask())); }
  function said() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('said')); }`;
  const file = fileWithScript(temporaryHost(), code);
  await file.click('M > Ask', ['CANCEL', 'NO']);
  expect(await file.call('said')).toEqual([
    [true, false, false, 'OK'],
    [false, true, false, 'CANCEL'],
    [false, false, true, 'NO'],
  ]);
  expect((file.session.page as AnsweringPage).alerts).toEqual([
    { title: '', message: 'Only a message', buttons: 'OK' },
    { title: '', message: 'Buttons', buttons: 'OK_CANCEL' },
    { title: 'Title', message: 'All three', buttons: 'YES_NO_CANCEL' },
  ]);
});

documented(
  'Ui.alert: suspends the run, which shows what it wrote and goes on afterwards',
  UI,
  async () => {
    const code = `function ask() {
    var ui = SpreadsheetApp.getUi(), cell = SpreadsheetApp.getActive().getRange('A1');
    cell.setValue('before');
    ui.alert('Look');
    cell.setValue('after');
  }`;
    const host = temporaryHost();
    const file = fileWithScript(host, code);
    const seen: unknown[] = [];
    class LookingPage extends AnsweringPage {
      override alert() {
        seen.push(file.read('Sheet1', 'A1'));
        return 'OK' as const;
      }
    }
    await host.as(ADA, new LookingPage()).open(file.id).call('ask');
    expect(seen).toEqual(['before']);
    expect(file.read('Sheet1', 'A1')).toBe('after');
  },
);

test('a question without an answer fails by its words', async () => {
  const code = `function ask() { var ui = SpreadsheetApp.getUi(); ui.alert('Sure?', ui.ButtonSet.YES_NO); }`;
  await expect(fileWithScript(temporaryHost(), code).call('ask')).rejects.toThrow(
    'local host: no answer was given to "Sure?"',
  );
});

documented('Ui.alert: other arguments are refused', UI, async () => {
  const code = `function ask() { SpreadsheetApp.getUi().alert('a', 'b'); }`;
  await expect(fileWithScript(temporaryHost(), code).call('ask')).rejects.toThrow(
    "The parameters (String,String) don't match the method signature for Ui.alert.",
  );
});

documented(
  'Ui.prompt, PromptResponse.getResponseText, getSelectedButton: the text is there whatever was clicked',
  'reference/base/prompt-response',
  async () => {
    const code = `
    function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Ask', 'ask').addToUi(); }
    function ask() {
      var ui = SpreadsheetApp.getUi();
      var answers = [ui.prompt('Name?'), ui.prompt('Title', 'Round?', ui.ButtonSet.OK_CANCEL)].map(function (response) {
        return [response.getResponseText(), response.getSelectedButton() === ui.Button.OK, response.getSelectedButton() === ui.Button.CLOSE];
      });
      SpreadsheetApp.getActive().getRange('A1').setValue(JSON.stringify(answers));
    }`;
    const file = fileWithScript(temporaryHost(), code);
    await file.click('M > Ask', [
      { button: 'OK', text: 'Ada' },
      { button: 'CLOSE', text: '2026 H2' },
    ]);
    expect(JSON.parse(String(file.read('Sheet1', 'A1')))).toEqual([
      ['Ada', true, false],
      ['2026 H2', false, true],
    ]);
  },
);

documented('onOpen does not run for viewers', 'guides/triggers', async () => {
  const host = temporaryHost();
  const file = fileWithScript(host, CODE);
  file.share(GRACE, 'viewer');
  expect(await host.as(GRACE).open(file.id).menu()).toEqual([]);
});

documented('onOpen gets the mode, the file and the user', 'guides/triggers/events', async () => {
  const code = `function onOpen(e) {
    SpreadsheetApp.getActive().getRange('A1').setValue(
      [e.authMode === ScriptApp.AuthMode.LIMITED, e.source.getName(), e.user.getEmail() === ''].join());
  }`;
  const file = fileWithScript(temporaryHost(), code);
  await file.menu();
  expect(file.read('Sheet1', 'A1')).toBe('true,Sheet of Ada,true');
});
