// The review as a whole: what comes next, and what was recorded last.

import { Facts, Notice } from '../parts';
import { words } from '../words';
import { Actions } from './actions';
import { LastOutcome } from './last-outcome';
import { Scored } from './scored';
import type { ViewProps } from './view';

export function Review(props: ViewProps) {
  const { view } = props;
  const { facts } = words.sheet;
  return (
    <>
      <Actions {...props} />
      <Scored view={view} />
      {view.lastOutcome && <LastOutcome outcome={view.lastOutcome} />}
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
      {view.remarks.map((text) => (
        <Notice key={text} kind="warning" text={text} />
      ))}
    </>
  );
}
