// The one runner for every long job. A job goes through its items in slices that
// end well inside Apps Script's six minutes. What has been done lies in the sheet
// (the job's rows) and in one document property (the run and its cursor), so a run
// that is cut off at any moment goes on from its cursor, or starts again harmlessly.

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
  /** When it last wrote, in milliseconds since 1970. */
  beat: number;
  /** The key of the last item that is saved; null before the first. */
  cursor: string | null;
  done: number;
  total: number;
  /** Whatever the job counts over all its slices. */
  tally: Record<string, number>;
}

export type Slice =
  | { state: 'done' | 'more'; run: Run }
  /** Someone else's slice is under way; no run when the lock is held for another reason. */
  | { state: 'busy'; run: Run | null };

/** The services a run needs, so that a test can bring its own. */
export interface Ground {
  lock: Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock'>;
  properties: Pick<
    GoogleAppsScript.Properties.Properties,
    'getProperty' | 'setProperty' | 'deleteProperty'
  >;
  /** Makes the sheet's writes stand before the cursor moves past them. */
  flush(): void;
  now(): number;
  id(): string;
  user(): string;
}

/** A slice takes up no more items after this long. */
const SLICE_MS = 4.5 * 60_000;
/** At most this much work is lost when a slice is cut off. */
const SAVE_MS = 20_000;
/** A run that has not written for this long is not gone on with: what it read is old. */
const STALE_MS = 10 * 60_000;
const LOCK_WAIT_MS = 100;

/**
 * Does one slice of the job called `name`: goes on with a run that was left off
 * within the last minutes, or starts one. Two at once become one: the second
 * caller gets `busy`. `begin` is called under the lock and reads what the job needs.
 */
export function runSlice<Item>(
  name: string,
  begin: (run: Run) => Job<Item>,
  ground: Ground = googleGround(),
): Slice {
  if (!ground.lock.tryLock(LOCK_WAIT_MS)) {
    return { state: 'busy', run: unfinishedRun(name, ground.properties) };
  }
  try {
    const sliceEnd = ground.now() + SLICE_MS;
    const run = takeUp(name, ground);
    const finished = goOn(name, run, begin(run), sliceEnd, ground);
    return { state: finished ? 'done' : 'more', run };
  } finally {
    ground.lock.releaseLock();
  }
}

/** The run of that name which has not finished, whether it is under way or was cut off. */
export function unfinishedRun(
  name: string,
  properties: Pick<Ground['properties'], 'getProperty'> = PropertiesService.getDocumentProperties(),
): Run | null {
  const text = properties.getProperty(propertyOf(name));
  return text === null ? null : (JSON.parse(text) as Run);
}

function takeUp(name: string, ground: Ground): Run {
  const left = unfinishedRun(name, ground.properties);
  if (left !== null && ground.now() - left.beat < STALE_MS) return left;
  return {
    id: ground.id(),
    started: new Date(ground.now()).toISOString(),
    by: ground.user(),
    beat: ground.now(),
    cursor: null,
    done: 0,
    total: 0,
    tally: {},
  };
}

/** True once every item is done and the job has finished; a slice does at least one step. */
function goOn<Item>(
  name: string,
  run: Run,
  job: Job<Item>,
  sliceEnd: number,
  ground: Ground,
): boolean {
  const { cursor } = run;
  const items = job.items
    .map((item) => ({ key: job.keyOf(item), item }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const rest = items.filter(({ key }) => cursor === null || key > cursor);
  run.total = items.length;
  run.done = items.length - rest.length;
  note(name, run, ground);

  let position: string | null = null;
  const save = () => {
    if (position === null) return;
    job.save();
    ground.flush();
    run.cursor = position;
    note(name, run, ground);
    position = null;
  };
  const left = rest.map(({ item }) => item);
  for (let at = 0; at < rest.length; ) {
    const done = job.step(left.slice(at));
    at += done;
    run.done += done;
    position = rest[at - 1].key;
    if (run.done < run.total && ground.now() >= sliceEnd) {
      save();
      return false;
    }
    if (ground.now() - run.beat >= SAVE_MS) save();
  }
  if (position !== null) job.save();
  job.finish();
  ground.flush();
  ground.properties.deleteProperty(propertyOf(name));
  return true;
}

function note(name: string, run: Run, ground: Ground): void {
  run.beat = ground.now();
  ground.properties.setProperty(propertyOf(name), JSON.stringify(run));
}

function propertyOf(name: string): string {
  return `run of ${name}`;
}

function googleGround(): Ground {
  return {
    lock: LockService.getDocumentLock(),
    properties: PropertiesService.getDocumentProperties(),
    flush: () => SpreadsheetApp.flush(),
    now: () => Date.now(),
    id: () => Utilities.getUuid(),
    user: () => Session.getEffectiveUser().getEmail(),
  };
}
