// The sidebar of a manager workbook: the team at a glance, the rollup, what needs the manager.

import { useState } from 'preact/hooks';
import type * as server from '../entry/rollup';
import { connect } from './call';
import { Held } from './manager/held';
import { People } from './manager/people';
import { Prepare } from './manager/prepare';
import { Problems } from './manager/problems';
import { Queue } from './manager/queue';
import { RollUp } from './manager/roll-up';
import { Rounds } from './manager/rounds';
import { Team } from './manager/team';
import { Updates } from './manager/updates';
import { Action, mount, Notice } from './parts';
import { useSheetState } from './sheet-state';
import './style.css';
import './one-to-one.css';
import './manager/manager.css';
import { words } from './words';
import { managerWords } from './words-manager';
import { prepareWords } from './words-prepare';
import { peopleWords, roundWords } from './words-rounds';
import { updateWords } from './words-updates';

/** What opens in place of the team. */
const VIEWS = { rounds: Rounds, prepare: Prepare, updates: Updates, people: People };

const call = connect<typeof server>();
const load = () => call('loadManager');

function ManagerWorkbook() {
  const workbook = useSheetState(load);
  const { view, busy, problem, message } = workbook;
  const [opened, setOpened] = useState<keyof typeof VIEWS | null>(null);
  if (opened) {
    const View = VIEWS[opened];
    return <View onLeave={() => setOpened(null)} />;
  }
  return (
    <div aria-busy={busy}>
      <header class="who">
        <h1>{managerWords.title}</h1>
        {view?.isSetUp && <span class="badge">{managerWords.team.people(view.people)}</span>}
      </header>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && !view.isSetUp && <Notice kind="warning" text={managerWords.notSetUp} />}
      {view?.isSetUp && view.people === 0 && (
        <Notice kind="warning" text={managerWords.emptyTeam} />
      )}
      <Notice kind="warning" text={view?.lastRun?.branchProblem ?? ''} />
      {view?.isSetUp && (
        <>
          <RollUp view={view} workbook={workbook} />
          {view.lastRun && <Team view={view} />}
          <Queue view={view} workbook={workbook} call={call} />
          <Held view={view} workbook={workbook} call={call} />
          {view.lastRun && <Problems view={view} />}
        </>
      )}
      <div class="actions">
        {view?.isSetUp && view.people > 0 && (
          <>
            <Action label={roundWords.start} onPress={() => setOpened('rounds')} />
            <Action label={prepareWords.start} onPress={() => setOpened('prepare')} />
          </>
        )}
        {view?.isSetUp && (
          <>
            <Action label={updateWords.start} onPress={() => setOpened('updates')} />
            <Action label={peopleWords.start} onPress={() => setOpened('people')} />
          </>
        )}
        <Action
          label={busy ? words.common.working : words.common.reload}
          onPress={workbook.reload}
          busy={busy}
        />
      </div>
    </div>
  );
}

mount(<ManagerWorkbook />);
