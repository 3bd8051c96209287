// What a manager prepares before a one-to-one: a view of their own of one person in Team, and the
// review opened from here, to which they may bring it. Until then it stays in this workbook.

import type { Framework } from '../framework/framework';
import { ROLLUP } from '../layout/manager-workbook';
import { scoresById } from '../review/answers';
import type { Conflict } from '../review/sheet';
import type { Scores } from '../review/standing';
import { isSamePerson, type Status } from '../review/status';
import {
  type Assessment,
  readAssessment,
  readSummary,
  refuseNewerLayout,
} from '../sheets/career-sheet';
import { readPublishedFramework } from '../sheets/manager-workbook';
import { alone, userEmail } from '../sheets/own-file';
import { type Prepared, readPreparation, savePreparation } from '../sheets/preparation';
import { openReview } from '../sheets/review';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import type { Member } from './member';
import type { OpenPreparedRequest, PreparationRequest } from './prepare-request';
import { problems } from './problems';
import { openCareerSheet } from './read-sheet';
import { readTeam } from './team';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Somebody in Team whom one can prepare for. */
export interface Person {
  name: string;
  email: string;
  /** As the last rollup saw it, or blank. */
  status: string;
}

export interface PreparationView {
  /** The id of the manager workbook, and who looks: whose preparation it is. */
  fileId: string;
  user: string;
  name: string;
  email: string;
  framework: Framework;
  /** What the person pursues, by their sheet or else by Team. */
  direction: string;
  round: string;
  /** null when the career sheet cannot be read. */
  status: Status | null;
  /** null before the person submitted. */
  selfScores: Scores | null;
  /** By skill id. */
  prepared: Record<string, Prepared>;
  /** Sentences. */
  problems: string[];
}

/** What became of what the manager wanted to bring. */
export interface Brought {
  /** Skills whose cells held something else already: it was left there. */
  kept: string[];
  /** Skills prepared that have no row in the career sheet. */
  missing: string[];
}

/** The people of Team with an e-mail, in its order, each once. */
export function loadPeople(spreadsheet: Spreadsheet): Person[] {
  const statuses = Table.open(spreadsheet, ROLLUP).rows.map((row) => ({
    email: textOf(row.get('email'), spreadsheet),
    status: textOf(row.get('status'), spreadsheet),
  }));
  const team = readTeam(spreadsheet).filter(({ email }) => email !== '');
  return team
    .filter(({ email }, at) => firstOf(team, email) === team[at])
    .map(({ name, email }) => ({
      name: name || email,
      email,
      status: statuses.find((one) => isSamePerson(one.email, email))?.status ?? '',
    }));
}

/**
 * A person's preparation beside their self scores. Of a sheet that was not submitted nothing but
 * its status, its round and its direction is read.
 */
export function loadPreparation(spreadsheet: Spreadsheet, email: string): PreparationView {
  const framework = readPublishedFramework(spreadsheet);
  const member = memberOf(spreadsheet, email);
  const { prepared, problems: said } = readPreparation(spreadsheet, member.email);
  const view: PreparationView = {
    fileId: spreadsheet.getId(),
    user: userEmail(),
    name: member.name || member.email,
    email: member.email,
    framework,
    direction: '',
    round: '',
    status: null,
    selfScores: null,
    prepared,
    problems: said,
  };
  try {
    const sheet = openTheirs(member);
    const { status, direction, round } = readSummary(sheet);
    view.status = status;
    view.direction = direction;
    view.round = round;
    if (status !== 'Draft') {
      const { rows, problems } = readAssessment(sheet);
      view.selfScores = scoresById(framework, rows).self;
      said.push(...problems);
    }
  } catch (error) {
    said.push((error as Error).message);
  }
  return view;
}

/** Stores what the manager wrote of a person; returns what somebody changed in the meantime. */
export function saveEdits(
  spreadsheet: Spreadsheet,
  { email, edits }: PreparationRequest,
): { conflicts: Conflict[] } {
  const framework = () => readPublishedFramework(spreadsheet);
  const member = memberOf(spreadsheet, email);
  return alone(() => ({ conflicts: savePreparation(spreadsheet, framework, member.email, edits) }));
}

/** Opens the review in the person's career sheet, and brings there what the manager chose to bring. */
export function openPrepared(
  spreadsheet: Spreadsheet,
  { email, bring }: OpenPreparedRequest,
): Brought {
  const member = memberOf(spreadsheet, email);
  const { prepared, problems: said } = readPreparation(spreadsheet, member.email);
  if (said.length > 0 && bring !== 'nothing') throw new Error(said[0]);
  const framework = readPublishedFramework(spreadsheet);
  const brought: Brought = { kept: [], missing: [] };
  openReview(openTheirs(member), (assessment) => {
    if (bring !== 'nothing') {
      Object.assign(brought, put(assessment, prepared, bring === 'scoresAndNotes', framework));
    }
  });
  return brought;
}

/** Stages the manager's view for blank cells; what stands in others is left there. */
function put(
  { table, rows }: Assessment,
  prepared: Record<string, Prepared>,
  withNotes: boolean,
  { skills }: Framework,
): Brought {
  const kept: string[] = [];
  const missing: string[] = [];
  for (const [skillId, { score, note }] of Object.entries(prepared)) {
    const name = skills.find(({ id }) => id === skillId)?.text ?? skillId;
    const wanted = [
      { column: 'managerScore', value: score },
      { column: 'managerNote', value: withNotes ? note : '' },
    ] as const;
    const filled = wanted.filter(({ value }) => value !== null && value !== '');
    const found = rows.find(({ id }) => id === skillId);
    if (filled.length > 0 && !found) missing.push(name);
    if (!found) continue;
    for (const { column, value } of filled) {
      if (isEmpty(found[column])) table.set(found.row, column, value as string | number);
      else if (found[column] !== value && !kept.includes(name)) kept.push(name);
    }
  }
  return { kept, missing };
}

const isEmpty = (value: unknown) => value === null || value === '';

/** The career sheet of somebody in Team; throws the sentence for their row when it is not theirs. */
export function openTheirs(member: Member): Spreadsheet {
  if (member.link === '') throw new Error(problems.noLink(member));
  if (member.sheetId === null) throw new Error(problems.notALink(member));
  const sheet = openCareerSheet(member, member.sheetId);
  const { email, layoutVersion } = readSummary(sheet);
  refuseNewerLayout(layoutVersion);
  if (email === '') throw new Error(problems.namesNobody(member));
  if (!isSamePerson(email, member.email)) {
    throw new Error(problems.ofSomebodyElse(member, email, undefined));
  }
  return sheet;
}

/** Somebody in Team, by e-mail; throws a sentence when nobody has it. */
export function memberOf(spreadsheet: Spreadsheet, email: string): Member {
  const member = firstOf(readTeam(spreadsheet), email);
  if (member) return member;
  throw new Error(`Nobody in Team has the e-mail ${email}: reload, and choose somebody of Team.`);
}

function firstOf(team: readonly Member[], email: string): Member | undefined {
  return team.find((member) => isSamePerson(member.email, email));
}
