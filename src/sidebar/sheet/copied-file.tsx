// What to do with a copy of somebody's filled sheet: it is one's own, or it starts clean.

import { useState } from 'preact/hooks';
import { Action, Confirm, Section } from '../parts';
import { words } from '../words';
import type { CallSheet, Sheet } from './view';

export function CopiedFile({ sheet, call }: { sheet: Sheet; call: CallSheet }) {
  const [asking, setAsking] = useState(false);
  const { title, about, claim, claimed, clean, sure, clears, yes, cleaned } = words.sheet.copy;
  return (
    <Section title={title}>
      <p>{about}</p>
      {asking ? (
        <Confirm
          title={sure}
          yes={yes}
          busy={sheet.busy}
          onYes={() => sheet.act(() => call('startClean').then(() => cleaned))}
          onCancel={() => setAsking(false)}
        >
          <p>{clears}</p>
        </Confirm>
      ) : (
        <div class="actions">
          <Action
            label={claim}
            busy={sheet.busy}
            onPress={() => sheet.act(() => call('claimFile').then(() => claimed))}
          />
          <Action label={clean} busy={sheet.busy} onPress={() => setAsking(true)} />
        </div>
      )}
    </Section>
  );
}
