// Opening the round: what Settings say, the question, and whose career sheet did not get it.

import { useState } from 'preact/hooks';
import { Action, Confirm, Facts, Notice, Section } from '../parts';
import { roundWords } from '../words-rounds';
import { JobProgress } from './job-progress';
import type { RoundsState, RoundsView } from './rounds';
import type { JobUnderWay } from './use-job';

const said = roundWords.round;
const MOST_LISTED = 50;

export function OpenRound(props: {
  view: RoundsView['round'];
  sheet: RoundsState;
  job: JobUnderWay;
}) {
  const { view, sheet, job } = props;
  const { busy } = sheet;
  const [asks, setAsks] = useState(false);
  const open = async () => {
    await sheet.act(() => job.run('round', ({ total, problems }) => said.done(total, problems)));
    setAsks(false);
  };
  const left = view.rows.filter((row) => row.said !== '');
  return (
    <Section title={said.title}>
      <Facts
        facts={[
          [said.name, view.round],
          [said.selfAssessmentUntil, view.selfAssessmentUntil],
          [said.reviewsUntil, view.reviewsUntil],
        ]}
      />
      {view.round === '' && <Notice kind="warning" text={said.none} />}
      <p class="soft">{said.about}</p>
      {job.name === 'round' && <JobProgress title={said.running} job={job} />}
      {view.run && !busy && (
        <Notice
          kind="warning"
          text={roundWords.leftOff(view.run.by, view.run.done, view.run.total)}
        />
      )}
      {!asks && view.round !== '' && view.people > 0 && job.name === null && (
        <div class="actions">
          {view.run ? (
            <Action label={roundWords.goOn} onPress={open} busy={busy} primary />
          ) : (
            <Action label={said.action(view.round)} onPress={() => setAsks(true)} busy={busy} />
          )}
        </div>
      )}
      {asks && (
        <Confirm
          title={said.sure(view.round)}
          yes={said.yes}
          busy={busy}
          onYes={open}
          onCancel={() => setAsks(false)}
        >
          <p>{said.follows}</p>
        </Confirm>
      )}
      {view.rows.length > 0 && <p>{countsOf(view.rows)}</p>}
      {left.length > 0 && (
        <dl class="entries">
          {left.slice(0, MOST_LISTED).map((row) => (
            <div key={row.name}>
              <dt>{row.name}</dt>
              <dd>{row.said}</dd>
            </div>
          ))}
        </dl>
      )}
      {left.length > MOST_LISTED && (
        <p class="soft">{roundWords.more(left.length - MOST_LISTED)}</p>
      )}
    </Section>
  );
}

/** Such as `7 people: opened · 1 person: left alone`. */
function countsOf(rows: RoundsView['round']['rows']): string {
  const states = [...new Set(rows.map(({ state }) => state))];
  return states
    .map((state) => said.counts(rows.filter((row) => row.state === state).length, state))
    .join(' · ');
}
