// What the sidebar may ask for, checked: everything that it sends could have been sent by anybody.

export interface SubmitRequest {
  /** Whether to add the manager as an editor of the file. */
  addManager: boolean;
}

export interface RecordRequest {
  /** The id that the outcome will have; the page got it with the view, so that a retry makes no second outcome. */
  outcomeId: string;
  /** The id of the last outcome that the page saw, or blank. */
  lastOutcomeId: string;
  /** Whether the person agrees. */
  agrees: boolean;
  /** What the page asked and was told yes. */
  confirmed: {
    /** Skill ids that stay unscored on a competency's next level. */
    notScored: string[];
    /** Recorded by someone who is not the named manager. */
    notManager: boolean;
    /** Replaces the outcome of this round. */
    replaces: boolean;
  };
}

export interface RoundRequest {
  /** The new round's name. */
  round: string;
}

/** Throws a sentence when the request is not as it should be; so do the others. */
export function checkSubmit(request: unknown): SubmitRequest {
  const { addManager } = record(request);
  return { addManager: flag(addManager, 'addManager') };
}

export function checkRecord(request: unknown): RecordRequest {
  const { outcomeId, lastOutcomeId, agrees, confirmed } = record(request);
  const { notScored, notManager, replaces } = record(confirmed);
  if (!Array.isArray(notScored)) throw refuse('notScored is not a list');
  const id = words(outcomeId, 'outcomeId');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw refuse('outcomeId is not an id such as a view brings');
  }
  return {
    outcomeId: id,
    lastOutcomeId: words(lastOutcomeId, 'lastOutcomeId'),
    agrees: flag(agrees, 'agrees'),
    confirmed: {
      notScored: notScored.map((each) => words(each, 'notScored')),
      notManager: flag(notManager, 'notManager'),
      replaces: flag(replaces, 'replaces'),
    },
  };
}

export function checkRound(request: unknown): RoundRequest {
  return { round: words(record(request).round, 'round').trim() };
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw refuse('something is missing');
}

function flag(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw refuse(`${name} is neither true nor false`);
}

function words(value: unknown, name: string): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw refuse(`${name} is not a short text`);
}

function refuse(reason: string): Error {
  return new Error(
    `The sidebar sent something that this sheet does not understand (${reason}): close the sidebar and open it again.`,
  );
}
