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

/** A thread keeps what it has compiled: the programs that it met, by key. */
const compiled = new Map<string, vm.Script[]>();

/** @param files each with its name and source; null where the thread has met the program. */
function compile(key: string, files: readonly (readonly [string, string])[] | null): vm.Script[] {
  const scripts =
    compiled.get(key) ??
    (files ?? []).map(([filename, source]) => new vm.Script(source, { filename }));
  compiled.set(key, scripts);
  return scripts;
}

/**
 * Calls a function of a program, and gives what came of it; never rejects.
 * @param tables `Tables` as JSON.
 * @param now the time that the script sees, in milliseconds; null for the machine's.
 */
export async function runInRealm(
  program: { key: string; files: readonly (readonly [string, string])[] | null },
  { functionName, args }: Start,
  tables: string,
  call: Call,
  now: (() => number) | null,
): Promise<Outcome> {
  try {
    const scripts = compile(program.key, program.files);
    const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {});
    if (now) setClock.runInContext(context)(now);
    const realm = setup.runInContext(context)(tables, call) as Realm;
    for (const script of scripts) script.runInContext(context);
    return await realm.invoke(functionName, args);
  } catch (thrown) {
    const { name, message, stack } = thrown as ScriptFault;
    return { error: { name: String(name), message: String(message), stack: String(stack) } };
  }
}
