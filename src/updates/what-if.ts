// Try a change first: everyone in the ledger computed anew by a draft of the framework. Nothing is
// written but the tab `What if`.

import { PALETTE } from '../design/palette';
import { WHAT_IF_TAB } from '../layout/manager-workbook';
import { isSamePerson } from '../review/status';
import { type Scored, type WhatIf, whatIf } from '../review/what-if';
import { lastTwo } from '../rollup/latest';
import { isHeld } from '../rollup/ledger';
import { readLedger } from '../rollup/ledger-tab';
import { readTeam } from '../rollup/team';
import { addressOf, asTyped, type CellValue } from '../sheets/cells';
import { readPublishedFramework } from '../sheets/manager-workbook';
import { addGrid } from '../sheets/new-tab';
import { alone } from '../sheets/own-file';
import { style } from '../sheets/style';
import { textOf } from '../sheets/text';
import { draftOf } from './published';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface WhatIfSummary {
  people: number;
  /** How many of them would stand elsewhere. */
  moving: number;
  draft: string;
}

/**
 * Computes what the draft behind a link would change, and writes the report. Throws a sentence when
 * the draft cannot be read.
 */
export function tryDraft(spreadsheet: Spreadsheet, link: string): WhatIfSummary {
  const now = readPublishedFramework(spreadsheet);
  const draft = draftOf(link, 'What you pasted');
  const found = whatIf(scoredIn(spreadsheet), now, draft);
  const title = `${draft.name} ${draft.version}`;
  const against = `${now.name} ${now.version}`;
  alone(() => writeReport(spreadsheet, found, title, against));
  return { people: found.people, moving: found.moves.length, draft: title };
}

/** The last outcome that counts of everyone in the ledger; Team says what they are called. */
function scoredIn(spreadsheet: Spreadsheet): Scored[] {
  const team = readTeam(spreadsheet);
  const byPerson = new Map<string, Parameters<typeof lastTwo>[0][number][]>();
  readLedger(spreadsheet).entries.forEach((entry) => {
    if (isHeld(entry)) return;
    const key = entry.outcome.email.trim().toLowerCase();
    byPerson.set(key, [...(byPerson.get(key) ?? []), entry.outcome]);
  });
  const people: Scored[] = [];
  byPerson.forEach((outcomes) => {
    const [last] = lastTwo(outcomes);
    if (!last) return;
    const member = team.find(({ email }) => isSamePerson(email, last.email));
    people.push({
      name: member?.name || last.person || last.email,
      email: last.email,
      direction: last.direction,
      scores: last.agreedScores,
    });
  });
  return people;
}

/** Begins A1, so that no tab of the manager's own is ever written over. */
const MARK = 'What if: ';
const HEADERS = [
  'Name',
  'E-mail',
  'Direction',
  'Competency',
  'Level now',
  'Level then',
  'Progress now',
  'Progress then',
  'At best',
];
const WIDTHS = [180, 210, 180, 180, 90, 90, 100, 100, 90];

function writeReport(
  spreadsheet: Spreadsheet,
  found: WhatIf,
  draft: string,
  against: string,
): void {
  const there = spreadsheet.getSheetByName(WHAT_IF_TAB);
  if (
    there &&
    String(there.getRange(1, 1).getValue()).indexOf(MARK) !== 0 &&
    there.getLastRow() > 0
  ) {
    throw new Error(
      `The tab “${WHAT_IF_TAB}” holds something of your own: give it another name, since the report is written there.`,
    );
  }
  const { rows, titles, headers } = contents(found, draft, against, spreadsheet);
  const width = Math.max(WIDTHS.length, ...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, index) => WIDTHS[index] ?? 70);
  const sheet = there ?? addGrid(spreadsheet, WHAT_IF_TAB, rows.length, widths);
  sheet.clear();
  const [height, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows.length > height) sheet.insertRowsAfter(height, rows.length - height);
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  const block = rows.map((row) => [...row, ...Array(width - row.length).fill('')].map(asTyped));
  sheet.getRange(1, 1, rows.length, width).setValues(block);
  const across = (row: number) => addressOf(row, 1, 1, width);
  style(sheet, titles.map(across), { bold: true, size: 13, colour: PALETTE.accent });
  style(sheet, headers.map(across), {
    background: PALETTE.accent,
    colour: PALETTE.onAccent,
    bold: true,
  });
}

function contents(found: WhatIf, draft: string, against: string, spreadsheet: Spreadsheet) {
  const rows: CellValue[][] = [];
  const titles: number[] = [];
  const headers: number[] = [];
  const title = (...cells: string[]) => titles.push(rows.push(cells));
  const header = (...cells: string[]) => headers.push(rows.push(cells));

  title(`${MARK}${draft} in place of ${against}`);
  rows.push([
    `${textOf(new Date(), spreadsheet)}: of ${found.people} people with a recorded outcome, ${found.moves.length} would stand elsewhere. Skills that are new count as not scored; “At best” counts them as 2. Nothing else was written.`,
  ]);
  rows.push(['']);
  title('Who would move');
  header(...HEADERS);
  for (const { name, email, direction, levels, progress } of found.moves) {
    const shown = [progress.before, progress.after, progress.atBest].map((one) => one ?? 'none');
    const lines = levels.length > 0 ? levels : [{ competency: '', from: '', to: '' }];
    for (const { competency, from, to } of lines) {
      rows.push([name, email, direction, competency, from ?? 'none', to ?? 'none', ...shown]);
    }
  }
  rows.push(['']);
  title('How many people stand on each level');
  const levels = found.shifts.length > 0 ? found.shifts[0].before.map((_, level) => level) : [];
  header('Competency', '', ...levels.map((level) => `Level ${level}`));
  for (const { competency, before, after } of found.shifts) {
    rows.push([competency, 'now', ...before], ['', 'then', ...after]);
  }
  return { rows, titles, headers };
}
