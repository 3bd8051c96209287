// What an update means for each row of a career sheet, and that no sequence of edits and updates
// ever loses a score or a piece of evidence.

import * as fc from 'fast-check';
import type { Framework, Skill } from '../../src/framework/framework';
import { countsOf, planUpdate, roomFor, type SkillRow } from '../../src/framework/update';
import { compareVersions, isPatch } from '../../src/framework/version';
import { FRAMEWORK } from '../review/framework';

interface Answered extends SkillRow {
  score: string;
  evidence: string;
}

/** A career sheet as an update sees it. */
interface Sheet {
  framework: Framework;
  rows: Answered[];
  archive: Pick<Answered, 'id' | 'score' | 'evidence'>[];
}

const fresh = (framework: Framework): Sheet => ({
  framework,
  archive: [],
  rows: framework.skills.map((skill, index) => rowOf(framework, skill, index + 2)),
});

function rowOf({ competencies }: Framework, skill: Skill, position: number): Answered {
  const competency = competencies.find(({ id }) => id === skill.competency)?.name ?? '';
  const { id, level, text } = skill;
  return { position, id, competency, level, skill: text, score: '', evidence: '' };
}

function plan({ framework, rows }: Sheet, published: Framework) {
  return planUpdate(rows, framework, published, ({ position }) => `A${position}`);
}

/** What the script does to the tabs, done to the rows. */
function updated(sheet: Sheet, published: Framework): Sheet {
  const { rows, added } = plan(sheet, published);
  const archive = [...sheet.archive];
  const kept = rows.flatMap((one): Answered[] => {
    const row = one.row as Answered;
    if (one.kind !== 'removed') return [{ ...row, ...one.changes }];
    archive.push({ id: one.id, score: row.score, evidence: row.evidence });
    return [];
  });
  const places = kept.map((row, index) => ({ ...row, position: index + 2 }));
  const { inserts, positions } = roomFor(added, places, published, places.length + 1);
  const shift = (position: number) =>
    inserts.reduce((sum, { after, count }) => (position > after ? sum + count : sum), position);
  const all = [
    ...places.map((row) => ({ ...row, position: shift(row.position) })),
    ...added.map((skill, index) => rowOf(published, skill, positions[index])),
  ].sort((a, b) => a.position - b.position);
  expect(new Set(all.map(({ position }) => position)).size).toBe(all.length);
  return { framework: published, rows: all, archive };
}

const changed = (change: (skills: Skill[]) => Skill[]): Framework => ({
  ...FRAMEWORK,
  version: '1.3.0',
  skills: change(FRAMEWORK.skills.map((skill) => ({ ...skill }))),
});
const skill = (id: string, level = 1): Skill => ({
  id,
  competency: 'delivery',
  level,
  text: `Does ${id}`,
  looksLike: `Did ${id}`,
});

test('unchanged, reworded, new and removed skills are told apart by id', () => {
  const next = changed(([, second, ...more]) => [
    skill('del-09'),
    { ...second, text: 'Says it anew' },
    ...more,
  ]);
  const found = plan(fresh(FRAMEWORK), next);
  expect(countsOf(found)).toEqual({ unchanged: 4, reworded: 1, added: 1, removed: 1 });
  expect(found.rows[0]).toMatchObject({ kind: 'removed', id: 'del-01' });
  expect(found.rows[1]).toMatchObject({
    kind: 'reworded',
    changes: { skill: 'Says it anew' },
    before: 'Does del-02',
  });
  expect(found.said).toEqual([]);
});

test('a skill that moved keeps its row and its sentence', () => {
  const next = changed(([first, ...more]) => [
    { ...first, competency: 'communication', level: 2 },
    ...more,
  ]);
  expect(plan(fresh(FRAMEWORK), next).rows[0]).toMatchObject({
    kind: 'unchanged',
    changes: { competency: 'Communication', level: 2 },
  });
});

test('a sentence that a person worded anew stays while the framework leaves it as it is', () => {
  const sheet = fresh(FRAMEWORK);
  sheet.rows[0].skill = 'In my own words';
  const same = plan(
    sheet,
    changed((skills) => skills),
  );
  expect(same.rows[0]).toMatchObject({ kind: 'unchanged', changes: {} });
  const next = plan(
    sheet,
    changed(([first, ...more]) => [{ ...first, text: 'Says it anew' }, ...more]),
  );
  expect(next.rows[0]).toMatchObject({ kind: 'reworded', before: 'In my own words' });
});

test('rows of the person’s own stay, and follow when their competency is renamed', () => {
  const sheet = fresh(FRAMEWORK);
  sheet.rows.push({ ...sheet.rows[0], position: 9, id: '', skill: 'My own' });
  const next = {
    ...FRAMEWORK,
    competencies: FRAMEWORK.competencies.map((one) => ({ ...one, name: `${one.name}!` })),
  };
  expect(plan(sheet, next).rows[6]).toMatchObject({
    kind: 'own',
    changes: { competency: 'Delivery!' },
  });
});

test('an id that was typed over or deleted is found again by its sentence', () => {
  const sheet = fresh(FRAMEWORK);
  sheet.rows[0].id = 'com-01';
  sheet.rows[1].id = '';
  const { rows, said } = plan(
    sheet,
    changed((skills) => skills),
  );
  expect(rows.slice(0, 2)).toMatchObject([
    { kind: 'unchanged', changes: { id: 'del-01' } },
    { kind: 'unchanged', changes: { id: 'del-02' } },
  ]);
  expect(said).toEqual([
    'A2 held the id “com-01”: by its sentence it is del-01 again.',
    'A3 held no id: by its sentence it is del-02 again.',
  ]);
});

test('a repeated id counts once, and the second row stays and is named', () => {
  const sheet = fresh(FRAMEWORK);
  sheet.rows.push({ ...sheet.rows[0], position: 8, score: '1' });
  const { rows, said } = plan(
    sheet,
    changed((skills) => skills),
  );
  expect(rows[6].kind).toBe('own');
  expect(said).toEqual([
    'A8 repeats the id “del-01” of row 2: the row stays as it is and does not count as that skill.',
  ]);
});

test('a skill whose row was deleted comes back blank, and that is said', () => {
  const sheet = fresh(FRAMEWORK);
  sheet.rows.splice(0, 1);
  const { added, said } = plan(
    sheet,
    changed((skills) => skills),
  );
  expect(added.map(({ id }) => id)).toEqual(['del-01']);
  expect(said[0]).toMatch(/missing and comes back blank: del-01/);
});

test('new rows stand below the lower levels of their competency and use blank rows first', () => {
  const places = fresh(FRAMEWORK).rows.map((row) =>
    row.position > 4 ? { ...row, position: row.position + 1 } : row,
  );
  const added = [skill('del-08', 2), skill('del-09', 2), skill('del-10', 1)];
  expect(roomFor(added, places, FRAMEWORK, 20)).toEqual({
    inserts: [
      { after: 3, count: 1 },
      { after: 5, count: 1 },
    ],
    positions: [6, 7, 4],
  });
});

test('versions are compared as numbers, and a patch is told from more', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
  expect(compareVersions('old', '0.0.1')).toBeLessThan(0);
  expect([isPatch('1.2.0', '1.2.9'), isPatch('1.2.0', '1.3.0')]).toEqual([true, false]);
});

type Step =
  | { do: 'publish'; kind: 'add' | 'remove' | 'reword' | 'move' | 'swap'; at: number }
  | { do: 'answer'; at: number }
  | { do: 'sort' | 'delete id' | 'copy id' | 'add own'; at: number }
  | { do: 'update' };

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('publish' as const),
      kind: fc.constantFrom('add', 'remove', 'reword', 'move', 'swap' as const),
      at: fc.nat(30),
    }),
    fc.record({ do: fc.constant('answer' as const), at: fc.nat(30) }),
    fc.record({
      do: fc.constantFrom('sort', 'delete id', 'copy id', 'add own' as const),
      at: fc.nat(30),
    }),
    fc.record({ do: fc.constant('update' as const) }),
  ),
  { maxLength: 40 },
);

test('any sequence of framework edits and updates keeps every score and evidence findable', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let published = FRAMEWORK;
      let sheet = fresh(FRAMEWORK);
      let count = 0;
      const given: string[] = [];
      for (const step of [...(sequence as Step[]), { do: 'update' } as const]) {
        count += 1;
        if (step.do === 'publish') published = edited(published, step.kind, step.at, count);
        else if (step.do === 'update') {
          const before = sheet.archive;
          sheet = updated(sheet, published);
          expect(sheet.archive.slice(0, before.length)).toEqual(before);
          const held = published.skills.filter(({ id }) => sheet.rows.some((row) => row.id === id));
          expect(held).toHaveLength(published.skills.length);
          expect(updated(sheet, published)).toEqual(sheet);
        } else {
          const row = sheet.rows[step.at % sheet.rows.length];
          if (!row) continue;
          if (step.do === 'answer' && row.score === '') {
            given.push(`score ${count}`, `evidence ${count}`);
            Object.assign(row, { score: `score ${count}`, evidence: `evidence ${count}` });
          }
          if (step.do === 'delete id') row.id = '';
          if (step.do === 'copy id') row.id = sheet.rows[0].id;
          if (step.do === 'add own') {
            const last = sheet.rows[sheet.rows.length - 1];
            const own = { id: '', skill: `My own ${count}`, score: '', evidence: '' };
            sheet.rows.push({ ...last, ...own, position: last.position + 1 });
          }
          if (step.do === 'sort') {
            sheet.rows.sort((a, b) => b.skill.localeCompare(a.skill));
            sheet.rows.forEach((each, index) => {
              each.position = index + 2;
            });
          }
        }
      }
      const found = [...sheet.rows, ...sheet.archive].flatMap(({ score, evidence }) => [
        score,
        evidence,
      ]);
      expect(found.filter((text) => text !== '').sort()).toEqual([...given].sort());
    }),
    { numRuns: 400 },
  );
});

function edited(framework: Framework, kind: string, at: number, count: number): Framework {
  const skills = framework.skills.map((each) => ({ ...each }));
  const index = at % (skills.length || 1);
  const one = skills[index];
  if (kind === 'add') skills.splice(index, 0, skill(`new-${count}`, (at % 3) + 1));
  else if (!one) return framework;
  else if (kind === 'remove') skills.splice(index, 1);
  else if (kind === 'reword') one.text = `Reworded ${count}`;
  else if (kind === 'move') one.level = (at % 3) + 1;
  else {
    const other = skills[(index + 1) % skills.length];
    [one.text, other.text] = [other.text, one.text];
  }
  return { ...framework, version: `1.${count + 2}.0`, skills };
}
