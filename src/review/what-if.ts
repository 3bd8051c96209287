// What another version of a framework would make of scores that are agreed already: who would
// move in which competency, and how the levels of everybody shift.

import type { Framework } from '../framework/framework';
import { levelsOf, progressIn, type Scores, standingOf, weightsOf } from './standing';

/** Somebody with an outcome. */
export interface Scored {
  name: string;
  email: string;
  direction: string;
  /** As agreed last. */
  scores: Scores;
}

export interface Move {
  name: string;
  email: string;
  direction: string;
  /** Competencies whose level changes; null where one of the frameworks has no such competency. */
  levels: { competency: string; from: number | null; to: number | null }[];
  progress: Prospect;
}

export interface Prospect {
  before: number | null;
  /** With skills that are new not scored; null when the direction is gone. */
  after: number | null;
  /** With a 2 for every skill that is new. */
  atBest: number | null;
}

export interface WhatIf {
  people: number;
  /** Those whose level in any competency, or whose progress, changes; in the order given. */
  moves: Move[];
  /** By competency: how many people stand on each level, from 0 on. */
  shifts: { competency: string; before: number[]; after: number[] }[];
}

export function whatIf(people: readonly Scored[], now: Framework, draft: Framework): WhatIf {
  const known = new Set(now.skills.map(({ id }) => id));
  const newSkills = draft.skills.filter(({ id }) => !known.has(id));
  const fullMarks: Scores = Object.fromEntries(newSkills.map(({ id }) => [id, 2]));
  const all = people.map((person) => {
    const before = levelsIn(now, person.scores);
    const after = levelsIn(draft, person.scores);
    const best = levelsIn(draft, { ...fullMarks, ...person.scores });
    return { person, before, after, best };
  });
  const competencies = joined(now, draft);
  const moves = all.map(({ person, before, after, best }): Move => {
    const { name, email, direction } = person;
    return {
      name,
      email,
      direction,
      levels: competencies
        .map(({ id, name: competency }) => ({
          competency,
          from: before[id] ?? null,
          to: after[id] ?? null,
        }))
        .filter(({ from, to }) => from !== to),
      progress: {
        before: progress(now, direction, before),
        after: progress(draft, direction, after),
        atBest: progress(draft, direction, best),
      },
    };
  });
  const top = Math.max(now.levels.length, draft.levels.length);
  const spread = (levels: readonly Record<string, number>[], id: string) =>
    Array.from({ length: top }, (_, level) => levels.filter((one) => one[id] === level).length);
  return {
    people: people.length,
    moves: moves.filter(
      ({ levels, progress: { before, after } }) => levels.length > 0 || before !== after,
    ),
    shifts: competencies.map(({ id, name }) => ({
      competency: name,
      before: spread(
        all.map(({ before }) => before),
        id,
      ),
      after: spread(
        all.map(({ after }) => after),
        id,
      ),
    })),
  };
}

function levelsIn(framework: Framework, scores: Scores): Record<string, number> {
  return levelsOf(standingOf(framework, scores));
}

function progress(
  framework: Framework,
  direction: string,
  levels: Record<string, number>,
): number | null {
  return weightsOf(framework, direction) ? progressIn(framework, direction, levels) : null;
}

/** The draft's competencies, then those that it no longer has. */
function joined(now: Framework, draft: Framework): { id: string; name: string }[] {
  const kept = new Set(draft.competencies.map(({ id }) => id));
  return [...draft.competencies, ...now.competencies.filter(({ id }) => !kept.has(id))];
}
