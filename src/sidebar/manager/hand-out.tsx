// Handing out: who gets what and what is wrong with whom, chosen and confirmed before anything is
// made, and what is not finished yet.

import { useState } from 'preact/hooks';
import { daysFor } from '../../handout/plan';
import type { FileRequest } from '../../handout/request';
import { Action, Confirm, Notice, Section } from '../parts';
import { roundWords } from '../words-rounds';
import { JobProgress } from './job-progress';
import type { CallHandOut, RoundsState, RoundsView } from './rounds';
import type { JobUnderWay } from './use-job';

const said = roundWords.handOut;
const MOST_LISTED = 50;

type View = RoundsView['handOut'];
type Row = View['rows'][number];

interface Props {
  view: View;
  sheet: RoundsState;
  job: JobUnderWay;
  call: CallHandOut;
}

export function HandOut(props: Props) {
  const { view, sheet, job, call } = props;
  const { busy } = sheet;
  const [asks, setAsks] = useState(false);
  const choice = useChoice(view.rows);
  const { files, managers } = choice;
  const isMaking = job.name === 'hand-out';
  const make = () => job.run('hand-out', ({ total, problems }) => said.done(total, problems));
  const handOut = async () => {
    await sheet.act(async () => {
      await call('startHandOut', { files, confirmed: managers.filter(choice.isConfirmed) });
      return make();
    });
    setAsks(false);
  };
  const wrong = view.rows.filter(({ problem }) => problem !== '');
  const count = (kind: FileRequest['file']) => files.filter(({ file }) => file === kind).length;
  const [sheets, branches] = [count('sheet'), count('branch')];
  return (
    <Section title={said.title}>
      <Notice kind="warning" text={view.problem} />
      {view.problem === '' && <p class="soft">{said.about(view.template)}</p>}
      {isMaking && <JobProgress title={said.running} job={job} />}
      <Unfinished {...props} onGoOn={() => sheet.act(make)} />
      {view.problem === '' && (
        <>
          <Chosen rows={view.rows} files={files} />
          <Leads rows={view.rows} choice={choice} />
          <Others view={view} choice={choice} />
        </>
      )}
      {files.length > 0 && view.problem === '' && !asks && job.name === null && (
        <div class="actions">
          <Action
            label={said.action(files.length)}
            onPress={() => setAsks(true)}
            busy={busy}
            primary
          />
        </div>
      )}
      {asks && (
        <Confirm
          title={said.sure(sheets, branches)}
          yes={said.yes}
          busy={busy}
          onYes={handOut}
          onCancel={() => setAsks(false)}
        >
          <p>{said.follows(view.user)}</p>
          <p>{said.takes(daysFor(sheets, branches))}</p>
        </Confirm>
      )}
      {wrong.length > 0 && (
        <details open={wrong.length <= 5}>
          <summary>{said.wrong(wrong.length)}</summary>
          <dl class="entries">
            {wrong.slice(0, MOST_LISTED).map(({ position, name, problem }) => (
              <div key={position}>
                <dt>{name}</dt>
                <dd>{problem}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Section>
  );
}

interface Choice {
  files: FileRequest[];
  /** Other managers whose people lack something, each once. */
  managers: string[];
  isConfirmed(manager: string): boolean;
  confirm(manager: string, yes: boolean): void;
  getsBranch(row: Row): boolean;
  giveBranch(row: Row, yes: boolean): void;
}

/** What is made: own reports without being asked, those of others and branch files as chosen. */
function useChoice(rows: readonly Row[]): Choice {
  const [confirmed, setConfirmed] = useState<Record<string, boolean>>({});
  const [branches, setBranches] = useState<Record<string, boolean>>({});
  const isConfirmed = (manager: string) => confirmed[keyOf(manager)] ?? false;
  const getsBranch = ({ email, branch }: Row) =>
    branch !== 'no' && (branches[email] ?? branch === 'should');
  const isIncluded = ({ otherManager }: Row) => otherManager === '' || isConfirmed(otherManager);
  const lacking = rows.filter((row) => row.needsSheet || getsBranch(row));
  const others = lacking.map(({ otherManager }) => otherManager).filter((one) => one !== '');
  return {
    files: lacking
      .filter(isIncluded)
      .flatMap((row): FileRequest[] => [
        ...(row.needsSheet ? [{ email: row.email, file: 'sheet' as const }] : []),
        ...(getsBranch(row) ? [{ email: row.email, file: 'branch' as const }] : []),
      ]),
    managers: others.filter(
      (manager, at) => others.findIndex((one) => keyOf(one) === keyOf(manager)) === at,
    ),
    isConfirmed,
    confirm: (manager, yes) => setConfirmed((now) => ({ ...now, [keyOf(manager)]: yes })),
    getsBranch,
    giveBranch: ({ email }, yes) => setBranches((now) => ({ ...now, [email]: yes })),
  };
}

const keyOf = (email: string) => email.toLowerCase();

function Chosen({ rows, files }: { rows: readonly Row[]; files: readonly FileRequest[] }) {
  const isMade = ({ email }: Row, kind: FileRequest['file']) =>
    files.some((one) => one.email === email && one.file === kind);
  const chosen = rows.filter((row) => isMade(row, 'sheet') || isMade(row, 'branch'));
  if (chosen.length === 0) {
    return rows.some(({ needsSheet }) => needsSheet) ? null : <p>{said.nothing}</p>;
  }
  return (
    <details open={chosen.length <= 10}>
      <summary>{said.all(chosen.length)}</summary>
      <ul>
        {chosen.slice(0, MOST_LISTED).map((row) => (
          <li key={row.position}>
            {said.gets(row.name, isMade(row, 'sheet'), isMade(row, 'branch'))}
          </li>
        ))}
      </ul>
      {chosen.length > MOST_LISTED && (
        <p class="soft">{roundWords.more(chosen.length - MOST_LISTED)}</p>
      )}
    </details>
  );
}

/** Those whom Team names as managers are chosen to begin with; anybody else may lead a team too. */
function Leads({ rows, choice }: { rows: readonly Row[]; choice: Choice }) {
  const possible = rows.filter(
    ({ branch, otherManager }) => branch !== 'no' && otherManager === '',
  );
  if (possible.length === 0) return null;
  return (
    <details>
      <summary>{said.leads}</summary>
      <p class="soft">{said.leadsAbout}</p>
      {possible.map((row) => (
        <label key={row.position} class="check">
          <input
            type="checkbox"
            checked={choice.getsBranch(row)}
            onChange={({ currentTarget }) => choice.giveBranch(row, currentTarget.checked)}
          />
          <span>{row.name}</span>
        </label>
      ))}
    </details>
  );
}

/** The confirmation that names who will own and read. */
function Others({ view, choice }: { view: View; choice: Choice }) {
  if (choice.managers.length === 0) return null;
  const countOf = (manager: string) =>
    view.rows.filter(
      (row) =>
        keyOf(row.otherManager) === keyOf(manager) && (row.needsSheet || choice.getsBranch(row)),
    ).length;
  return (
    <fieldset>
      <legend>{said.others}</legend>
      {choice.managers.map((manager) => (
        <label key={manager} class="check">
          <input
            type="checkbox"
            checked={choice.isConfirmed(manager)}
            onChange={({ currentTarget }) => choice.confirm(manager, currentTarget.checked)}
          />
          <span>{said.otherManager(manager, countOf(manager), view.user)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Unfinished({ view, sheet, job, call, onGoOn }: Props & { onGoOn(): void }) {
  const { unfinished } = view;
  if (unfinished.length === 0 || job.name !== null) return null;
  const forget = (email: string, file: FileRequest['file']) =>
    sheet.act(() => call('forgetMaking', { email, file }).then(() => said.forgotten));
  return (
    <>
      <h3>{said.unfinished(unfinished.length)}</h3>
      <dl class="entries">
        {unfinished.slice(0, MOST_LISTED).map(({ name, email, file, state, link, said: why }) => (
          <div key={`${email} ${file}`}>
            <dt>{name}</dt>
            <dd>
              {said.file[file]} · {state}
              {why !== '' && <p class="soft">{why}</p>}
              {link !== '' && (
                <p>
                  <a href={link} target="_blank" rel="noreferrer">
                    {said.open}
                  </a>
                </p>
              )}
              {state === 'Being made' && link === '' && why !== '' && (
                <div class="actions">
                  <Action
                    label={said.notThere}
                    onPress={() => forget(email, file)}
                    busy={sheet.busy}
                  />
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <Action label={roundWords.goOn} onPress={onGoOn} busy={sheet.busy} primary />
      </div>
    </>
  );
}
