// What goes wrong in the runs of a simulated host, as a test writes it down:
//
//   host.faults = new Faults().fail(12);                            // the 12th call has no effect
//   host.faults = new Faults().fail('Range.setValues', { after: true });
//   host.faults = new Faults().stop(12).during(20, () => other.call('rollUp'));
//   host.faults = new Faults().random({ seed: 7, rate: 0.1, of: ['fail', 'failAfter'] });
//
// Calls are counted from 1, over all runs of the host. What Google does on the script's side, such as
// getting hold of a range, and what people do, are no calls that could go wrong.

import type { Call } from '../gate';
import type { CallKind } from '../services/service';
import { ServiceError } from '../services/service-error';
import { type Random, seeded } from '../workspace/random';
import type { Execution } from './execution';

/**
 * The n-th call of all, the n-th that may change something, the first of a method such as
 * `Range.setValues`, or its n-th.
 */
export type Point = number | { change: number } | string | readonly [method: string, nth: number];

export interface Failure {
  /** Whether the call takes effect all the same. */
  after?: boolean;
  /** What the script is told instead of Google's usual sentence. */
  error?: string;
  /** What a REST API answers; unless `error` is given, with which `fetch` itself fails. */
  status?: 429 | 500 | 503;
}

export type RandomFault = 'fail' | 'failAfter' | 'stop' | 'stopAfter' | 'slow';

export interface RandomFaults {
  seed: number;
  /** The share of calls that go wrong. */
  rate: number;
  /** Each as often as the others; name one twice to have it twice as often. */
  of?: readonly RandomFault[];
}

/** What befalls one call, as the gate asks for it. */
export interface CallFaults {
  /** How many times as long it takes. */
  slowness: number;
  /** What takes place before it, while its run stands still. */
  during: readonly (() => Promise<unknown>)[];
  /** Before its effect: may throw, and end the run. */
  before(execution: Execution): void;
  /** After its effect: may throw, and end the run. */
  after(execution: Execution): void;
}

/** A REST API that is down, for all requests of a call or for some. */
export interface Outage {
  status: number;
  hits(request: number): boolean;
}

/** `fileId` is that of the call, where it is known. */
type Fault = (call: Call, fileId: string | null) => Partial<CallFaults>;

export class Faults {
  /** How many calls were met so far, and how many of them may have changed something. */
  calls = 0;
  changes = 0;
  /** How many of them met something. */
  struck = 0;
  /** Files that Drive's list leaves out. */
  readonly unlisted = new Set<string>();
  /** Whether Drive's list says that it may not be whole. */
  listIsIncomplete = false;
  private readonly planned: { point: Point; fault: Fault }[] = [];
  private readonly met = new Map<string, number>();
  private slowness = 1;
  private chance: () => Fault[] = () => [];

  /** The call throws, or its requests are answered with an error. */
  fail(at: Point, failure: Failure = {}): this {
    return this.plan(
      at,
      failing(failure, () => true),
    );
  }

  /** The run ends there as when its time is up: what it held is lost, its script goes on without effect. */
  stop(at: Point, { after = false } = {}): this {
    return this.plan(at, stopping(after));
  }

  /** Takes a person's access to a file away before the call. */
  revoke(at: Point, fileId: string, user: string): this {
    return this.plan(at, () => ({
      before: ({ shared: { workspace } }) => {
        const owner = workspace.find(fileId)?.owner;
        if (owner) workspace.access(owner).share(fileId, user, null);
      },
    }));
  }

  /** Does something before the call, such as a whole other run, while this one stands still. */
  during(at: Point, act: () => Promise<unknown>): this {
    return this.plan(at, () => ({ during: [act] }));
  }

  /** Every call takes so many times as long. */
  slow(factor: number): this {
    this.slowness = factor;
    return this;
  }

  random({ seed, rate, of = ['fail', 'failAfter', 'stop', 'stopAfter'] }: RandomFaults): this {
    const random = seeded(seed);
    this.chance = () => (random.chance(rate) ? [randomFault(random.pick(of), random)] : []);
    return this;
  }

  /** Drive's list leaves files out. */
  unlist(...fileIds: string[]): this {
    for (const id of fileIds) this.unlisted.add(id);
    return this;
  }

  /** Drive's list says that it may not be whole. */
  incompleteList(): this {
    this.listIsIncomplete = true;
    return this;
  }

  /** Counts a call, of a file where that is known, and gives what befalls it. */
  meet(call: Call, fileId: string | null): CallFaults {
    if (call.kind === 'hold' || call.kind === 'ui') return NO_FAULTS;
    const nth = (this.met.get(call.name) ?? 0) + 1;
    this.met.set(call.name, nth);
    this.calls += 1;
    const changes = CHANGING.has(call.kind);
    if (changes) this.changes += 1;
    const planned = this.planned.filter(({ point }) => {
      if (typeof point === 'number') return point === this.calls;
      if (typeof point === 'object' && 'change' in point) {
        return changes && point.change === this.changes;
      }
      const [method, which] = typeof point === 'string' ? [point, 1] : point;
      return method === call.name && which === nth;
    });
    const faults = [...planned.map(({ fault }) => fault), ...this.chance()];
    if (faults.length > 0) this.struck += 1;
    const here = faults.map((fault) => fault(call, fileId));
    return {
      slowness: here.reduce((product, { slowness = 1 }) => product * slowness, this.slowness),
      during: here.flatMap(({ during = [] }) => during),
      before: (execution) => {
        for (const fault of here) fault.before?.(execution);
      },
      after: (execution) => {
        for (const fault of here) fault.after?.(execution);
      },
    };
  }

  private plan(point: Point, fault: Fault): this {
    this.planned.push({ point, fault });
    return this;
  }
}

/** Kinds of calls that may change something; that some only read what others of the kind change does no harm. */
const CHANGING = new Set<CallKind>(['write', 'store', 'copy', 'share', 'trigger']);

export const NO_FAULTS: CallFaults = { slowness: 1, during: [], before() {}, after() {} };

/** The run does not move while this takes place. */
export async function standStill(execution: Execution, acts: CallFaults['during']): Promise<void> {
  execution.isParked = true;
  for (const act of acts) await act();
  execution.isParked = false;
}

function failing({ after, error, status = 503 }: Failure, hits: Outage['hits']): Fault {
  return ({ kind }, fileId) => {
    if (kind === 'fetch' && error === undefined) {
      return {
        before: (execution) => {
          execution.outage = { status, hits };
        },
      };
    }
    const fail = () => {
      throw new ServiceError(error ?? usualError(fileId));
    };
    return after ? { after: fail } : { before: fail };
  };
}

function stopping(after: boolean): Fault {
  const stop = (execution: Execution) => execution.stop();
  return () => (after ? { after: stop } : { before: stop });
}

function randomFault(fault: RandomFault, random: Random): Fault {
  switch (fault) {
    case 'slow': {
      const slowness = random.between(2, 20);
      return () => ({ slowness });
    }
    case 'stop':
    case 'stopAfter':
      return stopping(fault === 'stopAfter');
    default: {
      const status = random.pick([429, 500, 503] as const);
      const error = random.chance(0.3) ? random.pick(OTHER_ERRORS) : undefined;
      const struck = random.whole(1, 3);
      // Of several requests every third, every second or each.
      const hits = (request: number) => request % struck === 0;
      return failing({ after: fault === 'failAfter', error, status }, hits);
    }
  }
}

/** What a script is told of a call that may well succeed the next time. */
function usualError(fileId: string | null): string {
  if (fileId === null) return SERVER_ERROR;
  return `Service Spreadsheets timed out while accessing document with id ${fileId}.`;
}

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Google speaks the language of whoever runs the script. */
const OTHER_ERRORS = [
  SERVER_ERROR,
  'Es ist ein Serverfehler aufgetreten. Bitte warten Sie einen Moment und versuchen Sie es noch einmal.',
  'Désolé, une erreur de serveur s’est produite. Veuillez patienter un peu et réessayer.',
];
