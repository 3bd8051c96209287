// What is selected in each spreadsheet: by the person in the page, until the run selects something.

import type { Selection } from '../run/page';
import { Service } from './service';

/** One per run, and nothing that a script could call. */
export class Active extends Service {
  static override readonly service = 'Active';
  static override readonly offers = {};

  private readonly chosen = new Map<string, Selection>();

  choose(fileId: string, selection: Selection): void {
    this.chosen.set(fileId, selection);
    if (fileId === this.execution.fileId) this.execution.selection = selection;
  }

  in(fileId: string): Selection | null {
    const ofPage = fileId === this.execution.fileId ? this.execution.selection : null;
    return this.chosen.get(fileId) ?? ofPage;
  }
}
