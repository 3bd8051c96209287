// A text that is saved while it is typed: it stays as it is typed, and what the sheet holds comes
// in while nobody types.

import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

/** A cell holds no more. */
const LONGEST = 50000;

export function NoteField(props: {
  label: string;
  text: string;
  box?: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
}) {
  const { label, text, box, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="field">
      {label}
      <textarea
        ref={box}
        rows={2}
        maxLength={LONGEST}
        value={typed ?? text}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChange(event.currentTarget.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
