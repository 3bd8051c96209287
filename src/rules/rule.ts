// The level rule of a framework: what the scores of a level must come to, besides that
// every skill on it is scored and none is 0.

import { isBlank, numberIn, shown } from './cell';

/** The average to exceed, as a fraction of whole numbers; or the most skills that may be at 1. */
export type Rule =
  | { kind: 'average'; numerator: number; denominator: number }
  | { kind: 'ones'; most: number };

/** The average is above 1.7. */
export const DEFAULT_RULE: Rule = { kind: 'average', numerator: 17, denominator: 10 };

/** More decimals than anybody means, few enough to count in whole numbers. */
const DECIMALS = 9;

/** A framework's rule: a number, or text such as `at most 1 at 1`; blank is the default. Throws a sentence. */
export function parseRule(value: unknown): Rule {
  if (isBlank(value)) return DEFAULT_RULE;
  if (typeof value === 'string') {
    const ones = /^\s*at\s+most\s+(\d{1,6})\s+at\s+1\s*$/i.exec(value);
    if (ones) return { kind: 'ones', most: Number(ones[1]) };
  }
  const average = numberIn(value);
  if (average === null || average < 0 || average >= 2) {
    throw new Error(
      `rule is ${shown(value)}, but a rule is a number from 0 to below 2, the average to exceed, or text such as “at most 1 at 1”.`,
    );
  }
  return exceeding(average);
}

/** From the decimal text, so that 1.7 is 17 tenths and not the binary number next to it. */
function exceeding(average: number): Rule {
  const [whole, fraction] = average.toFixed(DECIMALS).split('.');
  const decimals = fraction.replace(/0+$/, '');
  return {
    kind: 'average',
    numerator: Number(whole + decimals),
    denominator: 10 ** decimals.length,
  };
}

/** Whether a level holds with so many skills at 1 and at 2 and none lower. */
export function allows(rule: Rule, ones: number, twos: number): boolean {
  if (rule.kind === 'ones') return ones <= rule.most;
  return (ones + 2 * twos) * rule.denominator > rule.numerator * (ones + twos);
}
