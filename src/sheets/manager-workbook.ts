// A manager workbook: how it is set up, and the framework that it publishes.

import type { Framework } from '../framework/framework';
import { LAYOUT_VERSION } from '../layout/career-sheet';
import { DIRECTIONS, FRAMEWORK, FRAMEWORK_NAMES, GRADES, LEVELS } from '../layout/framework';
import {
  LEDGER,
  PREPARATION,
  QUEUE,
  ROLLUP,
  RUN_LOG,
  SETTINGS_NAMES,
  SETTINGS_TAB,
  type SettingsName,
  TEAM,
} from '../layout/manager-workbook';
import { numberIn } from '../rules/cell';
import { chooseFramework } from './built-in';
import { isCareerSheet } from './career-sheet';
import { addFrameworkTabs, readFramework } from './framework-tabs';
import {
  addLedger,
  addPreparation,
  addQueue,
  addRollup,
  addRunLog,
  addTeam,
  offerChoices,
} from './manager-tabs';
import { NamedCells } from './named-cells';
import { addPayColumns } from './pay-tabs';
import { buildInto, roundNow } from './set-up';
import { addSettings, nameSettings } from './settings-tab';
import { textOf } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TABS = [
  SETTINGS_TAB,
  ...[TEAM, PREPARATION, ROLLUP, QUEUE, LEDGER, RUN_LOG, FRAMEWORK, DIRECTIONS, LEVELS, GRADES].map(
    ({ tab }) => tab,
  ),
];
const NAMES: readonly string[] = [
  ...Object.values(SETTINGS_NAMES),
  ...Object.values(FRAMEWORK_NAMES),
];

/** Whether a spreadsheet was set up as a manager workbook; reads no cell. */
export function isManagerWorkbook(spreadsheet: Spreadsheet): boolean {
  return (
    spreadsheet.getSheetByName(SETTINGS_TAB) !== null &&
    spreadsheet.getRangeByName(SETTINGS_NAMES.graceMonths) !== null &&
    spreadsheet.getRangeByName(SETTINGS_NAMES.layoutVersion) !== null
  );
}

/**
 * Builds all tabs of a manager workbook; in a spreadsheet that holds anything only after a yes.
 * One that is set up stays as it is, and so does a career sheet.
 */
export function setUpManagerWorkbook(spreadsheet: Spreadsheet): void {
  if (isManagerWorkbook(spreadsheet) || isCareerSheet(spreadsheet)) {
    const ui = SpreadsheetApp.getUi();
    const [title, text] = isManagerWorkbook(spreadsheet)
      ? ['Already set up', 'This spreadsheet is a manager workbook already: nothing was changed.']
      : [
          'This is a career sheet',
          'A career sheet cannot be a manager workbook as well, nothing was changed: make a new spreadsheet for it.',
        ];
    ui.alert(title, text, ui.ButtonSet.OK);
    return;
  }
  const framework = chooseFramework();
  if (!framework) return;
  const isBuilt = buildInto(spreadsheet, {
    what: 'the tabs of a manager workbook',
    tabs: TABS,
    names: NAMES,
    build: () => build(spreadsheet, framework),
  });
  if (!isBuilt) return;
  spreadsheet.toast(
    'Fill Team, one row a person, then choose Roll up in the menu.',
    'The manager workbook is ready',
  );
}

function build(spreadsheet: Spreadsheet, framework: Framework): void {
  const settings = addSettings(spreadsheet, framework, roundNow(spreadsheet));
  addTeam(spreadsheet);
  addPreparation(spreadsheet, framework);
  addRollup(spreadsheet, framework);
  addQueue(spreadsheet);
  addLedger(spreadsheet);
  addRunLog(spreadsheet);
  addFrameworkTabs(spreadsheet, framework);
  addPayColumns(spreadsheet);
  offerChoices(spreadsheet, framework);
  nameSettings(spreadsheet, settings);
  spreadsheet.setActiveSheet(settings);
}

/** What stands in Settings, as it was read. */
export type Settings = NamedCells<SettingsName>;

/**
 * The cells of Settings, in one read. To be called before anything is written: throws a sentence
 * when the spreadsheet is no manager workbook, or has a newer layout than this script knows.
 */
export function readSettings(spreadsheet: Spreadsheet): Settings {
  if (!isManagerWorkbook(spreadsheet)) {
    throw new Error(
      'This spreadsheet is no manager workbook yet: choose Career Sheet Manager > Set up as manager workbook.',
    );
  }
  const settings = NamedCells.read(spreadsheet, SETTINGS_TAB, SETTINGS_NAMES);
  const layout = numberIn(settings.get('layoutVersion')) ?? 0;
  if (layout > LAYOUT_VERSION) {
    throw new Error(
      `This manager workbook has layout ${layout}, but its script knows only layout ${LAYOUT_VERSION}: nothing was written; bring its script up to date.`,
    );
  }
  return settings;
}

/** The framework that levels and progress are computed by. Throws a sentence as `readSettings` does. */
export function readPublishedFramework(
  spreadsheet: Spreadsheet,
  settings = readSettings(spreadsheet),
): Framework {
  const text = (key: SettingsName) => textOf(settings.get(key), spreadsheet);
  return readFramework(spreadsheet, {
    id: text('frameworkId'),
    name: text('frameworkName'),
    version: text('frameworkVersion'),
  });
}
