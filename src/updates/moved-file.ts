// The file that takes the place of a career sheet: copied from the template once, shared with the
// same people, linked in Team; the old one is marked. What was begun is written down in a document
// property, until the whole run is done.

import { SUMMARY_NAMES } from '../layout/career-sheet';
import { TEAM } from '../layout/manager-workbook';
import { type Member, nameOf } from '../rollup/member';
import { openCareerSheet } from '../rollup/read-sheet';
import { readTeam } from '../rollup/team';
import { readersOf } from '../sheets/readers';
import { sheetOf, Table } from '../sheets/table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A move that was begun, by the ids of its files. */
export interface Begun {
  from: string;
  template: string;
  to: string;
}

const MOVED = ' (moved)';

const propertyOf = ({ key }: Member) => `move of ${key}`;

export function begunMove(member: Member): Begun | null {
  const text = PropertiesService.getDocumentProperties().getProperty(propertyOf(member));
  return text === null ? null : (JSON.parse(text) as Begun);
}

/** To be called once the run that moved them is done: a further run moves them anew. */
export function forgetMoves(team: readonly Member[]): void {
  const properties = PropertiesService.getDocumentProperties();
  for (const member of team) {
    if (begunMove(member)?.to === member.sheetId) properties.deleteProperty(propertyOf(member));
  }
}

/** A new copy of the template, or the one of a move that was cut off. */
export function copyFor(member: Member, old: Spreadsheet, template: Spreadsheet): Spreadsheet {
  const ids = { from: old.getId(), template: template.getId() };
  const begun = begunMove(member);
  if (begun && begun.from === ids.from && begun.template === ids.template) {
    const copy = reopened(begun.to);
    if (copy) return copy;
  }
  const copy = template.copy(nameWithout(old));
  PropertiesService.getDocumentProperties().setProperty(
    propertyOf(member),
    JSON.stringify({ ...ids, to: copy.getId() }),
  );
  return copy;
}

/** Null when it was deleted meanwhile. */
function reopened(id: string): Spreadsheet | null {
  try {
    return SpreadsheetApp.openById(id);
  } catch (_) {
    return null;
  }
}

const nameWithout = (old: Spreadsheet) => {
  const name = old.getName();
  return name.slice(-MOVED.length) === MOVED ? name.slice(0, -MOVED.length) : name;
};

/** Everybody who could open the old file can open the new one; sentences about those who cannot. */
export function shareAlike(old: Spreadsheet, copy: Spreadsheet): string[] {
  const has = readersOf(copy);
  const missing = readersOf(old).filter(
    ({ email, mayEdit }) => !has.some((one) => one.email === email && (one.mayEdit || !mayEdit)),
  );
  const failed: string[] = [];
  for (const { email, mayEdit } of missing) {
    try {
      if (mayEdit) copy.addEditor(email);
      else copy.addViewer(email);
    } catch (_) {
      failed.push(email);
    }
  }
  if (failed.length === 0) return [];
  return [`The new file could not be shared with ${failed.join(', ')}: share it by hand.`];
}

/** Throws when the person's row of Team links to another file by now. */
export function relink(workbook: Spreadsheet, member: Member, copy: Spreadsheet): void {
  const now = readTeam(workbook).find(({ key }) => key === member.key);
  if (!now || now.sheetId !== member.sheetId) {
    throw new Error(
      `The tab Team was changed in the meantime: nothing was relinked; move ${nameOf(member)} again.`,
    );
  }
  const sheet = sheetOf(workbook, TEAM.tab);
  const { columnOf } = Table.read(sheet, TEAM);
  // One call, so that the row is never without a link; it replaces a rich link or a formula as well.
  const link = SpreadsheetApp.newRichTextValue().setText(copy.getUrl()).setLinkUrl(copy.getUrl());
  sheet.getRange(now.position, columnOf.link).setRichTextValue(link.build());
}

/** In the old file's name and in a note on the person's cell; a sentence when it may not be. */
export function markMoved(old: Spreadsheet, url: string): string[] {
  try {
    const cell = old.getRangeByName(SUMMARY_NAMES.person);
    const line = `Moved to ${url}. This file is kept as it was, and counts no longer.`;
    const note = cell?.getNote() ?? '';
    if (note.indexOf(line) < 0) cell?.setNote(note === '' ? line : `${line}\n\n${note}`);
    const name = old.getName();
    if (name.slice(-MOVED.length) !== MOVED) old.rename(`${name}${MOVED}`);
    return [];
  } catch (_) {
    return ['The old file could not be marked, since you may only look at it: tell its owner.'];
  }
}

export function openOld(member: Member, { from }: Begun): Spreadsheet {
  return openCareerSheet(member, from);
}
