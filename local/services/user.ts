// Class User: a person, by e-mail address.

import type { Execution } from '../run/execution';
import { type Offers, type Scope, Service } from './service';

const EMAIL: Scope = 'https://www.googleapis.com/auth/userinfo.email';

export class User extends Service {
  static override readonly service = 'User';
  static override readonly offers: Offers = { getEmail: { kind: 'hold' } };

  constructor(
    execution: Execution,
    /** The address, where the run may not know it too. */
    readonly email: string,
  ) {
    super(execution);
  }

  /** Blank in cells and simple triggers, and without consent to the e-mail scope. */
  getEmail(): string {
    const { mode, scopes } = this.execution;
    return mode === 'FULL' && scopes.has(EMAIL) ? this.email : '';
  }
}
