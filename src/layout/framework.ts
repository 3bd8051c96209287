// The tabs that hold a framework as data, alike in a career sheet and in a manager workbook.

import { tab } from './tab';

export const FRAMEWORK = tab('Framework', {
  id: 'Id',
  competency: 'Competency',
  level: 'Level',
  skill: 'Skill',
  looksLike: 'What a 2 looks like',
});

/** One row a competency; behind these columns one column a direction, its header the direction's name, its cells shares of 1. */
export const DIRECTIONS = tab('Directions', {
  competencyId: 'Competency id',
  competency: 'Competency',
  emoji: 'Emoji',
  about: 'About',
});

/** Columns that stay free behind the directions, for those to come. */
export const SPARE_DIRECTIONS = 3;

/** Two small tables side by side: the levels, and the labels of the scores; beside them the cells of FRAMEWORK_NAMES. */
export const LEVELS = tab('Levels', {
  level: 'Level',
  name: 'Name',
  score: 'Score',
  label: 'Meaning',
});

/** Single cells of `Levels`, as named ranges. */
export const FRAMEWORK_NAMES = {
  rule: 'level_rule',
  description: 'framework_description',
  source: 'framework_source',
} as const;

export const GRADES = tab('Grades', {
  direction: 'Direction',
  from: 'From',
  to: 'To',
  grade: 'Grade',
  jobTitle: 'Job title',
});

/** Hidden in a template: every version that was published, as JSON in rows of less than a cell holds. */
export const PUBLISHED = tab('Published', {
  version: 'Version',
  at: 'Published at',
  part: 'Part',
  json: 'JSON',
});

/** In a template: what changed with each version, a row a change. */
export const CHANGES = tab('Changes', {
  version: 'Version',
  at: 'Published at',
  kind: 'Kind',
  what: 'What changed',
  id: 'Id',
  was: 'Before',
  now: 'After',
});
