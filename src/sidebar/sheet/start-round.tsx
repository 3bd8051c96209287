// The question before a new round starts: its name.

import { useState } from 'preact/hooks';
import { Confirm, Notice } from '../parts';
import { words } from '../words';
import type { Question } from './actions';

export function StartRound({ view, busy, call, run, onCancel }: Question) {
  const said = words.sheet.startRound;
  const [round, setRound] = useState(view.nextRound);
  return (
    <Confirm
      title={said.sure}
      yes={said.yes}
      busy={busy}
      onYes={() => run(() => call('startRound', { round }).then(() => said.done(round.trim())))}
      onCancel={onCancel}
    >
      <p>{said.follows}</p>
      {!view.lastOutcome?.isOfThisRound && (
        <Notice kind="warning" text={said.noOutcome(view.round || words.sheet.thisRound)} />
      )}
      <label class="field">
        {said.name}
        <input
          type="text"
          value={round}
          maxLength={40}
          onInput={(event) => setRound(event.currentTarget.value)}
        />
      </label>
    </Confirm>
  );
}
