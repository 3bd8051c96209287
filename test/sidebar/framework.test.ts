// The owner's page for the framework as owners use it: the built page over the built script.

import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { Host, OpenFile } from '../../local/host';
import engineering from '../../src/frameworks/engineering.json';
import { eventually } from '../browser/browser';
import { describeInBrowser, launchChromium } from '../browser/chromium';
import { newTemplate, openHost, records } from '../sheets/fixture';
import { openSidebar, type SidebarPage } from './sidebar-page';

describeInBrowser('the framework page of a template', () => {
  let host: Host;
  let close: () => void;
  let template: OpenFile;
  let browser: Browser;
  let owner: SidebarPage;
  beforeAll(async () => {
    ({ host, close } = openHost());
    browser = await launchChromium();
  });
  beforeEach(async () => {
    template = await newTemplate(host);
    owner = await openSidebar(browser, template, 'sheet', 'framework');
    await owner.ready();
  });
  afterEach(() => owner.page.context().close());
  afterAll(async () => {
    await browser.close();
    close();
  });

  const again = () => owner.press('Check again');
  const accessible = async () => {
    const { violations } = await new AxeBuilder({ page: owner.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };

  test('checks, fills in ids, says the version, and publishes it', async () => {
    expect(await owner.text()).toMatch(/Engineering\s+1\.0\.0 published/);
    expect(await owner.text()).toContain('Nothing is wrong.');
    expect(await owner.text()).toContain('Nothing changed since version 1.0.0.');

    template.type('Framework', 'D2', 'Says when a task will be finished, before starting it.');
    template.type('Directions', 'E2', '30%');
    template.paste('Framework', 'A123', [
      ['', 'Delivery', '1', 'Whistles.', 'Heard: here, there.'],
    ]);
    await again();
    const text = await owner.text();
    expect(text).toContain('2 errors, 0 warnings.');
    expect(text).toContain('Directions!E1 heads weights that add up to 105%');
    expect(text).toContain('A framework with errors is not published');
    expect(await owner.page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
    await accessible();

    await owner.page.getByRole('button', { name: /^Directions!E1/ }).click();
    await eventually(() => expect(owner.calls).toContain('showCell'));

    await owner.press('Fill in 1 missing id');
    expect(template.read('Framework', 'A123')).toBe('del-28');
    template.type('Directions', 'E2', '25%');
    await again();
    expect(await owner.text()).toContain('Version 2.0.0 follows 1.0.0: major');

    // Without the new skill it is a rewording, and then only a typo.
    template.paste('Framework', 'A123', [['', '', '', '', '']]);
    await again();
    expect(await owner.text()).toContain('Version 1.1.0 follows 1.0.0: minor');
    await owner.page.getByRole('checkbox', { name: /Only a typo/ }).check();
    expect(await owner.text()).toContain('Version 1.0.1 follows 1.0.0: patch');
    await owner.press('Publish 1.0.1');
    expect(await owner.text()).toContain(
      'The tabs Assessment and Summary of this template follow it',
    );
    await accessible();
    await owner.press('Publish 1.0.1');
    expect(await owner.text()).toContain('Version 1.0.1 is published.');
    expect(await owner.text()).toContain('Nothing changed since version 1.0.1.');
    expect(records(template, 'Assessment')[0].Skill).toBe(
      'Says when a task will be finished, before starting it.',
    );
    expect(records(template, 'Changes')).toHaveLength(1);
  });

  test('gives the framework out as text and takes one in, shown first', async () => {
    await owner.press('Show as JSON');
    const area = owner.page.getByLabel('The framework as JSON');
    expect(JSON.parse(await area.inputValue())).toEqual(engineering);
    const downloading = owner.page.waitForEvent('download');
    await owner.press('Download');
    expect((await downloading).suggestedFilename()).toBe('engineering.json');
    await owner.press('Copy');
    expect(await owner.text()).toContain('Copied.');
    await accessible();
    await owner.press('Close');

    await owner.press('Bring JSON in');
    const incoming = owner.page.getByLabel('The JSON of a framework');
    await incoming.fill('{"id": "engineering"');
    await owner.press('Look at it');
    expect(await owner.text()).toContain('This is no JSON');
    await incoming.fill(JSON.stringify(engineering));
    await owner.press('Look at it');
    expect(await owner.text()).toContain('The tabs hold this framework already.');

    const skills = engineering.skills.map((skill) =>
      skill.id === 'del-01' ? { ...skill, text: '<b>Whistles</b> =1+1' } : skill,
    );
    await incoming.fill(JSON.stringify({ ...engineering, skills }));
    await owner.press('Look at it');
    expect(await owner.text()).toContain('1 change to the tabs:');
    expect(await owner.text()).toContain('<b>Whistles</b> =1+1');
    expect(template.read('Framework', 'D2')).toBe(engineering.skills[0].text);
    await accessible();
    await owner.press('Write it to the tabs');
    expect(await owner.text()).toContain('Nothing is published yet.');
    expect(template.read('Framework', 'D2')).toBe('<b>Whistles</b> =1+1');
    expect(await owner.text()).toContain('Version 1.1.0 follows 1.0.0');
  });
});
