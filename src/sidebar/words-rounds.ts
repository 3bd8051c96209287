// What the views say in which a manager opens a round, hands out career sheets, and lets people
// move or leave.

import type { Days } from '../handout/plan';

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const people = (count: number) => counted(count, 'person', 'people');
const sheets = (count: number) => counted(count, 'career sheet');
const branches = (count: number) => counted(count, 'branch file');
const days = (count: number) => counted(count, 'day');

export const roundWords = {
  title: 'Round and hand-out',
  start: 'Round and hand-out',
  back: 'Back to the team',
  goOn: 'Go on',
  leftOff: (by: string, done: number, total: number) =>
    `What ${by} started was left off at ${done} of ${total}.`,
  more: (count: number) => `and ${count} more, in the tab`,
  round: {
    title: 'This round',
    name: 'Round',
    selfAssessmentUntil: 'Self-assessment until',
    reviewsUntil: 'Reviews until',
    about:
      'Type the round and its days in Settings, then open it: every career sheet that Team links to is set to it.',
    none: 'Settings name no round: type one there, such as 2027 H1, then reload.',
    action: (round: string) => `Open ${round}…`,
    running: 'Opening the round',
    sure: (round: string) => `Open ${round} in every career sheet?`,
    follows:
      'Where the last review is recorded, its agreed scores become the self scores, and evidence and notes go to Archive. A draft keeps its answers. A review that is under way is left alone and listed here.',
    yes: 'Open the round',
    done: (total: number, left: number) =>
      left === 0
        ? `The round is open in ${sheets(total)}.`
        : `Of ${people(total)}, ${left} did not get it: see why below.`,
    counts: (count: number, state: string) => `${people(count)}: ${state.toLowerCase()}`,
  },
  handOut: {
    title: 'Hand out career sheets',
    about: (template: string) =>
      `Everybody of Team without a link gets a copy of “${template}” that is filled in, shared with them alone, and linked. The files belong to you.`,
    running: 'Handing out',
    nothing: 'Everybody of Team whose row is right has a career sheet.',
    gets: (name: string, sheet: boolean, branch: boolean) =>
      `${name}: ${[sheet ? 'career sheet' : '', branch ? 'branch file' : ''].filter((part) => part !== '').join(' and ')}`,
    all: (count: number) => `Who gets what (${count})`,
    leads: 'Who leads a team of their own',
    leadsAbout: 'They get an empty branch file, through which their team reaches your rollup.',
    others: 'Of other managers',
    otherManager: (manager: string, count: number, user: string) =>
      `Also ${count === 1 ? '1 person who reports' : `${count} people who report`} to ${manager}: ${user} will own and can read their files; ${manager} reads them once they are submitted.`,
    wrong: (count: number) => `${counted(count, 'row')} to put right`,
    action: (count: number) => `Hand out ${counted(count, 'file')}…`,
    sure: (sheetCount: number, branchCount: number) =>
      `Hand out ${[sheetCount > 0 ? sheets(sheetCount) : '', branchCount > 0 ? branches(branchCount) : ''].filter((part) => part !== '').join(' and ')}?`,
    follows: (user: string) =>
      `${user} will own the files and can read them. Each is shared with its person, and Google tells them by e-mail.`,
    takes: ({ consumer, workspace, withScripts }: Days) => {
      const most = Math.max(consumer, withScripts);
      if (most <= 1) return 'This fits into what Google lets an account make in one day.';
      return `Google lets an account make 250 spreadsheets a day, 3,200 in Workspace: this takes ${days(consumer)}, in Workspace ${days(workspace)}. If it counts the script of each copy (50 a day), it takes ${days(Math.max(withScripts, workspace))}. It goes on where it stopped.`;
    },
    yes: 'Hand out',
    done: (total: number, problems: number) =>
      problems === 0
        ? `${counted(total, 'file is', 'files are')} handed out.`
        : `Of ${counted(total, 'file')}, ${problems} could not be handed out: see why below.`,
    unfinished: (count: number) => `${counted(count, 'file')} not handed out yet`,
    file: { sheet: 'career sheet', branch: 'branch file' },
    open: 'Open the file',
    notThere: 'It is not there: make it',
    forgotten: 'It will be made: choose Go on.',
  },
};

export const peopleWords = {
  title: 'Move or remove a person',
  start: 'Move or remove a person',
  back: 'Back to the team',
  about:
    'For somebody who gets another manager, and for somebody who leaves. Nothing happens before you confirm it.',
  person: 'Person',
  choose: 'Choose somebody',
  gone: (name: string) => `${name} (not in Team)`,
  nobody: 'Nobody in Team has an e-mail yet.',
  facts: {
    manager: 'Manager in Team',
    onSummary: 'Manager on Summary',
    owner: 'Owner',
    status: 'Status',
  },
  move: {
    title: 'To another manager',
    email: 'E-mail of the new manager',
    takeFrom: 'Take access to the career sheet from',
    noneToTake: 'Nobody else is named on the career sheet.',
    leaves: (name: string) => `Take ${name} out of Team here; what Ledger holds stays`,
    action: 'Move…',
    sure: (name: string, manager: string) => `Move ${name} to ${manager}?`,
    gives: (manager: string) =>
      `${manager} may edit the career sheet, and is named as the manager on its Summary.`,
    takes: (emails: string) => `${emails} can no longer open it.`,
    after:
      'The new manager pastes the address of the career sheet into their own Team. Earlier outcomes come along, each once.',
    yes: 'Move',
    done: (name: string, said: readonly string[]) => [`${name} has moved.`, ...said].join(' '),
  },
  remove: {
    title: 'Leaves',
    about: (name: string) =>
      `Deletes the rows about ${name} from every tab here and from your branch file, with what stands beside them. The levels above follow when they roll up next. Their career sheet stays as it is.`,
    action: 'Remove…',
    sure: (name: string) => `Remove ${name} for good?`,
    follows: 'Recorded outcomes go as well. Only version history brings them back.',
    yes: 'Remove',
    done: (name: string, rows: string) => `${name} is removed${rows === '' ? '' : `: ${rows}`}.`,
    rows: (count: number, tab: string) => `${counted(count, 'row')} of ${tab}`,
    traces: 'A trace may remain in',
  },
};
