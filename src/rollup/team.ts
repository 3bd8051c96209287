// The tab Team read: who is in it, and which spreadsheet each row links to.

import { TEAM } from '../layout/manager-workbook';
import { sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { hyperlinkIn, spreadsheetIdIn } from './link';
import { keysOf, type Member } from './member';

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Every row of Team, from top to bottom: one read, and up to two more where links are not plain text. */
export function readTeam(spreadsheet: Spreadsheet): Member[] {
  const sheet = sheetOf(spreadsheet, TEAM.tab);
  const table = Table.read(sheet, TEAM);
  const column = table.headers.findIndex((header) => sameHeader(header, TEAM.columns.link)) + 1;
  const links = table.rows.map((row) => textOf(row.get('link'), spreadsheet));
  const sheetIds = sheetIdsOf(
    sheet,
    column,
    table.rows.map(({ position }) => position),
    links,
  );
  const people = table.rows.map((row) => {
    const text = (key: keyof typeof TEAM.columns) => textOf(row.get(key), spreadsheet);
    const [name, email] = [text('name'), text('email')];
    return {
      position: row.position,
      name: name || email ? name : `Row ${row.position}`,
      email,
      managerEmail: text('managerEmail'),
      direction: text('direction'),
      currentGrade: text('currentGrade'),
    };
  });
  const keys = keysOf(people);
  return people.map((person, at) => ({
    ...person,
    key: keys[at],
    sheetId: sheetIds[at],
    link: links[at],
  }));
}

/** What each link cell means: a plain address or id, a rich link or a file chip, a formula. */
function sheetIdsOf(
  sheet: Sheet,
  column: number,
  positions: readonly number[],
  links: readonly string[],
): (string | null)[] {
  const ids = links.map(spreadsheetIdIn);
  const areUnclear = () => links.some((link, at) => link !== '' && ids[at] === null);
  if (!areUnclear()) return ids;
  const cells = sheet.getRange(1, column, positions[positions.length - 1], 1);
  const richTexts = cells.getRichTextValues();
  positions.forEach((position, at) => {
    ids[at] = ids[at] ?? firstId(addressesIn(richTexts[position - 1][0]));
  });
  if (!areUnclear()) return ids;
  const formulas = cells.getFormulas();
  positions.forEach((position, at) => {
    ids[at] = ids[at] ?? firstId([hyperlinkIn(formulas[position - 1][0])]);
  });
  return ids;
}

function addressesIn(text: RichText | null): (string | null)[] {
  return text ? [text.getLinkUrl(), ...text.getRuns().map((run) => run.getLinkUrl())] : [];
}

function firstId(addresses: (string | null)[]): string | null {
  for (const address of addresses) {
    const id = address ? spreadsheetIdIn(address) : null;
    if (id !== null) return id;
  }
  return null;
}

const sameHeader = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
