// The thread in which scripts run, one at a time, each in a fresh context. A
// service call stops the thread until the main thread has answered it.

import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type Call, type Outcome, type Realm, type ScriptFault, SET_CLOCK, SETUP } from './context';
import { type CallMessage, type Job, PATIENCE, SENT, type ThreadData } from './worker-protocol';

const { calls, made, signal, text, clock, tables } = workerData as ThreadData;
const answered = new Int32Array(signal);
const count = new Int32Array(made);
const answer = Buffer.from(text);
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

const call: Call = (handle, method, args) => {
  Atomics.store(answered, 0, 0);
  calls.postMessage([handle, method, args] satisfies CallMessage);
  Atomics.add(count, 0, 1);
  for (let turn = 0; turn < PATIENCE && Atomics.load(answered, 0) === 0; turn += 1);
  // A late wake-up from the answer before does not count.
  while (Atomics.load(answered, 0) === 0) Atomics.wait(answered, 0, 0);
  const length = Atomics.load(answered, 0);
  if (length === SENT) return receiveMessageOnPort(calls)?.message as string;
  return answer.toString('utf8', 0, length);
};
