// A script that uses the table adapter, run by the tests on the local host.

import { tab } from '../../src/layout/tab';
import { NamedCells } from '../../src/sheets/named-cells';
import { RowTable } from '../../src/sheets/row-table';
import { Table } from '../../src/sheets/table';

const NOTES = tab('Notes', { id: 'Id', text: 'Text', number: 'Number' });

/** Texts written over the column, one a row, then read back. */
export function writeTexts(texts: string[]): unknown[] {
  const spreadsheet = SpreadsheetApp.getActive();
  const table = Table.open(spreadsheet, NOTES);
  texts.forEach((text, index) => {
    table.set(table.rows[index], 'text', text);
  });
  table.write();
  return Table.open(spreadsheet, NOTES).rows.map((row) => row.get('text'));
}

/** Rows appended, then all rows read back. */
export function appendRows(records: { id: string; text: string; number?: number }[]): unknown[] {
  const spreadsheet = SpreadsheetApp.getActive();
  const table = Table.open(spreadsheet, NOTES);
  table.append(records);
  table.write();
  return Table.open(spreadsheet, NOTES).rows.map((row) => [
    row.position,
    row.get('id'),
    row.get('text'),
    row.get('number'),
  ]);
}

/** Sets the numbers of the rows with these ids, `meanwhile` something else happens, then writes. */
export function setNumbers(numbers: Record<string, number | ''>, meanwhile?: [string, unknown]) {
  const spreadsheet = SpreadsheetApp.getActive();
  const table = Table.open(spreadsheet, NOTES);
  for (const row of table.rows) {
    const number = numbers[String(row.get('id'))];
    if (number !== undefined) table.set(row, 'number', number);
  }
  if (meanwhile) spreadsheet.getRange(meanwhile[0]).setValue(meanwhile[1]);
  table.write();
}

/** Deletes rows by their position in the list, while something else happens. */
export function removeRows(indexes: number[], meanwhile?: [string, unknown]): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const table = RowTable.open(spreadsheet, NOTES);
  for (const index of indexes) table.remove(table.rows[index]);
  if (meanwhile) spreadsheet.getRange(meanwhile[0]).setValue(meanwhile[1]);
  table.write();
}

/** Moves a date from one row to another, as a script would that archives it. */
export function copyDate(from: number, to: number): string {
  const spreadsheet = SpreadsheetApp.getActive();
  const table = Table.open(spreadsheet, NOTES);
  const date = table.rows[from].get('text') as Date;
  table.set(table.rows[to], 'text', date);
  table.write();
  return date.toISOString();
}

/** Writes a single named cell, while something else happens. */
export function setNamed(value: string, meanwhile?: [string, unknown]): unknown {
  const spreadsheet = SpreadsheetApp.getActive();
  const cells = NamedCells.read(spreadsheet, 'Notes', { title: 'title' });
  cells.set('title', value);
  if (meanwhile) spreadsheet.getRange(meanwhile[0]).setValue(meanwhile[1]);
  cells.write();
  return NamedCells.read(spreadsheet, 'Notes', { title: 'title' }).get('title');
}

/** An empty tab of notes, with a column that a person added, and a number of rows. */
export function makeNotes(rows: number, textFormat: boolean): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const sheet = spreadsheet.getSheets()[0].setName('Notes');
  sheet.getRange(1, 1, 1, 5).setValues([['Id', 'Mine', 'Text', '', 'Number']]);
  if (textFormat) sheet.getRange('C2:C50').setNumberFormat('@');
  for (let row = 0; row < rows; row += 1) {
    sheet.getRange(row + 2, 1, 1, 2).setValues([[`r${row + 1}`, 'kept']]);
  }
  sheet.getRange('G1').setValue('A title');
  spreadsheet.setNamedRange('title', sheet.getRange('G1'));
}
