// The queue of answers by itself, with a clock and a sheet of the test's own.

import type { AnswerRow, Conflict, Edit } from '../../src/review/sheet';
import { AnswerQueue } from '../../src/sidebar/sheet/answers';

/** A sheet that answers when the test says so, or refuses. */
class Bench {
  readonly sent: Edit[][] = [];
  readonly kept: string[] = [];
  refusal = '';
  conflicts: Conflict[] = [];
  readonly queue: AnswerQueue;
  private time = 0;
  private timers: { at: number; callback: () => void }[] = [];

  constructor(left: string[] = []) {
    this.queue = new AnswerQueue({
      save: async (edits) => {
        this.sent.push(edits);
        if (this.refusal !== '') throw new Error(this.refusal);
        return { conflicts: this.conflicts };
      },
      changed: () => {},
      now: () => this.time,
      after: (milliseconds, callback) => {
        const timer = { at: this.time + milliseconds, callback };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((one) => one !== timer);
        };
      },
      keep: {
        read: () => left,
        write: (text) => {
          this.kept.splice(0, 1, ...(text === '' ? [] : [text]));
        },
      },
    });
    this.queue.take(ROWS);
  }

  score(skillId: string, value: string): void {
    this.queue.put([{ skillId, column: 'selfScore', value }]);
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = next.at;
      this.timers = this.timers.filter((one) => one !== next);
      next.callback();
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    }
    this.time = end;
  }

  shown(skillId: string): AnswerRow | undefined {
    return this.queue.overlay(ROWS).find(({ id }) => id === skillId);
  }
}

const ROWS = Array.from({ length: 40 }, (_, index): AnswerRow => {
  const blank = { competency: '', level: 1, skill: '', evidence: '', managerNote: '' };
  const scores = { selfScore: null, managerScore: null, agreedScore: null };
  return { ...blank, ...scores, position: index + 2, id: `s${index}` };
});

const sentBy = ({ sent }: Bench) => sent.map((edits) => edits.map(({ skillId }) => skillId));

test('answers go out together after a pause, and are shown at once', async () => {
  const bench = new Bench();
  bench.score('s0', '2');
  await bench.pass(1000);
  bench.score('s1', 'n/a');
  expect(bench.queue.unsaved).toBe(2);
  expect(bench.shown('s1')?.selfScore).toBe('n/a');
  await bench.pass(1400);
  expect(bench.sent).toEqual([]);
  await bench.pass(200);
  expect(sentBy(bench)).toEqual([['s0', 's1']]);
  expect(bench.queue.unsaved).toBe(0);
  expect(bench.shown('s1')?.selfScore).toBe('n/a');
});

test('somebody who never pauses is saved every few seconds', async () => {
  const bench = new Bench();
  for (let answer = 0; answer < 20; answer += 1) {
    bench.score(`s${answer}`, '1');
    await bench.pass(1000);
  }
  expect(bench.sent.length).toBeGreaterThanOrEqual(3);
  expect(bench.sent.length / 20).toBeLessThan(0.34);
});

test('many answers at once do not wait', async () => {
  const bench = new Bench();
  for (let answer = 0; answer < 12; answer += 1) bench.score(`s${answer}`, '1');
  await bench.pass(0);
  expect(bench.sent).toHaveLength(1);
});

test('an answer that is taken back before it was sent is not sent', async () => {
  const bench = new Bench();
  bench.score('s0', '2');
  expect(bench.queue.undo()).toBe('s0');
  expect(bench.queue.undo()).toBeNull();
  await bench.pass(10_000);
  expect(bench.sent).toEqual([]);
});

test('a failed batch is sent again word for word, less and less often, and later answers after it', async () => {
  const bench = new Bench();
  bench.refusal = 'Nobody home.';
  bench.score('s0', '2');
  await bench.pass(1500);
  expect(bench.queue.problem).toBe('Nobody home.');
  bench.score('s0', '1');
  bench.score('s1', '0');
  await bench.pass(3000 + 6000 + 15_000);
  expect(sentBy(bench)).toEqual([['s0'], ['s0'], ['s0'], ['s0']]);
  expect(JSON.parse(bench.kept[0])).toMatchObject({ batch: [{ value: '2' }], waiting: [{}, {}] });
  bench.refusal = '';
  await bench.pass(33_000);
  expect(bench.sent.slice(4)).toMatchObject([
    [{ skillId: 's0', seen: '', value: '2' }],
    [
      { skillId: 's0', seen: '2', value: '1' },
      { skillId: 's1', seen: '', value: '0' },
    ],
  ]);
  expect(bench.queue.problem).toBe('');
  expect(bench.kept).toEqual([]);
});

test('what an earlier page left unsaved is taken up', async () => {
  const before = new Bench();
  before.refusal = 'Nobody home.';
  before.score('s0', '2');
  await before.pass(1500);
  before.score('s0', '1');
  const bench = new Bench([...before.kept]);
  expect(bench.shown('s0')?.selfScore).toBe(1);
  expect(await bench.queue.flush()).toBe(true);
  expect(bench.sent).toMatchObject([[{ seen: '', value: '2' }], [{ seen: '2', value: '1' }]]);
});

test('what is in the sheet instead is shown beside the own answer, and either may stay', async () => {
  const bench = new Bench();
  bench.conflicts = [{ skillId: 's0', column: 'selfScore', now: '0' }];
  bench.score('s0', '2');
  await bench.pass(1500);
  const [clash] = bench.queue.clashes;
  expect(clash).toMatchObject({ now: '0', mine: '2' });
  expect(bench.shown('s0')?.selfScore).toBe(2);
  expect(await bench.queue.flush()).toBe(false);
  expect(JSON.parse(bench.kept[0]).waiting).toMatchObject([{ seen: '', value: '2' }]);
  bench.score('s0', '1');
  await bench.pass(10_000);
  expect(bench.sent).toHaveLength(1);
  bench.conflicts = [];
  bench.queue.settle(clash, true);
  await bench.pass(1500);
  expect(bench.sent[1]).toMatchObject([{ seen: '0', value: '1' }]);
  expect(bench.queue.clashes).toEqual([]);
  expect(bench.kept).toEqual([]);
});

test('a clash that comes to nothing ends by itself', async () => {
  const bench = new Bench();
  bench.conflicts = [{ skillId: 's0', column: 'selfScore', now: '0' }];
  bench.score('s0', '2');
  await bench.pass(1500);
  bench.queue.take(ROWS.map((row) => ({ ...row, selfScore: 2 as const })));
  expect(bench.queue.clashes).toEqual([]);
  expect(bench.queue.unsaved).toBe(0);
});

test('evidence is taken back as a whole, and spaces around it are none', () => {
  const bench = new Bench();
  for (const value of ['S', 'Sh', 'Shipped ', 'Shipped it', 'Shipped it ']) {
    bench.queue.put([{ skillId: 's0', column: 'evidence', value }]);
  }
  expect(bench.shown('s0')?.evidence).toBe('Shipped it');
  bench.queue.undo();
  expect(bench.shown('s0')?.evidence).toBe('');
});
