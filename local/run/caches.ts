// The cache service's memory: entries which go away by themselves, and with the process.

export class Caches {
  private readonly entries = new Map<string, { value: string; until: number }>();

  constructor(private readonly now: () => Date) {}

  get(cache: string, key: string): string | null {
    const entry = this.entries.get(nameOf(cache, key));
    return entry && entry.until > this.now().getTime() ? entry.value : null;
  }

  put(cache: string, key: string, value: string, seconds: number): void {
    const until = this.now().getTime() + seconds * 1000;
    this.entries.set(nameOf(cache, key), { value, until });
  }

  remove(cache: string, key: string): void {
    this.entries.delete(nameOf(cache, key));
  }
}

function nameOf(cache: string, key: string): string {
  return `${cache}\n${key}`;
}
