// What is proven of every piece of work that takes more than one call: the works themselves, how
// somebody does one again after it went wrong, and what of the company must be the same in the end.

import { Faults, type OpenFile } from '../../local/host';
import { columnName } from '../../local/workspace/a1';
import type { Script, SheetData, Workbook } from '../../local/workspace/workbook';
import type { HandOutView } from '../../src/handout/overview';
import type { FileRequest } from '../../src/handout/request';
import { type Company, EVE, emailOf, GRACE, NEXT_ROUND } from './tiny-company';

export interface Work {
  /** As somebody does it once: what it rejects with is what they are told. */
  once(company: Company): Promise<unknown>;
  /** What comes before it. */
  before?(company: Company): void;
}

const OUTCOME = '11111111-2222-4333-8444-555555555555';

export const WORKS = {
  rollup: { once: ({ workbook }) => workbook.call('runJob', 'rollup') },

  'rollup that opens one sheet after the other': {
    before: refuseRequests,
    once: ({ workbook }) => workbook.call('runJob', 'rollup'),
  },

  'hand-out': { once: (company) => handOut(company, { email: EVE, file: 'sheet' }) },

  'hand-out of a branch file': {
    once: (company) => handOut(company, { email: emailOf('Ada'), file: 'branch' }),
  },

  'opening of a round': {
    before: ({ workbook }) => workbook.type(...workbook.named('round'), NEXT_ROUND),
    once: ({ workbook }) => workbook.call('runJob', 'round'),
  },

  recording: {
    once: (company) =>
      company.sheetOf('Bob', GRACE).call('recordReview', {
        outcomeId: OUTCOME,
        lastOutcomeId: '',
        agrees: true,
        confirmed: { notScored: [], notManager: false, replaces: false },
      }),
  },
} as const satisfies Record<string, Work>;

type WorkName = keyof typeof WORKS;
export const WORK_NAMES = Object.keys(WORKS) as WorkName[];

/** Grace refuses requests to Google's REST APIs. */
function refuseRequests({ host, workbook }: Company): void {
  const { script } = host.store.find(workbook.id) as Workbook;
  const { id } = script as Script;
  const granted = host.store.consentOf(GRACE, id);
  host.store.withdrawConsent(GRACE, id);
  host.store.consent(
    GRACE,
    id,
    granted.filter((scope) => !scope.endsWith('script.external_request')),
  );
}

/** Plans a file that is still to be made, as the sidebar shows it, and makes it. */
async function handOut({ workbook }: Company, { email, file }: FileRequest): Promise<unknown> {
  const { rows } = (await workbook.call('lookAtHandOut')) as HandOutView;
  const row = rows.find((one) => one.email === email);
  const isNeeded = file === 'sheet' ? row?.needsSheet : row?.branch !== 'no';
  await workbook.call('startHandOut', { files: isNeeded ? [{ email, file }] : [], confirmed: [] });
  return workbook.call('runJob', 'hand-out');
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const TRIES = 5;

/** Does it again, with nothing going wrong any more, until it is done; triggers that were left go off as well. */
export async function again(company: Company, work: Work): Promise<void> {
  const { host } = company;
  host.faults = null;
  for (let tries = 1; ; tries += 1) {
    host.clock.advance(2 * MINUTE_MS);
    const result = (await work.once(company)) as { state?: string } | null;
    if ((result?.state ?? 'done') === 'done') break;
    if (tries === TRIES) throw new Error(`It was ${result?.state} ${tries} times.`);
  }
  await host.runDueTriggers(new Date(host.clock.now().getTime() + HOUR_MS));
}

/** Faults that also remember which calls they met. */
export class Noted extends Faults {
  readonly names: string[] = [];

  override meet(...[call, fileId]: Parameters<Faults['meet']>) {
    const before = this.calls;
    const met = super.meet(call, fileId);
    if (this.calls > before) this.names.push(call.name);
    return met;
  }
}

/**
 * All that lies in the company's files, but for times since it began, ids of files made since, the
 * names under which they were made, what seals say, the log of runs, and whether it was this opening
 * of a round or one before that opened a sheet.
 */
export function stateOf({ host, workbook }: Company): Record<string, unknown> {
  const files = host.store.workbooks();
  const made = files.filter(({ created }) => Date.parse(created) >= FORKED);
  const naming = (text: string) =>
    made.reduce((all, { id, name }) => all.replaceAll(id, `<${name}>`), text);
  const state: Record<string, unknown> = { triggers: host.store.triggers().length };
  for (const { id, name, owner, editors, viewers, sheets, documentProperties } of files) {
    const key = naming(`${name} ${id}`);
    if (state[key]) throw new Error(`There are two of ${key}.`);
    const tabs = sheets.filter((tab) => tab.name !== 'Run log');
    state[key] = {
      access: { owner, editors, viewers },
      documentProperties: { ...documentProperties, [SHOWN_BELOW]: undefined },
      tabs: Object.fromEntries(tabs.map((tab) => [tab.name, cellsOf(tab, naming)])),
    };
  }
  state['runs that are logged twice'] = loggedTwice(workbook);
  return state;
}

/** Of tabs that nobody touched, which all forks share, once and for all. */
const known = new WeakMap<SheetData, Record<string, unknown>>();

function cellsOf(tab: SheetData, naming: (text: string) => string): Record<string, unknown> {
  const before = known.get(tab);
  if (before) return before;
  const masked = maskedColumns(tab.cells);
  const cells: Record<string, unknown> = {};
  for (const a1 of Object.keys(tab.cells)) {
    const { v, f, format } = tab.cells[a1];
    if (f !== undefined) cells[a1] = naming(f);
    else if (v !== undefined && v !== '') {
      const isMasked = masked.has(a1.replace(/\d+$/, '')) && !/[A-Z]1$/.test(a1);
      cells[a1] = isMasked ? '<differs>' : maskedTime(v, format, naming);
    }
  }
  known.set(tab, cells);
  return cells;
}

/** A seal as well: of what the queue and the own branch file were written from. */
const SHOWN_BELOW = 'shown below';

/** When the company is forked; everything before is the same in all forks. */
const FORKED = Date.parse('2026-10-06T08:00:00Z');
const FORKED_DAY = FORKED / 86_400_000 + 25_569;
/** The last is what a run found, which one that was cut off has changed. */
const MASKED = ['Seal', 'Made as', 'Round before'];
const MOST_COLUMNS = 40;

function maskedColumns(cells: Record<string, { v?: unknown }>): Set<string> {
  const columns = Array.from({ length: MOST_COLUMNS }, (_, at) => columnName(at + 1));
  return new Set(columns.filter((column) => MASKED.includes(String(cells[`${column}1`]?.v))));
}

function maskedTime(
  value: string | number | boolean,
  format: string | undefined,
  naming: (text: string) => string,
): unknown {
  if (typeof value === 'number' && /[ymdhs]/.test(format ?? '') && value >= FORKED_DAY) {
    return '<time>';
  }
  if (typeof value !== 'string') return value;
  if (value === 'Open already') return 'Opened';
  const isTime = /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value) && Date.parse(value) >= FORKED;
  return isTime ? '<time>' : naming(value);
}

function loggedTwice(workbook: OpenFile): number {
  const starts = (workbook.read('Run log', 'A2:A60') as unknown[][]).flat().filter(String);
  return starts.length - new Set(starts.map(Number)).size;
}
