// The review on a career sheet: what the sidebar reads of it, and each action on it.
// Every action reads the sheet under the document's lock, checks that the status allows it,
// and writes only the cells that it changes.

import { ARCHIVE, ASSESSMENT, GOALS, OUTCOMES } from '../layout/career-sheet';
import { keysOf, type TabLayout } from '../layout/tab';
import { scoresById } from '../review/answers';
import { type Answer, type Archived, nextSelfScore, toArchive } from '../review/archive';
import { composeOutcome, lastOutcome, type Outcome, rowOfOutcome } from '../review/outcome';
import type { RecordRequest, RoundRequest, SubmitRequest } from '../review/request';
import { problemOfRound } from '../review/round';
import type { ReviewSheet } from '../review/sheet';
import { standingOf } from '../review/standing';
import {
  type Action,
  isSamePerson,
  type Role,
  refusalOf,
  roleOf,
  statusAfter,
} from '../review/status';
import { answerRows, stampOf } from './answers';
import {
  type Assessment,
  readAssessment,
  readSummary,
  refuseNewerLayout,
  type Summary,
} from './career-sheet';
import { readFramework } from './framework-tabs';
import { readGoals } from './goals';
import { readLinkedTexts } from './linked-text';
import { isoTime, readOutcomes } from './outcome-rows';
import { alone, placeOf, readOwn, userEmail } from './own-file';
import { keepStatement } from './statements';
import { cellsOf, type Row, sheetOf, Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What of Assessment belongs to one round; self scores go on into the next. */
const OF_THE_ROUND = ['evidence', 'managerScore', 'agreedScore', 'managerNote'] as const;

/** All that the sidebar shows or works out. A fresh copy of the template is marked as a file of its own. */
export function loadReview(spreadsheet: Spreadsheet): ReviewSheet {
  const { cells, ...summary } = readSummary(spreadsheet);
  refuseNewerLayout(summary.layoutVersion);
  const fileId = spreadsheet.getId();
  const place = placeOf(spreadsheet, summary);
  if (place === 'own' && summary.fileId !== fileId) claimFile(spreadsheet);
  const assessment = readAssessment(spreadsheet);
  const rows = answerRows(assessment);
  const { outcomes, problems } = readOutcomes(spreadsheet);
  return {
    ...summary,
    fileId,
    place,
    user: userEmail(),
    framework: frameworkOf(spreadsheet, summary),
    rows,
    stamp: stampOf(rows),
    goals: readGoals(spreadsheet),
    outcomes,
    problems: [...assessment.problems, ...problems],
    outcomeId: Utilities.getUuid(),
  };
}

/** What came of adding the manager as an editor; `notAsked` when nobody wanted it. */
export interface Submitted {
  manager: 'added' | 'notAdded' | 'notAsked';
}

/**
 * Hands the self scores in. On a sheet without the person's e-mail, whoever submits it is the
 * person. A manager who can only view a file can run no script in it, so that they may be added.
 */
export function submitReview(spreadsheet: Spreadsheet, request: SubmitRequest): Submitted {
  const { user, managerEmail } = alone(() => {
    const { summary, user } = begin(spreadsheet, 'submit');
    requireFilled(summary, 'managerEmail', "your manager's e-mail");
    requireFilled(summary, 'direction', 'your direction');
    requireFilled(summary, 'round', 'the round, such as 2026 H2');
    refuseProblems(readAssessment(spreadsheet).problems);
    if (summary.email === '') summary.cells.set('email', user);
    setStatus(summary, 'submit');
    return { user, managerEmail: summary.managerEmail };
  });
  if (!request.addManager || isSamePerson(user, managerEmail)) return { manager: 'notAsked' };
  try {
    spreadsheet.addEditor(managerEmail);
    return { manager: 'added' };
  } catch (_) {
    // The company's sharing rules, a wrong address: the submission stands all the same.
    return { manager: 'notAdded' };
  }
}

/** Takes a submission back, until the review opens. */
export function takeBackReview(spreadsheet: Spreadsheet): void {
  alone(() => setStatus(begin(spreadsheet, 'takeBack').summary, 'takeBack'));
}

/**
 * Opens the review: agreed scores that are blank start from the self scores. `bring` may stage
 * more, before anything is written.
 */
export function openReview(spreadsheet: Spreadsheet, bring = (_: Assessment) => {}): void {
  alone(() => {
    const { summary, role } = begin(spreadsheet, 'openReview');
    const assessment = readAssessment(spreadsheet);
    const { table, rows, problems } = assessment;
    refuseProblems(problems);
    bring(assessment);
    for (const { row, selfScore, agreedScore } of rows) {
      if (agreedScore === null && selfScore !== null) table.set(row, 'agreedScore', selfScore);
    }
    // From a manager workbook the lock is that workbook's: meanwhile the person may have taken back.
    refuseProblems([refusalOf('openReview', readSummary(spreadsheet).status, role)]);
    table.write();
    setStatus(summary, 'openReview');
  });
}

/** Appends the outcome. The id given makes a repeated call harmless: an outcome is recorded once. */
export function recordReview(spreadsheet: Spreadsheet, request: RecordRequest): void {
  alone(() => {
    const summary = readOwn(spreadsheet);
    const { table, outcomes, problems } = readOutcomes(spreadsheet);
    if (table.rows.some((row) => row.get('id') === request.outcomeId)) {
      if (summary.status === 'In review') setStatus(summary, 'record');
      return;
    }
    const { user } = begin(spreadsheet, 'record', summary);
    refuseProblems(problems);
    const last = lastOutcome(outcomes);
    if ((last?.id ?? '') !== request.lastOutcomeId) {
      throw new Error(
        last
          ? `${last.recordedBy || 'Somebody'} recorded an outcome on ${last.recordedAt}, after this sidebar was read: nothing was written; look at that outcome before you record another.`
          : 'The outcome that this sidebar showed is gone from Outcomes: nothing was written; bring its row back from version history.',
      );
    }
    const outcome = compose(spreadsheet, summary, user, outcomes, request);
    const { outcomeId, statement } = request;
    if (statement) keepStatement(spreadsheet, summary.round, outcomeId, statement);
    table.append([rowOfOutcome(outcome)]);
    table.write();
    setStatus(readSummary(spreadsheet), 'record');
  });
}

/** Starts the next round, on the wish of the person or the manager. */
export function startRound(spreadsheet: Spreadsheet, request: RoundRequest): void {
  alone(() => beginRound(spreadsheet, begin(spreadsheet, 'startRound').summary, request.round));
}

/**
 * Makes a sheet whose review is recorded one of the next round: evidence and notes move to Archive,
 * the agreed scores become the self scores. Each step is stored before the next, and all of it can
 * be repeated, so that a start that is cut off loses nothing. Throws a sentence when the round was
 * held already, or when an outcome cannot be read.
 */
export function beginRound(spreadsheet: Spreadsheet, summary: Summary, round: string): void {
  const { outcomes, problems } = readOutcomes(spreadsheet);
  const archive = Table.open(spreadsheet, ARCHIVE);
  const archived = archive.rows.map((row) => cellsOf(row, ARCHIVE) as Archived);
  const taken = [...outcomes, ...archived].map((one) => textOf(one.round, spreadsheet));
  refuseProblems([problemOfRound(round, taken), ...problems]);

  const outcome = lastOutcome(outcomes.filter((one) => one.round === summary.round));
  const assessment = Table.open(spreadsheet, ASSESSMENT);
  const answers = answersOf(spreadsheet, assessment);
  archive.append(toArchive(answers, summary.round, outcome, archived));
  archive.write();
  SpreadsheetApp.flush();

  assessment.rows.forEach((row, index) => {
    assessment.set(row, 'selfScore', nextSelfScore(answers[index], outcome));
  });
  assessment.write();
  SpreadsheetApp.flush();

  clear(spreadsheet, ASSESSMENT, () => OF_THE_ROUND);
  SpreadsheetApp.flush();
  summary.cells.set('round', round);
  setStatus(summary, 'startRound');
}

/** Says that this file is a person's own, although it was copied from a filled one. */
export function claimFile(spreadsheet: Spreadsheet): void {
  alone(() => {
    const { cells, layoutVersion } = readSummary(spreadsheet);
    refuseNewerLayout(layoutVersion);
    cells.set('fileId', spreadsheet.getId());
    cells.write();
  });
}

/**
 * Clears, in a copy of somebody's filled sheet, all that the somebody wrote: answers, goals,
 * outcomes, archive and who it is about. The file that it was copied from keeps everything.
 */
export function startClean(spreadsheet: Spreadsheet): void {
  alone(() => {
    const summary = readSummary(spreadsheet);
    refuseNewerLayout(summary.layoutVersion);
    if (placeOf(spreadsheet, summary) !== 'copy') {
      throw new Error('This file is no copy of a filled career sheet: nothing was cleared.');
    }
    clear(spreadsheet, ASSESSMENT, (row) =>
      row.get('id') === '' ? keysOf(ASSESSMENT) : ['selfScore', ...OF_THE_ROUND],
    );
    clear(spreadsheet, GOALS, () => keysOf(GOALS));
    clear(spreadsheet, OUTCOMES, () => keysOf(OUTCOMES));
    clear(spreadsheet, ARCHIVE, () => keysOf(ARCHIVE));
    const { cells } = summary;
    for (const key of ['person', 'email', 'managerEmail', 'currentGrade'] as const) {
      cells.set(key, '');
    }
    cells.set('aspiredDirection', '');
    cells.set('status', 'Draft');
    cells.set('fileId', spreadsheet.getId());
    cells.write();
  });
}

/** Throws the sentence that refuses an action, by the status that stands in the sheet now. */
function begin(
  spreadsheet: Spreadsheet,
  action: Action,
  summary = readOwn(spreadsheet),
): { summary: Summary; user: string; role: Role } {
  const user = userEmail();
  const role = roleOf(user, summary.email, summary.managerEmail);
  refuseProblems([refusalOf(action, summary.status, role)]);
  return { summary, user, role };
}

function compose(
  spreadsheet: Spreadsheet,
  summary: Summary,
  user: string,
  outcomes: Outcome[],
  request: RecordRequest,
): Outcome {
  const { confirmed } = request;
  if (user === '') {
    throw new Error(
      'Google does not say who you are, and an outcome names who recorded it: allow this sheet to see your e-mail, then record again.',
    );
  }
  requireFilled(summary, 'email', "the person's e-mail");
  requireFilled(summary, 'round', 'the round, such as 2026 H2');
  if (!isSamePerson(user, summary.managerEmail) && !confirmed.notManager) {
    throw new Error(
      `You are ${user}, but the manager on Summary is ${summary.managerEmail || 'blank'}: nothing was recorded; confirm that you record it all the same.`,
    );
  }
  const replaced = lastOutcome(outcomes.filter(({ round }) => round === summary.round));
  if (replaced && !confirmed.replaces) {
    throw new Error(
      `The round ${summary.round} has an outcome, recorded on ${replaced.recordedAt}: nothing was recorded; confirm that another one replaces it.`,
    );
  }
  const assessment = readAssessment(spreadsheet);
  refuseProblems(assessment.problems);
  const framework = frameworkOf(spreadsheet, summary);
  const { self, agreed } = scoresById(framework, assessment.rows);
  const unasked = standingOf(framework, agreed)
    .flatMap(({ notScored }) => notScored)
    .filter(({ id }) => !confirmed.notScored.includes(id));
  if (unasked.length > 0) {
    const names = unasked.map(({ text }) => `“${text}”`).join(', ');
    throw new Error(
      `Not scored on the next level: ${names}; nothing was recorded; score them, or confirm that they stay so.`,
    );
  }
  const { person, email, managerEmail, round, direction, currentGrade } = summary;
  return composeOutcome(
    {
      id: request.outcomeId,
      recordedAt: isoTime(new Date(), spreadsheet),
      recordedBy: user,
      person,
      email,
      managerEmail,
      round,
      direction,
      currentGrade,
      selfScores: self,
      agreedScores: agreed,
      agrees: request.agrees,
      replaces: replaced?.id ?? '',
    },
    framework,
  );
}

function frameworkOf(spreadsheet: Spreadsheet, summary: Omit<Summary, 'cells'>) {
  return readFramework(spreadsheet, {
    id: summary.frameworkId,
    name: summary.frameworkName,
    version: summary.frameworkVersion,
  });
}

function setStatus({ cells }: Summary, action: Action): void {
  cells.set('status', statusAfter(action));
  cells.write();
}

function requireFilled(
  summary: Summary,
  key: 'email' | 'managerEmail' | 'direction' | 'round',
  what: string,
): void {
  if (key === 'managerEmail' ? summary[key].includes('@') : summary[key]) return;
  throw new Error(`${summary.cells.address(key)} lacks ${what}: fill it in.`);
}

/** Throws the first problem that is not blank. */
function refuseProblems(problems: readonly string[]): void {
  const problem = problems.find((sentence) => sentence !== '');
  if (problem !== undefined) throw new Error(problem);
}

/** Clears, in every row of a tab, the columns that `columnsOf` names for it. */
function clear<Key extends string>(
  spreadsheet: Spreadsheet,
  layout: TabLayout<Key>,
  columnsOf: (row: Row<Key>) => readonly Key[],
): void {
  const table = Table.open(spreadsheet, layout);
  for (const row of table.rows) {
    for (const key of columnsOf(row)) table.set(row, key, '');
  }
  table.write();
}

/** The rows of Assessment as they are to be archived: what a link or a formula says is written out. */
function answersOf(
  spreadsheet: Spreadsheet,
  { rows, columnOf }: Table<keyof typeof ASSESSMENT.columns>,
): Answer[] {
  const linkedText = readLinkedTexts(sheetOf(spreadsheet, ASSESSMENT.tab));
  return rows.map((row) => {
    const cells = cellsOf(row, ASSESSMENT);
    for (const key of ['evidence', 'managerNote'] as const) {
      cells[key] = linkedText(row.position, columnOf[key]) ?? cells[key];
    }
    return cells;
  });
}
