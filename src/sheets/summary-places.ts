// Where everything stands on Summary when it is set up. Only setting up goes by this: whoever
// reads Summary goes by named ranges and headers, since people insert rows and columns.

import type { Framework } from '../framework/framework';
import { SUMMARY_COLUMNS, type SummaryName } from '../layout/career-sheet';

/** Pixels: a margin with the competency's emoji, the columns B to J, a margin. */
export const WIDTHS = [34, 158, 66, 254, 74, 74, 78, 78, 78, 78, 20];

/** Positions of columns. The tables share them, so that the long texts all stand in the wide one. */
export const EMOJI = 1;
export const NAME = 2;
export const VALUE = 3;
export const WIDE = 4;
export const SELF = 5;
export const AGREED = 6;
export const SIDE = 7;
export const LAST = 10;

export const FIELDS: readonly (readonly [label: string, key: SummaryName])[] = [
  ['Person', 'person'],
  ['E-mail', 'email'],
  ["Manager's e-mail", 'managerEmail'],
  ['Current grade', 'currentGrade'],
  ['Direction', 'direction'],
  ['Aspires to', 'aspiredDirection'],
  ['Round', 'round'],
  ['Status', 'status'],
];

export const ABOUT: readonly (readonly [label: string, key: SummaryName])[] = [
  ['Framework', 'frameworkName'],
  ['Version', 'frameworkVersion'],
  ['Framework id', 'frameworkId'],
  ['Layout', 'layoutVersion'],
  ['Template', 'templateId'],
  ['This file', 'fileId'],
];

export const FIELD_ROW = 5;
export const PROGRESS_ROW = FIELD_ROW + 1;
export const BAR_ROW = FIELD_ROW + 3;
export const SHARE_ROW = FIELD_ROW + 4;
export const GRADE_ROW = FIELD_ROW + 5;
export const COMPETENCY_HEADER = FIELD_ROW + FIELDS.length + 2;
export const NEXT_SKILLS_SHOWN = 5;
/** Rows that stay free below the directions, for those to come. */
export const SPARE_DIRECTIONS = 3;

export const COMPETENCY_HEADERS = [
  SUMMARY_COLUMNS.competency,
  SUMMARY_COLUMNS.weight,
  SUMMARY_COLUMNS.levelName,
  SUMMARY_COLUMNS.selfLevel,
  SUMMARY_COLUMNS.agreedLevel,
  SUMMARY_COLUMNS.nextLevel,
  SUMMARY_COLUMNS.pointsMissing,
  SUMMARY_COLUMNS.skillsAtZero,
  SUMMARY_COLUMNS.notScored,
];
export const NEXT_SKILLS_HEADERS = [
  'Competency',
  'Next level',
  'Skill',
  'Score now',
  'Score wanted',
  'Progress gained',
];
export const DIRECTION_HEADERS = ['Direction', '', 'Progress', 'Self', 'Agreed'];

/** First and last row of each table's body. */
export interface Rows {
  competencies: readonly [number, number];
  nextSkills: readonly [number, number];
  directions: readonly [number, number];
  about: number;
  end: number;
}

/** Above each table stand a free row, its title and its header. */
export function rowsOf({ competencies, directions }: Framework): Rows {
  const first = COMPETENCY_HEADER + 1;
  const below = (row: number, count: number) => [row, row + count - 1] as const;
  const competencyRows = below(first, competencies.length);
  const nextSkills = below(competencyRows[1] + 4, NEXT_SKILLS_SHOWN);
  const directionRows = below(nextSkills[1] + 4, directions.length + SPARE_DIRECTIONS);
  const about = directionRows[1] + 2;
  return {
    competencies: competencyRows,
    nextSkills,
    directions: directionRows,
    about,
    end: about + ABOUT.length,
  };
}
