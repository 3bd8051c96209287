// Class Session: who runs the script, and by which clock.

import { type Offers, Service } from './service';
import { User } from './user';

export class Session extends Service {
  static override readonly service = 'Session';
  static override readonly offers: Offers = {
    getActiveUser: { kind: 'hold' },
    getEffectiveUser: { kind: 'hold' },
    getScriptTimeZone: { kind: 'hold' },
  };

  getActiveUser(): User {
    return new User(this.execution, this.execution.user);
  }

  /** The same as the active user, but in triggers by the clock. */
  getEffectiveUser(): User {
    return new User(this.execution, this.execution.user);
  }

  getScriptTimeZone(): string {
    return JSON.parse(this.execution.files['appsscript.json'] ?? '{}').timeZone ?? 'Etc/GMT';
  }
}
