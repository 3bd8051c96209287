// Rolling up from the sidebar: slice after slice until everyone is read, with the progress shown
// while a slice goes on.

import { useEffect, useState } from 'preact/hooks';
import { Action, Bar, Section } from '../parts';
import { words } from '../words';
import { type CallManager, type ManagerOverview, timeInWords, type Workbook } from './view';

const POLL_MS = 3000;

interface Progress {
  done: number;
  total: number;
}

export function RollUp(props: {
  view: ManagerOverview;
  workbook: Workbook;
  call: CallManager;
  /** Has the patience that a slice needs. */
  callSlice: CallManager;
}) {
  const { view, workbook, call, callSlice } = props;
  const [progress, setProgress] = useState<Progress | null>(null);
  const said = words.manager.rollUp;
  const rollsUp = progress !== null;

  useEffect(() => {
    if (!rollsUp) return;
    const poll = setInterval(() => {
      // A look that fails is followed by the next one.
      call('loadRun').then(
        (run) => run && setProgress(run),
        () => undefined,
      );
    }, POLL_MS);
    return () => clearInterval(poll);
  }, [rollsUp, call]);

  const rollUp = async () => {
    setProgress({ done: 0, total: view.people });
    await workbook.act(() => slices(callSlice, setProgress));
    setProgress(null);
  };
  return (
    <Section title={said.title}>
      {progress ? (
        <Bar
          name={said.running}
          text={said.progress(progress.done, progress.total)}
          value={progress.done}
          of={progress.total}
        />
      ) : (
        <p class="soft">{standing(view)}</p>
      )}
      <div class="actions">
        <Action
          label={view.run ? said.goOn : said.start}
          onPress={rollUp}
          busy={workbook.busy}
          primary
        />
      </div>
    </Section>
  );
}

/** Calls one slice after the other, and comes to the sentence that says how it ended. */
async function slices(call: CallManager, show: (progress: Progress) => void): Promise<string> {
  const said = words.manager.rollUp;
  for (;;) {
    const { state, run } = await call('rollUpSlice');
    if (run === null) throw new Error(said.locked);
    if (state === 'busy') throw new Error(said.busy(run.by));
    if (state === 'done') return said.done(run.total);
    show(run);
  }
}

function standing({ lastRun, run }: ManagerOverview): string {
  const said = words.manager.rollUp;
  const last = lastRun ? said.last(timeInWords(lastRun.ended), lastRun.by) : said.never;
  if (run) return `${said.leftOff(run.by, run.done, run.total)} ${lastRun ? last : ''}`.trim();
  return lastRun ? last : `${said.about} ${last}`;
}
