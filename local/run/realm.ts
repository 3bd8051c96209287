// A program run in a fresh V8 context, with Apps Script's globals and no others.

import vm from 'node:vm';
import { type Call, type Outcome, type Realm, type ScriptFault, SET_CLOCK, SETUP } from './context';

/** Which function is called. */
export interface Start {
  functionName: string;
  args: string;
}

const setup = new vm.Script(SETUP, { filename: 'local host' });
const setClock = new vm.Script(SET_CLOCK, { filename: 'local host' });

/** @param files each with its name. */
export function compile(files: readonly (readonly [name: string, source: string])[]): vm.Script[] {
  return files.map(([filename, source]) => new vm.Script(source, { filename }));
}

/**
 * Calls a function of a program, and gives what came of it; never rejects.
 * @param tables `Tables` as JSON.
 * @param now the time that the script sees, in milliseconds; null for the machine's.
 */
export async function runInRealm(
  program: readonly vm.Script[],
  { functionName, args }: Start,
  tables: string,
  call: Call,
  now: (() => number) | null,
): Promise<Outcome> {
  try {
    const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {});
    if (now) setClock.runInContext(context)(now);
    const realm = setup.runInContext(context)(tables, call) as Realm;
    for (const script of program) script.runInContext(context);
    return await realm.invoke(functionName, args);
  } catch (thrown) {
    const { name, message, stack } = thrown as ScriptFault;
    return { error: { name: String(name), message: String(message), stack: String(stack) } };
  }
}
