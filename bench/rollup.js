// A first rollup over the sample company of 60, as the click on “Roll up” runs it.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Host } from '../dist/local/host.js';
import { callsIn } from './calls.js';
import { SAMPLE_COMPANY } from './sample-company.js';

const PEOPLE = 60;
const RUNS = 3;

export async function rollup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'career-sheet-bench-'));
  try {
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const workspace = path.join(folder, String(run));
      cpSync(SAMPLE_COMPANY, workspace, { recursive: true });
      runs.push(await rollUpOnce(workspace));
    }
    return {
      rollup_60_ms: runs.map(({ ms }) => ms),
      rollup_60_calls_per_person: runs.map(({ calls }) => calls / PEOPLE),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function rollUpOnce(workspace) {
  const host = Host.open(workspace);
  try {
    const { id, owner } = host.store.workbooks().find(({ name }) => /manager workbook/i.test(name));
    const workbook = host.as(owner).open(id);
    const [menu] = await workbook.menu();
    host.resetCounts();
    const started = performance.now();
    await workbook.click(`${menu.caption} > Roll up`);
    const ms = performance.now() - started;
    const calls = callsIn(host);
    const people = workbook.read('Rollup', 'A2:A200').filter(([name]) => name !== '').length;
    if (people < PEOPLE) throw new Error(`The rollup brought ${people} of ${PEOPLE} people.`);
    return { ms, calls };
  } finally {
    host.close();
  }
}
