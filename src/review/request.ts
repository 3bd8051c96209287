// What the sidebar may ask for, checked: everything that it sends could have been sent by anybody.

import { GOALS } from '../layout/career-sheet';
import { keysOf } from '../layout/tab';
import { parseScore } from '../rules/score';
import type { AnswerColumn, Edit, Goal } from './sheet';

export interface SubmitRequest {
  /** Whether to add the manager as an editor of the file. */
  addManager: boolean;
}

export interface RecordRequest {
  /** The id that the outcome will have; the page got it with the view, so that a retry makes no second outcome. */
  outcomeId: string;
  /** The id of the last outcome that the page saw, or blank. */
  lastOutcomeId: string;
  /** Whether the person agrees. */
  agrees: boolean;
  /** What the person says on it; stays in this file. */
  statement: string;
  /** What the page asked and was told yes. */
  confirmed: {
    /** Skill ids that stay unscored on a competency's next level. */
    notScored: string[];
    /** Recorded by someone who is not the named manager. */
    notManager: boolean;
    /** Replaces the outcome of this round. */
    replaces: boolean;
  };
}

export interface RoundRequest {
  /** The new round's name. */
  round: string;
}

export interface AnswersRequest {
  edits: Edit[];
}

export interface LookRequest {
  /** The stamp of the rows that the page has. */
  stamp: string;
}

export interface SkillRequest {
  skillId: string;
  column: AnswerColumn;
}

export interface GoalRequest {
  /** Position 0 for a new one. */
  goal: Goal;
  /** What the page saw under Goal in that row; blank for a new one. */
  seen: string;
}

/** A cell holds no more. */
const LONGEST_TEXT = 50000;
const MOST_EDITS = 500;
const SHORT = 200;

/** What is filled in the sidebar of a career sheet. */
const ANSWERS = /^(selfScore|evidence|agreedScore|managerNote)$/;

/** Throws a sentence when the request is not as it should be; so do the others. */
export function checkSubmit(request: unknown): SubmitRequest {
  const { addManager } = record(request);
  return { addManager: flag(addManager, 'addManager') };
}

export function checkRecord(request: unknown): RecordRequest {
  const { outcomeId, lastOutcomeId, agrees, statement, confirmed } = record(request);
  const { notScored, notManager, replaces } = record(confirmed);
  if (!Array.isArray(notScored)) throw refuse('notScored is not a list');
  const id = words(outcomeId, 'outcomeId');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw refuse('outcomeId is not an id such as a view brings');
  }
  return {
    outcomeId: id,
    lastOutcomeId: words(lastOutcomeId, 'lastOutcomeId'),
    agrees: flag(agrees, 'agrees'),
    statement: words(statement ?? '', 'statement', LONGEST_TEXT).trim(),
    confirmed: {
      notScored: notScored.map((each) => words(each, 'notScored')),
      notManager: flag(notManager, 'notManager'),
      replaces: flag(replaces, 'replaces'),
    },
  };
}

export function checkRound(request: unknown): RoundRequest {
  return { round: words(record(request).round, 'round').trim() };
}

/** @param columns those that may be changed. */
export function checkAnswers(request: unknown, columns = ANSWERS): AnswersRequest {
  const { edits } = record(request);
  if (!Array.isArray(edits) || edits.length > MOST_EDITS) throw refuse('edits is no short list');
  return {
    edits: edits.map((edit) => {
      const { skillId, column, seen, value } = record(edit);
      const checked = {
        skillId: words(skillId, 'skillId'),
        column: answerColumn(column, columns),
        seen: words(seen, 'seen', LONGEST_TEXT),
        value: words(value, 'value', LONGEST_TEXT).trim(),
      };
      if (/Score$/.test(checked.column) && parseScore(value) === undefined) {
        throw refuse('value is no score');
      }
      return checked;
    }),
  };
}

export function checkLook(request: unknown): LookRequest {
  return { stamp: words(record(request).stamp, 'stamp') };
}

export function checkSkill(request: unknown): SkillRequest {
  const { skillId, column } = record(request);
  return { skillId: words(skillId, 'skillId'), column: answerColumn(column, ANSWERS) };
}

export function checkGoal(request: unknown): GoalRequest {
  const { goal, seen } = record(request);
  const given = record(goal);
  if (typeof given.position !== 'number') throw refuse('position is no number');
  const texts = keysOf(GOALS).map((name) => [name, words(given[name], name, LONGEST_TEXT).trim()]);
  const checked: Goal = { position: given.position, ...Object.fromEntries(texts) };
  if (!/^(\d{4}-\d\d-\d\d)?$/.test(checked.due)) throw refuse('due is no date such as 2026-12-31');
  return { goal: checked, seen: words(seen, 'seen', LONGEST_TEXT) };
}

function answerColumn(value: unknown, columns: RegExp): AnswerColumn {
  const column = words(value, 'column');
  if (columns.test(column)) return column as AnswerColumn;
  throw refuse('column is none of those that are filled here');
}

export function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw refuse('something is missing');
}

function flag(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw refuse(`${name} is neither true nor false`);
}

export function words(value: unknown, name: string, longest = SHORT): string {
  if (typeof value === 'string' && value.length <= longest) return value;
  throw refuse(`${name} is not a short text`);
}

export function refuse(reason: string): Error {
  return new Error(
    `The sidebar sent something that this sheet does not understand (${reason}): close the sidebar and open it again.`,
  );
}
