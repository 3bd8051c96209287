// The round and the hand-out of career sheets, each with what it came to.

import type * as handOutServer from '../../entry/handout';
import type * as roundServer from '../../entry/rounds';
import { connect } from '../call';
import { Action, Notice } from '../parts';
import { type SheetState, useSheetState } from '../sheet-state';
import { words } from '../words';
import { roundWords as said } from '../words-rounds';
import { HandOut } from './hand-out';
import { OpenRound } from './open-round';
import { useJob } from './use-job';

/** The template may not have been opened for long. */
const PATIENCE_SECONDS = 60;

const callRound = connect<typeof roundServer>();
const callHandOut = connect<typeof handOutServer>(PATIENCE_SECONDS);

const load = async () => {
  const [round, handOut] = await Promise.all([
    callRound('loadRound'),
    callHandOut('lookAtHandOut'),
  ]);
  return { round, handOut };
};
export type RoundsView = Awaited<ReturnType<typeof load>>;
export type RoundsState = SheetState<RoundsView>;
export type CallHandOut = typeof callHandOut;

export function Rounds({ onLeave }: { onLeave(): void }) {
  const sheet = useSheetState(load);
  const job = useJob();
  const { view, busy, problem, message } = sheet;
  return (
    <div aria-busy={busy}>
      <header class="who">
        <h1>{said.title}</h1>
        <Action label={said.back} onPress={onLeave} />
      </header>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && (
        <>
          <OpenRound view={view.round} sheet={sheet} job={job} />
          <HandOut view={view.handOut} sheet={sheet} job={job} call={callHandOut} />
        </>
      )}
      <div class="actions">
        <Action
          label={busy ? words.common.working : words.common.reload}
          onPress={sheet.reload}
          busy={busy}
        />
      </div>
    </div>
  );
}
