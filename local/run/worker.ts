// The thread in which scripts run, one at a time, each in a fresh context. A
// service call stops the thread until the main thread has answered it.

import type { Script } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Call, Outcome } from './context';
import { compile, runInRealm } from './realm';
import { type CallMessage, type Job, PATIENCE, SENT, type ThreadData } from './worker-protocol';

const { calls, made, signal, text, clock, tables } = workerData as ThreadData;
const answered = new Int32Array(signal);
const count = new Int32Array(made);
const answer = Buffer.from(text);
const time = new Float64Array(clock);
const programs = new Map<string, Script[]>();

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await run(job)));

async function run(job: Job): Promise<Outcome> {
  try {
    const now = job.hostTime ? () => time[0] : null;
    return await runInRealm(programOf(job), job, tables, call, now);
  } catch (thrown) {
    const { name, message, stack } = thrown as Error;
    return { error: { name, message, stack: String(stack) } };
  }
}

function programOf({ program, files }: Job): Script[] {
  const known = programs.get(program) ?? compile(files ?? []);
  programs.set(program, known);
  return known;
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
