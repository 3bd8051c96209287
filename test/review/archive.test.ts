// What a new round keeps of the old one.

import { type Answer, type Archived, nextSelfScore, toArchive } from '../../src/review/archive';
import { composeOutcome } from '../../src/review/outcome';
import { FRAMEWORK } from './framework';

const OUTCOME = composeOutcome(
  {
    id: 'a-1',
    recordedAt: '2026-11-20T14:05:00+01:00',
    recordedBy: '',
    person: '',
    email: '',
    managerEmail: '',
    round: '2026 H2',
    direction: 'Maker',
    currentGrade: '',
    selfScores: { 'del-01': 1 },
    agreedScores: { 'del-01': 2 },
    agrees: true,
    replaces: '',
  },
  FRAMEWORK,
);

test('evidence, notes and manager’s scores go to the archive with their scores, and say why', () => {
  const [record] = toArchive(
    [answer({ selfScore: 1, agreedScore: 2, evidence: '=1+1', managerNote: 'well done' })],
    '2026 H2',
    OUTCOME,
    [],
  );
  expect(record).toEqual({
    round: '2026 H2',
    reason: 'New round',
    skillId: 'del-01',
    competency: 'Delivery',
    level: 1,
    skill: 'Does del-01',
    selfScore: 1,
    managerScore: '',
    agreedScore: 2,
    evidence: '=1+1',
    managerNote: 'well done',
  });
  expect(toArchive([answer({ managerScore: 0 })], '2026 H2', OUTCOME, [])).toHaveLength(1);
});

test('a row whose scores are in the outcome needs no place in the archive', () => {
  expect(archived(answer({ selfScore: 1, agreedScore: 2 }))).toEqual([]);
  expect(archived(answer({}))).toEqual([]);
});

test('a score changed after recording is archived, for no other place keeps it', () => {
  expect(archived(answer({ selfScore: 0, agreedScore: 2 }))).toHaveLength(1);
  expect(archived(answer({ selfScore: 1, agreedScore: 0 }))).toHaveLength(1);
});

test('without an outcome every score is kept, in the archive or as the next self score', () => {
  expect(toArchive([answer({ selfScore: 1, agreedScore: 2 })], 'r', undefined, [])).toHaveLength(1);
  expect(toArchive([answer({ selfScore: 1 })], 'r', undefined, [])).toEqual([]);
  expect(nextSelfScore(answer({ selfScore: 1 }), undefined)).toBe(1);
});

test('a start that was cut off adds no row twice when it is repeated', () => {
  const answers = [
    answer({ selfScore: 1, agreedScore: 2, evidence: 'a' }),
    answer({ id: 'del-02', selfScore: 2 }),
  ];
  const first = toArchive(answers, '2026 H2', OUTCOME, []);
  expect(first).toHaveLength(2);
  const carried = answers.map((each) => ({ ...each, selfScore: nextSelfScore(each, OUTCOME) }));
  expect(toArchive(carried, '2026 H2', OUTCOME, first)).toEqual([]);
});

test('a new round starts from what was recorded, not from what was typed over it', () => {
  expect(nextSelfScore(answer({ selfScore: 1, agreedScore: 0 }), OUTCOME)).toBe(2);
  expect(nextSelfScore(answer({ id: 'del-02', selfScore: 1 }), OUTCOME)).toBe('');
});

test('a row that a person added keeps its score', () => {
  expect(nextSelfScore(answer({ id: '', selfScore: 1, agreedScore: 2 }), OUTCOME)).toBe(2);
  expect(nextSelfScore(answer({ id: '', selfScore: 1 }), OUTCOME)).toBe(1);
});

function archived(row: Answer): Archived[] {
  return toArchive([row], '2026 H2', OUTCOME, []);
}

function answer(cells: Partial<Answer>): Answer {
  return {
    id: 'del-01',
    competency: 'Delivery',
    level: 1,
    skill: 'Does del-01',
    selfScore: '',
    evidence: '',
    managerScore: '',
    agreedScore: '',
    managerNote: '',
    ...cells,
  };
}
