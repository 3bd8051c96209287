// Rollups of companies on a virtual clock, with the quotas of a Workspace account: 60 and 1,000
// people in one workbook, and a tree of 10,000 in branches of 8; first, with nothing changed since,
// and with one person in a hundred recorded again. Beside the first stands the plain loop.

import { BigCompany } from '../dist/local/big-company.js';
import { callsIn } from './calls.js';
import { plainLoop } from './plain-loop.js';

const HEAD = 'grace.hopper@example.com';
const TREE = 10_000;
const WIDTH = 8;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export async function companies() {
  return { ...(await oneWorkbook(60)), ...(await oneWorkbook(1000)), ...(await tree()) };
}

async function oneWorkbook(size) {
  const company = await BigCompany.lay({ quotas: 'workspace' });
  const team = Array.from({ length: size }, (_, at) => hire(company, at, HEAD));
  const workbook = company.workbookOf(HEAD, team);
  const runs = await threeRuns(company, team, () => rollUp(company.host, workbook));
  const plain = await plainLoop(company.host, company.workbookOf(HEAD, team), size);
  refuseUnless(workbook, size);
  return named(String(size), runs, plain);
}

/** Everybody below the head, eight to a manager; each manager rolls up their own workbook. */
async function tree() {
  const company = await BigCompany.lay({ quotas: 'workspace' });
  const { host } = company;
  const emailOf = (at) => (at === 0 ? HEAD : `person.${at}@example.com`);
  const managerOf = (at) => Math.floor((at - 1) / WIDTH);
  const team = [];
  for (let at = 1; at <= TREE; at += 1) {
    const person = hire(company, at, emailOf(managerOf(at)));
    if (at <= managerOf(TREE)) person.branchId = company.branchFor(person);
    team.push(person);
  }
  const teamOf = (at) => team.slice(at * WIDTH, (at + 1) * WIDTH);
  const workbooks = [];
  for (let at = managerOf(TREE); at >= 0; at -= 1) {
    workbooks.push(company.workbookOf(emailOf(at), teamOf(at), team[at - 1]?.branchId));
  }
  const runs = await threeRuns(company, team, () => rollUpAll(host, workbooks));
  refuseUnless(workbooks[workbooks.length - 1], TREE);
  for (const { sheetId } of team) host.store.find(sheetId).editors.push(HEAD);
  const plain = await plainLoop(host, company.workbookOf(HEAD, team), TREE);
  return named('tree10000', runs, plain);
}

function hire(company, at, managerEmail) {
  return company.hire(`Person ${at}`, `person.${at}@example.com`, managerEmail);
}

/** A first rollup, one the next day, and one after every hundredth person was recorded again. */
async function threeRuns(company, team, run) {
  const { host } = company;
  const runs = {};
  for (const name of ['first', 'unchanged', 'changed1pct']) {
    host.clock.advance(24 * HOUR_MS);
    if (name === 'changed1pct') {
      for (let at = 0; at < team.length; at += 100) company.touch(team[at]);
      host.clock.advance(HOUR_MS);
    }
    runs[name] = await run();
  }
  return runs;
}

/** From the click to the end of what triggers go on with. */
async function rollUp(host, workbook) {
  host.resetCounts();
  await workbook.call('runJob', 'rollup');
  while (host.store.triggers().length > 0) {
    await host.runDueTriggers(new Date(host.clock.now().getTime() + HOUR_MS));
  }
  const { ran } = host;
  const [first, last] = [ran[0], ran[ran.length - 1]];
  return {
    virtual_s: (last.started - first.started) / 1000 + last.seconds,
    executions: ran.length,
    calls: callsIn(host),
  };
}

/** One workbook after the other, the lower ones first; the time is that of the longest. */
async function rollUpAll(host, workbooks) {
  const all = { virtual_s: 0, executions: 0, calls: 0 };
  for (const workbook of workbooks) {
    const one = await rollUp(host, workbook);
    all.virtual_s = Math.max(all.virtual_s, one.virtual_s);
    all.executions += one.executions;
    all.calls += one.calls;
    host.clock.advance(10 * MINUTE_MS);
  }
  return all;
}

function refuseUnless(workbook, size) {
  const rows = workbook.read('Rollup', `A2:A${size + 2}`);
  const people = rows.filter(([name]) => name !== '').length;
  if (people !== size) throw new Error(`The rollup brought ${people} of ${size} people.`);
}

/** Such as `rollup_60_first_calls`. */
function named(size, runs, plain) {
  const figures = {};
  for (const [run, measured] of Object.entries(runs)) {
    for (const [what, value] of Object.entries(measured)) {
      figures[`rollup_${size}_${run}_${what}`] = [value];
    }
  }
  for (const [what, value] of Object.entries(plain)) figures[`plain_${size}_${what}`] = value;
  return figures;
}
