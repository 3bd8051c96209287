// Who may run what: modes, scopes, consent, roles in the file.

import { AnsweringPage } from '../../local/answers';
import type { Scope } from '../../local/services/service';
import { documented } from './documented';
import { ADA, fileWithScript, GRACE, SCOPES, temporaryHost } from './temporary-host';

const AUTHORIZATION = 'guides/services/authorization';

const CALLS = `
  var CALLS = {
    openOther: function () { SpreadsheetApp.openById('any'); },
    write: function () { SpreadsheetApp.getActive().getRange('A1').setValue(1); },
    read: function () { SpreadsheetApp.getActive().getRange('A1').getValue(); },
    sidebar: function () { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); },
    alert: function () { SpreadsheetApp.getUi().alert('x'); },
    menu: function () { SpreadsheetApp.getUi().createMenu('x').addToUi(); },
    properties: function () { PropertiesService.getDocumentProperties().getProperty('x'); },
    lock: function () { LockService.getScriptLock().tryLock(0); },
  };
  function outcomes() {
    var result = {};
    Object.keys(CALLS).forEach(function (name) {
      try { CALLS[name](); result[name] = 'permitted'; } catch (error) { result[name] = error.message; }
    });
    return result;
  }
  function onOpen() {
    PropertiesService.getDocumentProperties().setProperty('outcomes', JSON.stringify(outcomes()));
  }
  function limited() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('outcomes')); }
`;

const NO_ACCESS = 'You do not have permission to access the requested document.';

documented('mode FULL: what was consented to', AUTHORIZATION, async () => {
  const file = fileWithScript(temporaryHost(), CALLS);
  expect(await file.call('outcomes')).toEqual({
    openOther: NO_ACCESS,
    write: 'permitted',
    read: 'permitted',
    sidebar: 'permitted',
    alert: 'permitted',
    menu: 'permitted',
    properties: 'permitted',
    lock: 'permitted',
  });
});

documented(
  "mode LIMITED: the file itself and menus, without anybody's consent",
  AUTHORIZATION,
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    await host
      .as(ADA, new AnsweringPage(() => []))
      .open(file.id)
      .menu();
    expect(await file.call('limited')).toEqual({
      openOther: `You do not have permission to call SpreadsheetApp.openById. Required permissions: ${SCOPES.allFiles}`,
      write: 'permitted',
      read: 'permitted',
      sidebar: `You do not have permission to call Ui.showSidebar. Required permissions: ${SCOPES.ui}`,
      alert: `You do not have permission to call Ui.alert. Required permissions: ${SCOPES.ui}`,
      menu: 'permitted',
      properties: 'permitted',
      lock: 'permitted',
    });
  },
);

documented(
  'mode CUSTOM_FUNCTION: reading, and no user interface',
  'guides/sheets/functions',
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    file.share(GRACE, 'viewer');
    const noUi = 'Cannot call SpreadsheetApp.getUi() from this context.';
    expect(await host.as(GRACE).open(file.id).cell('outcomes')).toEqual({
      openOther: `You do not have permission to call SpreadsheetApp.openById. Required permissions: ${SCOPES.allFiles}`,
      write: `You do not have permission to call Range.setValue. Required permissions: (${SCOPES.currentFile} || ${SCOPES.allFiles})`,
      read: 'permitted',
      sidebar: noUi,
      alert: noUi,
      menu: noUi,
      properties: 'permitted',
      lock: 'permitted',
    });
  },
);

documented('scopes: a call outside the manifest is refused', 'concepts/scopes', async () => {
  const file = fileWithScript(temporaryHost(), CALLS, { scopes: [SCOPES.currentFile] });
  expect(await file.call('outcomes')).toMatchObject({
    openOther: `Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: ${SCOPES.allFiles}`,
    write: 'permitted',
    sidebar: `Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${SCOPES.ui}`,
  });
});

describe('consent', () => {
  const asking = (grant?: (scopes: Scope[]) => Scope[]) => new AnsweringPage(grant);

  test('is asked once per person and script, and remembered', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    const page = asking();
    const mine = host.as(ADA, page).open(file.id);
    await mine.call('outcomes');
    await mine.call('outcomes');
    expect(page.consents).toEqual([
      { user: ADA, file: 'Sheet of Ada', scopes: Object.values(SCOPES) },
    ]);
    file.share(GRACE, 'editor');
    const graces = asking();
    await host.as(GRACE, graces).open(file.id).call('outcomes');
    expect(graces.consents).toHaveLength(1);
  });

  test('is asked again for a copy', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    const page = asking();
    const mine = host.as(ADA, page).open(file.id);
    await mine.call('outcomes');
    await mine.copy('Copy').call('outcomes');
    expect(page.consents.map((request) => request.file)).toEqual(['Sheet of Ada', 'Copy']);
  });

  test('refused: nothing runs', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    const refusing = host
      .as(
        ADA,
        asking(() => []),
      )
      .open(file.id);
    await expect(refusing.call('outcomes')).rejects.toThrow(
      'Authorization is required to perform that action.',
    );
    expect(host.counts().methods).toEqual({});
  });

  const inPart = async (consent: 'granular' | 'all') => {
    const host = temporaryHost({ switches: { consent } });
    const file = fileWithScript(host, CALLS);
    const page = asking(() => [SCOPES.currentFile]);
    return { page, partly: host.as(ADA, page).open(file.id) };
  };

  documented(
    'consent: given in part, the script runs with that part',
    'concepts/scopes',
    async () => {
      const { page, partly } = await inPart('granular');
      for (const _ of ['first', 'second']) {
        expect(await partly.call('outcomes')).toMatchObject({
          read: 'permitted',
          sidebar: `Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${SCOPES.ui}`,
        });
      }
      expect(page.consents).toHaveLength(1);
    },
  );

  documented(
    'consent: where it is all or nothing, a part is not enough',
    'concepts/scopes',
    async () => {
      const { page, partly } = await inPart('all');
      for (const _ of ['first', 'second']) {
        await expect(partly.call('outcomes')).rejects.toThrow('Authorization is required');
      }
      expect(page.consents).toHaveLength(2);
    },
  );

  test('is not needed by cells and when a file opens', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    const page = asking();
    const mine = host.as(ADA, page).open(file.id);
    await mine.menu();
    await mine.cell('outcomes');
    expect(page.consents).toEqual([]);
  });

  documented(
    'ScriptApp.requireScopes: ends the run and asks for what is missing',
    'reference/script/script-app',
    async () => {
      const host = temporaryHost();
      const code = `function work() {
      try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${SCOPES.allFiles}']); } catch (error) { return 'caught'; }
      return 'worked';
    }
    function other() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/drive']); }`;
      const file = fileWithScript(host, code);
      const answers: Scope[][] = [[SCOPES.email], [], [SCOPES.allFiles]];
      const page = asking(() => answers.shift() ?? []);
      const mine = host.as(ADA, page).open(file.id);
      await expect(mine.call('work')).rejects.toThrow('Authorization is required');
      await expect(mine.call('work')).rejects.toThrow('Authorization is required');
      expect(await mine.call('work')).toBe('worked');
      expect(page.consents.map(({ scopes }) => scopes)).toEqual([
        Object.values(SCOPES),
        [SCOPES.allFiles],
        [SCOPES.allFiles],
      ]);
      await expect(mine.call('other')).rejects.toThrow('does not ask for the scope');
    },
  );
});

describe('the file', () => {
  test('is closed to whoever has no role in it', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    expect(() => host.as(GRACE).open(file.id)).toThrow(NO_ACCESS);
    expect(host.as(GRACE).files()).toEqual([]);
    file.share(GRACE, 'viewer');
    expect(host.as(GRACE).files()).toMatchObject([{ id: file.id, role: 'viewer', owner: ADA }]);
    file.share(GRACE, null);
    expect(() => host.as(GRACE).open(file.id)).toThrow(NO_ACCESS);
  });

  test('lets editors write, share and rename, and viewers only read and copy', async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CALLS);
    file.type('Sheet1', 'A1', 'text');
    file.share(GRACE, 'viewer');
    const graces = host.as(GRACE).open(file.id);
    const refused = 'You do not have permission to perform that action.';
    expect(graces.read('Sheet1', 'A1')).toBe('text');
    expect(() => graces.type('Sheet1', 'A1', 'other')).toThrow(refused);
    expect(() => graces.rename('Mine')).toThrow(refused);
    expect(() => graces.share('eve@example.com', 'viewer')).toThrow(refused);
    await expect(graces.call('outcomes')).rejects.toThrow('You need edit access');
    expect(graces.copy('Copy').role).toBe('owner');
    file.share(GRACE, 'editor');
    graces.type('Sheet1', 'A1', 'other');
    graces.rename('Ours');
    expect([file.name, file.read('Sheet1', 'A1')]).toEqual(['Ours', 'other']);
  });

  test('is opened by another script only for who may see it, and written only by editors', async () => {
    const host = temporaryHost();
    const target = host.as(GRACE).create('Of Grace');
    const code = `
      function read(id) { return SpreadsheetApp.openById(id).getName(); }
      function write(id) { SpreadsheetApp.openById(id).getRange('A1').setValue(1); }`;
    const file = fileWithScript(host, code);
    await expect(file.call('read', target.id)).rejects.toThrow(NO_ACCESS);
    target.share(ADA, 'viewer');
    expect(await file.call('read', target.id)).toBe('Of Grace');
    await expect(file.call('write', target.id)).rejects.toThrow('You do not have permission');
    target.share(ADA, 'editor');
    await file.call('write', target.id);
    expect(target.read('Sheet1', 'A1')).toBe(1);
  });

  test('brings its script along into a copy, frozen as it was, without properties and people', async () => {
    const host = temporaryHost();
    const file = fileWithScript(
      host,
      `function version() { return 1; }
       function keep() { PropertiesService.getScriptProperties().setProperty('a', 'b'); PropertiesService.getDocumentProperties().setProperty('a', 'b'); }`,
    );
    await file.call('keep');
    file.share(GRACE, 'editor');
    const copy = host.as(GRACE).open(file.id).copy('Copy');
    host.store.bindScript(file.id, { 'Code.js': 'function version() { return 2; }' });
    expect(await file.call('version')).toBe(2);
    expect(await copy.call('version')).toBe(1);
    expect(copy.workbook()).toMatchObject({
      owner: GRACE,
      editors: [],
      viewers: [],
      documentProperties: {},
      script: { scriptProperties: {} },
    });
  });
});

test('calls are counted by kind and by method', async () => {
  const host = temporaryHost();
  const file = fileWithScript(
    host,
    `function work() { var sheet = SpreadsheetApp.getActive().getSheets()[0];
       sheet.getRange('A1').setValue(1); sheet.getRange('A1:B2').getValues(); sheet.getRange('A1').getValue(); }`,
  );
  await file.call('work');
  expect(host.counts()).toMatchObject({
    kinds: { read: 2, write: 1 },
    methods: { 'Range.getValue': 1, 'Range.getValues': 1, 'Range.setValue': 1 },
  });
  host.resetCounts();
  expect(host.counts()).toEqual({ kinds: {}, methods: {} });
});
