// What a rewording leaves behind in a career sheet: the note on the skill's cell, and goals that
// name the skill by its sentence.

import type { Skill } from '../framework/framework';
import type { Former, UpdatePlan } from '../framework/update';

/** The note on a skill's cell. */
export const noteOf = (looksLike: string) => `What a 2 looks like: ${looksLike}`;

/** What the note becomes; what a person wrote there stays below. */
export function noteAfter(
  note: string,
  formerly: string,
  { looksLike }: Pick<Skill, 'looksLike'>,
  reworded: { version: string; was: string } | null,
): string {
  const text = reworded
    ? `${noteOf(looksLike)}\n\nReworded in ${reworded.version}. Before: ${reworded.was}`
    : noteOf(looksLike);
  if (note.indexOf(text) === 0) return note;
  const before = noteOf(formerly);
  const own = (note.indexOf(before) === 0 ? note.slice(before.length) : note).trim();
  return own === '' ? text : `${text}\n\n${own}`;
}

/** The sentence that takes the place of another one, for cells which name a skill by it. */
export function sentencesAfter({ rows }: UpdatePlan, { skills }: Former): Map<string, string> {
  const formerOf = new Map(skills.map((skill) => [skill.id, skill.text]));
  const now = new Map<string, string>();
  for (const one of rows) {
    if (one.kind !== 'reworded') continue;
    for (const text of [formerOf.get(one.skill.id), one.before]) {
      if (text) now.set(text, one.skill.text);
    }
  }
  return now;
}
