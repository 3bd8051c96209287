// Google's Spreadsheet: one file.

import type { Execution } from '../run/execution';
import { parseReference } from '../workspace/a1';
import { deleteSheet, insertSheet } from '../workspace/structure';
import type { SheetData } from '../workspace/workbook';
import { Active } from './active';
import type { EnumValue } from './enumeration';
import { emailOf, FileUser } from './file-user';
import { NamedRange, nameRange } from './named-range';
import type { Protection } from './protection';
import { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import { refuseTakenName, Sheet } from './sheet';
import { integer, signatureError } from './signature';
import { offers, openOffers } from './spreadsheet-offers';

export class Spreadsheet extends Service {
  static override readonly service = 'Spreadsheet';
  static override readonly offers = {
    ...openOffers('hold', [
      'getId',
      'getActiveSheet',
      'getSheets',
      'getSheetByName',
      'getSheetById',
      'getNumSheets',
      'getRangeByName',
    ]),
    ...offers('hold', [
      'getUrl',
      'getName',
      'getRange',
      'getNamedRanges',
      'setActiveSheet',
      'getSpreadsheetTimeZone',
      'getSpreadsheetLocale',
    ]),
    ...offers('read', ['getOwner', 'getEditors', 'getViewers', 'getProtections']),
    ...offers('write', [
      'rename',
      'insertSheet',
      'deleteSheet',
      'moveActiveSheet',
      'setNamedRange',
      'removeNamedRange',
      'setSpreadsheetTimeZone',
      'setSpreadsheetLocale',
    ]),
    ...offers('copy', ['copy']),
    ...offers('share', [
      'addEditor',
      'addEditors',
      'addViewer',
      'addViewers',
      'removeEditor',
      'removeViewer',
    ]),
    ...offers('ui', ['toast']),
  };

  constructor(
    execution: Execution,
    readonly fileId: string,
  ) {
    super(execution);
  }

  getId(): string {
    return this.fileId;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.fileId}/edit`;
  }

  getName(): string {
    return this.read().name;
  }

  rename(name: unknown): void {
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.Spreadsheet.rename', [name]);
    this.change().name = name;
  }

  /** Belongs to the one who copies. */
  copy(name: unknown): Spreadsheet {
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.Spreadsheet.copy', [name]);
    return new Spreadsheet(this.execution, this.execution.store.copy(this.fileId, name).id);
  }

  getSheets(): Sheet[] {
    return this.read().sheets.map((sheet) => this.tab(sheet));
  }

  getNumSheets(): number {
    return this.read().sheets.length;
  }

  getSheetByName(name: unknown): Sheet | null {
    const found = this.read().sheets.find((sheet) => sheet.name === name);
    return found ? this.tab(found) : null;
  }

  getSheetById(id: unknown): Sheet | null {
    const found = this.read().sheets.find((sheet) => sheet.id === id);
    return found ? this.tab(found) : null;
  }

  /** The tab that this run or the person made active, or the first that is not hidden. */
  getActiveSheet(): Sheet {
    const { sheets } = this.read();
    const chosen = this.execution.service(Active).in(this.fileId);
    const active = sheets.find(({ id }) => id === chosen?.sheet);
    return this.tab(active ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0]);
  }

  setActiveSheet(sheet: unknown): Sheet {
    if (!(sheet instanceof Sheet)) {
      throw signatureError('SpreadsheetApp.Spreadsheet.setActiveSheet', [sheet]);
    }
    return sheet.activate();
  }

  /** (), (name), (name, index), (index): the new tab stands at the index from 0, or behind the active one. */
  insertSheet(...args: unknown[]): Sheet {
    const [name] = args.filter((arg) => typeof arg === 'string');
    const [index] = args.filter((arg) => typeof arg === 'number');
    if (args.length !== Number(name !== undefined) + Number(index !== undefined)) {
      throw signatureError('SpreadsheetApp.Spreadsheet.insertSheet', args);
    }
    const workbook = this.change();
    const title = name ?? freshName(workbook.sheets);
    refuseTakenName(workbook, title);
    const position = index ?? this.getActiveSheet().getIndex();
    return this.tab(insertSheet(workbook, title, position)).activate();
  }

  deleteSheet(sheet: unknown): void {
    if (!(sheet instanceof Sheet) || sheet.fileId !== this.fileId) {
      throw signatureError('SpreadsheetApp.Spreadsheet.deleteSheet', [sheet]);
    }
    if (this.read().sheets.filter((each) => !each.hidden || each.id === sheet.sheetId).length < 2) {
      throw new ServiceError("You can't remove all the sheets in a document.");
    }
    const { workbook } = sheet.change();
    deleteSheet(workbook, sheet.sheetId);
  }

  /** To a position from 1. */
  moveActiveSheet(position: unknown): void {
    const to = integer(position, 'SpreadsheetApp.Spreadsheet.moveActiveSheet', [position]);
    const { sheets } = this.change();
    if (to < 1 || to > sheets.length) {
      throw new ServiceError('The position is outside the list of sheets.');
    }
    const [moved] = sheets.splice(this.getActiveSheet().getIndex() - 1, 1);
    sheets.splice(to - 1, 0, moved);
  }

  /** By A1 notation, with or without a tab, or by name. */
  getRange(address: unknown): Range {
    if (typeof address !== 'string') {
      throw signatureError('SpreadsheetApp.Spreadsheet.getRange', [address]);
    }
    const named = this.getRangeByName(address);
    if (named) return named;
    const reference = parseReference(address);
    if (!reference) throw new ServiceError('Range not found');
    if (reference.sheet === null) return this.getActiveSheet().rangeOf(reference.area);
    const sheet = this.getSheetByName(reference.sheet);
    if (!sheet) throw new ServiceError('Range not found');
    return sheet.rangeOf(reference.area);
  }

  /** Capitals do not matter; null when there is no such name, or when its cells were deleted. */
  getRangeByName(name: unknown): Range | null {
    const { namedRanges, sheets } = this.read();
    const wanted = String(name).toLowerCase();
    const known = Object.keys(namedRanges).find((key) => key.toLowerCase() === wanted);
    const reference = known === undefined ? null : parseReference(namedRanges[known]);
    const sheet = sheets.find((each) => each.name === reference?.sheet);
    return reference && sheet ? new Range(this.execution, this.tab(sheet), reference.area) : null;
  }

  getNamedRanges(): NamedRange[] {
    const names = Object.keys(this.read().namedRanges);
    return names.map((name) => new NamedRange(this.execution, this, name));
  }

  setNamedRange(name: unknown, range: unknown): void {
    if (typeof name !== 'string' || !(range instanceof Range)) {
      throw signatureError('SpreadsheetApp.Spreadsheet.setNamedRange', [name, range]);
    }
    nameRange(this.execution, this.fileId, name, range);
  }

  removeNamedRange(name: unknown): void {
    const { namedRanges } = this.change();
    const wanted = String(name).toLowerCase();
    const known = Object.keys(namedRanges).find((key) => key.toLowerCase() === wanted);
    if (known === undefined) throw new ServiceError(`The named range "${name}" does not exist.`);
    delete namedRanges[known];
  }

  getProtections(type: EnumValue): Protection[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }

  getSpreadsheetTimeZone(): string {
    return this.read().timeZone;
  }

  setSpreadsheetTimeZone(timeZone: unknown): void {
    try {
      new Intl.DateTimeFormat('en', { timeZone: String(timeZone) });
    } catch {
      throw new ServiceError(`Invalid argument: ${timeZone}`);
    }
    this.change().timeZone = String(timeZone);
  }

  getSpreadsheetLocale(): string {
    return this.read().locale;
  }

  setSpreadsheetLocale(locale: unknown): void {
    if (typeof locale !== 'string' || !/^[a-z]{2}(_[A-Z]{2})?$/.test(locale)) {
      throw new ServiceError(`Invalid argument: ${locale}`);
    }
    this.change().locale = locale;
  }

  getOwner(): FileUser {
    return new FileUser(this.execution, this.read().owner);
  }

  getEditors(): FileUser[] {
    const { owner, editors } = this.read();
    const { rolesIncludeHigher } = this.execution.switches;
    return this.people(rolesIncludeHigher ? [owner, ...editors] : editors);
  }

  getViewers(): FileUser[] {
    const { owner, editors, viewers } = this.read();
    const { rolesIncludeHigher } = this.execution.switches;
    return this.people(rolesIncludeHigher ? [owner, ...editors, ...viewers] : viewers);
  }

  addEditor(user: unknown): this {
    return this.addEditors([user]);
  }

  /** Viewers become editors. */
  addEditors(users: unknown): this {
    if (!Array.isArray(users)) {
      throw signatureError('SpreadsheetApp.Spreadsheet.addEditors', [users]);
    }
    const emails = users.map(emailOf);
    for (const email of emails) this.execution.store.share(this.fileId, email, 'editor');
    return this;
  }

  addViewer(user: unknown): this {
    return this.addViewers([user]);
  }

  /** Editors stay editors. */
  addViewers(users: unknown): this {
    if (!Array.isArray(users)) {
      throw signatureError('SpreadsheetApp.Spreadsheet.addViewers', [users]);
    }
    const emails = users.map(emailOf);
    for (const email of emails) {
      if (this.read().editors.includes(email)) continue;
      this.execution.store.share(this.fileId, email, 'viewer');
    }
    return this;
  }

  /** From the viewers too. */
  removeEditor(user: unknown): this {
    this.execution.store.share(this.fileId, emailOf(user), null);
    return this;
  }

  /** Editors stay editors. */
  removeViewer(user: unknown): this {
    const email = emailOf(user);
    if (!this.read().editors.includes(email)) {
      this.execution.store.share(this.fileId, email, null);
    }
    return this;
  }

  /** Five seconds unless told; until it is closed with a negative number. */
  toast(message: unknown, title: unknown = '', seconds: unknown = null): void {
    this.execution.ui?.toast({
      message: String(message),
      title: String(title ?? ''),
      seconds: typeof seconds === 'number' ? seconds : 5,
    });
  }

  private read() {
    return this.execution.store.read(this.fileId);
  }

  private change() {
    return this.execution.store.edit(this.fileId);
  }

  private tab({ id }: SheetData): Sheet {
    return new Sheet(this.execution, this, id);
  }

  private people(emails: readonly string[]): FileUser[] {
    return emails.map((email) => new FileUser(this.execution, email));
  }
}

function freshName(sheets: readonly SheetData[]): string {
  let number = sheets.length + 1;
  while (sheets.some(({ name }) => name === `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}
