// Whom the sheet is about, and where the review stands.

import { words } from '../words';
import type { Overview } from './view';

export function Who({ view }: { view: Overview }) {
  return (
    <header class="who">
      <h1 title={view.person}>{view.person || words.sheet.nobody}</h1>
      <span class="badge">{view.status}</span>
    </header>
  );
}
