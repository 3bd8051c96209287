// A person of Team who moves to another manager: who may read the career sheet before, and after.

import { TEAM } from '../layout/manager-workbook';
import { isSamePerson, type Status } from '../review/status';
import { type Member, nameOf } from '../rollup/member';
import { memberOf, openTheirs } from '../rollup/prepare';
import { readSummary } from '../sheets/career-sheet';
import { alone, userEmail } from '../sheets/own-file';
import { type Reader, readersOf } from '../sheets/readers';
import { RowTable } from '../sheets/row-table';
import { textOf } from '../sheets/text';
import { isEmail } from './plan';
import type { MoveRequest } from './request';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface PersonView {
  name: string;
  email: string;
  /** By Team. */
  managerEmail: string;
  /** The career sheet; null when the problem says why it cannot be opened. */
  sheet: {
    url: string;
    status: Status;
    /** By Summary. */
    managerEmail: string;
    owner: string;
    /** Who is named on it, the owner among them. */
    readers: Reader[];
  } | null;
  problem: string;
  /** Who looks. */
  user: string;
}

/** Who manages a person, and who may read their career sheet. */
export function lookAtPerson(spreadsheet: Spreadsheet, email: string): PersonView {
  const member = memberOf(spreadsheet, email);
  const view: PersonView = {
    name: nameOf(member),
    email: member.email,
    managerEmail: member.managerEmail,
    sheet: null,
    problem: '',
    user: userEmail(),
  };
  try {
    const file = openTheirs(member);
    const { status, managerEmail } = readSummary(file);
    view.sheet = {
      url: file.getUrl(),
      status,
      managerEmail,
      owner: ownerOf(file),
      readers: readersOf(file),
    };
  } catch (error) {
    view.problem = (error as Error).message;
  }
  return view;
}

/** What a move came to: sentences about what is left to do by hand. */
export interface Moved {
  said: string[];
}

/**
 * Gives the new manager access and names them on Summary and in Team, then takes access from those
 * who were chosen. May be repeated after it was cut off. Ledger keeps the outcomes.
 */
export function movePerson(spreadsheet: Spreadsheet, request: MoveRequest): Moved {
  return alone(() => {
    const { managerEmail, leavesTeam } = request;
    const member = memberOf(spreadsheet, request.email);
    refuseManager(member, managerEmail);
    const sheet = openTheirs(member);
    const files = [sheet, ...branchOf(member)];
    for (const file of files) share(file, managerEmail);
    const { cells } = readSummary(sheet);
    cells.set('managerEmail', managerEmail);
    cells.write();
    SpreadsheetApp.flush();
    const said = files.flatMap((file) => takeAway(file, member, request));
    if (leavesTeam) leaveTeam(spreadsheet, member);
    else renameManager(spreadsheet, member, managerEmail);
    return { said };
  });
}

function refuseManager(member: Member, managerEmail: string): void {
  if (!isEmail(managerEmail)) {
    throw new Error(
      `“${managerEmail}” is no e-mail address: type that of the new manager of ${nameOf(member)}.`,
    );
  }
  if (isSamePerson(managerEmail, member.email)) {
    throw new Error(`${nameOf(member)} cannot be their own manager: type another e-mail.`);
  }
}

/** The branch file of somebody who leads a team: their new manager's rollup reads it. */
function branchOf({ branchId }: Member): Spreadsheet[] {
  return branchId === null ? [] : [SpreadsheetApp.openById(branchId)];
}

function share(file: Spreadsheet, email: string): void {
  const may = readersOf(file).some((one) => one.mayEdit && isSamePerson(one.email, email));
  if (may) return;
  try {
    file.addEditor(email);
  } catch (error) {
    const reason = (error as Error).message.replace(/[.\s]+$/, '');
    throw new Error(
      `Google did not share “${file.getName()}” with ${email} (“${reason}”): nothing was taken from anybody; correct the e-mail.`,
    );
  }
}

/** One's own access goes last, since nothing can be done without it. */
function takeAway(
  file: Spreadsheet,
  member: Member,
  { takeFrom, managerEmail }: MoveRequest,
): string[] {
  const owner = ownerOf(file);
  const user = userEmail();
  const isMe = (email: string) => Number(isSamePerson(email, user));
  const said: string[] = [];
  for (const email of [...takeFrom].sort((one, other) => isMe(one) - isMe(other))) {
    if (isSamePerson(email, managerEmail) || isSamePerson(email, member.email)) continue;
    if (isSamePerson(email, owner)) {
      said.push(
        `${email} owns “${file.getName()}” and keeps access: let them choose Share in it, and make ${managerEmail} or ${nameOf(member)} the owner.`,
      );
      continue;
    }
    file.removeEditor(email);
  }
  return said;
}

function ownerOf(file: Spreadsheet): string {
  // A file in a shared drive belongs to nobody.
  return file.getOwner()?.getEmail() ?? '';
}

function renameManager(spreadsheet: Spreadsheet, member: Member, managerEmail: string): void {
  const table = RowTable.open(spreadsheet, TEAM);
  for (const row of table.rows) {
    if (isSamePerson(textOf(row.get('email'), spreadsheet), member.email)) {
      table.set(row, 'managerEmail', managerEmail);
    }
  }
  table.write();
}

function leaveTeam(spreadsheet: Spreadsheet, member: Member): void {
  const table = RowTable.open(spreadsheet, TEAM);
  for (const row of table.rows) {
    if (isSamePerson(textOf(row.get('email'), spreadsheet), member.email)) table.remove(row);
  }
  table.write();
}
