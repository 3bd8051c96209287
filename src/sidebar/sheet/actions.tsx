// What comes next: a sentence, the actions that the status allows, and the question before each.

import { useRef, useState } from 'preact/hooks';
import type { Action as Act } from '../../review/status';
import { Action, Notice, Section } from '../parts';
import { words } from '../words';
import { OpenReview } from './open-review';
import { Record } from './record';
import { UNSAVED } from './saving';
import { StartRound } from './start-round';
import { Submit } from './submit';
import type { CallSheet, Overview, ReviewSheet, ViewProps } from './view';

/** What each question is given. `run` does it, says the sentence that it comes to and closes the question. */
export interface Question {
  data: ReviewSheet;
  view: Overview;
  busy: boolean;
  call: CallSheet;
  run(action: () => Promise<string>): void;
  onCancel(): void;
}

const QUESTIONS = {
  submit: Submit,
  openReview: OpenReview,
  record: Record,
  startRound: StartRound,
};

export function Actions({ data, view, sheet, call, answers }: ViewProps) {
  const [asked, setAsked] = useState<Exclude<Act, 'takeBack'> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setAsked(null);
    place.current?.focus();
  };
  const run = async (action: () => Promise<string>) => {
    if (await sheet.act(action)) close();
  };
  const press = async (action: Act) => {
    if (action === 'takeBack') {
      return run(() => call('takeBackReview').then(() => words.sheet.takenBack));
    }
    // People go on typing while the sidebar is open: ask about the sheet as it is now.
    if (!(await answers.flush())) document.getElementById(UNSAVED)?.focus();
    else if (await sheet.reload()) setAsked(action);
  };
  const Asked = asked && view.actions.includes(asked) ? QUESTIONS[asked] : null;
  const primary = view.actions.find((action) => action !== 'takeBack' && !isAgain(action, view));
  const others = view.actions.filter((action) => action !== primary);
  const warning = warningOf(view);
  return (
    <Section title={words.sheet.next.title}>
      <div ref={place} tabIndex={-1} class="home">
        {warning === '' ? <p>{hintOf(view)}</p> : <Notice kind="warning" text={warning} />}
        {Asked ? (
          <Asked data={data} view={view} busy={sheet.busy} call={call} run={run} onCancel={close} />
        ) : (
          <div class="actions">
            {[...(primary ? [primary] : []), ...others].map((action) => (
              <Action
                key={action}
                label={labelOf(action, view)}
                primary={action === primary}
                busy={sheet.busy}
                onPress={() => press(action)}
              />
            ))}
          </div>
        )}
      </div>
    </Section>
  );
}

function labelOf(action: Act, view: Overview): string {
  const { actions } = words.sheet;
  return isAgain(action, view) ? actions.recordAgain : actions[action];
}

/** Recording when this round has its outcome replaces it. */
function isAgain(action: Act, view: Overview): boolean {
  return action === 'record' && view.lastOutcome?.isOfThisRound === true;
}

function hintOf({ status, role, person, managerEmail, round }: Overview): string {
  const { next, theManager } = words.sheet;
  const isPerson = role === 'person' || role === 'both';
  if (status === 'Draft') {
    return isPerson ? next.Draft.person : next.Draft.manager(person || words.sheet.nobody);
  }
  if (status === 'Submitted') {
    return role === 'person'
      ? next.Submitted.person(managerEmail || theManager)
      : next.Submitted.manager;
  }
  return status === 'Recorded' ? next.Recorded(round || words.sheet.thisRound) : next['In review'];
}

/** Where the status, which people may type, and the rest of the sheet say different things. */
function warningOf(view: Overview): string {
  const { status, lastOutcome, round } = view;
  const { next, thisRound } = words.sheet;
  const isRecorded = lastOutcome?.isOfThisRound === true;
  if (status === 'Recorded' && !isRecorded) return next.recordedWithout(round || thisRound);
  if (status === 'In review' && isRecorded) return next.recordedAlready(round || thisRound);
  const startsBlank = view.agreedScored === 0 && view.selfScored > 0;
  return status === 'In review' && startsBlank ? next.nothingAgreed : '';
}
