// Outcomes that are held, since the manager did not record them, and the question before they count.

import { useState } from 'preact/hooks';
import { nameKey } from '../../rules/grade';
import { Action, Confirm, Section } from '../parts';
import { managerWords } from '../words-manager';
import { type CallManager, type ManagerOverview, timeInWords, type Workbook } from './view';

type Outcome = ManagerOverview['held'][number];

const said = managerWords.held;

export function Held(props: { view: ManagerOverview; workbook: Workbook; call: CallManager }) {
  const { view, workbook, call } = props;
  const [asked, setAsked] = useState('');
  if (view.held.length === 0) return null;
  const confirm = async (outcomes: readonly Outcome[]) => {
    const [{ person }] = outcomes;
    const ids = outcomes.map(({ id }) => id);
    await workbook.act(() =>
      call('confirmOutcomes', ids).then(() => said.done(person, outcomes.length)),
    );
    setAsked('');
  };
  const question = (label: string, outcomes: readonly Outcome[]) => {
    const [{ person, id }] = outcomes;
    const key = `${id} ${outcomes.length}`;
    if (asked !== key) {
      return (
        <div class="actions">
          <Action label={label} busy={workbook.busy} onPress={() => setAsked(key)} />
        </div>
      );
    }
    return (
      <Confirm
        title={said.sure(
          person,
          outcomes.map(({ round }) => round),
        )}
        yes={said.yes(outcomes.length)}
        busy={workbook.busy}
        onYes={() => confirm(outcomes)}
        onCancel={() => setAsked('')}
      >
        <p>{said.follows}</p>
      </Confirm>
    );
  };
  return (
    <Section title={said.title(view.held.length)}>
      <p class="soft">{said.about(view.held.length)}</p>
      <dl class="entries">
        {byPerson(view.held).map((outcomes) => (
          <div key={outcomes[0].id}>
            <dt>{outcomes[0].person}</dt>
            {outcomes.map((outcome) => (
              <dd key={outcome.id}>
                {said.of(outcome.round, timeInWords(outcome.recordedAt))}. {outcome.because}
                {question(said.confirm, [outcome])}
              </dd>
            ))}
            {outcomes.length > 1 && <dd>{question(said.confirmAll(outcomes.length), outcomes)}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** In the order in which each person comes first. */
function byPerson(held: readonly Outcome[]): Outcome[][] {
  const people = new Map<string, Outcome[]>();
  for (const outcome of held) {
    const key = nameKey(outcome.email);
    people.set(key, [...(people.get(key) ?? []), outcome]);
  }
  return Array.from(people.values());
}
