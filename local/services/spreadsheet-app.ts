// Google's SpreadsheetApp: getting hold of spreadsheets, and what is active in this run.

import { Active } from './active';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import type { Range } from './range';
import { RichTextValueBuilder } from './rich-text';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { integer, signatureError } from './signature';
import { Spreadsheet } from './spreadsheet';
import {
  BooleanCriteria,
  BorderStyle,
  DataValidationCriteria,
  Dimension,
  GroupControlTogglePosition,
  ProtectionType,
} from './spreadsheet-enums';
import { ALL_SPREADSHEETS, offers, openOffers } from './spreadsheet-offers';
import { pageOf, Ui } from './ui';

export class SpreadsheetApp extends Service {
  static override readonly service = 'SpreadsheetApp';
  static override readonly constants = {
    BooleanCriteria,
    BorderStyle,
    DataValidationCriteria,
    Dimension,
    GroupControlTogglePosition,
    ProtectionType,
  };
  static override readonly offers = {
    ...openOffers('hold', [
      'getActive',
      'getActiveSheet',
      'getActiveSpreadsheet',
      'getUi',
      'newConditionalFormatRule',
      'newDataValidation',
      'newRichTextValue',
    ]),
    ...openOffers('flush', ['flush']),
    ...offers('hold', ['getActiveRange', 'getCurrentCell', 'setActiveSheet', 'setActiveRange']),
    ...offers('open', ['openById', 'openByUrl'], ALL_SPREADSHEETS),
    ...offers('copy', ['create'], ALL_SPREADSHEETS),
  };

  getActive(): Spreadsheet {
    return new Spreadsheet(this.execution, this.execution.fileId);
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.getActive();
  }

  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }

  /** A1 of the active tab until something was made active. */
  getActiveRange(): Range {
    const sheet = this.getActiveSheet();
    const selection = this.execution.service(Active).in(sheet.fileId);
    const a1 = selection?.sheet === sheet.sheetId ? selection.a1 : null;
    return a1 === null ? sheet.getRange(1, 1) : sheet.getRange(a1);
  }

  getCurrentCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  openById(id: unknown): Spreadsheet {
    if (typeof id !== 'string') throw signatureError('SpreadsheetApp.openById', [id]);
    this.execution.store.read(id);
    return new Spreadsheet(this.execution, id);
  }

  openByUrl(url: unknown): Spreadsheet {
    const id = typeof url === 'string' && /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (!id) throw new ServiceError('Invalid argument: url');
    return this.openById(id);
  }

  create(name: unknown, rows?: unknown, columns?: unknown): Spreadsheet {
    if (typeof name !== 'string') throw signatureError('SpreadsheetApp.create', [name]);
    const size = [rows, columns]
      .filter((each) => each !== undefined)
      .map((each) => integer(each, 'SpreadsheetApp.create', [name, rows, columns]));
    const { id } = this.execution.store.create(name, size[0], size[1]);
    return new Spreadsheet(this.execution, id);
  }

  flush(): void {
    this.execution.store.flush();
  }

  getUi(): Ui {
    pageOf(this.execution);
    return this.execution.service(Ui);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution);
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.execution);
  }
}
