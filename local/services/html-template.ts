// Class HtmlTemplate: an HTML file as it lies in the script.

import type { Execution } from '../run/execution';
import { type Offers, Service } from './service';

export class HtmlTemplate extends Service {
  static override readonly service = 'HtmlTemplate';
  static override readonly offers: Offers = { getRawContent: { kind: 'hold' } };

  constructor(
    execution: Execution,
    private readonly content: string,
  ) {
    super(execution);
  }

  getRawContent(): string {
    return this.content;
  }
}
