// Reading many career sheets: as many at once as Google allows in a minute, the rest one after the
// other meanwhile, and all of them so where the REST API is refused.

import { type Clock, GOOGLE_CLOCK, type Patience } from '../jobs/retry';
import { getAll, isPassing, isRefused, type RestAnswer } from '../sheets/google-rest';
import { readingIn, sheetUrl } from './fetch-sheet';
import type { Reading } from './judge';
import type { Member } from './member';
import { problems } from './problems';
import { readCareerSheet } from './read-sheet';

/** Google Sheets API, usage limits: read requests a minute per user. */
const READS_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export class SheetReader {
  private readonly readings = new Map<string, Reading>();
  /** Sheets that only opening them tells about. */
  private readonly toOpen = new Set<string>();
  /** Sheets that Google does not let this user read, with its reason. */
  private readonly lost = new Map<string, string>();
  private nextFetch = 0;

  constructor(
    private readonly patience: Patience,
    private readonly clock: Clock = GOOGLE_CLOCK,
  ) {}

  /** Reads the first of these sheets ahead, as far as this minute allows. */
  readAhead(sheetIds: readonly string[]): void {
    if (this.clock.now() < this.nextFetch) return;
    const asked = sheetIds
      .filter((id, at) => !this.isAtHand(id) && !this.toOpen.has(id) && sheetIds.indexOf(id) === at)
      .slice(0, READS_A_MINUTE);
    if (asked.length === 0) return;
    let answers: RestAnswer[];
    try {
      answers = this.patience.try(() => getAll(asked.map(sheetUrl)));
    } catch (_) {
      this.nextFetch = Number.POSITIVE_INFINITY;
      return;
    }
    this.nextFetch = this.clock.now() + MINUTE_MS;
    if (answers.some(isRefused)) this.nextFetch = Number.POSITIVE_INFINITY;
    else answers.forEach((answer, at) => void this.take(asked[at], answer));
  }

  /** Whether what there is to know of the sheet is known without opening it. */
  isAtHand(sheetId: string): boolean {
    return this.readings.has(sheetId) || this.lost.has(sheetId);
  }

  /** Throws the sentence for the row's problem when the sheet cannot be read. */
  read(member: Member, sheetId: string): Reading {
    const reason = this.lost.get(sheetId);
    if (reason !== undefined) throw new Error(problems.noAccess(member, reason));
    return this.readings.get(sheetId) ?? readCareerSheet(member, sheetId, this.patience);
  }

  /** What may pass is left open: the sheet is asked for again in the next minute, or opened before. */
  private take(sheetId: string, answer: RestAnswer): void {
    if (isPassing(answer)) return;
    const { status, body } = answer;
    const reading = status === 200 ? readingIn(body) : null;
    if (reading) this.readings.set(sheetId, reading);
    else if (status === 403 || status === 404) this.lost.set(sheetId, body?.error?.message ?? '');
    else this.toOpen.add(sheetId);
  }
}
