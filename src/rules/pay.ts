// The pay that a progress comes to within its grade.

import type { GradeRow } from '../framework/framework';
import { gradeOf } from './grade';
import { toMillionths } from './progress';

/** A grade as a manager workbook has it; null where no pay is given. */
export interface PaidGrade extends GradeRow {
  payFloor: number | null;
  /** The pay floor of the next grade. */
  nextFloor: number | null;
}

/** Between a grade's pay floor and the next, linear in progress; null without a grade or without its pay. */
export function payTargetOf(
  progress: number,
  direction: string,
  grades: readonly PaidGrade[],
): number | null {
  const row = gradeOf(progress, direction, grades);
  if (!row || row.payFloor === null || row.nextFloor === null) return null;
  const { from, to, payFloor, nextFloor } = row;
  return toMillionths(payFloor + ((nextFloor - payFloor) * (progress - from)) / (to - from));
}
