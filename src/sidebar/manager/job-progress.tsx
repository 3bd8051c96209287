// How far a long job is, and the button that stops it.

import { Action, Bar } from '../parts';
import { words } from '../words';
import type { JobUnderWay } from './use-job';

export function JobProgress({ title, job }: { title: string; job: JobUnderWay }) {
  const { progress, isStopping } = job;
  const said = words.job;
  return (
    <>
      <Bar
        name={title}
        text={progress ? said.progress(progress.done, progress.total) : ''}
        value={progress?.done ?? 0}
        of={progress?.total ?? 1}
      />
      <div class="actions">
        <Action
          label={isStopping ? said.stopping : said.stop}
          onPress={job.stop}
          busy={isStopping}
        />
      </div>
    </>
  );
}
