// What the view says in which a manager tries a change of the framework and brings copies up to date.

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

export const updateWords = {
  title: 'Framework and copies',
  start: 'Framework and copies',
  back: 'Back to the team',
  running: { preview: 'Looking', update: 'Updating', discard: 'Discarding', move: 'Moving' },
  leftOff: (action: string, by: string, done: number, total: number) =>
    `“${action}”, which ${by} started, was left off at ${done} of ${total}: choose it again to go on.`,
  tryFirst: {
    title: 'Try a change first',
    about:
      'Computes everyone with a recorded outcome by a draft: a copy of the template in which you changed the framework. Nothing is written but the tab “What if”.',
    link: 'Address of the draft',
    action: 'Show what would change',
    done: (draft: string, moving: number, all: number) =>
      `With ${draft}, ${moving} of ${people(all)} would stand elsewhere: see the tab “What if”.`,
  },
  update: {
    title: 'Update career sheets',
    about:
      'Brings the career sheets of Team to the version that the template in Settings published. Scores stay with their skills; what is removed goes to Archive.',
    preview: 'Show what would happen',
    previewed: (changing: number, problems: number) =>
      `${changing === 1 ? '1 career sheet' : `${changing} career sheets`} would change${problems > 0 ? `, ${problems} cannot be updated` : ''}.`,
    action: (count: number) =>
      `Update ${count === 1 ? '1 career sheet' : `${count} career sheets`}…`,
    sure: (count: number) => `Update ${people(count)}?`,
    follows:
      'What stands there now is kept in a hidden tab of each sheet until you discard it. Each sheet gets a note of the change.',
    yes: 'Update',
    done: (problems: number) =>
      problems === 0
        ? 'All career sheets are up to date.'
        : `${problems === 1 ? '1 career sheet' : `${problems} career sheets`} could not be updated: see why below. The others are up to date.`,
    counts: (from: string, to: string, counts: string) => `${from} → ${to}: ${counts}`,
    unchanged: (count: number) => `${count} unchanged`,
    reworded: (count: number) => `${count} reworded`,
    added: (count: number) => `${count} new`,
    removed: (count: number) => `${count} to Archive`,
    list: (count: number) => people(count),
  },
  discard: {
    about: 'Hidden tabs keep what stood there before. Once everyone has looked, they can go.',
    action: 'Discard what was kept…',
    sure: 'Discard what was kept?',
    follows: 'The hidden tabs “Before …” are deleted from the career sheets. Archive stays.',
    yes: 'Discard',
    done: 'What was kept is discarded.',
  },
  move: {
    title: 'Move to a new template',
    about:
      'For a template with new code or a new layout: link it on Settings first. A new copy of it is filled with everything of a career sheet, compared cell by cell, and linked in Team. You own the new file; it is shared with the same people. The old one is kept, and its name says that it was moved.',
    person: 'Whose career sheet',
    choose: 'Choose',
    everyone: 'Everyone in Team',
    action: 'Move…',
    sure: (who: string) => `Move ${who}?`,
    follows:
      'From then on the new file counts: tell people its address, which then stands in Team. What they type into the old one meanwhile stays there.',
    yes: 'Move',
    done: (who: string, problems: number) =>
      problems === 0
        ? `Moved: ${who}. The tab Updates says what was compared, and where the new file is.`
        : `${problems === 1 ? '1 career sheet' : `${problems} career sheets`} could not be moved: the list says why.`,
  },
};
