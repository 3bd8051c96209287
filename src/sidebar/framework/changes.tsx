// What changed from one framework to another, with before and after.

import type { Change } from '../../framework/compare';
import { frameworkWords } from '../words-framework';

const said = frameworkWords.publish;

export function Changes(props: {
  changes: readonly Change[];
  typos?: ReadonlySet<string>;
  onTypo?: (key: string, isTypo: boolean) => void;
}) {
  const { onTypo } = props;
  return (
    <ul class="changes">
      {props.changes.map(({ key, kind, what, id, was, now, isRewording }) => (
        <li key={key}>
          <span class={`mark ${kind}`}>{said.marks[kind]}</span> {id && <b>{id} </b>}
          {what}
          {(was || now) && (
            <dl class="before-after">
              {was && <Text name={said.before} text={was} />}
              {now && <Text name={said.after} text={now} />}
            </dl>
          )}
          {isRewording && onTypo && (
            <label class="check">
              <input
                type="checkbox"
                checked={props.typos?.has(key)}
                onChange={(event) => onTypo(key, event.currentTarget.checked)}
              />
              {said.typo}
              <span class="unseen">: {id || what}</span>
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}

function Text(props: { name: string; text: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd dir="auto">{props.text}</dd>
    </div>
  );
}
