// Google's Protection, of a whole tab.

import type { Execution } from '../run/execution';
import { formatArea, parseArea } from '../workspace/a1';
import { mayEdit } from '../workspace/editable';
import type { Protection as ProtectionData } from '../workspace/workbook';
import type { EnumValue } from './enumeration';
import { emailOf, FileUser } from './file-user';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { isA, signatureError } from './signature';
import { ProtectionType } from './spreadsheet-enums';
import { offers } from './spreadsheet-offers';

export class Protection extends Service {
  static override readonly service = 'Protection';
  static override readonly offers = {
    ...offers('read', [
      'canEdit',
      'getDescription',
      'getEditors',
      'getProtectionType',
      'getRange',
      'getUnprotectedRanges',
      'isWarningOnly',
    ]),
    ...offers('write', [
      'addEditor',
      'addEditors',
      'remove',
      'removeEditor',
      'removeEditors',
      'setDescription',
      'setUnprotectedRanges',
      'setWarningOnly',
    ]),
  };

  constructor(
    execution: Execution,
    private readonly sheet: Sheet,
  ) {
    super(execution);
  }

  getProtectionType(): EnumValue {
    return ProtectionType.SHEET;
  }

  getRange(): Range {
    return this.sheet.whole();
  }

  getDescription(): string {
    return this.read().description;
  }

  setDescription(description: unknown): this {
    this.change().description = String(description);
    return this;
  }

  isWarningOnly(): boolean {
    return this.read().warningOnly;
  }

  setWarningOnly(warningOnly: unknown): this {
    if (typeof warningOnly !== 'boolean') {
      throw signatureError('SpreadsheetApp.Protection.setWarningOnly', [warningOnly]);
    }
    this.change().warningOnly = warningOnly;
    return this;
  }

  getUnprotectedRanges(): Range[] {
    return this.read().unprotected.map((text) => {
      const area = parseArea(text);
      if (!area) throw new Error(`no range: ${text}`);
      return this.sheet.rangeOf(area);
    });
  }

  setUnprotectedRanges(ranges: unknown): this {
    if (!Array.isArray(ranges) || !ranges.every((range) => isA<Range>(range, 'Range'))) {
      throw signatureError('SpreadsheetApp.Protection.setUnprotectedRanges', [ranges]);
    }
    if (!ranges.every((range) => range.sheet.is(this.sheet))) {
      throw new ServiceError('All unprotected ranges must be on the protected sheet.');
    }
    this.change().unprotected = ranges.map((range) => formatArea(range.area));
    return this;
  }

  canEdit(): boolean {
    if (this.execution.store.role(this.sheet.fileId) === 'viewer') return false;
    const { workbook, data } = this.sheet.inspect();
    const whole = { row: 1, column: 1, rows: data.rows, columns: data.columns };
    return mayEdit(workbook, data, this.execution.user, whole);
  }

  /** The owner among them; of an untouched protection everybody who may edit the file. */
  getEditors(): FileUser[] {
    return this.editors().map((email) => new FileUser(this.execution, email));
  }

  addEditor(user: unknown): this {
    return this.addEditors([user]);
  }

  addEditors(users: unknown): this {
    if (!Array.isArray(users))
      throw signatureError('SpreadsheetApp.Protection.addEditors', [users]);
    return this.setEditors([...this.editors(), ...users.map(emailOf)]);
  }

  removeEditor(user: unknown): this {
    return this.removeEditors([user]);
  }

  /** Neither the owner nor the one who acts can be removed. */
  removeEditors(users: unknown): this {
    if (!Array.isArray(users)) {
      throw signatureError('SpreadsheetApp.Protection.removeEditors', [users]);
    }
    const gone = users.map(emailOf).filter((email) => email !== this.execution.user);
    return this.setEditors(this.editors().filter((email) => !gone.includes(email)));
  }

  remove(): void {
    this.change();
    this.sheet.change().data.protection = null;
  }

  private editors(): string[] {
    const { workbook } = this.sheet.inspect();
    return [workbook.owner, ...(this.read().editors ?? workbook.editors)];
  }

  private setEditors(emails: readonly string[]): this {
    const { owner } = this.sheet.inspect().workbook;
    this.change().editors = [...new Set(emails)].filter((email) => email !== owner);
    return this;
  }

  private read(): ProtectionData {
    return present(this.sheet.inspect().data.protection);
  }

  private change(): ProtectionData {
    return present(this.sheet.change().data.protection);
  }
}

function present(protection: ProtectionData | null): ProtectionData {
  if (!protection) throw new ServiceError('The protection was removed.');
  return protection;
}
