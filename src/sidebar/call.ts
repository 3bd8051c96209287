// Calls from the sidebar to the script's own functions, as promises typed from them.

import { words } from './words';

/** What of a server module can be called: its functions, by name. */
type FunctionOf<Server> = {
  [Name in keyof Server]: Server[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Server] &
  string;

type ArgumentsOf<Callable> = Callable extends (...args: infer Arguments) => unknown
  ? Arguments
  : never;
type AnswerOf<Callable> = Callable extends (...args: never[]) => infer Answer ? Answer : never;

export type Call<Server> = <Name extends FunctionOf<Server>>(
  name: Name,
  ...args: ArgumentsOf<Server[Name]>
) => Promise<AnswerOf<Server[Name]>>;

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: { message?: string } | string) => void): Runner;
  [name: string]: (...args: never[]) => unknown;
}

declare const google: { script: { run: Runner } };

/**
 * Connects to the functions of a script: `const call = connect<typeof server>()`,
 * where `server` is an `import type * as server from '../entry/…'`. A call's promise fails
 * with an Error whose message is one sentence for the person who reads it: the server's own,
 * or, when Google refused the call or nobody answered in time, what is likely wrong.
 */
export function connect<Server>(patienceSeconds = 30): Call<Server> {
  return (name, ...args) =>
    new Promise((resolve, reject) => {
      const fail = (sentence: string) => {
        clearTimeout(patience);
        reject(new Error(sentence));
      };
      const patience = setTimeout(
        () => fail(words.call.noAnswer(patienceSeconds)),
        patienceSeconds * 1000,
      );
      const runner = google.script.run
        .withSuccessHandler((answer) => {
          clearTimeout(patience);
          resolve(answer as never);
        })
        .withFailureHandler((error) => fail(sentenceOf(error)));
      runner[name](...(args as unknown[] as never[]));
    });
}

/** Google's refusals carry a code, or ask for a consent that the sidebar's account has not given. */
function sentenceOf(error: { message?: string } | string | null): string {
  const message = (typeof error === 'string' ? error : (error?.message ?? '')).trim();
  if (/PERMISSION_DENIED|Authorization is required/i.test(message)) return words.call.refused;
  if (/^NetworkError|HTTP 0\b/.test(message)) return words.call.offline;
  return message.replace(/^(ScriptError|Error|Exception): /, '') || words.call.refused;
}
