// Update career sheets: everyone in Team is brought to the published framework, or moved to a new
// copy of the template. A preview first
// says what would happen to whom; what is done lies in the tab Updates and in the sheets
// themselves, so that a run goes on from wherever it was cut off.

import { isFresh, type Job, type Run, runSlice, type Slice, unfinishedRun } from '../jobs/runner';
import { isSamePerson } from '../review/status';
import { isRepeated, type Member, nameOf } from '../rollup/member';
import { openCareerSheet } from '../rollup/read-sheet';
import { linkedIdOf, readTeam } from '../rollup/team';
import { discardBefore } from './before-tab';
import { type Change, previewUpdate, updateCareerSheet } from './career-sheet';
import { moveCareerSheet } from './move';
import { forgetMoves } from './moved-file';
import { findPublished, type Published, takeOver } from './published';
import {
  readUpdates,
  STATES,
  type UpdateRecord,
  type UpdateRow,
  writeUpdates,
} from './updates-tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What each action is called among the jobs of this workbook. */
export const UPDATE_JOBS = {
  preview: 'update preview',
  update: 'update',
  discard: 'discard',
  move: 'move',
} as const;
export type UpdateAction = keyof typeof UPDATE_JOBS;

/** Looks at everyone, and changes nothing but the tab Updates. */
export function previewSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice(UPDATE_JOBS.preview, (run) => {
    const published = findPublished(spreadsheet);
    const before = readUpdates(spreadsheet);
    return jobOf(spreadsheet, run, (member, sheetId) => {
      const change = previewUpdate(member, sheetId, published);
      return change
        ? recordOf(change, published, STATES.wouldChange)
        : upToDate(member, published, before);
    });
  });
}

/** Takes the template's framework over when it is newer, then updates everyone. */
export function updateSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice(UPDATE_JOBS.update, (run) => {
    const published = findPublished(spreadsheet);
    takeOver(spreadsheet, published);
    const before = readUpdates(spreadsheet);
    return jobOf(spreadsheet, run, (member, sheetId) => {
      const change = updateCareerSheet(member, sheetId, published, run.by);
      return change
        ? recordOf(change, published, STATES.updated)
        : upToDate(member, published, before);
    });
  });
}

/** Deletes the tabs that keep what was there before updates. */
export function discardSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice(UPDATE_JOBS.discard, (run) =>
    jobOf(spreadsheet, run, (member, sheetId) =>
      discardBefore(openCareerSheet(member, sheetId)) > 0 ? { state: STATES.discarded } : {},
    ),
  );
}

const WHOM = 'whom to move';

/** Says whom `moveSlice` moves: the person with that e-mail, or everyone when it is blank. */
export function chooseMove(spreadsheet: Spreadsheet, email: string): void {
  if (email !== '' && !readTeam(spreadsheet).some((one) => isSamePerson(one.email, email))) {
    throw new Error(`Nobody in Team has the e-mail ${email}: reload.`);
  }
  const properties = PropertiesService.getDocumentProperties();
  const run = unfinishedRun(UPDATE_JOBS.move);
  const now = properties.getProperty(WHOM) ?? '';
  if (run && isFresh(run) && now !== email) {
    throw new Error(
      `Moving ${now === '' ? 'everyone' : now} was begun by ${run.by} and has not ended: let it end, or stop it, first.`,
    );
  }
  properties.setProperty(WHOM, email);
}

/** Moves whom `chooseMove` named into new copies of the template. */
export function moveSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice(UPDATE_JOBS.move, (run) => {
    const email = PropertiesService.getDocumentProperties().getProperty(WHOM) ?? '';
    const published = findPublished(spreadsheet);
    takeOver(spreadsheet, published);
    const job = jobOf(spreadsheet, run, (member, sheetId) => {
      const change = moveCareerSheet(spreadsheet, member, sheetId, published, run.by);
      return change ? recordOf(change, published, STATES.moved) : { state: STATES.moved };
    });
    const items = job.items.filter((one) => email === '' || isSamePerson(one.email, email));
    return { ...job, items, finish: () => forgetMoves(readTeam(spreadsheet)) };
  });
}

/** Whom the sidebar offers to move. */
export function peopleToMove(spreadsheet: Spreadsheet): { name: string; email: string }[] {
  return readTeam(spreadsheet)
    .filter((member) => member.email !== '' && !isRepeated(member))
    .map((member) => ({ name: nameOf(member), email: member.email }));
}

function recordOf(
  { from, counts, said }: Change,
  { framework }: Published,
  state: string,
): UpdateRecord {
  return { state, from, to: framework.version, ...counts, said: said.join(' ') };
}

/** What an update came to stays in the row, also when it was cut off before it could say so. */
function upToDate(
  member: Member,
  { framework: { version } }: Published,
  before: readonly UpdateRow[],
): UpdateRecord {
  const row = before.find(({ email, to }) => to === version && isSamePerson(email, member.email));
  const done: readonly string[] = [STATES.updated, STATES.discarded, STATES.moved];
  if (row && done.includes(row.state)) return {};
  if (row?.state === STATES.wouldChange) return { state: STATES.updated };
  return { ...NOTHING, state: STATES.upToDate, from: version, to: version, said: '' };
}

const NOTHING = { from: '', to: '', unchanged: '', reworded: '', added: '', removed: '' };

/** A job over Team: each person's record, or the sentence that says why there is none. */
function jobOf(
  spreadsheet: Spreadsheet,
  run: Run,
  recordFor: (member: Member, sheetId: string) => UpdateRecord,
): Job<Member> {
  const team = readTeam(spreadsheet);
  const records = new Map<Member, UpdateRecord>();
  return {
    items: team,
    keyOf: ({ key }) => key,
    step: ([member]) => {
      try {
        records.set(member, recordFor(member, linkedIdOf(member, team)));
      } catch (error) {
        run.tally.problems = (run.tally.problems ?? 0) + 1;
        records.set(member, {
          ...NOTHING,
          state: STATES.problem,
          said: (error as Error).message,
        });
      }
      return 1;
    },
    save: () => {
      writeUpdates(spreadsheet, team, records);
      records.clear();
    },
    finish: () => undefined,
  };
}
