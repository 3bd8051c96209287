// Google's Filter: the basic filter of a tab.

import type { Execution } from '../run/execution';
import { parseArea } from '../workspace/a1';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { integer } from './signature';
import { sortArea } from './sort';
import { offers } from './spreadsheet-offers';

export class Filter extends Service {
  static override readonly service = 'Filter';
  static override readonly offers = {
    ...offers('read', ['getRange']),
    ...offers('write', ['remove', 'sort']),
  };

  constructor(
    execution: Execution,
    private readonly sheet: Sheet,
  ) {
    super(execution);
  }

  getRange(): Range {
    const area = parseArea(this.sheet.inspect().data.filter ?? '');
    if (!area) throw new ServiceError('The filter was removed.');
    return this.sheet.rangeOf(area);
  }

  /** Sorts the rows under the header; the column counts from the tab's first. */
  sort(column: unknown, ascending: unknown): this {
    const by = integer(column, 'SpreadsheetApp.Filter.sort', [column, ascending]);
    const box = this.getRange().box();
    const area = { ...box, row: box.row + 1, rows: box.rows - 1 };
    if (area.rows < 1) return this;
    sortArea(this.sheet.change(area).data, area, [{ column: by, ascending: ascending === true }]);
    return this;
  }

  remove(): void {
    const { data } = this.sheet.change();
    data.filter = null;
    delete data.filterCriteria;
  }
}
