// The questions before an outcome is recorded: who agrees, what stays unscored, who records, what it replaces.

import { useState } from 'preact/hooks';
import { Confirm, Notice } from '../parts';
import { words } from '../words';
import type { Question } from './actions';
import { inWords, timeInWords } from './view';

export function Record({ view, busy, call, run, onCancel }: Question) {
  const said = words.sheet.record;
  const person = view.person || words.sheet.person;
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const [asksAgain, setAsksAgain] = useState(false);

  const replaced = view.lastOutcome?.isOfThisRound ? view.lastOutcome : null;
  const notScored = view.competencies.filter((competency) => competency.notScored.length > 0);
  const isManager = view.role === 'manager' || view.role === 'both';
  const record = (answer: boolean) => async () => {
    await call('recordReview', {
      outcomeId: view.outcomeId,
      lastOutcomeId: view.lastOutcome?.id ?? '',
      agrees: answer,
      confirmed: {
        notScored: notScored.flatMap((competency) => competency.notScored.map(({ id }) => id)),
        notManager: !isManager,
        replaces: replaced !== null,
      },
    });
    return said.done;
  };
  return (
    <Confirm
      title={replaced ? said.sureAgain : said.sure}
      yes={said.yes}
      busy={busy}
      onYes={() => (agrees === null ? setAsksAgain(true) : run(record(agrees)))}
      onCancel={onCancel}
    >
      {view.agreedProgress !== null && (
        <p>{said.summary(inWords(view.agreedProgress), view.raised, view.lowered)}</p>
      )}
      {replaced && <p>{said.replaces(timeInWords(replaced.recordedAt))}</p>}
      {!isManager && (
        <Notice kind="warning" text={words.sheet.notManager(view.user, view.managerEmail)} />
      )}
      {notScored.length > 0 && (
        <>
          <p>{said.notScored}</p>
          {notScored.map((competency) => (
            <div key={competency.id}>
              <p class="soft">{competency.name}</p>
              <ul>
                {competency.notScored.map(({ id, skill }) => (
                  <li key={id}>{skill}</li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
      <fieldset>
        <legend>{said.agrees(person)}</legend>
        {[true, false].map((answer) => (
          <label class="check" key={String(answer)}>
            <input
              type="radio"
              name="agrees"
              checked={agrees === answer}
              onChange={() => setAgrees(answer)}
            />
            <span>{answer ? said.yesAgrees : said.noAgrees}</span>
          </label>
        ))}
      </fieldset>
      {asksAgain && agrees === null && <Notice kind="problem" text={said.missing(person)} />}
    </Confirm>
  );
}
