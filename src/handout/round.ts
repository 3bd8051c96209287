// Opening the round: every linked career sheet is set to the round in Settings, and starts it where
// the one before is recorded. A review that is under way is left alone.

import { type Run, runSlice, type Slice } from '../jobs/runner';
import { ROUND, SETTINGS_NAMES, SETTINGS_TAB, TEAM } from '../layout/manager-workbook';
import type { ColumnOf } from '../layout/tab';
import { problemOfRound } from '../review/round';
import { isSamePerson } from '../review/status';
import { type Member, nameOf } from '../rollup/member';
import { writePeople } from '../rollup/people-tab';
import { problems } from '../rollup/problems';
import { openCareerSheet } from '../rollup/read-sheet';
import { linkedIdOf, readTeam } from '../rollup/team';
import { stampOf } from '../sheets/answers';
import { isThere, openOrAdd } from '../sheets/late-tab';
import { NamedCells } from '../sheets/named-cells';
import type { NewTab } from '../sheets/new-tab';
import { readOutcomes } from '../sheets/outcome-rows';
import { readOwn } from '../sheets/own-file';
import { beginRound } from '../sheets/review';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { readRound } from './source';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const ROUND_JOB = 'round';

const STATES = {
  opened: 'Opened',
  there: 'Open already',
  underWay: 'Left alone',
  problem: 'Problem',
} as const;
type State = (typeof STATES)[keyof typeof STATES];

/** What became of a career sheet. */
interface Opening {
  state: State;
  /** The round that the sheet was in. */
  from: string;
  to: string;
  said: string;
}

/** Opens the round in career sheets for some minutes at most. */
export function openRoundSlice(spreadsheet: Spreadsheet): Slice {
  return runSlice<Member>(ROUND_JOB, (run) => {
    const round = readRound(spreadsheet);
    const wrong = problemOfRound(round, []);
    if (wrong !== '') throw new Error(wrong);
    goOnWithTheSame(round, run);
    const team = readTeam(spreadsheet);
    const openings = new Map<Member, Partial<Opening>>();
    return {
      items: team,
      keyOf: ({ key }) => key,
      step: ([member]) => {
        openings.set(member, openFor(member, team, round, run));
        return 1;
      },
      save: () => {
        const sheet = openOrAdd(spreadsheet, ROUND, LOOK, (made) => {
          const column = Object.keys(ROUND.columns).indexOf('checkedAt') + 1;
          made.getRange(2, column, LOOK.rows, 1).setNumberFormat('yyyy-mm-dd hh:mm');
        });
        writePeople(spreadsheet, sheet, ROUND, team, openings);
        openings.clear();
      },
      finish: () => undefined,
    };
  });
}

/** Somebody who typed another round while a run was left off wants that one, for everybody. */
function goOnWithTheSame(round: string, run: Run): void {
  const stamp = Number(stampOf([round]));
  if (run.tally.round !== stamp) run.cursor = null;
  run.tally.round = stamp;
}

function openFor(
  member: Member,
  team: readonly Member[],
  round: string,
  run: Run,
): Partial<Opening> {
  const count = (what: string) => {
    run.tally[what] = (run.tally[what] ?? 0) + 1;
  };
  try {
    const opening = openIn(openCareerSheet(member, linkedIdOf(member, team)), member, round);
    if (opening.state === STATES.underWay) count('problems');
    if (opening.state === STATES.opened) count('opened');
    return { ...opening, to: round };
  } catch (error) {
    count('problems');
    return { state: STATES.problem, from: '', to: '', said: (error as Error).message };
  }
}

/** Throws the sentence for a sheet that is not the member's, or cannot be read. */
function openIn(sheet: Spreadsheet, member: Member, round: string): Omit<Opening, 'to'> {
  const summary = readOwn(sheet);
  if (summary.email === '') throw new Error(problems.namesNobody(member));
  if (!isSamePerson(summary.email, member.email)) {
    throw new Error(problems.ofSomebodyElse(member, summary.email, undefined));
  }
  const { status, round: from } = summary;
  const isRound = isSame(from, round);
  if (status === 'Submitted' || status === 'In review') {
    if (isRound) return { state: STATES.there, from, said: '' };
    return {
      state: STATES.underWay,
      from,
      said: `The review of ${from || 'no round'} is “${status}”: record it, or let ${nameOf(member)} take it back, then open the round again.`,
    };
  }
  const { outcomes } = readOutcomes(sheet);
  const isHeld = outcomes.some((outcome) => isSame(outcome.round, round));
  if (isRound && (status === 'Draft' || isHeld)) return { state: STATES.there, from, said: '' };
  if (isHeld) throw new Error(problemOfRound(round, [round]));
  if (status === 'Recorded') beginRound(sheet, summary, round);
  else {
    summary.cells.set('round', round);
    summary.cells.write();
  }
  return { state: STATES.opened, from, said: '' };
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export interface RoundView {
  /** In Settings, or blank. */
  round: string;
  /** Days such as `2026-12-31`, or blank. */
  selfAssessmentUntil: string;
  reviewsUntil: string;
  /** How many rows of Team there are. */
  people: number;
  rows: { name: string; state: string; from: string; to: string; said: string }[];
}

const { round, selfAssessmentUntil, reviewsUntil } = SETTINGS_NAMES;
const NAMES = { round, selfAssessmentUntil, reviewsUntil };

/** The round in Settings, and what its last opening came to. */
export function loadRound(spreadsheet: Spreadsheet): RoundView {
  const settings = NamedCells.read(spreadsheet, SETTINGS_TAB, NAMES);
  const setting = (key: keyof typeof NAMES) => textOf(settings.get(key), spreadsheet);
  return {
    round: setting('round'),
    selfAssessmentUntil: setting('selfAssessmentUntil'),
    reviewsUntil: setting('reviewsUntil'),
    people: Table.open(spreadsheet, TEAM).rows.length,
    rows: isThere(spreadsheet, ROUND)
      ? Table.open(spreadsheet, ROUND).rows.map((row) => {
          const text = (key: ColumnOf<typeof ROUND>) => textOf(row.get(key), spreadsheet);
          return {
            name: text('name') || text('email'),
            state: text('state'),
            from: text('from'),
            to: text('to'),
            said: text('said'),
          };
        })
      : [],
  };
}

const LOOK: NewTab<ColumnOf<typeof ROUND>> = {
  widths: { name: 160, email: 210, state: 100, from: 90, to: 90, checkedAt: 130, said: 560 },
  rows: 200,
  centred: ['state', 'from', 'to'],
};
