// The dialog that imports a sheet from elsewhere: whose, from where, what was understood, and then
// the import. Nothing is written before the manager says so.

import { useEffect, useState } from 'preact/hooks';
import type * as importing from '../entry/import';
import type * as preparation from '../entry/preparation';
import { compareLevels } from '../import/compare';
import type { Look, Understood, Written } from '../import/request';
import type { Person } from '../rollup/prepare';
import { connect } from './call';
import { Levels } from './manager/import-levels';
import { OldTab } from './manager/import-tab';
import { Action, Confirm, mount, Notice, Section } from './parts';
import './style.css';
import './import.css';
import { words } from './words';
import { importWords as said } from './words-import';

/** Two files are opened that nobody may have opened for long. */
const PATIENCE_SECONDS = 180;

const call = connect<typeof importing & Pick<typeof preparation, 'loadPeople'>>(PATIENCE_SECONDS);

function Import() {
  const [people, setPeople] = useState<Person[] | null>(null);
  const [link, setLink] = useState('');
  const [email, setEmail] = useState('');
  const [look, setLook] = useState<Look | null>(null);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<Written | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState('');
  const [asks, setAsks] = useState(false);

  const act = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    await action().catch((error: Error) => setProblem(error.message));
    setBusy(false);
  };
  useEffect(() => {
    void act(() => call('loadPeople').then(setPeople));
  }, []);

  const change = () => {
    setLook(null);
    setWritten(null);
    setAsks(false);
  };
  const lookAtIt = () => {
    change();
    if (link.trim() === '' || email === '') return setProblem(said.missing);
    void act(async () => {
      const found = await call('lookAtOlderSheet', { link, email });
      setAccepted(new Set());
      setLook(found);
    });
  };
  const write = () =>
    act(async () => {
      if (!look) return;
      const request = { link, email, stamp: look.stamp, accepted: [...accepted] };
      setWritten(await call('importOlderSheet', request));
      setLook(null);
      setAsks(false);
    });
  const accept = (cells: readonly string[], isAccepted: boolean) => {
    const next = new Set(accepted);
    for (const cell of cells) isAccepted ? next.add(cell) : next.delete(cell);
    setAccepted(next);
  };
  const lookLabel = look ? said.lookAgain : said.look;
  const person = people?.find((one) => one.email === email)?.name ?? '';

  return (
    <div class="import" aria-busy={busy}>
      <p class="soft">{said.about}</p>
      {people?.length === 0 && <Notice kind="warning" text={said.nobody} />}
      <label class="field">
        {said.link}
        <input
          type="text"
          value={link}
          onInput={({ currentTarget }) => {
            setLink(currentTarget.value);
            change();
          }}
        />
        <span class="soft">{said.linkHint}</span>
      </label>
      <label class="field">
        {said.person}
        <select
          value={email}
          onChange={({ currentTarget }) => {
            setEmail(currentTarget.value);
            change();
          }}
        >
          {email === '' && <option value="">{said.choose}</option>}
          {people?.map((one) => (
            <option key={one.email} value={one.email}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <Action
          label={busy ? words.common.working : lookLabel}
          onPress={lookAtIt}
          busy={busy}
          primary={!look}
        />
      </div>
      <Notice kind="problem" text={problem} />
      {written && <Done written={written} />}
      {look && (
        <>
          <Understanding look={look} accepted={accepted} accept={accept} />
          <Writing
            fates={fatesOf(look, accepted)}
            person={person}
            busy={busy}
            asks={asks}
            ask={setAsks}
            write={write}
          />
        </>
      )}
    </div>
  );
}

function Understanding(props: {
  look: Look;
  accepted: ReadonlySet<string>;
  accept(cells: readonly string[], isAccepted: boolean): void;
}) {
  const { look, accepted, accept } = props;
  const { name, skills, shown, remarks, framework } = look;
  const tabs = [...new Set(skills.map(({ tab }) => tab))];
  const taken = skills.map((skill) => ({
    ...skill,
    skillId: isTaken(skill, accepted) ? skill.match.skillId : '',
  }));
  const close = skills.filter(({ match }) => match.kind === 'close').map(({ cell }) => cell);
  return (
    <Section title={said.understood(name, tabs.length, skills.length)}>
      {remarks.length > 0 && (
        <>
          <h3>{said.remarks}</h3>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      <Levels levels={compareLevels(framework, taken, { shown })} />
      {close.length > 0 && (
        <div class="actions">
          <Action label={said.acceptAll} onPress={() => accept(close, true)} />
          <Action label={said.acceptNone} onPress={() => accept(close, false)} />
        </div>
      )}
      {tabs.map((tab) => (
        <OldTab
          key={tab}
          name={tab}
          skills={skills.filter((skill) => skill.tab === tab)}
          accepted={accepted}
          accept={accept}
        />
      ))}
    </Section>
  );
}

function Writing(props: {
  fates: Understood['fate'][];
  person: string;
  busy: boolean;
  asks: boolean;
  ask(asks: boolean): void;
  write(): void;
}) {
  const count = (fate: Understood['fate']) => props.fates.filter((one) => one === fate).length;
  const [fill, archive] = [count('new'), count('archive')];
  if (fill + archive === 0) return <Notice kind="message" text={said.write.nothing} />;
  if (!props.asks) {
    return (
      <div class="actions">
        <Action label={said.write.action(fill + archive)} onPress={() => props.ask(true)} primary />
      </div>
    );
  }
  return (
    <Confirm
      title={said.write.sure(props.person)}
      yes={said.write.yes}
      busy={props.busy}
      onYes={props.write}
      onCancel={() => props.ask(false)}
    >
      <p>{said.write.follows(fill, archive, count('conflict'))}</p>
    </Confirm>
  );
}

function Done({ written }: { written: Written }) {
  const { scores, archived, there, conflicts } = written;
  return (
    <>
      <Notice kind="message" text={said.write.done(scores, archived, there)} />
      {conflicts.length > 0 && (
        <Section title={said.write.conflicts}>
          <ul>
            {conflicts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** The same words are the same skill; of close ones the manager says which are. */
function isTaken({ match, cell }: Understood, accepted: ReadonlySet<string>): boolean {
  return match.kind === 'exact' || accepted.has(cell);
}

function fatesOf({ skills }: Look, accepted: ReadonlySet<string>): Understood['fate'][] {
  return skills.map((skill) => (isTaken(skill, accepted) ? skill.fate : skill.fateAlone));
}

mount(<Import />);
