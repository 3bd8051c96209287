// Measures what is promised: a table of medians, and with --json one JSON object
// as the last line. Each file beside this one measures one group of figures.

import { bundles } from './bundles.js';
import { check } from './check.js';
import { companies } from './companies.js';
import { page } from './page.js';
import { rollup } from './rollup.js';
import { rules } from './rules.js';
import { sidebar } from './sidebar.js';
import { update } from './update.js';

/** What each figure should stay below, some of them below others; those without one are only shown. */
const AIMS = {
  page_usable_ms: 5000,
  edit_to_recalc_ms: 200,
  rules_10k_people_ms: 200,
  check_500_skills_ms: 500,
  bundle_sheet_bytes: 60_000,
  rollup_60_calls_per_person: 4,
  rollup_60_first_virtual_s: 30,
  rollup_60_first_calls: ({ plain_60_calls }) => plain_60_calls,
  rollup_60_unchanged_virtual_s: 3,
  rollup_1000_first_virtual_s: 20 * 60,
  rollup_1000_changed1pct_calls: ({ rollup_1000_first_calls }) => rollup_1000_first_calls / 10,
  // One run in each of 1,250 manager workbooks.
  rollup_tree10000_first_executions: 1251,
  update_60_ms: 20_000,
  sidebar_bytes: 120_000,
  sidebar_interactive_ms: 300,
  sidebar_calls_per_answer: 0.34,
  sidebar_key_ms: 50,
};

/** Every group answers with its measurements by figure. */
const GROUPS = [bundles, rules, check, rollup, companies, update, sidebar, page];

const figures = {};
for (const group of GROUPS) {
  for (const [name, measured] of Object.entries(await group())) figures[name] = median(measured);
}

console.log(`${'figure'.padEnd(40)}${'median'.padStart(10)}${'aim'.padStart(10)}`);
for (const [name, value] of Object.entries(figures)) {
  const limit = typeof AIMS[name] === 'function' ? AIMS[name](figures) : AIMS[name];
  const aim = limit === undefined ? '' : `< ${limit}`;
  console.log(`${name.padEnd(40)}${String(value).padStart(10)}${aim.padStart(10)}`);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const value = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return Math.round(value * 100) / 100;
}
