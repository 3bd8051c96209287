// What a career sheet says, judged: which facts go into the person's row of `Rollup`, which
// outcomes into the ledger, and what is wrong. What a problem makes doubtful is left out of the
// facts, so that the row keeps its last good value.

import type { Framework } from '../framework/framework';
import { lastOutcome, type Outcome } from '../review/outcome';
import { standingOf, weightsOf } from '../review/standing';
import { isSamePerson, parseStatus, type Status } from '../review/status';
import { parseScore } from '../rules/score';
import { isSameFramework, type Latest, lastTwo, latestOf } from './latest';
import { type Entry, type Gathering, gather, isHeld } from './ledger';
import type { Member } from './member';
import { problems } from './problems';

/** What was read of a career sheet; never evidence, notes, statements or goals. */
export interface Reading {
  email: string;
  status: string;
  frameworkId: string;
  frameworkName: string;
  frameworkVersion: string;
  /** The self score of each skill; null where a Recorded sheet was not asked for them. */
  selfScores: readonly ScoreCell[] | null;
  outcomes: readonly Outcome[];
  /** One sentence for each row of `Outcomes` that cannot be read. */
  unreadable: readonly string[];
}

export interface ScoreCell {
  value: unknown;
  /** Such as `Assessment!E12`. */
  address: string;
}

/** Facts that are left out stay in `Rollup` as they were. */
export interface Facts {
  status?: Status;
  /** 0 to 1. */
  shareScored?: number;
  latest?: Latest;
}

export interface Findings {
  /** Whether the sheet was read: only then does what was found last as long as it does not change. */
  isRead: boolean;
  facts: Facts;
  added: Entry[];
  released: Entry[];
  problems: string[];
}

/** What a row of `Team` comes to when its career sheet was not read, or is none of theirs. */
export function nothingBut(problem: string, isRead = false): Findings {
  return { isRead, facts: {}, added: [], released: [], problems: [problem] };
}

/**
 * @param team all rows of `Team`.
 * @param ledger by outcome id.
 */
export function judge(
  member: Member,
  reading: Reading,
  framework: Framework,
  ledger: ReadonlyMap<string, Entry>,
  team: readonly Member[],
): Findings {
  const stranger = notTheirs(member, reading, team);
  if (stranger !== '') return nothingBut(stranger, true);

  const gathering = gather(reading.outcomes, ledger, member);
  const said = problems.unreadable(reading.unreadable);
  const facts: Facts = {};
  const status = parseStatus(reading.status);
  if (status === null) said.push(problems.notAStatus(reading.status));
  else facts.status = status;

  const isOwn = isSameFramework(reading.frameworkId, reading.frameworkVersion, framework);
  if (!isOwn) {
    const sheet = `${reading.frameworkName || reading.frameworkId} ${reading.frameworkVersion}`;
    said.push(problems.otherFramework(sheet, titleOf(framework)));
  }
  if (status === 'Recorded') said.push(...judgeRecorded(reading, gathering, framework, facts));
  else said.push(...judgeOpen(member, reading, status, facts));
  said.push(...judgeOutcomes(gathering, framework, isOwn, facts));
  const { added, released } = gathering;
  return { isRead: true, facts, added, released, problems: said };
}

/** What is wrong with whose sheet it is; blank when it is the member's. */
function notTheirs(member: Member, reading: Reading, team: readonly Member[]): string {
  if (isSamePerson(reading.email, member.email)) return '';
  if (reading.email.trim() === '') return problems.namesNobody(member);
  const rightful = team.find(
    (other) => other.sheetId === member.sheetId && isSamePerson(other.email, reading.email),
  );
  return problems.ofSomebodyElse(member, reading.email, rightful);
}

/** A sheet that is not recorded says how much of it is scored, and nothing about which score. */
function judgeOpen(
  member: Member,
  reading: Reading,
  status: Status | null,
  facts: Facts,
): string[] {
  const cells = reading.selfScores ?? [];
  if (cells.length === 0) return [];
  const scores = cells.map(({ value }) => parseScore(value));
  const scored = scores.filter((score) => score !== null && score !== undefined).length;
  facts.shareScored = scored / cells.length;
  const bad = cells.filter((_, at) => scores[at] === undefined).map(({ address }) => address);
  const blanks = scores.filter((score) => score === null).length;
  const handedIn = status === 'Submitted' || status === 'In review';
  return [
    ...(bad.length > 0 ? [problems.notAScore(bad)] : []),
    ...(handedIn && blanks > 0 ? [problems.halfFilled(member, blanks)] : []),
  ];
}

function judgeRecorded(
  reading: Reading,
  gathering: Gathering,
  framework: Framework,
  facts: Facts,
): string[] {
  const last = lastOutcome(
    reading.outcomes.filter((outcome) => !gathering.foreign.includes(outcome)),
  );
  if (!last) return reading.unreadable.length > 0 ? [] : [problems.recordedWithoutOutcome()];
  if (!isSameFramework(last.frameworkId, last.frameworkVersion, framework)) return [];
  const scored = framework.skills.filter(({ id }) => (last.agreedScores[id] ?? null) !== null);
  facts.shareScored = scored.length / framework.skills.length;
  const gaps = standingOf(framework, last.agreedScores).filter(
    ({ notScored }) => notScored.length > 0,
  );
  if (gaps.length === 0) return [];
  const blanks = gaps.reduce((sum, { notScored }) => sum + notScored.length, 0);
  const names = gaps.map(({ id }) => framework.competencies.find((one) => one.id === id)?.name);
  return [problems.recordedHalfFilled(blanks, names as string[])];
}

/** The last outcome that counts, and what is wrong with the outcomes. */
function judgeOutcomes(
  gathering: Gathering,
  framework: Framework,
  isOwn: boolean,
  facts: Facts,
): string[] {
  const said: string[] = [];
  const held = gathering.all.filter(isHeld);
  if (held.length > 0) said.push(problems.held(held.map((entry) => entry.held)));
  if (gathering.changed.length > 0) said.push(problems.changed(gathering.changed));
  if (gathering.foreign.length > 0) {
    said.push(problems.foreign(gathering.foreign.map(({ email }) => email)));
  }
  const counting = gathering.all.filter((entry) => !isHeld(entry));
  const outcomes = counting.map(({ outcome }) => outcome);
  // One sentence about the framework is enough.
  said.push(...judgeLast(outcomes, framework, facts, isOwn));
  return said;
}

/**
 * What the outcomes that count come to, and what is wrong with their last one.
 * @param isOwn whether another framework than the workbook's is worth a sentence.
 */
export function judgeLast(
  counting: readonly Outcome[],
  framework: Framework,
  facts: Facts,
  isOwn = true,
): string[] {
  const [last, before] = lastTwo(counting);
  if (!last) return [];
  if (!isSameFramework(last.frameworkId, last.frameworkVersion, framework)) {
    return isOwn ? [problems.outcomeOfOtherFramework(last, titleOf(framework))] : [];
  }
  if (weightsOf(framework, last.direction) === null) return [problems.otherDirection(last)];
  facts.latest = latestOf([last, before], counting, framework);
  return [];
}

function titleOf(framework: Framework): string {
  return `${framework.name} ${framework.version}`;
}
