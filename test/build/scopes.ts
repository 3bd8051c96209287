// Which OAuth scopes a script needs for what it calls. Apps Script reference, the
// section "Authorization" of each method; methods that are not named here need none.

import type { Node } from 'acorn';
import { nodesOf } from './syntax';

export type Scope =
  | 'drive'
  | 'drive.metadata.readonly'
  | 'script.container.ui'
  | 'script.external_request'
  | 'script.scriptapp'
  | 'spreadsheets'
  | 'spreadsheets.currentonly'
  | 'userinfo.email';

/** By method, wherever it is called: these names are of Google's making. */
const SCOPE_OF_METHOD = new Map<string, Scope>(
  Object.entries({
    // reference/spreadsheet/spreadsheet-app
    'SpreadsheetApp.create': 'spreadsheets',
    openById: 'spreadsheets',
    openByUrl: 'spreadsheets',
    // reference/base/ui
    showModalDialog: 'script.container.ui',
    showModelessDialog: 'script.container.ui',
    showSidebar: 'script.container.ui',
    // reference/base/session
    getActiveUser: 'userinfo.email',
    getEffectiveUser: 'userinfo.email',
    // reference/script/script-app
    deleteTrigger: 'script.scriptapp',
    getProjectTriggers: 'script.scriptapp',
    getUserTriggers: 'script.scriptapp',
    newTrigger: 'script.scriptapp',
  } as const),
);

/** By service, whatever is called on it. */
const SCOPE_OF_SERVICE: Record<string, Scope> = {
  DriveApp: 'drive',
  SpreadsheetApp: 'spreadsheets.currentonly',
  UrlFetchApp: 'script.external_request',
};

/** By the address of a REST API, whichever text of the script it begins. */
const SCOPE_OF_API: Record<string, Scope> = {
  // workspace/drive/api/reference/rest/v3/files/list
  'https://www.googleapis.com/drive/v3/': 'drive.metadata.readonly',
  // workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGet
  'https://sheets.googleapis.com/v4/': 'spreadsheets',
};

/** Services that need no scope, or only by the methods above. */
export const WITHOUT_SCOPE = new Set([
  ...['CacheService', 'Charts', 'HtmlService', 'LockService', 'Logger', 'PropertiesService'],
  ...['ScriptApp', 'Session', 'Utilities', ...Object.keys(SCOPE_OF_SERVICE)],
]);

const SERVICE = /^([A-Z]\w+(App|Service)|Charts|Drive|Logger|Session|Sheets|Utilities)$/;

/** A string, or a piece of a template literal. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return (value as { cooked?: string } | null)?.cooked ?? '';
}

/** `spreadsheets` includes `spreadsheets.currentonly`. */
export function scopesNeeded(tree: Node): { scopes: Set<Scope>; services: Record<string, true> } {
  const scopes = new Set<Scope>();
  const services: Record<string, true> = {};
  const need = (scope: Scope | undefined) => scope && scopes.add(scope);
  for (const { type, name = '', object, property, value } of nodesOf(tree)) {
    if (type === 'Identifier' && SERVICE.test(name)) {
      services[name] = true;
      need(SCOPE_OF_SERVICE[name]);
    }
    for (const [api, scope] of Object.entries(SCOPE_OF_API)) {
      if (textIn(value).startsWith(api)) need(scope);
    }
    if (type === 'MemberExpression' && property?.name) {
      need(SCOPE_OF_METHOD.get(`${object?.name}.${property.name}`));
      need(SCOPE_OF_METHOD.get(property.name));
    }
  }
  if (scopes.has('spreadsheets')) scopes.delete('spreadsheets.currentonly');
  return { scopes, services };
}
