// What a host plays besides Google's services: time, and what it does to runs. A host has none
// unless it is told to, and then runs are as quick and as lasting as the machine is.

import { type RunTime, VirtualClock } from './clock';
import { COSTS, type Costs } from './costs';
import type { Mode } from './execution';
import type { Faults } from './faults';
import { type AccountKind, LIMITS, type Limits, Quotas } from './quotas';

export interface SimulationOptions {
  /** When the virtual clock starts; now unless told. */
  clock?: Date;
  /** What calls cost, where it differs from costs.ts. */
  costs?: Partial<Costs>;
  /** Whether changed cells wait for flush, a read or the end of the run; they do unless told. */
  holdWrites?: boolean;
  /** Whose quotas hold; none unless told. */
  quotas?: AccountKind | Limits | null;
  faults?: Faults;
}

/** A run that has ended, or was stopped. */
export interface Ran {
  functionName: string;
  user: string;
  fileId: string;
  by: 'person' | 'cell' | 'trigger';
  started: Date;
  /** On the virtual clock. */
  seconds: number;
  ended: 'done' | 'failed' | 'stopped';
}

export class Simulation {
  readonly clock: VirtualClock;
  readonly costs: Costs;
  readonly holdWrites: boolean;
  readonly quotas: Quotas | null;
  faults: Faults | null;
  /** Every run since the start, or since the counts were reset; in the order in which they ended. */
  ran: Ran[] = [];

  constructor({
    clock = new Date(),
    costs,
    holdWrites = true,
    quotas = null,
    faults,
  }: SimulationOptions) {
    this.clock = new VirtualClock(clock);
    this.costs = { ...COSTS, ...costs };
    this.holdWrites = holdWrites;
    const limits = typeof quotas === 'string' ? LIMITS[quotas] : quotas;
    this.quotas = limits && new Quotas(limits);
    this.faults = faults ?? null;
  }

  /** A run that starts now. */
  begin(mode: Mode): RunTime {
    const time = this.clock.begin(mode === 'FULL' ? RUN_MS : SHORT_RUN_MS);
    if (mode === 'CUSTOM_FUNCTION') time.pass(this.costs.customFunction * 1000);
    return time;
  }

  /** A run has ended. */
  note(
    { functionName, user, fileId, by }: Omit<Ran, 'started' | 'seconds' | 'ended'>,
    { started, now }: RunTime,
    ended: Ran['ended'],
  ): void {
    const seconds = (now - started) / 1000;
    if (by === 'trigger') this.quotas?.spendTriggerTime(user, seconds, now);
    this.ran.push({ functionName, user, fileId, by, started: new Date(started), seconds, ended });
  }
}

/** One run may take six minutes; a cell and a simple trigger 30 seconds. */
const RUN_MS = 6 * 60_000;
const SHORT_RUN_MS = 30_000;
