// What the page says by itself: saving, errors, toasts, and what became of edits.

import { Dialog } from './dialog';
import type { CellAt } from './grid';
import type { Link } from './link';
import { addressOf } from './request';
import type { Clash, State } from './sync';

const SAVING: Record<State, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  retrying: 'Not saved: trying again…',
};

export function SavingState({ state }: { state: State }) {
  return (
    <small class={`saving ${state}`} role="status">
      {SAVING[state]}
    </small>
  );
}

/** Why a script stopped, above the sheet as at Google. */
export function ErrorBar({ text, close }: { text: string; close: () => void }) {
  return (
    <div class="error-bar" role="alert">
      <span>{text}</span>
      <button type="button" onClick={close}>
        Dismiss
      </button>
    </div>
  );
}

export function OverwrittenBar({ cells, close }: { cells: string[]; close: () => void }) {
  return (
    <div class="error-bar warning" role="alert">
      <span>
        Somebody else wrote in {cells.join(', ')} at the same moment; what you typed stands. Look
        whether that is right.
      </span>
      <button type="button" onClick={close}>
        Dismiss
      </button>
    </div>
  );
}

export function Running() {
  return (
    <div class="running" role="status">
      Running script…
    </div>
  );
}

export function Toast({
  toast,
  close,
}: {
  toast: { title: string; message: string };
  close: () => void;
}) {
  return (
    <div class="toast" role="status">
      <div>
        {toast.title && <strong>{toast.title}</strong>}
        <span>{toast.message}</span>
      </div>
      <button type="button" class="icon" aria-label="Close" onClick={close}>
        ✕
      </button>
    </div>
  );
}

/** Where the selected cell leads, or why a formula failed: of the cell under the pointer, or of the selected one. */
export function CellNotice({
  selected,
  hovered,
}: {
  selected: CellAt | null;
  hovered: CellAt | null;
}) {
  const cell = [hovered, selected].find((one) => one?.error);
  if (!cell) return selected?.link ? <LinkNotice link={selected.link} /> : null;
  return (
    <div class="cell-notice" role="status">
      <strong>{cell.a1}</strong> {cell.error}
    </div>
  );
}

function LinkNotice({ link }: { link: Link }) {
  const own = link.file !== undefined;
  return (
    <div class="cell-notice link">
      <a href={own ? addressOf(`/file/${link.file}`) : link.url} target="_blank" rel="noreferrer">
        {own ? 'Open the linked file' : link.url}
      </a>
    </div>
  );
}

export function GuardDialog({ tab, settle }: { tab: string; settle: (keep: boolean) => void }) {
  return (
    <Dialog
      title="Heads up!"
      submit="Keep the change"
      close={() => settle(false)}
      onSubmit={() => settle(true)}
    >
      <p>
        You changed a part of “{tab}” that should not be changed by accident. Cancel takes the
        change back.
      </p>
    </Dialog>
  );
}

/** Nothing is dropped silently: what could not be saved can be read and copied before the file is loaded anew. */
export function ClashDialog({ clash }: { clash: Clash }) {
  const load = () => location.reload();
  const lines = clash.changes.map(({ a1, after }) => `${a1}\t${after?.f ?? after?.v ?? ''}`);
  return (
    <Dialog title="Your last changes could not be saved" close={() => {}}>
      <p>{clash.reason}</p>
      {lines.length > 0 && (
        <label>
          What you changed; copy it before you go on
          <textarea readOnly rows={Math.min(10, lines.length + 1)} value={lines.join('\n')} />
        </label>
      )}
      <footer>
        <button type="button" class="primary" onClick={load}>
          Load the file as it now is
        </button>
      </footer>
    </Dialog>
  );
}
