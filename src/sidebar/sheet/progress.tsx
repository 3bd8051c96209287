// The one number: progress in the direction pursued.

import { Bar, Section } from '../parts';
import { words } from '../words';
import { inWords, type Overview } from './view';

export function Progress({ view }: { view: Overview }) {
  const { title, of, self, unknown } = words.sheet.progress;
  const { basis, selfProgress, agreedProgress, direction, levelNames } = view;
  const shown = basis === 'self' ? selfProgress : agreedProgress;
  const was = basis === 'agreed' && selfProgress !== shown ? selfProgress : null;
  return (
    <Section title={title}>
      <p class="number">{shown === null ? unknown : inWords(shown)}</p>
      <Bar
        name={direction && of(direction)}
        text={was === null ? '' : self(inWords(was))}
        value={shown ?? 0}
        was={was ?? undefined}
        of={levelNames.length - 1}
      />
    </Section>
  );
}
