// What a run made active in each spreadsheet; the page's own choice of tab is not known to a run.

import type { Range } from './range';
import { Service } from './service';
import type { Sheet } from './sheet';

/** One per run, and nothing that a script could call. */
export class Active extends Service {
  static override readonly service = 'Active';
  static override readonly offers = {};

  private readonly chosen = new Map<string, { sheet: Sheet; range: Range | null }>();

  choose(sheet: Sheet, range: Range | null): void {
    this.chosen.set(sheet.fileId, { sheet, range });
  }

  sheetIn(fileId: string): Sheet | null {
    return this.chosen.get(fileId)?.sheet ?? null;
  }

  rangeIn(fileId: string): Range | null {
    return this.chosen.get(fileId)?.range ?? null;
  }
}
