// What career sheets are handed out from: the template and the round in Settings.

import { SETTINGS_NAMES, SETTINGS_TAB } from '../layout/manager-workbook';
import { spreadsheetIdIn } from '../rollup/link';
import { readSummary } from '../sheets/career-sheet';
import { NamedCells } from '../sheets/named-cells';
import { placeOf } from '../sheets/own-file';
import { textOf } from '../sheets/text';
import { frameworkIn, openTemplate } from '../updates/published';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const { template, round } = SETTINGS_NAMES;

export interface Source {
  template: Spreadsheet;
  round: string;
  /** The names of the template's directions. */
  directions: readonly string[];
}

/** Throws a sentence when Settings names no template, or something that nobody should get a copy of. */
export function openSource(spreadsheet: Spreadsheet): Source {
  const settings = NamedCells.read(spreadsheet, SETTINGS_TAB, { template, round });
  const link = textOf(settings.get('template'), spreadsheet);
  const address = settings.address('template');
  const id = spreadsheetIdIn(link);
  if (id === null) {
    throw new Error(
      link === ''
        ? `${address} is blank: paste the address of the template there, since everyone gets a copy of it.`
        : `${address} is not the address of a spreadsheet: paste the address of the template there.`,
    );
  }
  const file = openTemplate(id, address);
  if (placeOf(file, readSummary(file)) !== 'template') {
    throw new Error(
      `${address} links to the career sheet “${file.getName()}”, whose answers would be copied: paste the address of the template there.`,
    );
  }
  const directions = frameworkIn(file).directions.map(({ name }) => name);
  return { template: file, round: readRound(spreadsheet), directions };
}

/** The round in Settings; throws a sentence when there is none. */
export function readRound(spreadsheet: Spreadsheet): string {
  const settings = NamedCells.read(spreadsheet, SETTINGS_TAB, { round });
  const text = textOf(settings.get('round'), spreadsheet);
  if (text !== '') return text;
  throw new Error(`${settings.address('round')} is blank: type the round there, such as 2026 H2.`);
}
