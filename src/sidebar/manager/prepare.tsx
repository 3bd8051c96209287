// Preparing a one-to-one: choose a person, see both views side by side, score and note, open the review.

import { useState } from 'preact/hooks';
import type * as server from '../../entry/preparation';
import { viewsOf } from '../../review/differences';
import { levelsOf, progressIn, type Scores, standingOf } from '../../review/standing';
import type { Person, PreparationView } from '../../rollup/prepare';
import { connect } from '../call';
import { Action, Bar, Notice, Section } from '../parts';
import { SaveState, Saving } from '../sheet/saving';
import { useSheetState } from '../sheet-state';
import { words } from '../words';
import { prepareWords as said } from '../words-prepare';
import { OpenPrepared } from './open-prepared';
import { PreparedSkills } from './prepared-skills';
import { usePreparation } from './use-preparation';
import { inWords } from './view';

/** A career sheet that nobody opened for long takes Google some seconds. */
const PATIENCE_SECONDS = 60;

const call = connect<typeof server>(PATIENCE_SECONDS);
const loadPeople = () => call('loadPeople');

export function Prepare({ onLeave }: { onLeave(): void }) {
  const people = useSheetState(loadPeople);
  const [email, setEmail] = useState('');
  const chosen = people.view?.find((person) => person.email === email);
  return (
    <div aria-busy={chosen ? undefined : people.busy}>
      <header class="who">
        <h1>{said.title}</h1>
        <Action label={said.back} onPress={onLeave} />
      </header>
      {!chosen && <p class="soft">{said.about}</p>}
      <Notice kind="problem" text={people.problem} />
      {people.view?.length === 0 && <Notice kind="warning" text={said.emptyTeam} />}
      {people.view && people.view.length > 0 && (
        <label class="field">
          {said.person}
          <select value={email} onChange={(event) => setEmail(event.currentTarget.value)}>
            {!chosen && <option value="">{said.choose}</option>}
            {people.view.map((person) => (
              <option key={person.email} value={person.email}>
                {said.option(person.name, person.status)}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen && <OnePerson key={chosen.email} person={chosen} />}
      {!people.view && people.busy && <p class="soft">{words.common.loading}</p>}
    </div>
  );
}

function OnePerson({ person }: { person: Person }) {
  const { sheet, answers, rows } = usePreparation(call, person.email);
  const { view, busy, problem, message } = sheet;
  const reload = async () => {
    await answers.flush();
    await sheet.reload();
  };
  return (
    <div aria-busy={busy}>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && rows && (
        <>
          {view.problems.map((text) => (
            <Notice key={text} kind="warning" text={text} />
          ))}
          <Section title={said.review}>
            <p>{statusInWords(view)}</p>
            {view.status === 'Submitted' && (
              <OpenPrepared view={view} rows={rows} sheet={sheet} answers={answers} call={call} />
            )}
          </Section>
          <Saving answers={answers} data={view} />
          <Standing view={view} manager={viewsOf(view.framework, rows, undefined).manager} />
          <PreparedSkills view={view} rows={rows} answers={answers} />
        </>
      )}
      <div class="actions bottom">
        <Action
          label={busy ? words.common.working : words.common.reload}
          onPress={reload}
          busy={busy}
        />
        <SaveState answers={answers} />
      </div>
    </div>
  );
}

/** Progress and levels by what the manager prepared, beside the person's own. */
function Standing({ view, manager }: { view: PreparationView; manager: Scores }) {
  const { framework, selfScores, direction, name } = view;
  const top = framework.levels.length - 1;
  const mine = standingOf(framework, manager);
  const theirs = selfScores && standingOf(framework, selfScores);
  const progressOf = (standing: typeof mine) => {
    try {
      return progressIn(framework, direction, levelsOf(standing));
    } catch (_) {
      return null;
    }
  };
  const both = (own: string, other: string | null) =>
    other === null ? `${said.yours} ${own}` : `${said.yours} ${own} · ${name} ${other}`;
  const shown = (progress: number | null) => (progress === null ? said.unknown : inWords(progress));
  const own = progressOf(mine);
  const other = theirs && progressOf(theirs);
  return (
    <Section title={said.standing}>
      <Bar
        name={said.progress}
        text={both(shown(own), theirs && shown(other))}
        value={own ?? 0}
        was={other ?? undefined}
        of={top}
      />
      {framework.competencies.map(({ id, name: competency, emoji }, at) => (
        <Bar
          key={id}
          name={`${emoji} ${competency}`.trim()}
          text={both(String(mine[at].level), theirs && String(theirs[at].level))}
          value={mine[at].level}
          was={theirs?.[at].level}
          of={top}
          steps={top}
        />
      ))}
    </Section>
  );
}

function statusInWords({ status, name, round }: PreparationView): string {
  if (status === null) return said.status.unknown;
  return said.status[status](name, round);
}
