// Runs scripts on the thread of the host, several times as fast as in threads of their own. It cannot
// stand still: no call may wait, for a person or for another run, and no run be ended from outside.

import type { Program } from './program';
import { runInRealm, type Start } from './realm';
import type { Answer, Run, Runner } from './runner';
import { tablesText } from './tables';

export class OneThread implements Runner {
  run(program: Program, start: Start, answer: Answer, now: (() => number) | null): Run {
    const call = (handle: number, method: string, args: string) => {
      const answered = answer(handle, method, args);
      return typeof answered === 'string' ? answered : WOULD_WAIT;
    };
    // Once whoever starts the run looks at how it ends.
    const outcome = Promise.resolve().then(() =>
      runInRealm(program, start, tablesText(), call, now),
    );
    return { outcome, kill: () => {} };
  }

  close(): void {}
}

const WOULD_WAIT = `e${JSON.stringify({
  name: 'Error',
  message: 'local host: this call would wait, which no run can on the thread of the host',
})}`;
