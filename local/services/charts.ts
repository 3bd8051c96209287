// Google's Charts service, of which scripts in a spreadsheet use the chart types.

import { enumeration } from './enumeration';
import { Service } from './service';

export const ChartType = enumeration('ChartType', [
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
]);

export class Charts extends Service {
  static override readonly service = 'Charts';
  static override readonly offers = {};
  static override readonly constants = { ChartType };
}
