// The built-in frameworks: which there are to choose from, and how a file of them becomes one.

import type { Framework, FrameworkFile, Skill } from './framework';

/** Files of src/frameworks without their ending, and what to say of each; the first is the default. */
export const BUILT_IN: readonly (readonly [file: string, about: string])[] = [
  ['engineering', 'Engineering: three directions, no grades'],
  ['engineering-tracks', 'Engineering tracks: 22 job tracks with their grades'],
  ['technical-leadership', 'Technical leadership: lead and architect beside people management'],
];

/** The framework of a file; `read` gives the file that it names for its skills. */
export function frameworkOf(file: FrameworkFile, read: (name: string) => FrameworkFile): Framework {
  const { skills } = file;
  return {
    ...file,
    skills: typeof skills === 'string' ? (read(skills).skills as Skill[]) : skills,
  };
}
