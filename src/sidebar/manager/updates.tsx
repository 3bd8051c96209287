// The framework and its copies: try a draft, see what an update would do to whom, update, discard.

import { useState } from 'preact/hooks';
import type * as server from '../../entry/updates';
import type { UpdatesView } from '../../entry/updates';
import type { UpdateAction } from '../../updates/update';
import type { UpdateRow } from '../../updates/updates-tab';
import { connect } from '../call';
import { Action, Confirm, Notice, Section } from '../parts';
import { type SheetState, useSheetState } from '../sheet-state';
import { words } from '../words';
import { updateWords as said } from '../words-updates';
import { JobProgress } from './job-progress';
import { type JobName, useJob } from './use-job';

/** A draft is tried in one call, which Google stops at six minutes. */
const PATIENCE_SECONDS = 400;

const call = connect<typeof server>();
const callLong = connect<typeof server>(PATIENCE_SECONDS);
const load = () => call('loadUpdates');

const JOBS = {
  preview: 'update preview',
  update: 'update',
  discard: 'discard',
  move: 'move',
} as const satisfies Record<UpdateAction, JobName>;

export function Updates({ onLeave }: { onLeave(): void }) {
  const sheet = useSheetState(load);
  const { view, busy, problem, message } = sheet;
  const job = useJob();
  const [doing, setDoing] = useState<UpdateAction>('preview');
  const run: Run = async (action, done, before) => {
    setDoing(action);
    await sheet.act(async () => {
      await before?.();
      return job.run(JOBS[action], ({ problems }) => done(problems));
    });
  };
  return (
    <div aria-busy={busy}>
      <header class="who">
        <h1>{said.title}</h1>
        <Action label={said.back} onPress={onLeave} />
      </header>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {job.name && <JobProgress title={said.running[doing]} job={job} />}
      {view && (
        <>
          <Update view={view} sheet={sheet} run={run} />
          <TryFirst sheet={sheet} />
          {view.people.length > 0 && <Move people={view.people} busy={busy} run={run} />}
        </>
      )}
    </div>
  );
}

type Run = (
  action: UpdateAction,
  done: (problems: number) => Promise<string>,
  /** What the job must be told before it starts. */
  before?: () => Promise<void>,
) => Promise<void>;

function Update(props: { view: UpdatesView; sheet: SheetState<UpdatesView>; run: Run }) {
  const { view, sheet, run } = props;
  const { busy } = sheet;
  const [asks, setAsks] = useState<'update' | 'discard' | null>(null);
  const changing = view.rows.filter(({ state }) => state === 'Would change').length;
  const kept = view.rows.some(({ state }) => state === 'Updated');
  const preview = () =>
    run('preview', async (problems) => {
      const { rows } = await call('loadUpdates');
      const count = rows.filter(({ state }) => state === 'Would change').length;
      return said.update.previewed(count, problems);
    });
  const update = async () => {
    await run('update', async (problems) => said.update.done(problems));
    setAsks(null);
  };
  const discard = async () => {
    await run('discard', async () => said.discard.done);
    setAsks(null);
  };
  return (
    <Section title={said.update.title}>
      <p class="soft">{said.update.about}</p>
      {view.run && !busy && (
        <Notice
          kind="warning"
          text={said.leftOff(
            said.running[view.run.action],
            view.run.by,
            view.run.done,
            view.run.total,
          )}
        />
      )}
      <div class="actions">
        <Action
          label={said.update.preview}
          onPress={preview}
          busy={busy}
          primary={changing === 0}
        />
        {changing > 0 && (
          <Action
            label={said.update.action(changing)}
            onPress={() => setAsks('update')}
            busy={busy}
            primary
          />
        )}
      </div>
      {asks === 'update' && (
        <Confirm
          title={said.update.sure(changing)}
          yes={said.update.yes}
          busy={busy}
          onYes={update}
          onCancel={() => setAsks(null)}
        >
          <p>{said.update.follows}</p>
        </Confirm>
      )}
      {view.rows.length > 0 && (
        <dl class="entries">
          {view.rows.map((row) => (
            <div key={`${row.email} ${row.name}`}>
              <dt>{row.name}</dt>
              <dd>
                {row.state}
                {counts(row) !== '' && <> · {counts(row)}</>}
                {row.said !== '' && <p class="soft">{row.said}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {kept && (
        <>
          <p class="soft">{said.discard.about}</p>
          <div class="actions">
            <Action label={said.discard.action} onPress={() => setAsks('discard')} busy={busy} />
          </div>
        </>
      )}
      {asks === 'discard' && (
        <Confirm
          title={said.discard.sure}
          yes={said.discard.yes}
          busy={busy}
          onYes={discard}
          onCancel={() => setAsks(null)}
        >
          <p>{said.discard.follows}</p>
        </Confirm>
      )}
    </Section>
  );
}

function counts({ from, to, unchanged, reworded, added, removed }: UpdateRow): string {
  const { update } = said;
  const parts = [
    reworded > 0 ? update.reworded(reworded) : '',
    added > 0 ? update.added(added) : '',
    removed > 0 ? update.removed(removed) : '',
    unchanged > 0 ? update.unchanged(unchanged) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? update.counts(from, to, parts.join(', ')) : '';
}

function TryFirst({ sheet }: { sheet: SheetState<UpdatesView> }) {
  const [link, setLink] = useState('');
  const tryIt = () =>
    sheet.act(async () => {
      const { draft, moving, people } = await callLong('tryDraft', link);
      return said.tryFirst.done(draft, moving, people);
    });
  return (
    <Section title={said.tryFirst.title}>
      <p class="soft">{said.tryFirst.about}</p>
      <label class="field">
        {said.tryFirst.link}
        <input
          type="text"
          value={link}
          onInput={(event) => setLink(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && !sheet.busy && tryIt()}
        />
      </label>
      <div class="actions">
        <Action label={said.tryFirst.action} onPress={tryIt} busy={sheet.busy} />
      </div>
    </Section>
  );
}

const EVERYONE = 'everyone';

function Move(props: { people: UpdatesView['people']; busy: boolean; run: Run }) {
  const { people, busy, run } = props;
  const [chosen, setChosen] = useState('');
  const [asks, setAsks] = useState(false);
  const who =
    chosen === EVERYONE
      ? said.move.everyone
      : people.find(({ email }) => email === chosen)?.name || chosen;
  const move = async () => {
    await run(
      'move',
      async (problems) => said.move.done(who, problems),
      () => call('chooseWhomToMove', chosen === EVERYONE ? '' : chosen),
    );
    setAsks(false);
  };
  return (
    <Section title={said.move.title}>
      <p class="soft">{said.move.about}</p>
      <label class="field">
        {said.move.person}
        <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{said.move.choose}</option>
          <option value={EVERYONE}>{said.move.everyone}</option>
          {people.map(({ name, email }) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen !== '' && (
        <div class="actions">
          <Action label={said.move.action} onPress={() => setAsks(true)} busy={busy} />
        </div>
      )}
      {chosen !== '' && asks && (
        <Confirm
          title={said.move.sure(who)}
          yes={said.move.yes}
          busy={busy}
          onYes={move}
          onCancel={() => setAsks(false)}
        >
          <p>{said.move.follows}</p>
        </Confirm>
      )}
    </Section>
  );
}
