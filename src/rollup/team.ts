// The tab Team read: who is in it, and which spreadsheet each row links to.

import { TEAM } from '../layout/manager-workbook';
import { isSamePerson } from '../review/status';
import { sheetOf, Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { hyperlinkIn, spreadsheetIdIn } from './link';
import { isRepeated, keysOf, type Member } from './member';
import { problems } from './problems';

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Every row of Team, from top to bottom: one read, and up to four more where links are not plain text. */
export function readTeam(spreadsheet: Spreadsheet): Member[] {
  const sheet = sheetOf(spreadsheet, TEAM.tab);
  const table = Table.read(sheet, TEAM);
  const sheets = linksUnder('link', sheet, table, spreadsheet);
  const branches = linksUnder('branch', sheet, table, spreadsheet);
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
      startDate: text('startDate'),
    };
  });
  const keys = keysOf(people);
  return people.map((person, at) => ({
    ...person,
    key: keys[at],
    sheetId: sheets[at].id,
    link: sheets[at].text,
    branchId: branches[at].id,
    branchLink: branches[at].text,
  }));
}

interface Link {
  /** What stands in the cell. */
  text: string;
  /** The spreadsheet that it means; null when it means none. */
  id: string | null;
}

/** The links in a column of Team, one a row. */
function linksUnder(
  key: 'link' | 'branch',
  sheet: Sheet,
  table: Table<keyof typeof TEAM.columns>,
  spreadsheet: Spreadsheet,
): Link[] {
  const texts = table.rows.map((row) => textOf(row.get(key), spreadsheet));
  const positions = table.rows.map(({ position }) => position);
  const ids = sheetIdsOf(sheet, table.columnOf[key], positions, texts);
  return texts.map((text, at) => ({ text, id: ids[at] }));
}

/** The career sheet that a row links to; throws the sentence for a row that links to none of its own. */
export function linkedIdOf(member: Member, team: readonly Member[]): string {
  if (isRepeated(member)) {
    const first = team.find(({ email }) => isSamePerson(email, member.email));
    throw new Error(problems.repeated(member, first as Member));
  }
  if (member.link === '') throw new Error(problems.noLink(member));
  if (member.sheetId === null) throw new Error(problems.notALink(member));
  return member.sheetId;
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
