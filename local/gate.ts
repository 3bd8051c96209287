// The one gate through which every service call of a script passes. In this order: is the method
// offered, is the run still on, do its mode and consent permit the call; and where a host simulates:
// does something befall it, is there quota left, what time does it take, which held writes does it
// need. Then it takes effect, or is held itself.

import type { RunTime } from './run/clock';
import { timeAfter, timeBefore } from './run/costs';
import type { Execution } from './run/execution';
import { type CallFaults, NO_FAULTS, standStill } from './run/faults';
import { depends, fileOf, waits } from './run/held-writes';
import type { Simulation } from './run/simulation';
import { whenever } from './run/whenever';
import type { CallKind, Offer, Scope, Service } from './services/service';
import type { ServiceClass } from './services/service-class';
import { ServiceError } from './services/service-error';

/** How many calls were made: by kind, and by method such as `Range.getValues`. */
export interface Counts {
  kinds: Partial<Record<CallKind, number>>;
  methods: Record<string, number>;
}

/** One call of a service by a run. */
export interface Call {
  service: Service;
  method: string;
  args: unknown[];
  /** Such as `Range.getValues`. */
  name: string;
  kind: CallKind;
}

export class Gate {
  readonly counts: Counts = { kinds: {}, methods: {} };

  constructor(private readonly simulation: Simulation | null) {}

  /**
   * Makes the call on behalf of the run; a promise where the method waits for something.
   * Throws what Google would when the call is not permitted.
   */
  call(execution: Execution, service: Service, method: string, args: unknown[]): unknown {
    const type = service.constructor as unknown as ServiceClass;
    const name = `${type.service}.${method}`;
    const offer = Object.hasOwn(type.offers, method) ? type.offers[method] : null;
    if (!offer) throw new Error(`local host: ${name} is not offered`);
    execution.refuseWhenStopped();
    authorize(execution, name, offer);
    this.count(name, offer.kind);
    const call: Call = { service, method, args, name, kind: offer.kind };
    return this.simulation ? this.simulated(this.simulation, execution, call) : perform(call);
  }

  reset(): void {
    this.counts.kinds = {};
    this.counts.methods = {};
  }

  private simulated(simulation: Simulation, execution: Execution, call: Call): unknown {
    const faults = simulation.faults?.meet(call, fileOf(call)) ?? NO_FAULTS;
    const make = () =>
      simulation.clock.within(execution.time as RunTime, () =>
        this.timed(simulation, execution, call, faults),
      );
    return faults.during.length > 0 ? standStill(execution, faults.during).then(make) : make();
  }

  /** The call at its price, by the clock of the run. */
  private timed(
    { costs, holdWrites, quotas }: Simulation,
    execution: Execution,
    call: Call,
    faults: CallFaults,
  ): unknown {
    const { store, switches } = execution;
    faults.before(execution);
    quotas?.spend(call, execution);
    execution.spend(timeBefore(call, costs) * faults.slowness);
    const file = fileOf(call);
    let result: unknown = call.service;
    if (holdWrites && waits(call)) store.hold(file, () => perform(call));
    else {
      if (depends(call)) store.settle(switches.readsApplyWrites === 'ofTheFile' ? file : null);
      result = perform(call);
      store.save();
    }
    const end = (value: unknown) => {
      execution.spend(timeAfter(call, value, costs) * faults.slowness);
      faults.after(execution);
      return value;
    };
    return whenever(result, end);
  }

  private count(name: string, kind: CallKind): void {
    const { kinds, methods } = this.counts;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    methods[name] = (methods[name] ?? 0) + 1;
  }
}

function perform({ service, method, args }: Call): unknown {
  return (service as unknown as Record<string, (...args: unknown[]) => unknown>)[method](...args);
}

/** Google's table of authorization modes, and the scopes that each method asks for. */
function authorize(execution: Execution, name: string, offer: Offer): void {
  const scopes = offer.scopes ?? [];
  switch (execution.mode) {
    case 'NONE':
      if (!WITHOUT_ANY_RIGHT.test(name)) throw refusal(name, scopes);
      return;
    case 'LIMITED':
      if (offer.kind === 'ui' && !MENU_BUILDING.test(name)) throw refusal(name, scopes);
      if (!needsNoConsent(scopes)) throw refusal(name, scopes);
      return;
    case 'CUSTOM_FUNCTION':
      if (name === 'SpreadsheetApp.getUi') return;
      if (!READING.has(offer.kind) || !needsNoConsent(scopes)) throw refusal(name, scopes);
      return;
    case 'FULL':
      if (scopes.length === 0 || scopes.some((scope) => execution.scopes.has(scope))) return;
      throw new ServiceError(
        `Specified permissions are not sufficient to call ${name}. ${required(scopes)}`,
      );
  }
}

const MENU_BUILDING = /^(SpreadsheetApp\.getUi|Ui\.create(Addon)?Menu|Menu\..*)$/;
const WITHOUT_ANY_RIGHT =
  /^(SpreadsheetApp\.getUi|Ui\.create(Addon)?Menu|(Menu|Logger|console|Utilities)\..*|Session\.getActiveUserLocale)$/;
const READING = new Set<CallKind>(['hold', 'read', 'store', 'lock']);
const CURRENT_FILE: Scope = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** The current file is open to a run without anybody's consent. */
function needsNoConsent(scopes: readonly Scope[]): boolean {
  return scopes.length === 0 || scopes.includes(CURRENT_FILE);
}

function refusal(name: string, scopes: readonly Scope[]): ServiceError {
  const reason = `You do not have permission to call ${name}.`;
  return new ServiceError(scopes.length > 0 ? `${reason} ${required(scopes)}` : reason);
}

function required(scopes: readonly Scope[]): string {
  const list = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes[0];
  return `Required permissions: ${list}`;
}
