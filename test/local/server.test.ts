// The page's server: for browsers on this machine, and for the page alone.

import http from 'node:http';
import type { Host } from '../../local/host';
import type { WindowEvent } from '../../local/page/messages';
import { type Server, serve } from '../../local/server';
import { ADA, fileWithScript, GRACE, SCOPES, temporaryHost } from './temporary-host';

let host: Host;
let server: Server;

beforeEach(async () => {
  host = temporaryHost();
  server = await serve(host, 0);
});

afterEach(() => server.close());

describe('who may ask', () => {
  test('it listens on 127.0.0.1 alone', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('a foreign host name is refused, so that no site can resolve to this machine', async () => {
    const { status, text } = await request('GET', '/api/people', { Host: 'evil.example' });
    expect(status).toBe(403);
    expect(text).toBe('This server answers to 127.0.0.1 and localhost alone.');
  });

  test.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }],
    ['a link on another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    const { status } = await request('GET', '/api/people', headers);
    expect(status).toBe(403);
  });

  test('a form cannot post, and nothing allows other origins to read', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const { status } = await request('POST', `/api/files?as=${ADA}`, form, 'name=x');
    expect(status).toBe(403);
    const { headers } = await request('GET', '/api/people');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a page loads nothing from elsewhere and stands in no other page', async () => {
    const { headers } = await request('GET', '/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('a taken port is said in a sentence', async () => {
    const port = Number(new URL(server.address).port);
    await expect(serve(host, port)).rejects.toThrow(
      `Port ${port} is taken: stop what uses it, or set PORT to another.`,
    );
  });
});

describe('files', () => {
  test('a person sees, creates, copies, renames and shares their own files', async () => {
    const { id } = await ask('POST', '/files', { name: ' Mine ' });
    const { id: copy } = await ask('POST', `/files/${id}/copy`, { name: 'Copy of Mine' });
    await ask('POST', `/files/${copy}/name`, { name: 'Ours' });
    await ask('POST', `/files/${copy}/share`, { email: GRACE, role: 'viewer' });
    const mine = await ask('GET', '/files');
    expect(
      mine.files.map(({ name, role }: { name: string; role: string }) => [name, role]),
    ).toEqual(
      expect.arrayContaining([
        ['Mine', 'owner'],
        ['Ours', 'owner'],
      ]),
    );
    const theirs = await ask('GET', '/files', undefined, GRACE);
    expect(theirs.files).toMatchObject([{ name: 'Ours', role: 'viewer', owner: ADA }]);
  });

  test('a file of others is closed to a person, in Google’s words', async () => {
    const { id } = host.as(ADA).create('Secret');
    expect(await ask('GET', `/files/${id}`, undefined, GRACE)).toEqual({
      error: {
        name: expect.any(String),
        message: 'You do not have permission to access the requested document.',
      },
    });
  });

  test('the page gets the script’s code, and none of its properties and other files', async () => {
    const file = fileWithScript(host, 'function f() {}', { html: { 'a.html': 'A' } });
    const { workbook } = await ask('GET', `/files/${file.id}`);
    expect(workbook.script.files).toEqual({ 'Code.js': 'function f() {}' });
    expect(workbook.documentProperties).toEqual({});
  });

  test('a viewer saves nothing', async () => {
    const file = host.as(ADA).create('Read me');
    file.share(GRACE, 'viewer');
    const { workbook, revision } = await ask('GET', `/files/${file.id}`, undefined, GRACE);
    const save = { base: revision, sheets: workbook.sheets, namedRanges: {} };
    const answer = await ask('PUT', `/files/${file.id}`, save, GRACE);
    expect(answer.error.message).toBe('You do not have permission to perform that action.');
  });

  test('somebody new is added by e-mail address, and a wrong one is refused with a sentence', async () => {
    await ask('POST', '/people', { email: ' Lin@Example.com', name: 'Lin' });
    expect(await ask('GET', '/people')).toContainEqual({ email: 'lin@example.com', name: 'Lin' });
    const answer = await ask('POST', '/people', { email: 'lin', name: '' });
    expect(answer.error.message).toBe(
      '"lin" is no e-mail address: write one such as ada@example.com.',
    );
  });
});

describe('scripts in a window', () => {
  const CODE = `
    function onOpen() {
      SpreadsheetApp.getUi().createMenu('Tools').addItem('Ask', 'askBack').addToUi();
    }
    function askBack() {
      const ui = SpreadsheetApp.getUi();
      const reply = ui.prompt('Name', 'Who?', ui.ButtonSet.OK_CANCEL);
      SpreadsheetApp.getActive().toast(reply.getSelectedButton() + ' ' + reply.getResponseText(), 'Told', 3);
    }
    function double(x) { return x * 2; }
    function fails() { throw new RangeError('Row 3 is too far down.'); }
    function show() {
      const html = '<!DOCTYPE html><html><head><title>t</title></head><body>hello</body></html>';
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle('Side'));
    }`;

  test('a prompt reaches the window that clicked, and its answer the script', async () => {
    const file = fileWithScript(host, CODE);
    const window = await Window.open(file.id);
    const menus = await window.post('menu', {});
    expect(menus).toMatchObject([{ caption: 'Tools', entries: [{ caption: 'Ask' }] }]);
    const click = window.post('click', { path: 'Tools > Ask' });
    const consent = await window.next('question');
    expect(consent.question).toMatchObject({ kind: 'consent', user: ADA, file: 'Sheet of Ada' });
    await window.answer(consent, Object.values(SCOPES));
    const prompt = await window.next('question');
    expect(prompt.question).toMatchObject({ kind: 'prompt', title: 'Name', message: 'Who?' });
    await window.answer(prompt, { button: 'OK', text: 'Ada' });
    expect((await window.next('toast')).toast).toEqual({
      title: 'Told',
      message: 'OK Ada',
      seconds: 3,
    });
    expect(await click).toEqual({});
    window.close();
  });

  test('calls bring values back, and errors with their names', async () => {
    const file = fileWithScript(host, CODE);
    const script = host.store.find(file.id)?.script?.id as string;
    host.store.consent(ADA, script, Object.values(SCOPES));
    const window = await Window.open(file.id);
    expect(await window.post('call', { function: 'double', args: [21] })).toEqual({ value: 42 });
    expect(await window.post('call', { function: 'fails', args: [] })).toEqual({
      error: { name: 'RangeError', message: 'Row 3 is too far down.' },
    });
    window.close();
  });

  test('a sidebar is a document of its own origin, with google.script and without network', async () => {
    const file = fileWithScript(host, CODE);
    const script = host.store.find(file.id)?.script?.id as string;
    host.store.consent(ADA, script, Object.values(SCOPES));
    const window = await Window.open(file.id);
    await window.post('call', { function: 'show', args: [] });
    const { frame } = await window.next('sidebar');
    expect(frame.title).toBe('Side');
    const { text, headers } = await request('GET', frame.address);
    expect(text).toMatch(/^<!DOCTYPE html><html><head><script>.*google.*<\/script><title>t/s);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    window.close();
  });

  test('every change of a file is told to every window', async () => {
    const file = host.as(ADA).create('Shared');
    const window = await Window.open(file.id);
    file.type('Sheet1', 'A1', 'news');
    expect(await window.next('changed')).toMatchObject({ file: file.id });
    window.close();
  });
});

interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = http.request(server.address + path, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function ask(method: string, path: string, body?: unknown, as = ADA) {
  const headers = { 'Content-Type': 'application/json' };
  const text = body === undefined ? '' : JSON.stringify(body);
  const answer = await request(method, `/api${path}?as=${encodeURIComponent(as)}`, headers, text);
  return JSON.parse(answer.text);
}

type EventOf<Kind extends WindowEvent['kind']> = Extract<WindowEvent, { kind: Kind }>;

/** A browser window, as the server sees it. */
class Window {
  private readonly events: WindowEvent[] = [];
  private waiting: (() => void) | null = null;
  private stream: http.ClientRequest | null = null;
  private readonly id = `window-${Math.random()}`;

  static async open(file: string): Promise<Window> {
    const window = new Window(file);
    await window.connect();
    return window;
  }

  private constructor(private readonly file: string) {}

  post(action: string, body: object) {
    return ask('POST', `/windows/${this.id}/${action}`, { file: this.file, ...body });
  }

  answer({ question }: EventOf<'question'>, answer: unknown) {
    return ask('POST', `/windows/${this.id}/answers/${question.id}`, { answer });
  }

  /** The next event of a kind; others are skipped. */
  async next<Kind extends WindowEvent['kind']>(kind: Kind): Promise<EventOf<Kind>> {
    for (;;) {
      const event = this.events.shift();
      if (event?.kind === kind) return event as EventOf<Kind>;
      if (!event) {
        await new Promise<void>((resolve) => {
          this.waiting = resolve;
        });
      }
    }
  }

  close(): void {
    this.stream?.destroy();
  }

  private connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const address = `${server.address}/api/windows/${this.id}/events?as=${ADA}`;
      this.stream = http.get(address, (response) => {
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          for (const [, data] of part.matchAll(/^data: (.*)$/gm))
            this.events.push(JSON.parse(data));
          this.waiting?.();
          resolve();
        });
        response.on('error', () => {});
      });
      this.stream.on('error', reject);
    });
  }
}
