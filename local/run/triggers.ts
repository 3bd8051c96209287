// Runs the time triggers that are due, one after the other, as whoever made them.

import { AuthMode } from '../services/script-app';
import { followingTime, type StoredTrigger, share } from '../workspace/trigger';
import { grantedScopes, runScript, type Stage } from './script-run';

/**
 * Runs all that are due until a time in milliseconds, and gives how many. What one throws is logged.
 * A virtual clock goes on to when each starts, which is a little late, and in the end to that time.
 */
export async function runDueTriggers(stage: Stage, until: number): Promise<number> {
  const clock = stage.simulation?.clock;
  let count = 0;
  for (let due = nextDue(stage, until); due; due = nextDue(stage, until)) {
    clock?.reach(startOf(stage, due));
    await fire(stage, due);
    count += 1;
  }
  clock?.reach(until);
  return count;
}

/** A trigger that has a time. */
type Waiting = StoredTrigger & { next: number };

function nextDue(stage: Stage, until: number): Waiting | null {
  const waiting = stage.shared.workspace
    .triggers()
    .filter((trigger): trigger is Waiting => trigger.next !== null)
    .filter((trigger) => startOf(stage, trigger) <= until);
  const start = (trigger: Waiting) => startOf(stage, trigger);
  return waiting.reduce<Waiting | null>((a, b) => (a && start(a) <= start(b) ? a : b), null);
}

/** Google starts triggers late; where time is played, always by the same. */
function startOf({ simulation }: Stage, { id, next }: Waiting): number {
  if (!simulation) return next;
  return next + share(`${id} ${next}`) * simulation.costs.triggerDelay * 1000;
}

async function fire(stage: Stage, trigger: Waiting): Promise<void> {
  const { workspace } = stage.shared;
  const { id, user, scriptId, functionName, schedule, next } = trigger;
  const now = workspace.now().getTime();
  const following = followingTime(schedule, next, now);
  if (following === null && stage.switches.firedTrigger === 'gone') workspace.removeTrigger(id);
  else workspace.saveTrigger({ ...trigger, next: following });
  try {
    if (stage.simulation?.quotas?.mayTrigger(user, now) === false) {
      throw new Error('Service using too much computer time for one day.');
    }
    const workbook = workspace.workbooks().find(({ script }) => script?.id === scriptId);
    if (!workbook?.script) throw new Error('its file is gone');
    await runScript(stage, {
      user,
      mode: 'FULL',
      fileId: workbook.id,
      script: workbook.script,
      scopes: grantedScopes(workspace, user, workbook.script),
      functionName,
      args: () => [clockEvent(id, new Date(now))],
      ui: null,
      selection: null,
      by: 'trigger',
    });
  } catch (error) {
    stage.onLog(`The trigger for ${functionName} of ${user} failed: ${(error as Error).message}`);
  }
}

/** Parts of the time in UTC, as the guide on events lists them. */
function clockEvent(triggerUid: string, time: Date): Record<string, unknown> {
  const firstOfYear = Date.UTC(time.getUTCFullYear(), 0, 1);
  return {
    authMode: AuthMode.FULL,
    triggerUid,
    timezone: 'UTC',
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    'day-of-month': time.getUTCDate(),
    'day-of-week': time.getUTCDay() || 7,
    'week-of-year': Math.ceil(((time.getTime() - firstOfYear) / 86_400_000 + 1) / 7),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
  };
}
