// Classes Trigger, TriggerBuilder and ClockTriggerBuilder: functions that run by the clock.

import type { Execution } from '../run/execution';
import { firstTime, type Schedule, type StoredTrigger, share } from '../workspace/trigger';
import { type EnumValue, enumeration } from './enumeration';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { Session } from './session';
import { integer, signatureError } from './signature';

export const EventType = enumeration('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);

export const TriggerSource = enumeration('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);

export class Trigger extends Service {
  static override readonly service = 'Trigger';
  static override readonly offers: Offers = {
    getEventType: { kind: 'hold' },
    getHandlerFunction: { kind: 'hold' },
    getTriggerSource: { kind: 'hold' },
    getUniqueId: { kind: 'hold' },
  };

  constructor(
    execution: Execution,
    readonly stored: StoredTrigger,
  ) {
    super(execution);
  }

  getEventType(): EnumValue {
    return EventType.CLOCK;
  }

  getHandlerFunction(): string {
    return this.stored.functionName;
  }

  getTriggerSource(): EnumValue {
    return TriggerSource.CLOCK;
  }

  getUniqueId(): string {
    return this.stored.id;
  }
}

export class TriggerBuilder extends Service {
  static override readonly service = 'TriggerBuilder';
  static override readonly offers: Offers = { timeBased: { kind: 'hold' } };

  constructor(
    execution: Execution,
    private readonly functionName: string,
  ) {
    super(execution);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.execution, this.functionName);
  }
}

export class ClockTriggerBuilder extends Service {
  static override readonly service = 'ClockTriggerBuilder';
  static override readonly offers: Offers = {
    after: { kind: 'hold' },
    at: { kind: 'hold' },
    atHour: { kind: 'hold' },
    create: { kind: 'trigger' },
    everyDays: { kind: 'hold' },
    everyHours: { kind: 'hold' },
    nearMinute: { kind: 'hold' },
  };

  private readonly id = this.execution.newId();
  private once: number | null = null;
  private hours: number | null = null;
  private days: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;

  constructor(
    execution: Execution,
    private readonly functionName: string,
  ) {
    super(execution);
  }

  /** At the earliest after so many milliseconds. */
  after(durationMilliseconds: unknown): this {
    const duration = this.whole('after', durationMilliseconds);
    this.once = this.execution.now().getTime() + duration;
    return this;
  }

  at(date: unknown): this {
    if (!(date instanceof Date)) throw signatureError('ClockTriggerBuilder.at', [date]);
    this.once = date.getTime();
    return this;
  }

  atHour(hour: unknown): this {
    this.hour = this.whole('atHour', hour, 0, 23);
    return this;
  }

  everyDays(n: unknown): this {
    this.days = this.whole('everyDays', n, 1);
    return this;
  }

  everyHours(n: unknown): this {
    this.hours = this.whole('everyHours', n, 1);
    return this;
  }

  /** Plus or minus 15 minutes. */
  nearMinute(minute: unknown): this {
    this.minute = this.whole('nearMinute', minute, 0, 59);
    return this;
  }

  create(): Trigger {
    const { execution, id, functionName } = this;
    const { user, scriptId, shared } = execution;
    if (shared.workspace.triggersOf(user, scriptId).length >= TRIGGERS) {
      throw new ServiceError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const schedule = this.schedule();
    const next = firstTime(schedule, id, execution.now().getTime());
    const stored = { id, user, scriptId, functionName, schedule, next };
    shared.workspace.saveTrigger(stored);
    return new Trigger(execution, stored);
  }

  /** Where the script leaves the hour or the minute open, Google picks one and keeps to it. */
  private schedule(): Schedule {
    if (this.once !== null) return { kind: 'once', at: this.once };
    if (this.hours !== null) return { kind: 'hours', every: this.hours };
    if (this.days === null) {
      throw new ServiceError('A time must be specified for a time-based trigger.');
    }
    const near = (minute: number) => minute - 15 + Math.floor(share(this.id) * 31);
    return {
      kind: 'days',
      every: this.days,
      hour: this.hour ?? Math.floor(share(`${this.id} hour`) * 24),
      minute: this.minute === null ? Math.floor(share(this.id) * 60) : near(this.minute),
      timeZone: this.execution.service(Session).getScriptTimeZone(),
    };
  }

  private whole(method: string, value: unknown, low = 0, high = Number.POSITIVE_INFINITY): number {
    const number = integer(value, `ClockTriggerBuilder.${method}`, [value]);
    if (number < low || number > high) throw new ServiceError(`Invalid argument: ${number}`);
    return number;
  }
}

/** A person's for one script. */
const TRIGGERS = 20;
