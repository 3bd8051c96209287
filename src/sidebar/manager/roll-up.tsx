// Rolling up from the sidebar, with the progress shown, and every night by itself.

import { useState } from 'preact/hooks';
import type * as server from '../../entry/jobs';
import { connect } from '../call';
import { Action, Section } from '../parts';
import { words } from '../words';
import { managerWords } from '../words-manager';
import { JobProgress } from './job-progress';
import { useJob } from './use-job';
import { type ManagerOverview, timeInWords, type Workbook } from './view';

const call = connect<typeof server>();

export function RollUp({ view, workbook }: { view: ManagerOverview; workbook: Workbook }) {
  const job = useJob();
  const said = managerWords.rollUp;
  const rollUp = () => workbook.act(() => job.run('rollup', ({ total }) => said.done(total)));
  return (
    <Section title={said.title}>
      {job.name ? (
        <JobProgress title={said.running} job={job} />
      ) : (
        <>
          <p class="soft">{standing(view)}</p>
          <div class="actions">
            <Action
              label={view.run ? said.goOn : said.start}
              onPress={rollUp}
              busy={workbook.busy}
              primary
            />
            {view.run && <Stop workbook={workbook} />}
          </div>
        </>
      )}
      <Nightly isOn={view.isNightly} workbook={workbook} />
    </Section>
  );
}

/** Of a run that nobody goes on with right now. */
function Stop({ workbook }: { workbook: Workbook }) {
  const stop = () => workbook.act(() => call('stopJob', 'rollup').then(() => words.job.ended));
  return <Action label={words.job.stop} onPress={stop} busy={workbook.busy} />;
}

function Nightly({ isOn, workbook }: { isOn: boolean; workbook: Workbook }) {
  const said = managerWords.rollUp.nightly;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const turn = async (on: boolean) => {
    setWanted(on);
    await workbook.act(() => call('switchNightly', on).then(() => (on ? said.isOn : said.isOff)));
    setWanted(null);
  };
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={wanted ?? isOn}
        disabled={workbook.busy}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <span>{said.label}</span>
    </label>
  );
}

function standing({ lastRun, run }: ManagerOverview): string {
  const said = managerWords.rollUp;
  const last = lastRun ? said.last(timeInWords(lastRun.ended), lastRun.by) : said.never;
  if (run) {
    const far = run.goesOn ? said.goesOn : said.leftOff;
    return `${far(run.by, run.done, run.total)} ${lastRun ? last : ''}`.trim();
  }
  return lastRun ? last : `${said.about} ${last}`;
}
