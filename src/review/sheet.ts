// What a career sheet holds, as the script reads it and the sidebar gets it: plain values, texts trimmed.

import type { Framework } from '../framework/framework';
import type { Score } from '../rules/score';
import type { ScoredRow } from './answers';
import type { Outcome } from './outcome';
import type { Status } from './status';

export interface ReviewSheet {
  /** The e-mail of who looks, or blank when Google does not say. */
  user: string;
  place: Place;
  /** The id of this very file. */
  fileId: string;
  person: string;
  email: string;
  managerEmail: string;
  direction: string;
  /** The direction that the person would like to pursue, or blank. */
  aspiredDirection: string;
  currentGrade: string;
  round: string;
  status: Status;
  framework: Framework;
  rows: AnswerRow[];
  /** Tells whether the rows changed: see `lookAtSheet`. */
  stamp: string;
  goals: Goal[];
  outcomes: Outcome[];
  /** Sentences about cells that cannot be read. */
  problems: string[];
  /** A new id, for the outcome that the page may record. */
  outcomeId: string;
}

/** Which file this is: the template itself, a person's own, or a copy of somebody's filled sheet. */
export type Place = 'template' | 'own' | 'copy';

/** A row of Assessment. */
export interface AnswerRow extends ScoredRow {
  /** A competency's name. */
  competency: string;
  /** 0 when the cell holds none. */
  level: number;
  skill: string;
  evidence: string;
  managerScore: Score;
  managerNote: string;
}

/** A row of Goals. */
export interface Goal {
  /** The row in the sheet, from 1. */
  position: number;
  goal: string;
  /** The sentence of the skill that it serves. */
  skill: string;
  measure: string;
  support: string;
  resource: string;
  /** Such as `2026-12-31`, or what else stands there. */
  due: string;
  state: string;
}

/** The columns of Assessment that people fill in a sidebar; the manager's score in the manager workbook's. */
export type AnswerColumn =
  | 'selfScore'
  | 'evidence'
  | 'managerScore'
  | 'agreedScore'
  | 'managerNote';

/** A cell of Assessment that is to be changed; scores are text: blank, `0`, `1`, `2` or `n/a`. */
export interface Edit {
  skillId: string;
  column: AnswerColumn;
  /** What the page last saw in the cell. */
  seen: string;
  value: string;
}

/** A cell that was left alone, since it holds neither what the page saw nor what it wants. */
export interface Conflict {
  skillId: string;
  column: AnswerColumn;
  /** What the cell holds. */
  now: string;
}
