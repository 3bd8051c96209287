// A time trigger as the workspace keeps it, and when it runs.

import { createHash } from 'node:crypto';
import { fromZonedTime, toZonedTime } from 'date-fns-tz';

export interface StoredTrigger {
  id: string;
  /** Who made it: it runs as this person, and nobody else sees it. */
  user: string;
  scriptId: string;
  functionName: string;
  schedule: Schedule;
  /** When it is to run next, in milliseconds since 1970; null once a one-time trigger has run. */
  next: number | null;
}

export type Schedule =
  | { kind: 'once'; at: number }
  | { kind: 'hours'; every: number }
  /** By the clock of a time zone; `minute` may lie before or behind the hour. */
  | { kind: 'days'; every: number; hour: number; minute: number; timeZone: string };

/** When a trigger that is made now runs for the first time. */
export function firstTime(schedule: Schedule, id: string, now: number): number {
  switch (schedule.kind) {
    case 'once':
      return schedule.at;
    case 'hours':
      return now + share(id) * schedule.every * HOUR;
    case 'days': {
      const today = onDay(schedule, now, 0);
      return today > now ? today : onDay(schedule, now, 1);
    }
  }
}

/** When a trigger that was due at `time` runs next; what was missed until `now` is not made up for. */
export function followingTime(schedule: Schedule, time: number, now: number): number | null {
  if (schedule.kind === 'once') return null;
  const step = (from: number) =>
    schedule.kind === 'hours'
      ? from + schedule.every * HOUR
      : onDay(schedule, from, schedule.every);
  let next = step(time);
  while (next <= now) next = step(next);
  return next;
}

/** A number from 0 to 1 that looks random and is the same for the same text. */
export function share(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

const HOUR = 3_600_000;

function onDay(
  { hour, minute, timeZone }: Extract<Schedule, { kind: 'days' }>,
  time: number,
  later: number,
): number {
  const wall = toZonedTime(time, timeZone);
  const day = new Date(wall.getFullYear(), wall.getMonth(), wall.getDate() + later, hour, minute);
  return fromZonedTime(day, timeZone).getTime();
}
