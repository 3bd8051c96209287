// A dialog over the page, as every question and every small form uses it.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** Called when the person turns away: Escape, the cross, or Cancel. */
  close: () => void;
  /** The words on the button that does it; none: the children bring their own. */
  submit?: string;
  onSubmit?: () => void;
  /** One sentence: why it could not be done. */
  problem?: string;
}

export function Dialog({ title, children, close, submit, onSubmit, problem }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // What is typed here is nothing to the spreadsheet behind.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <header>
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="icon" aria-label="Close" onClick={close}>
            ✕
          </button>
        </header>
        <div class="content">{children}</div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {submit && (
          <footer>
            <button type="button" onClick={close}>
              Cancel
            </button>
            <button type="submit" class="primary">
              {submit}
            </button>
          </footer>
        )}
      </form>
    </dialog>
  );
}
