// What the import's page asks for, checked, and what it is told.

import { record, refuse, words } from '../review/request';
import type { LevelFramework } from './compare';
import type { Match } from './match';
import type { OldSkill, ShownLevel } from './older-sheet';
import type { Fate } from './plan';

/** An older sheet, and whose career sheet is to be filled from it. */
export interface LookRequest {
  /** A web address or a bare id. */
  link: string;
  /** Of somebody in Team. */
  email: string;
}

export interface WriteRequest extends LookRequest {
  /** Of what the page showed: another one means that the older sheet changed. */
  stamp: string;
  /** The close matches that are the same skill, by the cell of the score. */
  accepted: string[];
}

/** A skill of the older sheet as it was understood. */
export interface Understood extends OldSkill {
  match: Match;
  /** The sentence of the skill that it is taken for, or blank. */
  ours: string;
  /** What becomes of it with its match, and without. */
  fate: Fate;
  fateAlone: Fate;
}

export interface Look {
  /** The older file's name. */
  name: string;
  stamp: string;
  skills: Understood[];
  shown: ShownLevel[];
  remarks: string[];
  framework: LevelFramework;
}

export interface Written {
  /** Self scores filled in. */
  scores: number;
  archived: number;
  /** Skills that were there already. */
  there: number;
  /** Sentences of skills that have another answer, which stayed. */
  conflicts: string[];
}

const LONGEST_LINK = 2000;
const MOST_SKILLS = 5000;

/** Throws a sentence when the request is not as it should be; so does the other. */
export function checkLook(request: unknown): LookRequest {
  const { link, email } = record(request);
  return { link: words(link, 'link', LONGEST_LINK).trim(), email: words(email, 'email').trim() };
}

export function checkWrite(request: unknown): WriteRequest {
  const { stamp, accepted } = record(request);
  if (!Array.isArray(accepted) || accepted.length > MOST_SKILLS)
    throw refuse('accepted is no list');
  return {
    ...checkLook(request),
    stamp: words(stamp, 'stamp'),
    accepted: accepted.map((cell) => words(cell, 'accepted')),
  };
}
