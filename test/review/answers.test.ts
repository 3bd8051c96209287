// Saving answers, looking at the sheet and saving goals: what the script writes, and what it refuses.

import type { AnswersRequest, GoalRequest } from '../../src/review/request';
import type { Conflict, Edit, Goal } from '../../src/review/sheet';
import type { Look } from '../../src/sheets/answers';
import {
  adasCareer,
  answer,
  answerOf,
  fill,
  type Office,
  openOffice,
  paste,
  rowsOf,
} from './career';

type File = ReturnType<typeof adasCareer>['ada'];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const edit = (skillId: string, column: Edit['column'], seen: string, value: string): Edit => ({
  skillId,
  column,
  seen,
  value,
});

async function save(file: File, ...edits: Edit[]): Promise<Conflict[]> {
  const request: AnswersRequest = { edits };
  const { conflicts } = (await file.call('saveAnswers', request)) as { conflicts: Conflict[] };
  return conflicts;
}

const look = (file: File, stamp: string) => file.call('lookAtSheet', { stamp }) as Promise<Look>;

test('answers go into their cells, scores as numbers and text as it is', async () => {
  const { ada } = adasCareer(office);
  const conflicts = await save(
    ada,
    edit('del-01', 'selfScore', '', '2'),
    edit('del-02', 'selfScore', '', 'n/a'),
    edit('del-02', 'evidence', '', '=1+1'),
    edit('lea-01', 'evidence', '', '2026-07'),
  );
  expect(conflicts).toEqual([]);
  expect(answerOf(ada, 'del-01')).toMatchObject({ self: 2, evidence: '' });
  expect(answerOf(ada, 'del-02')).toMatchObject({ self: 'n/a', evidence: '=1+1' });
  expect(answerOf(ada, 'lea-01')).toMatchObject({ evidence: '2026-07' });
  expect(await save(ada, edit('del-02', 'selfScore', 'n/a', ''))).toEqual([]);
  expect(answerOf(ada, 'del-02').self).toBe('');
});

test('a batch takes a few calls to Sheets, however many answers it holds', async () => {
  const { ada } = adasCareer(office);
  const ids = rowsOf(ada, 'Assessment').map(({ Id }) => String(Id));
  office.host.resetCounts();
  await save(ada, ...ids.map((id) => edit(id, 'selfScore', '', '2')));
  const { read = 0, write = 0 } = office.host.counts().kinds;
  expect(read + write).toBeLessThan(10);
  expect(rowsOf(ada, 'Assessment').every((row) => row['Self score'] === 2)).toBe(true);
});

test('a cell that holds neither what the page saw nor what it wants is left alone', async () => {
  const { ada } = adasCareer(office);
  answer(ada, 'del-01', { self: '1', evidence: 'Mine' });
  answer(ada, 'del-02', { self: '2' });
  paste(office, ada, ['Assessment', 'E4'], 'very good');
  const conflicts = await save(
    ada,
    edit('del-01', 'selfScore', '', '2'),
    edit('del-01', 'evidence', '', 'Another'),
    edit('del-02', 'selfScore', '', '2'),
    edit('del-03', 'selfScore', '', '0'),
    edit('del-04', 'selfScore', '', '0'),
  );
  expect(conflicts).toEqual([
    { skillId: 'del-01', column: 'selfScore', now: '1' },
    { skillId: 'del-01', column: 'evidence', now: 'Mine' },
    { skillId: 'del-03', column: 'selfScore', now: 'very good' },
  ]);
  expect(answerOf(ada, 'del-01')).toMatchObject({ self: 1, evidence: 'Mine' });
  expect(answerOf(ada, 'del-04').self).toBe(0);
});

test('self scores are the person’s, in a draft; agreed scores belong to an open review', async () => {
  const { ada, lin } = adasCareer(office);
  const self = edit('del-01', 'selfScore', '', '2');
  const agreed = edit('del-01', 'agreedScore', '', '2');
  await expect(save(lin, self)).rejects.toThrow('Only the person whose e-mail stands on Summary');
  await expect(save(ada, agreed)).rejects.toThrow('The status is “Draft”, so that Agreed score');
  fill(ada, { status: 'In review' });
  await expect(save(ada, self)).rejects.toThrow('The status is “In review”, so that Self score');
  expect(await save(lin, agreed)).toEqual([]);
  expect(answerOf(ada, 'del-01')).toMatchObject({ self: '', agreed: 2 });
  await expect(save(ada, edit('xyz-99', 'agreedScore', '', '2'))).rejects.toThrow(
    'The skill xyz-99 has no row on Assessment',
  );
});

test('nothing is written into the template, nor by a request that no page of ours would send', async () => {
  const { ada } = adasCareer(office);
  const good = edit('del-01', 'selfScore', '', '2');
  await expect(office.template.call('saveAnswers', { edits: [good] })).rejects.toThrow(
    'This is the template',
  );
  const bad: unknown[] = [
    undefined,
    { edits: 'all' },
    { edits: [{ ...good, value: 3 }] },
    { edits: [{ ...good, value: '3' }] },
    { edits: [{ ...good, column: 'id' }] },
    { edits: [{ ...good, column: 'managerScore' }] },
    { edits: [{ ...good, seen: null }] },
    { edits: [{ ...good, column: 'evidence', value: 'x'.repeat(50_001) }] },
    { edits: Array(501).fill(good) },
  ];
  for (const request of bad) {
    await expect(ada.call('saveAnswers', request)).rejects.toThrow(
      'The sidebar sent something that this sheet does not understand',
    );
  }
  expect(answerOf(ada, 'del-01').self).toBe('');
});

test('a look brings the rows only when they changed, and where the review stands', async () => {
  const { ada, lin } = adasCareer(office);
  const first = await look(ada, '');
  expect(first).toMatchObject({ skillId: '', status: 'Draft' });
  expect(first.rows).toHaveLength(rowsOf(ada, 'Assessment').length);
  expect((await look(ada, first.stamp)).rows).toBeNull();
  answer(lin, 'del-02', { evidence: 'Seen by the page' });
  await ada.call('submitReview', { addManager: false });
  const second = await look(ada, first.stamp);
  expect(second).toMatchObject({ status: 'Submitted' });
  expect(second.rows?.find(({ id }) => id === 'del-02')?.evidence).toBe('Seen by the page');
});

const GOAL: Goal = {
  position: 0,
  goal: 'Speak at the guild',
  skill: '',
  measure: '=two talks',
  support: 'On the job',
  resource: 'Grace',
  due: '2026-12-31',
  state: 'Planned',
};

test('a goal is added, changed in its own cells, and never written over another one', async () => {
  const { ada } = adasCareer(office);
  const save = (goal: Goal, seen: string) =>
    ada.call('saveGoal', { goal, seen } satisfies GoalRequest);
  await save(GOAL, '');
  const [row] = rowsOf(ada, 'Goals');
  expect(row).toMatchObject({ Goal: 'Speak at the guild', 'How we will know': '=two talks' });
  expect(row.Due).toEqual(expect.any(Date));
  await save({ ...GOAL, position: 2, state: 'Done', due: '' }, 'Speak at the guild');
  expect(rowsOf(ada, 'Goals')).toMatchObject([{ State: 'Done', Due: '', Support: 'On the job' }]);
  ada.type('Goals', 'A2', 'Something else');
  await expect(
    save({ ...GOAL, position: 2, state: 'Planned' }, 'Speak at the guild'),
  ).rejects.toThrow('changed by somebody in the meantime');
  expect(rowsOf(ada, 'Goals')).toMatchObject([{ Goal: 'Something else', State: 'Done' }]);
  for (const goal of [{ ...GOAL, due: 'soon' }, { ...GOAL, position: '2' }, null]) {
    await expect(save(goal as Goal, '')).rejects.toThrow('does not understand');
  }
});
