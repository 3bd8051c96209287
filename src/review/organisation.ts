// The organisation tree: who reports to whom by the managers' e-mails, whatever is wrong with them.

/** What the tree is made of. */
export interface Reporting {
  name: string;
  /** Unique; whoever has none is nobody's manager. */
  email: string;
  managerEmail: string;
}

export interface Tree<Of> {
  /** Those at the top, and behind them those whose place is not known. */
  tops: readonly Of[];
  reportsOf(person: Of): readonly Of[];
  /** What is wrong with somebody's place, in one sentence; blank when nothing is. */
  problemOf(person: Of): string;
}

/**
 * The tree of all people. At the top are those without a manager, or with one manager who is not
 * among the people, as in the manager's own workbook. Where several are at the top, most people
 * stand below the right one, and of the others a problem is said. A circle is opened at whoever
 * comes first in it.
 */
export function treeOf<Of extends Reporting>(people: readonly Of[]): Tree<Of> {
  const byEmail = new Map<string, Of>();
  for (const person of people) {
    const key = keyOf(person.email);
    if (key !== '' && !byEmail.has(key)) byEmail.set(key, person);
  }
  const managerOf = new Map<Of, Of>();
  for (const person of people) {
    const manager = byEmail.get(keyOf(person.managerEmail));
    if (manager) managerOf.set(person, manager);
  }
  const problems = new Map<Of, string>();
  const opened = new Set<Of>();
  for (const circle of circlesIn(people, managerOf)) {
    for (const person of circle) problems.set(person, inCircle(circle));
    managerOf.delete(circle[0]);
    opened.add(circle[0]);
  }

  const reports = new Map<Of, Of[]>();
  const tops = new Map<string, Of[]>();
  for (const person of people) {
    const manager = managerOf.get(person);
    if (manager) put(reports, manager, person);
    else if (!opened.has(person)) {
      // Each without a manager is a top alone; those of one unknown manager belong together.
      put(tops, keyOf(person.managerEmail) || `no manager ${tops.size}`, person);
    }
  }
  const reportsOf = (person: Of): readonly Of[] => reports.get(person) ?? [];
  const [top = [], ...others] = [...tops.values()].sort(
    (a, b) => sizeOf(b, reportsOf) - sizeOf(a, reportsOf),
  );
  for (const person of others.flat()) problems.set(person, apart(person, top));
  const behind = new Set([...others.flat(), ...opened]);
  return {
    tops: [...top, ...people.filter((person) => behind.has(person))],
    reportsOf,
    problemOf: (person) => problems.get(person) ?? '',
  };
}

/** Every circle of managers, each from the one who comes first among the people. */
function circlesIn<Of>(people: readonly Of[], managerOf: ReadonlyMap<Of, Of>): Of[][] {
  const circles: Of[][] = [];
  const seen = new Set<Of>();
  for (const person of people) {
    const way: Of[] = [];
    let at: Of | undefined = person;
    while (at && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = managerOf.get(at);
    }
    const start = at ? way.indexOf(at) : -1;
    if (start >= 0) circles.push(way.slice(start));
  }
  const order = new Map(people.map((person, index) => [person, index]));
  const orderOf = (person: Of) => order.get(person) as number;
  return circles.map((circle) => {
    const first = circle.reduce((a, b) => (orderOf(a) < orderOf(b) ? a : b));
    const at = circle.indexOf(first);
    return [...circle.slice(at), ...circle.slice(0, at)];
  });
}

/** How many people stand in a group and below it. */
function sizeOf<Of>(group: readonly Of[], reportsOf: (person: Of) => readonly Of[]): number {
  let size = 0;
  for (let row: readonly Of[] = group; row.length > 0; row = row.flatMap(reportsOf)) {
    size += row.length;
  }
  return size;
}

function inCircle(circle: readonly Reporting[]): string {
  const [first, ...others] = circle.map(nameOf);
  return others.length === 0
    ? `${first} is named as their own manager: correct the manager's e-mail.`
    : `${[first, ...others].join(', ')} and again ${first} manage each other in a circle: correct the manager's e-mail of one of them.`;
}

function apart(person: Reporting, [top]: readonly Reporting[]): string {
  const where = `so that ${nameOf(person)} stands behind the others`;
  return person.managerEmail.trim() === ''
    ? `No manager's e-mail is given, and ${nameOf(top)} is at the top already, ${where}: fill it in.`
    : `The manager ${person.managerEmail.trim()} is in no row of Team and in no branch, ${where}: correct the manager's e-mail, or add the manager.`;
}

function put<Key, Of>(groups: Map<Key, Of[]>, key: Key, one: Of): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

const nameOf = ({ name, email }: Reporting) => name || email;

const keyOf = (email: string) => email.trim().toLowerCase();
