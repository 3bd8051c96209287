// The formulas of Summary, each without its `=`. They read whole columns of Assessment, filtered by competency, so
// that sorting and filtering change no level, and inserted or added rows count at once.
// From a score to any cell at most two of our functions follow each other, a LEVEL and a
// PROGRESS; only the grade is shown from the progress.
// Arguments are parted by `;`, and there are no decimals and no braces: all locales read that.

import { columnLetters } from '../layout/address';
import { ASSESSMENT } from '../layout/career-sheet';
import { DIRECTIONS, FRAMEWORK_NAMES, GRADES, LEVELS } from '../layout/framework';
import type { TabLayout } from '../layout/tab';

/** Which of a skill's two scores. */
export type Scored = 'selfScore' | 'agreedScore';

/** Where the tables stand that the formulas read, as references such as `$C$16:$C$[lastCompetency]`. */
export interface Places {
  /** The levels of all competencies. */
  levels: Record<Scored, string>;
  weights: string;
  /** Two columns: competency and weight. */
  competencyWeights: string;
  /** The names of the directions in the tab Directions, free columns behind them included. */
  directionNames: string;
  /** The whole columns of these names. */
  directionColumns: string;
  /** The weights below these names. */
  directionWeights: string;
}

/** Agreed scores count, and show, from the opening of the review on. */
const REVIEW_OPENED = 'OR(status="In review";status="Recorded")';
const SHOWN_PROGRESS = 'IF(agreed_progress="";self_progress;agreed_progress)';
const COMPETENCIES = whole(ASSESSMENT, 'competency');
const LEVELS_OF_SKILLS = whole(ASSESSMENT, 'level');
/** The highest level that any skill stands on. */
const TOP_LEVEL = `MAX(${LEVELS_OF_SKILLS})`;

/** The level of the competency that stands in `name`; 0 without skills. */
export function level(name: string, scored: Scored): string {
  return whenShown(scored, ifHasSkills(name, '0', ofSkills('LEVEL', name, scored)));
}

/** Next level, points missing, skills at 0, skills not scored, in one row. */
export function gap(name: string): string {
  const by = (scored: Scored) => ofSkills('LEVEL_GAP', name, scored);
  return ifHasSkills(name, '""', byScoresThatCount(by));
}

/** The level's name behind a dot a level. */
export function levelName(selfLevel: string, agreedLevel: string): string {
  const shown = `IF(${agreedLevel}="";${selfLevel};${agreedLevel})`;
  const dots = `REPT("●";${shown})&REPT("○";${TOP_LEVEL}-${shown})`;
  const name = `INDEX(${whole(LEVELS, 'name')};MATCH(${shown};${whole(LEVELS, 'level')};0))`;
  return `IFERROR(${dots}&"  "&${name};"")`;
}

/** The weight of the competency that stands in `name`, in the chosen direction; blank without one. */
export function weight(name: string, { directionNames, directionColumns }: Places): string {
  const row = `MATCH(${name};${whole(DIRECTIONS, 'competency')};0)`;
  const column = `MATCH(direction;${directionNames};0)`;
  return `IF(direction="";"";IFERROR(INDEX(${directionColumns};${row};${column});""))`;
}

/** Blank without a direction. */
export function progress(places: Places, scored: Scored): string {
  const { levels, weights } = places;
  return whenShown(scored, ifHasDirection(places, `PROGRESS(${levels[scored]};${weights})`));
}

export function progressBar(): string {
  return `IF(direction="";"Choose a direction";${bar(SHOWN_PROGRESS, 10)})`;
}

/** Such as `64 of 121 skills scored`; `n/a` is a score. */
export function shareScored(): string {
  const scores = whole(ASSESSMENT, 'selfScore');
  const scored = ['0', '1', '2', '"n/a"'].map((score) => `COUNTIF(${scores};${score})`).join('+');
  return `${scored}&" of "&COUNTA(${COMPETENCIES})-1&" skills scored"`;
}

/** Grade and job title in one cell; blank below the first grade and without grades. */
export function grade(): string {
  const directions = whole(GRADES, 'direction');
  const own = `FILTER(${whole(GRADES, 'direction', 'jobTitle')};${directions}=direction)`;
  const permitted = `TEXTJOIN(" · ";TRUE;GRADE(${SHOWN_PROGRESS};direction;${own}))`;
  const none = `OR(direction="";COUNTIF(${directions};direction)=0)`;
  return `IF(${none};"";${permitted})`;
}

/** The words that belong to a grade. */
export function gradeWords(): string {
  return 'IF(grade_permitted="";"";"the highest grade permitted, never an automatic promotion")';
}

/** Competency, next level, skill, score now, score wanted, progress gained: a row a skill. */
export function nextSkills(places: Places, count: number): string {
  const skills = (key: AssessmentColumn) =>
    `FILTER(${whole(ASSESSMENT, key)};(${COMPETENCIES}<>"")*(${COMPETENCIES}<>${headerOf(COMPETENCIES)}))`;
  const by = (scored: Scored) =>
    `NEXT_SKILLS(${skills('competency')};${skills('level')};${skills('skill')};${skills(scored)};${places.competencyWeights};${count};${FRAMEWORK_NAMES.rule})`;
  const some = `IF(COUNTA(${COMPETENCIES})<2;"";${byScoresThatCount(by)})`;
  return ifHasDirection(places, some);
}

/** The names of all directions, one below the other. */
export function directions({ directionNames }: Places): string {
  return `TRANSPOSE(FILTER(${directionNames};${directionNames}<>""))`;
}

/** The progress in each of them. */
export function progressByDirection(places: Places, scored: Scored): string {
  const weights = `FILTER(${places.directionWeights};${places.directionNames}<>"")`;
  return whenShown(scored, `TRANSPOSE(PROGRESS_BY_DIRECTION(${places.levels[scored]};${weights}))`);
}

/** Whether the direction that stands in `name` is the person's, or the one they aspire to. */
export function directionMark(name: string): string {
  return `IF(${name}="";"";IF(${name}=direction;"now";IF(${name}=aspired_direction;"aspired";"")))`;
}

/** A bar of the progress in the direction that stands in `name`. */
export function directionBar(name: string, self: string, agreed: string): string {
  return `IF(${name}="";"";${bar(`IF(${agreed}="";${self};${agreed})`, 20)})`;
}

/** Such as `Engineering 1.0.0`. */
export function frameworkLine(): string {
  return 'framework_name&" "&framework_version';
}

/** Such as `2026 H2 · Draft`. */
export function statusLine(): string {
  return 'IF(round="";"";round&" · ")&IF(status="";"Draft";status)';
}

/** What stands in a row of the tab Directions. */
export function fromDirections(key: keyof typeof DIRECTIONS.columns, row: string): string {
  const cell = `${headerOf(whole(DIRECTIONS, key)).replace(/1$/, '')}${row}`;
  return `IF(${cell}="";"";${cell})`;
}

type AssessmentColumn = keyof typeof ASSESSMENT.columns;

/** Self scores always show. */
function whenShown(scored: Scored, then: string): string {
  return scored === 'selfScore' ? then : `IF(${REVIEW_OPENED};${then};"")`;
}

function byScoresThatCount(by: (scored: Scored) => string): string {
  return `IF(${REVIEW_OPENED};${by('agreedScore')};${by('selfScore')})`;
}

function ifHasSkills(name: string, without: string, then: string): string {
  return `IF(${name}="";"";IF(COUNTIF(${COMPETENCIES};${name})=0;${without};${then}))`;
}

/** No weight is filled without a direction, or when the direction is no longer in the framework. */
function ifHasDirection({ weights }: Places, then: string): string {
  return `IF(COUNT(${weights})=0;"";${then})`;
}

/** One of our functions over the scores and levels of a competency's skills. */
function ofSkills(name: string, competency: string, scored: Scored): string {
  const own = (column: string) => `FILTER(${column};${COMPETENCIES}=${competency})`;
  return `${name}(${own(whole(ASSESSMENT, scored))};${own(LEVELS_OF_SKILLS)};${FRAMEWORK_NAMES.rule})`;
}

function bar(value: string, length: number): string {
  const full = `INT(${length}*${value}/${TOP_LEVEL}+1/2)`;
  return `IFERROR(REPT("■";${full})&REPT("□";${length}-${full});"")`;
}

/** Whole columns of a tab, such as `Assessment!$E:$E`. */
function whole<Key extends string>(layout: TabLayout<Key>, first: Key, last = first): string {
  const keys = Object.keys(layout.columns);
  const [from, to] = [first, last].map((key) => `$${columnLetters(keys.indexOf(key) + 1)}`);
  return `${layout.tab}!${from}:${to}`;
}

/** The first cell of a whole column, such as `Assessment!$B$1`. */
function headerOf(column: string): string {
  return column.replace(/:.*$/, '$1');
}
