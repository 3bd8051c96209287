// Google's EmbeddedChart, its builder, and where a chart stands.

import type { Execution } from '../run/execution';
import { formatArea, formatReference, parseReference } from '../workspace/a1';
import type { Chart } from '../workspace/workbook';
import { ChartType } from './charts';
import { EnumValue } from './enumeration';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { integer, isA, signatureError } from './signature';
import { openOffers } from './spreadsheet-offers';

export class EmbeddedChart extends Service {
  static override readonly service = 'EmbeddedChart';
  static override readonly offers = openOffers('hold', [
    'getChartId',
    'getRanges',
    'getNumHeaders',
    'getContainerInfo',
    'modify',
  ]);

  constructor(
    execution: Execution,
    private readonly sheet: Sheet,
    /** A copy: what the tab holds changes by `Sheet.updateChart` only. */
    readonly data: Chart,
  ) {
    super(execution);
  }

  /** Null until it was inserted. */
  getChartId(): number | null {
    return this.data.id === NOT_INSERTED ? null : this.data.id;
  }

  getRanges(): Range[] {
    return rangesOf(this.sheet, this.data);
  }

  getNumHeaders(): number {
    return this.data.headers;
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.execution, this.data);
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.execution, this.sheet, structuredClone(this.data));
  }
}

export class ContainerInfo extends Service {
  static override readonly service = 'ContainerInfo';
  static override readonly offers = openOffers('hold', [
    'getAnchorRow',
    'getAnchorColumn',
    'getOffsetX',
    'getOffsetY',
  ]);

  constructor(
    execution: Execution,
    private readonly data: Chart,
  ) {
    super(execution);
  }

  getAnchorRow(): number {
    return this.data.row;
  }

  getAnchorColumn(): number {
    return this.data.column;
  }

  getOffsetX(): number {
    return this.data.offsetX;
  }

  getOffsetY(): number {
    return this.data.offsetY;
  }
}

export class EmbeddedChartBuilder extends Service {
  static override readonly service = 'EmbeddedChartBuilder';
  static override readonly offers = openOffers('hold', [
    'addRange',
    'removeRange',
    'clearRanges',
    'getRanges',
    'getChartType',
    'setChartType',
    'setNumHeaders',
    'setOption',
    'setPosition',
    'build',
  ]);

  constructor(
    execution: Execution,
    private readonly sheet: Sheet,
    private readonly data: Chart = blankChart(),
  ) {
    super(execution);
  }

  addRange(range: unknown): this {
    const text = this.textOf(range, 'addRange');
    if (!this.data.ranges.includes(text)) this.data.ranges.push(text);
    return this;
  }

  removeRange(range: unknown): this {
    const text = this.textOf(range, 'removeRange');
    this.data.ranges = this.data.ranges.filter((each) => each !== text);
    return this;
  }

  clearRanges(): this {
    this.data.ranges = [];
    return this;
  }

  getRanges(): Range[] {
    return rangesOf(this.sheet, this.data);
  }

  getChartType(): EnumValue {
    return ChartType[this.data.type as keyof typeof ChartType];
  }

  setChartType(type: unknown): this {
    if (!(type instanceof EnumValue) || type.of !== 'ChartType') {
      throw signatureError(`${BUILDER}.setChartType`, [type]);
    }
    this.data.type = type.name;
    return this;
  }

  setNumHeaders(count: unknown): this {
    this.data.headers = integer(count, `${BUILDER}.setNumHeaders`, [count]);
    return this;
  }

  setOption(option: unknown, value: unknown): this {
    if (typeof option !== 'string') throw signatureError(`${BUILDER}.setOption`, [option, value]);
    this.data.options[option] = value;
    return this;
  }

  setPosition(...args: unknown[]): this {
    const [row, column, offsetX, offsetY] = args.map((each) =>
      integer(each, `${BUILDER}.setPosition`, args),
    );
    Object.assign(this.data, { row, column, offsetX, offsetY });
    return this;
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.execution, this.sheet, structuredClone(this.data));
  }

  private textOf(range: unknown, method: string): string {
    if (!isA<Range>(range, 'Range')) throw signatureError(`${BUILDER}.${method}`, [range]);
    if (range.sheet.is(this.sheet)) return formatArea(range.area);
    return formatReference(range.sheet.getName(), range.area);
  }
}

const BUILDER = 'SpreadsheetApp.EmbeddedChartBuilder';
const NOT_INSERTED = 0;

function blankChart(): Chart {
  return {
    id: NOT_INSERTED,
    type: 'COLUMN',
    ranges: [],
    row: 1,
    column: 1,
    offsetX: 0,
    offsetY: 0,
    headers: 0,
    options: {},
  };
}

function rangesOf(sheet: Sheet, { ranges }: Chart): Range[] {
  return ranges.map((text) => {
    const reference = parseReference(text);
    const home = reference?.sheet ? sheet.getParent().getSheetByName(reference.sheet) : sheet;
    if (!reference || !home) throw new ServiceError('Range not found');
    return home.rangeOf(reference.area);
  });
}
