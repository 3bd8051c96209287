import { AnsweringPage } from '../../local/answers';
import type { Host, OpenFile } from '../../local/host';
import { itemPaths } from '../../local/run/menu';
import type { SheetData, Workbook } from '../../local/workspace/workbook';
import engineering from '../../src/frameworks/engineering.json';
import tracks from '../../src/frameworks/engineering-tracks.json';
import leadership from '../../src/frameworks/technical-leadership.json';
import { newSheet, newTemplate, openHost, RECALCULATE, records, SET_UP, stored } from './fixture';

const TABS = [
  'Summary',
  'Assessment',
  'Goals',
  'Outcomes',
  'Archive',
  'Framework',
  'Directions',
  'Levels',
  'Grades',
  'Published',
];

let host: Host;
let close: () => void;

beforeAll(() => {
  ({ host, close } = openHost());
});
afterAll(() => close());

const tab = (workbook: Workbook, name: string) =>
  workbook.sheets.find((sheet) => sheet.name === name) as SheetData;
const items = async (file: OpenFile) => itemPaths(await file.menu());

describe('a template made from an empty spreadsheet', () => {
  let file: OpenFile;
  let workbook: Workbook;

  beforeAll(async () => {
    file = await newTemplate(host);
    workbook = file.workbook();
  });

  test('has all tabs in order, and the empty one is gone', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(TABS);
  });

  test('knows that it is the template, its layout and its framework', () => {
    expect(file.read(...file.named('template_id'))).toBe(file.id);
    expect(file.read(...file.named('file_id'))).toBe(file.id);
    expect(file.read(...file.named('layout_version'))).toBe(1);
    expect(file.read(...file.named('framework_id'))).toBe(engineering.id);
    expect(file.read(...file.named('framework_version'))).toBe(engineering.version);
    expect(file.read(...file.named('status'))).toBe('Draft');
  });

  test('lists every skill once, by competency and level, with what a 2 looks like in its note', () => {
    const rows = records(file, 'Assessment');
    expect(rows.map((row) => row.Id).sort()).toEqual(engineering.skills.map(({ id }) => id).sort());
    const order = rows.map(
      (row) =>
        engineering.competencies.findIndex(({ name }) => name === row.Competency) * 10 +
        Number(row.Level),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const { cells } = tab(workbook, 'Assessment');
    rows.forEach((row, index) => {
      const skill = engineering.skills.find(({ id }) => id === row.Id);
      expect(row.Skill).toBe(skill?.text);
      expect(cells[`D${index + 2}`].note).toBe(`What a 2 looks like: ${skill?.looksLike}`);
    });
  });

  test('keeps headers in sight, ids out of sight and each competency in a group', () => {
    const assessment = tab(workbook, 'Assessment');
    expect(assessment.frozenRows).toBe(1);
    expect(assessment.hiddenColumns).toEqual([1]);
    const rows = records(file, 'Assessment');
    const first = rows.map((row, index) => row.Competency !== rows[index - 1]?.Competency);
    first.forEach((isFirst, index) => {
      expect(assessment.rowGroups[index + 2] ?? 0).toBe(isFirst ? 0 : 1);
    });
  });

  test.each(['E2', 'G2', 'H2', 'E79', 'E100'])(
    'takes 0, 1, 2 and n/a as a score in %s and nothing else',
    (cell) => {
      const own = file.copy('scores');
      for (const score of ['0', '1', '2', 'n/a']) own.type('Assessment', cell, score);
      expect(own.read('Assessment', cell)).toBe('n/a');
      for (const wrong of ['3', '1.5', 'two', '-1']) {
        expect(() => own.type('Assessment', cell, wrong)).toThrow();
      }
      expect(own.read('Assessment', cell)).toBe('n/a');
    },
  );

  test('takes only its directions and statuses', () => {
    const own = file.copy('choices');
    own.type(...at(own, 'direction'), 'Functional Leader');
    own.type(...at(own, 'aspired_direction'), 'Individual Contributor');
    own.type(...at(own, 'status'), 'Submitted');
    expect(() => own.type(...at(own, 'direction'), 'Astronaut')).toThrow();
    expect(() => own.type(...at(own, 'status'), 'Done')).toThrow();
  });

  test('has a colour for each score and a drawn radar of self and agreed levels', () => {
    const scores = tab(workbook, 'Assessment').conditionalFormats.filter(({ ranges }) =>
      ranges.some((range) => range.startsWith('E2')),
    );
    expect(scores.map(({ value }) => value)).toEqual([
      '=E2&""="0"',
      '=E2&""="1"',
      '=E2&""="2"',
      '=E2&""="n/a"',
    ]);
    expect(new Set(scores.map(({ background }) => background)).size).toBe(4);
    const [chart] = tab(workbook, 'Summary').charts;
    expect(chart.type).toBe('RADAR');
    expect(chart.ranges).toEqual(['B15:B20', 'E15:F20']);
  });

  test.each(['Outcomes', 'Framework', 'Directions', 'Levels', 'Grades'])(
    'asks before %s is edited, and lets it be edited',
    (name) => {
      expect(tab(workbook, name).protection).toMatchObject({ warningOnly: true });
    },
  );

  test('shows weights as percent and stores shares', () => {
    const directions = tab(workbook, 'Directions');
    expect(directions.cells.E2).toMatchObject({ v: 0.25, format: '0%' });
  });

  test('was set up with no more calls than a minute bears', async () => {
    host.resetCounts();
    await newTemplate(host);
    const { read = 0, write = 0 } = host.counts().kinds;
    expect(read).toBeLessThan(40);
    expect(write).toBeLessThan(350);
  });
});

describe('choosing a framework', () => {
  test('the list says what each one is, and a cancel does nothing', async () => {
    const page = new AnsweringPage();
    const file = newSheet(host, page);
    const before = file.workbook().sheets;
    await file.click(SET_UP, ['CANCEL']);
    expect(page.alerts[0].message).toMatch(
      /1 {2}Engineering.*2 {2}Engineering tracks.*3 {2}Technical/s,
    );
    expect(file.workbook().sheets).toEqual(before);
  });

  test('a number that is none of them is refused, and nothing is changed', async () => {
    const file = newSheet(host);
    const before = file.workbook().sheets;
    await expect(file.click(SET_UP, [{ button: 'OK', text: '4' }])).rejects.toThrow(
      '“4” is no framework, nothing was changed: choose the menu item again and write a number from 1 to 3.',
    );
    expect(file.workbook().sheets).toEqual(before);
  });

  test.each([
    ['2', 'engineering-tracks', tracks],
    [' 3 ', 'technical-leadership', leadership],
  ])(
    '%s takes the skills of Engineering with other directions and grades',
    async (text, id, framework) => {
      const file = newSheet(host);
      await file.click(SET_UP, [{ button: 'OK', text }]);
      expect(file.read(...file.named('framework_id'))).toBe(id);
      expect(records(file, 'Framework').map((row) => row.Skill)).toEqual(
        engineering.skills.map((skill) => skill.text),
      );
      expect(
        (file.read('Directions', 'E1:Z1') as unknown[][])[0].filter((name) => name !== ''),
      ).toEqual(framework.directions.map(({ name }) => name));
      expect(records(file, 'Grades')).toHaveLength(framework.grades.length);
      const [direction] = framework.directions;
      file.type(...file.named('direction'), direction.name);
      expect(await file.computed(...file.named('self_progress'))).toBe(0);
    },
  );
});

describe('on a spreadsheet that holds something', () => {
  const filled = (page: AnsweringPage) => {
    const file = newSheet(host, page);
    const book = stored(file, host);
    book.sheets[0].name = 'Goals';
    book.namedRanges.status = 'Goals!B2';
    file.type('Goals', 'A1', 'my own goal');
    file.type('Goals', 'B2', '5');
    return file;
  };

  test('nothing happens after a no', async () => {
    const file = filled(new AnsweringPage());
    const before = file.workbook();
    await file.click(SET_UP, ['OK', 'NO']);
    expect(file.workbook().sheets).toEqual(before.sheets);
    expect(file.workbook().namedRanges).toEqual(before.namedRanges);
  });

  test('nothing is lost after a yes, and the question said what would be renamed', async () => {
    const page = new AnsweringPage();
    const file = filled(page);
    await file.click(SET_UP, ['OK', 'YES']);
    expect(page.alerts[1].message).toContain('the tab “Goals” will be called “Goals (before)”');
    expect(page.alerts[1].message).toContain(
      'the named range “status” will be called “status_before”',
    );
    expect(file.workbook().sheets.map(({ name }) => name)).toEqual(['Goals (before)', ...TABS]);
    expect(file.read('Goals (before)', 'A1')).toBe('my own goal');
    expect(file.read(...file.named('status_before'))).toBe(5);
    expect(file.read(...file.named('status'))).toBe('Draft');
  });

  test('a set-up that was cut off can be begun again and loses nothing', async () => {
    const file = await newTemplate(host);
    delete stored(file, host).namedRanges.layout_version;
    file.type('Assessment', 'F2', 'typed before');
    await file.click(SET_UP, ['OK', 'YES']);
    expect(file.read('Assessment (before)', 'F2')).toBe('typed before');
    expect(file.read(...file.named('layout_version'))).toBe(1);
  });
});

test('a career sheet that is set up already stays as it is, and the message says so', async () => {
  const page = new AnsweringPage();
  const file = newSheet(host, page);
  await file.click(SET_UP, ['OK']);
  const before = file.workbook();
  await file.click(SET_UP);
  expect(page.alerts[1].message).toBe(
    'This spreadsheet is a career sheet already (Engineering 1.0.0): nothing was changed.',
  );
  expect(file.workbook().sheets).toEqual(before.sheets);
});

test('a copy hides the owner’s command; an empty spreadsheet and the template show it', async () => {
  const file = newSheet(host);
  expect(await items(file)).toContain(SET_UP);
  expect(await items(file)).not.toContain('Career Sheet > Framework…');
  await file.click(SET_UP, ['OK']);
  expect(await items(file)).toContain(SET_UP);
  expect(await items(file)).toContain('Career Sheet > Framework…');
  file.share('ada@example.com', 'viewer');
  const copy = host.as('ada@example.com').open(file.id).copy('Ada');
  expect(await items(copy)).toEqual(['Career Sheet > Open sidebar', RECALCULATE]);
});

test('an add-on that is not enabled in the file offers everything without touching the file', async () => {
  const file = newSheet(host, undefined, OPEN_IN_MODE_NONE);
  await file.click(SET_UP, ['OK']);
  host.resetCounts();
  await file.call('openInModeNone');
  const touched = Object.keys(host.counts().methods).filter((method) =>
    /^(Spreadsheet|Sheet|Range)\./.test(method),
  );
  expect(touched).toEqual([]);
  expect(host.counts().methods).toMatchObject({ 'Menu.addItem': 4, 'Ui.createAddonMenu': 1 });
});

test('a script that meets a newer layout says so and writes nothing', async () => {
  const file = await newTemplate(host);
  file.type(...at(file, 'layout_version'), '2');
  const before = file.workbook();
  for (const item of [SET_UP, RECALCULATE]) {
    await expect(file.click(item)).rejects.toThrow(
      /This career sheet has layout 2, but its script knows only layout 1: nothing was written/,
    );
  }
  expect(file.workbook().sheets).toEqual(before.sheets);
});

describe('Recalculate', () => {
  test('enters each formula that calls a function of ours anew and keeps everything else', async () => {
    const file = await newTemplate(host);
    file.type('Goals', 'A2', '=PROGRESS(2;1)&" LEVEL("');
    file.type('Goals', 'B2', '="no call of LEVEL(1;1)"');
    file.type('Assessment', 'F2', '=1+1');
    const book = stored(file, host);
    for (const sheet of book.sheets) {
      for (const cell of Object.values(sheet.cells)) if (cell.f) cell.v = 'Loading...';
    }
    const before = file.workbook();
    await file.click(RECALCULATE);
    const after = file.workbook();
    const revived = before.sheets.flatMap(({ name, cells }) =>
      Object.keys(cells)
        .filter((address) => cells[address].f && tab(after, name).cells[address].v === undefined)
        .map((address) => `${name}!${address}`),
    );
    expect(revived.sort()).toEqual(
      [
        ...[16, 17, 18, 19, 20].flatMap((row) => ['E', 'F', 'G'].map((c) => `Summary!${c}${row}`)),
        ...['E6', 'F6', 'E10', 'B24', 'E32', 'F32'].map((address) => `Summary!${address}`),
        'Goals!A2',
      ].sort(),
    );
    const withoutValues = (workbook: Workbook) =>
      workbook.sheets.map((sheet) => ({
        ...sheet,
        cells: Object.fromEntries(
          Object.entries(sheet.cells).map(([address, cell]) => [
            address,
            cell.f ? { ...cell, v: undefined } : cell,
          ]),
        ),
      }));
    expect(withoutValues(after)).toEqual(withoutValues(before));
  });
});

const OPEN_IN_MODE_NONE = `
function openInModeNone() { onOpen({ authMode: ScriptApp.AuthMode.NONE }); }
`;

function at(file: OpenFile, name: string): [string, string] {
  return file.named(name);
}
