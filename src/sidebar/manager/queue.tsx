// The queue: whose turn it is now, and who is late, waits, is new or changed managers.

import { Section } from '../parts';
import { managerWords } from '../words-manager';
import type { CallManager, ManagerOverview, Workbook } from './view';

export function Queue(props: { view: ManagerOverview; workbook: Workbook; call: CallManager }) {
  const { view, workbook, call } = props;
  const said = managerWords.queue;
  if (view.queue.length === 0) return null;
  const show = (email: string) => workbook.act(() => call('showInQueue', email).then(() => ''));
  return (
    <Section title={said.title}>
      {view.queue.map(({ group, count, people }) => (
        <details key={group} open={group === 'now'}>
          <summary>
            {said.groups[group]} ({count})
          </summary>
          <ul class="queue">
            {people.map(({ name, email, note }) => (
              <li key={email}>
                <button type="button" class="quiet" onClick={() => show(email)}>
                  {name}
                </button>{' '}
                {note !== '' && <span class="soft">{said.notes[group](note)}</span>}
              </li>
            ))}
          </ul>
          {count > people.length && <p class="soft">{said.more(count - people.length)}</p>}
        </details>
      ))}
    </Section>
  );
}
