// The access token that a script gets of its user: what it allows stands in it.

import type { Execution } from '../run/execution';
import type { Scope } from '../services/service';

export interface Grant {
  user: string;
  scopes: Scope[];
  /** APIs that the script's manifest enables, such as `sheets`. */
  apis: string[];
  /** Milliseconds since 1970. */
  until: number;
}

export function oauthToken(execution: Execution): string {
  const { dependencies } = JSON.parse(execution.files['appsscript.json'] ?? '{}');
  const enabled: { serviceId: string }[] = dependencies?.enabledAdvancedServices ?? [];
  const grant: Grant = {
    user: execution.user,
    scopes: [...execution.scopes],
    apis: enabled.map(({ serviceId }) => serviceId),
    until: execution.now().getTime() + LIFE_MS,
  };
  return PREFIX + Buffer.from(JSON.stringify(grant)).toString('base64url');
}

/** Null for what is no token. */
export function grantOf(token: string): Grant | null {
  if (!token.startsWith(PREFIX)) return null;
  try {
    return JSON.parse(Buffer.from(token.slice(PREFIX.length), 'base64url').toString());
  } catch {
    return null;
  }
}

const PREFIX = 'ya29.';
const LIFE_MS = 3_600_000;
