// What bringing a career sheet to a newer framework does to each of its rows, by skill id:
// no score and no evidence is ever dropped, and rows that people added stay theirs.

import { nameKey } from '../rules/grade';
import type { Framework, Skill } from './framework';

/** A row of Assessment, as far as the framework fills it. */
export interface SkillRow {
  /** In the sheet, from 1. */
  position: number;
  id: string;
  /** A competency's name. */
  competency: string;
  /** What the cell holds, as a number; 0 for anything else. */
  level: number;
  skill: string;
}

/** What the sheet's own framework tabs say, however complete they are. */
export interface Former {
  competencies: readonly { id: string; name: string }[];
  skills: readonly { id: string; text: string; looksLike: string }[];
}

export type RowPlan = { row: SkillRow } & (
  | {
      /** `reworded` asks to look at the score again; `unchanged` may still move or get its id back. */
      kind: 'unchanged' | 'reworded';
      skill: Skill;
      /** Cells to be written; those left out stay. */
      changes: Partial<Pick<SkillRow, 'id' | 'competency' | 'level' | 'skill'>>;
      /** The sentence that the row held, when another one takes its place. */
      before: string;
    }
  | { kind: 'removed'; id: string }
  /** A person's own row. */
  | { kind: 'own'; changes: Partial<Pick<SkillRow, 'competency'>> }
);

export interface UpdatePlan {
  rows: RowPlan[];
  /** Skills that get a blank row, in the framework's order. */
  added: Skill[];
  /** What the owner of the sheet should know: sentences. */
  said: string[];
}

/** @param addressOf names the id's cell of a row, for sentences. */
export function planUpdate(
  rows: readonly SkillRow[],
  former: Former,
  published: Framework,
  addressOf: (row: SkillRow) => string,
): UpdatePlan {
  const holders = holdersOf(rows, former, published);
  const idOf = new Map<SkillRow, string>();
  holders.forEach((row, id) => {
    idOf.set(row, id);
  });
  const skillOf = new Map(published.skills.map((skill) => [skill.id, skill]));
  const formerOf = new Map(former.skills.map((skill) => [skill.id, skill]));
  const nameOf = new Map(published.competencies.map(({ id, name }) => [id, name]));
  const said: string[] = [];

  const plans = rows.map((row): RowPlan => {
    const id = idOf.get(row);
    const skill = id === undefined ? undefined : skillOf.get(id);
    if (id !== undefined && !skill) return { row, kind: 'removed', id };
    if (id === undefined || !skill) {
      if (row.id !== '') said.push(strayId(addressOf(row), row, holders.get(row.id)));
      return { row, kind: 'own', changes: renamed(row, former, published) };
    }
    if (row.id !== id) {
      said.push(`${addressOf(row)} held ${idInWords(row.id)}: by its sentence it is ${id} again.`);
    }
    const old = formerOf.get(id);
    const isReworded = old !== undefined && old.text !== skill.text;
    // Where the framework left a sentence as it was, the person's own wording stays too.
    const text = isReworded && row.skill !== skill.text ? skill.text : row.skill;
    const wanted = { id, competency: nameOf.get(skill.competency) ?? '', level: skill.level };
    return {
      row,
      kind: isReworded ? 'reworded' : 'unchanged',
      skill,
      changes: changed(row, { ...wanted, skill: text }),
      before: text === row.skill ? '' : row.skill,
    };
  });

  const added = published.skills.filter(({ id }) => !holders.has(id));
  const lost = added.filter(({ id }) => formerOf.has(id));
  if (lost.length > 0) {
    said.push(
      `${lost.length === 1 ? 'The row of a skill was' : `The rows of ${lost.length} skills were`} missing and ${lost.length === 1 ? 'comes' : 'come'} back blank: ${lost.map(({ id }) => id).join(', ')}.`,
    );
  }
  return { rows: plans, added, said };
}

/** How many rows come to what. */
export interface UpdateCounts {
  unchanged: number;
  reworded: number;
  added: number;
  removed: number;
}

export function countsOf({ rows, added }: UpdatePlan): UpdateCounts {
  const count = (kind: RowPlan['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    unchanged: count('unchanged'),
    reworded: count('reworded'),
    added: added.length,
    removed: count('removed'),
  };
}

/**
 * Which row is which skill's: by id and sentence, then by sentence alone (an id that was deleted
 * or typed over), then by id alone. Of two rows with the same claim the upper one has it.
 */
function holdersOf(
  rows: readonly SkillRow[],
  former: Former,
  published: Framework,
): Map<string, SkillRow> {
  const sentences = new Map<string, string[]>();
  for (const { id, text } of [...former.skills, ...published.skills]) {
    if (id !== '') sentences.set(id, [...(sentences.get(id) ?? []), nameKey(text)]);
  }
  const idsOf = new Map<string, Set<string>>();
  sentences.forEach((texts, id) => {
    for (const text of texts) idsOf.set(text, (idsOf.get(text) ?? new Set()).add(id));
  });
  const holders = new Map<string, SkillRow>();
  const taken = new Set<SkillRow>();
  const claim = (row: SkillRow, id: string | undefined) => {
    if (id === undefined || holders.has(id) || taken.has(row)) return;
    holders.set(id, row);
    taken.add(row);
  };
  for (const row of rows) {
    if (sentences.get(row.id)?.includes(nameKey(row.skill))) claim(row, row.id);
  }
  for (const row of rows) {
    const free = Array.from(idsOf.get(nameKey(row.skill)) ?? []).filter((id) => !holders.has(id));
    if (free.length === 1) claim(row, free[0]);
  }
  for (const row of rows) if (sentences.has(row.id)) claim(row, row.id);
  return holders;
}

/** Their competency must be spelled as the framework does to count. */
function renamed(row: SkillRow, former: Former, published: Framework) {
  const old = former.competencies.find(({ name }) => nameKey(name) === nameKey(row.competency));
  const now = published.competencies.find(({ id }) => id === old?.id);
  return now ? changed(row, { competency: now.name }) : {};
}

function changed<Key extends keyof SkillRow>(
  row: SkillRow,
  wanted: Pick<SkillRow, Key>,
): Partial<Pick<SkillRow, Key>> {
  const changes: Partial<Pick<SkillRow, Key>> = {};
  for (const key of Object.keys(wanted) as Key[]) {
    if (row[key] !== wanted[key]) changes[key] = wanted[key];
  }
  return changes;
}

function strayId(address: string, row: SkillRow, holder: SkillRow | undefined): string {
  return holder
    ? `${address} repeats the id “${row.id}” of row ${holder.position}: the row stays as it is and does not count as that skill.`
    : `${address} holds the id “${row.id}”, which is no skill of the framework: the row stays as a row of the person's own.`;
}

const idInWords = (id: string) => (id === '' ? 'no id' : `the id “${id}”`);

/** A row of Assessment as it stands when new rows find their place. */
export interface Placed {
  position: number;
  competency: string;
  level: number;
}

export interface Room {
  /** Blank rows to insert, from top to bottom, by positions as they are before. */
  inserts: { after: number; count: number }[];
  /** Where each added skill then stands, in the order of `added`. */
  positions: number[];
}

/**
 * Each new skill goes below the last row of its competency on its level or a lower one, or at
 * least among its competency, or at the end. Blank rows that are there already are used first.
 * @param rows every row with anything in it, the header left out, from top to bottom.
 */
export function roomFor(
  added: readonly Skill[],
  rows: readonly Placed[],
  { competencies }: Framework,
  lastRow: number,
): Room {
  const filled = new Set(rows.map(({ position }) => position));
  const end = rows.length > 0 ? rows[rows.length - 1].position : 1;
  const anchorOf = (skill: Skill) => {
    const name = competencies.find(({ id }) => id === skill.competency)?.name ?? '';
    const own = rows.filter(({ competency }) => nameKey(competency) === nameKey(name));
    const below = own.filter(({ level }) => level <= skill.level);
    return (below[below.length - 1] ?? own[0])?.position ?? end;
  };
  const groups = new Map<number, number[]>();
  added.forEach((skill, index) => {
    const anchor = anchorOf(skill);
    groups.set(anchor, [...(groups.get(anchor) ?? []), index]);
  });
  const room: Room = { inserts: [], positions: [] };
  let shift = 0;
  for (const anchor of Array.from(groups.keys()).sort((a, b) => a - b)) {
    const group = (groups.get(anchor) as number[]).sort((a, b) => added[a].level - added[b].level);
    let free = 0;
    while (free < group.length && anchor + free + 1 <= lastRow && !filled.has(anchor + free + 1)) {
      free += 1;
    }
    group.forEach((index, at) => {
      room.positions[index] = anchor + shift + 1 + at;
    });
    const count = group.length - free;
    if (count > 0) room.inserts.push({ after: anchor + free, count });
    shift += count;
  }
  return room;
}
