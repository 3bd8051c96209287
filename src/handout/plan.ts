// Who gets what when career sheets are handed out, what is wrong with a row of Team, and how many
// days it takes: planned before anything is made.

import { isSamePerson } from '../review/status';
import { isRepeated, type Member, nameOf } from '../rollup/member';
import { problems as rowProblems } from '../rollup/problems';

/** What is made for a person; the values are what the tab Hand-out says. */
export const FILES = { sheet: 'Career sheet', branch: 'Branch file' } as const;
export type FileKind = keyof typeof FILES;

/** A file that was handed out before, by the tab Hand-out. */
export interface HandedOut {
  email: string;
  file: FileKind;
  link: string;
}

/** What a row of Team comes to. */
export interface RowPlan {
  member: Member;
  /** Lacks a career sheet, and nothing speaks against making one. */
  needsSheet: boolean;
  /** Whether a branch file can be made: for somebody who leads others of Team it should be. */
  branch: 'should' | 'can' | 'no';
  /** The manager's e-mail when it is not the user's own. */
  otherManager: string;
  /** Why nothing is made; blank when all is well. */
  problem: string;
}

/**
 * One plan a row, in the order of Team.
 * @param user who hands out, and will own what is made.
 */
export function planHandOut(
  team: readonly Member[],
  user: string,
  handedOut: readonly HandedOut[],
): RowPlan[] {
  return team.map((member) => {
    const own = isSamePerson(member.managerEmail, user);
    const before = (kind: FileKind) =>
      handedOut.find(({ email, file }) => file === kind && isSamePerson(email, member.email));
    const problem = problemOf(member, team, own, before('sheet'));
    const leads = team.some(
      (other) => other !== member && isSamePerson(other.managerEmail, member.email),
    );
    const mayLead = problem === '' && member.branchLink === '' && !before('branch');
    return {
      member,
      needsSheet: problem === '' && member.link === '',
      branch: branchFor(mayLead, leads),
      otherManager: own ? '' : member.managerEmail,
      problem,
    };
  });
}

function branchFor(mayLead: boolean, leads: boolean): RowPlan['branch'] {
  if (!mayLead) return 'no';
  return leads ? 'should' : 'can';
}

function problemOf(
  member: Member,
  team: readonly Member[],
  own: boolean,
  before: HandedOut | undefined,
): string {
  const { email, managerEmail, link, sheetId } = member;
  const same = (other: Member) => isSamePerson(other.email, email);
  if (email === '') return rowProblems.noEmail(member);
  if (!isEmail(email)) return problems.notAnEmail(member);
  if (isRepeated(member)) return rowProblems.repeated(member, team.find(same) as Member);
  if (link !== '') return sheetId === null ? rowProblems.notALink(member) : '';
  if (managerEmail === '') return problems.noManager(member);
  if (!own && !team.some((other) => isSamePerson(other.email, managerEmail))) {
    return problems.unknownManager(member);
  }
  return before ? problems.handedOutBefore(member, before.link) : '';
}

/** Has the shape of an e-mail address, so that a file can be shared with it. */
export function isEmail(text: string): boolean {
  return /^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+$/.test(text);
}

const problems = {
  notAnEmail: ({ email, position }: Member) =>
    `“${email}” in row ${position} of Team is no e-mail address: correct it, since the career sheet is shared with it.`,

  noManager: (member: Member) =>
    `There is no manager's e-mail in row ${member.position} of Team: type it, since it says who reviews ${nameOf(member)}.`,

  unknownManager: ({ managerEmail, position }: Member) =>
    `The manager ${managerEmail} in row ${position} of Team is neither you nor anybody in Team: correct the e-mail, or add a row for the manager.`,

  handedOutBefore: (member: Member, link: string) =>
    `${nameOf(member)} was handed a career sheet before: paste its address ${link} into row ${member.position} of Team; for a new one, delete the row of ${member.email} from the tab Hand-out first.`,
};

export interface Days {
  consumer: number;
  workspace: number;
  /** If Google counts the script of each copy: its documentation does not say. */
  withScripts: number;
}

/** What Google lets an account make a day. */
const SPREADSHEETS = { consumer: 250, workspace: 3200 };
const SCRIPTS = 50;

/** How many days it takes to make so many files. A branch file has no script. */
export function daysFor(sheets: number, branches: number): Days {
  const files = sheets + branches;
  return {
    consumer: Math.ceil(files / SPREADSHEETS.consumer),
    workspace: Math.ceil(files / SPREADSHEETS.workspace),
    withScripts: Math.ceil(sheets / SCRIPTS),
  };
}
