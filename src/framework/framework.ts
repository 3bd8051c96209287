// The shape of a framework: what a file of src/frameworks holds, and what the
// tabs Framework, Directions, Levels and Grades of a workbook hold.

export interface Framework {
  /** Kebab-case, never changes. */
  id: string;
  name: string;
  /** Semantic: major asks something new of a person, minor does not, patch is a typo. */
  version: string;
  description: string;
  /** Where the structure (not the sentences) comes from. */
  source: string;
  /** Names by level, from level 0 on. */
  levels: string[];
  /** What the scores 0, 1 and 2 are called. */
  scale: { 0: string; 1: string; 2: string };
  /** The average to exceed, or text such as `at most 1 at 1`. */
  rule: number | string;
  competencies: Competency[];
  directions: Direction[];
  grades: GradeRow[];
  skills: Skill[];
}

/** What a file of src/frameworks holds: its skills may stand in another one, which it names. */
export type FrameworkFile = Framework | (Omit<Framework, 'skills'> & { skills: string });

export interface Competency {
  id: string;
  name: string;
  emoji: string;
  about: string;
}

export interface Skill {
  /** Never changes, whatever is reworded, moved or reordered. */
  id: string;
  /** A competency's id. */
  competency: string;
  /** 1 to 9. */
  level: number;
  /** One observable sentence. */
  text: string;
  /** What a score of 2 looks like. */
  looksLike: string;
}

export interface Direction {
  id: string;
  name: string;
  /** Percent by competency id; they add up to 100. */
  weights: Record<string, number>;
}

export interface GradeRow {
  /** A direction's name. */
  direction: string;
  /** Progress, closed below. */
  from: number;
  /** Progress, open above; the last one of a direction is closed. */
  to: number;
  grade: string;
  jobTitle: string;
}
