// An older sheet, made by hand elsewhere: what its tabs hold, and what was understood of them.

import type { Score } from '../rules/score';

/** A tab as it lies in the workbook; rows and columns from its first cell on. */
export interface RawTab {
  name: string;
  isHidden: boolean;
  values: readonly (readonly unknown[])[];
  /** Blank where a cell holds no formula. */
  formulas: readonly (readonly string[])[];
  merges: readonly Merge[];
  /** By the row's position, from 1. */
  isRowHidden(row: number): boolean;
}

/** Positions from 1. */
export interface Merge {
  row: number;
  column: number;
  height: number;
  width: number;
}

export interface OldSkill {
  tab: string;
  /** From 1. */
  row: number;
  /** Such as `Delivery!C7`: where the score stands. */
  cell: string;
  /** As the older sheet calls it. */
  competency: string;
  /** null when the older sheet does not say. */
  level: number | null;
  text: string;
  /** null when the cell is blank or holds no score. */
  score: Score;
  /** What stands in the cell when it is no score; else blank. */
  unreadable: string;
  /** The sentence is what a formula shows. */
  isFormula: boolean;
}

/** The level that the older sheet itself shows for a competency. */
export interface ShownLevel {
  competency: string;
  level: number;
  /** Such as `Summary!C2`. */
  cell: string;
}

export interface OlderSheet {
  skills: OldSkill[];
  shown: ShownLevel[];
  /** Sentences about what was not read, or was read otherwise than it looks. */
  remarks: string[];
}

/** What of the framework helps to read an older sheet. */
export interface Names {
  /** From level 0 on. */
  levels: readonly string[];
  competencies: readonly { id: string; name: string }[];
}

/** Letters and digits alone, so that `DomainExpertise` is `Domain Expertise`. */
export function compact(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
