// Google's quotas: how much one person's scripts may do in a day and in a minute. The numbers are
// those of the page on quotas, and of the Sheets API's page on usage limits.

import type { Call } from '../gate';
import { RestError } from '../rest/answer';
import { ServiceError } from '../services/service-error';
import type { Execution } from './execution';

export interface Limits {
  /** Within 24 hours of the first, of one person. */
  perDay: Record<Daily, number>;
  /** Reads through the Sheets API within a minute, of one person and of all who use a project. */
  readsPerMinute: { user: number; project: number };
}

type Daily = 'spreadsheets' | 'projects' | 'properties' | 'urlfetch' | 'triggerSeconds';

export type AccountKind = 'consumer' | 'workspace';

export const LIMITS: Record<AccountKind, Limits> = {
  consumer: {
    perDay: {
      spreadsheets: 250,
      projects: 50,
      properties: 50_000,
      urlfetch: 20_000,
      triggerSeconds: 90 * 60,
    },
    readsPerMinute: { user: 60, project: 300 },
  },
  workspace: {
    perDay: {
      spreadsheets: 3200,
      projects: 50,
      properties: 500_000,
      urlfetch: 100_000,
      triggerSeconds: 6 * 3600,
    },
    readsPerMinute: { user: 60, project: 300 },
  },
};

export class Quotas {
  private readonly days = new Map<string, { from: number; spent: number }>();
  private readonly reads = new Map<string, number[]>();

  constructor(private readonly limits: Limits) {}

  /** Throws Google's error when a call is one too many. */
  spend(call: Call, execution: Execution): void {
    const { name, kind, args } = call;
    const spend = (what: Daily, amount = 1) => {
      if (this.take(what, amount, execution.user, execution.now().getTime())) return;
      throw new ServiceError(`Service invoked too many times for one day: ${what}.`);
    };
    if (kind === 'copy') spend('spreadsheets');
    if (kind === 'copy' && copiesScript(call, execution)) spend('projects');
    if (kind === 'store' && name.startsWith('Properties.')) spend('properties');
    if (kind === 'fetch') spend('urlfetch', Array.isArray(args[0]) ? args[0].length : 1);
  }

  /** Throws the API's 429 for a read that is one too many. */
  spendRead(user: string, project: string, now: number): void {
    const { readsPerMinute } = this.limits;
    const ofUser = this.recent(`${project} ${user}`, now);
    const ofProject = this.recent(project, now);
    if (ofUser.length >= readsPerMinute.user) throw tooManyReads('per minute per user');
    if (ofProject.length >= readsPerMinute.project) throw tooManyReads('per minute');
    ofUser.push(now);
    ofProject.push(now);
  }

  /** Whether a person's triggers may run: their time is counted when they have run. */
  mayTrigger(user: string, now: number): boolean {
    return this.take('triggerSeconds', 0, user, now);
  }

  spendTriggerTime(user: string, seconds: number, now: number): void {
    this.take('triggerSeconds', seconds, user, now);
  }

  private take(what: Daily, amount: number, user: string, now: number): boolean {
    const key = `${user} ${what}`;
    const known = this.days.get(key);
    const day = known && now < known.from + DAY_MS ? known : { from: now, spent: 0 };
    this.days.set(key, day);
    const limit = this.limits.perDay[what];
    if (day.spent >= limit || (what !== 'triggerSeconds' && day.spent + amount > limit)) {
      return false;
    }
    day.spent += amount;
    return true;
  }

  private recent(key: string, now: number): number[] {
    const times = (this.reads.get(key) ?? []).filter((time) => time > now - MINUTE_MS);
    this.reads.set(key, times);
    return times;
  }
}

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** Whether a copy comes with a script project of its own that counts. */
function copiesScript({ name, service }: Call, { store, switches }: Execution): boolean {
  if (name !== 'Spreadsheet.copy' || !switches.copiesAreProjects) return false;
  const { fileId } = service as unknown as { fileId: string };
  return store.read(fileId).script !== null;
}

function tooManyReads(limit: string): RestError {
  return new RestError(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric 'Read requests' and limit 'Read requests ${limit}' of service 'sheets.googleapis.com'.`,
    'rateLimitExceeded',
  );
}
