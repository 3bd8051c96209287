// Marks that stand at the beginning of evidence, so that a sheet tells by itself how scores came
// about: filled in one go, or left out on purpose. People may write or delete them in the grid.

/** Scored with many others at once: to be looked at for exceptions. */
export const FILLED = 'Filled in one go, to be confirmed.';
/** The framework says the skill in other words now: does the score still hold? */
export const REWORDED = 'Reworded, to be confirmed.';
/** The competency is left unscored from this skill's level on. */
export const STOPPED = 'Stopped here: this level is out of reach for now.';

export function isMarked(evidence: string, mark: string): boolean {
  return evidence.trim().toLowerCase().indexOf(mark.toLowerCase()) === 0;
}

export function withMark(evidence: string, mark: string): string {
  return isMarked(evidence, mark) ? evidence : `${mark}\n${evidence}`.trim();
}

export function withoutMark(evidence: string, mark: string): string {
  return isMarked(evidence, mark) ? evidence.trim().slice(mark.length).trim() : evidence;
}

/** Whether a score waits for somebody to look at it again. */
export function isToConfirm(evidence: string): boolean {
  return isMarked(evidence, FILLED) || isMarked(evidence, REWORDED);
}

/** Evidence of a score that was looked at. */
export function confirmed(evidence: string): string {
  return isToConfirm(evidence)
    ? confirmed(withoutMark(withoutMark(evidence, FILLED), REWORDED))
    : evidence;
}
