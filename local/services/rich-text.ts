// Google's RichTextValue and its builder: a cell's text with the links in it.

import type { Execution } from '../run/execution';
import type { Cell } from '../workspace/workbook';
import { Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';
import { openOffers } from './spreadsheet-offers';

interface Link {
  start: number;
  end: number;
  url: string;
}

export class RichTextValue extends Service {
  static override readonly service = 'RichTextValue';
  static override readonly offers = openOffers('hold', [
    'copy',
    'getText',
    'getLinkUrl',
    'getRuns',
    'getStartIndex',
    'getEndIndex',
  ]);

  constructor(
    execution: Execution,
    private readonly text: string,
    readonly links: readonly Link[],
    private readonly start = 0,
  ) {
    super(execution);
  }

  getText(): string {
    return this.text;
  }

  getStartIndex(): number {
    return this.start;
  }

  getEndIndex(): number {
    return this.start + this.text.length;
  }

  /** The link of the text or of a part of it; null without one and with several. */
  getLinkUrl(start: unknown = 0, end: unknown = this.text.length): string | null {
    if (typeof start !== 'number' || typeof end !== 'number') {
      throw signatureError('SpreadsheetApp.RichTextValue.getLinkUrl', [start, end]);
    }
    const urls = new Set(pieces(this.text, this.links, start, end).map(({ url }) => url));
    return urls.size === 1 ? ([...urls][0] ?? null) : null;
  }

  /** The longest pieces of the text that are alike. */
  getRuns(): RichTextValue[] {
    return pieces(this.text, this.links, 0, this.text.length).map(({ start, end, url }) => {
      const links = url === null ? [] : [{ start: 0, end: end - start, url }];
      const text = this.text.slice(start, end);
      return new RichTextValue(this.execution, text, links, this.start + start);
    });
  }

  copy(): RichTextValueBuilder {
    const builder = new RichTextValueBuilder(this.execution).setText(this.text);
    for (const { start, end, url } of this.links) builder.setLinkUrl(start, end, url);
    return builder;
  }
}

export class RichTextValueBuilder extends Service {
  static override readonly service = 'RichTextValueBuilder';
  static override readonly offers = openOffers('hold', ['setText', 'setLinkUrl', 'build']);

  private text = '';
  private links: Link[] = [];

  setText(text: unknown): this {
    if (typeof text !== 'string') {
      throw signatureError('SpreadsheetApp.RichTextValueBuilder.setText', [text]);
    }
    this.text = text;
    this.links = [];
    return this;
  }

  /** `setLinkUrl(url)` for all of the text, `setLinkUrl(start, end, url)` for a part; null takes links away. */
  setLinkUrl(...args: unknown[]): this {
    const [start, end, url] = args.length === 1 ? [0, this.text.length, args[0]] : args;
    const method = 'SpreadsheetApp.RichTextValueBuilder.setLinkUrl';
    if (typeof start !== 'number' || typeof end !== 'number') throw signatureError(method, args);
    if (url !== null && typeof url !== 'string') throw signatureError(method, args);
    if (start < 0 || end > this.text.length || start > end) {
      throw new ServiceError('Invalid argument: startOffset or endOffset');
    }
    const rest = this.links.flatMap((link) => [
      { ...link, end: Math.min(link.end, start) },
      { ...link, start: Math.max(link.start, end) },
    ]);
    if (url !== null) rest.push({ start, end, url });
    this.links = rest
      .filter((link) => link.start < link.end)
      .sort((one, other) => one.start - other.start);
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.execution, this.text, [...this.links]);
  }
}

/** A cell's rich text; null when its value is no text. A file chip carries the file's link. */
export function richTextOf(execution: Execution, cell: Cell | undefined): RichTextValue | null {
  const text = cell?.v ?? '';
  if (typeof text !== 'string') return null;
  return new RichTextValue(execution, text, linksOf(execution, cell, text));
}

function linksOf(execution: Execution, cell: Cell | undefined, text: string): readonly Link[] {
  const { switches } = execution;
  const whole = (url: string) => [{ start: 0, end: text.length, url }];
  if (cell?.chip?.kind === 'file') return whole(cell.chip.target);
  if (cell?.chip && switches.personChipLink === 'mailto')
    return whole(`mailto:${cell.chip.target}`);
  const formula = /^=\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"/i.exec(cell?.f ?? '');
  if (formula && switches.hyperlinkFormulaLink) return whole(formula[1].replace(/""/g, '"'));
  return cell?.links ?? [];
}

/** The text between two positions in pieces that have one link or none. */
function pieces(text: string, links: readonly Link[], from: number, to: number) {
  const ends = [from, to, ...links.flatMap(({ start, end }) => [start, end])]
    .filter((end) => end >= from && end <= to && end <= text.length)
    .sort((a, b) => a - b);
  return [...new Set(ends)].slice(0, -1).map((start, index) => {
    const link = links.find((each) => each.start <= start && start < each.end);
    return { start, end: [...new Set(ends)][index + 1], url: link?.url ?? null };
  });
}
