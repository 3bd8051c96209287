// Moving to a new template: a new copy of it is filled with everything of a person's career sheet,
// compared cell by cell, and only then linked in Team. The old file is kept and marked.

import type { Framework } from '../framework/framework';
import { SUMMARY_NAMES } from '../layout/career-sheet';
import { SETTINGS_NAMES, SETTINGS_TAB } from '../layout/manager-workbook';
import { type Member, nameOf } from '../rollup/member';
import { openCareerSheet } from '../rollup/read-sheet';
import { addressOf, sameValue, writeCells } from '../sheets/cells';
import { rewriteFramework } from '../sheets/framework-rewrite';
import { frameworkTabs } from '../sheets/framework-tabs';
import { NamedCells } from '../sheets/named-cells';
import { sheetOf } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Change } from './career-sheet';
import { planMove, type Wanted } from './move-plan';
import { closeToOthers, copyFor, finishMove, markMoved, relink, shareAlike } from './moved-file';
import { type OldSheet, readOldSheet, refuseIfChanged } from './old-sheet';
import type { Published } from './published';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Moves the career sheet of a person in Team. What was cut off goes on in the copy that was begun.
 * Throws a sentence, and leaves Team as it is, when anything is not as it was in the old file.
 * @returns null when the move was done but for its end.
 */
export function moveCareerSheet(
  workbook: Spreadsheet,
  member: Member,
  sheetId: string,
  { framework, templateId }: Published,
  by: string,
): Change | null {
  if (finishMove(member)) return null;
  const template = templateFor(workbook, member, sheetId, framework, templateId);
  const old = readOldSheet(openCareerSheet(member, sheetId), member);
  const { copy, said: aboutCopy } = copyFor(member, old.file, template);
  closeToOthers(old.file, copy);
  copy.setSpreadsheetTimeZone(old.file.getSpreadsheetTimeZone());
  // Edits of the template that were not published have no part in it.
  rewriteFramework(copy, frameworkTabs(copy), framework);

  const { wanted, counts, said } = planMove(old, copy, framework);
  fill(copy, wanted, member);
  noteOrigin(old, copy, framework, by);
  SpreadsheetApp.flush();
  compare(copy, wanted, member);
  refuseIfChanged(old);
  const unshared = shareAlike(old.file, copy);
  relink(workbook, member, copy);
  SpreadsheetApp.flush();
  const unmarked = markMoved(old.file, copy);
  const compared = `${wanted.length} cells were compared. The new file: ${copy.getUrl()}`;
  return {
    from: old.frameworkVersion,
    counts,
    said: [...said, ...ownTabs(old.file, copy), ...aboutCopy, ...unshared, ...unmarked, compared],
  };
}

/** The template that Settings links to; throws a sentence when it is not of the published version. */
function templateFor(
  workbook: Spreadsheet,
  member: Member,
  sheetId: string,
  { name, version }: Framework,
  templateId: string,
): Spreadsheet {
  const settings = NamedCells.read(workbook, SETTINGS_TAB, SETTINGS_NAMES);
  const address = settings.address('template');
  if (templateId === '') {
    throw new Error(
      `${address} links to no template: paste the address of the new template there.`,
    );
  }
  if (templateId === sheetId) {
    throw new Error(
      `Row ${member.position} of Team links to the template itself: paste the address of the person's own career sheet there.`,
    );
  }
  const template = openCareerSheet(member, templateId);
  const cell = template.getRangeByName(SUMMARY_NAMES.frameworkVersion);
  const held = textOf(cell?.getValue(), template);
  if (held === version) return template;
  throw new Error(
    `The template that ${address} links to holds ${name} ${held}, not ${version}: link the newest one, or let its owner publish it again.`,
  );
}

/** Writes what differs; links come last, over their text. */
function fill(copy: Spreadsheet, wanted: readonly Wanted[], member: Member): void {
  for (const { sheet, cells } of byTab(copy, wanted)) {
    const rows = Math.max(...cells.map(({ row }) => row)) - sheet.getMaxRows();
    const columns = Math.max(...cells.map(({ column }) => column)) - sheet.getMaxColumns();
    if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
    if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
    const grid: unknown[][] = sheet.getDataRange().getValues();
    const changes = cells.filter(
      (cell) => !sameValue(grid[cell.row - 1]?.[cell.column - 1], cell.value),
    );
    try {
      if (changes.length > 0) writeCells(sheet, changes);
    } catch (error) {
      const reason = (error as Error).message.replace(/[.\s]+$/, '');
      throw new Error(
        `The tab “${sheet.getName()}” of the new file refuses what the old one holds (“${reason}”): correct it in the old file, then move ${nameOf(member)} again.`,
      );
    }
    for (const { row, column, links } of cells) {
      if (links) sheet.getRange(row, column).setRichTextValue(links);
    }
    fillNotes(sheet, cells);
  }
}

/** One read, and one write when any note differs: nobody else works in the copy yet. */
function fillNotes(sheet: GoogleAppsScript.Spreadsheet.Sheet, cells: readonly Wanted[]): void {
  const noted = cells.filter(({ note }) => note !== null);
  if (noted.length === 0) return;
  const [height, width] = [
    Math.max(...noted.map(({ row }) => row)),
    Math.max(...noted.map(({ column }) => column)),
  ];
  const range = sheet.getRange(1, 1, height, width);
  const notes: string[][] = range.getNotes();
  const changed = noted.filter(({ row, column, note }) => notes[row - 1][column - 1] !== note);
  for (const { row, column, note } of changed) notes[row - 1][column - 1] = note as string;
  if (changed.length > 0) range.setNotes(notes);
}

/** Reads everything back. */
function compare(copy: Spreadsheet, wanted: readonly Wanted[], member: Member): void {
  for (const { sheet, cells } of byTab(copy, wanted)) {
    const range = sheet.getDataRange();
    const values: unknown[][] = range.getValues();
    const notes: string[][] = range.getNotes();
    const wrong = cells.find(
      ({ row, column, value, note }) =>
        !sameValue(values[row - 1]?.[column - 1], value) ||
        (note !== null && (notes[row - 1]?.[column - 1] ?? '') !== note),
    );
    if (!wrong) continue;
    throw new Error(
      `${sheet.getName()}!${addressOf(wrong.row, wrong.column)} of the new file does not hold what the old one holds: Team still links to the old file; move ${nameOf(member)} again.`,
    );
  }
}

function byTab(copy: Spreadsheet, wanted: readonly Wanted[]) {
  return Array.from(new Set(wanted.map(({ tab }) => tab))).map((tab) => ({
    sheet: sheetOf(copy, tab),
    cells: wanted.filter((cell) => cell.tab === tab),
  }));
}

/** On the version's cell, above what was noted there in the old file. */
function noteOrigin(old: OldSheet, copy: Spreadsheet, { version }: Framework, by: string): void {
  const day = textOf(new Date(), copy);
  const line = `Moved from ${old.file.getUrl()}, framework ${old.frameworkVersion}, to this file, framework ${version}, ${day}, by ${by || 'the manager'}.`;
  copy
    .getRangeByName(SUMMARY_NAMES.frameworkVersion)
    ?.setNote(old.changes === '' ? line : `${line}\n\n${old.changes}`);
}

/** Tabs that the new file has not. */
function ownTabs(old: Spreadsheet, copy: Spreadsheet): string[] {
  const own = old
    .getSheets()
    .filter((sheet) => !copy.getSheetByName(sheet.getName()) && !sheet.isSheetHidden())
    .map((sheet) => `“${sheet.getName()}”`);
  if (own.length === 0) return [];
  return [`These tabs of the person's own stay in the old file: ${own.join(', ')}.`];
}
