// The browser windows that are open: what the server tells each of them, and the
// answers that it waits for.

import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { OpenFile } from './host';
import type { Answer, Question, WindowEvent } from './page/messages';
import type {
  AlertRequest,
  ButtonName,
  ConsentRequest,
  Page,
  PromptReply,
  Selection,
  Shown,
  Toast,
} from './run/page';
import type { Scope } from './services/service';

/** How long a window that lost its connection may take to come back, in milliseconds. */
const GRACE = 10_000;

export class Windows {
  private readonly open = new Map<string, BrowserWindow>();

  /** A window that has said hello; null otherwise. */
  get(id: string): BrowserWindow | null {
    return this.open.get(id) ?? null;
  }

  /** Streams events to a window from now on, with those that it missed. */
  connect(id: string, response: Response): BrowserWindow {
    const known = this.open.get(id);
    const window = known ?? new BrowserWindow(() => this.open.delete(id));
    this.open.set(id, window);
    window.connect(response);
    return window;
  }

  /** The document behind a frame's address; null when it was closed. */
  frame(token: string): string | null {
    for (const window of this.open.values()) {
      const html = window.frame(token);
      if (html !== null) return html;
    }
    return null;
  }

  tellAll(event: WindowEvent): void {
    for (const window of this.open.values()) window.tell(event);
  }

  close(): void {
    for (const window of this.open.values()) window.close();
  }
}

/** A window is the page on which scripts that were started in it show things. */
export class BrowserWindow implements Page {
  /** The file that is open in it. */
  file: OpenFile | null = null;
  private response: Response | null = null;
  private missed: string[] = [];
  private timer: NodeJS.Timeout | null = null;
  private readonly frames = new Map<string, string>();
  private readonly waiting = new Map<string, { answer(answer: Answer): void; closed: Answer }>();

  constructor(private readonly forget: () => void) {}

  connect(response: Response): void {
    this.response?.end();
    if (this.timer) clearTimeout(this.timer);
    this.response = response;
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.flushHeaders();
    response.write(':\n\n');
    for (const text of this.missed.splice(0)) response.write(text);
    response.on('close', () => {
      if (this.response !== response) return;
      this.response = null;
      this.timer = setTimeout(() => this.close(), GRACE);
      this.timer.unref();
    });
  }

  tell(event: WindowEvent): void {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    if (this.response) this.response.write(text);
    else this.missed.push(text);
  }

  /** Whoever still waits for an answer learns that the person turned away. */
  close(): void {
    this.forget();
    this.response?.end();
    for (const { answer, closed } of this.waiting.values()) answer(closed);
  }

  /** False when nobody waits for it any more. */
  answer(id: string, answer: Answer): boolean {
    const waiting = this.waiting.get(id);
    waiting?.answer(answer);
    return Boolean(waiting);
  }

  frame(token: string): string | null {
    return this.frames.get(token) ?? null;
  }

  alert(request: AlertRequest): Promise<ButtonName> {
    return this.ask<ButtonName>({ id: randomUUID(), kind: 'alert', ...request }, 'CLOSE');
  }

  prompt(request: AlertRequest): Promise<PromptReply> {
    const closed: PromptReply = { button: 'CLOSE', text: '' };
    return this.ask<PromptReply>({ id: randomUUID(), kind: 'prompt', ...request }, closed);
  }

  consent(request: ConsentRequest): Promise<Scope[]> {
    return this.ask<Scope[]>({ id: randomUUID(), kind: 'consent', ...request }, []);
  }

  select(selection: Selection): void {
    this.tell({ kind: 'selected', selection });
  }

  toast(toast: Toast): void {
    this.tell({ kind: 'toast', toast });
  }

  sidebar(shown: Shown): void {
    this.tell({ kind: 'sidebar', frame: this.framed(shown) });
  }

  dialog(shown: Shown & { modal: boolean }): void {
    this.tell({ kind: 'dialog', frame: { ...this.framed(shown), modal: shown.modal } });
  }

  private framed({ title, html, width, height }: Shown) {
    const token = randomUUID();
    this.frames.set(token, html);
    for (const old of [...this.frames.keys()].slice(0, -FRAMES)) this.frames.delete(old);
    return { title, width, height, address: `/frame/${token}` };
  }

  private ask<T extends Answer>(question: Question, closed: T): Promise<T> {
    return new Promise((resolve) => {
      this.waiting.set(question.id, {
        closed,
        answer: (answer) => {
          this.waiting.delete(question.id);
          resolve(answer as T);
        },
      });
      this.tell({ kind: 'question', question });
    });
  }
}

/** How many frames of a window can be loaded again. */
const FRAMES = 8;
