// Trying again what may pass: Google's services fail at random, and mostly do the next time.

/** Waits grow from half a second to eight, about 15 seconds in all. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  sleep(ms: number): void;
}

/** How long the work of one slice can wait for Google. */
export class Patience {
  constructor(
    /** No wait goes on beyond this. */
    private readonly until: number,
    private readonly clock: Clock,
  ) {}

  /** Failures that were waited for in vain: a wider action around this one waits no longer. */
  private readonly vain = new Set<unknown>();

  /** Does what may be done twice, again while that may help; throws the last failure as it is. */
  try<Result>(action: () => Result): Result {
    for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
      try {
        return action();
      } catch (error) {
        if (!mayPass(error as Error) || this.vain.has(error)) throw error;
        if (wait > LONGEST_WAIT_MS || this.clock.now() + wait >= this.until) {
          this.vain.add(error);
          throw error;
        }
      }
      this.clock.sleep(wait);
    }
  }
}

/** For what is known not to pass. */
export const AT_ONCE: Pick<Patience, 'try'> = { try: (action) => action() };

/** The clock of Google's machine. */
export const GOOGLE_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms) => Utilities.sleep(ms),
};

/**
 * Whether a failure may be gone the next time. Only Google's own ever are, and those are taken for
 * passing in whatever language they come: what says one of the things below is not.
 */
export function mayPass({ name, message }: Error): boolean {
  return !OURS.has(name) && !LASTING.some((kind) => kind.test(message));
}

/** Sentences of this script and faults in it; what Apps Script throws is called `Exception`. */
const OURS = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

/**
 * What stays as it is however often one asks, by kind. Google words these in the language of the
 * account: where that is another, they cost a few vain tries and nothing else.
 */
const LASTING: readonly RegExp[] = [
  // A permission or a consent is missing.
  /permission|authoriz|access denied|berechtigung|autoris|autoriz|permiso|permiss[aã]o|permess|machtiging|uprawnie|разрешени|доступ|权限|權限|権限|권한/i,
  // The quota of the day is used up.
  /for one day|daily limit|an einem tag|pro tag|par jour|en un jour|por d[ií]a|al giorno|per dag|за один день|一天|1 日|하루/i,
  // There is no such file, or somebody protected the cell.
  /not found|is missing|does not exist|nicht gefunden|introuvable|no (se )?encontr|não (foi )?encontr|non trovat|niet gevonden|не найден|找不到|見つかり|찾을 수 없/i,
  /protected|geschützt|protég|proteg|protett|beveiligd|защищ|受保护|受保護|保護され|보호/i,
];
