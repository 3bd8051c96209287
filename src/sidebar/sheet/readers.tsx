// Who can read this file, as far as can be seen from here.

import { useState } from 'preact/hooks';
import { isSamePerson } from '../../review/status';
import type { Reader } from '../../sheets/readers';
import { Action, Notice, Section } from '../parts';
import { words } from '../words';
import { said as allSaid } from './one-to-one-words';
import type { CallSheet, ReviewSheet } from './view';

const said = allSaid.readers;

export function Readers({ data, call }: { data: ReviewSheet; call: CallSheet }) {
  const [readers, setReaders] = useState<Reader[] | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setProblem('');
    await call('loadReaders').then(setReaders, (error: Error) => setProblem(error.message));
    setBusy(false);
  };
  const who = (email: string) => {
    if (isSamePerson(email, data.email)) return said.person;
    return isSamePerson(email, data.managerEmail) ? said.manager : '';
  };
  const more = readers?.filter(({ email }) => who(email) === '').length ?? 0;
  return (
    <Section title={said.title}>
      <Notice kind="problem" text={problem} />
      {readers && (
        <>
          {more > 0 && <Notice kind="warning" text={said.more(more)} />}
          <ul class="readers" aria-label={said.title}>
            {readers.map(({ email, mayEdit }) => (
              <li key={email}>
                {email}{' '}
                <span class="soft">
                  {[who(email), mayEdit ? said.mayEdit : said.mayView].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="soft">{said.notSeen}</p>
      <div class="actions">
        <Action label={busy ? words.common.working : said.look} busy={busy} onPress={look} />
      </div>
    </Section>
  );
}
