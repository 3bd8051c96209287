// What the views say in which a manager prepares a one-to-one.

const skills = (count: number) => (count === 1 ? '1 skill' : `${count} skills`);

export const prepareWords = {
  title: 'Prepare a one-to-one',
  start: 'Prepare a one-to-one',
  back: 'Back to the team',
  about:
    'Your own view of a person, before you meet. It stays in this workbook until you open the review from here and choose to bring it.',
  person: 'Person',
  choose: 'Choose somebody of Team',
  option: (name: string, status: string) => (status === '' ? name : `${name} (${status})`),
  emptyTeam: 'Nobody in Team has an e-mail yet.',
  review: 'The review',
  status: {
    unknown: 'The career sheet could not be read: you can prepare all the same.',
    Draft: (name: string) =>
      `${name} has not submitted yet: their scores are not shown, and you can prepare all the same.`,
    Submitted: (name: string, round: string) =>
      `${name} has submitted ${round}: prepare, then open the review when you sit together.`,
    'In review': (name: string) =>
      `The review with ${name} is open: what you write from now on stays here.`,
    Recorded: (name: string) =>
      `The outcome with ${name} is recorded: what you write from now on stays here.`,
  },
  yours: 'You',
  progress: 'Progress',
  unknown: 'unknown',
  standing: 'Levels, as you both see them',
  competency: 'Competency',
  scored: (count: number, all: number) => `${count} of ${all} scored by you`,
  show: 'Show',
  filters: {
    all: (count: number) => `All ${skills(count)}`,
    differs: (count: number) => `Where you differ (${count})`,
    open: (count: number) => `Not scored by you (${count})`,
  },
  nothing: {
    differs: 'You do not differ anywhere, as far as you have both scored.',
    open: 'You have scored every skill.',
  },
  looksLike: 'What a 2 looks like',
  yourScore: 'Your score',
  theirs: (name: string) => `${name}:`,
  notScored: 'not scored',
  note: 'Note',
  addNote: 'Add a note',
  differs: 'differs',
  open: {
    action: 'Open the review…',
    title: (name: string) => `Open the review with ${name}?`,
    follows: (name: string) =>
      `${name}’s agreed scores start from the self scores. The submission cannot be taken back any more.`,
    bring: 'What do you bring into the career sheet?',
    choices: {
      nothing: 'Nothing: what I prepared stays here',
      scores: (count: number) => `My scores (${count})`,
      scoresAndNotes: (scores: number, notes: number) =>
        `My scores (${scores}) and notes (${notes})`,
    },
    read: (name: string) => `What you bring is read by ${name} and by everybody with that file.`,
    choose: 'Choose first what to bring.',
    yes: 'Open the review',
    done: (name: string) => `The review with ${name} is open in their career sheet.`,
    kept: (texts: string) => `Something else stood there and was left: ${texts}.`,
    missing: (texts: string) => `Not in that career sheet: ${texts}.`,
    unsaved: 'Not everything is saved yet: try again in a moment.',
  },
};
