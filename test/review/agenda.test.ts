// What a one-to-one is about, from scores by skill id.

import { agendaOf, openGoals } from '../../src/review/agenda';
import { outcomeBefore, talkingPoints } from '../../src/review/differences';
import type { Goal } from '../../src/review/sheet';
import type { Scores } from '../../src/review/standing';
import { FRAMEWORK } from './framework';
import { outcome } from './outcomes';

const SELF: Scores = { 'del-01': 2, 'del-02': 2, 'del-03': 1, 'com-01': 2 };
const views = (more: { manager?: Scores; agreed?: Scores; before?: Scores | null }) => ({
  self: SELF,
  manager: {},
  agreed: SELF,
  before: null,
  ...more,
});
const reasonsOf = (more: Parameters<typeof views>[0]) =>
  Object.fromEntries(
    talkingPoints(FRAMEWORK, views(more))
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ skill, reasons }) => [skill.id, reasons]),
  );
const goal = (more: Partial<Goal>): Goal => ({
  position: 2,
  goal: 'Speak at the all-hands',
  skill: '',
  measure: '',
  support: '',
  resource: '',
  due: '',
  state: 'Planned',
  ...more,
});

describe('what to talk about', () => {
  test('is where the manager sees it differently, and not where nothing was brought', () => {
    expect(reasonsOf({ manager: { 'del-01': 1, 'del-02': 2 } })).toMatchObject({
      'del-01': ['differs'],
    });
    expect(reasonsOf({ manager: { 'del-02': 2 } })).not.toHaveProperty('del-02');
  });

  test('is a skill that one of the two has not scored but the other has', () => {
    expect(reasonsOf({ manager: { 'com-03': 1 } })['com-03']).toContain('differs');
  });

  test('is what changed since the last outcome, when there is one', () => {
    const before = { 'del-01': 1, 'del-02': 2, 'del-03': 1, 'com-01': 2 } as const;
    expect(reasonsOf({ before })).toEqual({ 'del-01': ['changed'], 'com-02': ['notScored'] });
  });

  test('is what was agreed otherwise than the person scored it, also when it is n/a', () => {
    const agreed = { ...SELF, 'del-03': 'n/a', 'com-01': 1 } as const;
    const reasons = reasonsOf({ agreed });
    expect(reasons['del-03']).toEqual(['moved']);
    expect(reasons['com-01']).toEqual(['moved']);
  });

  test('is what has no agreed score on a next level, but not what lies beyond', () => {
    expect(reasonsOf({})).toEqual({ 'com-02': ['notScored'] });
  });

  test('comes by competency and level', () => {
    const skills = [...FRAMEWORK.skills].reverse();
    const order = talkingPoints({ ...FRAMEWORK, skills }, views({})).map(({ skill }) => skill.id);
    expect(order).toEqual(['del-02', 'del-01', 'del-03', 'com-01', 'com-02', 'com-03']);
  });
});

describe('the agenda', () => {
  const agenda = (more: Parameters<typeof views>[0], goals: Goal[] = []) =>
    agendaOf(FRAMEWORK, views(more), 'agreed', goals, '2026-11-20');

  test('compares with nothing before the first outcome', () => {
    expect(agenda({}).changed).toBeNull();
    expect(agenda({ before: SELF }).changed).toEqual([]);
  });

  test('names levels within reach, the nearest first, by the scores that count', () => {
    expect(agenda({}).withinReach.map(({ competency, points }) => [competency.id, points])).toEqual(
      [
        ['delivery', 1],
        ['communication', 2],
      ],
    );
    const far = agenda({ agreed: { 'com-01': 2 } }).withinReach;
    expect(far.map(({ competency }) => competency.id)).toEqual(['communication']);
  });

  test('offers one skill a competency to pick next, and none at the top', () => {
    expect(agenda({}).next.map(({ skill }) => skill.id)).toEqual(['del-03', 'com-02']);
    const top = agenda({ agreed: { ...SELF, 'del-03': 2 } }).next;
    expect(top.map(({ skill }) => skill.id)).toEqual(['com-02']);
  });

  test('brings goals back until they are done or dropped, those due first', () => {
    const goals = [
      goal({ goal: 'sometime' }),
      goal({ goal: 'next year', due: '2027-01-31', state: 'In progress' }),
      goal({ goal: 'today', due: '2026-11-20' }),
      goal({ goal: 'done', due: '2026-01-01', state: 'Done' }),
      goal({ goal: 'dropped', state: 'dropped' }),
      goal({ goal: '', skill: 'a row without a goal' }),
    ];
    const open = openGoals(goals, '2026-11-20').map((one) => [one.goal.goal, one.isDue]);
    expect(open).toEqual([
      ['today', true],
      ['next year', false],
      ['sometime', false],
    ]);
  });
});

test('the outcome to compare with is the last one of an earlier round', () => {
  const outcomes = [
    outcome({ id: 'a', round: '2026 H1', recordedAt: '2026-05-01T10:00:00Z' }),
    outcome({ id: 'b', round: '2026 H1', recordedAt: '2026-05-02T10:00:00Z' }),
    outcome({ id: 'c', round: '2026 H2', recordedAt: '2026-11-02T10:00:00Z' }),
  ];
  expect(outcomeBefore(outcomes, '2026 H2')?.id).toBe('b');
  expect(outcomeBefore(outcomes.slice(2), '2026 H2')).toBeUndefined();
});
