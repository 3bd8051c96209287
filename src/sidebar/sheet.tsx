// The sidebar of a career sheet: where the person stands, and what may be done next.

import type * as server from '../entry/review';
import { connect } from './call';
import { Action, mount, Notice } from './parts';
import { Actions } from './sheet/actions';
import { CopiedFile } from './sheet/copied-file';
import { LastOutcome } from './sheet/last-outcome';
import { Levels } from './sheet/levels';
import { Progress } from './sheet/progress';
import { Scored } from './sheet/scored';
import { Who } from './sheet/who';
import { useSheetState } from './sheet-state';
import './style.css';
import { words } from './words';

const call = connect<typeof server>();
const load = () => call('loadReview');

function CareerSheet() {
  const sheet = useSheetState(load);
  const { view, busy, problem, message } = sheet;
  return (
    <div aria-busy={busy}>
      {view ? <Who view={view} /> : <h1>{words.sheet.title}</h1>}
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && (
        <>
          {view.problems.map((text) => (
            <Notice key={text} kind="problem" text={text} />
          ))}
          {view.user === '' && <Notice kind="warning" text={words.sheet.unknownUser} />}
          {view.place === 'template' && <Notice kind="warning" text={words.sheet.template} />}
          {view.place === 'copy' && <CopiedFile sheet={sheet} call={call} />}
          {view.place === 'own' && <Actions view={view} sheet={sheet} call={call} />}
          <Progress view={view} />
          <Levels view={view} />
          <Scored view={view} />
          {view.lastOutcome && <LastOutcome outcome={view.lastOutcome} />}
          {view.remarks.map((text) => (
            <Notice key={text} kind="warning" text={text} />
          ))}
        </>
      )}
      <div class="actions">
        <Action
          label={busy ? words.common.working : words.common.reload}
          onPress={sheet.reload}
          busy={busy}
        />
      </div>
    </div>
  );
}

mount(<CareerSheet />);
