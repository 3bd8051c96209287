import type { Host, OpenFile } from '../../local/host';
import engineering from '../../src/frameworks/engineering.json';
import { bundled, newSheet, openHost, SET_UP, stored } from './fixture';

interface Assessment {
  rows: Record<string, unknown>[];
  problems: string[];
}

let host: Host;
let close: () => void;
let template: OpenFile;

beforeAll(async () => {
  ({ host, close } = openHost());
  template = newSheet(host, undefined, bundled('reading-script.ts'));
  await template.click(SET_UP, ['OK']);
});
afterAll(() => close());

test('the framework comes back from its tabs as it was written', async () => {
  expect(await template.call('frameworkOfSheet')).toEqual(engineering);
});

test('a rule in words and weights in percent come back too', async () => {
  const file = template.copy('rule');
  file.type(...file.named('level_rule'), 'at most 1 at 1');
  ['25', '30', '30', '10', '5'].forEach((weight, index) => {
    const { cells } = stored(file, host).sheets[6];
    cells[`E${index + 2}`] = { v: Number(weight) };
  });
  const framework = (await file.call('frameworkOfSheet')) as typeof engineering;
  expect(framework.rule).toBe('at most 1 at 1');
  expect(framework.directions).toEqual(engineering.directions);
});

test.each([
  ['Framework', 'B3', 'Cooking', /^Framework!B3 holds “Cooking”, which is no competency/],
  ['Framework', 'C3', 'high', /^Framework!C3 holds “high”: write a number there/],
  ['Directions', 'E3', 'much', /as the weight of Domain Expertise under “Individual Contributor”/],
])('what is no part of a framework is named: %s!%s', async (tab, cell, text, sentence) => {
  const file = template.copy('odd');
  file.type(tab, cell, text);
  await expect(file.call('frameworkOfSheet')).rejects.toThrow(sentence);
});

test('Summary is read in one call, wherever its cells were moved', async () => {
  const file = template.copy('Ada');
  for (const [name, text] of [
    ['person', 'Ada'],
    ['email', 'ada@example.com'],
    ['direction', 'Functional Leader'],
    ['round', '2026-07'],
    ['status', 'Submitted'],
  ]) {
    file.type(...file.named(name), text);
  }
  await file.call('insertRowsAt', 'Summary', 4, 3);
  host.resetCounts();
  const summary = await file.call('summaryOfSheet');
  expect(host.counts().kinds.read).toBe(1);
  expect(summary).toMatchObject({
    person: 'Ada',
    email: 'ada@example.com',
    managerEmail: '',
    direction: 'Functional Leader',
    // Typed so that Sheets made it a date.
    round: '2026-07-01',
    status: 'Submitted',
    frameworkId: 'engineering',
    frameworkVersion: '1.0.0',
    layoutVersion: 1,
    templateId: template.id,
    at: 'Summary!E9',
  });
});

test('a status that is none is one sentence with its cell', async () => {
  const file = template.copy('status');
  stored(file, host).sheets[0].cells.C12.v = 'Done';
  await expect(file.call('summaryOfSheet')).rejects.toThrow(
    'Summary!C12 holds “Done”, which is no status: choose Draft, Submitted, In review, Recorded.',
  );
});

test('Assessment is read in one call, and each bad cell is a sentence', async () => {
  const file = template.copy('scores');
  file.type('Assessment', 'E2', '2');
  file.type('Assessment', 'E3', 'n/a');
  file.type('Assessment', 'H2', '1');
  file.type('Assessment', 'F2', 'evidence');
  const { cells } = stored(file, host).sheets[1];
  cells.E4 = { v: 3 };
  cells.H5 = { v: 'two' };
  cells.A6 = { v: 'del-01' };
  cells.C7 = { v: 'high' };
  host.resetCounts();
  const { rows, problems } = (await file.call('assessmentOfSheet')) as Assessment;
  expect(host.counts().kinds.read).toBe(1);
  expect(rows).toHaveLength(121);
  expect(rows[0]).toMatchObject({
    position: 2,
    id: 'del-01',
    competency: 'Delivery',
    level: 1,
    selfScore: 2,
    agreedScore: 1,
    evidence: 'evidence',
    managerScore: null,
  });
  expect(rows[1].selfScore).toBe('n/a');
  expect(rows[2].selfScore).toBeNull();
  expect(problems).toEqual([
    'Assessment!E4 holds 3: a score is 0, 1, 2, n/a or blank.',
    'Assessment!H5 holds “two”: a score is 0, 1, 2, n/a or blank.',
    'Assessment!A6 repeats the id “del-01” of Assessment!A2: delete one of the two rows, or only the id of a row you added.',
    'Assessment!C7 holds “high”: the level of a skill is a whole number from 1 to 9.',
  ]);
});

test('rows that people added count as skills without an id, blank rows are none', async () => {
  const file = template.copy('own rows');
  await file.call('insertRowsAt', 'Assessment', 10, 3);
  await file.call('setCells', 'Assessment', 11, 2, [['Delivery', 2, 'My own', 1]]);
  const { rows, problems } = (await file.call('assessmentOfSheet')) as Assessment;
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(122);
  expect(rows[8]).toMatchObject({ position: 11, id: '', skill: 'My own', level: 2, selfScore: 1 });
});

test('only a spreadsheet that was set up is a career sheet', async () => {
  const empty = newSheet(host, undefined, bundled('reading-script.ts'));
  expect(await empty.call('isOne')).toBe(false);
  expect(await template.call('isOne')).toBe(true);
});

test('a newer layout is refused, this one and older ones are not', async () => {
  await template.call('refuseLayout', 1);
  await template.call('refuseLayout', 0);
  await expect(template.call('refuseLayout', 2)).rejects.toThrow('nothing was written');
});
