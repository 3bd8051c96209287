// The question before the self scores are handed in: what is missing, and whom to ask first.

import { useState } from 'preact/hooks';
import { itemsOf, shareOf } from '../../review/assessment';
import { Confirm } from '../parts';
import { words } from '../words';
import type { Question } from './actions';
import { said as mine } from './person-words';

export function Submit({ view, data, busy, call, run, onCancel }: Question) {
  const said = words.sheet.submit;
  const { managerEmail, email, user } = view;
  const offersManager = managerEmail !== '' && view.role !== 'both';
  const [addManager, setAddManager] = useState(true);
  const items = itemsOf(data);
  const missing = data.framework.competencies
    .map(({ id, name, emoji }) => {
      const { scored, of } = shareOf(items.filter(({ skill }) => skill.competency === id));
      return { id, name: `${emoji} ${name}`.trim(), count: of - scored };
    })
    .filter(({ count }) => count > 0);
  const unscored = missing.reduce((sum, { count }) => sum + count, 0);
  const leftOut = view.skills - view.selfScored - unscored;
  const toConfirm = items.filter((item) => item.toConfirm).length;
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
      {unscored > 0 && (
        <>
          <p>{said.unscored(unscored)}</p>
          <ul>
            {missing.map(({ id, name, count }) => (
              <li key={id}>{`${name}: ${count}`}</li>
            ))}
          </ul>
        </>
      )}
      {leftOut > 0 && <p>{mine.submit.outOfReach(leftOut)}</p>}
      {toConfirm > 0 && <p>{mine.submit.toConfirm(toConfirm)}</p>}
      {email === '' && <p>{said.yourEmail(user)}</p>}
      <p>{mine.submit.feedback}</p>
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
