// The framework and its copies: try a draft, see what an update would do to whom, update, discard.

import { useEffect, useState } from 'preact/hooks';
import type * as server from '../../entry/updates';
import type { UpdateAction, UpdatesView } from '../../updates/update';
import type { UpdateRow } from '../../updates/updates-tab';
import { connect } from '../call';
import { Action, Bar, Confirm, Notice, Section } from '../parts';
import { type SheetState, useSheetState } from '../sheet-state';
import { words } from '../words';
import { updateWords as said } from '../words-updates';

/** A slice takes up to five minutes, and Google stops it at six. */
const PATIENCE_SECONDS = 400;
const POLL_MS = 3000;

const call = connect<typeof server>();
const callSlice = connect<typeof server>(PATIENCE_SECONDS);
const load = () => call('loadUpdates');

const SLICES = {
  preview: 'previewUpdatesSlice',
  update: 'updateSheetsSlice',
  discard: 'discardBeforeSlice',
} as const;

interface Progress {
  action: UpdateAction;
  done: number;
  total: number;
}

export function Updates({ onLeave }: { onLeave(): void }) {
  const sheet = useSheetState(load);
  const { view, busy, problem, message } = sheet;
  const [progress, setProgress] = useState<Progress | null>(null);
  const runs = progress !== null;

  useEffect(() => {
    if (!runs) return;
    const poll = setInterval(() => {
      // A look that fails is followed by the next one.
      call('loadUpdateRun').then(
        (run) => run && setProgress(run),
        () => undefined,
      );
    }, POLL_MS);
    return () => clearInterval(poll);
  }, [runs]);

  const run = async (action: UpdateAction, done: (problems: number) => Promise<string>) => {
    setProgress({ action, done: 0, total: 0 });
    await sheet.act(async () => done(await slices(action, setProgress)));
    setProgress(null);
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
      {progress && (
        <Bar
          name={said.running[progress.action]}
          text={progress.total > 0 ? said.progress(progress.done, progress.total) : ''}
          value={progress.done}
          of={progress.total}
        />
      )}
      {view && (
        <>
          <Update view={view} sheet={sheet} run={run} />
          <TryFirst sheet={sheet} />
        </>
      )}
    </div>
  );
}

type Run = (action: UpdateAction, done: (problems: number) => Promise<string>) => Promise<void>;

/** Calls one slice after the other, and comes to how many rows have a problem. */
async function slices(action: UpdateAction, show: (progress: Progress) => void): Promise<number> {
  for (;;) {
    const { state, run } = await callSlice(SLICES[action]);
    if (run === null) throw new Error(said.locked);
    if (state === 'busy') throw new Error(said.busy(run.by));
    if (state === 'done') return run.problems;
    show({ action, ...run });
  }
}

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
      const { draft, moving, people } = await callSlice('tryDraft', link);
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
