// New ids for what has none yet. One that was ever published is not given again.

import { publishedIds } from './check';
import type { Framework } from './framework';
import { type FrameworkReading, slugOf } from './tabs';
import type { CellEdit } from './write';

/**
 * The cells to fill in. A skill that was published with this very sentence gets its id back.
 * @param retired ids of earlier versions that are in use no longer.
 */
export function missingIds(
  { framework, rows }: FrameworkReading,
  published: Framework | null,
  retired: readonly string[],
): CellEdit[] {
  const last = published?.id === framework.id ? published : null;
  const taken = new Set([
    ...framework.skills.map(({ id }) => id),
    ...framework.competencies.map(({ id }) => id),
    ...(last ? last.skills.map(({ id }) => id) : []),
    ...retired,
  ]);
  const take = (id: string) => {
    taken.add(id);
    return id;
  };

  const idOfCompetency = framework.competencies.map(({ id, name }, index) => {
    if (id !== '') return id;
    const was = last?.competencies.find((one) => one.name === name && !taken.has(one.id));
    return take(was ? was.id : freeName(slugOf(name) || `competency-${index + 1}`, taken));
  });
  const competencies = framework.competencies.flatMap(({ id }, index) => {
    const cell = rows.competencies[index]('competencyId');
    return id === '' ? [{ ...cell.place, seen: cell.value, value: idOfCompetency[index] }] : [];
  });

  const publishedId = last ? publishedIds(last) : () => undefined;
  const names = framework.competencies.map(({ name }) => name.toLowerCase());
  const skills = framework.skills.flatMap((skill, index) => {
    if (skill.id !== '') return [];
    const row = rows.skills[index];
    const cell = row('id');
    const of = names.indexOf(row('competency').text.toLowerCase());
    const competency = idOfCompetency[of] ?? 'skill';
    const ids = [...(last?.skills ?? []), ...framework.skills]
      .filter((one) => one.competency === competency)
      .map(({ id }) => id);
    const was = publishedId({ ...skill, competency });
    const inUse = framework.skills.some(({ id }) => id === was);
    const value = was && !inUse ? take(was) : take(freeNumber(prefixOf(ids, competency), taken));
    return [{ ...cell.place, seen: cell.value, value }];
  });
  return [...competencies, ...skills];
}

/** What most ids of the competency begin with, such as `del` of `del-07`; else its first three letters. */
function prefixOf(ids: readonly string[], competency: string): string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const [, prefix] = /^(.+)-\d+$/.exec(id) ?? [];
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? most[0] : competency.slice(0, 3).replace(/-$/, '');
}

/** One above the highest number that was ever taken with the prefix. */
function freeNumber(prefix: string, taken: ReadonlySet<string>): string {
  const numbers = [...taken].map((id) =>
    id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) || 0 : 0,
  );
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  return free;
}
