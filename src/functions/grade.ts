// GRADE on cells.

import type { GradeRow } from '../framework/framework';
import { isBlank, isDate, isErrorText, numberIn, shown } from '../rules/cell';
import { gradeOf } from '../rules/grade';
import { boundaryAt, filledRows, nameAt, rangeOf, refuse, singleOf, sizeOf, textAt } from './range';

/** One row: grade and job title, blank if none. Throws one sentence on a bad cell. */
export function gradeRow(
  progressArgument: unknown,
  directionArgument: unknown,
  gradesArgument: unknown,
): string[][] {
  const progress = progressIn(singleOf('progress', progressArgument));
  const direction = directionIn(singleOf('direction', directionArgument));
  const grades = readGrades(gradesArgument);
  const row = progress === null ? null : gradeOf(progress, direction, grades);
  return [row ? [row.grade, row.jobTitle] : ['', '']];
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

/** The first five columns: direction, from, to, grade, job title; pay may stand behind them. */
function readGrades(argument: unknown): GradeRow[] {
  const table = rangeOf('grades', argument);
  const rows = filledRows(table);
  if (rows.length > 0 && table.columns < 5) {
    throw new Error(
      `grades has ${sizeOf(table)}, but it must have five columns: direction, from, to, grade, job title.`,
    );
  }
  return rows.map((start) => {
    const from = boundaryAt(table, start + 1);
    const to = boundaryAt(table, start + 2);
    if (to <= from) refuse(table, start + 2, `“to” must be above “from”, here ${from}`);
    return {
      direction: nameAt(table, start, 'a direction'),
      from,
      to,
      grade: textAt(table, start + 3, 'a grade'),
      jobTitle: textAt(table, start + 4, 'a job title'),
    };
  });
}
