// The outcome that was recorded last.

import { Facts, Section } from '../parts';
import { words } from '../words';
import { inWords, type Overview, signed, timeInWords } from './view';

export function LastOutcome({ outcome }: { outcome: NonNullable<Overview['lastOutcome']> }) {
  const named = words.sheet.outcome;
  const { recordedBy, byManager, change, agrees, isReplacement } = outcome;
  const yesNo = (yes: boolean) => (yes ? named.yes : named.no);
  return (
    <Section title={named.title}>
      <Facts
        facts={[
          [named.round, outcome.round],
          [named.recordedAt, timeInWords(outcome.recordedAt)],
          [named.recordedBy, byManager ? recordedBy : named.notManager(recordedBy)],
          [named.progress, inWords(outcome.progress)],
          [named.change, change === null ? '' : signed(change)],
          [named.self, inWords(outcome.selfProgress)],
          [named.raised, String(outcome.raised)],
          [named.lowered, String(outcome.lowered)],
          [named.agrees, yesNo(agrees)],
          [named.replaces, isReplacement ? named.yes : ''],
        ]}
      />
    </Section>
  );
}
