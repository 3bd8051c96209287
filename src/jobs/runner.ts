// The one runner for every long job. A job goes through its items in slices that
// end well inside Apps Script's six minutes. What has been done lies in the sheet
// (the job's rows) and in one document property (the run and its cursor), so a run
// that is cut off at any moment goes on from its cursor, or starts again harmlessly.
// A run that takes long sets a trigger that goes on with it, and may be stopped.

import { userEmail } from '../sheets/own-file';
import { type Clock, GOOGLE_CLOCK, Patience } from './retry';
import { goOnIn } from './triggers';

/** What a job is made of, read afresh for every slice. */
export interface Job<Item> {
  items: Item[];
  /**
   * Unique among the items. They are taken in the order of their keys and the cursor
   * is a key, so sorting, adding or deleting rows between two slices skips nobody.
   */
  keyOf(item: Item): string;
  /**
   * Does the first of the items that are left, as many as it can do at once, and returns how many.
   * It answers for their failures: what it throws ends the slice.
   */
  step(left: readonly Item[]): number;
  /** Writes what the steps since the last save came to. Rows are keyed: it may happen twice. */
  save(): void;
  /** Happens once all items are saved; may happen twice when the end was cut off. */
  finish(): void;
}

/** A run, as the document's properties hold it. */
export interface Run {
  id: string;
  /** ISO 8601, UTC. */
  started: string;
  /** E-mail of who started it. */
  by: string;
  /** When it last got on, in milliseconds since 1970. */
  beat: number;
  /** The key of the last item that is saved; null before the first. */
  cursor: string | null;
  /** Items done, also those that are not saved yet. */
  done: number;
  total: number;
  /** Whatever the job counts over all its slices. */
  tally: Record<string, number>;
  /** Slices in a row that were gone on with and saved nothing. */
  vain: number;
  /** Whether a trigger goes on with it when nobody else does. */
  goesOn: boolean;
}

export type Slice =
  | { state: 'done' | 'more' | 'stopped'; run: Run }
  /** Someone else's slice is under way; no run when the lock is held for another reason. */
  | { state: 'busy'; run: Run | null };

/** Reads what a job needs, under the lock; `patience` is what the slice has for Google's failures. */
export type Begin<Item> = (run: Run, patience: Patience) => Job<Item>;

/** The services a run needs, so that a test can bring its own. */
export interface Ground extends Clock {
  lock: Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock'>;
  properties: Pick<
    GoogleAppsScript.Properties.Properties,
    'getProperty' | 'setProperty' | 'deleteProperty'
  >;
  /** Makes the sheet's writes stand before the cursor moves past them. */
  flush(): void;
  id(): string;
  user(): string;
  /** Lets a trigger go on after that long; throws where triggers are refused. */
  goOnIn(ms: number): void;
}

/** A slice takes up no more items after this long, and waits for nothing after that. */
const SLICE_MS = 4.5 * 60_000;
const PATIENCE_MS = 5.25 * 60_000;
/** How often people look at its progress. */
const LOOK_MS = 3000;
/** At most this much work is lost when a slice is cut off. */
const SAVE_MS = 60_000;
/** A run that got no further for this long is not gone on with: what it read is old. */
const STALE_MS = 2 * 60 * 60_000;
const LOCK_WAIT_MS = 100;
/** When a trigger goes on: after a slice that ended, and after one that Google ended. */
const SOON_MS = 30_000;
const AFTER_SLICE_MS = 7 * 60_000;
/** A run that fails again and again before it saves anything is left to people. */
const MOST_VAIN = 3;

/**
 * Does one slice of the job called `name`: goes on with a run that was left off
 * within the last hours, or starts one. Two at once become one: the second caller gets `busy`.
 */
export function runSlice<Item>(
  name: string,
  begin: Begin<Item>,
  ground: Ground = googleGround(),
): Slice {
  if (!ground.lock.tryLock(LOCK_WAIT_MS)) {
    return { state: 'busy', run: unfinishedRun(name, ground.properties) };
  }
  try {
    return new SliceUnderWay(name, ground).go(begin);
  } finally {
    ground.lock.releaseLock();
  }
}

/** The run of that name which has not finished, whether it is under way or was cut off. */
export function unfinishedRun(
  name: string,
  properties: Pick<Ground['properties'], 'getProperty'> = PropertiesService.getDocumentProperties(),
): Run | null {
  const text = properties.getProperty(runOf(name));
  return text === null ? null : (JSON.parse(text) as Run);
}

/** Whether the next slice goes on with the run rather than starting another one. */
export function isFresh(run: Run, now = Date.now()): boolean {
  return now - run.beat < STALE_MS;
}

/**
 * Ends the run of that name: at once, or, when a slice of it is under way, before its next step.
 * What it saved stays. False when there is none.
 * @param stopped is told the run when no slice of it is under way that would end as `stopped`.
 */
export function stopRun(
  name: string,
  stopped: (run: Run) => void = () => {},
  ground: Ground = googleGround(),
): boolean {
  const run = unfinishedRun(name, ground.properties);
  if (run === null) return false;
  ground.properties.setProperty(stopOf(name), run.id);
  if (!ground.lock.tryLock(LOCK_WAIT_MS)) return true;
  try {
    forget(name, ground);
    stopped(run);
  } finally {
    ground.lock.releaseLock();
  }
  return true;
}

class SliceUnderWay {
  private readonly end: number;
  private readonly patience: Patience;
  private readonly run: Run;
  /** The run as the next slice would find it, were this one cut off now. */
  private saved: Run;
  private savedAt: number;
  private areTriggersRefused = false;

  constructor(
    private readonly name: string,
    private readonly ground: Ground,
  ) {
    this.savedAt = ground.now();
    this.end = this.savedAt + SLICE_MS;
    this.patience = new Patience(this.savedAt + PATIENCE_MS, ground);
    this.run = this.takeUp();
    this.saved = copyOf(this.run);
  }

  /** A slice does at least one step. */
  go<Item>(begin: Begin<Item>): Slice {
    const { run, ground, patience } = this;
    if (run.vain > MOST_VAIN) this.note();
    else if (run.vain > 0) this.letGoOnIn(AFTER_SLICE_MS);
    const job = patience.try(() => begin(run, patience));
    const { keys, items } = restOf(job, run.cursor);
    run.total = job.items.length;
    run.done = run.total - items.length;
    this.note();
    for (let at = 0; at < items.length; ) {
      const done = job.step(items.slice(at));
      at += done;
      run.done += done;
      if (at === items.length) break;
      if (this.isToldToStop()) {
        this.save(job, keys[at - 1]);
        forget(this.name, ground);
        return { state: 'stopped', run };
      }
      if (ground.now() >= this.end) {
        this.save(job, keys[at - 1]);
        this.letGoOnIn(SOON_MS);
        return { state: 'more', run };
      }
      if (ground.now() - this.savedAt >= SAVE_MS) {
        this.save(job, keys[at - 1]);
        if (!run.goesOn) this.letGoOnIn(AFTER_SLICE_MS);
      }
    }
    patience.try(() => {
      if (items.length > 0) job.save();
      job.finish();
      ground.flush();
    });
    forget(this.name, ground);
    return { state: 'done', run };
  }

  private takeUp(): Run {
    const { ground } = this;
    const now = ground.now();
    const left = unfinishedRun(this.name, ground.properties);
    if (left !== null && isFresh(left, now)) {
      return { ...left, vain: left.vain + 1, goesOn: false };
    }
    return {
      id: ground.id(),
      started: new Date(now).toISOString(),
      by: ground.user(),
      beat: now,
      cursor: null,
      done: 0,
      total: 0,
      tally: {},
      vain: 0,
      goesOn: false,
    };
  }

  private save(job: Job<unknown>, cursor: string): void {
    this.patience.try(() => {
      job.save();
      this.ground.flush();
    });
    this.run.cursor = cursor;
    this.run.vain = 0;
    this.saved = copyOf(this.run);
    this.savedAt = this.ground.now();
    this.note();
  }

  /** Shows people how far it is and hears what they want, as often as they look. */
  private isToldToStop(): boolean {
    if (this.ground.now() - this.run.beat < LOOK_MS) return false;
    this.note();
    return this.ground.properties.getProperty(stopOf(this.name)) === this.run.id;
  }

  /** The job goes on without triggers as well, by hand or by an open sidebar. */
  private letGoOnIn(ms: number): void {
    if (this.areTriggersRefused) return;
    try {
      this.patience.try(() => this.ground.goOnIn(ms));
    } catch (_) {
      this.areTriggersRefused = true;
    }
    this.run.goesOn = !this.areTriggersRefused;
    this.note();
  }

  /** Shows how far the work is, and leaves what counts as done at what is saved. */
  private note(): void {
    const { done, total, goesOn } = this.run;
    this.run.beat = this.ground.now();
    const noted = { ...this.saved, done, total, goesOn, beat: this.run.beat };
    this.patience.try(() =>
      this.ground.properties.setProperty(runOf(this.name), JSON.stringify(noted)),
    );
  }
}

/** What lies behind the cursor, by key. */
function restOf<Item>(job: Job<Item>, cursor: string | null): { keys: string[]; items: Item[] } {
  const rest = job.items
    .map((item) => ({ key: job.keyOf(item), item }))
    .filter(({ key }) => cursor === null || key > cursor)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { keys: rest.map(({ key }) => key), items: rest.map(({ item }) => item) };
}

function copyOf(run: Run): Run {
  return { ...run, tally: { ...run.tally } };
}

function forget(name: string, { properties }: Ground): void {
  properties.deleteProperty(runOf(name));
  properties.deleteProperty(stopOf(name));
}

const runOf = (name: string) => `run of ${name}`;
const stopOf = (name: string) => `stop of ${name}`;

function googleGround(): Ground {
  return {
    lock: LockService.getDocumentLock(),
    properties: PropertiesService.getDocumentProperties(),
    flush: () => SpreadsheetApp.flush(),
    ...GOOGLE_CLOCK,
    id: () => Utilities.getUuid(),
    user: userEmail,
    goOnIn,
  };
}
