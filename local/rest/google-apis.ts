// The REST APIs of Google that the host answers: which one a request is for, and
// whether its token allows it.

import type { Execution } from '../run/execution';
import type { Faults } from '../run/faults';
import type { Scope } from '../services/service';
import type { Store } from '../workspace/store';
import { type RestAnswer, RestError, type RestRequest } from './answer';
import { listFiles } from './drive-api';
import { batchGetValues, getSpreadsheet } from './sheets-api';
import { type Grant, grantOf } from './token';

/** What a method of an API is asked for. */
export interface ApiCall {
  store: Store;
  /** Whoever the token stands for. */
  user: string;
  /** The parts of the path that the method's pattern leaves open. */
  path: string[];
  query: URLSearchParams;
  /** What goes wrong with Drive's list. */
  faults: Faults | null;
}

/** Throws for an address that is none of the APIs: the host reaches nothing else. */
export function callGoogle(request: RestRequest, execution: Execution): RestAnswer {
  const { method, url, headers } = request;
  const route = ROUTES.find(({ host, path }) => host === url.host && path.test(url.pathname));
  if (method !== 'get' || !route) {
    throw new Error(
      `local host: ${method.toUpperCase()} ${url.host}${url.pathname} is not offered`,
    );
  }
  const [, ...path] = (route.path.exec(url.pathname) as RegExpExecArray).map(decodeURIComponent);
  try {
    const now = execution.now().getTime();
    const { user } = authorized(headers.authorization, route.api, now);
    const { quotas, faults, scriptId } = execution;
    if (route.api === SHEETS) quotas?.spendRead(user, scriptId, now);
    const store = execution.shared.workspace;
    return route.answer({ store, user, path, query: url.searchParams, faults });
  } catch (error) {
    if (error instanceof RestError) return error.answer();
    throw error;
  }
}

interface Api {
  id: string;
  name: string;
  scopes: readonly Scope[];
}

const SHEETS: Api = {
  id: 'sheets',
  name: 'Google Sheets API',
  scopes: [
    'https://www.googleapis.com/auth/drive',
    'https://www.googleapis.com/auth/drive.readonly',
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/spreadsheets',
    'https://www.googleapis.com/auth/spreadsheets.readonly',
  ],
};

const DRIVE: Api = {
  id: 'drive',
  name: 'Google Drive API',
  scopes: [
    'https://www.googleapis.com/auth/drive',
    'https://www.googleapis.com/auth/drive.readonly',
    'https://www.googleapis.com/auth/drive.metadata',
    'https://www.googleapis.com/auth/drive.metadata.readonly',
  ],
};

const ROUTES: readonly {
  host: string;
  path: RegExp;
  api: Api;
  answer(call: ApiCall): RestAnswer;
}[] = [
  {
    host: 'sheets.googleapis.com',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/,
    api: SHEETS,
    answer: batchGetValues,
  },
  {
    host: 'sheets.googleapis.com',
    path: /^\/v4\/spreadsheets\/([^/:]+)$/,
    api: SHEETS,
    answer: getSpreadsheet,
  },
  {
    host: 'www.googleapis.com',
    path: /^\/drive\/v3\/files$/,
    api: DRIVE,
    answer: listFiles,
  },
];

function authorized(authorization: string | undefined, api: Api, now: number): Grant {
  const grant = grantOf(authorization?.replace(/^Bearer /i, '') ?? '');
  if (!grant || grant.until < now) {
    throw new RestError(
      401,
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      'authError',
    );
  }
  if (!grant.apis.includes(api.id)) {
    throw forbidden(
      `${api.name} has not been used in project 0 before or it is disabled.`,
      'accessNotConfigured',
    );
  }
  if (!api.scopes.some((scope) => grant.scopes.includes(scope))) {
    throw forbidden(
      'Request had insufficient authentication scopes.',
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    );
  }
  return grant;
}

function forbidden(message: string, reason: string): RestError {
  return new RestError(403, 'PERMISSION_DENIED', message, reason);
}
