// The framework of a template in its owner's hands: read, changed and published on the host.

import type { OpenFile } from '../../local/host';
import { checkFramework } from '../../src/framework/check';
import type { Change } from '../../src/framework/compare';
import { compareFrameworks } from '../../src/framework/compare';
import type { Framework } from '../../src/framework/framework';
import { readTabs } from '../../src/framework/tabs';
import type { CellEdit } from '../../src/framework/write';
import type { FrameworkSheet } from '../../src/sheets/publish';
import { incomingOf } from '../../src/sidebar/framework/draft';
import { newTemplate, openHost, records, stored } from './fixture';

const { host, close } = openHost();
afterAll(() => close());

let template: OpenFile;
beforeAll(async () => {
  template = await newTemplate(host);
});

const load = (file: OpenFile) => file.call('loadFramework') as Promise<FrameworkSheet>;

/** What the tabs hold now. */
async function held(file: OpenFile): Promise<Framework> {
  const { tabs, identity } = await load(file);
  return readTabs(tabs, identity).framework;
}

/** Brings a framework in, as the page does. */
async function bringIn(file: OpenFile, framework: Framework): Promise<void> {
  const { tabs, identity } = await load(file);
  const now = readTabs(tabs, identity).framework;
  const { edits } = incomingOf(tabs, now, framework);
  const { id, name, version } = framework;
  await file.call('changeFramework', { edits, identity: { id, name, version } });
}

/** Publishes what the tabs hold, as the page does; returns the version and the rows that went to Archive. */
async function publish(file: OpenFile): Promise<[version: string, archived: unknown]> {
  const { published } = await load(file);
  const framework = await held(file);
  const last: Framework | null = published === '' ? null : JSON.parse(published);
  const { version, changes } =
    last?.id === framework.id
      ? compareFrameworks(last, framework)
      : { version: framework.version, changes: [] };
  return [version, await file.call('publishFramework', request(framework, version, changes))];
}

function request(framework: Framework, version: string, changes: Change[] = []) {
  return {
    json: JSON.stringify({ ...framework, version }),
    version,
    changes: changes.map(({ kind, what, id, was, now }) => ({ kind, what, id, was, now })),
  };
}

/** A template of its own for a test that changes it: the first one's copy that is told it is one. */
async function another(): Promise<OpenFile> {
  const file = template.copy('another');
  file.type(...file.named('template_id'), file.id);
  file.type(...file.named('file_id'), file.id);
  return file;
}

const version = (file: OpenFile) => file.read(...file.named('framework_version'));
const skillIds = (file: OpenFile) =>
  (file.read('Assessment', 'A2:A700') as unknown[][]).flat().filter((id) => id !== '');

test('a new template has its framework published, hidden, in parts that a cell holds', async () => {
  const { published, tabs, identity } = await load(template);
  expect(JSON.parse(published)).toEqual(readTabs(tabs, identity).framework);
  const sheet = template.workbook().sheets.find(({ name }) => name === 'Published');
  expect(sheet?.hidden).toBe(true);
});

test('a copy refuses: the framework changes in the template', async () => {
  const copy = template.copy('a copy');
  for (const call of [
    () => copy.call('loadFramework'),
    () => copy.call('changeFramework', { edits: [], identity: null }),
    () => copy.call('publishFramework', { json: '', version: '', changes: [] }),
  ]) {
    await expect(call()).rejects.toThrow('This is a copy: change the framework in the template');
  }
});

test.each([
  ['changeFramework', null],
  ['changeFramework', { edits: [{ tab: 'Framework', row: 0, column: 1, seen: '', value: '' }] }],
  ['changeFramework', { edits: [{ tab: 'Framework', row: 2, column: 1, seen: '', value: {} }] }],
  ['publishFramework', { json: '', version: 1, changes: [] }],
  ['showCell', { tab: 'Framework', row: 1.5, column: 1 }],
])('%s refuses what no page sends', async (name, sent) => {
  await expect(template.call(name, sent)).rejects.toThrow(
    'The sidebar sent something that this sheet does not understand',
  );
});

test('cells are written all or, when one was changed meanwhile, none; and text stays text', async () => {
  const file = await another();
  const { tabs } = await load(file);
  const seen = tabs.grids.Framework[1][3];
  const edits: CellEdit[] = [
    { tab: 'Framework', row: 2, column: 4, seen, value: '=1+1' },
    { tab: 'Grades', row: 40, column: 5, seen: '', value: '2026-07' },
  ];
  file.type('Framework', 'D2', 'Typed meanwhile.');
  await expect(file.call('changeFramework', { edits, identity: null })).rejects.toThrow(
    'Framework!D2 was changed by somebody in the meantime: nothing was written',
  );
  file.type('Framework', 'D2', String(seen));
  await file.call('changeFramework', { edits, identity: null });
  expect(file.read('Framework', 'D2')).toBe('=1+1');
  expect(file.read('Grades', 'E40')).toBe('2026-07');
});

test('the cell of a finding is selected', async () => {
  await template.call('showCell', { tab: 'Levels', row: 2, column: 7 });
});

describe('publishing', () => {
  test('brings Assessment, Summary, the change list and the version along', async () => {
    const file = await another();
    const framework = await held(file);
    const skills = framework.skills
      .filter(({ id }) => id !== 'del-02')
      .map((skill) => (skill.id === 'del-01' ? { ...skill, text: 'Whistles.' } : skill));
    const added = { ...skills[0], id: 'del-28', text: 'Hums.', looksLike: 'Heard.' };
    await bringIn(file, { ...framework, skills: [...skills, added] });
    expect(version(file)).toBe('1.0.0');
    expect(await publish(file)).toEqual(['2.0.0', 0]);

    expect(version(file)).toBe('2.0.0');
    const rows = records(file, 'Assessment');
    expect(rows).toHaveLength(121);
    expect(rows.find((row) => row.Id === 'del-01')?.Skill).toBe('Whistles.');
    expect(rows.some((row) => row.Id === 'del-02')).toBe(false);
    const at = rows.findIndex((row) => row.Id === 'del-28');
    const cell = file.workbook().sheets.find(({ name }) => name === 'Assessment')?.cells[
      `D${at + 2}`
    ];
    expect(cell).toMatchObject({ v: 'Hums.', note: 'What a 2 looks like: Heard.' });
    expect(records(file, 'Changes')).toEqual([
      expect.objectContaining({
        Version: '2.0.0',
        Kind: 'minor',
        Id: 'del-01',
        After: 'Whistles.',
      }),
      expect.objectContaining({ Kind: 'major', Id: 'del-28', Before: '', After: 'Hums.' }),
      expect.objectContaining({ Kind: 'minor', Id: 'del-02', After: '' }),
    ]);
    const { published, changedIds } = await load(file);
    expect(JSON.parse(published)).toEqual(await held(file));
    expect(changedIds).toEqual(['del-01', 'del-28', 'del-02']);
  });

  test('of a mere rewording leaves Summary as it is, with all that stands in it', async () => {
    const file = await another();
    file.type(...file.named('round'), '2027 H1');
    file.type('Summary', 'K3', 'Our own corner');
    file.type('Framework', 'D2', 'Whistles.');
    expect(await publish(file)).toEqual(['1.1.0', 0]);
    expect(version(file)).toBe('1.1.0');
    expect(file.read(...file.named('round'))).toBe('2027 H1');
    expect(file.read('Summary', 'K3')).toBe('Our own corner');
  });

  test('with other competencies, directions or levels makes Summary anew and keeps what was typed there', async () => {
    const file = await another();
    file.type(...file.named('manager_email'), 'lin@example.com');
    const framework = await held(file);
    const competencies = framework.competencies.slice(0, 2);
    const [direction] = framework.directions;
    await bringIn(file, {
      ...framework,
      competencies,
      directions: [{ ...direction, weights: { delivery: 60, 'domain-expertise': 40 } }],
      skills: framework.skills.filter(({ competency }) =>
        competencies.some(({ id }) => id === competency),
      ),
    });
    expect((await publish(file))[0]).toBe('1.1.0');
    expect(
      file
        .workbook()
        .sheets.map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['Summary', 'Assessment']);
    expect(file.workbook().sheets.some(({ name }) => /before/.test(name))).toBe(false);
    expect(file.read(...file.named('manager_email'))).toBe('lin@example.com');
    file.type(...file.named('direction'), direction.name);
    for (let row = 2; row <= 28; row += 1) file.type('Assessment', `E${row}`, '2');
    expect(await file.computed(...file.named('self_progress'))).toBe(3);
  });

  test('keeps what somebody tried out in Assessment on Archive', async () => {
    const file = await another();
    file.type('Assessment', 'E2', '2');
    file.type('Assessment', 'F3', 'seen in the review');
    file.type('Assessment', 'D123', 'My own skill');
    file.type('Framework', 'D2', 'Whistles.');
    expect(await publish(file)).toEqual(['1.1.0', 3]);
    expect(records(file, 'Assessment').filter((row) => row['Self score'] !== '')).toEqual([]);
    const archive = (file.read('Archive', 'A2:K4') as unknown[][]).map((row) => [
      row[1],
      row[2],
      row[5],
      row[6],
      row[9],
    ]);
    expect(archive).toEqual([
      ['Framework 1.1.0', 'del-01', expect.any(String), 2, ''],
      ['Framework 1.1.0', 'del-02', expect.any(String), '', 'seen in the review'],
      ['Framework 1.1.0', '', 'My own skill', '', ''],
    ]);
  });

  test('refuses a framework that is no longer the one that the page checked', async () => {
    const file = await another();
    file.type('Framework', 'D2', 'Whistles.');
    const checked = await held(file);
    file.type('Framework', 'D3', 'Hums.');
    await expect(file.call('publishFramework', request(checked, '1.1.0'))).rejects.toThrow(
      'The framework was changed in the meantime: nothing was published',
    );
    expect(version(file)).toBe('1.0.0');
  });

  test('that was cut off is finished by publishing again, and is listed once', async () => {
    const file = await another();
    file.type('Framework', 'D2', 'Whistles.');
    await publish(file);
    const book = stored(file, host);
    const published = book.sheets.find(({ name }) => name === 'Published');
    for (const address of Object.keys(published?.cells ?? {})) {
      if (/[A-Z]([3-9])$/.test(address)) delete published?.cells[address];
    }
    const changes = records(file, 'Changes');
    expect((await publish(file))[0]).toBe('1.1.0');
    expect(records(file, 'Changes')).toEqual(changes);
    expect(JSON.parse((await load(file)).published).version).toBe('1.1.0');
  });

  test('keeps dropdowns, groups and formulas of Assessment for more skills and for fewer', async () => {
    const file = await another();
    const framework = await held(file);
    const many = Array.from({ length: 379 }, (_, index) => ({
      ...framework.skills[index % 121],
      id: `more-${index}`,
      text: `${framework.skills[index % 121].text} (${index})`,
    }));
    for (const skills of [[...framework.skills, ...many], framework.skills.slice(0, 27)]) {
      const competencies = framework.competencies.filter(({ id }) =>
        skills.some(({ competency }) => competency === id),
      );
      const share = 100 / competencies.length;
      const directions = framework.directions.map((direction) => ({
        ...direction,
        weights: Object.fromEntries(competencies.map(({ id }) => [id, share])),
      }));
      await bringIn(file, { ...framework, competencies, directions, skills });
      await publish(file);
      expect(skillIds(file).length).toBe(skills.length);
      const last = skills.length + 1;
      expect(() => file.type('Assessment', `E${last}`, '3')).toThrow();
      file.type('Assessment', `E${last}`, '2');
      file.type('Assessment', `E${last}`, '');
      const sheet = file.workbook().sheets.find(({ name }) => name === 'Assessment');
      expect(sheet?.rowGroups[2] ?? 0).toBe(0);
      expect(sheet?.rowGroups[3]).toBe(1);
      expect(sheet?.rowGroups[last + 1] ?? 0).toBe(0);
      const goals = file.workbook().sheets.find(({ name }) => name === 'Goals');
      const skill = goals?.validations.find(({ kind }) => kind === 'range');
      expect(skill).toMatchObject({ source: `Assessment!D2:D${last + 30}` });
    }
  });
});

describe('a framework of an unusual shape is brought in, checked, published and scored', () => {
  const LONG = `${'Explains the same thing in another way, '.repeat(49)}at last.`.padEnd(2000, '!');
  /** One skill text a level and competency, and enough of them on each. */
  function shaped(competencies: number, levels: number, perLevel: number, text: string): Framework {
    const ids = Array.from({ length: competencies }, (_, index) => `area-${index + 1}`);
    const share = Math.floor(100 / competencies);
    return {
      id: 'unusual',
      name: 'Unusual 🧗‍♀️ מסגרת',
      version: '3.2.1',
      description: 'Made for a test',
      source: 'made up',
      levels: Array.from({ length: levels + 1 }, (_, level) => `דרגה ${level} 🎯`),
      scale: { 0: 'לא', 1: 'בערך', 2: 'כן ✅' },
      rule: 1.7,
      competencies: ids.map((id, index) => ({
        id,
        name: `תחום ${index + 1} 🚀`,
        emoji: '🚀',
        about: '',
      })),
      directions: [
        {
          id: 'direction-5',
          name: 'מוביל 🏔️',
          weights: Object.fromEntries(
            ids.map((id, index) => [id, index === 0 ? 100 - share * (competencies - 1) : share]),
          ),
        },
      ],
      grades: [{ direction: 'מוביל 🏔️', from: 0, to: levels, grade: 'G1', jobTitle: '🏅' }],
      skills: ids.flatMap((competency, index) =>
        Array.from({ length: levels * perLevel }, (_, at) => ({
          id: `s${index + 1}-${at + 1}`,
          competency,
          level: Math.floor(at / perLevel) + 1,
          text: `${index + 1}.${at + 1} ${text}`,
          looksLike: 'דוגמה: אחת, שתיים',
        })),
      ),
    };
  }

  test.each([
    ['one competency with one level', shaped(1, 1, 4, 'מסביר לפני שהוא בונה'), 1],
    ['12 competencies with 9 levels', shaped(12, 9, 4, '🧗 يشرح ما يفعل'), 9],
    ['500 skills of 2,000 characters', shaped(5, 5, 20, LONG), 5],
  ])('%s', async (_, framework, top) => {
    const file = await another();
    await bringIn(file, framework);
    const { tabs, identity } = await load(file);
    const reading = readTabs(tabs, identity);
    const errors = checkFramework(tabs, reading, null).filter(({ kind }) => kind === 'error');
    expect(errors).toEqual([]);
    expect(await publish(file)).toEqual(['3.2.1', 0]);
    expect(JSON.parse((await load(file)).published)).toEqual(framework);
    expect(skillIds(file)).toHaveLength(framework.skills.length);
    expect(version(file)).toBe('3.2.1');

    const all = framework.skills.length + 1;
    const book = stored(file, host);
    const assessment = book.sheets.find(({ name }) => name === 'Assessment');
    for (let row = 2; row <= all; row += 1) {
      const cells = assessment?.cells ?? {};
      cells[`E${row}`] = { ...cells[`E${row}`], v: 2 };
    }
    file.type(...file.named('direction'), framework.directions[0].name);
    const summary = (await file.computed('Summary', 'A1:J60')) as unknown[][];
    expect(summary.flat().filter((value) => /^#|^Loading/.test(String(value)))).toEqual([]);
    expect(await file.computed(...file.named('self_progress'))).toBe(top);
  });
});
