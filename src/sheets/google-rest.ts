// Google's REST APIs, asked with the token of whoever runs the script. Slower ways by the script's
// own services do the same where a permission for these is refused.

export interface RestAnswer {
  /** The HTTP status, such as 200. */
  status: number;
  /** Of an error, Google's word for the cause, such as `rateLimitExceeded`; blank otherwise. */
  reason: string;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes, checked where it is read.
  body: any;
}

/** Up to so many are quicker one after the other. */
const FEW = 3;

/** All of them, in their order. Throws where `script.external_request` is refused. */
export function getAll(urls: readonly string[]): RestAnswer[] {
  const how = {
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  };
  const responses =
    urls.length <= FEW
      ? urls.map((url) => UrlFetchApp.fetch(url, how))
      : UrlFetchApp.fetchAll(urls.map((url) => ({ url, ...how })));
  return responses.map((response) => {
    const body = parsed(response.getContentText());
    const { errors, details } = body?.error ?? {};
    return {
      status: response.getResponseCode(),
      reason: errors?.[0]?.reason ?? details?.[0]?.reason ?? '',
      body,
    };
  });
}

/** Whether asking again may help: too many requests, or a fault of Google's. */
export function isPassing({ status, reason }: RestAnswer): boolean {
  return status === 429 || status >= 500 || status === 408 || /ratelimit/i.test(reason);
}

/** Whether the API is refused as a whole: it is switched off, or a consent is missing. */
export function isRefused({ status, reason }: RestAnswer): boolean {
  return status === 401 || (status === 403 && REFUSALS.test(reason));
}

const REFUSALS = /accessNotConfigured|SERVICE_DISABLED|SCOPE_INSUFFICIENT|insufficientPermissions/i;

/** The part of an address behind `?`; a list gives its name several times. */
export function queryOf(parameters: Record<string, string | readonly string[]>): string {
  return Object.keys(parameters)
    .flatMap((name) => {
      const value = parameters[name];
      const values = typeof value === 'string' ? [value] : value;
      return values.map((each) => `${name}=${encodeURIComponent(each)}`);
    })
    .join('&');
}

/** A proxy's page instead of Google's answer is as good as none. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch (_) {
    return null;
  }
}
