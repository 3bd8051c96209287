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
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiting), 1);
        resolve(false);
      }, milliseconds);
      const waiting: Waiting = { run, resolve, timer };
      this.queues.set(name, queue);
      queue.push(waiting);
    });
  }

  release(name: string, run: Execution): void {
    if (!this.has(name, run)) return;
    this.held.delete(name);
    const next = this.queues.get(name)?.shift();
    if (!next) return;
    clearTimeout(next.timer);
    this.held.set(name, next.run);
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
  timer: NodeJS.Timeout;
}
