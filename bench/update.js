// Bringing a company's career sheets to a published version, as the sidebar's button runs it:
// slice after slice, until everyone is done.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Host } from '../dist/local/host.js';
import { SAMPLE_COMPANY } from './sample-company.js';

const RUNS = 3;
/** The sample company's people, and a company of those and of copies of their sheets. */
const SMALL = 60;
const LARGE = 1000;

export async function update() {
  const folder = mkdtempSync(path.join(tmpdir(), 'career-sheet-bench-'));
  try {
    cpSync(SAMPLE_COMPANY, folder, { recursive: true });
    const company = Host.open(folder);
    const small = [];
    for (let run = 0; run < RUNS; run++)
      small.push(await updateOnce(company.fork({ oneThread: true }), SMALL));
    const large = await updateOnce(company.fork({ oneThread: true }), LARGE);
    company.close();
    return { update_60_ms: small, update_1000_ms: [large] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Over a host in memory: what the local host writes to the disk is nothing that a manager waits for. */
async function updateOnce(host, people) {
  const named = (pattern) => host.store.workbooks().find(({ name }) => pattern.test(name));
  const { id, owner } = named(/manager workbook/i);
  const access = host.store.access(owner);
  const team = access.write(id).sheets.find(({ name }) => name === 'Team');
  team.rows = Math.max(team.rows, people + 2);
  enlist(host, access, team.cells, people - SMALL);
  publish(access.write(named(/^Career sheet \(template\)$/).id));
  access.flush();
  const workbook = host.as(owner).open(id);
  const started = performance.now();
  let state = 'more';
  while (state === 'more') ({ state } = await workbook.call('runJob', 'update'));
  const ms = performance.now() - started;
  const rows = workbook.read('Updates', `C2:C${people + 1}`).flat();
  const updated = rows.filter((text) => text === 'Updated').length;
  if (updated < 0.8 * people) throw new Error(`${updated} of ${people} sheets were updated.`);
  return ms;
}

/** More people, each with a copy of a colleague's sheet that names them. */
function enlist(host, access, team, count) {
  const owner = access.user;
  const colleagues = host.store.workbooks().filter(({ name }) => /^Career sheet of/.test(name));
  for (const file of colleagues) host.store.access(file.owner).share(file.id, owner, 'editor');
  for (let number = 0; number < count; number++) {
    const { id } = colleagues[number % colleagues.length];
    const email = `person${number}@example.com`;
    const copy = access.write(host.store.copy(id, `Career sheet of person ${number}`, owner).id);
    const { cells } = copy.sheets.find(({ name }) => name === 'Summary');
    cells[copy.namedRanges.email.split('!')[1].replace(/\$/g, '')] = { v: email };
    const row = SMALL + 2 + number;
    Object.assign(team, {
      [`A${row}`]: { v: `Person ${number}` },
      [`B${row}`]: { v: email },
      [`G${row}`]: { v: `https://docs.google.com/spreadsheets/d/${copy.id}/edit` },
    });
  }
}

/** A minor version: one skill in ten is reworded, the first one removed, one is new. */
function publish({ sheets }) {
  const { cells } = sheets.find(({ name }) => name === 'Published');
  const parts = Object.keys(cells).filter((cell) => /^D([2-9]|\d\d)$/.test(cell));
  const framework = JSON.parse(parts.map((cell) => cells[cell].v).join(''));
  const [first] = framework.skills;
  framework.version = '1.1.0';
  framework.skills = [
    ...framework.skills.slice(1),
    { ...first, id: 'new-01', text: 'Does what nobody was asked to do before.' },
  ].map((skill, index) => (index % 10 ? skill : { ...skill, text: `${skill.text} Reworded.` }));
  const json = JSON.stringify(framework);
  const length = Math.ceil(json.length / parts.length);
  parts.forEach((cell, index) => {
    cells[cell].v = json.slice(index * length, (index + 1) * length);
  });
}
