// A long job from the sidebar: slice after slice until it is done, or watched while a slice of
// somebody else's, or of a trigger, goes on.

import { useEffect, useState } from 'preact/hooks';
import type * as server from '../../entry/jobs';
import type { JobName, Progress } from '../../jobs/table';
import { connect } from '../call';
import { words } from '../words';

export type { JobName, Progress };

/** A slice takes up to five minutes, and Google stops it at six. */
const PATIENCE_SECONDS = 400;
const POLL_MS = 3000;

const call = connect<typeof server>();
const callSlice = connect<typeof server>(PATIENCE_SECONDS);

export interface JobUnderWay {
  /** What is running; null when nothing is. */
  name: JobName | null;
  /** null until the first answer. */
  progress: Progress | null;
  isStopping: boolean;
  /** Runs the job to its end; comes to the sentence of `done`, or to one that says where it stopped. */
  run(name: JobName, done: (end: Progress) => string | Promise<string>): Promise<string>;
  stop(): void;
}

export function useJob(): JobUnderWay {
  const [name, setName] = useState<JobName | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isStopping, setStopping] = useState(false);

  useEffect(() => {
    if (name === null) return;
    const poll = setInterval(() => {
      // A look that fails is followed by the next one.
      call('loadJob', name).then(
        (run) => run && setProgress(run as Progress),
        () => undefined,
      );
    }, POLL_MS);
    return () => clearInterval(poll);
  }, [name]);

  const run: JobUnderWay['run'] = async (started, done) => {
    setProgress(null);
    setStopping(false);
    setName(started);
    try {
      const { isStopped, ...end } = await slices(started, setProgress);
      return isStopped ? words.job.stopped(end.done, end.total) : await done(end);
    } finally {
      setName(null);
    }
  };
  const stop = () => {
    if (name === null) return;
    setStopping(true);
    call('stopJob', name).catch(() => setStopping(false));
  };
  return { name, progress, isStopping, run, stop };
}

async function slices(
  name: JobName,
  show: (progress: Progress) => void,
): Promise<Progress & { isStopped: boolean }> {
  for (;;) {
    const { state, run } = await callSlice('runJob', name);
    if (run === null) throw new Error(words.job.locked);
    if (state === 'done' || state === 'stopped') return { ...run, isStopped: state === 'stopped' };
    show(run);
    if (state === 'more') continue;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if ((await call('loadJob', name)) === null) return { ...run, isStopped: false };
  }
}
