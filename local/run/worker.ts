// The thread in which scripts run, one at a time, each in a fresh context. A
// service call stops the thread until the main thread has answered it.

import vm from 'node:vm';
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import { type Call, type Outcome, type Realm, type ScriptFault, SET_CLOCK, SETUP } from './context';

/** What the main thread gives a new thread. */
export interface ThreadData {
  /** Calls go out, answers come in. */
  calls: MessagePort;
  /** One Int32: 0 while an answer is awaited. */
  signal: SharedArrayBuffer;
  /** One Float64: the host's time, in milliseconds, where a run has not the machine's. */
  clock: SharedArrayBuffer;
  /** `Tables` as JSON. */
  tables: string;
}

/** Which function is called, and when. */
export interface Start {
  functionName: string;
  args: string;
  /** Whether the clock shows the host's time during the run, or the machine's. */
  hostTime: boolean;
}

export interface Job extends Start {
  /** Names a program that this thread has met, or meets with this job's `files`. */
  program: string;
  files: [name: string, source: string][] | null;
}

const { calls, signal, clock, tables } = workerData as ThreadData;
const answered = new Int32Array(signal);
const time = new Float64Array(clock);
const setup = new vm.Script(SETUP, { filename: 'local host' });
const setClock = new vm.Script(SET_CLOCK, { filename: 'local host' });
const programs = new Map<string, vm.Script[]>();

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await run(job)));

async function run(job: Job): Promise<Outcome> {
  try {
    const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {});
    if (job.hostTime) setClock.runInContext(context)(() => time[0]);
    const realm = setup.runInContext(context)(tables, call) as Realm;
    for (const script of programOf(job)) script.runInContext(context);
    return await realm.invoke(job.functionName, job.args);
  } catch (thrown) {
    const { name, message, stack } = thrown as ScriptFault;
    return { error: { name: String(name), message: String(message), stack: String(stack) } };
  }
}

function programOf({ program, files }: Job): vm.Script[] {
  const known = programs.get(program);
  if (known) return known;
  const scripts = (files ?? []).map(([filename, source]) => new vm.Script(source, { filename }));
  programs.set(program, scripts);
  return scripts;
}

/** Most answers are there before a sleeping thread could be woken: about 50 microseconds of looking. */
const PATIENCE = 5000;

const call: Call = (handle, method, args) => {
  Atomics.store(answered, 0, 0);
  calls.postMessage([handle, method, args]);
  for (let turn = 0; turn < PATIENCE && Atomics.load(answered, 0) === 0; turn += 1);
  // A late wake-up from the answer before does not count.
  while (Atomics.load(answered, 0) === 0) Atomics.wait(answered, 0, 0);
  return receiveMessageOnPort(calls)?.message as string;
};
