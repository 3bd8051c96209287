// The level that an older sheet showed for a competency against the level that its scores come to
// by our rules, and why the two differ.

import type { Framework } from '../framework/framework';
import { gapOf } from '../rules/gap';
import { leavesOneOut, levelOf, type ScoredSkill, type Tally, tallyByLevel } from '../rules/level';
import { parseRule, type Rule } from '../rules/rule';
import type { Score } from '../rules/score';
import { compact, type OlderSheet, type OldSkill } from './older-sheet';

/** What of a framework levels depend on. */
export type LevelFramework = Pick<Framework, 'rule' | 'competencies' | 'skills'>;

/** A skill of the older sheet with the id of ours that it is taken for; blank for none. */
export type Taken = OldSkill & { skillId: string };

export interface LevelComparison {
  /** As we call it, or else as they do. */
  competency: string;
  /** null when the older sheet shows none. */
  theirs: number | null;
  /** Where they show it, or blank. */
  cell: string;
  /** By the imported scores alone; null for a competency that the framework does not have. */
  ours: number | null;
  /** Sentences; none when the two are the same or theirs is not known. */
  reasons: string[];
}

/** One comparison a competency of ours, in the framework's order, then those that only they have. */
export function compareLevels(
  framework: LevelFramework,
  taken: readonly Taken[],
  { shown }: Pick<OlderSheet, 'shown'>,
): LevelComparison[] {
  const rule = parseRule(framework.rule);
  const ourNames = framework.competencies.flatMap(({ id, name }) => [compact(id), compact(name)]);
  const theirsAlone = shown
    .filter(({ competency }) => !ourNames.includes(compact(competency)))
    .map(({ competency, level, cell }) => ({
      competency,
      theirs: level,
      cell,
      ours: null,
      reasons: ['The framework has no competency of this name.'],
    }));
  const compared = framework.competencies.map(({ id, name }): LevelComparison => {
    const isOurs = (other: string) => [compact(id), compact(name)].includes(compact(other));
    const of = shown.find(({ competency }) => isOurs(competency));
    const own = framework.skills.filter(({ competency }) => competency === id);
    const scored = own.map((skill) => ({
      ...skill,
      old: taken.find(({ skillId }) => skillId === skill.id),
    }));
    const skills = scored.map(({ level, old }) => ({ level, score: old?.score ?? null }));
    const ours = levelOf(skills, rule);
    const theirs = of?.level ?? null;
    const reasons: string[] = [];
    if (theirs !== null && theirs > ours) {
      const level = gapOf(skills, rule).nextLevel;
      if (level === null) reasons.push(`The framework has no level above ${ours} here.`);
      else reasons.push(...whyLower(scored, level, theirs, rule));
    } else if (theirs !== null && theirs < ours) {
      const old = taken.filter(({ competency }) => isOurs(competency));
      reasons.push(...whyHigher(old, scored, theirs, ours));
    }
    return { competency: name, theirs, cell: of?.cell ?? '', ours, reasons };
  });
  return [...compared, ...theirsAlone];
}

interface Compared {
  level: number;
  text: string;
  /** undefined when the older sheet has no such skill. */
  old: Taken | undefined;
}

/** Why a level is not reached here that the older sheet counts. */
function whyLower(
  skills: readonly Compared[],
  level: number,
  theirs: number,
  rule: Rule,
): string[] {
  const own = skills.filter((skill) => skill.level === level);
  const tally = tallyByLevel(scoresOf(own))[level] as Tally;
  const missing = own.filter(({ old }) => old === undefined).length;
  const blank = own.filter(({ old }) => old?.score === null).length;
  const zeros = own.filter(({ old }) => old?.score === 0);
  const reasons: string[] = [];
  if (zeros.length > 0) {
    const which = zeros.length === 1 ? `“${zeros[0].text}” is 0` : `${zeros.length} skills are 0`;
    reasons.push(
      level < theirs
        ? `${which} on level ${level}: the older sheet counts higher levels all the same, here none above it counts.`
        : `${which} on level ${level}, which the older sheet lets pass: here a level is reached only without a 0.`,
    );
  }
  if (blank > 0) {
    reasons.push(
      `${counted(blank)} on level ${level} ${blank === 1 ? 'is' : 'are'} not scored in the older sheet, which skips blanks: here they count as missing.`,
    );
  }
  if (missing > 0) {
    reasons.push(
      `${counted(missing)} on level ${level} ${missing === 1 ? 'is' : 'are'} not in the older sheet, so not scored here.`,
    );
  }
  const beyond = tally.notApplicable - (leavesOneOut(tally) ? 1 : 0);
  if (beyond > 0) {
    reasons.push(
      `${counted(tally.notApplicable)} on level ${level} ${tally.notApplicable === 1 ? 'is' : 'are'} n/a: here one at most is left out, and never the only skill.`,
    );
  }
  if (reasons.length > 0) return reasons;
  const { ones, twos } = tally;
  const average = Math.round((100 * (ones + 2 * twos)) / (ones + twos)) / 100;
  return [
    rule.kind === 'average'
      ? `The scores on level ${level} average ${average}: here they must average more than ${rule.numerator / rule.denominator}; the older sheet asks less.`
      : `${counted(ones)} on level ${level} are 1: here ${rule.most} at most may be; the older sheet allows more.`,
  ];
}

/** Why the older sheet does not count a level that is reached here. */
function whyHigher(
  old: readonly Taken[],
  skills: readonly Compared[],
  theirs: number,
  ours: number,
): string[] {
  const level = theirs + 1;
  const theirOwn = old.filter((skill) => skill.level === level);
  const elsewhere = theirOwn.filter(
    ({ skillId }) =>
      !skills.some((skill) => skill.level === level && skill.old?.skillId === skillId),
  );
  const lower = elsewhere.filter(({ score }) => score !== 2);
  if (lower.length > 0) {
    return [
      `${counted(lower.length)} of the older sheet's level ${level} below 2 ${lower.length === 1 ? 'does' : 'do'} not count on that level here.`,
    ];
  }
  if (theirOwn.some(({ score }) => score === 'n/a')) {
    return [`Level ${level} holds an n/a in the older sheet: here one is left out.`];
  }
  return [
    `The scores reach level ${ours} by the rule here; the older sheet's own formula asks more, or was not computed again.`,
  ];
}

function scoresOf(skills: readonly Compared[]): ScoredSkill[] {
  return skills.map(({ level, old }) => ({ level, score: (old?.score ?? null) as Score }));
}

function counted(count: number): string {
  return count === 1 ? '1 skill' : `${count} skills`;
}
