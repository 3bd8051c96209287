// How many of the skills are scored.

import { Bar, Section } from '../parts';
import { words } from '../words';
import type { Overview } from './view';

export function Scored({ view }: { view: Overview }) {
  const { title, self, agreed, share } = words.sheet.scored;
  const { skills, selfScored, agreedScored, basis } = view;
  return (
    <Section title={title}>
      <Bar name={self} text={share(selfScored, skills)} value={selfScored} of={skills} />
      {basis === 'agreed' && (
        <Bar name={agreed} text={share(agreedScored, skills)} value={agreedScored} of={skills} />
      )}
    </Section>
  );
}
