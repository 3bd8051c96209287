// The question before a review is opened.

import { Confirm } from '../parts';
import { words } from '../words';
import type { Question } from './actions';

export function OpenReview({ view, busy, call, run, onCancel }: Question) {
  const said = words.sheet.openReview;
  return (
    <Confirm
      title={said.sure}
      yes={said.yes}
      busy={busy}
      onYes={() => run(() => call('openReview').then(() => said.done))}
      onCancel={onCancel}
    >
      {view.role === 'other' && <p>{words.sheet.standsIn(view.user, view.managerEmail)}</p>}
      <p>{said.follows(view.person || words.sheet.person)}</p>
    </Confirm>
  );
}
