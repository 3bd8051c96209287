// The tabs of a sidebar: one is open; arrows go from one to the next, as people of screen readers expect.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
}

export function Tabs<Id extends string>(props: {
  label: string;
  tabs: readonly Tab<Id>[];
  open: Id;
  onOpen(id: Id): void;
  children: ComponentChildren;
}) {
  const { tabs, open, onOpen } = props;
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [entered, setEntered] = useState(0);
  // Whoever presses a tab wants what is behind it: keys work there at once.
  useLayoutEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('.card') ?? panel.current;
    if (entered > 0) first?.focus({ preventScroll: true });
  }, [entered]);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === open);
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onOpen(tabs[to].id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to].focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, label }) => (
          <button
            type="button"
            role="tab"
            key={id}
            id={`tab-${id}`}
            aria-selected={id === open}
            aria-controls="view"
            tabIndex={id === open ? 0 : -1}
            onClick={() => {
              onOpen(id);
              setEntered(entered + 1);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${open}`} tabIndex={-1} ref={panel}>
        {props.children}
      </div>
    </>
  );
}
