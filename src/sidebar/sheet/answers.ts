// The answers that people give in the sidebar: shown at once, sent in batches, sent again when a
// call failed, and kept until the sheet has them.

import type { AnswerColumn, AnswerRow, Conflict, Edit } from '../../review/sheet';
import { parseScore } from '../../rules/score';

/** What a cell of Assessment is to hold; scores are text: blank, `0`, `1`, `2` or `n/a`. */
export type Answer = Omit<Edit, 'seen'>;

/** A cell that somebody changed elsewhere while it was being changed here: somebody has to choose. */
export interface Clash extends Conflict {
  mine: string;
  /** What the cell held when the answer was given. */
  seen: string;
}

export interface Surroundings {
  save(edits: Edit[]): Promise<{ conflicts: Conflict[] }>;
  /** Called whenever something that is shown here changed. */
  changed(): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds; the function returned stops that. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Where unsaved answers outlive the page: what earlier pages left there, each once; and this page's. */
  keep: { read(): string[]; write(text: string): void };
}

/** Answers wait until nobody answered for a while, but not for long and not many of them. */
const PAUSE_MS = 1500;
const LONGEST_WAIT_MS = 5000;
const MOST_WAITING = 12;
/** After the first failure, the second and so on. */
const RETRY_MS = [3000, 6000, 15000, 30000];
const UNDO_STEPS = 200;

export class AnswerQueue {
  /** Grows whenever what the sheet holds may have changed by a call from here. */
  version = 0;
  /** Grows with every change of what is shown here. */
  edition = 0;
  clashes: Clash[] = [];
  /** Why the last try to save failed; blank when it did not. */
  problem = '';
  saving = false;
  /** When scores were given here, in milliseconds. */
  readonly scoredAt: number[] = [];

  /** What the sheet held when the page last saw it. */
  private readonly seen = new Map<string, string>();
  /** Sent, and repeated word for word until it is known what became of it. */
  private batch = new Map<string, Edit>();
  private readonly waiting = new Map<string, Edit>();
  private readonly undoable: Answer[][] = [];
  private firstWaits = 0;
  private failures = 0;
  private stop = () => {};
  private running: Promise<boolean> | null = null;

  constructor(private readonly around: Surroundings) {}

  /** How many skills have an answer that the sheet may not hold yet. */
  get unsaved(): number {
    const edits = [...this.batch.values(), ...this.waiting.values(), ...this.clashes];
    return new Set(edits.map(({ skillId }) => skillId)).size;
  }

  private get isIdle(): boolean {
    return this.batch.size === 0 && this.waiting.size === 0;
  }

  get canUndo(): boolean {
    return this.undoable.length > 0;
  }

  /** Learns what the sheet holds; what was left unsaved by an earlier page is taken up the first time. */
  take(rows: readonly AnswerRow[]): void {
    const isFirst = this.seen.size === 0;
    for (const row of rows) {
      for (const column of COLUMNS) {
        const key = keyOf({ skillId: row.id, column });
        if (row.id !== '' && !this.batch.has(key)) this.seen.set(key, textIn(row, column));
      }
    }
    for (const clash of this.clashes) clash.now = this.seen.get(keyOf(clash)) ?? '';
    this.clashes = this.clashes.filter(({ now, mine }) => now !== mine);
    if (isFirst) this.restore();
  }

  /** Gives answers, to be saved soon; one call is one step to take back. */
  put(answers: readonly Answer[]): void {
    const before = answers.map(({ skillId, column }) => ({
      skillId,
      column,
      value: this.valueOf(skillId, column),
    }));
    if (answers.every(({ value }, index) => value.trim() === before[index].value)) return;
    if (!this.continuesTyping(answers)) this.undoable.push(before);
    this.undoable.splice(0, this.undoable.length - UNDO_STEPS);
    if (isScore(answers[0].column)) this.scoredAt.push(this.around.now());
    this.change(answers);
  }

  /** Takes the last step back; returns the skill that it was about, or null when there is none. */
  undo(): string | null {
    const before = this.undoable.pop();
    if (!before) return null;
    this.change(before);
    return before[0].skillId;
  }

  /** The rows as they will be once all is saved. */
  overlay(rows: readonly AnswerRow[]): AnswerRow[] {
    return rows.map((row) => {
      const shown: Record<string, unknown> = { ...row };
      for (const column of COLUMNS) {
        const value = this.valueOf(row.id, column);
        if (value === textIn(row, column)) continue;
        shown[column] = isScore(column) ? (parseScore(value) ?? null) : value;
      }
      return row.id === '' ? row : (shown as unknown as AnswerRow);
    });
  }

  /** Saves all that is unsaved now; false when that failed, or when somebody has to choose first. */
  async flush(): Promise<boolean> {
    while (!this.isIdle) {
      if (!(await this.send())) return false;
    }
    return this.clashes.length === 0;
  }

  /** Ends a clash: with the answer from here, or with what the sheet holds. */
  settle(clash: Clash, withMine: boolean): void {
    this.clashes = this.clashes.filter((one) => one !== clash);
    const { skillId, column, now, mine } = clash;
    this.change([{ skillId, column, value: withMine ? mine : now }]);
  }

  private changed(): void {
    this.edition++;
    this.around.changed();
  }

  private valueOf(skillId: string, column: AnswerColumn): string {
    const key = keyOf({ skillId, column });
    const clash = this.clashes.find((one) => keyOf(one) === key);
    if (clash) return clash.mine;
    return this.waiting.get(key)?.value ?? this.batch.get(key)?.value ?? this.seen.get(key) ?? '';
  }

  private change(answers: readonly Answer[]): void {
    for (const { skillId, column, value } of answers) {
      const key = keyOf({ skillId, column });
      const clash = this.clashes.find((one) => keyOf(one) === key);
      if (clash) {
        clash.mine = value.trim();
        continue;
      }
      const sent = this.batch.get(key)?.value;
      const seen = this.waiting.get(key)?.seen ?? sent ?? this.seen.get(key) ?? '';
      const edit = { skillId, column, seen, value: value.trim() };
      if (this.waiting.size === 0) this.firstWaits = this.around.now();
      if (edit.value === seen) this.waiting.delete(key);
      else this.waiting.set(key, edit);
    }
    this.store();
    this.schedule();
    this.changed();
  }

  /** Somebody who types evidence takes it back as a whole, not letter by letter. */
  private continuesTyping(answers: readonly Answer[]): boolean {
    const last = this.undoable[this.undoable.length - 1];
    return (
      answers.length === 1 &&
      last?.length === 1 &&
      !isScore(answers[0].column) &&
      keyOf(last[0]) === keyOf(answers[0])
    );
  }

  private schedule(): void {
    this.stop();
    if (this.running || this.isIdle) return;
    this.stop = this.around.after(this.delay(), () => void this.send());
  }

  private delay(): number {
    if (this.failures > 0) return RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1];
    if (new Set([...this.waiting.values()].map(({ skillId }) => skillId)).size >= MOST_WAITING) {
      return 0;
    }
    return Math.min(PAUSE_MS, this.firstWaits + LONGEST_WAIT_MS - this.around.now());
  }

  /** One batch; false when it failed. Two calls at once are one. */
  private send(): Promise<boolean> {
    this.stop();
    this.running ??= this.sendBatch().finally(() => {
      this.running = null;
      this.firstWaits = this.around.now();
      this.schedule();
    });
    return this.running;
  }

  private async sendBatch(): Promise<boolean> {
    if (this.batch.size === 0) {
      this.batch = new Map(this.waiting);
      this.waiting.clear();
    }
    this.saving = true;
    this.version++;
    this.changed();
    try {
      const { conflicts } = await this.around.save([...this.batch.values()]);
      this.settled(conflicts);
    } catch (error) {
      this.failures++;
      this.problem = (error as Error).message;
    }
    this.saving = false;
    this.version++;
    this.store();
    this.changed();
    return this.problem === '';
  }

  private settled(conflicts: readonly Conflict[]): void {
    for (const edit of this.batch.values()) {
      const conflict = conflicts.find((one) => keyOf(one) === keyOf(edit));
      this.seen.set(keyOf(edit), conflict ? conflict.now : edit.value);
      if (!conflict) continue;
      const later = this.waiting.get(keyOf(edit));
      this.waiting.delete(keyOf(edit));
      this.clashes.push({ ...conflict, mine: (later ?? edit).value, seen: edit.seen });
    }
    this.batch.clear();
    this.failures = 0;
    this.problem = '';
  }

  private store(): void {
    const undecided = this.clashes.map(({ mine, ...clash }) => ({ ...clash, value: mine }));
    const kept: Kept = {
      batch: [...this.batch.values()],
      waiting: [...this.waiting.values(), ...undecided],
    };
    this.around.keep.write(this.unsaved > 0 ? JSON.stringify(kept) : '');
  }

  private restore(): void {
    for (const text of this.around.keep.read()) {
      const { batch, waiting } = JSON.parse(text) as Kept;
      for (const edit of batch) this.batch.set(keyOf(edit), edit);
      for (const edit of waiting) this.waiting.set(keyOf(edit), edit);
    }
    this.firstWaits = this.around.now();
    this.schedule();
  }
}

interface Kept {
  batch: Edit[];
  waiting: Edit[];
}

const COLUMNS: readonly AnswerColumn[] = [
  'selfScore',
  'evidence',
  'managerScore',
  'agreedScore',
  'managerNote',
];

function isScore(column: AnswerColumn): boolean {
  return column !== 'evidence' && column !== 'managerNote';
}

function textIn(row: AnswerRow, column: AnswerColumn): string {
  return String(row[column] ?? '');
}

function keyOf({ skillId, column }: Pick<Edit, 'skillId' | 'column'>): string {
  return `${column} ${skillId}`;
}
