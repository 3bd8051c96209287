// The runner of long jobs, on a clock, a lock and properties of the test's own.

import {
  type Ground,
  type Job,
  type Run,
  runSlice,
  stopRun,
  unfinishedRun,
} from '../../src/jobs/runner';

const MINUTE = 60_000;

/** A document with its lock, its properties and a sheet that a job writes to. */
class Desk {
  time = Date.parse('2026-11-20T14:00:00Z');
  locked = false;
  properties = new Map<string, string>();
  /** What lies in the sheet by key, and how often each was written. */
  sheet = new Map<string, number>();
  /** What each step was called with. */
  steps: string[] = [];
  finished = 0;
  /** When the trigger that goes on is due; null without one. */
  trigger: number | null = null;
  triggersRefused = false;
  private runs = 0;

  constructor(
    public keys: string[],
    private readonly stepTakes = 0,
    /** How many it does at once. */
    private readonly batch = 1,
  ) {}

  ground(): Ground {
    return {
      lock: {
        tryLock: () => {
          if (this.locked) return false;
          this.locked = true;
          return true;
        },
        releaseLock: () => {
          this.locked = false;
        },
      },
      properties: {
        getProperty: (key) => this.properties.get(key) ?? null,
        setProperty: (key, value) => {
          this.properties.set(key, value);
          return null as never;
        },
        deleteProperty: (key) => {
          this.properties.delete(key);
          return null as never;
        },
      },
      flush: () => undefined,
      now: () => this.time,
      sleep: (ms) => {
        this.time += ms;
      },
      goOnIn: (ms) => {
        if (this.triggersRefused) throw googles('You do not have permission to call newTrigger.');
        this.trigger = this.time + ms;
      },
      id: () => {
        this.runs += 1;
        return `run ${this.runs}`;
      },
      user: () => 'ada@example.org',
    };
  }

  begin =
    (killAt: { step?: string; save?: number } = {}) =>
    (run: Run): Job<string> => {
      let gathered: string[] = [];
      let saves = 0;
      return {
        items: this.keys,
        keyOf: (key) => key,
        step: (left) => {
          const taken = left.slice(0, this.batch);
          if (taken.includes(killAt.step ?? '')) throw new Error('cut off');
          this.time += this.stepTakes;
          this.steps.push(...taken);
          gathered.push(...taken);
          run.tally.read = (run.tally.read ?? 0) + taken.length;
          return taken.length;
        },
        save: () => {
          for (const key of gathered) this.sheet.set(key, (this.sheet.get(key) ?? 0) + 1);
          gathered = [];
          saves += 1;
          if (saves === killAt.save) throw new Error('cut off');
        },
        finish: () => {
          this.finished += 1;
        },
      };
    };

  slice(killAt?: { step?: string; save?: number }) {
    return runSlice('test', this.begin(killAt), this.ground());
  }

  get left(): Run | null {
    return unfinishedRun('test', this.ground().properties);
  }
}

/** An error as Apps Script throws it. */
function googles(message: string): Error {
  return Object.assign(new Error(message), { name: 'Exception' });
}

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, '0')}`);

test('a short job is done in one slice and leaves nothing behind but its rows', () => {
  const desk = new Desk(keys(60), 1000);
  const slice = desk.slice();
  expect(slice).toMatchObject({ state: 'done', run: { done: 60, total: 60, tally: { read: 60 } } });
  expect([...desk.sheet.keys()]).toEqual(keys(60));
  expect(desk.finished).toBe(1);
  expect(desk.left).toBeNull();
  expect(desk.locked).toBe(false);
});

test('a slice ends well inside six minutes, and the next ones go on until everyone is done', () => {
  const desk = new Desk(keys(100), 7000);
  const states: string[] = [];
  let state = '';
  while (state !== 'done') {
    const started = desk.time;
    state = desk.slice().state;
    expect(desk.time - started).toBeLessThan(5 * MINUTE);
    states.push(state);
  }
  expect(states).toEqual(['more', 'more', 'done']);
  expect(desk.steps).toEqual(keys(100));
  expect(desk.finished).toBe(1);
});

test('an item that takes longer than a slice does not stop the job for ever', () => {
  const desk = new Desk(keys(3), 6 * MINUTE);
  expect([desk.slice(), desk.slice(), desk.slice()].map((slice) => slice.state)).toEqual([
    'more',
    'more',
    'done',
  ]);
  expect(desk.steps).toEqual(keys(3));
});

test('a run that was cut off goes on from what was saved and counts everyone once', () => {
  const desk = new Desk(keys(60), 2000);
  expect(() => desk.slice({ step: 'p045' })).toThrow('cut off');
  expect(desk.left).toMatchObject({ id: 'run 1', cursor: 'p029', done: 44, total: 60 });
  const slice = desk.slice();
  expect(slice).toMatchObject({ state: 'done', run: { id: 'run 1', tally: { read: 60 } } });
  expect([...desk.sheet.keys()]).toEqual(keys(60));
  expect(desk.steps.filter((key) => key < 'p030')).toEqual(keys(30));
});

test('a run cut off between its rows and its cursor writes the same rows again', () => {
  const desk = new Desk(keys(60), 3000);
  expect(() => desk.slice({ save: 2 })).toThrow('cut off');
  expect(desk.slice()).toMatchObject({ state: 'done', run: { tally: { read: 60 } } });
  expect([...desk.sheet.keys()]).toEqual(keys(60));
  expect(desk.sheet.get('p020')).toBe(2);
  expect(desk.sheet.get('p019')).toBe(1);
});

test('a job that does several items at once does each of them once, over slices and cuts', () => {
  const desk = new Desk(keys(100), 50_000, 15);
  expect(desk.slice()).toMatchObject({ state: 'more', run: { done: 90, cursor: 'p089' } });
  expect(() => desk.slice({ step: 'p095' })).toThrow('cut off');
  expect(desk.slice()).toMatchObject({ state: 'done', run: { done: 100, tally: { read: 100 } } });
  expect(desk.steps).toEqual(keys(100));
});

test('a run that was left off long ago is started again, so that nothing old passes as read today', () => {
  const desk = new Desk(keys(60), 2000);
  expect(() => desk.slice({ step: 'p045' })).toThrow('cut off');
  desk.time += 121 * MINUTE;
  expect(desk.slice()).toMatchObject({ state: 'done', run: { id: 'run 2', tally: { read: 60 } } });
  expect(desk.sheet.get('p000')).toBe(2);
});

test('two at once become one: the second is told how far the first is', () => {
  const desk = new Desk(keys(40), 1000);
  const answers: unknown[] = [];
  const begin = desk.begin();
  runSlice<string>(
    'test',
    (run) => {
      const job = begin(run);
      return {
        ...job,
        step: (left) => {
          if (left[0] === 'p030') answers.push(desk.slice());
          return job.step(left);
        },
      };
    },
    desk.ground(),
  );
  expect(answers).toEqual([
    { state: 'busy', run: expect.objectContaining({ by: 'ada@example.org', done: 30, total: 40 }) },
  ]);
  expect(desk.steps).toEqual(keys(40));
});

test('a lock that is held for another reason is no run', () => {
  const desk = new Desk(keys(1));
  desk.locked = true;
  expect(desk.slice()).toEqual({ state: 'busy', run: null });
});

test('items that are sorted, added or deleted between two slices are neither skipped nor repeated', () => {
  const desk = new Desk(keys(60), 7000);
  expect(desk.slice().state).toBe('more');
  const read = desk.steps.length;
  desk.keys = [...keys(60).reverse(), 'p059 b'].filter((key) => key !== 'p050');
  expect(desk.slice()).toMatchObject({ state: 'done', run: { done: 60, total: 60 } });
  expect(desk.steps.slice(read)).toEqual(
    [...keys(60), 'p059 b'].slice(read).filter((key) => key !== 'p050'),
  );
});

test('a job without items is done at once', () => {
  const desk = new Desk([]);
  expect(desk.slice()).toMatchObject({ state: 'done', run: { total: 0 } });
  expect(desk.finished).toBe(1);
});

test('a long run lets a trigger go on, also when Google ends it, and a short one sets none', () => {
  const short = new Desk(keys(10), 1000);
  short.slice();
  expect(short.trigger).toBeNull();

  const desk = new Desk(keys(100), 7000);
  const started = desk.time;
  expect(() => desk.slice({ step: 'p020' })).toThrow('cut off');
  expect(desk.trigger).toBeGreaterThan(started + 6 * MINUTE);
  expect(desk.left).toMatchObject({ goesOn: true });
  expect(desk.slice()).toMatchObject({ state: 'more', run: { goesOn: true } });
  expect(desk.trigger).toBeLessThan(desk.time + MINUTE);
});

test('a run that is gone on with sets its trigger before anything can end it', () => {
  const desk = new Desk(keys(100), 7000);
  desk.slice();
  desk.trigger = null;
  expect(() => desk.slice({ step: desk.keys[desk.steps.length] })).toThrow('cut off');
  expect(desk.trigger).not.toBeNull();
});

test('a run that fails again and again before it saves anything is left to people', () => {
  const desk = new Desk(keys(100), 7000);
  desk.slice();
  const next = desk.keys[desk.steps.length];
  for (let vain = 1; vain <= 4; vain += 1) {
    expect(desk.left).toMatchObject({ goesOn: true });
    expect(() => desk.slice({ step: next })).toThrow('cut off');
  }
  expect(desk.left).toMatchObject({ goesOn: false });
  expect(desk.slice()).toMatchObject({ state: 'more', run: { goesOn: true } });
});

test('where triggers are refused the job goes on by hand, and says that it does not by itself', () => {
  const desk = new Desk(keys(100), 7000);
  desk.triggersRefused = true;
  const started = desk.time;
  expect(desk.slice()).toMatchObject({ state: 'more', run: { goesOn: false } });
  expect(desk.time - started).toBeLessThan(5 * MINUTE);
  while (desk.slice().state !== 'done');
  expect(desk.steps).toEqual(keys(100));
});

test('a run is stopped before its next step and keeps what it did', () => {
  const desk = new Desk(keys(40), 1000);
  const begin = desk.begin();
  const told: string[] = [];
  const tell = ({ id }: Run) => told.push(id);
  const slice = runSlice<string>(
    'test',
    (run) => {
      const job = begin(run);
      return {
        ...job,
        step: (left) => {
          if (left[0] === 'p020') expect(stopRun('test', tell, desk.ground())).toBe(true);
          return job.step(left);
        },
      };
    },
    desk.ground(),
  );
  expect(slice).toMatchObject({ state: 'stopped', run: { id: 'run 1', done: 21 } });
  expect([...desk.sheet.keys()]).toEqual(keys(21));
  expect(desk.finished).toBe(0);
  expect(told).toEqual([]);
  expect([...desk.properties.keys()]).toEqual([]);
  expect(desk.slice()).toMatchObject({ state: 'done', run: { id: 'run 2', done: 40 } });
});

test('a run that was left off is stopped at once, and without a run there is nothing to stop', () => {
  const desk = new Desk(keys(100), 7000);
  desk.slice();
  const told: string[] = [];
  const stop = () => stopRun('test', ({ id }) => told.push(id), desk.ground());
  expect(stop()).toBe(true);
  expect([...desk.properties.keys()]).toEqual([]);
  expect(stop()).toBe(false);
  expect(told).toEqual(['run 1']);
});

test('what Google fails at once is tried again, and what this script says is not', () => {
  const desk = new Desk(keys(3));
  const failures = [googles('Server error.'), googles('Service timed out.')];
  const whole = desk.begin();
  const slice = runSlice<string>(
    'test',
    (run) => {
      const failure = failures.shift();
      if (failure) throw failure;
      return whole(run);
    },
    desk.ground(),
  );
  expect(slice.state).toBe('done');
  let calls = 0;
  const failing = () => {
    calls += 1;
    throw new Error('There is no tab “Team”.');
  };
  expect(() => runSlice('test', failing, desk.ground())).toThrow('no tab');
  expect(calls).toBe(1);
});
