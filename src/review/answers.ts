// The rows of Assessment as scores by skill id.

import type { Framework } from '../framework/framework';
import type { Score } from '../rules/score';
import type { Scores } from './standing';

/** What of a row of Assessment counts. */
export interface ScoredRow {
  /** The row in the sheet, from 1. */
  position: number;
  /** Blank in a row that a person added. */
  id: string;
  selfScore: Score;
  agreedScore: Score;
}

export interface ScoresById {
  self: Scores;
  agreed: Scores;
  /** Sentences about rows that count otherwise than they look. */
  remarks: string[];
}

/** The scores of the framework's skills; of a skill that stands twice, those of the upper row. */
export function scoresById(framework: Framework, rows: readonly ScoredRow[]): ScoresById {
  const self: Scores = {};
  const agreed: Scores = {};
  const remarks: string[] = [];
  const skills = new Map(framework.skills.map((skill) => [skill.id, skill]));
  const seen = new Set<string>();
  for (const { position, id, selfScore, agreedScore } of rows) {
    if (!skills.has(id)) {
      if (selfScore === null && agreedScore === null) continue;
      remarks.push(
        `Row ${position} of Assessment is no skill of the framework: an outcome leaves it out.`,
      );
    } else if (!seen.has(id)) {
      seen.add(id);
      self[id] = selfScore;
      agreed[id] = agreedScore;
    }
  }
  for (const { id, text } of framework.skills) {
    if (seen.has(id)) continue;
    remarks.push(
      `The skill ${id} (“${text}”) has no row on Assessment and counts as not scored: bring its row back from version history.`,
    );
  }
  return { self, agreed, remarks };
}
