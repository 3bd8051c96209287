// Whom the sheet is about, and where the review stands.

import { Facts } from '../parts';
import { words } from '../words';
import type { Overview } from './view';

export function Who({ view }: { view: Overview }) {
  const { facts, nobody } = words.sheet;
  return (
    <header class="who">
      <h1>{view.person || nobody}</h1>
      <span class="badge">{view.status}</span>
      <Facts
        facts={[
          [facts.round, view.round],
          [facts.direction, view.direction],
          [facts.currentGrade, view.currentGrade],
          [facts.manager, view.managerEmail],
          [facts.you, view.role === 'other' ? view.user : ''],
        ]}
      />
    </header>
  );
}
