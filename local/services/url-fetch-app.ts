// Classes UrlFetchApp and HTTPResponse: requests to Google's REST APIs, which the host
// answers itself. It reaches nothing else.

import { outageAnswer, type RestAnswer, type RestRequest } from '../rest/answer';
import { callGoogle } from '../rest/google-apis';
import type { Execution } from '../run/execution';
import { type Offers, type Scope, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

const EXTERNAL: readonly Scope[] = ['https://www.googleapis.com/auth/script.external_request'];
const URL_LENGTH = 2082;

export class HTTPResponse extends Service {
  static override readonly service = 'HTTPResponse';
  static override readonly offers: Offers = {
    getAllHeaders: { kind: 'hold' },
    getContentText: { kind: 'hold' },
    getHeaders: { kind: 'hold' },
    getResponseCode: { kind: 'hold' },
  };

  constructor(
    execution: Execution,
    private readonly answer: RestAnswer,
  ) {
    super(execution);
  }

  getAllHeaders(): Record<string, string> {
    return { ...this.answer.headers };
  }

  getContentText(): string {
    return this.answer.text;
  }

  getHeaders(): Record<string, string> {
    return { ...this.answer.headers };
  }

  getResponseCode(): number {
    return this.answer.status;
  }
}

export class UrlFetchApp extends Service {
  static override readonly service = 'UrlFetchApp';
  static override readonly offers: Offers = {
    fetch: { kind: 'fetch', scopes: EXTERNAL },
    fetchAll: { kind: 'fetch', scopes: EXTERNAL },
  };

  fetch(url: unknown, params: unknown = {}): HTTPResponse {
    if (typeof url !== 'string' || typeof params !== 'object' || params === null) {
      throw signatureError('UrlFetchApp.fetch', [url, params]);
    }
    return this.responses([{ ...params, url }])[0];
  }

  /** In the order of the requests; throws for the first that fails and is not muted. */
  fetchAll(requests: unknown): HTTPResponse[] {
    if (!Array.isArray(requests)) throw signatureError('UrlFetchApp.fetchAll', [requests]);
    return this.responses(requests.map((one) => (typeof one === 'string' ? { url: one } : one)));
  }

  private responses(requests: readonly Asked[]): HTTPResponse[] {
    const { outage } = this.execution;
    this.execution.outage = null;
    return requests.map((asked, index) => {
      const request = requestOf(asked);
      const answer = outage?.hits(index)
        ? outageAnswer(outage.status)
        : callGoogle(request, this.execution);
      if (answer.status < 400 || asked.muteHttpExceptions === true) {
        return new HTTPResponse(this.execution, answer);
      }
      throw new ServiceError(
        `Request failed for ${request.url.origin} returned code ${answer.status}. Truncated server response: ${answer.text.slice(0, 300)} (use muteHttpExceptions option to examine full response)`,
      );
    });
  }
}

interface Asked {
  url?: unknown;
  method?: unknown;
  headers?: unknown;
  muteHttpExceptions?: unknown;
}

function requestOf({ url, method = 'get', headers = {} }: Asked): RestRequest {
  const text = String(url);
  if (text.length > URL_LENGTH) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  if (!URL.canParse(text)) throw new ServiceError(`Invalid argument: ${text}`);
  const entries = Object.entries(headers as object);
  return {
    method: String(method).toLowerCase(),
    url: new URL(text),
    headers: Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value])),
  };
}
