// GRADE and PAY_TARGET on cells.

import type { GradeRow } from '../framework/framework';
import { isBlank, isDate, isErrorText, numberIn, shown } from '../rules/cell';
import { gradeOf } from '../rules/grade';
import { type PaidGrade, payTargetOf } from '../rules/pay';
import {
  boundaryAt,
  filledRows,
  nameAt,
  payAt,
  type Range,
  rangeOf,
  refuse,
  singleOf,
  sizeOf,
  textAt,
} from './range';

/** One row: grade and job title, blank if none. Throws one sentence on a bad cell. */
export function gradeRow(
  progressArgument: unknown,
  directionArgument: unknown,
  gradesArgument: unknown,
): string[][] {
  const progress = progressIn(singleOf('progress', progressArgument));
  const direction = directionIn(singleOf('direction', directionArgument));
  const grades = readGrades(gradesArgument, 5).map(({ row }) => row);
  const row = progress === null ? null : gradeOf(progress, direction, grades);
  return [row ? [row.grade, row.jobTitle] : ['', '']];
}

/**
 * The pay target in the unit of the pay floors; blank without a grade or without its pay.
 * Throws one sentence on a bad cell.
 */
export function payTarget(
  progressArgument: unknown,
  directionArgument: unknown,
  gradesArgument: unknown,
): number | '' {
  const progress = progressIn(singleOf('progress', progressArgument));
  const direction = directionIn(singleOf('direction', directionArgument));
  const grades = readGrades(gradesArgument, 7).map(paidGrade);
  return progress === null ? '' : (payTargetOf(progress, direction, grades) ?? '');
}

function progressIn(value: unknown): number | null {
  if (isBlank(value)) return null;
  const progress = numberIn(value);
  if (progress === null || progress < 0 || progress > 9) {
    throw new Error(`progress is ${shown(value)}, but progress is a number from 0 to 9 or blank.`);
  }
  return progress;
}

function directionIn(value: unknown): string {
  if (isDate(value) || isErrorText(value)) {
    throw new Error(`direction is ${shown(value)}, but a direction is text or blank.`);
  }
  return String(value);
}

const COLUMNS = {
  5: 'five columns: direction, from, to, grade, job title',
  7: 'seven columns: direction, from, to, grade, job title, pay floor, next floor',
};

interface ReadGrade {
  row: GradeRow;
  table: Range;
  /** The position of the row's first cell. */
  start: number;
}

/** The first five columns, behind which pay may stand; `columns` is how many there must be. */
function readGrades(argument: unknown, columns: keyof typeof COLUMNS): ReadGrade[] {
  const table = rangeOf('grades', argument);
  const rows = filledRows(table);
  if (rows.length > 0 && table.columns < columns) {
    throw new Error(`grades has ${sizeOf(table)}, but it must have ${COLUMNS[columns]}.`);
  }
  return rows.map((start) => {
    const from = boundaryAt(table, start + 1);
    const to = boundaryAt(table, start + 2);
    if (to <= from) refuse(table, start + 2, `“to” must be above “from”, here ${from}`);
    const row = {
      direction: nameAt(table, start, 'a direction'),
      from,
      to,
      grade: textAt(table, start + 3, 'a grade'),
      jobTitle: textAt(table, start + 4, 'a job title'),
    };
    return { row, table, start };
  });
}

/** Pay may be left out of a grade, but a floor without the next one says nothing. */
function paidGrade({ row, table, start }: ReadGrade): PaidGrade {
  const [floor, next] = [start + 5, start + 6];
  if (isBlank(table.cells[floor]) && isBlank(table.cells[next])) {
    return { ...row, payFloor: null, nextFloor: null };
  }
  const payFloor = payAt(table, floor, 'a pay floor');
  const nextFloor = payAt(table, next, 'the next floor');
  if (nextFloor < payFloor) {
    refuse(table, next, `the next floor must not be below the pay floor, here ${payFloor}`);
  }
  return { ...row, payFloor, nextFloor };
}
