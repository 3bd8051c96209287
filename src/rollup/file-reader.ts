// Reading many career sheets and branch files: as many at once as Google allows in a minute, the rest
// one after the other meanwhile, and all of them so where the REST API is refused.

import { type Clock, GOOGLE_CLOCK, type Patience } from '../jobs/retry';
import { getAll, isPassing, isRefused, type RestAnswer } from '../sheets/google-rest';
import { branchIn, branchUrl } from './fetch-branch';
import { readingIn, sheetUrl } from './fetch-sheet';
import type { Reading } from './judge';
import type { Member } from './member';
import type { Branch } from './merge-branch';
import { problems } from './problems';
import { readBranch } from './read-branch';
import { readCareerSheet } from './read-sheet';

/** Google Sheets API, usage limits: read requests a minute per user. */
const READS_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export class FileReader {
  private readonly readings = new Map<string, Reading>();
  private readonly branches = new Map<string, Branch>();
  /** Files that only opening them tells about. */
  private readonly toOpen = new Set<string>();
  /** Sheets that Google does not let this user read, with its reason. */
  private readonly lost = new Map<string, string>();
  private nextFetch = 0;

  constructor(
    private readonly patience: Patience,
    private readonly clock: Clock = GOOGLE_CLOCK,
  ) {}

  /** Reads the first of these sheets ahead, then of the branch files, as far as this minute allows. */
  readAhead(sheetIds: readonly string[], branchIds: readonly string[]): void {
    if (this.clock.now() < this.nextFetch) return;
    const sheets = this.unread(sheetIds);
    const asked = [...sheets, ...this.unread(branchIds)].slice(0, READS_A_MINUTE);
    if (asked.length === 0) return;
    const isSheet = (at: number) => at < sheets.length;
    let answers: RestAnswer[];
    try {
      const urls = asked.map((id, at) => (isSheet(at) ? sheetUrl(id) : branchUrl(id)));
      answers = this.patience.try(() => getAll(urls));
    } catch (_) {
      this.nextFetch = Number.POSITIVE_INFINITY;
      return;
    }
    this.nextFetch = this.clock.now() + MINUTE_MS;
    if (answers.some(isRefused)) this.nextFetch = Number.POSITIVE_INFINITY;
    else {
      answers.forEach((answer, at) => {
        if (isSheet(at)) this.take(asked[at], answer);
        else this.takeBranch(asked[at], answer);
      });
    }
  }

  /** Whether what there is to know of the file is known without opening it. */
  isAtHand(id: string): boolean {
    return this.readings.has(id) || this.lost.has(id) || this.branches.has(id);
  }

  /** Throws the sentence for the row's problem when the sheet cannot be read. */
  read(member: Member, sheetId: string): Reading {
    const reason = this.lost.get(sheetId);
    if (reason !== undefined) throw new Error(problems.noAccess(member, reason));
    return this.readings.get(sheetId) ?? readCareerSheet(member, sheetId, this.patience);
  }

  /** As `readBranch` of read-branch.ts. */
  readBranch(id: string, where: string): Branch {
    return this.branches.get(id) ?? readBranch(id, where, this.patience);
  }

  /** Each once. */
  private unread(ids: readonly string[]): string[] {
    return Array.from(new Set(ids)).filter((id) => !this.isAtHand(id) && !this.toOpen.has(id));
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

  /** Whatever is wrong, only opening the file says it in a sentence. */
  private takeBranch(id: string, answer: RestAnswer): void {
    if (isPassing(answer)) return;
    const branch = answer.status === 200 ? branchIn(id, answer.body) : null;
    if (branch) this.branches.set(id, branch);
    else this.toOpen.add(id);
  }
}
