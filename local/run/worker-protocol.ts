// What the main thread and the thread of a script say to each other.

import type { MessagePort } from 'node:worker_threads';
import type { Start } from './realm';

/** What the main thread gives a new thread. */
export interface ThreadData {
  /** Calls go out, long answers come in. */
  calls: MessagePort;
  /** One Int32: how many calls were made. */
  made: SharedArrayBuffer;
  /** One Int32: 0 while an answer is awaited, then how many bytes of `text` it is, or `SENT`. */
  signal: SharedArrayBuffer;
  /** An answer in UTF-8: read and written here, it costs a third of what it does through a port. */
  text: SharedArrayBuffer;
  /** One Float64: the host's time, in milliseconds, where a run has not the machine's. */
  clock: SharedArrayBuffer;
  /** `Tables` as JSON. */
  tables: string;
}

/** A service call: which object, its method, and its arguments as JSON. */
export type CallMessage = [handle: number, method: string, args: string];

export interface Job extends Start {
  /** Whether the clock shows the host's time during the run, or the machine's. */
  hostTime: boolean;
  /** Names a program that this thread has met, or meets with this job's `files`. */
  program: string;
  files: [name: string, source: string][] | null;
}

/**
 * How often a thread looks for what the other is about to say before it goes to sleep: some 10
 * microseconds, in which most is said, and no sleeping thread could be woken.
 */
export const PATIENCE = 1000;

/** In `signal`: the answer is too long for `text` and came through the port. */
export const SENT = -1;
