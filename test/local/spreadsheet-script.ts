// A spreadsheet with a script whose one function each test writes itself, so that
// every call goes through the worker, the gate and the encoding, as in the product.

import type { Host, OpenFile } from '../../local/host';
import type { Page } from '../../local/run/page';
import type { Switches } from '../../local/switches';
import type { SheetData, Workbook } from '../../local/workspace/workbook';
import { ADA, SCOPES, temporaryHost } from './temporary-host';

/** A fresh workspace with one empty file of Ada's; gone after the test. */
export function scripted(switches: Partial<Switches> = {}): Scripted {
  const host = temporaryHost({ switches, now: () => new Date('2026-11-20T12:00:00Z') });
  return new Scripted(host, host.as(ADA).create('Sheet of Ada'));
}

interface RunOptions {
  user?: string;
  scopes?: readonly string[];
  page?: Page;
}

export class Scripted {
  constructor(
    readonly host: Host,
    readonly file: OpenFile,
  ) {}

  /**
   * Runs the body of a function with `ss` and `sheet` at hand and gives what it returns.
   * What it throws comes back as a rejection with Google's sentence.
   */
  async run(body: string, options: RunOptions = {}): Promise<unknown> {
    const { user = ADA, scopes = Object.values(SCOPES), page } = options;
    this.host.store.bindScript(this.file.id, {
      'appsscript.json': JSON.stringify({ oauthScopes: scopes }),
      'Code.js': `function probe() {
        var ss = SpreadsheetApp.getActive();
        var sheet = ss.getSheets()[0];
        ${body}
      }`,
    });
    return this.host.as(user, page).open(this.file.id).call('probe');
  }

  /** The file as it is stored. */
  get workbook(): Workbook {
    return this.file.workbook();
  }

  /** Its first tab. */
  get sheet(): SheetData {
    return this.workbook.sheets[0];
  }

  /** Changes the stored file as the page would. */
  store(change: (sheet: SheetData, workbook: Workbook) => void): void {
    const workbook = this.host.store.find(this.file.id) as Workbook;
    change(workbook.sheets[0], workbook);
  }
}
