// The goals of a career sheet: read into plain values, added and changed from the sidebar.

import { GOALS } from '../layout/career-sheet';
import { keysOf } from '../layout/tab';
import type { GoalRequest } from '../review/request';
import type { Goal } from '../review/sheet';
import { changedMeanwhile } from './cells';
import { alone, readOwn } from './own-file';
import { Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Every row of Goals, in one read. */
export function readGoals(spreadsheet: Spreadsheet): Goal[] {
  return Table.open(spreadsheet, GOALS).rows.map((row) => {
    const goal = { position: row.position } as Goal;
    for (const key of KEYS) goal[key] = textOf(row.get(key), spreadsheet);
    return goal;
  });
}

/** Adds a goal, or changes the cells of one that differ; throws when its row holds another one by now. */
export function saveGoal(spreadsheet: Spreadsheet, { goal, seen }: GoalRequest): void {
  alone(() => {
    readOwn(spreadsheet);
    const table = Table.open(spreadsheet, GOALS);
    const cells = { ...goal, due: dateOf(goal.due, spreadsheet) };
    if (goal.position === 0) table.append([cells]);
    else {
      const row = table.rows.find(({ position }) => position === goal.position);
      if (!row || textOf(row.get('goal'), spreadsheet) !== seen) {
        throw changedMeanwhile('The tab “Goals”');
      }
      for (const key of KEYS) {
        if (textOf(row.get(key), spreadsheet) !== goal[key]) table.set(row, key, cells[key]);
      }
    }
    table.write();
  });
}

const KEYS = keysOf(GOALS);

/** As a date in the spreadsheet's time zone; blank stays blank. */
function dateOf(text: string, spreadsheet: Spreadsheet): Date | '' {
  if (text === '') return '';
  return Utilities.parseDate(text, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
}
