// Google's NamedRange: a range under a name of the spreadsheet.

import type { Execution } from '../run/execution';
import { formatReference } from '../workspace/a1';
import { renameNamedRange } from '../workspace/structure';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import { isA, signatureError } from './signature';
import type { Spreadsheet } from './spreadsheet';
import { offers } from './spreadsheet-offers';

export class NamedRange extends Service {
  static override readonly service = 'NamedRange';
  static override readonly offers = {
    ...offers('hold', ['getName', 'getRange']),
    ...offers('write', ['setName', 'setRange', 'remove']),
  };

  constructor(
    execution: Execution,
    private readonly spreadsheet: Spreadsheet,
    private name: string,
  ) {
    super(execution);
  }

  getName(): string {
    return this.name;
  }

  getRange(): Range {
    const range = this.spreadsheet.getRangeByName(this.name);
    if (!range) throw new ServiceError('Range not found');
    return range;
  }

  setName(name: unknown): this {
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.NamedRange.setName', [name]);
    refuseBadName(name);
    renameNamedRange(this.execution.store.edit(this.spreadsheet.fileId), this.name, name);
    this.name = name;
    return this;
  }

  setRange(range: unknown): this {
    if (!isA<Range>(range, 'Range'))
      throw signatureError('SpreadsheetApp.NamedRange.setRange', [range]);
    nameRange(this.execution, this.spreadsheet.fileId, this.name, range);
    return this;
  }

  remove(): void {
    delete this.execution.store.edit(this.spreadsheet.fileId).namedRanges[this.name];
  }
}

/** Gives a range of the file a name, which it takes from any other. Throws on a name that Sheets refuses. */
export function nameRange(execution: Execution, fileId: string, name: string, range: Range): void {
  refuseBadName(name);
  const { namedRanges } = execution.store.edit(fileId);
  const known = Object.keys(namedRanges).find((key) => key.toLowerCase() === name.toLowerCase());
  namedRanges[known ?? name] = formatReference(range.sheet.getName(), range.area);
}

function refuseBadName(name: string): void {
  const looksLikeCell = /^([A-Za-z]{1,3}\d+|R\d*C\d*)$/i.test(name);
  const reserved = /^(true|false)$/i.test(name);
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || looksLikeCell || reserved) {
    throw new ServiceError(`The name "${name}" is not valid for a named range.`);
  }
}
