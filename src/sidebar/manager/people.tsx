// A person who moves to another manager, or leaves: chosen, shown, confirmed.

import { useState } from 'preact/hooks';
import type * as server from '../../entry/rounds';
import type { Somebody } from '../../handout/leaver';
import type { PersonView } from '../../handout/move';
import { isSamePerson } from '../../review/status';
import { connect } from '../call';
import { Action, Confirm, Facts, Notice, Section } from '../parts';
import { type SheetState, useSheetState } from '../sheet-state';
import { words } from '../words';
import { peopleWords as said } from '../words-rounds';

/** A career sheet that nobody opened for long takes Google some seconds. */
const PATIENCE_SECONDS = 60;

const call = connect<typeof server>(PATIENCE_SECONDS);
const load = () => call('loadEverybody');

type People = SheetState<Somebody[]>;

export function People({ onLeave }: { onLeave(): void }) {
  const people = useSheetState(load);
  const { view, busy, problem, message } = people;
  const [email, setEmail] = useState('');
  const [traces, setTraces] = useState<string[]>([]);
  const chosen = view?.find((person) => person.email === email);
  const choose = (next: string) => {
    setEmail(next);
    setTraces([]);
  };
  return (
    <div aria-busy={busy}>
      <header class="who">
        <h1>{said.title}</h1>
        <Action label={said.back} onPress={onLeave} />
      </header>
      <p class="soft">{said.about}</p>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {traces.length > 0 && (
        <>
          <h3>{said.remove.traces}</h3>
          <ul>
            {traces.map((trace) => (
              <li key={trace}>{trace}</li>
            ))}
          </ul>
        </>
      )}
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view?.length === 0 && <Notice kind="warning" text={said.nobody} />}
      {view && view.length > 0 && (
        <label class="field">
          {said.person}
          <select value={email} onChange={(event) => choose(event.currentTarget.value)}>
            {!chosen && <option value="">{said.choose}</option>}
            {view.map((person) => (
              <option key={person.email} value={person.email}>
                {person.inTeam ? person.name : said.gone(person.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen?.inTeam && <Move key={`move ${email}`} email={email} people={people} />}
      {chosen && (
        <Remove key={`remove ${email}`} person={chosen} people={people} onTraces={setTraces} />
      )}
    </div>
  );
}

function Move({ email, people }: { email: string; people: People }) {
  const [loadPerson] = useState(() => () => call('lookAtPerson', { email }));
  const person = useSheetState(loadPerson);
  const { view, busy, problem } = person;
  return (
    <Section title={said.move.title}>
      <Notice kind="problem" text={problem} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && <Notice kind="warning" text={view.problem} />}
      {view?.sheet && (
        <MoveForm view={view} sheet={view.sheet} people={people} onMoved={person.reload} />
      )}
    </Section>
  );
}

function MoveForm(props: {
  view: PersonView;
  sheet: NonNullable<PersonView['sheet']>;
  people: People;
  onMoved(): void;
}) {
  const { view, sheet, people, onMoved } = props;
  const { name, email, managerEmail, user } = view;
  // Somebody may have typed the new manager into Team already.
  const isTyped = !isSamePerson(managerEmail, sheet.managerEmail);
  const [manager, setManager] = useState(isTyped ? managerEmail : '');
  const old = sheet.readers.filter(
    (reader) => ![email, manager].some((one) => isSamePerson(one, reader.email)),
  );
  const [kept, setKept] = useState<Record<string, boolean>>({});
  const isManagers = (reader: string) =>
    [managerEmail, sheet.managerEmail].some((one) => isSamePerson(one, reader));
  const isTaken = (reader: string) => !(kept[reader] ?? !isManagers(reader));
  const wasMine = isSamePerson(managerEmail, user);
  const [leaves, setLeaves] = useState<boolean | null>(null);
  const leavesTeam = leaves ?? (wasMine && !isSamePerson(manager, user));
  const [asks, setAsks] = useState(false);
  const takeFrom = old.map((reader) => reader.email).filter(isTaken);
  const move = async () => {
    const request = { email, managerEmail: manager, takeFrom, leavesTeam };
    const isMoved = await people.act(() =>
      call('movePerson', request).then(({ said: left }) => said.move.done(name, left)),
    );
    setAsks(false);
    if (isMoved) onMoved();
  };
  return (
    <>
      <Facts
        facts={[
          [said.facts.manager, managerEmail],
          [said.facts.onSummary, sheet.managerEmail],
          [said.facts.owner, sheet.owner],
          [said.facts.status, sheet.status],
        ]}
      />
      <label class="field">
        {said.move.email}
        <input
          type="text"
          value={manager}
          onInput={(event) => setManager(event.currentTarget.value.trim())}
        />
      </label>
      {old.length === 0 ? (
        <p class="soft">{said.move.noneToTake}</p>
      ) : (
        <fieldset>
          <legend>{said.move.takeFrom}</legend>
          {old.map((reader) => (
            <label key={reader.email} class="check">
              <input
                type="checkbox"
                checked={isTaken(reader.email)}
                onChange={({ currentTarget }) =>
                  setKept((now) => ({ ...now, [reader.email]: !currentTarget.checked }))
                }
              />
              <span>{reader.email}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={leavesTeam}
          onChange={({ currentTarget }) => setLeaves(currentTarget.checked)}
        />
        <span>{said.move.leaves(name)}</span>
      </label>
      {asks ? (
        <Confirm
          title={said.move.sure(name, manager)}
          yes={said.move.yes}
          busy={people.busy}
          onYes={move}
          onCancel={() => setAsks(false)}
        >
          <p>{said.move.gives(manager)}</p>
          {takeFrom.length > 0 && <p>{said.move.takes(takeFrom.join(', '))}</p>}
          <p>{said.move.after}</p>
        </Confirm>
      ) : (
        <div class="actions">
          <Action
            label={said.move.action}
            onPress={() => setAsks(true)}
            busy={people.busy || manager === ''}
          />
        </div>
      )}
    </>
  );
}

function Remove(props: { person: Somebody; people: People; onTraces(traces: string[]): void }) {
  const { person, people, onTraces } = props;
  const { name, email } = person;
  const [asks, setAsks] = useState(false);
  const remove = async () => {
    setAsks(false);
    await people.act(async () => {
      const { rows, traces } = await call('removePerson', { email });
      onTraces(traces);
      const counts = Object.keys(rows).map((tab) => said.remove.rows(rows[tab], tab));
      return said.remove.done(name, counts.join(', '));
    });
  };
  return (
    <Section title={said.remove.title}>
      <p class="soft">{said.remove.about(name)}</p>
      {asks ? (
        <Confirm
          title={said.remove.sure(name)}
          yes={said.remove.yes}
          busy={people.busy}
          onYes={remove}
          onCancel={() => setAsks(false)}
        >
          <p>{said.remove.follows}</p>
        </Confirm>
      ) : (
        <div class="actions">
          <Action label={said.remove.action} onPress={() => setAsks(true)} busy={people.busy} />
        </div>
      )}
    </Section>
  );
}
