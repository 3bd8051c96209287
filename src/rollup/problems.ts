// What can be wrong with a row of `Team` or with the career sheet that it links to: one sentence
// each, which says what is wrong, where, and what to do.

import type { Outcome } from '../review/outcome';
import { type Member, nameOf } from './member';

const rowOf = ({ position }: Member) => `row ${position} of Team`;

export const problems = {
  noEmail: (member: Member) =>
    `There is no e-mail in ${rowOf(member)}: type it, since it says whose outcomes count.`,

  repeated: (member: Member, first: Member) =>
    `${member.email} is in Team twice, in rows ${first.position} and ${member.position}: delete one of the two.`,

  noLink: (member: Member) =>
    `There is no link in ${rowOf(member)}: paste the address of ${nameOf(member)}'s career sheet there.`,

  notALink: (member: Member) =>
    `“${shortened(member.link)}” in ${rowOf(member)} is not a link to a spreadsheet: paste the address of ${nameOf(member)}'s career sheet there.`,

  noAccess: (member: Member, reason: string) =>
    `The career sheet cannot be opened (“${shortened(reason.replace(/[.\s]+$/, ''))}”): ask ${nameOf(member)} to share it with you, or correct the link in ${rowOf(member)}.`,

  notNow: (reason: string) =>
    `Google could not read the career sheet just now (“${shortened(reason.replace(/[.\s]+$/, ''))}”): roll up again later.`,

  notAnEditor: (member: Member) =>
    `You may only look at this career sheet: ask ${nameOf(member)} to make you an editor of it, then try again.`,

  notACareerSheet: (member: Member) =>
    `The link in ${rowOf(member)} leads to a spreadsheet that is not a career sheet: paste the address of ${nameOf(member)}'s career sheet there.`,

  newerLayout: () =>
    'The career sheet has a newer layout than this manager workbook knows: bring the script of this workbook up to date.',

  namesNobody: (member: Member) =>
    `The career sheet names nobody: ask ${nameOf(member)} to type ${member.email} into E-mail on its Summary.`,

  ofSomebodyElse: (member: Member, email: string, rightful: Member | undefined) =>
    rightful
      ? `The same career sheet is linked in rows ${rightful.position} and ${member.position} of Team and is ${nameOf(rightful)}'s: paste the address of ${nameOf(member)}'s own into row ${member.position}.`
      : `The career sheet is of ${shortened(email)}, not of ${member.email}: correct the link or the e-mail in ${rowOf(member)}.`,

  notAStatus: (status: string) =>
    `The status on Summary is “${shortened(status)}”, which is none: choose Draft, Submitted, In review or Recorded there.`,

  otherFramework: (sheet: string, own: string) =>
    `The career sheet is made from ${sheet}, this workbook from ${own}, so levels and progress stay as they were: bring it up to date under Framework and copies in the sidebar.`,

  outcomeOfOtherFramework: (outcome: Outcome, own: string) =>
    `The last outcome (${outcome.round}) was recorded with ${outcome.frameworkId} ${outcome.frameworkVersion}, not with ${own}, so levels and progress stay as they were: hold the next review with the new framework.`,

  otherDirection: (outcome: Outcome) =>
    `The direction “${shortened(outcome.direction)}” of the last outcome (${outcome.round}) is not in the tab Directions: add it there, or record again with another direction.`,

  halfFilled: (member: Member, blanks: number) =>
    `Handed in with ${counted(blanks, 'skill')} not scored: ask ${nameOf(member)} to take it back and score ${blanks === 1 ? 'it' : 'them'}, or score ${blanks === 1 ? 'it' : 'them'} together in the review.`,

  recordedHalfFilled: (blanks: number, competencies: string[]) =>
    `Recorded with ${counted(blanks, 'skill')} not scored on the next level of ${listed(competencies)}, so the true level may be higher: score ${blanks === 1 ? 'it' : 'them'} and record again.`,

  notAScore: (addresses: string[]) =>
    `${addresses.length === 1 ? 'The cell' : 'The cells'} ${listed(addresses)} of the career sheet ${addresses.length === 1 ? 'holds' : 'hold'} no score: choose 0, 1, 2 or n/a there, or leave blank.`,

  recordedWithoutOutcome: () =>
    'The status is Recorded, but the tab Outcomes holds no outcome: open the review again and record it.',

  /** The first sentence, and how many more there are. */
  unreadable: ([first, ...more]: readonly string[]) => {
    if (first === undefined) return [];
    if (more.length === 0) return [first];
    return [first, `${counted(more.length, 'further outcome')} cannot be read either.`];
  },

  held: (reasons: string[]) =>
    `${reasons.length === 1 ? 'An outcome is' : `${reasons.length} outcomes are`} held: ${reasons.map((reason) => reason.replace(/\.$/, '')).join('; ')}. Confirm in the sidebar what is right; until then it does not count.`,

  changed: (outcomes: readonly Outcome[]) =>
    `${outcomes.length === 1 ? 'An outcome' : `${outcomes.length} outcomes`} (${listed(outcomes.map(({ round }) => round))}) changed in the career sheet after being gathered; the ledger still says what was recorded: restore the tab Outcomes from version history.`,

  changedBelow: (outcomes: readonly Outcome[]) =>
    `${outcomes.length === 1 ? 'An outcome' : `${outcomes.length} outcomes`} (${listed(outcomes.map(({ round }) => round))}) changed in the branch file after being gathered; the ledger still says what was recorded: ask for its version history.`,

  damagedLedger: (sentence: string) => `In the tab Ledger of this workbook: ${sentence}`,

  foreign: (emails: readonly string[]) =>
    `The career sheet holds outcomes of ${listed([...new Set(emails)])}, as a copy of a filled sheet does; they were left alone: start from a new copy of the template.`,
};

/** What can be wrong with a branch file; `where` is the cell that links to it, such as `row 3 of Team`. */
export const branchProblems = {
  notALink: (link: string, where: string) =>
    `“${shortened(link)}” under ${where} is not a link to a spreadsheet: paste the address of the branch file there.`,

  noAccess: (reason: string, where: string) =>
    `The branch file cannot be opened (“${shortened(reason.replace(/[.\s]+$/, ''))}”), so that what is known of the branch stays as it was: ask for access to it, or correct the link under ${where}.`,

  notWritten: (reason: string) => `Your branch file was not brought up to date: ${reason}`,

  notNow: (reason: string) =>
    `Google did not let the branch file be read this time (“${shortened(reason.replace(/[.\s]+$/, ''))}”), so that what is known of the branch stays as it was: roll up again later.`,

  notABranchFile: (where: string) =>
    `The link under ${where} leads to a spreadsheet that is not a branch file: paste the address of the branch file there.`,

  newerLayout: () =>
    'The branch file has a newer layout than this manager workbook knows: bring the script of this workbook up to date.',

  unwritten: (of: string) =>
    `The branch file of ${of} is not whole, since their rollup has not run yet, is running or was cut off; what is known of the branch stays as it was: ask ${of} to roll up.`,

  notWhole: (of: string) =>
    `The branch file of ${of} holds other rows than their rollup wrote there, so that what is known of the branch stays as it was: ask ${of} to roll up again.`,

  own: (where: string) =>
    `The link under ${where} leads to this workbook's own branch file: paste the address of the branch file of that person.`,
};

/** Such as `3 skills`. */
function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const MOST_LISTED = 5;

/** Such as `A, B and C`; the rest of a long list is counted. */
function listed(items: readonly string[]): string {
  const shown = items.slice(0, MOST_LISTED);
  const rest = items.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

const LONGEST = 80;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
