// What stops a build: one sentence a problem, with the name and the reason.

export class BuildError extends Error {
  /** @param {string[]} problems */
  constructor(problems) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Throws when there is any problem. */
export function stopOn(problems) {
  if (problems.length > 0) throw new BuildError(problems);
}

export function withoutStop(sentence) {
  return sentence.replace(/\.$/, '');
}
