// Class HtmlOutput: a page to be shown in the sidebar or a dialog.

import type { Execution } from '../run/execution';
import type { Shown } from '../run/page';
import { type Offers, Service } from './service';
import { signatureError } from './signature';

export class HtmlOutput extends Service {
  static override readonly service = 'HtmlOutput';
  static override readonly offers: Offers = {
    getContent: { kind: 'hold' },
    setContent: { kind: 'hold' },
    getTitle: { kind: 'hold' },
    setTitle: { kind: 'hold' },
    getWidth: { kind: 'hold' },
    setWidth: { kind: 'hold' },
    getHeight: { kind: 'hold' },
    setHeight: { kind: 'hold' },
  };

  private title = '';
  private width: number | null = null;
  private height: number | null = null;

  constructor(
    execution: Execution,
    private content: string,
  ) {
    super(execution);
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: unknown): this {
    if (typeof content !== 'string') throw signatureError('HtmlOutput.setContent', [content]);
    this.content = content;
    return this;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: unknown): this {
    if (typeof title !== 'string') throw signatureError('HtmlOutput.setTitle', [title]);
    this.title = title;
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: unknown): this {
    this.width = pixels('HtmlOutput.setWidth', width);
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: unknown): this {
    this.height = pixels('HtmlOutput.setHeight', height);
    return this;
  }

  /** As a page gets it; a dialog's `title` goes before the output's own. */
  shown(title: string | null): Shown {
    const { content: html, width, height } = this;
    return { title: title ?? this.title, html, width, height };
  }
}

/** Null results in the default. */
function pixels(method: string, value: unknown): number | null {
  if (value !== null && typeof value !== 'number') throw signatureError(method, [value]);
  return value;
}
