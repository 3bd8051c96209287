// What the sidebar shows of a career sheet.

import { composeOutcome } from '../../src/review/outcome';
import { overviewOf } from '../../src/review/overview';
import type { AnswerRow, ReviewSheet } from '../../src/review/sheet';
import type { Score } from '../../src/rules/score';
import { FRAMEWORK } from './framework';

test('a draft shows where the self scores stand and the skills that are missing', () => {
  const overview = look({ rows: rows({ 'del-01': 2, 'del-02': 2, 'com-01': 1 }, {}) });
  expect(overview.basis).toBe('self');
  expect(overview.selfScored).toBe(3);
  expect(overview.skills).toBe(6);
  expect(overview.selfProgress).toBe(0.75);
  const [delivery, communication] = overview.competencies;
  expect(delivery).toMatchObject({ name: 'Delivery', weight: 75, selfLevel: 1, nextLevel: 2 });
  expect(delivery.steps).toEqual([{ skill: 'Does del-03', from: null, to: 2 }]);
  expect(communication.steps).toEqual([{ skill: 'Does com-01', from: 1, to: 2 }]);
});

test('in review it shows the agreed scores, and which skills on the next level have none', () => {
  const overview = look({
    status: 'In review',
    rows: rows({ 'del-01': 2, 'del-02': 2 }, { 'del-01': 2 }),
  });
  expect(overview.basis).toBe('agreed');
  expect(overview.competencies[0].agreedLevel).toBe(0);
  expect(overview.competencies[0].notScored).toEqual([{ id: 'del-02', skill: 'Does del-02' }]);
});

test('a direction that the framework lacks leaves no progress, and says what to choose', () => {
  const overview = look({ direction: 'Hero' });
  expect(overview.selfProgress).toBeNull();
  expect(overview.problems).toEqual([
    'The direction “Hero” on Summary is not in the framework: choose one of “Maker”, “Guide”.',
  ]);
});

test('a row of no skill and a skill without a row are pointed out', () => {
  const overview = look({
    rows: [
      ...rows({}, {}).filter(({ id }) => id !== 'com-03'),
      { ...BLANK, position: 9, id: '', selfScore: 2 },
      { ...BLANK, position: 10, id: '' },
    ],
  });
  expect(overview.remarks).toEqual([
    'Row 9 of Assessment is no skill of the framework: an outcome leaves it out.',
    'The skill com-03 (“Does com-03”) has no row on Assessment and counts as not scored: bring its row back from version history.',
  ]);
});

test('in the template and in a copy of a filled sheet nothing of a review can be done', () => {
  expect(look({}).actions).toEqual(['submit']);
  expect(look({ place: 'template' }).actions).toEqual([]);
  expect(look({ place: 'copy' }).actions).toEqual([]);
});

test('the last outcome shows what changed since the round before, not since the one it replaces', () => {
  const outcomes = [
    outcome('a', '2026 H1', '2026-05-01T10:00:00Z', { 'del-01': 2, 'del-02': 2 }),
    outcome('b', '2026 H2', '2026-11-01T10:00:00Z', {}),
    { ...outcome('c', '2026 H2', '2026-11-02T10:00:00Z', { 'com-01': 2 }), replaces: 'b' },
  ];
  expect(look({ outcomes, status: 'Recorded' }).lastOutcome).toMatchObject({
    id: 'c',
    isOfThisRound: true,
    isReplacement: true,
    byManager: true,
    progress: 0.25,
    change: -0.5,
  });
  expect(look({ outcomes: outcomes.slice(0, 1), status: 'Recorded' }).lastOutcome).toMatchObject({
    isOfThisRound: false,
    change: null,
  });
});

function look(changes: Partial<ReviewSheet>) {
  return overviewOf({
    user: 'ada@example.com',
    place: 'own',
    fileId: 'file',
    person: 'Ada',
    email: 'ada@example.com',
    managerEmail: 'lin@example.com',
    direction: 'Maker',
    aspiredDirection: '',
    currentGrade: 'E2',
    round: '2026 H2',
    status: 'Draft',
    framework: FRAMEWORK,
    rows: rows({}, {}),
    stamp: '',
    goals: [],
    outcomes: [],
    problems: [],
    outcomeId: 'new-id',
    ...changes,
  });
}

const BLANK = {
  competency: '',
  level: 0,
  skill: '',
  selfScore: null,
  evidence: '',
  managerScore: null,
  agreedScore: null,
  managerNote: '',
};

function rows(self: Record<string, Score>, agreed: Record<string, Score>): AnswerRow[] {
  return FRAMEWORK.skills.map(({ id }, index) => ({
    ...BLANK,
    position: index + 2,
    id,
    selfScore: self[id] ?? null,
    agreedScore: agreed[id] ?? null,
  }));
}

function outcome(
  id: string,
  round: string,
  recordedAt: string,
  agreedScores: Record<string, Score>,
) {
  return composeOutcome(
    {
      id,
      round,
      recordedAt,
      recordedBy: 'Lin@example.com',
      person: 'Ada',
      email: 'ada@example.com',
      managerEmail: 'lin@example.com',
      direction: 'Maker',
      currentGrade: '',
      selfScores: {},
      agreedScores,
      agrees: true,
      replaces: '',
    },
    FRAMEWORK,
  );
}
