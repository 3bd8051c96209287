// What people write without much ado: a loop that opens every sheet of Team and writes row by row.
// It runs on the local host through the same gate at the same prices.

import { callsIn } from './calls.js';

/** Google would stop the loop after six minutes, so it is called with so many people at a time. */
const AT_ONCE = 100;
const MANIFEST = {
  timeZone: 'Etc/UTC',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
};

/** What the loop costs for all of a workbook's Team: virtual seconds and calls. */
export async function plainLoop(host, workbook, people) {
  host.store.bindScript(workbook.id, {
    'appsscript.json': JSON.stringify(MANIFEST),
    'Code.js': SCRIPT,
  });
  host.resetCounts();
  for (let from = 0; from < people; from += AT_ONCE) {
    await workbook.call('rollUpPlainly', from, Math.min(from + AT_ONCE, people));
  }
  const [last] = workbook.read('Rollup', `A${people + 1}:B${people + 1}`);
  if (last[1] === '') throw new Error('The plain loop did not bring everybody.');
  const virtual_s = host.ran.reduce((sum, { seconds }) => sum + seconds, 0);
  return { virtual_s: [virtual_s], calls: [callsIn(host)] };
}

const SCRIPT = `
/** Reads the sheets of some rows of Team, one after the other, and writes a row for each. */
function rollUpPlainly(from, to) {
  const workbook = SpreadsheetApp.getActive();
  const team = workbook.getSheetByName('Team').getDataRange().getValues();
  const link = team[0].indexOf('Career sheet');
  const rollup = workbook.getSheetByName('Rollup');
  const ledger = workbook.getSheetByName('Ledger');
  let last = ledger.getLastRow();
  for (let at = from; at < to; at += 1) {
    const row = team[at + 1];
    const sheet = SpreadsheetApp.openById(/[-\\w]{25,}/.exec(row[link])[0]);
    const email = sheet.getRangeByName('email').getValue();
    const status = sheet.getRangeByName('status').getValue();
    const skills = sheet.getSheetByName('Assessment').getDataRange().getValues().slice(1);
    const outcomes = sheet.getSheetByName('Outcomes').getDataRange().getValues().slice(1);
    const scored = skills.filter((skill) => skill[4] !== '').length / skills.length;
    rollup.getRange(at + 2, 1, 1, 5).setValues([[row[0], email, row[2], status, scored]]);
    for (const outcome of outcomes) {
      if (outcome[0] === '') continue;
      last += 1;
      ledger.getRange(last, 1, 1, outcome.length).setValues([outcome]);
    }
  }
}
`;
