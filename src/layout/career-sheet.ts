// Every tab, header and named range of a career sheet. Adapters find columns by
// these headers and single cells by these names, never by a fixed address.

import { tab } from './tab';

/** Stands in the cell `layout_version`. A script that meets a newer one writes nothing. */
export const LAYOUT_VERSION = 1;

export const SUMMARY_TAB = 'Summary';

/** Single cells of `Summary` that hold plain text, as named ranges. */
export const SUMMARY_TEXTS = {
  person: 'person',
  email: 'email',
  managerEmail: 'manager_email',
  currentGrade: 'current_grade',
  direction: 'direction',
  aspiredDirection: 'aspired_direction',
  round: 'round',
  frameworkId: 'framework_id',
  frameworkName: 'framework_name',
  frameworkVersion: 'framework_version',
  /** The file id of the template that this sheet was copied from. */
  templateId: 'template_id',
  /** The id of this very file; another one says that a filled sheet was copied. */
  fileId: 'file_id',
} as const;

/** All single cells of `Summary`. */
export const SUMMARY_NAMES = {
  ...SUMMARY_TEXTS,
  status: 'status',
  layoutVersion: 'layout_version',
  selfProgress: 'self_progress',
  agreedProgress: 'agreed_progress',
  grade: 'grade_permitted',
} as const;

export type SummaryName = keyof typeof SUMMARY_NAMES;

/** The table of competencies on `Summary`; its header row is the named range `summary_competencies`. */
export const SUMMARY_COMPETENCIES = 'summary_competencies';
export const SUMMARY_COLUMNS = {
  competency: 'Competency',
  weight: 'Weight',
  selfLevel: 'Self level',
  agreedLevel: 'Agreed level',
  levelName: 'Level name',
  nextLevel: 'Next level',
  pointsMissing: 'Points missing',
  skillsAtZero: 'Skills at 0',
  notScored: 'Not scored',
} as const;

export const ASSESSMENT = tab('Assessment', {
  id: 'Id',
  competency: 'Competency',
  level: 'Level',
  skill: 'Skill',
  selfScore: 'Self score',
  evidence: 'Evidence',
  managerScore: "Manager's score",
  agreedScore: 'Agreed score',
  managerNote: "Manager's note",
});

export const GOALS = tab('Goals', {
  goal: 'Goal',
  skill: 'Skill',
  measure: 'How we will know',
  support: 'Support',
  resource: 'With whom or which resource',
  due: 'Due',
  state: 'State',
});

/** The outcomes of a career sheet and the ledger of a manager workbook hold these same columns. */
export const OUTCOME_COLUMNS = {
  id: 'Id',
  recordedAt: 'Recorded at',
  recordedBy: 'Recorded by',
  person: 'Person',
  email: 'E-mail',
  managerEmail: "Manager's e-mail",
  round: 'Round',
  frameworkId: 'Framework',
  frameworkVersion: 'Framework version',
  direction: 'Direction',
  currentGrade: 'Current grade',
  levels: 'Levels',
  progress: 'Progress',
  selfProgress: 'Self progress',
  raised: 'Raised',
  lowered: 'Lowered',
  selfScores: 'Self scores',
  agreedScores: 'Agreed scores',
  agrees: 'Person agrees',
  replaces: 'Replaces',
} as const;

export const OUTCOMES = tab('Outcomes', OUTCOME_COLUMNS);

export const ARCHIVE = tab('Archive', {
  round: 'Round',
  reason: 'Reason',
  skillId: 'Skill id',
  competency: 'Competency',
  level: 'Level',
  skill: 'Skill',
  selfScore: 'Self score',
  managerScore: "Manager's score",
  agreedScore: 'Agreed score',
  evidence: 'Evidence',
  managerNote: "Manager's note",
});
