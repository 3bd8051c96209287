// Where a cell leads: a link in its text, a chip, a HYPERLINK, or an address as its text.

import type { Cell } from '../workspace/workbook';

/** `file` is the id of a file in the workspace, where the address is that of a spreadsheet. */
export interface Link {
  url: string;
  file?: string;
}

/** Null when the cell leads nowhere that a browser may go. */
export function linkOf({ v, f, links, chip }: Cell): Link | null {
  const text = typeof v === 'string' ? v.trim() : '';
  const formula = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(f ?? '')?.[1].replaceAll('""', '"');
  const url = links?.[0]?.url ?? chipUrl(chip) ?? formula ?? text;
  if (!/^(https?:\/\/|mailto:)\S+$/.test(url)) return null;
  const file = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
  return file ? { url, file } : { url };
}

function chipUrl(chip: Cell['chip']): string | undefined {
  if (chip?.kind === 'person') return `mailto:${chip.target}`;
  return chip?.target;
}
