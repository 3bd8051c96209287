// The review as a whole: what comes next, and what was recorded last.

import { Facts, Notice } from '../parts';
import { words } from '../words';
import { Actions } from './actions';
import { FollowUp } from './follow-up';
import { LastOutcome } from './last-outcome';
import { Readers } from './readers';
import { Scored } from './scored';
import type { ViewProps } from './view';

export function Review(props: ViewProps) {
  const { data, view, call } = props;
  const last = data.outcomes.find(({ id }) => id === view.lastOutcome?.id);
  const { facts } = words.sheet;
  return (
    <>
      <Actions {...props} />
      <Scored {...props} />
      {view.lastOutcome && <LastOutcome outcome={view.lastOutcome} />}
      {last && <FollowUp data={data} outcome={last} call={call} />}
      <section>
        <Facts
          facts={[
            [facts.round, view.round],
            [facts.direction, view.direction],
            [facts.currentGrade, view.currentGrade],
            [facts.manager, view.managerEmail],
            [facts.you, view.role === 'other' ? view.user : ''],
          ]}
        />
      </section>
      {view.place === 'own' && <Readers data={data} call={call} />}
      {view.remarks.map((text) => (
        <Notice key={text} kind="warning" text={text} />
      ))}
    </>
  );
}
