// What hand-made sheets write for a score, for a level and above a column.

import { isBlank, numberIn } from '../rules/cell';
import { parseScore, type Score } from '../rules/score';

const WORDS: [score: Exclude<Score, null>, words: string[]][] = [
  [0, ['nope', 'no', 'not at all', 'never', 'none', 'not yet']],
  [1, ['somewhat', 'partly', 'partially', 'partial', 'in part', 'sometimes']],
  [2, ['yes', 'yep', 'fully', 'full', 'completely', 'always']],
  ['n/a', ['na', 'n a', 'not applicable', 'no opportunity', 'no opportunity yet']],
];
const SCORE_OF = new Map(WORDS.flatMap(([score, words]) => words.map((word) => [word, score])));

/** The score that a cell means, null for a blank one, undefined when it is none. */
export function oldScore(value: unknown): Score | undefined {
  const plain = parseScore(value);
  if (plain !== undefined || typeof value !== 'string') return plain;
  const explained = /^\s*([012])\s*[-–—:=(.]\s*\D/.exec(value);
  if (explained) return Number(explained[1]) as Score;
  return SCORE_OF.get(spaced(value));
}

/**
 * The level that a cell names: `3`, `L3`, `Level 3`, `3/ Senior`, `3 - Senior`, or the name of one
 * of `levels` (from level 0 on); null when it names none.
 */
export function levelNamed(value: unknown, levels: readonly string[]): number | null {
  if (isBlank(value)) return null;
  const number = numberIn(value);
  if (number !== null) return isLevel(number) ? number : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const numbered = /^(?:(?:level|lvl|l)\s*\.?\s*)?(\d)(?:\s*[-–—:/.)(]\s*(.*))?$/i.exec(text);
  if (numbered && (numbered[2] ?? '').length <= LONGEST_NAME) return Number(numbered[1]);
  const named = levels.findIndex((name) => name !== '' && spaced(name) === spaced(text));
  return named >= 0 ? named : null;
}

/** A name, not a sentence that begins with a digit. */
const LONGEST_NAME = 30;

const isLevel = (number: number) => Number.isInteger(number) && number >= 0 && number <= 9;

/** Whether a cell says that a level is reached; null when it says neither. */
export function saysReached(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  if (typeof value !== 'string') return null;
  const text = spaced(value);
  if (/^(not |no$|nope$|false$|0$|fail)/.test(text) || text === 'missing') return false;
  return /^(achieved|reached|passed|met|fulfilled|complete|completed|done|yes|true|1)$/.test(text)
    ? true
    : null;
}

export type ColumnKind = 'competency' | 'level' | 'skill' | 'score';

const HEADERS: Record<ColumnKind, string[]> = {
  competency: ['competency', 'competence', 'area', 'category', 'dimension', 'pillar', 'theme'],
  level: ['level', 'lvl', 'stage', 'seniority'],
  skill: [
    ...['skill', 'statement', 'behaviour', 'behavior', 'criterion', 'criteria', 'expectation'],
    ...['requirement', 'indicator', 'question', 'sentence', 'description'],
  ],
  score: ['score', 'rating', 'answer', 'assessment', 'mark', 'points', 'evaluation'],
};
const KINDS = Object.keys(HEADERS) as ColumnKind[];

/** What a column holds by its header: the last word that says so counts, as in `Competency level`. */
export function columnKind(header: unknown): ColumnKind | null {
  if (typeof header !== 'string') return null;
  const words = spaced(header.replace(/\(.*?\)/g, ' ')).split(' ');
  if (words.length > LONGEST_HEADER) return null;
  for (const word of words.reverse()) {
    const kind = KINDS.find((one) => HEADERS[one].some((each) => isWord(word, each)));
    if (kind) return kind;
  }
  return null;
}

const LONGEST_HEADER = 5;

/** In the singular or in the plural. */
function isWord(word: string, singular: string): boolean {
  return word === singular || word === `${singular}s` || word === singular.replace(/y$/, 'ies');
}

/** Small letters and single spaces, without punctuation. */
export function spaced(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
