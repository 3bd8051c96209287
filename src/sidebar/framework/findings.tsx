// What is wrong and what deserves a look, a button each that shows its cell.

import type { Finding } from '../../framework/check';
import type { Place } from '../../framework/tabs';
import { Section } from '../parts';
import { frameworkWords } from '../words-framework';

/** More than anybody puts right in one go. */
const SHOWN = 100;

const said = frameworkWords.check;

export function Findings(props: {
  findings: readonly Finding[];
  onShow: (place: Place) => void;
  children?: preact.ComponentChildren;
}) {
  const { findings } = props;
  const errors = findings.filter(({ kind }) => kind === 'error').length;
  const more = findings.length - SHOWN;
  return (
    <Section title={said.title}>
      <p role="status">{said.counts(errors, findings.length - errors)}</p>
      {props.children}
      <FindingList findings={findings.slice(0, SHOWN)} onShow={props.onShow} />
      {more > 0 && <p class="soft">{said.more(more)}</p>}
    </Section>
  );
}

/** Without `onShow` the cells are not there yet. */
export function FindingList(props: {
  findings: readonly Finding[];
  onShow?: (place: Place) => void;
}) {
  const { onShow } = props;
  return (
    <ul class="findings">
      {props.findings.map(({ kind, text, place }) => (
        <li key={text} class={kind}>
          <span class="mark">{said[kind]}</span>
          {onShow ? (
            <button type="button" class="plain" onClick={() => onShow(place)}>
              {text}
            </button>
          ) : (
            <span>{text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
