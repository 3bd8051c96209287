// The framework of a template in its owner's hands: what the page reads of it, the cells that it
// changes, and the publishing of a version.

import type { Framework } from '../framework/framework';
import type { EditRequest, PublishRequest } from '../framework/request';
import type { FrameworkIdentity, FrameworkTabs, Place } from '../framework/tabs';
import {
  ARCHIVE,
  ASSESSMENT,
  SUMMARY_NAMES,
  SUMMARY_TAB,
  type SummaryName,
} from '../layout/career-sheet';
import { refillAssessment } from './assessment-tab';
import { readSummary, refuseNewerLayout } from './career-sheet';
import { addressOf, type CellValue, changedMeanwhile, quotedTab, writeCells } from './cells';
import { frameworkTabs, readFramework } from './framework-tabs';
import { isoTime } from './outcome-rows';
import { alone, placeOf } from './own-file';
import { addChanges, addPublished, idsOfChanges, publishedJson } from './published';
import { freeName } from './set-up';
import { addSummary, fieldsOfSummary, fillSummary } from './summary-tab';
import { cellsOf, isBlank, sheetOf, Table } from './table';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** All that the page works with. */
export interface FrameworkSheet {
  identity: FrameworkIdentity;
  tabs: FrameworkTabs;
  /** The last published framework as JSON; blank before the first time. */
  published: string;
  /** Ids that the change list names. */
  changedIds: string[];
}

export function loadFramework(spreadsheet: Spreadsheet): FrameworkSheet {
  const summary = readTemplate(spreadsheet);
  return {
    identity: identityOf(summary),
    tabs: frameworkTabs(spreadsheet),
    published: publishedJson(spreadsheet),
    changedIds: idsOfChanges(spreadsheet),
  };
}

/** Selects a cell. */
export function showCell(spreadsheet: Spreadsheet, { tab, row, column }: Place): void {
  sheetOf(spreadsheet, tab).getRange(row, column).activate();
}

/** Writes cells of the four tabs, all of them or, when one holds something else by now, none. */
export function changeFramework(spreadsheet: Spreadsheet, { edits, identity }: EditRequest): void {
  alone(() => {
    const { cells } = readTemplate(spreadsheet);
    const { grids } = frameworkTabs(spreadsheet);
    for (const { tab, row, column, seen } of edits) {
      const grid = grids[tab] || [];
      if (((grid[row - 1] || [])[column - 1] ?? '') === seen) continue;
      throw changedMeanwhile(`${quotedTab(tab)}!${addressOf(row, column)}`);
    }
    for (const tab of Object.keys(grids)) {
      const own = edits.filter((edit) => edit.tab === tab);
      const sheet = sheetOf(spreadsheet, tab);
      const rows = Math.max(...own.map(({ row }) => row)) - sheet.getMaxRows();
      const columns = Math.max(...own.map(({ column }) => column)) - sheet.getMaxColumns();
      if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
      if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
      if (own.length > 0) writeCells(sheet, own);
    }
    if (!identity) return;
    cells.set('frameworkId', identity.id);
    cells.set('frameworkName', identity.name);
    cells.set('frameworkVersion', identity.version);
    cells.write();
  });
}

/**
 * Publishes what the tabs hold: Assessment and Summary follow it, the change list and the version
 * are written down, in this order, so that one that was cut off is published by doing it again.
 * Answers that somebody typed into the template go to Archive; returns how many rows had some.
 */
export function publishFramework(
  spreadsheet: Spreadsheet,
  { json, version, changes }: PublishRequest,
): number {
  return alone(() => {
    const summary = readTemplate(spreadsheet);
    const identity = { ...identityOf(summary), version };
    const framework = readFramework(spreadsheet, identity);
    if (JSON.stringify(framework) !== json) {
      throw new Error(
        'The framework was changed in the meantime: nothing was published; reload, look at what changed and publish again.',
      );
    }
    const archived = archiveAnswers(spreadsheet, version);
    refillAssessment(sheetOf(spreadsheet, ASSESSMENT.tab), framework);
    const last = publishedJson(spreadsheet);
    if (last && shapeOf(JSON.parse(last)) === shapeOf(framework)) {
      summary.cells.set('frameworkVersion', version);
      summary.cells.write();
    } else renewSummary(spreadsheet, framework);
    const at = isoTime(new Date(), spreadsheet);
    addChanges(spreadsheet, version, at, changes);
    addPublished(spreadsheet, framework, at);
    return archived;
  });
}

function readTemplate(spreadsheet: Spreadsheet) {
  const summary = readSummary(spreadsheet);
  refuseNewerLayout(summary.layoutVersion);
  if (placeOf(spreadsheet, summary) === 'template') return summary;
  throw new Error(
    'This is a copy: change the framework in the template, and bring it to the copies from a manager workbook.',
  );
}

function identityOf(summary: ReturnType<typeof readTemplate>): FrameworkIdentity {
  const { frameworkId, frameworkName, frameworkVersion } = summary;
  return { id: frameworkId, name: frameworkName, version: frameworkVersion };
}

/** Nobody's review is held in the template, but what was tried there is kept. */
function archiveAnswers(spreadsheet: Spreadsheet, version: string): number {
  const { rows, columnOf } = Table.open(spreadsheet, ASSESSMENT);
  if (Object.values(columnOf).some((column, index) => column !== index + 1)) {
    throw new Error(
      `The columns of the tab “${ASSESSMENT.tab}” stand in another order or apart: nothing was published; put those of the header row back as they were, your own behind them.`,
    );
  }
  const records = rows
    .map((row) => cellsOf(row, ASSESSMENT))
    .filter(({ id, ...row }) => isBlank(id) || ANSWERS.some((key) => !isBlank(row[key])))
    .map(({ id, ...row }) => ({ ...row, skillId: id, reason: `Framework ${version}` }));
  const archive = Table.open(spreadsheet, ARCHIVE);
  archive.append(records);
  archive.write();
  return records.length;
}

const ANSWERS = ['selfScore', 'evidence', 'managerScore', 'agreedScore', 'managerNote'] as const;

/** What the tables, dropdowns and the radar of Summary were made for. */
function shapeOf({ competencies, directions, grades, levels }: Framework): string {
  return [competencies, directions, grades, levels].map(({ length }) => length).join();
}

/** Made anew behind the old one, which goes last: what was typed there is never lost. */
function renewSummary(spreadsheet: Spreadsheet, framework: Framework): void {
  const old = sheetOf(spreadsheet, SUMMARY_TAB);
  const fields: Partial<Record<SummaryName, CellValue>> = {};
  for (const key of fieldsOfSummary()) {
    const cell = spreadsheet.getRangeByName(SUMMARY_NAMES[key]);
    if (cell) fields[key] = cell.getValue();
  }
  const names = spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase());
  old.setName(freeName(`${SUMMARY_TAB} (before)`, ' ', new Set(names)));
  const sheet = addSummary(spreadsheet, framework);
  fillSummary(spreadsheet, sheet, { framework, fileId: spreadsheet.getId(), fields });
  spreadsheet.setActiveSheet(sheet);
  spreadsheet.moveActiveSheet(1);
  spreadsheet.deleteSheet(old);
}
