// The words that the sidebars share, and those of the career sheet's; others stand in files beside
// this one. What the server says in an error is the server's.

const accounts =
  'This often happens when several Google accounts are signed in in one browser: ' +
  'open this file in a private window, or in a browser profile, with only the account that may edit it.';

export const words = {
  call: {
    noAnswer: (seconds: number) =>
      `Google did not answer within ${seconds} seconds. ${accounts} Then reload, to see what was done.`,
    refused: `Google refused the call. ${accounts}`,
    offline: 'There is no connection to Google: check the network.',
  },
  common: {
    loading: 'Reading the sheet…',
    working: 'Working…',
    reload: 'Reload',
    cancel: 'Cancel',
  },
  /** What the scores besides 0, 1 and 2 mean. */
  scores: {
    notScored: 'not scored',
    noOpportunity: 'no opportunity yet',
  },
  /** The career sheet's sidebar. */
  sheet: {
    title: 'Career sheet',
    nobody: 'No name on Summary yet',
    unknownUser:
      'Google does not say who you are, so that little can be done here: in your Google Account, under Third-party apps, remove the access of this sheet, then open the sidebar again and allow it to see your e-mail.',
    views: {
      title: 'Views',
      assess: 'Assess',
      stand: 'Where I stand',
      standing: 'Standing',
      goals: 'Goals',
      review: 'Review',
    },
    saving: {
      saved: 'All saved',
      saving: 'Saving…',
      unsaved: (count: number) => `${count} not saved yet`,
      failed: (count: number, why: string) =>
        `${count === 1 ? 'One answer is' : `${count} answers are`} not saved yet: ${why} It is sent again by itself.`,
      again: 'Try now',
      clash: (skill: string, column: string) =>
        `Somebody changed ${column} of “${skill}” in the sheet meanwhile.`,
      theirs: 'In the sheet',
      mine: 'Yours',
      blank: 'blank',
      keepTheirs: 'Keep the sheet’s',
      useMine: 'Use mine',
    },
    facts: {
      round: 'Round',
      direction: 'Direction',
      currentGrade: 'Current grade',
      manager: 'Manager',
      you: 'You are',
    },
    template:
      'This is the template. Choose File > Make a copy, and fill in the copy: a review is held there.',
    copy: {
      title: 'Copied from a filled sheet',
      about:
        'This file is a copy of a career sheet that somebody filled in. Is it your own, or should it start clean?',
      claim: 'It is my own',
      claimed: 'This file now counts as your own.',
      clean: 'Start clean',
      sure: 'Clear this copy?',
      clears:
        'All scores, evidence, notes, goals, outcomes and archived answers in this copy are cleared, and whom it is about. The file that it was copied from keeps them.',
      yes: 'Clear this copy',
      cleaned: 'This copy is clean: fill in who it is about on Summary.',
    },
    next: {
      title: 'What comes next',
      Draft: {
        person:
          'Score the skills under Assess or on the tab Assessment, then submit your self scores.',
        manager: (person: string) =>
          `${person} is still scoring. You can open the review once it is submitted.`,
      },
      Submitted: {
        person: (manager: string) =>
          `Your self scores are with ${manager}. Until the review opens you can take them back.`,
        manager:
          'Open the review when you sit together: the agreed scores start from the self scores.',
      },
      'In review':
        'Go through the skills under Agree, or choose the scores in the column Agreed score of Assessment; then record the outcome.',
      Recorded: (round: string) => `The outcome of ${round} is recorded.`,
      recordedWithout: (round: string) =>
        `The status says Recorded, but Outcomes holds no outcome of ${round}. Record it, or choose another status on Summary.`,
      nothingAgreed:
        'No score is agreed yet. Choose the agreed scores on Assessment; or choose Submitted as the status on Summary and open the review here, so that they start from the self scores.',
      recordedAlready: (round: string) =>
        `Outcomes holds an outcome of ${round} already. Choose Recorded as the status on Summary, or record again to replace it.`,
    },
    actions: {
      submit: 'Submit',
      takeBack: 'Take back',
      openReview: 'Open the review',
      record: 'Record the outcome',
      recordAgain: 'Record again',
      startRound: 'Start a new round',
    },
    submit: {
      sure: 'Submit your self scores?',
      unscored: (count: number) =>
        count === 1 ? 'One skill is not scored yet.' : `${count} skills are not scored yet.`,
      yourEmail: (user: string) =>
        `Summary names nobody's e-mail: yours, ${user}, will be written there.`,
      addManager: (manager: string) =>
        `Add ${manager} as an editor of this file: whoever may only view it cannot hold the review here.`,
      yes: 'Submit',
      done: 'Submitted.',
      added: (manager: string) => `Submitted, and ${manager} may now edit this file.`,
      notAdded: (manager: string) =>
        `Submitted, but ${manager} could not be added as an editor: use Share, at the top of the page, to add them.`,
    },
    takenBack: 'Taken back: it is a draft again.',
    openReview: {
      sure: 'Open the review?',
      follows: (person: string) =>
        `Agreed scores that are blank start from the self scores. ${person} cannot take the submission back any more.`,
      yes: 'Open the review',
      done: 'The review is open.',
    },
    notManager: (user: string, manager: string) =>
      `You are ${user}, but the manager on Summary is ${manager || 'blank'}. The outcome will show who recorded it.`,
    standsIn: (user: string, manager: string) =>
      `You are ${user}, but the manager on Summary is ${manager || 'blank'}.`,
    record: {
      sure: 'Record the outcome?',
      sureAgain: 'Record again?',
      replaces: (when: string) =>
        `The outcome recorded on ${when} stays in Outcomes; the new one names it as replaced.`,
      notScored: 'Not scored on the next level, and counted as missing:',
      agrees: (person: string) => `Does ${person} agree?`,
      yesAgrees: 'Yes',
      noAgrees: 'No',
      missing: (person: string) => `Say first whether ${person} agrees.`,
      yes: 'Record',
      done: 'The outcome is recorded.',
    },
    startRound: {
      sure: 'Start a new round?',
      follows:
        'The agreed scores become the self scores; evidence and notes move to Archive. Outcomes stay as they are.',
      noOutcome: (round: string) =>
        `No outcome of ${round} was recorded: scores that would be lost move to Archive as well.`,
      name: 'Name of the new round',
      yes: 'Start the round',
      done: (round: string) => `The round ${round} has begun.`,
    },
    progress: {
      title: 'Progress',
      of: (direction: string) => `as ${direction}`,
      unknown: 'unknown',
    },
    levels: {
      self: (level: number) => `self ${level}`,
      missing: (points: number, level: string) =>
        `${points === 1 ? '1 point' : `${points} points`} to ${level}`,
      step: (from: string, to: string) => `${from} → ${to}`,
      notScored: 'not scored',
    },
    scored: {
      title: 'Scored',
      self: 'Self scores',
      agreed: 'Agreed scores',
      share: (count: number, all: number) => `${count} of ${all}`,
    },
    outcome: {
      title: 'Last outcome',
      round: 'Round',
      recordedAt: 'Recorded',
      recordedBy: 'By',
      notManager: (who: string) => `${who}, not the manager`,
      progress: 'Progress',
      change: 'Change',
      self: 'Self progress',
      raised: 'Raised',
      lowered: 'Lowered',
      agrees: 'Person agrees',
      yes: 'yes',
      no: 'no',
      replaces: 'Replaces an earlier one',
    },
    person: 'the person',
    theManager: 'your manager',
    thisRound: 'this round',
  },
  /** Long jobs of the manager workbook. */
  job: {
    progress: (done: number, total: number) => `${done} of ${total}`,
    stop: 'Stop',
    stopping: 'Stopping…',
    stopped: (done: number, total: number) =>
      `Stopped at ${done} of ${total}: what was done until then stays.`,
    ended: 'Stopped: what was done until then stays.',
    locked: 'Something else is being written to this workbook: try again in a moment.',
  },
};
