// Going through the skills one by one: what is asked for, how far along, how long it still takes.

import { itemsOf, passes, shareOf, stoppedAt } from '../../src/review/assessment';
import { FILLED, isMarked, STOPPED, withMark, withoutMark } from '../../src/review/marks';
import { minutesLeft } from '../../src/review/pace';
import type { AnswerRow, ReviewSheet } from '../../src/review/sheet';
import type { Score } from '../../src/rules/score';
import { FRAMEWORK } from './framework';

const ALL = { show: 'all', competency: '', level: 0, search: '' } as const;

function sheet(answers: Record<string, [score: Score, evidence?: string]>): ReviewSheet {
  const rows = FRAMEWORK.skills.map(({ id, text, level }, index): AnswerRow => {
    const [selfScore, evidence = ''] = answers[id] ?? [null];
    return {
      position: index + 2,
      id,
      competency: '',
      level,
      skill: text,
      selfScore,
      evidence,
      managerScore: null,
      agreedScore: null,
      managerNote: '',
    };
  });
  return { framework: FRAMEWORK, rows, outcomes: [], round: '2026 H2' } as unknown as ReviewSheet;
}

test('skills come by competency and level, whatever the order of the rows', () => {
  const given = sheet({});
  const ids = itemsOf({ ...given, rows: [...given.rows].reverse() }).map(({ skill }) => skill.id);
  const inOrder = FRAMEWORK.competencies.flatMap(({ id }) =>
    FRAMEWORK.skills.filter((skill) => skill.competency === id).map((skill) => skill.id),
  );
  expect(ids).toEqual(inOrder);
});

test('what is filled in one go is to be confirmed until its mark is gone', () => {
  const items = itemsOf(
    sheet({ 'del-01': [2, withMark('Shipped it', FILLED)], 'del-02': [2, 'x'] }),
  );
  const found = items.filter((item) => passes(item, { ...ALL, show: 'toConfirm' }));
  expect(found.map(({ skill }) => skill.id)).toEqual(['del-01']);
  expect(withoutMark(found[0].row.evidence, FILLED)).toBe('Shipped it');
});

test('a stopped competency counts up to the level where it was stopped', () => {
  const items = itemsOf(
    sheet({ 'del-01': [2], 'del-02': [2], 'del-03': [null, `${STOPPED.toUpperCase()} Not yet`] }),
  );
  const delivery = items.filter(({ skill }) => skill.competency === 'delivery');
  expect(stoppedAt(items, 'delivery')).toBe(2);
  expect(stoppedAt(items, 'communication')).toBeNull();
  expect(shareOf(delivery)).toEqual({ scored: 2, of: 2 });
  expect(delivery.filter((item) => passes(item, { ...ALL, show: 'notScored' }))).toEqual([]);
  expect(delivery.filter((item) => passes(item, ALL)).length).toBeGreaterThan(2);
});

test('a search finds all its words in sentence, example or evidence', () => {
  const items = itemsOf(sheet({ 'com-01': [1, 'The Guild of testers'] }));
  const found = (search: string) =>
    items.filter((item) => passes(item, { ...ALL, search })).map(({ skill }) => skill.id);
  expect(found('testers guild')).toEqual(['com-01']);
  expect(found('does DEL-02')).toEqual(['del-02']);
  expect(found('guild of bakers')).toEqual([]);
});

test('marks are put before what is there, once, and leave nothing behind', () => {
  const marked = withMark('Mine', STOPPED);
  expect(withMark(marked, STOPPED)).toBe(marked);
  expect(isMarked(`  ${marked.toLowerCase()}`, STOPPED)).toBe(true);
  expect(withoutMark(marked, STOPPED)).toBe('Mine');
  expect(withoutMark('Mine', STOPPED)).toBe('Mine');
  expect(isMarked('I stopped here', STOPPED)).toBe(false);
});

test('the time left comes from the own pace, breaks left out, and is not guessed', () => {
  const every = (seconds: number, count: number) =>
    Array.from({ length: count }, (_, index) => index * seconds * 1000);
  expect(minutesLeft(every(30, 3), 100)).toBeNull();
  expect(minutesLeft(every(30, 4), 100)).toBe(50);
  const afterLunch = every(30, 10).map((time, index) => time + (index > 5 ? 3_600_000 : 0));
  expect(minutesLeft(afterLunch, 100)).toBe(50);
  expect(minutesLeft(every(1, 10), 3)).toBe(1);
});
