// Google's RangeList: the same change to several ranges of a tab in one call.

import type { Execution } from '../run/execution';
import type { Range } from './range';
import { Service } from './service';
import { offers } from './spreadsheet-offers';

/** Methods that do to each range what Range's method of the same name does. */
const EACH = [
  'clearContent',
  'clearFormat',
  'clearNote',
  'clearDataValidations',
  'setValue',
  'setFormula',
  'setNumberFormat',
  'setBackground',
  'setFontColor',
  'setFontWeight',
  'setFontStyle',
  'setFontSize',
  'setHorizontalAlignment',
  'setVerticalAlignment',
  'setWrap',
  'setNote',
  'setBorder',
] as const;

export class RangeList extends Service {
  static override readonly service = 'RangeList';
  static override readonly offers = {
    ...offers('hold', ['getRanges']),
    ...offers('write', EACH),
  };

  constructor(
    execution: Execution,
    private readonly ranges: readonly Range[],
  ) {
    super(execution);
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }
}

for (const method of EACH) {
  Object.defineProperty(RangeList.prototype, method, {
    value(this: RangeList, ...args: unknown[]) {
      for (const range of this.getRanges()) {
        (range[method] as (...args: unknown[]) => unknown).apply(range, args);
      }
      return this;
    },
  });
}
