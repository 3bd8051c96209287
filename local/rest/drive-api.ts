// Google Drive API v3, as far as it is offered: the list of a person's files.

import type { Workbook } from '../workspace/workbook';
import { answer, badRequest, type RestAnswer, RestError } from './answer';
import { masked } from './field-mask';
import type { ApiCall } from './google-apis';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** GET /drive/v3/files */
export function listFiles({ store, user, query, faults }: ApiCall): RestAnswer {
  const size = pageSize(query);
  const matches = matching(query.get('q') ?? '');
  const found = store
    .workbooks()
    .filter(({ id }) => store.roleOf(user, id) !== null && !faults?.unlisted.has(id))
    .map((workbook) => fileOf(workbook, user))
    .filter(matches)
    .sort(order(query.get('orderBy')));
  const start = startOf(query);
  const end = start + size;
  const body = {
    kind: 'drive#fileList',
    incompleteSearch: faults?.listIsIncomplete ?? false,
    files: found.slice(start, end),
    ...(end < found.length && { nextPageToken: tokenOf(query, end) }),
  };
  return answer(masked(body, query.get('fields') ?? DEFAULT_FIELDS));
}

const DEFAULT_FIELDS = 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)';

interface DriveFile {
  kind: string;
  id: string;
  name: string;
  mimeType: string;
  trashed: boolean;
  /** ISO 8601 with milliseconds. */
  createdTime: string;
  modifiedTime: string;
  ownedByMe: boolean;
  owners: { emailAddress: string; me: boolean }[];
}

function fileOf({ id, name, owner, created, modified }: Workbook, user: string): DriveFile {
  return {
    kind: 'drive#file',
    id,
    name,
    mimeType: SPREADSHEET,
    trashed: false,
    createdTime: created,
    modifiedTime: modified,
    ownedByMe: owner === user,
    owners: [{ emailAddress: owner, me: owner === user }],
  };
}

type Test = (file: DriveFile) => boolean;

/** Terms joined by `and`: on name, mimeType, trashed, createdTime, modifiedTime and owners. */
function matching(q: string): Test {
  const tests: Test[] = [];
  let rest = q.trim();
  while (rest !== '') {
    const match = TERM.exec(rest);
    const test = match && termOf(match);
    if (!match || !test) throw invalid('q');
    tests.push(test);
    rest = rest.slice(match[0].length).trim();
    if (rest === '') break;
    if (!/^and\s/.test(rest)) throw invalid('q');
    rest = rest.slice('and'.length).trim();
    if (rest === '') throw invalid('q');
  }
  return (file) => tests.every((test) => test(file));
}

const TERM =
  /^(?:'((?:[^'\\]|\\.)*)'\s+in\s+owners|(\w+)\s*(=|!=|<=|>=|<|>|contains)\s*(?:'((?:[^'\\]|\\.)*)'|(true|false)))(?=\s|$)/;

function termOf([, owner, field, operator, quoted, flag]: RegExpExecArray): Test | null {
  if (owner !== undefined) {
    return ({ owners }) => owners.some(({ emailAddress }) => emailAddress === unescaped(owner));
  }
  if (field === 'trashed' && flag !== undefined && /^!?=$/.test(operator)) {
    return ({ trashed }) => (String(trashed) === flag) === (operator === '=');
  }
  if (quoted === undefined) return null;
  const value = unescaped(quoted);
  if (field === 'name' || field === 'mimeType') {
    if (operator === 'contains') {
      // Of names, words are compared by how they begin.
      const wanted = value.toLowerCase();
      return (file) =>
        ` ${file[field].toLowerCase()}`.includes(field === 'name' ? ` ${wanted}` : wanted);
    }
    return /^!?=$/.test(operator) ? (file) => (file[field] === value) === (operator === '=') : null;
  }
  if (field !== 'createdTime' && field !== 'modifiedTime') return null;
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
  if (Number.isNaN(time)) return null;
  return (file) => {
    const difference = Date.parse(file[field]) - time;
    switch (operator) {
      case '=':
        return difference === 0;
      case '!=':
        return difference !== 0;
      case '<':
        return difference < 0;
      case '<=':
        return difference <= 0;
      case '>':
        return difference > 0;
      default:
        return difference >= 0;
    }
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function order(orderBy: string | null): (a: DriveFile, b: DriveFile) => number {
  const keys = (orderBy ?? '').split(',').filter(Boolean).map(sortKey);
  return (a, b) => {
    for (const { key, sign } of keys) {
      if (a[key] !== b[key]) return a[key] < b[key] ? -sign : sign;
    }
    return 0;
  };
}

function sortKey(text: string) {
  const match = /^(name|createdTime|modifiedTime)( desc)?$/.exec(text.trim());
  if (!match) throw invalid('orderBy');
  return { key: match[1] as 'name' | 'createdTime' | 'modifiedTime', sign: match[2] ? -1 : 1 };
}

function pageSize(query: URLSearchParams): number {
  const text = query.get('pageSize') ?? '100';
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= 1000) return size;
  throw badRequest(`Invalid value '${text}'. Values must be within the range: [1, 1000]`);
}

/** A token stands for the place where it was given, of the same search alone. */
function tokenOf(query: URLSearchParams, place: number): string {
  return Buffer.from(JSON.stringify([query.get('q'), query.get('orderBy'), place])).toString(
    'base64url',
  );
}

function startOf(query: URLSearchParams): number {
  const token = query.get('pageToken');
  if (!token) return 0;
  try {
    const [, , place] = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (tokenOf(query, place) === token) return place;
  } catch {
    // As any other token that was not given out.
  }
  throw invalid('pageToken');
}

function invalid(parameter: string): RestError {
  return new RestError(400, 'INVALID_ARGUMENT', `Invalid Value: ${parameter}`, 'invalid');
}
