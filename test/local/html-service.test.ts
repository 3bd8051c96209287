// HtmlService, HtmlOutput, HtmlTemplate: pages out of the script's files.

import type { AnsweringPage } from '../../local/answers';
import { documented } from './documented';
import { fileWithScript, returned, temporaryHost } from './temporary-host';

const SERVICE = 'reference/html/html-service';
const OUTPUT = 'reference/html/html-output';
const UI = 'reference/base/ui';

const html = { 'page.html': '<p>Hello <?= name ?></p>' };

documented(
  'HtmlService.createHtmlOutputFromFile: with or without its ending',
  SERVICE,
  async () => {
    const code = `function probe() { return ['page', 'page.html'].map(function (name) {
    return HtmlService.createHtmlOutputFromFile(name).getContent(); }); }
    function absent() { HtmlService.createHtmlOutputFromFile('absent'); }`;
    const file = fileWithScript(temporaryHost(), code, { html });
    expect(await file.call('probe')).toEqual([html['page.html'], html['page.html']]);
    await expect(file.call('absent')).rejects.toThrow('No HTML file named absent was found.');
  },
);

documented('HtmlService.createTemplateFromFile: the file as it is', SERVICE, async () => {
  const code = `function probe() { return HtmlService.createTemplateFromFile('page').getRawContent(); }`;
  const file = fileWithScript(temporaryHost(), code, { html });
  expect(await file.call('probe')).toBe(html['page.html']);
});

documented(
  'HtmlTemplate.getRawContent: nothing of it is evaluated',
  'reference/html/html-template',
  async () => {
    const code = `function probe() { return HtmlService.createTemplateFromFile('page').getRawContent().indexOf('<?=') > 0; }`;
    expect(await fileWithScript(temporaryHost(), code, { html }).call('probe')).toBe(true);
  },
);

documented('HtmlService.createHtmlOutput: empty or with content', SERVICE, async () => {
  const result = await returned(`
    return [HtmlService.createHtmlOutput().getContent(), HtmlService.createHtmlOutput('<b>x</b>').getContent()];`);
  expect(result).toEqual(['', '<b>x</b>']);
});

documented(
  'HtmlOutput.setContent, getContent, setTitle, getTitle, setWidth, getWidth, setHeight, getHeight: set and read back',
  OUTPUT,
  async () => {
    const result = await returned(`
      var output = HtmlService.createHtmlOutput('x');
      var before = [output.getTitle(), output.getWidth(), output.getHeight()];
      output.setContent('y').setTitle('Title').setWidth(400).setHeight(300);
      var after = [output.getContent(), output.getTitle(), output.getWidth(), output.getHeight()];
      return before.concat(after, [output.setWidth(null).getWidth()]);`);
    expect(result).toEqual(['', null, null, 'y', 'Title', 400, 300, null]);
  },
);

documented('Ui.showSidebar: the page gets the content and the title', UI, async () => {
  const code = `function show() { SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile('page').setTitle('Career sheet')); }`;
  const file = fileWithScript(temporaryHost(), code, { html });
  await file.call('show');
  expect((file.session.page as AnsweringPage).shownSidebar).toEqual({
    title: 'Career sheet',
    html: html['page.html'],
    width: null,
    height: null,
  });
});

documented("Ui.showModalDialog: its title goes before the output's own", UI, async () => {
  const code = `function show() { SpreadsheetApp.getUi().showModalDialog(
    HtmlService.createHtmlOutput('x').setTitle('Own').setWidth(500).setHeight(200), 'Shown'); }`;
  const file = fileWithScript(temporaryHost(), code, { html });
  await file.call('show');
  expect((file.session.page as AnsweringPage).shownDialog).toEqual({
    title: 'Shown',
    html: 'x',
    width: 500,
    height: 200,
  });
});
