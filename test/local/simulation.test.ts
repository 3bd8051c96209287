// Time on the virtual clock: what calls cost, what a run may take, which writes wait, when
// triggers start.

import type { Host, HostOptions, OpenFile } from '../../local/host';
import { documented } from './documented';
import { fileWithScript, temporaryHost } from './temporary-host';

const QUOTAS = 'guides/services/quotas';
const FLUSH = 'reference/spreadsheet/spreadsheet-app';
const START = new Date('2026-11-20T12:00:00Z');
const MINUTE = 60_000;

const CODE = `
  function sheet(id) {
    var file = id ? SpreadsheetApp.openById(id) : SpreadsheetApp.getActive();
    return file.getSheets()[0];
  }
  function clockAfter(body) { var start = Date.now(); Function(body)(); return Date.now() - start; }
  function spending() {
    var seen = [Date.now()];
    function lap(act) { var start = Date.now(); act(); seen.push(Date.now() - start); }
    var cells = sheet().getRange('A1:J100'), values = cells.getValues();
    lap(function () { cells.getValues(); });
    lap(function () { cells.setValues(values); });
    lap(function () { sheet(SpreadsheetApp.getActive().getId()); });
    lap(function () { PropertiesService.getScriptProperties().getProperty('none'); });
    lap(function () { Utilities.sleep(250); });
    lap(function () { sheet().getRange('A1').getSheet().getName(); });
    return seen;
  }
  function write(a1, value, id) { sheet(id).getRange(a1).setValue(value); }
  function read(a1) { return sheet().getRange(a1).getValue(); }
  function writeAndRead(written, seen) {
    write(written, 'x');
    sheet(seen).getRange(written).getValue();
    Utilities.sleep(300000); Utilities.sleep(300000);
  }
  function writeForEver(flushes) {
    for (var row = 1; ; row += 1) {
      PropertiesService.getScriptProperties().setProperty('row', String(row));
      write('A' + row, row);
      if (flushes) SpreadsheetApp.flush();
      Utilities.sleep(10000);
    }
  }
  function stubborn() {
    while (true) try { Utilities.sleep(1000); } catch (error) { write('A1', 'after the end'); }
  }
  function writeTooMuch() {
    sheet().getRange('A1:B1').setValues([[1, 2, 3]]);
    sheet().getRange('A2').setValue('kept');
    try { SpreadsheetApp.flush(); } catch (error) { return error.message; }
  }
  function cell() { Utilities.sleep(40000); return 'never'; }
  function onOpen() { write('A1', 'opened'); Utilities.sleep(40000); write('A2', 'too late'); }
  function goOn() { ScriptApp.newTrigger('note').timeBased().after(60000).create(); }
  function nightly() { ScriptApp.newTrigger('note').timeBased().everyDays(1).atHour(3).create(); }
  function note() { sheet().appendRow([new Date().toISOString()]); }
`;

let host: Host;
let file: OpenFile;

function start(simulate: HostOptions['simulate'] = {}, switches: HostOptions['switches'] = {}) {
  host = temporaryHost({ simulate: { clock: START, ...simulate }, switches });
  file = fileWithScript(host, CODE);
}

beforeEach(() => start());

const stopped = (run: Promise<unknown>) =>
  expect(run).rejects.toThrow('Exceeded maximum execution time');

describe('the clock', () => {
  test('every call costs its time, and scripts see it pass', async () => {
    const [begun, ...laps] = (await file.call('spending')) as number[];
    expect(begun).toBe(START.getTime());
    expect(laps).toEqual([150 + 20, 250 + 50, 500, 30, 250, 0]);
    expect(host.ran).toEqual([
      {
        ...{ functionName: 'spending', user: 'ada@example.com', fileId: file.id, by: 'person' },
        ...{ started: START, seconds: expect.closeTo(0.17 + sum(laps) / 1000), ended: 'done' },
      },
    ]);
    expect(host.clock.now().getTime()).toBe(START.getTime() + 170 + sum(laps));
  });

  test('costs are data', async () => {
    const calls = { ...noCosts(), read: 7 };
    start({ costs: { calls, readThousandCells: 0 } });
    await file.call('read', 'A1');
    expect(host.ran[0].seconds).toBe(7);
  });

  test('it stands still between runs, until a test lets time pass', async () => {
    host.clock.advance(90 * MINUTE);
    await file.call('write', 'A1', 'x');
    const modified = host.store.find(file.id)?.modified;
    expect(modified).toBe('2026-11-20T13:30:00.250Z');
  });
});

describe('the end of a run', () => {
  documented('SpreadsheetApp.openById: six minutes, and nothing after them', QUOTAS, async () => {
    await stopped(file.call('writeForEver', true));
    const rows = (file.read('Sheet1', 'A1:A100') as unknown[][]).flat().filter(String);
    expect(rows).toHaveLength(35);
    expect(host.ran[0]).toMatchObject({ seconds: 360, ended: 'stopped' });
    await stopped(file.call('stubborn'));
    expect(file.read('Sheet1', 'A1')).toBe(1);
    expect(await file.call('read', 'A1')).toBe(1);
  });

  documented('Utilities.sleep: 30 seconds for a cell and a simple trigger', QUOTAS, async () => {
    await stopped(file.cell('cell'));
    await stopped(file.menu());
    expect(host.ran.map(({ seconds, by }) => [seconds, by])).toEqual([
      [30, 'cell'],
      [30, 'person'],
    ]);
    expect(file.read('Sheet1', 'A2')).toBe('');
  });
});

describe('held writes', () => {
  documented('SpreadsheetApp.flush: what waits is lost with the run', FLUSH, async () => {
    await stopped(file.call('writeForEver', false));
    expect(file.read('Sheet1', 'A1')).toBe('');
    expect(file.workbook().script?.scriptProperties.row).toBe('36');
  });

  documented('SpreadsheetApp.flush: nothing waits where a host holds nothing', FLUSH, async () => {
    start({ holdWrites: false });
    await stopped(file.call('writeForEver', false));
    expect(file.read('Sheet1', 'A35')).toBe(35);
  });

  documented('SpreadsheetApp.flush: and so does the end of the run', FLUSH, async () => {
    await file.call('write', 'B2', 'kept');
    expect(file.read('Sheet1', 'B2')).toBe('kept');
  });

  documented('SpreadsheetApp.flush: tells what was wrong with a write', FLUSH, async () => {
    expect(await file.call('writeTooMuch')).toMatch(/number of columns in the data/);
    expect(file.read('Sheet1', 'A2')).toBe('kept');
  });

  for (const readsApplyWrites of ['ofTheFile', 'ofAllFiles'] as const) {
    documented(`Range.getValue: applies what waits, ${readsApplyWrites}`, FLUSH, async () => {
      start({}, { readsApplyWrites });
      const other = host.as(file.session.user).create('Other').id;
      await stopped(file.call('writeAndRead', 'A1', null));
      await stopped(file.call('writeAndRead', 'A2', other));
      expect(file.read('Sheet1', 'A1:A2')).toEqual([
        ['x'],
        [readsApplyWrites === 'ofAllFiles' ? 'x' : ''],
      ]);
    });
  }
});

describe('triggers on the clock', () => {
  documented(
    'ClockTriggerBuilder.after: not before, and a little late',
    'reference/script/clock-trigger-builder',
    async () => {
      await file.call('goOn');
      expect(await host.runDueTriggers()).toBe(0);
      expect(await host.runDueTriggers(new Date(START.getTime() + 5 * MINUTE))).toBe(1);
      const run = host.ran[1];
      expect(run).toMatchObject({ functionName: 'note', by: 'trigger', ended: 'done' });
      const delay = run.started.getTime() - START.getTime() - MINUTE;
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(MINUTE + 1000);
    },
  );

  documented(
    'ClockTriggerBuilder.atHour: night after night',
    'reference/script/clock-trigger-builder',
    async () => {
      await file.call('nightly');
      expect(await host.runDueTriggers(new Date(START.getTime() + 3 * 24 * 60 * MINUTE))).toBe(3);
      expect(host.clock.now()).toEqual(new Date('2026-11-23T12:00:00Z'));
    },
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function noCosts() {
  return {
    ...{ hold: 0, open: 0, read: 0, write: 0, flush: 0, copy: 0 },
    ...{ share: 0, fetch: 0, lock: 0, store: 0, trigger: 0, ui: 0 },
  };
}
