// A career sheet read into plain values: the cells of Summary, the rows of Assessment.

import {
  ASSESSMENT,
  LAYOUT_VERSION,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  SUMMARY_TEXTS,
  type SummaryName,
} from '../layout/career-sheet';
import { parseStatus, STATUSES, type Status } from '../review/status';
import { numberIn, shown } from '../rules/cell';
import { ALLOWED_SCORES, parseScore, type Score } from '../rules/score';
import { NamedCells } from './named-cells';
import { isBlank, type Row, Table } from './table';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type AssessmentColumn = keyof typeof ASSESSMENT.columns;

const TEXTS = Object.keys(SUMMARY_TEXTS) as (keyof typeof SUMMARY_TEXTS)[];

export interface Summary extends Record<(typeof TEXTS)[number], string> {
  /** For changes to single cells, and for their addresses. */
  cells: NamedCells<SummaryName>;
  status: Status;
  layoutVersion: number;
}

export interface AssessmentRow {
  /** For changes to the row's cells. */
  row: Row<AssessmentColumn>;
  position: number;
  /** Blank in a row that a person added. */
  id: string;
  competency: string;
  /** 0 when the cell holds none. */
  level: number;
  skill: string;
  /** null also when the cell holds no score; a problem then names the cell. */
  selfScore: Score;
  evidence: string;
  managerScore: Score;
  agreedScore: Score;
  managerNote: string;
}

export interface Assessment {
  table: Table<AssessmentColumn>;
  rows: AssessmentRow[];
  /** One sentence a cell that cannot be read. */
  problems: string[];
}

/** Whether a spreadsheet was set up as a career sheet; reads no cell. */
export function isCareerSheet(spreadsheet: Spreadsheet): boolean {
  return (
    spreadsheet.getSheetByName(SUMMARY_TAB) !== null &&
    spreadsheet.getRangeByName(SUMMARY_NAMES.layoutVersion) !== null &&
    spreadsheet.getRangeByName(SUMMARY_NAMES.direction) !== null
  );
}

/**
 * The single cells of Summary that people and scripts fill, in one read of the tab.
 * Throws a sentence when the tab, a name or a known status is missing.
 */
export function readSummary(spreadsheet: Spreadsheet): Summary {
  const cells = NamedCells.read(spreadsheet, SUMMARY_TAB, SUMMARY_NAMES);
  const text = (key: SummaryName) => textOf(cells.get(key), spreadsheet);
  const status = parseStatus(text('status'));
  if (status === null) {
    throw new Error(
      `${cells.address('status')} holds ${shown(cells.get('status'))}, which is no status: choose ${STATUSES.join(', ')}.`,
    );
  }
  const texts = Object.fromEntries(TEXTS.map((key) => [key, text(key)]));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    cells,
    status,
    layoutVersion: numberIn(cells.get('layoutVersion')) ?? 0,
  };
}

/** To be called before anything is written: throws a sentence when the layout is newer than this script. */
export function refuseNewerLayout(layoutVersion: number): void {
  if (layoutVersion <= LAYOUT_VERSION) return;
  throw new Error(
    `This career sheet has layout ${layoutVersion}, but its script knows only layout ${LAYOUT_VERSION}: nothing was written; open it with the newer Career Sheet, or copy the newest template and move your answers there.`,
  );
}

/** Every row of Assessment, in one read; throws a sentence when the tab or a column is missing. */
export function readAssessment(spreadsheet: Spreadsheet): Assessment {
  const table = Table.open(spreadsheet, ASSESSMENT);
  const problems: string[] = [];
  const firstWith = new Map<string, string>();

  const rows = table.rows.map((row): AssessmentRow => {
    const text = (key: AssessmentColumn) => textOf(row.get(key), spreadsheet);
    const score = (key: AssessmentColumn) => {
      const parsed = parseScore(row.get(key));
      if (parsed === undefined) {
        problems.push(
          `${table.address(row, key)} holds ${shown(row.get(key))}: ${ALLOWED_SCORES}.`,
        );
      }
      return parsed ?? null;
    };
    const id = text('id');
    if (id !== '') {
      const earlier = firstWith.get(id);
      if (earlier === undefined) firstWith.set(id, table.address(row, 'id'));
      else {
        problems.push(
          `${table.address(row, 'id')} repeats the id “${id}” of ${earlier}: delete one of the two rows, or only the id of a row you added.`,
        );
      }
    }
    const level = numberIn(row.get('level'));
    const isLevel = level !== null && Number.isInteger(level) && level >= 1 && level <= 9;
    if (!isLevel && !isBlank(row.get('skill'))) {
      problems.push(
        `${table.address(row, 'level')} holds ${shown(row.get('level'))}: the level of a skill is a whole number from 1 to 9.`,
      );
    }
    return {
      row,
      position: row.position,
      id,
      competency: text('competency'),
      level: isLevel ? level : 0,
      skill: text('skill'),
      selfScore: score('selfScore'),
      evidence: text('evidence'),
      managerScore: score('managerScore'),
      agreedScore: score('agreedScore'),
      managerNote: text('managerNote'),
    };
  });
  return { table, rows, problems };
}
