// Class ScriptApp: the script itself, and what its user consented to.

import { oauthToken } from '../rest/token';
import { manifestScopes } from '../run/program';
import { EnumValue, enumeration } from './enumeration';
import { type Offers, type Scope, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';
import { EventType, Trigger, TriggerBuilder, TriggerSource } from './trigger';

export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

const TRIGGERS: readonly Scope[] = ['https://www.googleapis.com/auth/script.scriptapp'];

export class ScriptApp extends Service {
  static override readonly service = 'ScriptApp';
  static override readonly constants = { AuthMode, EventType, TriggerSource };
  static override readonly offers: Offers = {
    deleteTrigger: { kind: 'trigger', scopes: TRIGGERS },
    getOAuthToken: { kind: 'hold' },
    getProjectTriggers: { kind: 'trigger', scopes: TRIGGERS },
    getScriptId: { kind: 'hold' },
    newTrigger: { kind: 'hold', scopes: TRIGGERS },
    requireScopes: { kind: 'hold' },
  };

  /** What is gone already has nothing left to delete. */
  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw signatureError('ScriptApp.deleteTrigger', [trigger]);
    this.execution.shared.workspace.removeTrigger(trigger.stored.id);
  }

  /** For the scopes that the person granted, and the APIs that the manifest enables. */
  getOAuthToken(): string {
    return oauthToken(this.execution);
  }

  /** The user's own; a one-time trigger stays in the list after it ran, unless a switch says otherwise. */
  getProjectTriggers(): Trigger[] {
    const { user, scriptId, shared } = this.execution;
    return shared.workspace
      .triggersOf(user, scriptId)
      .map((stored) => new Trigger(this.execution, stored));
  }

  newTrigger(functionName: unknown): TriggerBuilder {
    if (typeof functionName !== 'string') {
      throw signatureError('ScriptApp.newTrigger', [functionName]);
    }
    return new TriggerBuilder(this.execution, functionName);
  }

  getScriptId(): string {
    return this.execution.scriptId;
  }

  /** Where one of the scopes was not consented to, the run ends and the person is asked. */
  requireScopes(authMode: unknown, oAuthScopes: unknown): void | Promise<void> {
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
    if (missing.length > 0) return this.execution.endForConsent(missing);
  }
}
