// Who works in the sample company: an invented head of engineering and 60 people below, in three
// groups of three teams each, and how far each of them has come with the review of 2026 H2.

import type { Random } from './random';

export interface Employee {
  name: string;
  email: string;
  /** Null for the head of engineering. */
  manager: Employee | null;
  role: 'head' | 'manager' | 'lead' | 'engineer';
  grade: string;
  direction: string;
  aspired: string;
  /** Such as `2023-04-17`. */
  started: string;
  /** About the level that they work at, with decimals. */
  ability: number;
  /** How much they over- or underrate themselves, in levels. */
  selfView: number;
  /** How much more or less they give their reports, in levels. */
  lenience: number;
  /** Whether the round before, 2026 H1, was held with them. */
  isVeteran: boolean;
  story: Story;
  /** Stands in the head's team tab twice. */
  isListedTwice: boolean;
}

/** What became of the review, and what is odd about it. */
export type Story =
  | 'untouched'
  | 'half filled'
  | 'submitted'
  | 'submitted half filled'
  | 'in review'
  | 'recorded'
  | 'recorded in disagreement'
  | 'recorded again'
  | 'recorded with blanks'
  | 'recorded by somebody else'
  | 'has no sheet'
  | 'link is no link'
  | 'link to a colleague'
  | 'link to another file'
  | 'sheet not shared'
  | 'old framework';

export interface People {
  head: Employee;
  /** The 60, those above before those below. */
  staff: Employee[];
}

const GROUPS = 3;
const TEAMS = 9;
const ENGINEERS = 48;

export function invent(random: Random): People {
  let hired = 0;
  const hire = (role: Employee['role'], manager: Employee | null, story: Story): Employee => {
    const name = `${FIRST_NAMES[hired]} ${LAST_NAMES[hired % LAST_NAMES.length]}`;
    hired += 1;
    const ability = random.between(...ABILITY[role]);
    const isJunior = ability < 1.6;
    return {
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      manager,
      role,
      grade: isJunior ? 'Junior Engineer' : GRADES[role],
      direction: DIRECTIONS[role],
      aspired: role === 'engineer' && ability > 2 ? random.pick(ASPIRATIONS) : '',
      started: `${isJunior ? 2025 : random.whole(2019, 2024)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
      ability,
      selfView: random.between(-0.1, 0.25),
      lenience: random.between(-0.2, 0.2),
      isVeteran: role !== 'engineer' || hired % 6 === 0,
      story,
      isListedTwice: false,
    };
  };

  const head = hire('head', null, 'recorded');
  const managers = times(GROUPS, () => hire('manager', head, 'recorded'));
  const leads = times(TEAMS, (team) =>
    hire('lead', managers[team % GROUPS], LEADS[team] ?? 'recorded'),
  );
  const engineers = times(ENGINEERS, (i) => {
    const team = i % TEAMS;
    const place = Math.floor(i / TEAMS);
    return hire('engineer', leads[team], ODD[i] ?? PACES[team][place]);
  });
  engineers[LISTED_TWICE].isListedTwice = true;
  const newcomers = engineers.filter(({ story }) => story === 'untouched');
  for (const one of newcomers) one.started = STARTED_LATELY;
  return { head, staff: [...managers, ...leads, ...engineers] };
}

const ABILITY: Record<Employee['role'], [number, number]> = {
  head: [3.2, 3.6],
  manager: [2.9, 3.5],
  lead: [2.4, 3.2],
  engineer: [1.2, 2.9],
};

const GRADES: Record<Employee['role'], string> = {
  head: 'Head of Engineering',
  manager: 'Engineering Manager',
  lead: 'Team Lead',
  engineer: 'Engineer',
};

const DIRECTIONS: Record<Employee['role'], string> = {
  head: 'Cross Functional Leader',
  manager: 'Cross Functional Leader',
  lead: 'Functional Leader',
  engineer: 'Individual Contributor',
};

const ASPIRATIONS = ['Functional Leader', 'Cross Functional Leader', ''];

/** Nobody is reviewed before their own manager: two teams are late because their leads are. */
const LEADS: Record<number, Story> = { 7: 'in review', 8: 'submitted' };

const DONE: Story[] = times(6, () => 'recorded');
const UNDER_WAY: Story[] = [
  'recorded',
  'in review',
  'submitted',
  'recorded',
  'half filled',
  'in review',
];
const LATE: Story[] = [
  'submitted',
  'half filled',
  'untouched',
  'half filled',
  'submitted',
  'untouched',
];
const PACES = [DONE, DONE, DONE, DONE, DONE, UNDER_WAY, UNDER_WAY, LATE, LATE];

/** By position among the engineers. */
const ODD: Record<number, Story> = {
  2: 'recorded in disagreement',
  4: 'recorded by somebody else',
  10: 'recorded again',
  12: 'link to a colleague',
  19: 'recorded with blanks',
  21: 'link to another file',
  25: 'submitted half filled',
  28: 'sheet not shared',
  31: 'old framework',
  38: 'link is no link',
  47: 'has no sheet',
};
const LISTED_TWICE = 15;

/** Within the months of grace when the round ends. */
const STARTED_LATELY = '2026-10-05';

const FIRST_NAMES =
  `Robin Ada Bruno Carla Dario Elin Farid Greta Hugo Ines Jonas Kaya Liam Mona Nico Olga Pavel
  Quinn Rosa Samir Tilda Umar Vera Wanda Xenia Yusuf Zoe Anton Bella Cyril Dana Emil Fatima Gustav
  Hana Igor Jana Kofi Lena Marco Nadia Oscar Petra Rafael Sofia Tomas Ursula Viktor Wilma Xaver
  Yara Zeno Alma Boris Clara Diego Edda Felix Gloria Henrik Ivana`.split(/\s+/);

const LAST_NAMES =
  'Sampleton Mockford Testerly Dummywood Fixturo Placeholm Exampleby Demoski Loremsen Ipsumova'.split(
    ' ',
  );

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
