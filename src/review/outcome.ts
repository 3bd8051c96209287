// An outcome: what was recorded at the end of a review. Never edited afterwards.

import type { Framework } from '../framework/framework';
import { OUTCOME_COLUMNS } from '../layout/career-sheet';
import type { Score } from '../rules/score';
import { levelsOf, progressIn, type Scores, scoreOf, standingOf } from './standing';

export interface Outcome {
  id: string;
  /** ISO 8601 with the spreadsheet's offset, such as `2026-11-20T14:05:00+01:00`. */
  recordedAt: string;
  recordedBy: string;
  person: string;
  email: string;
  managerEmail: string;
  round: string;
  frameworkId: string;
  frameworkVersion: string;
  direction: string;
  currentGrade: string;
  /** Level by competency id. */
  levels: Record<string, number>;
  progress: number;
  selfProgress: number;
  /** How many skills were agreed above, below the self score. */
  raised: number;
  lowered: number;
  /** By skill id; blanks are left out. */
  selfScores: Scores;
  agreedScores: Scores;
  agrees: boolean;
  /** The id of the outcome that this one replaces, or blank. */
  replaces: string;
}

/** What an outcome is composed from; the rest of it follows from the framework and the scores. */
export type Review = Omit<
  Outcome,
  'frameworkId' | 'frameworkVersion' | 'levels' | 'progress' | 'selfProgress' | 'raised' | 'lowered'
>;

/**
 * The outcome of a review by a framework. Only scores of the framework's skills enter it.
 * Throws a sentence when the framework has no such direction.
 */
export function composeOutcome(review: Review, framework: Framework): Outcome {
  const selfScores = known(review.selfScores, framework);
  const agreedScores = known(review.agreedScores, framework);
  const levels = levelsOf(standingOf(framework, agreedScores));
  const selfLevels = levelsOf(standingOf(framework, selfScores));
  const { raised, lowered } = compareScores(selfScores, agreedScores);
  return {
    ...review,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    levels,
    progress: progressIn(framework, review.direction, levels),
    selfProgress: progressIn(framework, review.direction, selfLevels),
    raised,
    lowered,
    selfScores,
    agreedScores,
  };
}

/** How many skills were agreed above and below the self score; both scores must be 0, 1 or 2. */
export function compareScores(self: Scores, agreed: Scores): Pick<Outcome, 'raised' | 'lowered'> {
  const differences = Object.keys(agreed).map((id) => {
    const [before, after] = [self[id], agreed[id]];
    return typeof before === 'number' && typeof after === 'number' ? after - before : 0;
  });
  return {
    raised: differences.filter((difference) => difference > 0).length,
    lowered: differences.filter((difference) => difference < 0).length,
  };
}

/**
 * The outcome recorded last, wherever its row stands; of two at the same second the lower row.
 * undefined without any.
 */
export function lastOutcome<Some extends Pick<Outcome, 'id' | 'recordedAt'>>(
  outcomes: readonly Some[],
): Some | undefined {
  const time = ({ recordedAt }: Some) => Date.parse(recordedAt) || 0;
  return outcomes.reduce<Some | undefined>(
    (last, outcome) => (last && time(last) > time(outcome) ? last : outcome),
    undefined,
  );
}

type OutcomeColumn = keyof typeof OUTCOME_COLUMNS;

/** An outcome as the cells of its row. */
export function rowOfOutcome(outcome: Outcome): Record<OutcomeColumn, string | number> {
  return {
    ...outcome,
    levels: pairsToText(outcome.levels),
    selfScores: scoresToText(outcome.selfScores),
    agreedScores: scoresToText(outcome.agreedScores),
    agrees: outcome.agrees ? 'yes' : 'no',
  };
}

/**
 * The outcome in a row. `text` gives a cell as text, a date as ISO 8601.
 * Throws a sentence that names the column when the row was edited so that it cannot be read.
 */
export function outcomeOfRow(text: (column: OutcomeColumn) => string): Outcome {
  const id = text('id').trim();
  if (id === '') throw new Error('An outcome has no id: restore its row from version history.');
  const cells = (Object.keys(OUTCOME_COLUMNS) as OutcomeColumn[]).map((column) => {
    try {
      const cell = text(column).trim();
      const parse = PARSERS[column];
      return [column, parse ? parse(cell) : cell];
    } catch (error) {
      throw new Error(
        `The outcome ${id} cannot be read, in its column “${OUTCOME_COLUMNS[column]}”: ${(error as Error).message} Restore its row from version history.`,
      );
    }
  });
  return Object.fromEntries(cells);
}

/** What is not plain text in a row. */
const PARSERS: { [Column in OutcomeColumn]?: (cell: string) => Outcome[Column] } = {
  recordedAt: parseTime,
  levels: parseLevels,
  progress: parseNumber,
  selfProgress: parseNumber,
  raised: parseNumber,
  lowered: parseNumber,
  selfScores: parseScores,
  agreedScores: parseScores,
  agrees: parseYes,
};

/** Scores by skill id as one compact text, such as `del-01=2 del-02=n/a`; blanks are left out. */
export function scoresToText(scores: Scores): string {
  return pairsToText(scores);
}

/** Throws a sentence when the text is not what `scoresToText` writes. */
export function parseScores(text: string): Scores {
  return parsePairs(text, (value): Score => {
    if (value === 'n/a') return value;
    if (/^[012]$/.test(value)) return Number(value) as Score;
    throw new Error(`“${value}” is not a score.`);
  });
}

/** Levels by competency id, such as `delivery=2 leadership=0`. */
export function parseLevels(text: string): Record<string, number> {
  return parsePairs(text, (value) => {
    if (/^\d$/.test(value)) return Number(value);
    throw new Error(`“${value}” is not a level.`);
  });
}

function known(scores: Scores, framework: Framework): Scores {
  return Object.fromEntries(
    framework.skills
      .filter((skill) => scoreOf(scores, skill) !== null)
      .map((skill) => [skill.id, scoreOf(scores, skill)]),
  );
}

function pairsToText(pairs: Record<string, Score> | Record<string, number>): string {
  return Object.entries(pairs)
    .filter(([, value]) => value !== null)
    .map(([id, value]) => `${encodeURIComponent(id)}=${value}`)
    .join(' ');
}

function parsePairs<Value>(text: string, parse: (value: string) => Value): Record<string, Value> {
  const pairs = text.split(/\s+/).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error(`“${pair}” is not an id with a value, such as del-01=2.`);
      return [decodeURIComponent(pair.slice(0, at)), parse(pair.slice(at + 1))];
    }),
  );
}

function parseTime(text: string): string {
  if (!Number.isNaN(Date.parse(text))) return text;
  throw new Error(`“${text}” is not a time such as 2026-11-20T14:05:00+01:00.`);
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isFinite(number)) return number;
  throw new Error(`“${text}” is not a number.`);
}

function parseYes(text: string): boolean {
  if (/^(yes|true)$/i.test(text)) return true;
  if (/^(no|false)$/i.test(text)) return false;
  throw new Error(`“${text}” is neither yes nor no.`);
}
