// The words of the manager workbook's sidebar: the team, the rollup, what needs the manager.

export const managerWords = {
  title: 'Your team',
  notSetUp:
    'This spreadsheet is no manager workbook yet. Choose Career Sheet Manager > Set up as manager workbook in the menu, then reload.',
  emptyTeam:
    'Team is empty. Fill in one row a person, with the link to their career sheet, then roll up.',
  rollUp: {
    title: 'Roll up',
    about: 'Reads every career sheet that Team links to.',
    start: 'Roll up',
    goOn: 'Go on',
    running: 'Reading the career sheets',
    leftOff: (by: string, done: number, total: number) =>
      `A rollup that ${by} started was left off at ${done} of ${total}.`,
    goesOn: (by: string, done: number, total: number) =>
      `A rollup that ${by} started is at ${done} of ${total}, and goes on by itself within minutes.`,
    done: (people: number) =>
      people === 1 ? 'The one person is looked at.' : `All ${people} people are looked at.`,
    never: 'Never rolled up yet.',
    last: (when: string, by: string) => `Last on ${when} by ${by}.`,
    nightly: {
      label: 'Roll up every night',
      isOn: 'From now on, this workbook rolls up every night.',
      isOff: 'This workbook no longer rolls up at night.',
    },
  },
  team: {
    title: 'Team at a glance',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    unknown: 'Not known',
  },
  problems: {
    title: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
    none: 'No row has a problem.',
  },
  queue: {
    title: 'The queue',
    groups: {
      now: 'Whose turn it is now',
      late: 'Late',
      waiting: 'Waiting for their manager’s outcome',
      grace: 'New, in the months of grace',
      moved: 'Changed managers',
      wrong: 'Not where they belong',
    },
    /** What stands behind a name. */
    notes: {
      now: (status: string) => status,
      late: (day: string) => `was due by ${day}`,
      waiting: (manager: string) => `for ${manager}`,
      grace: (day: string) => `until ${day}`,
      moved: (manager: string) => `from ${manager}`,
      wrong: (problem: string) => problem,
    },
    more: (count: number) => `and ${count} more in the tab Queue`,
  },
  held: {
    title: (count: number) =>
      count === 1 ? '1 outcome to confirm' : `${count} outcomes to confirm`,
    about: (count: number) =>
      count === 1
        ? 'It does not count until you say that it is right.'
        : 'They do not count until you say that they are right.',
    of: (round: string, when: string) => `${round}, recorded ${when}`,
    confirm: 'Confirm…',
    confirmAll: (count: number) => `Confirm all ${count}…`,
    sure: (person: string, rounds: readonly string[]) =>
      `Let ${person}’s ${rounds.length === 1 ? 'outcome' : 'outcomes'} of ${rounds.join(', ')} count?`,
    follows: 'The ledger will say that you confirmed this. It cannot be taken back.',
    yes: (count: number) => (count === 1 ? 'Confirm the outcome' : `Confirm ${count} outcomes`),
    done: (person: string, count: number) =>
      count === 1 ? `${person}’s outcome counts now.` : `${person}’s ${count} outcomes count now.`,
  },
};
