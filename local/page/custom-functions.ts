// The custom functions of a workbook's script: found by their documentation in
// the built text, run where no service is within reach.

export interface CustomFunction {
  name: string;
  /** The comment's text without its tags, in one line. */
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
  /** Called as Sheets calls it: a scalar, `""` for a blank cell, or rows of them. */
  call(...values: unknown[]): unknown;
}

const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z]\w*)\s*\(([^)]*)\)/g;

/** What Google answers with a service in a cell; here a cell reaches none at all. */
const SERVICES = [
  'CacheService',
  'Charts',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'HtmlService',
  'Jdbc',
  'LanguageApp',
  'LockService',
  'Logger',
  'MailApp',
  'Maps',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'Sheets',
  'SlidesApp',
  'SpreadsheetApp',
  'UrlFetchApp',
  'Utilities',
];

/** Globals of a browser or of Node that Apps Script lacks. */
const ABSENT = [
  'window',
  'self',
  'globalThis',
  'document',
  'location',
  'navigator',
  'parent',
  'top',
  'frames',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'postMessage',
  'alert',
  'confirm',
  'prompt',
  'process',
  'require',
  'module',
  'exports',
  'Buffer',
];

/**
 * The functions of `Code.js` that carry `@customfunction`.
 * @throws the script's own error when its text does not run at all
 */
export function customFunctions(code: string): CustomFunction[] {
  const found = [...code.matchAll(DOCUMENTED)].filter(([, doc]) => /@customfunction\b/i.test(doc));
  if (found.length === 0) return [];
  const bodies = evaluate(
    code,
    found.map(([, , name]) => name),
  );
  return found.map(([, doc, name]) => ({
    name,
    description: textOf(doc),
    parameters: parametersOf(doc),
    call: bodies[name],
  }));
}

function evaluate(
  code: string,
  names: string[],
): Record<string, (...values: unknown[]) => unknown> {
  const run = new Function(...SERVICES, ...ABSENT, `${code}\n;return { ${names.join(', ')} };`) as (
    ...globals: unknown[]
  ) => Record<string, (...values: unknown[]) => unknown>;
  return run.call({}, ...SERVICES.map(outOfReach), ...ABSENT.map(() => undefined));
}

function outOfReach(service: string): unknown {
  return new Proxy(
    {},
    {
      get() {
        throw new Error(`A custom function cannot reach ${service} here.`);
      },
    },
  );
}

function textOf(doc: string): string {
  return lines(doc)
    .join(' ')
    .split(/(?:^|\s)@/)[0]
    .trim();
}

function parametersOf(doc: string): CustomFunction['parameters'] {
  const tags = lines(doc).join(' ').split(/\s@/);
  return tags.flatMap((tag) => {
    const match = /^param\s+(?:\{[^}]*\}\s*)?(\[?)([A-Za-z_]\w*)[^\s]*\s*(?:-\s*)?(.*)$/.exec(tag);
    return match ? [{ name: match[2], description: match[3], optional: match[1] === '[' }] : [];
  });
}

function lines(doc: string): string[] {
  return doc.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
}
