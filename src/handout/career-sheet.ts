// A copy of the template made somebody's own: who it is for, and who may read it.

import { SUMMARY_NAMES, SUMMARY_TAB } from '../layout/career-sheet';
import { isSamePerson } from '../review/status';
import { type Member, nameOf } from '../rollup/member';
import { NamedCells } from '../sheets/named-cells';
import type { Reader } from '../sheets/readers';
import { textOf } from '../sheets/text';
import type { Source } from './source';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const { person, email, managerEmail, currentGrade, direction, round, status, fileId } =
  SUMMARY_NAMES;
const FILLED = { person, email, managerEmail, currentGrade, direction, round, status, fileId };

/** What the file is called in the end. */
export function titleFor(what: string, member: Member): string {
  return `${what} of ${nameOf(member).replace(/\s+/g, ' ').slice(0, 80)}`;
}

/**
 * Fills in who a copy is for; returns a sentence about what could not be. What its person can open
 * already is left alone, unless it names nobody yet.
 */
export function fillIn(
  copy: Spreadsheet,
  member: Member,
  source: Source,
  isShared: boolean,
): string {
  const cells = NamedCells.read(copy, SUMMARY_TAB, FILLED);
  if (isShared && textOf(cells.get('email'), copy) !== '') return '';
  const named = member.direction.toLowerCase();
  const known = source.directions.find((one) => one.toLowerCase() === named);
  cells.set('person', member.name);
  cells.set('managerEmail', member.managerEmail);
  if (member.currentGrade !== '') cells.set('currentGrade', member.currentGrade);
  if (known !== undefined) cells.set('direction', known);
  cells.set('round', source.round);
  cells.set('status', 'Draft');
  cells.set('fileId', copy.getId());
  cells.write();
  // The e-mail comes last: it says that the rest is there.
  cells.set('email', member.email);
  cells.write();
  return known !== undefined || named === ''
    ? ''
    : `The template has no direction “${member.direction}”: ${nameOf(member)} chooses one on Summary.`;
}

/** Shares a file with the person and takes it from its other readers but its owner. Throws a sentence. */
export function shareOnlyWith(file: Spreadsheet, member: Member, readers: readonly Reader[]): void {
  const owner = file.getOwner()?.getEmail() ?? '';
  for (const reader of readers) {
    if (isSamePerson(reader.email, owner)) continue;
    if (reader.mayEdit) file.removeEditor(reader.email);
    else file.removeViewer(reader.email);
  }
  try {
    file.addEditor(member.email);
  } catch (error) {
    const reason = (error as Error).message.replace(/[.\s]+$/, '');
    throw new Error(
      `The file is made, but Google did not share it with ${member.email} (“${reason}”): correct the e-mail in row ${member.position} of Team, then hand out again; or share it by yourself.`,
    );
  }
}
