// What the dialog says in which a manager imports a sheet from elsewhere.

const skills = (count: number) => (count === 1 ? '1 skill' : `${count} skills`);
const scores = (count: number) => (count === 1 ? '1 score' : `${count} scores`);

export const importWords = {
  about:
    'Fills the blank self scores of a career sheet from a sheet that somebody made by hand. First you see what is understood of it; nothing is written before you say so.',
  link: 'Link to the older sheet',
  linkHint: 'An Excel file must be saved as a Google Sheet first.',
  person: 'Whose career sheet is filled',
  choose: 'Choose somebody of Team',
  nobody: 'Nobody in Team has an e-mail yet: fill in Team first.',
  look: 'Look at it',
  lookAgain: 'Look again',
  missing: 'Paste the link of the older sheet and choose a person first.',
  looking: 'Reading the older sheet…',
  understood: (name: string, tabs: number, count: number) =>
    `“${name}”: ${skills(count)} in ${tabs === 1 ? '1 tab' : `${tabs} tabs`}`,
  remarks: 'What to know',
  levels: {
    title: 'Levels',
    competency: 'Competency',
    theirs: 'In the older sheet',
    ours: 'From its scores, here',
    unknown: 'not shown',
    none: 'none',
    why: 'Why they differ',
    same: 'the same',
  },
  tab: (name: string, count: number) => `${name}: ${skills(count)}`,
  counts: (exact: number, close: number, none: number) =>
    `${exact} exact, ${close} close, ${none} without a match`,
  columns: {
    where: 'Where',
    skill: 'Skill in the older sheet',
    ours: 'Skill here',
    score: 'Score',
    fate: 'What happens',
  },
  level: (level: number) => `level ${level}`,
  exact: 'the same words',
  none: 'none',
  close: (percent: number) => `It is this one (${percent}% alike)`,
  acceptAll: 'Accept all close matches',
  acceptNone: 'Accept none',
  noScore: (written: string) => `${written} (no score)`,
  notScored: 'not scored',
  fates: {
    new: 'is filled in',
    there: 'is there already',
    conflict: 'another answer stands there and stays',
    archive: 'goes to Archive',
    blank: 'nothing to take over',
  },
  write: {
    action: (count: number) => `Import ${scores(count)}`,
    nothing: 'There is nothing new to import.',
    sure: (person: string) => `Import into the career sheet of ${person}?`,
    follows: (fill: number, archive: number, conflicts: number) =>
      [
        `${scores(fill)} ${fill === 1 ? 'goes' : 'go'} into blank cells.`,
        archive > 0 ? `${scores(archive)} ${archive === 1 ? 'goes' : 'go'} to Archive.` : '',
        conflicts > 0
          ? `${skills(conflicts)} ${conflicts === 1 ? 'has' : 'have'} another answer already, which stays.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    yes: 'Import',
    done: (filled: number, archived: number, there: number) =>
      `${scores(filled)} imported, ${archived} put into Archive, ${there} there already.`,
    conflicts: 'These have another answer in the career sheet, which stayed:',
  },
};
