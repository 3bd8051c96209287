// The file that takes the place of a career sheet: copied from the template once, shared with the
// same people, linked in Team; the old one is marked. What was begun is written down in a document
// property, until the whole run is done.

import { type Making, makeOnce } from '../handout/make-once';
import { SUMMARY_NAMES } from '../layout/career-sheet';
import { TEAM } from '../layout/manager-workbook';
import { type Member, nameOf } from '../rollup/member';
import { openCareerSheet } from '../rollup/read-sheet';
import { readTeam } from '../rollup/team';
import { readersOf } from '../sheets/readers';
import { sheetOf, Table } from '../sheets/table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A move that was begun: the ids of the old file and of the template, and the new file's making. */
interface Begun extends Making {
  from: string;
  template: string;
}

const MOVED = ' (moved)';

const propertyOf = ({ key }: Member) => `move of ${key}`;

function begunMove(member: Member): Begun | null {
  const text = PropertiesService.getDocumentProperties().getProperty(propertyOf(member));
  return text === null ? null : (JSON.parse(text) as Begun);
}

function forget(member: Member): void {
  PropertiesService.getDocumentProperties().deleteProperty(propertyOf(member));
}

/** To be called once the run that moved them is done: a further run moves them anew. */
export function forgetMoves(team: readonly Member[]): void {
  for (const member of team) {
    if (begunMove(member)?.id === member.sheetId) forget(member);
  }
}

/** Whether Team links to the new file already: then the end of the move, done now, was all that was left. */
export function finishMove(member: Member): boolean {
  const begun = begunMove(member);
  if (!begun || begun.id === '' || begun.id !== member.sheetId) return false;
  markMoved(openCareerSheet(member, begun.from), SpreadsheetApp.openById(begun.id));
  return true;
}

/** A new copy of the template, or the one of a move that was cut off; with what to say about it. */
export function copyFor(
  member: Member,
  old: Spreadsheet,
  template: Spreadsheet,
): { copy: Spreadsheet; said: string[] } {
  const ids = { from: old.getId(), template: template.getId() };
  const notebook = {
    read: () => {
      const begun = begunMove(member);
      return begun?.from === ids.from && begun.template === ids.template ? begun : null;
    },
    write: (making: Making) => {
      const begun = { ...making, ...ids };
      const properties = PropertiesService.getDocumentProperties();
      properties.setProperty(propertyOf(member), JSON.stringify(begun));
    },
    forget: () => forget(member),
  };
  const make = () => makeOnce(titleOf(old), notebook, (name) => template.copy(name));
  const made = make();
  if ('file' in made) return { copy: made.file, said: [] };
  const { name, why } = made.unclear;
  if (why === 'too soon') {
    throw new Error(
      `Google was cut off a moment ago while it made “${name}”, and may not list it yet: move ${nameOf(member)} again in a minute.`,
    );
  }
  // Nothing of anybody's can be in a copy that Team never linked to.
  forget(member);
  const again = make();
  if ('unclear' in again) throw new Error(`Google made no copy “${name}”: move again.`);
  return {
    copy: again.file,
    said: [`A copy of the template called “${name}” may be left over in Drive: nobody needs it.`],
  };
}

function titleOf(old: Spreadsheet): string {
  const name = old.getName();
  return name.slice(-MOVED.length) === MOVED ? name.slice(0, -MOVED.length) : name;
}

/**
 * Takes a new copy from whoever cannot open the old file, before anything is in it: in a shared
 * folder, a copy is open to whoever the folder is open to. Throws a sentence.
 */
export function closeToOthers(old: Spreadsheet, copy: Spreadsheet): void {
  const wanted = readersOf(old);
  const owner = copy.getOwner()?.getEmail();
  for (const { email, mayEdit } of readersOf(copy)) {
    if (email === owner || wanted.some((one) => one.email === email)) continue;
    try {
      if (mayEdit) copy.removeEditor(email);
      else copy.removeViewer(email);
    } catch (error) {
      const reason = (error as Error).message.replace(/[.\s]+$/, '');
      throw new Error(
        `${email} can open the new file, ${copy.getUrl()}, but not the old one (“${reason}”): nothing was moved; take the new file from them, then move again.`,
      );
    }
  }
}

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

/**
 * The new file takes the old one's name; the old one says where it went, in its name and in a note
 * on the person's cell. Returns a sentence when it may not be written to.
 */
export function markMoved(old: Spreadsheet, copy: Spreadsheet): string[] {
  copy.rename(titleOf(old));
  try {
    const cell = old.getRangeByName(SUMMARY_NAMES.person);
    const line = `Moved to ${copy.getUrl()}. This file is kept as it was, and counts no longer.`;
    const note = cell?.getNote() ?? '';
    if (note.indexOf(line) < 0) cell?.setNote(note === '' ? line : `${line}\n\n${note}`);
    old.rename(`${titleOf(old)}${MOVED}`);
    return [];
  } catch (_) {
    return ['The old file could not be marked, since you may only look at it: tell its owner.'];
  }
}
