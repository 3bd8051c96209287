// A score, as people give it to a skill.

/** 0 not at all, 1 somewhat, 2 fully; `n/a` no opportunity yet; null not scored. */
export type Score = 0 | 1 | 2 | 'n/a' | null;
