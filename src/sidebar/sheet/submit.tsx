// The question before the self scores are handed in.

import { useState } from 'preact/hooks';
import { Confirm } from '../parts';
import { words } from '../words';
import type { Question } from './actions';

export function Submit({ view, busy, call, run, onCancel }: Question) {
  const said = words.sheet.submit;
  const { managerEmail, email, user } = view;
  const offersManager = managerEmail !== '' && view.role !== 'both';
  const [addManager, setAddManager] = useState(true);
  const unscored = view.skills - view.selfScored;
  const submit = async () => {
    const { manager } = await call('submitReview', { addManager: offersManager && addManager });
    if (manager === 'added') return said.added(managerEmail);
    return manager === 'notAdded' ? said.notAdded(managerEmail) : said.done;
  };
  return (
    <Confirm
      title={said.sure}
      yes={said.yes}
      busy={busy}
      onYes={() => run(submit)}
      onCancel={onCancel}
    >
      {unscored > 0 && <p>{said.unscored(unscored)}</p>}
      {email === '' && <p>{said.yourEmail(user)}</p>}
      {offersManager && (
        <label class="check">
          <input
            type="checkbox"
            checked={addManager}
            onChange={(event) => setAddManager(event.currentTarget.checked)}
          />
          <span>{said.addManager(managerEmail)}</span>
        </label>
      )}
    </Confirm>
  );
}
