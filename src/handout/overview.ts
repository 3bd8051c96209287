// What the sidebar shows before a hand-out and during one, and the plan that it makes.

import { isSamePerson } from '../review/status';
import { nameOf } from '../rollup/member';
import { readTeam } from '../rollup/team';
import { alone, userEmail } from '../sheets/own-file';
import {
  type HandOutRow,
  NOT_BEGUN,
  noteChanges,
  readHandOut,
  STATES,
  writePlan,
} from './hand-out-tab';
import { type FileKind, planHandOut, type RowPlan } from './plan';
import type { FileRequest, HandOutRequest } from './request';
import { openSource } from './source';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface HandOutView {
  /** Who would own what is made. */
  user: string;
  round: string;
  /** The template's name; blank when there is a problem with it. */
  template: string;
  /** Why nothing can be handed out, or blank. */
  problem: string;
  rows: PlannedRow[];
  /** What was planned or has begun. */
  unfinished: Pick<HandOutRow, 'name' | 'email' | 'file' | 'state' | 'link' | 'said'>[];
}

/** A row of Team and what it comes to. */
export type PlannedRow = Omit<RowPlan, 'member'> & {
  /** In Team, from 1. */
  position: number;
  name: string;
  email: string;
};

/** Who gets what. One open, of the template, and a read each of Team and Hand-out. */
export function lookAtHandOut(spreadsheet: Spreadsheet): HandOutView {
  const { rows, handedOut, user } = plan(spreadsheet);
  const view: HandOutView = {
    user,
    round: '',
    template: '',
    problem: '',
    rows: rows.map(({ member, ...row }) => ({
      ...row,
      position: member.position,
      name: nameOf(member),
      email: member.email,
    })),
    unfinished: handedOut
      .filter(({ state }) => state !== STATES.done)
      .map(({ name, email, file, state, link, said }) => ({
        name,
        email,
        file,
        state,
        link,
        said,
      })),
  };
  try {
    const { template, round } = openSource(spreadsheet);
    view.template = template.getName();
    view.round = round;
  } catch (error) {
    view.problem = (error as Error).message;
  }
  return view;
}

/**
 * Plans what the page chose. Throws a sentence when a row no longer is as the page showed it, or
 * when the manager of a row was not confirmed.
 */
export function startHandOut(spreadsheet: Spreadsheet, request: HandOutRequest): void {
  alone(() => {
    openSource(spreadsheet);
    const { rows, user } = plan(spreadsheet);
    if (user === '') {
      throw new Error(
        'Google does not say who you are, and whoever hands out owns the files: allow this workbook to see your e-mail, then hand out again.',
      );
    }
    const wanted = request.files.map(({ email, file }) => {
      const row = rows.find(({ member }) => isSamePerson(member.email, email));
      if (!row || !mayGet(row, file)) {
        throw new Error(
          `What ${email} gets changed since you looked: nothing was handed out; look again.`,
        );
      }
      const { otherManager, member } = row;
      if (
        otherManager !== '' &&
        !request.confirmed.some((one) => isSamePerson(one, otherManager))
      ) {
        throw new Error(
          `${nameOf(member)} reports to ${otherManager || 'nobody'}, not to you: nothing was handed out; confirm first that you will own and read the file.`,
        );
      }
      return { name: nameOf(member), email: member.email, file };
    });
    writePlan(spreadsheet, wanted);
  });
}

/** Says that a file that was perhaps made does not exist, so that it can be made. */
export function forgetMaking(spreadsheet: Spreadsheet, { email, file }: FileRequest): void {
  alone(() => {
    const row = readHandOut(spreadsheet).find(
      (one) => one.file === file && isSamePerson(one.email, email),
    );
    if (!row || row.state !== STATES.begun || row.link !== '') {
      throw new Error(`What is handed out to ${email} changed since you looked: look again.`);
    }
    noteChanges(spreadsheet, new Map([[row.key, NOT_BEGUN]]));
  });
}

function plan(spreadsheet: Spreadsheet) {
  const user = userEmail();
  const handedOut = readHandOut(spreadsheet);
  const before = handedOut.filter(({ state }) => state === STATES.done);
  const rows = planHandOut(readTeam(spreadsheet), user, before);
  return { rows, handedOut, user };
}

function mayGet({ needsSheet, branch }: RowPlan, file: FileKind): boolean {
  return file === 'sheet' ? needsSheet : branch !== 'no';
}
