// The page's server: files, edits and scripts of the workspace for browsers on
// this machine, and for nobody else.

import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DIST, type Target } from './built-scripts';
import type { Host, OpenFile } from './host';
import type { Answer, Failure, FileList, OpenedFile, Save, Saved } from './page/messages';
import { ServiceError } from './services/service-error';
import { type BrowserWindow, Windows } from './windows';
import type { Workbook } from './workspace/workbook';

export interface Server {
  /** Such as `http://127.0.0.1:8080`. */
  address: string;
  close(): Promise<void>;
}

/**
 * @param port 0 takes a free one
 * @throws one sentence when the port is taken
 */
export async function serve(host: Host, port: number): Promise<Server> {
  const windows = new Windows();
  const application = express();
  application.disable('x-powered-by');
  application.use(onlyThisMachine);
  application.use('/frame', frames(windows));
  application.use('/api', onlyThisPage, express.json({ limit: '100mb' }), api(host, windows));
  application.use(pages());
  application.use(failed);

  const unsubscribe = host.store.subscribe(({ id, revision }) => {
    windows.tellAll({ kind: 'changed', file: id, revision });
  });
  const listening = await new Promise<ReturnType<typeof application.listen>>((resolve, reject) => {
    const server = application.listen(port, '127.0.0.1', (error?: Error) => {
      if (!error) resolve(server);
      else reject(new Error(`Port ${port} is taken: stop what uses it, or set PORT to another.`));
    });
  });
  return {
    address: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    close: async () => {
      unsubscribe();
      windows.close();
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}

/** A foreign name that resolves to this machine would let a foreign site in. */
function onlyThisMachine(request: Request, response: Response, next: NextFunction): void {
  const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
  if (here) next();
  else
    response.status(403).type('text').send('This server answers to 127.0.0.1 and localhost alone.');
}

/** Neither other sites nor the sandboxed frames of scripts may act here. */
function onlyThisPage(request: Request, response: Response, next: NextFunction): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  const own = (!origin || origin === `http://${host}`) && /^(same-origin|none)$/.test(String(site));
  const plain = request.method === 'GET' || request.is('application/json');
  if (own && plain) next();
  else response.status(403).json(failure(new Error('Only the page itself may do this.')));
}

const PAGE = path.join(DIST, 'local', 'page');

const PAGE_POLICY = [
  "default-src 'self'",
  // Custom functions of the open workbook are compiled in the page.
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function pages() {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': PAGE_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  });
  router.get('/', (_request, response) => response.sendFile('files.html', { root: PAGE }));
  router.get('/file/:id', (_request, response) => response.sendFile('file.html', { root: PAGE }));
  router.use('/page', express.static(PAGE, { index: false, setHeaders: revalidated }));
  router.use((_request, response) => {
    response.status(404).type('text').send('There is nothing here. The files are at /.');
  });
  return router;
}

function revalidated(response: Response): void {
  response.set('Cache-Control', 'no-cache');
}

const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-popups allow-modals allow-downloads',
].join('; ');

/** What scripts show: each document an origin of its own, with google.script in it and no network. */
function frames(windows: Windows) {
  const bridge = `<script>${readFileSync(path.join(PAGE, 'frame.js'), 'utf8')}</script>`;
  const router = express.Router();
  router.get('/:token', (request, response) => {
    const html = windows.frame(request.params.token);
    response.set({ 'Content-Security-Policy': FRAME_POLICY, 'Cache-Control': 'no-store' });
    if (html === null) response.status(404).type('text').send('This was closed.');
    else response.type('html').send(withBridge(html, bridge));
  });
  return router;
}

/** Before the document's own scripts, and after what must come first. */
function withBridge(html: string, bridge: string): string {
  const start = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)?.[0] ?? '';
  return `${start}${bridge}${html.slice(start.length)}`;
}

function api(host: Host, windows: Windows) {
  const router = express.Router();

  router.get('/files', (request, response) => {
    const files = host.as(personOf(request)).files();
    response.json({ people: host.store.people(), files } satisfies FileList);
  });

  router.get('/people', (_request, response) => {
    response.json(host.store.people());
  });

  router.post('/people', (request, response) => {
    const email = text(request, 'email').trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
      throw new ServiceError(`"${email}" is no e-mail address: write one such as ada@example.com.`);
    }
    host.store.addPerson({ email, name: text(request, 'name').trim() || email });
    response.json({ email });
  });

  router.post('/files', (request, response) => {
    const target = ['sheet', 'manager'].find((one) => one === request.body.target);
    const name = nameOf(text(request, 'name'));
    const file = host.as(personOf(request)).create(name, target as Target | undefined);
    response.json({ id: file.id });
  });

  router.post('/files/excel', async (request, response) => {
    const name = nameOf(text(request, 'name'));
    const bytes = Buffer.from(text(request, 'content'), 'base64');
    const file = await host.as(personOf(request)).import({ name, bytes });
    response.json({ id: file.id });
  });

  router.get('/files/:id', (request, response) => {
    const { role, id } = host.as(personOf(request)).open(request.params.id);
    const { workbook, revision } = host.store.snapshot(id);
    response.json({ workbook: shown(workbook), revision, role } satisfies OpenedFile);
  });

  router.put('/files/:id', (request, response) => {
    const { base, sheets, namedRanges, moves } = request.body as Save;
    const { id } = request.params;
    const taken = host.store.replaceSheets(
      id,
      base,
      { sheets, namedRanges },
      personOf(request),
      moves,
    );
    const saved: Saved =
      'refused' in taken
        ? taken
        : {
            revision: taken.revision,
            workbook: taken.snapshot && shown(taken.snapshot.workbook),
            overwritten: taken.overwritten,
          };
    response.json(saved);
  });

  router.post('/files/:id/copy', (request, response) => {
    const file = host.as(personOf(request)).open(String(request.params.id));
    response.json({ id: file.copy(nameOf(text(request, 'name'))).id });
  });

  router.post('/files/:id/name', (request, response) => {
    const file = host.as(personOf(request)).open(String(request.params.id));
    file.rename(nameOf(text(request, 'name')));
    response.json({});
  });

  router.post('/files/:id/share', (request, response) => {
    const file = host.as(personOf(request)).open(String(request.params.id));
    const role = request.body.role;
    file.share(text(request, 'email'), role === 'editor' || role === 'viewer' ? role : null);
    response.json({});
  });

  router.get('/windows/:window/events', (request, response) => {
    windows.connect(request.params.window, response);
  });

  router.post('/windows/:window/menu', async (request, response) => {
    const file = opened(host, windows, request);
    response.json(await file.menu());
  });

  router.post('/windows/:window/click', async (request, response) => {
    await opened(host, windows, request).click(text(request, 'path'));
    response.json({});
  });

  router.post('/windows/:window/call', async (request, response) => {
    const args: unknown[] = Array.isArray(request.body.args) ? request.body.args : [];
    const file = opened(host, windows, request);
    response.json({ value: await file.call(text(request, 'function'), ...args) });
  });

  router.post('/windows/:window/answers/:question', (request, response) => {
    const window = windowOf(windows, request);
    window.answer(String(request.params.question), request.body.answer as Answer);
    response.json({});
  });

  return router;
}

/** The file as it is open in the window that asks, for the person who acts there. */
function opened(host: Host, windows: Windows, request: Request): OpenFile {
  const window = windowOf(windows, request);
  const user = personOf(request);
  const id = text(request, 'file');
  if (window.file?.id !== id || window.file.session.user !== user) {
    window.file = host.as(user, window).open(id);
  }
  const { sheet, a1 } = request.body.selection ?? {};
  if (typeof sheet === 'number' && typeof a1 === 'string') window.file.selection = { sheet, a1 };
  return window.file;
}

function windowOf(windows: Windows, request: Request): BrowserWindow {
  const window = windows.get(String(request.params.window));
  if (!window) throw new ServiceError('This window lost its connection: load the page again.');
  return window;
}

/** Whoever the page says: on this machine everybody may act as anybody. */
function personOf(request: Request): string {
  const person = request.query.as;
  if (typeof person === 'string' && person !== '') return person;
  throw new ServiceError('Say who you act as.');
}

function text(request: Request, field: string): string {
  const value = request.body?.[field];
  if (typeof value === 'string') return value;
  throw new ServiceError(`The field "${field}" is missing.`);
}

function nameOf(name: string): string {
  if (name.trim() === '') throw new ServiceError('A file needs a name.');
  return name.trim();
}

/** Without what no page needs: properties, and the script's files beside its code. */
function shown(workbook: Workbook): Workbook {
  const code = workbook.script?.files['Code.js'];
  return {
    ...workbook,
    documentProperties: {},
    script: workbook.script && {
      id: workbook.script.id,
      files: code === undefined ? {} : { 'Code.js': code },
      scriptProperties: {},
    },
  };
}

function failed(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) next(error);
  else response.status(422).json(failure(error as Error));
}

function failure({ name, message }: Error): Failure {
  return { error: { name, message } };
}
