// The threads that run scripts. A thread is kept for the next run, of whichever host; as many as are
// needed run at once, since a run may wait for a person or for a lock.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { Outcome } from './context';
import type { Program } from './program';
import type { Start } from './realm';
import type { Answer, Run, Runner } from './runner';
import { tablesText } from './tables';
import { type CallMessage, type Job, PATIENCE, SENT, type ThreadData } from './worker-protocol';

/** One for each host: they share the threads that nobody needs, until the last of them is closed. */
export class Pool implements Runner {
  private static readonly idle: Thread[] = [];
  private static open = 0;
  private readonly busy = new Set<Thread>();

  /** The pool of a fork goes with its host: it need not be closed. */
  constructor(private readonly isFork = false) {
    if (!isFork) Pool.open += 1;
  }

  run(program: Program, start: Start, answer: Answer, now: (() => number) | null): Run {
    const thread = Pool.idle.pop() ?? new Thread();
    this.busy.add(thread);
    const outcome = thread.run(program, start, answer, now).finally(() => {
      this.busy.delete(thread);
      if (thread.alive && Pool.open > 0 && Pool.idle.length < KEPT) Pool.idle.push(thread);
      else thread.end();
    });
    return { outcome, kill: () => thread.end() };
  }

  close(): void {
    for (const thread of this.busy) thread.end();
    if (!this.isFork) Pool.open -= 1;
    if (Pool.open > 0) return;
    for (const thread of Pool.idle.splice(0)) thread.end();
  }
}

const KEPT = 4;
/** For how long calls may keep all else waiting. */
const TURN_MS = 20;
const TEXT_BYTES = 64 * 1024;
const ENCODER = new TextEncoder();

class Thread {
  alive = true;
  private readonly worker: Worker;
  private readonly calls: MessagePort;
  private readonly answered: Int32Array;
  private readonly made: Int32Array;
  private readonly text: Uint8Array;
  private readonly clock: Float64Array;
  private readonly known = new Set<string>();
  private current: Current | null = null;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const made = new SharedArrayBuffer(4);
    const text = new SharedArrayBuffer(TEXT_BYTES);
    const clock = new SharedArrayBuffer(8);
    this.answered = new Int32Array(signal);
    this.made = new Int32Array(made);
    this.text = new Uint8Array(text);
    this.clock = new Float64Array(clock);
    this.calls = port1;
    const workerData: ThreadData = {
      calls: port2,
      made,
      signal,
      text,
      clock,
      tables: tablesText(),
    };
    this.worker = new Worker(WORKER, { workerData, transferList: [port2] });
    this.worker.on('message', (outcome: Outcome) => this.current?.resolve(outcome));
    this.worker.on('error', (error: unknown) => {
      this.alive = false;
      this.current?.reject(error as Error);
    });
    this.worker.on('exit', () => {
      this.alive = false;
      this.current?.reject(new Error('The run was ended from outside.'));
    });
    this.calls.on('message', (call: CallMessage) => this.answerAll(call));
    // An idle thread does not keep the process alive.
    this.worker.unref();
    this.calls.unref();
  }

  async run(
    program: Program,
    start: Start,
    answer: Answer,
    now: (() => number) | null,
  ): Promise<Outcome> {
    const files = this.known.has(program.key) ? null : program.files;
    this.known.add(program.key);
    const job: Job = { ...start, hostTime: now !== null, program: program.key, files };
    if (now) this.clock[0] = now();
    this.worker.ref();
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        this.current = { resolve, reject, answer, now };
        this.worker.postMessage(job);
      });
    } finally {
      this.current = null;
      this.worker.unref();
    }
  }

  end(): void {
    this.alive = false;
    this.calls.close();
    void this.worker.terminate();
  }

  /**
   * A call, and those that follow it at once, which takes a fraction of the time that going to sleep
   * and waking up for each of them would. Everything else has its turn in between.
   */
  private answerAll(first: CallMessage): void {
    const end = performance.now() + TURN_MS;
    let call: CallMessage | undefined = first;
    while (call && this.answer(call) && this.alive && performance.now() < end) {
      call = this.nextCall();
    }
  }

  private nextCall(): CallMessage | undefined {
    const made = Atomics.load(this.made, 0);
    const message = receiveMessageOnPort(this.calls);
    if (message) return message.message;
    for (let turn = 0; turn < PATIENCE && Atomics.load(this.made, 0) === made; turn += 1);
    return receiveMessageOnPort(this.calls)?.message;
  }

  /** Whether the answer needed no waiting. */
  private answer([handle, method, args]: CallMessage): boolean {
    const answer = this.current?.answer(handle, method, args);
    if (typeof answer === 'string') {
      this.reply(answer);
      return true;
    }
    void answer?.then((text) => this.reply(text));
    return false;
  }

  private reply(answer: string): void {
    if (!this.alive) return;
    if (this.current?.now) this.clock[0] = this.current.now();
    const { read, written } = ENCODER.encodeInto(answer, this.text);
    const fits = read === answer.length;
    if (!fits) this.calls.postMessage(answer);
    Atomics.store(this.answered, 0, fits ? written : SENT);
    Atomics.notify(this.answered, 0);
  }
}

interface Current {
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
  answer: Answer;
  now: (() => number) | null;
}

/** Beside the built host, or in `dist` when the host runs from its sources. */
const BESIDE = join(import.meta.dirname, 'worker.js');
const WORKER = existsSync(BESIDE)
  ? BESIDE
  : join(import.meta.dirname, '../../dist/local/worker.js');
