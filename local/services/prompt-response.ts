// Class PromptResponse: what a person answered in an input dialog.

import type { Execution } from '../run/execution';
import type { EnumValue } from './enumeration';
import { type Offers, Service } from './service';

export class PromptResponse extends Service {
  static override readonly service = 'PromptResponse';
  static override readonly offers: Offers = {
    getResponseText: { kind: 'hold' },
    getSelectedButton: { kind: 'hold' },
  };

  constructor(
    execution: Execution,
    private readonly button: EnumValue,
    private readonly text: string,
  ) {
    super(execution);
  }

  getResponseText(): string {
    return this.text;
  }

  getSelectedButton(): EnumValue {
    return this.button;
  }
}
