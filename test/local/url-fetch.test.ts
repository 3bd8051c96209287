// UrlFetchApp, the access token, and what Google's REST APIs answer.

import type { Host, OpenFile } from '../../local/host';
import { documented } from './documented';
import { ADA, fileWithScript, GRACE, SCOPES, temporaryHost } from './temporary-host';

const FETCH = 'reference/url-fetch/url-fetch-app';
const RESPONSE = 'reference/url-fetch/http-response';
const SHEETS = 'https://sheets.googleapis.com/v4/spreadsheets';
const FILES = 'https://www.googleapis.com/drive/v3/files';
const NOON = new Date('2026-11-20T12:00:00Z');

const CODE = `
  function request(url, muted, token) {
    var bearer = token === undefined ? ScriptApp.getOAuthToken() : token;
    return { url: url, headers: { Authorization: 'Bearer ' + bearer }, muteHttpExceptions: muted };
  }
  function get(url, token) {
    var asked = request(url, true, token);
    var response = UrlFetchApp.fetch(asked.url, asked);
    return [response.getResponseCode(), JSON.parse(response.getContentText())];
  }
  function getLoudly(url) { return UrlFetchApp.fetch(url, request(url, false)).getResponseCode(); }
  function getAll(urls) {
    return UrlFetchApp.fetchAll(urls.map(function (url) { return request(url, true); }))
      .map(function (response) { return response.getResponseCode(); });
  }
  function headers(url) {
    var response = UrlFetchApp.fetch(url, request(url, true));
    return [response.getAllHeaders(), response.getHeaders()];
  }
  function fill() {
    var ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0];
    sheet.getRange('A1:D3').setValues([['name', 'share', 'when', ''], ['Ada', 0.25, new Date(Date.UTC(2026, 1, 3)), ''],
      ['Bob', true, '=1+1', '']]);
    sheet.getRange('B2').setNumberFormat('0%');
    sheet.getRange('C2').setNumberFormat('yyyy-mm-dd');
    ss.insertSheet('Run log');
    ss.setNamedRange('people', sheet.getRange('A2:A3'));
  }
`;

interface Body {
  valueRanges: { range: string; values?: unknown[][] }[];
  error: { code: number; message: string; status: string };
  files: Record<string, unknown>[];
  nextPageToken?: string;
}

let host: Host;
let file: OpenFile;

beforeEach(() => {
  host = temporaryHost({ now: () => NOON });
  file = fileWithScript(host, CODE);
});

const get = (url: string, by = file) => by.call('get', url) as Promise<[number, Body]>;

/** As `encodeURIComponent` in the script writes it. */
function batchGet(ranges: string[], more = '', id = file.id): string {
  const asked = ranges.map((range) => `ranges=${encodeURIComponent(range)}`).join('&');
  return `${SHEETS}/${id}/values:batchGet?${asked}${more}`;
}

function list(parameters: Record<string, string>): string {
  return `${FILES}?${new URLSearchParams(parameters)}`;
}

async function refused(url: string, code: number, message: RegExp, by = file): Promise<void> {
  const [status, { error }] = await get(url, by);
  expect([status, error.code, error.message]).toEqual([code, code, expect.stringMatching(message)]);
}

documented('UrlFetchApp.fetch: throws for a failure unless told otherwise', FETCH, async () => {
  expect(await file.call('getLoudly', batchGet(['A1']))).toBe(200);
  await expect(file.call('getLoudly', batchGet(['A1'], '', 'missing'))).rejects.toThrow(
    /^Request failed for https:\/\/sheets.googleapis.com returned code 404. Truncated server response: /,
  );
});

documented('UrlFetchApp.fetchAll: the answers in the order of the requests', FETCH, async () => {
  const urls = [batchGet(['A1']), batchGet(['nowhere']), FILES];
  expect(await file.call('getAll', urls)).toEqual([200, 400, 200]);
});

documented('UrlFetchApp.fetch: needs its scope', FETCH, async () => {
  const other = fileWithScript(host, CODE, { scopes: [SCOPES.allFiles] });
  await expect(get(batchGet(['A1']), other)).rejects.toThrow(SCOPES.external);
});

documented('UrlFetchApp.fetch: an address that is too long', 'guides/services/quotas', async () => {
  await expect(get(batchGet(Array(300).fill('A1:B2')))).rejects.toThrow('URL Length');
});

documented('UrlFetchApp.fetch: reaches no other address, and says so', FETCH, async () => {
  await expect(get('https://example.com/')).rejects.toThrow('local host: GET example.com/');
});

documented(
  'HTTPResponse.getResponseCode, getContentText, getAllHeaders, getHeaders: what came back',
  RESPONSE,
  async () => {
    const type = { 'Content-Type': 'application/json; charset=UTF-8' };
    expect(await file.call('headers', batchGet(['A1']))).toEqual([type, type]);
  },
);

documented(
  'ScriptApp.getOAuthToken: for the scopes that the person granted',
  'reference/script/script-app',
  async () => {
    const other = fileWithScript(host, CODE, { scopes: [SCOPES.external] });
    await refused(batchGet(['A1'], '', other.id), 403, /insufficient authentication scopes/, other);
    const disabled = fileWithScript(host, CODE, { apis: ['drive'] });
    await refused(batchGet(['A1']), 403, /Sheets API has not been used/, disabled);
    const [status] = (await file.call('get', FILES, 'made up')) as [number];
    expect(status).toBe(401);
  },
);

describe('values:batchGet (workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGet)', () => {
  beforeEach(() => file.call('fill'));

  test('a range, a name, an open range and a tab, without blanks at the ends', async () => {
    const [, body] = await get(
      batchGet(['Sheet1!A1:D9', 'people', 'A2:A', "'Run log'", 'Run log!B2']),
    );
    expect(body.valueRanges.map(({ range }) => range)).toEqual([
      'Sheet1!A1:D9',
      'Sheet1!A2:A3',
      'Sheet1!A2:A1000',
      "'Run log'!A1:Z1000",
      "'Run log'!B2",
    ]);
    const values = body.valueRanges.map((one) => one.values);
    expect(values[0]).toEqual([
      ['name', 'share', 'when'],
      ['Ada', '25%', '2026-02-03'],
      ['Bob', 'TRUE', 'Loading...'],
    ]);
    expect(values.slice(1)).toEqual([[['Ada'], ['Bob']], [['Ada'], ['Bob']], undefined, undefined]);
  });

  test('values as they are, dates as numbers or as shown, formulas', async () => {
    const row = async (more: string) => {
      const [, body] = await get(batchGet(['B2:C3'], more));
      return body.valueRanges[0].values;
    };
    const raw = '&valueRenderOption=UNFORMATTED_VALUE';
    expect(await row(raw)).toEqual([
      [0.25, 46056],
      [true, 'Loading...'],
    ]);
    expect(await row(`${raw}&dateTimeRenderOption=FORMATTED_STRING`)).toEqual([
      [0.25, '2026-02-03'],
      [true, 'Loading...'],
    ]);
    expect(await row('&valueRenderOption=FORMULA')).toEqual([
      [0.25, 46056],
      [true, '=1+1'],
    ]);
    expect(await row('&majorDimension=COLUMNS')).toEqual([
      ['25%', 'TRUE'],
      ['2026-02-03', 'Loading...'],
    ]);
  });

  test('what cannot be read: unknown ranges, unknown files, files of others', async () => {
    await refused(batchGet(['A1', 'nowhere']), 400, /^Unable to parse range: nowhere$/);
    await refused(batchGet(['A2000']), 400, /exceeds grid limits. Max rows: 1000, max columns: 26/);
    await refused(batchGet(['A1'], '&valueRenderOption=RAW'), 400, /valueRenderOption/);
    await refused(batchGet(['A1'], '', 'missing'), 404, /Requested entity was not found/);
    const others = host.as(GRACE).create('Private');
    await refused(batchGet(['A1'], '', others.id), 403, /caller does not have permission/);
  });
});

test('spreadsheets.get: tabs and names, as the mask picks them (workspace/sheets/api/reference/rest/v4/spreadsheets/get)', async () => {
  await file.call('fill');
  const fields = 'spreadsheetId,sheets.properties(title,index),namedRanges(name,range/endRowIndex)';
  expect(await get(`${SHEETS}/${file.id}?fields=${fields}`)).toEqual([
    200,
    {
      spreadsheetId: file.id,
      sheets: [
        { properties: { title: 'Sheet1', index: 0 } },
        { properties: { title: 'Run log', index: 1 } },
      ],
      namedRanges: [{ name: 'people', range: { endRowIndex: 3 } }],
    },
  ]);
  await refused(`${SHEETS}/${file.id}?fields=sheets(`, 400, /Invalid field mask/);
});

describe('files.list (workspace/drive/api/reference/rest/v3/files/list)', () => {
  let time = NOON;

  beforeEach(() => {
    time = NOON;
    host = temporaryHost({ now: () => time });
    file = fileWithScript(host, CODE);
    for (const name of ['Plan', "Ada's list", 'Planning']) {
      time = new Date(time.getTime() + 60_000);
      host.as(ADA).create(name);
    }
    host.as(GRACE).create('Private');
    host.as(GRACE).create('Shared').share(ADA, 'viewer');
  });

  const names = async (parameters: Record<string, string>) => {
    const [, { files }] = await get(list(parameters));
    return files.map(({ name }) => name).sort();
  };

  test('every file that the person may open', async () => {
    expect(await names({})).toEqual(["Ada's list", 'Plan', 'Planning', 'Shared', 'Sheet of Ada']);
    const [, { files }] = await get(FILES);
    expect(files[0]).toEqual({
      kind: 'drive#file',
      id: file.id,
      name: 'Sheet of Ada',
      mimeType: 'application/vnd.google-apps.spreadsheet',
    });
  });

  test('terms of a search (workspace/drive/api/guides/ref-search-terms)', async () => {
    expect(await names({ q: "name = 'Ada\\'s list'" })).toEqual(["Ada's list"]);
    expect(await names({ q: "name contains 'plan' and trashed = false" })).toEqual([
      'Plan',
      'Planning',
    ]);
    expect(await names({ q: "modifiedTime > '2026-11-20T12:02:00'" })).toEqual([
      'Planning',
      'Shared',
    ]);
    expect(await names({ q: `'${GRACE}' in owners` })).toEqual(['Shared']);
    expect(await names({ q: "mimeType != 'application/vnd.google-apps.spreadsheet'" })).toEqual([]);
    await refused(list({ q: 'name is Plan' }), 400, /Invalid Value/);
    await refused(list({ q: "name = 'Plan' and" }), 400, /Invalid Value/);
  });

  test('in an order, page by page, with the fields that the mask picks', async () => {
    const parameters = {
      orderBy: 'modifiedTime desc,name',
      pageSize: '3',
      fields: 'nextPageToken,files(name,modifiedTime),incompleteSearch',
    };
    const [, first] = await get(list(parameters));
    expect(first).toEqual({
      incompleteSearch: false,
      nextPageToken: expect.any(String),
      files: [
        { name: 'Planning', modifiedTime: '2026-11-20T12:03:00.000Z' },
        { name: 'Shared', modifiedTime: '2026-11-20T12:03:00.000Z' },
        { name: "Ada's list", modifiedTime: '2026-11-20T12:02:00.000Z' },
      ],
    });
    const pageToken = first.nextPageToken as string;
    const [, second] = await get(list({ ...parameters, pageToken }));
    expect(second.files.map(({ name }) => name)).toEqual(['Plan', 'Sheet of Ada']);
    expect(second.nextPageToken).toBeUndefined();
    await refused(list({ ...parameters, orderBy: 'name', pageToken }), 400, /pageToken/);
    await refused(list({ pageSize: '5000' }), 400, /Invalid value '5000'/);
    await refused(list({ orderBy: 'taste' }), 400, /orderBy/);
  });
});
