// Outcomes over time: what stands of them, from the first to the last.

import type { Framework } from '../framework/framework';
import type { Outcome } from './outcome';

export interface History {
  /** Outcomes that no other one replaces, by their time. */
  outcomes: Outcome[];
  /** A line a competency: its level in each outcome; null where the outcome knows no such competency. */
  competencies: { id: string; name: string; levels: (number | null)[] }[];
  progress: number[];
}

/** Competencies that the framework dropped come last, under their id. */
export function historyOf(framework: Framework, all: readonly Outcome[]): History {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  const outcomes = all
    .filter(({ id }) => !replaced.has(id))
    .sort((one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt));
  const named = framework.competencies.map(({ id, name }) => ({ id, name }));
  const dropped = [...new Set(outcomes.flatMap(({ levels }) => Object.keys(levels)))]
    .filter((id) => !named.some((one) => one.id === id))
    .map((id) => ({ id, name: id }));
  return {
    outcomes,
    competencies: [...named, ...dropped].map(({ id, name }) => ({
      id,
      name,
      levels: outcomes.map(({ levels }) => levels[id] ?? null),
    })),
    progress: outcomes.map(({ progress }) => progress),
  };
}
