// What changed between two versions of a framework, and which version follows from it.

import type { Framework, Skill } from './framework';

/** Major: it asks something new of a person. Patch: a rewording that the owner marks as a typo. */
export type Kind = 'major' | 'minor' | 'patch';

export interface Change {
  /** Tells the changes of one comparison apart. */
  key: string;
  kind: Kind;
  /** What happened to what, in one line. */
  what: string;
  /** The skill's id, or blank when it is about something else. */
  id: string;
  was: string;
  now: string;
  /** A mere rewording, so that the owner may call it a typo. */
  isRewording: boolean;
}

export interface Comparison {
  changes: Change[];
  /** The weightiest of all changes; null when there is none. */
  kind: Kind | null;
  /** The version that follows; the last one when nothing changed. */
  version: string;
}

/** @param typos keys of rewordings that the owner calls typos. */
export function compareFrameworks(
  last: Framework,
  next: Framework,
  typos: ReadonlySet<string> = new Set(),
): Comparison {
  const changes = [
    ...skillChanges(last, next),
    ...competencyChanges(last, next),
    ...directionChanges(last, next),
    ...levelChanges(last, next),
    ...gradeChanges(last, next),
    ...reworded('framework', '', [
      ['the name', last.name, next.name],
      ['whom it is for', last.description, next.description],
      ['its source', last.source, next.source],
    ]),
  ].map((change): Change => {
    const isTypo = change.isRewording && typos.has(change.key);
    return isTypo ? { ...change, kind: 'patch' } : change;
  });
  const kind = KINDS.find((one) => changes.some((change) => change.kind === one)) ?? null;
  return { changes, kind, version: kind ? versionAfter(last.version, kind) : last.version };
}

const KINDS: readonly Kind[] = ['major', 'minor', 'patch'];

/** The semantic version after a change of this kind, such as 2.0.0 after 1.4.1. */
export function versionAfter(version: string, kind: Kind): string {
  const [major, minor, patch] = version.split('.').map((part) => Number(part) || 0);
  if (kind === 'major') return `${major + 1}.0.0`;
  if (kind === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

function skillChanges(last: Framework, next: Framework): Change[] {
  const before = new Map(last.skills.map((skill) => [skill.id, skill]));
  const after = new Map(next.skills.map((skill) => [skill.id, skill]));
  const where = ({ competency, level }: Skill, { competencies }: Framework) =>
    `${nameOf(competencies, competency)}, level ${level}`;
  const changes = next.skills.flatMap((skill): Change[] => {
    const was = before.get(skill.id);
    if (!was) {
      const what = `New skill in ${where(skill, next)}`;
      return [change('major', what, '', skill.text, skill.id)];
    }
    const isMoved = was.competency !== skill.competency || was.level !== skill.level;
    const moved = isMoved
      ? [
          change(
            'major',
            'Skill moved, so that another level asks it',
            where(was, last),
            where(skill, next),
            skill.id,
          ),
        ]
      : [];
    const words = reworded('skill', skill.id, [
      ['the sentence', was.text, skill.text],
      ['what a 2 looks like', was.looksLike, skill.looksLike],
    ]);
    return [...moved, ...words];
  });
  const removed = last.skills
    .filter(({ id }) => !after.has(id))
    .map((skill) =>
      change('minor', `Skill removed from ${where(skill, last)}`, skill.text, '', skill.id),
    );
  const kept = (skills: readonly Skill[], other: ReadonlyMap<string, Skill>) =>
    skills.filter(({ id }) => other.has(id)).map(({ id }) => id);
  const isReordered = kept(last.skills, after).join(' ') !== kept(next.skills, before).join(' ');
  const order = isReordered ? [change('patch', 'Skills stand in another order', '', '')] : [];
  return [...changes, ...removed, ...order];
}

function competencyChanges(last: Framework, next: Framework): Change[] {
  return [
    ...addedAndRemoved('competency', last.competencies, next.competencies),
    ...pairs(last.competencies, next.competencies).flatMap(([was, now]) =>
      reworded(`competency ${now.id}`, '', [
        [`the name of ${was.name}`, was.name, now.name],
        [`the emoji of ${now.name}`, was.emoji, now.emoji],
        [`what ${now.name} is about`, was.about, now.about],
      ]),
    ),
  ];
}

function directionChanges(last: Framework, next: Framework): Change[] {
  const weights = ({ competencies }: Framework, of: Record<string, number>) =>
    competencies.map(({ id, name }) => `${name} ${of[id] ?? 0}%`).join(', ');
  return [
    ...addedAndRemoved('direction', last.directions, next.directions),
    ...pairs(last.directions, next.directions).flatMap(([was, now]) => {
      const ids = [...new Set([...Object.keys(was.weights), ...Object.keys(now.weights)])];
      const isSame = ids.every((id) => (was.weights[id] ?? 0) === (now.weights[id] ?? 0));
      return [
        ...reworded(`direction ${now.id}`, '', [[`the direction ${was.name}`, was.name, now.name]]),
        ...(isSame
          ? []
          : [
              change(
                'minor',
                `Weights of ${now.name}`,
                weights(last, was.weights),
                weights(next, now.weights),
              ),
            ]),
      ];
    }),
  ];
}

/** A rule that is harder to meet asks something new; which of two unlike rules is harder depends on the level. */
function levelChanges(last: Framework, next: Framework): Change[] {
  const isEasier =
    typeof last.rule === 'number' && typeof next.rule === 'number' && next.rule < last.rule;
  const rule =
    String(last.rule) === String(next.rule)
      ? []
      : [
          change(
            isEasier ? 'minor' : 'major',
            'The level rule',
            String(last.rule),
            String(next.rule),
          ),
        ];
  const count = Math.max(last.levels.length, next.levels.length);
  const levels = Array.from({ length: count }, (_, level) => {
    const [was = '', now = ''] = [last.levels[level], next.levels[level]];
    if (was === '') return [change('minor', `Level ${level} has a name now`, was, now)];
    if (now === '') return [change('minor', `Level ${level} is gone`, was, now)];
    return reworded(`level ${level}`, '', [[`the name of level ${level}`, was, now]]);
  });
  const labels = ([0, 1, 2] as const).map((score) =>
    reworded(`score ${score}`, '', [
      [`what a score of ${score} means`, last.scale[score], next.scale[score]],
    ]),
  );
  return [...rule, ...levels.flat(), ...labels.flat()];
}

function gradeChanges(last: Framework, next: Framework): Change[] {
  const lines = ({ grades }: Framework) =>
    grades.map((row) => ({
      id: `${row.direction}: ${row.grade}`,
      text: `${row.from} to ${row.to}, ${row.jobTitle}`,
    }));
  const [before, after] = [lines(last), lines(next)];
  const key = ({ id, text }: { id: string; text: string }) => `${id} ${text}`;
  const [wasThere, isThere] = [new Set(before.map(key)), new Set(after.map(key))];
  const gone = before.filter((line) => !isThere.has(key(line)));
  const come = after.filter((line) => !wasThere.has(key(line)));
  return [
    ...gone.map(({ id, text }) => {
      const now = come.find((line) => line.id === id);
      return change('minor', `Grade ${id}`, text, now ? now.text : '');
    }),
    ...come
      .filter(({ id }) => !gone.some((line) => line.id === id))
      .map(({ id, text }) => change('minor', `Grade ${id}`, '', text)),
  ];
}

type Named = { id: string; name: string };

function addedAndRemoved(what: string, last: readonly Named[], next: readonly Named[]): Change[] {
  const missing = (from: readonly Named[], of: readonly Named[]) =>
    of.filter(({ id }) => !from.some((one) => one.id === id));
  return [
    ...missing(last, next).map(({ name }) => change('minor', `New ${what}`, '', name)),
    ...missing(next, last).map(({ name }) => change('minor', `Removed ${what}`, name, '')),
  ];
}

function pairs<Item extends Named>(last: readonly Item[], next: readonly Item[]): [Item, Item][] {
  return next.flatMap((now) => {
    const was = last.find(({ id }) => id === now.id);
    return was ? [[was, now] as [Item, Item]] : [];
  });
}

/** Minor each, until the owner calls one a typo. */
function reworded(
  key: string,
  id: string,
  texts: readonly (readonly [what: string, was: string, now: string])[],
): Change[] {
  return texts
    .filter(([, was, now]) => was !== now)
    .map(([what, was, now]) => ({
      ...change('minor', `Reworded: ${what}`, was, now, id),
      key: `${key} ${id} ${what}`,
      isRewording: true,
    }));
}

function change(kind: Kind, what: string, was: string, now: string, id = ''): Change {
  return { key: `${what} ${id} ${was} ${now}`, kind, what, id, was, now, isRewording: false };
}

function nameOf(list: readonly Named[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id;
}
