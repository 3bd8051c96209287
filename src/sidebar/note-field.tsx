// A text that is saved while it is typed: it stays as it is typed, and what the sheet holds comes
// in when that became another one.

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A cell holds no more. */
const LONGEST = 50000;

export function NoteField(props: {
  label: string;
  /** Shown while it is blank. */
  hint?: string;
  text: string;
  box?: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
}) {
  const { label, hint, text, box, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // Spaces at the ends are typed on the way to a word, and not saved.
  useEffect(() => {
    if (typed?.trim() !== text.trim()) setTyped(null);
  }, [text]);
  return (
    <label class="field">
      {label}
      <textarea
        ref={box}
        rows={2}
        maxLength={LONGEST}
        placeholder={hint}
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
