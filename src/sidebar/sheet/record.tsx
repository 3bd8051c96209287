// The questions before an outcome is recorded: who agrees, what stays unscored, who records, what it replaces.

import { useState } from 'preact/hooks';
import { openGoals } from '../../review/agenda';
import { scoresById } from '../../review/answers';
import { outcomeBefore } from '../../review/differences';
import { composeOutcome } from '../../review/outcome';
import { summaryOf } from '../../review/summary';
import { NoteField } from '../note-field';
import { Confirm, Notice } from '../parts';
import { words } from '../words';
import type { Question } from './actions';
import { said as allSaid } from './one-to-one-words';
import { linesOf, SummaryInWords } from './summary';
import { type ReviewSheet, timeInWords, today } from './view';

const talk = allSaid.record;

export function Record({ data, view, busy, call, run, onCancel }: Question) {
  const said = words.sheet.record;
  const person = view.person || words.sheet.person;
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const [asksAgain, setAsksAgain] = useState(false);
  const [statement, setStatement] = useState('');

  const replaced = view.lastOutcome?.isOfThisRound ? view.lastOutcome : null;
  const notScored = view.competencies.filter((competency) => competency.notScored.length > 0);
  const isManager = view.role === 'manager' || view.role === 'both';
  const record = (answer: boolean) => async () => {
    await call('recordReview', {
      outcomeId: view.outcomeId,
      lastOutcomeId: view.lastOutcome?.id ?? '',
      agrees: answer,
      statement,
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
      {view.agreedProgress !== null && <SummaryInWords lines={linesToRecord(data)} />}
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
      <NoteField label={talk.statement(person)} text={statement} onChange={setStatement} />
      <p class="soft">{talk.stays}</p>
      {asksAgain && agrees === null && <Notice kind="problem" text={said.missing(person)} />}
    </Confirm>
  );
}

/** What would be recorded now. */
function linesToRecord(data: ReviewSheet) {
  const { framework, outcomes, round } = data;
  const { self, agreed } = scoresById(framework, data.rows);
  const before = outcomeBefore(outcomes, round);
  const { person, email, managerEmail, direction, currentGrade } = data;
  const outcome = composeOutcome(
    {
      id: data.outcomeId,
      recordedAt: '',
      recordedBy: data.user,
      person,
      email,
      managerEmail,
      round,
      direction,
      currentGrade,
      selfScores: self,
      agreedScores: agreed,
      agrees: false,
      replaces: '',
    },
    framework,
  );
  return linesOf(summaryOf(framework, outcome, before), {
    before: before?.round ?? '',
    levelNames: framework.levels,
    hasGrades: framework.grades.length > 0,
    goals: openGoals(data.goals, today()).map(({ goal }) => goal),
  });
}
