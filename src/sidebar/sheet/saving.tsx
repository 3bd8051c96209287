// Which answers the sheet does not hold yet, why, and where somebody else changed the same cell.

import { ASSESSMENT } from '../../layout/career-sheet';
import { Action } from '../parts';
import { words } from '../words';
import type { AnswerQueue } from './answers';
import type { ReviewSheet } from './view';

/** Where the page says what is not saved. */
export const UNSAVED = 'unsaved';

export function Saving(props: { answers: AnswerQueue; data: Pick<ReviewSheet, 'framework'> }) {
  const { answers, data } = props;
  const said = words.sheet.saving;
  const { problem, unsaved, clashes } = answers;
  const skillOf = (id: string) => data.framework.skills.find((one) => one.id === id)?.text ?? id;
  return (
    <div id={UNSAVED} tabIndex={-1} class="home">
      {problem !== '' && (
        <div class="notice problem">
          <p role="alert">{said.failed(unsaved, problem)}</p>
          <div class="actions">
            <Action label={said.again} busy={answers.saving} onPress={() => answers.flush()} />
          </div>
        </div>
      )}
      {clashes.map((clash) => (
        <div class="notice warning" key={`${clash.column} ${clash.skillId}`}>
          <p role="alert">{said.clash(skillOf(clash.skillId), ASSESSMENT.columns[clash.column])}</p>
          <dl class="clash">
            <dt>{said.theirs}</dt>
            <dd class="own-words">{clash.now || said.blank}</dd>
            <dt>{said.mine}</dt>
            <dd class="own-words">{clash.mine || said.blank}</dd>
          </dl>
          <div class="actions">
            <Action label={said.keepTheirs} onPress={() => answers.settle(clash, false)} />
            <Action label={said.useMine} onPress={() => answers.settle(clash, true)} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** For a view in which people answer: whether all is saved. */
export function SaveState({ answers }: { answers: AnswerQueue }) {
  const { saved, saving, unsaved } = words.sheet.saving;
  const count = answers.unsaved;
  const text = count > 0 ? unsaved(count) : saved;
  return (
    <span class={count > 0 ? 'save-state unsaved' : 'save-state'} role="status">
      {answers.saving ? saving : text}
    </span>
  );
}
