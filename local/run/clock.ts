// The clock of a simulated host. It stands still but for what service calls cost, so that a run
// takes the same time wherever it takes place. Each run has a time of its own, since runs go on
// side by side.

export class VirtualClock {
  private latest: number;
  private acting: RunTime | null = null;

  constructor(start: Date) {
    this.latest = start.getTime();
  }

  /** By the run that acts; between runs, the latest that anything came to. */
  now(): Date {
    return new Date(this.acting?.now ?? this.latest);
  }

  /** Lets time pass while nothing runs. */
  advance(milliseconds: number): void {
    this.latest += milliseconds;
  }

  /** Lets time pass until then, unless it is later already. */
  reach(time: number): void {
    this.latest = Math.max(this.latest, time);
  }

  /** A run that starts now and may take so many milliseconds. */
  begin(limit: number): RunTime {
    const start = this.now().getTime();
    return new RunTime(start, start + limit, (time) => this.reach(time));
  }

  /** Does something at the time of a run. */
  within<T>(time: RunTime, act: () => T): T {
    const before = this.acting;
    this.acting = time;
    try {
      return act();
    } finally {
      this.acting = before;
    }
  }
}

/** The time of one run, in milliseconds since 1970. */
export class RunTime {
  now: number;

  constructor(
    readonly started: number,
    /** When Google stops it. */
    readonly end: number,
    private readonly reached: (time: number) => void,
  ) {
    this.now = started;
  }

  /** False when the run's time is up. */
  pass(milliseconds: number): boolean {
    this.now = Math.min(this.now + milliseconds, this.end);
    this.reached(this.now);
    return this.now < this.end;
  }
}
