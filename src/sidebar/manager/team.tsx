// The team at a glance: how many people stand where in the review.

import { Bar, Section } from '../parts';
import { managerWords } from '../words-manager';
import type { ManagerOverview } from './view';

export function Team({ view }: { view: ManagerOverview }) {
  const { title, unknown } = managerWords.team;
  const { byStatus, people } = view;
  const rows = byStatus.map(({ status, people }) => ({ name: status as string, count: people }));
  if (view.unknown > 0) rows.push({ name: unknown, count: view.unknown });
  return (
    <Section title={title}>
      {rows.map(({ name, count }) => (
        <Bar key={name} name={name} text={String(count)} value={count} of={people} />
      ))}
    </Section>
  );
}
