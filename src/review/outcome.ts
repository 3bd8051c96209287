// An outcome: what was recorded at the end of a review. Never edited afterwards.

import type { Score } from '../rules/score';

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
  selfScores: Record<string, Score>;
  agreedScores: Record<string, Score>;
  agrees: boolean;
  /** The id of the outcome that this one replaces, or blank. */
  replaces: string;
}
