// Time triggers: made, listed and deleted by scripts, run by the host.

import type { Host, OpenFile } from '../../local/host';
import type { Switches } from '../../local/switches';
import { documented } from './documented';
import { fileWithScript, GRACE, SCOPES, temporaryHost } from './temporary-host';

const SCRIPT_APP = 'reference/script/script-app';
const TRIGGER = 'reference/script/trigger';
const BUILDER = 'reference/script/trigger-builder';
const CLOCK = 'reference/script/clock-trigger-builder';
const GUIDE = 'guides/triggers/installable';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-20T12:00:00Z');

const CODE = `
  function builder(handler) { return ScriptApp.newTrigger(handler || 'note').timeBased(); }
  function note(event) {
    var log = SpreadsheetApp.getActive().getSheetByName('Sheet1');
    log.getRange(log.getLastRow() + 1, 1).setValue(JSON.stringify(event));
  }
  function notes() {
    return SpreadsheetApp.getActive().getSheetByName('Sheet1').getDataRange().getValues()
      .map(function (row) { return row[0]; }).filter(String).map(JSON.parse);
  }
  function handlers() {
    return ScriptApp.getProjectTriggers().map(function (each) { return each.getHandlerFunction(); });
  }
  function deleteAll() {
    ScriptApp.getProjectTriggers().forEach(function (each) { ScriptApp.deleteTrigger(each); });
  }
  function afterMinute() { builder().after(60000).create(); }
  function atTomorrow() { builder().at(new Date(Date.now() + 24 * 3600000)).create(); }
  function everyTwoHours() { builder().everyHours(2).create(); }
  function atFive() { builder().everyDays(1).atHour(5).nearMinute(30).create(); }
  function nobodyWatches() { builder('askSomebody').after(0).create(); }
  function askSomebody() { SpreadsheetApp.getUi().alert('Is anybody there?'); }
  function describe() {
    var made = builder('handlers').everyHours(1).create();
    return [made.getHandlerFunction(), String(made.getEventType()), made.getEventType() === ScriptApp.EventType.CLOCK,
      made.getTriggerSource() === ScriptApp.TriggerSource.CLOCK,
      made.getUniqueId() === ScriptApp.getProjectTriggers()[0].getUniqueId()];
  }
  function tooMany() { for (var i = 0; i < 21; i += 1) builder().after(1).create(); }
  function noTime() { builder().create(); }
  function noSuchHour() { builder().everyDays(1).atHour(24); }
`;

class Clocked {
  now = NOON;
  readonly log: string[] = [];
  readonly host: Host;
  readonly file: OpenFile;

  constructor(switches: Partial<Switches> = {}, scopes?: string[]) {
    const now = () => new Date(this.now);
    this.host = temporaryHost({ now, switches, onLog: (line) => this.log.push(line) });
    this.file = fileWithScript(this.host, CODE, { scopes });
  }

  /** Lets time pass in steps of a quarter of an hour, and gives when triggers ran. */
  async pass(hours: number): Promise<Date[]> {
    const ran: Date[] = [];
    for (const end = this.now + hours * HOUR; this.now < end; ) {
      this.now += HOUR / 4;
      for (let runs = await this.host.runDueTriggers(); runs > 0; runs -= 1) {
        ran.push(new Date(this.now));
      }
    }
    return ran;
  }
}

documented(
  'ScriptApp.newTrigger, getProjectTriggers, deleteTrigger: a user’s triggers of one script',
  SCRIPT_APP,
  async () => {
    const { host, file } = new Clocked();
    file.share(GRACE, 'editor');
    const graces = host.as(GRACE).open(file.id);
    await file.call('everyTwoHours');
    expect(await file.call('handlers')).toEqual(['note']);
    expect(await graces.call('handlers')).toEqual([]);
    await file.call('deleteAll');
    expect(await file.call('handlers')).toEqual([]);
  },
);

documented('ScriptApp.newTrigger: needs the scope for triggers', SCRIPT_APP, async () => {
  const { file } = new Clocked({}, [SCOPES.allFiles]);
  await expect(file.call('afterMinute')).rejects.toThrow(SCOPES.triggers);
});

documented('TriggerBuilder.timeBased: a trigger by the clock', BUILDER, async () => {
  const clocked = new Clocked();
  await clocked.file.call('everyTwoHours');
  expect((await clocked.pass(24)).length).toBeGreaterThanOrEqual(11);
});

documented(
  'Trigger.getHandlerFunction, getEventType, getTriggerSource, getUniqueId: what it is',
  TRIGGER,
  async () => {
    expect(await new Clocked().file.call('describe')).toEqual([
      'handlers',
      'CLOCK',
      true,
      true,
      true,
    ]);
  },
);

documented('ClockTriggerBuilder.after, at, create: once, not before the time', CLOCK, async () => {
  const clocked = new Clocked();
  await clocked.file.call('afterMinute');
  expect(await clocked.host.runDueTriggers()).toBe(0);
  expect(await clocked.pass(2)).toEqual([new Date(NOON + HOUR / 4)]);
  await clocked.file.call('atTomorrow');
  expect(await clocked.pass(48)).toEqual([new Date(NOON + 26 * HOUR)]);
});

documented(
  'ClockTriggerBuilder.everyDays, atHour, nearMinute: at an hour by the script’s time zone, the same each day',
  CLOCK,
  async () => {
    const clocked = new Clocked();
    await clocked.file.call('atFive');
    const ran = await clocked.pass(72);
    // Berlin is an hour ahead of UTC.
    const first = ran[0].getTime() - Date.parse('2026-11-21T04:30:00Z');
    expect(Math.abs(first)).toBeLessThanOrEqual(HOUR / 2);
    expect(ran.map((time) => time.getTime() - ran[0].getTime())).toEqual([0, 24 * HOUR, 48 * HOUR]);
  },
);

documented('ClockTriggerBuilder.everyHours: again and again', CLOCK, async () => {
  const clocked = new Clocked();
  await clocked.file.call('everyTwoHours');
  const ran = await clocked.pass(12);
  expect(ran.map((time) => time.getTime() - ran[0].getTime())).toEqual(
    [0, 2, 4, 6, 8, 10].map((hours) => hours * HOUR),
  );
});

documented('ClockTriggerBuilder.create, atHour: what is refused', CLOCK, async () => {
  const { file } = new Clocked();
  await expect(file.call('noTime')).rejects.toThrow('A time must be specified');
  await expect(file.call('noSuchHour')).rejects.toThrow('Invalid argument: 24');
});

documented(
  'ClockTriggerBuilder.create: at most 20 triggers of a user and script',
  'guides/services/quotas',
  async () => {
    const { file } = new Clocked();
    await expect(file.call('tooMany')).rejects.toThrow('This script has too many triggers.');
    expect(await file.call('handlers')).toHaveLength(20);
  },
);

documented('ScriptApp.newTrigger: runs as who made it, with the time', GUIDE, async () => {
  const clocked = new Clocked();
  await clocked.file.call('afterMinute');
  await clocked.pass(1);
  const [event] = (await clocked.file.call('notes')) as Record<string, unknown>[];
  expect(event).toMatchObject({
    ...{ year: 2026, month: 11, 'day-of-month': 20, 'day-of-week': 5, 'week-of-year': 47 },
    ...{ hour: 12, minute: 15, second: 0, timezone: 'UTC' },
  });
});

documented('ScriptApp.newTrigger: nobody can be asked anything', GUIDE, async () => {
  const clocked = new Clocked();
  await clocked.file.call('nobodyWatches');
  await clocked.pass(1);
  expect(clocked.log.join()).toMatch(
    /askSomebody of ada@example.com failed: .*Cannot call SpreadsheetApp.getUi\(\)/,
  );
});

documented('ScriptApp.newTrigger: not once the file is out of reach', GUIDE, async () => {
  const clocked = new Clocked();
  clocked.file.share(GRACE, 'editor');
  await clocked.host.as(GRACE).open(clocked.file.id).call('afterMinute');
  clocked.file.share(GRACE, null);
  await clocked.pass(1);
  expect(clocked.log.join()).toMatch(/You do not have permission/);
  expect(await clocked.file.call('notes')).toEqual([]);
});

describe('a one-time trigger that has run', () => {
  const handlersAfter = async (firedTrigger: Switches['firedTrigger']) => {
    const clocked = new Clocked({ firedTrigger });
    await clocked.file.call('afterMinute');
    await clocked.pass(1);
    return clocked.file.call('handlers');
  };

  documented('ScriptApp.getProjectTriggers: lists it until it is deleted', SCRIPT_APP, async () => {
    expect(await handlersAfter('stays')).toEqual(['note']);
  });

  documented('ScriptApp.getProjectTriggers: or no longer', SCRIPT_APP, async () => {
    expect(await handlersAfter('gone')).toEqual([]);
  });
});
