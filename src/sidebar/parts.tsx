// The small pieces that both sidebars are made of.

import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from './words';

/** Puts a sidebar's app into the page. */
export function mount(app: ComponentChildren): void {
  render(<main>{app}</main>, document.getElementById('app') as HTMLElement);
}

/** A titled part of the sidebar. */
export function Section(props: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Names and values, one pair a line. Pairs with a blank value are left out. */
export function Facts(props: { facts: [name: string, value: string][] }) {
  return (
    <dl class="facts">
      {props.facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/**
 * A bar with its words above it. The words say it all, so that the bar is decoration.
 * `value`, `was` and `of` are in the same unit; `was` marks an earlier value on the bar;
 * with `steps` the bar is cut into that many parts.
 */
export function Bar(props: {
  name: string;
  text: string;
  value: number;
  of: number;
  was?: number;
  steps?: number;
}) {
  const percent = (value: number) => `${(100 * Math.min(value, props.of)) / (props.of || 1)}%`;
  return (
    <div class="bar">
      <div class="bar-words">
        <span>{props.name}</span>
        <span class="bar-text">{props.text}</span>
      </div>
      <div class="bar-track" aria-hidden="true">
        <div class="bar-value" style={{ width: percent(props.value) }} />
        {props.was !== undefined && (
          <div class="bar-was" style={{ insetInlineStart: percent(props.was) }} />
        )}
        {props.steps && <div class="bar-steps" style={{ '--steps': props.steps }} />}
      </div>
    </div>
  );
}

/** What is wrong (read out at once) or what was done (read out when there is a pause). */
export function Notice(props: { kind: 'problem' | 'warning' | 'message'; text: string }) {
  if (props.text === '') return null;
  return (
    <p class={`notice ${props.kind}`} role={props.kind === 'problem' ? 'alert' : 'status'}>
      {props.text}
    </p>
  );
}

/** A button. The one thing to do next is `primary`. */
export function Action(props: {
  label: string;
  onPress: () => void;
  busy?: boolean;
  primary?: boolean;
}) {
  return (
    <button
      type="button"
      class={props.primary ? 'primary' : ''}
      aria-disabled={props.busy}
      onClick={() => !props.busy && props.onPress()}
    >
      {props.label}
    </button>
  );
}

/**
 * A question inside the sidebar, in place of a window: a title, what follows from it, the yes
 * that says what it does, and Cancel, also by the Escape key. Takes the focus when it appears.
 */
export function Confirm(props: {
  title: string;
  yes: string;
  onYes: () => void;
  onCancel: () => void;
  busy?: boolean;
  children?: ComponentChildren;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // Before the next key can come.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const answer = (event: KeyboardEvent) => {
    if (props.busy) return;
    if (event.key === 'Escape') props.onCancel();
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && typed) props.onYes();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a heading
    <div
      ref={box}
      class="confirm"
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={answer}
    >
      <h3 id={id}>{props.title}</h3>
      {props.children}
      <div class="actions">
        <Action label={props.yes} onPress={props.onYes} busy={props.busy} primary />
        <Action label={words.common.cancel} onPress={props.onCancel} busy={props.busy} />
      </div>
    </div>
  );
}
