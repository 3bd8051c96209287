// What the career sheet's sidebar may call. Requests come from a page, so that each is checked.

import {
  type AnswersRequest,
  checkAnswers,
  checkGoal,
  checkLook,
  checkRecord,
  checkRound,
  checkSkill,
  checkSubmit,
  type GoalRequest,
  type LookRequest,
  type RecordRequest,
  type RoundRequest,
  type SkillRequest,
  type SubmitRequest,
} from '../review/request';
import * as answers from '../sheets/answers';
import * as goals from '../sheets/goals';
import { readersOf } from '../sheets/readers';
import * as review from '../sheets/review';
import { readStatements } from '../sheets/statements';

/**
 * Everything that the sidebar shows.
 */
export function loadReview() {
  return review.loadReview(SpreadsheetApp.getActive());
}

/**
 * Hands the self scores in and, when asked to, adds the manager as an editor.
 * @param request Whether to add the manager.
 */
export function submitReview(request: SubmitRequest) {
  return review.submitReview(SpreadsheetApp.getActive(), checkSubmit(request));
}

/**
 * Takes a submission back while the review is not open yet.
 */
export function takeBackReview() {
  review.takeBackReview(SpreadsheetApp.getActive());
}

/**
 * Opens the review: the agreed scores start from the self scores.
 */
export function openReview() {
  review.openReview(SpreadsheetApp.getActive());
}

/**
 * Records the outcome of the review.
 * @param request The outcome's id, the last one that the page saw, and what was confirmed.
 */
export function recordReview(request: RecordRequest) {
  review.recordReview(SpreadsheetApp.getActive(), checkRecord(request));
}

/**
 * What the person said on each outcome, by its id.
 */
export function loadStatements() {
  return readStatements(SpreadsheetApp.getActive());
}

/**
 * The people who are named on this file.
 */
export function loadReaders() {
  return readersOf(SpreadsheetApp.getActive());
}

/**
 * Starts the next round with the agreed scores as self scores.
 * @param request The new round's name.
 */
export function startRound(request: RoundRequest) {
  review.startRound(SpreadsheetApp.getActive(), checkRound(request));
}

/**
 * Says that a copy of a filled career sheet is a person's own file.
 */
export function claimFile() {
  review.claimFile(SpreadsheetApp.getActive());
}

/**
 * Clears everything that somebody wrote, in a copy of a filled career sheet.
 */
export function startClean() {
  review.startClean(SpreadsheetApp.getActive());
}

/**
 * Writes answers to their cells of Assessment, but to none that somebody else changed.
 * @param request The cells, what the page saw in each and what they are to hold.
 */
export function saveAnswers(request: AnswersRequest) {
  return answers.saveAnswers(SpreadsheetApp.getActive(), checkAnswers(request));
}

/**
 * The skill that is selected, and the rows of Assessment when they changed.
 * @param request The stamp of the rows that the page has.
 */
export function lookAtSheet(request: LookRequest) {
  return answers.lookAtSheet(SpreadsheetApp.getActive(), checkLook(request));
}

/**
 * Selects a cell of a skill on Assessment.
 * @param request The skill and the column.
 */
export function showSkill(request: SkillRequest) {
  answers.showSkill(SpreadsheetApp.getActive(), checkSkill(request));
}

/**
 * Adds a goal or changes one.
 * @param request The goal, and what the page saw in its row.
 */
export function saveGoal(request: GoalRequest) {
  goals.saveGoal(SpreadsheetApp.getActive(), checkGoal(request));
}
