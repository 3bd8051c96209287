// How programs are run: in threads of their own, or on the thread of the host.

import type { Outcome } from './context';
import type { Program } from './program';
import type { Start } from './realm';

/** Answers one service call, as `Call` of context.ts describes. */
export type Answer = (handle: number, method: string, args: string) => string | Promise<string>;

export interface Run {
  outcome: Promise<Outcome>;
  /** Ends the run at once, between two of its calls or within one; `outcome` rejects. */
  kill(): void;
}

export interface Runner {
  /** `now` is the time that the script sees, in milliseconds, where it is not the machine's. */
  run(program: Program, start: Start, answer: Answer, now: (() => number) | null): Run;
  close(): void;
}
