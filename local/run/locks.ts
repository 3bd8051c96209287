// Who holds which lock among the runs of scripts, and who waits for it.

import type { Execution } from './execution';

export class Locks {
  private readonly held = new Map<string, Execution>();
  private readonly queues = new Map<string, Waiting[]>();

  /** Whether `run` holds the lock of this name. */
  has(name: string, run: Execution): boolean {
    return this.held.get(name) === run;
  }

  /** Takes the lock, waiting in line for at most so many milliseconds; false when that was not enough. */
  take(name: string, run: Execution, milliseconds: number): Promise<boolean> | boolean {
    const holder = this.held.get(name);
    if (!holder || holder === run) {
      this.held.set(name, run);
      return true;
    }
    return new Promise((resolve) => {
      const queue = this.queues.get(name) ?? [];
      const waiting: Waiting = { run, resolve, milliseconds };
      if (!run.time) waiting.timer = setTimeout(() => giveUp(queue, waiting), milliseconds);
      this.queues.set(name, queue);
      queue.push(waiting);
      this.pass(holder);
    });
  }

  /** Played time has passed for a run: whoever waited for its locks too long gives up. */
  pass(holder: Execution): void {
    for (const [name, queue] of this.queues) {
      if (this.held.get(name) !== holder) continue;
      for (const waiting of [...queue]) {
        const { run, milliseconds } = waiting;
        if (!run.time || !holder.time) continue;
        // One that stands still itself comes to no end that could be waited for.
        if (!holder.isParked && holder.time.now < run.time.now + milliseconds) continue;
        giveUp(queue, waiting);
        run.time.pass(milliseconds);
      }
    }
  }

  release(name: string, run: Execution): void {
    if (!this.has(name, run)) return;
    this.held.delete(name);
    const next = this.queues.get(name)?.shift();
    if (!next) return;
    clearTimeout(next.timer);
    this.held.set(name, next.run);
    if (run.time) next.run.time?.pass(Math.max(0, run.time.now - next.run.time.now));
    next.resolve(true);
  }

  /** Gives back all that a run holds and takes it out of every line. */
  releaseAll(run: Execution): void {
    for (const queue of this.queues.values()) {
      for (const waiting of queue.filter((one) => one.run === run)) {
        clearTimeout(waiting.timer);
        queue.splice(queue.indexOf(waiting), 1);
      }
    }
    for (const [name, holder] of [...this.held]) if (holder === run) this.release(name, run);
  }
}

interface Waiting {
  run: Execution;
  resolve(taken: boolean): void;
  milliseconds: number;
  /** By the machine's clock; none where time is played. */
  timer?: NodeJS.Timeout;
}

function giveUp(queue: Waiting[], waiting: Waiting): void {
  queue.splice(queue.indexOf(waiting), 1);
  waiting.resolve(false);
}
