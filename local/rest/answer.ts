// What Google's REST APIs answer, errors among it.

export interface RestRequest {
  method: string;
  url: URL;
  /** Names in small letters. */
  headers: Record<string, string>;
}

export interface RestAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export function answer(body: unknown, status = 200): RestAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8' },
    text: JSON.stringify(body, null, 2),
  };
}

/** A request that ends in Google's error. */
export class RestError extends Error {
  constructor(
    readonly code: number,
    /** Google's name of the code, such as `NOT_FOUND`. */
    readonly status: string,
    message: string,
    /** One word for the cause, such as `rateLimitExceeded`. */
    readonly reason: string,
  ) {
    super(message);
  }

  answer(): RestAnswer {
    const { code, status, message, reason } = this;
    const errors = [{ message, domain: 'global', reason }];
    return answer({ error: { code, message, errors, status } }, code);
  }
}

/** The answer of an API that is down. */
export function outageAnswer(status: number): RestAnswer {
  const [name, message] = OUTAGES[status];
  return new RestError(status, name, message, 'backendError').answer();
}

const OUTAGES: Record<number, [status: string, message: string]> = {
  429: ['RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'],
  500: ['INTERNAL', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'The service is currently unavailable.'],
};

export function badRequest(message: string): RestError {
  return new RestError(400, 'INVALID_ARGUMENT', message, 'badRequest');
}
