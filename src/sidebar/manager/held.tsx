// Outcomes that are held, since the manager did not record them, and the question before one counts.

import { useState } from 'preact/hooks';
import { Action, Confirm, Section } from '../parts';
import { managerWords } from '../words-manager';
import { type CallManager, type ManagerOverview, timeInWords, type Workbook } from './view';

export function Held(props: { view: ManagerOverview; workbook: Workbook; call: CallManager }) {
  const { view, workbook, call } = props;
  const [asked, setAsked] = useState('');
  const said = managerWords.held;
  if (view.held.length === 0) return null;
  const confirm = async (id: string, person: string) => {
    await workbook.act(() => call('confirmOutcome', id).then(() => said.done(person)));
    setAsked('');
  };
  return (
    <Section title={said.title(view.held.length)}>
      <p class="soft">{said.about(view.held.length)}</p>
      <dl class="entries">
        {view.held.map(({ id, person, round, recordedAt, because }) => (
          <div key={id}>
            <dt>{person}</dt>
            <dd>
              {said.of(round, timeInWords(recordedAt))}. {because}
              {asked === id ? (
                <Confirm
                  title={said.sure(person, round)}
                  yes={said.yes}
                  busy={workbook.busy}
                  onYes={() => confirm(id, person)}
                  onCancel={() => setAsked('')}
                >
                  <p>{said.follows}</p>
                </Confirm>
              ) : (
                <div class="actions">
                  <Action label={said.confirm} busy={workbook.busy} onPress={() => setAsked(id)} />
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
