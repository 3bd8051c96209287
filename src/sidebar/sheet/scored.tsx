// How many of the skills are scored; where the person stopped a competency, of those up to there.

import { itemsOf, shareOf } from '../../review/assessment';
import { Bar, Section } from '../parts';
import { words } from '../words';
import type { ViewProps } from './view';

export function Scored({ view, data }: ViewProps) {
  const { title, self, agreed, share } = words.sheet.scored;
  const { skills, agreedScored, basis } = view;
  const own = shareOf(itemsOf(data));
  return (
    <Section title={title}>
      <Bar name={self} text={share(own.scored, own.of)} value={own.scored} of={own.of} />
      {basis === 'agreed' && (
        <Bar name={agreed} text={share(agreedScored, skills)} value={agreedScored} of={skills} />
      )}
    </Section>
  );
}
