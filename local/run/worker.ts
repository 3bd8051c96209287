// The thread in which scripts run, one at a time, each in a fresh context. A
// service call stops the thread until the main thread has answered it.

import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Call, Outcome } from './context';
import { runInRealm } from './realm';
import { type CallMessage, type Job, PATIENCE, SENT, type ThreadData } from './worker-protocol';

const { calls, made, signal, text, clock, tables } = workerData as ThreadData;
const answered = new Int32Array(signal);
const count = new Int32Array(made);
const answer = Buffer.from(text);
const time = new Float64Array(clock);

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await run(job)));

function run(job: Job): Promise<Outcome> {
  const program = { key: job.program, files: job.files };
  return runInRealm(program, job, tables, call, job.hostTime ? () => time[0] : null);
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
