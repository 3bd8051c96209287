// The published framework: that of the template which Settings links to, and what the manager
// workbook keeps of it in its own framework tabs.

import type { Framework } from '../framework/framework';
import { directionColumns, readTabs } from '../framework/tabs';
import { compareVersions } from '../framework/version';
import { LAYOUT_VERSION, SUMMARY_NAMES, SUMMARY_TAB } from '../layout/career-sheet';
import { DIRECTIONS } from '../layout/framework';
import {
  levelKey,
  rollupOf,
  SETTINGS_NAMES,
  SETTINGS_TAB,
  type SettingsName,
} from '../layout/manager-workbook';
import { spreadsheetIdIn } from '../rollup/link';
import { problems } from '../rollup/problems';
import { isCareerSheet } from '../sheets/career-sheet';
import { rewriteFramework } from '../sheets/framework-rewrite';
import { frameworkTabs, readFramework } from '../sheets/framework-tabs';
import { readPublishedFramework } from '../sheets/manager-workbook';
import { NamedCells } from '../sheets/named-cells';
import { publishedJson } from '../sheets/published';
import { sheetOf } from '../sheets/table';
import { textOf } from '../sheets/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const { frameworkId, frameworkName, frameworkVersion, layoutVersion } = SUMMARY_NAMES;
const IDENTITY = { frameworkId, frameworkName, frameworkVersion };

export interface Published {
  framework: Framework;
  /** The workbook's own one, when the template's is newer. */
  replaces: Framework | null;
  /** The id of the template, or blank when Settings names none. */
  templateId: string;
}

/**
 * The framework to bring everyone to: the template's when it is newer than the workbook's own,
 * else the workbook's. Throws a sentence when the template cannot be read.
 */
export function findPublished(spreadsheet: Spreadsheet): Published {
  const settings = NamedCells.read(spreadsheet, SETTINGS_TAB, SETTINGS_NAMES);
  const text = (key: SettingsName) => textOf(settings.get(key), spreadsheet);
  const link = text('template');
  if (link === '') return ownOne(spreadsheet, '');
  const address = settings.address('template');
  const id = spreadsheetIdIn(link);
  if (id === null) {
    throw new Error(
      `${address} is not the address of a spreadsheet: paste the address of the template there.`,
    );
  }
  const framework = publishedIn(openTemplate(id, address));
  if (framework.id !== text('frameworkId')) {
    throw new Error(
      `The template that ${address} links to holds the framework “${framework.name}”, this workbook “${text('frameworkName')}”: link the template that your people copied.`,
    );
  }
  if (compareVersions(framework.version, text('frameworkVersion')) <= 0) {
    return ownOne(spreadsheet, id);
  }
  // Tabs that were half written when a run was cut off cannot be read as a framework any more.
  const { framework: replaces } = readTabs(frameworkTabs(spreadsheet), {
    id: text('frameworkId'),
    name: text('frameworkName'),
    version: text('frameworkVersion'),
  });
  return { framework, replaces, templateId: id };
}

function ownOne(spreadsheet: Spreadsheet, templateId: string): Published {
  return { framework: readPublishedFramework(spreadsheet), replaces: null, templateId };
}

/** What the tabs of a template hold, published or not, by the address of its file; throws a sentence. */
export function draftOf(link: string, where: string): Framework {
  const id = spreadsheetIdIn(link);
  if (id === null) throw new Error(`${where} is not the address of a spreadsheet.`);
  return frameworkIn(openTemplate(id, where));
}

/**
 * Writes the template's framework into the workbook's own tabs. The version comes last, so that
 * what was cut off before is done again.
 */
export function takeOver(spreadsheet: Spreadsheet, { framework, replaces }: Published): void {
  if (replaces === null) return;
  widenDirections(spreadsheet, framework);
  rewriteFramework(spreadsheet, frameworkTabs(spreadsheet), framework);
  followInRollup(spreadsheet, replaces, framework);
  const cells = NamedCells.read(spreadsheet, SETTINGS_TAB, IDENTITY);
  cells.set('frameworkName', framework.name);
  cells.set('frameworkVersion', framework.version);
  cells.write();
}

/** The template by its id; throws a sentence that names `where` the link stands. */
export function openTemplate(id: string, where: string): Spreadsheet {
  let template: Spreadsheet;
  try {
    template = SpreadsheetApp.openById(id);
  } catch (error) {
    const reason = (error as Error).message.replace(/[.\s]+$/, '');
    throw new Error(
      `The template that ${where} links to cannot be opened (“${reason}”): ask its owner to share it with you, or correct the link.`,
    );
  }
  if (!isCareerSheet(template)) {
    throw new Error(
      `${where} links to a spreadsheet that is no career sheet template: paste the address of the template there.`,
    );
  }
  return template;
}

/** Edits of the tabs that were not published yet have no part in it. */
function publishedIn(template: Spreadsheet): Framework {
  const json = publishedJson(template);
  return json === '' ? frameworkIn(template) : (JSON.parse(json) as Framework);
}

/** What the tabs of a template hold, published or not. */
export function frameworkIn(template: Spreadsheet): Framework {
  const cells = NamedCells.read(template, SUMMARY_TAB, { ...IDENTITY, layoutVersion });
  if (Number(cells.get('layoutVersion')) > LAYOUT_VERSION) throw new Error(problems.newerLayout());
  return readFramework(template, {
    id: textOf(cells.get('frameworkId'), template),
    name: textOf(cells.get('frameworkName'), template),
    version: textOf(cells.get('frameworkVersion'), template),
  });
}

/** Columns inserted among those of the directions: dropdowns that offer them widen by themselves. */
function widenDirections(spreadsheet: Spreadsheet, { directions }: Framework): void {
  const sheet = sheetOf(spreadsheet, DIRECTIONS.tab);
  const missing =
    Object.keys(DIRECTIONS.columns).length + directions.length - sheet.getMaxColumns();
  if (missing <= 0) return;
  const [first] = directionColumns(frameworkTabs(spreadsheet));
  sheet.insertColumnsAfter(first, missing);
}

/** A column a competency: those that are new come behind the others, those that are gone go. */
function followInRollup(spreadsheet: Spreadsheet, before: Framework, after: Framework): void {
  const sheet = sheetOf(spreadsheet, rollupOf([]).tab);
  const headers = () =>
    sheet
      .getRange(1, 1, 1, sheet.getLastColumn())
      .getValues()[0]
      .map((value) => String(value).trim().toLowerCase());
  const columnOf = (name: string) => headers().indexOf(name.toLowerCase()) + 1;
  for (const { id, name } of before.competencies) {
    const now = after.competencies.find((one) => one.id === id);
    const column = columnOf(name);
    if (column === 0 || now?.name === name) continue;
    if (!now) sheet.deleteColumn(column);
    else sheet.getRange(1, column).setValue(`'${now.name}`);
  }
  const layout = rollupOf(after.competencies);
  let last = columnOf(layout.columns.progress);
  for (const { id } of after.competencies) {
    const name = layout.columns[levelKey(id)];
    const column = columnOf(name);
    if (column > 0) {
      last = Math.max(last, column);
      continue;
    }
    sheet.insertColumnAfter(last);
    last += 1;
    sheet.getRange(1, last).setValue(`'${name}`);
  }
}
