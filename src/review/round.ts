// Rounds, the review cycles: their names, such as `2026 H2`.

const LONGEST = 40;

/** How many parts a year has in a round's name: halves, thirds, quarters. */
const PARTS: Record<string, number> = { H: 2, T: 3, Q: 4 };

/**
 * The round after this one: `2026 H2` → `2027 H1`, `2026 Q3` → `2026 Q4`, `2026` → `2027`,
 * `Round 9` → `Round 10`; blank when the name does not say.
 */
export function nextRound(round: string): string {
  const text = round.trim();
  const part = /^(\d{4})(\s*[-/]?\s*)([HTQ])(\d)$/i.exec(text);
  if (part) {
    const [, year, between, letter, number] = part;
    return Number(number) < PARTS[letter.toUpperCase()]
      ? `${year}${between}${letter}${Number(number) + 1}`
      : `${Number(year) + 1}${between}${letter}1`;
  }
  const counted = /^(.*?)(\d{1,6})$/.exec(text);
  return counted ? `${counted[1]}${Number(counted[2]) + 1}` : '';
}

/**
 * What is wrong with a name for the next round, in one sentence; blank when nothing is.
 * @param taken the rounds that the sheet has seen, the running one among them.
 */
export function problemOfRound(round: string, taken: readonly string[]): string {
  const name = round.trim();
  if (name === '') return 'The new round has no name: type one such as 2026 H2.';
  if (name.length > LONGEST) {
    return `The new round's name is longer than ${LONGEST} characters: type a short one such as 2026 H2.`;
  }
  if (taken.some((one) => one.trim().toLowerCase() === name.toLowerCase())) {
    return `The round “${name}” has been held already: type the name of the next one.`;
  }
  return '';
}
