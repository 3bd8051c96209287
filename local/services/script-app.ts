// Class ScriptApp: the script itself, and what its user consented to.

import { manifestScopes } from '../run/program';
import { EnumValue, enumeration } from './enumeration';
import { type Offers, type Scope, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

export class ScriptApp extends Service {
  static override readonly service = 'ScriptApp';
  static override readonly constants = { AuthMode };
  static override readonly offers: Offers = {
    getScriptId: { kind: 'hold' },
    requireScopes: { kind: 'hold' },
  };

  getScriptId(): string {
    return this.execution.scriptId;
  }

  /** Where one of the scopes was not consented to, the run ends and the person is asked. */
  async requireScopes(authMode: unknown, oAuthScopes: unknown): Promise<void> {
    if (!(authMode instanceof EnumValue) || !Array.isArray(oAuthScopes)) {
      throw signatureError('ScriptApp.requireScopes', [authMode, oAuthScopes]);
    }
    const asked = manifestScopes(this.execution.files);
    for (const scope of oAuthScopes as Scope[]) {
      if (!asked.includes(scope)) {
        throw new ServiceError(`The script does not ask for the scope ${scope}.`);
      }
    }
    const missing = oAuthScopes.filter((scope) => !this.execution.scopes.has(scope));
    if (missing.length > 0) await this.execution.endForConsent(missing);
  }
}
