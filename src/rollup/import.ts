// A sheet from elsewhere into the career sheet of somebody in Team: first what was understood of
// it, then, when the manager says so, blank self scores and rows of Archive. Answers stay as they are.

import type { Framework } from '../framework/framework';
import type { Taken } from '../import/compare';
import { type Match, matchSkills } from '../import/match';
import type { OlderSheet } from '../import/older-sheet';
import { type Plan, planImport } from '../import/plan';
import { readOlderSheet } from '../import/read';
import type { Look, LookRequest, WriteRequest, Written } from '../import/request';
import { ARCHIVE, ASSESSMENT } from '../layout/career-sheet';
import { stampOf } from '../sheets/answers';
import { isCareerSheet, readSummary, type Summary } from '../sheets/career-sheet';
import { readFramework } from '../sheets/framework-tabs';
import { isManagerWorkbook } from '../sheets/manager-workbook';
import { alone } from '../sheets/own-file';
import { readRawTabs } from '../sheets/raw-tabs';
import { Table } from '../sheets/table';
import { textOf } from '../sheets/text';
import { spreadsheetIdIn } from './link';
import { memberOf, openTheirs } from './prepare';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What an import would do; nothing is written. Throws a sentence when there is nothing to import. */
export function lookAtOlderSheet(spreadsheet: Spreadsheet, request: LookRequest): Look {
  const { name, old, stamp, matches, target } = understand(spreadsheet, request);
  const { framework } = target;
  const isClose = (at: number) => matches[at].kind === 'close';
  const withAll = target.plan(takenOf(old, matches, () => true));
  const withExact = target.plan(takenOf(old, matches, (at) => !isClose(at)));
  const textOfOurs = new Map(framework.skills.map(({ id, text }) => [id, text]));
  return {
    name,
    stamp,
    skills: old.skills.map((skill, at) => ({
      ...skill,
      match: matches[at],
      ours: textOfOurs.get(matches[at].skillId) ?? '',
      fate: withAll.fates[at],
      fateAlone: withExact.fates[at],
    })),
    shown: old.shown,
    remarks: old.remarks,
    framework: {
      rule: framework.rule,
      competencies: framework.competencies,
      skills: framework.skills,
    },
  };
}

/** Writes what the look showed, with the close matches that were accepted. May be repeated. */
export function importOlderSheet(spreadsheet: Spreadsheet, request: WriteRequest): Written {
  return alone(() => {
    const { old, stamp, matches, target } = understand(spreadsheet, request);
    if (stamp !== request.stamp) {
      throw new Error(
        'The older sheet or the framework changed since you looked: nothing was written; look again.',
      );
    }
    const isTaken = (at: number) =>
      matches[at].kind === 'exact' || request.accepted.includes(old.skills[at].cell);
    const plan = target.plan(takenOf(old, matches, isTaken));
    target.write(plan);
    const of = (fate: string) => old.skills.filter((_, at) => plan.fates[at] === fate);
    return {
      scores: plan.scores.length,
      archived: plan.archive.length,
      there: of('there').length,
      conflicts: of('conflict').map(({ text }) => text),
    };
  });
}

interface Understanding {
  name: string;
  old: OlderSheet;
  matches: Match[];
  stamp: string;
  target: Target;
}

function understand(spreadsheet: Spreadsheet, { link, email }: LookRequest): Understanding {
  const target = new Target(openTheirs(memberOf(spreadsheet, email)));
  const file = openOlder(link);
  const { framework } = target;
  const old = readOlderSheet(readRawTabs(file), framework);
  const matches = matchSkills(old.skills, framework.skills);
  const stamp = stampOf([old.skills, matches]);
  return { name: file.getName(), old, matches, stamp, target };
}

function openOlder(link: string): Spreadsheet {
  const id = spreadsheetIdIn(link);
  if (id === null) {
    throw new Error(
      'That is no link to a spreadsheet: paste the address of the older sheet as the browser shows it.',
    );
  }
  let file: Spreadsheet;
  try {
    file = SpreadsheetApp.openById(id);
  } catch (error) {
    const reason = (error as Error).message.replace(/[.\s]+$/, '');
    throw new Error(
      `The older sheet cannot be opened (“${reason}”): ask its owner to share it with you; an Excel file must first be saved as a Google Sheet, by File > Save as Google Sheets.`,
    );
  }
  if (isCareerSheet(file) || isManagerWorkbook(file)) {
    throw new Error(
      'That link leads to a file made by Career Sheet, not to a sheet from elsewhere: link a career sheet in Team instead.',
    );
  }
  return file;
}

function takenOf(
  { skills }: OlderSheet,
  matches: readonly Match[],
  isTaken: (at: number) => boolean,
): Taken[] {
  return skills.map((skill, at) => ({
    ...skill,
    skillId: isTaken(at) ? matches[at].skillId : '',
  }));
}

/** The career sheet that is filled: it must be a draft. */
class Target {
  readonly framework: Framework;
  private readonly round: string;
  private readonly assessment: Table<keyof typeof ASSESSMENT.columns>;
  private readonly archive: Table<keyof typeof ARCHIVE.columns>;

  constructor(private readonly sheet: Spreadsheet) {
    const summary = readSummary(sheet);
    refuseUnlessDraft(summary);
    this.round = summary.round;
    this.framework = readFramework(sheet, {
      id: summary.frameworkId,
      name: summary.frameworkName,
      version: summary.frameworkVersion,
    });
    this.assessment = Table.open(sheet, ASSESSMENT);
    this.archive = Table.open(sheet, ARCHIVE);
  }

  plan(taken: readonly Taken[]): Plan {
    const answers = this.assessment.rows.map((row) => ({
      id: textOf(row.get('id'), this.sheet),
      selfScore: row.get('selfScore'),
    }));
    const archived = this.archive.rows.map((row) => ({
      reason: row.get('reason'),
      competency: row.get('competency'),
      level: row.get('level'),
      skill: row.get('skill'),
      selfScore: row.get('selfScore'),
    }));
    return planImport(taken, answers, archived, this.round);
  }

  /** The scores first: what they leave out goes to Archive also when this is cut off and repeated. */
  write({ scores, archive }: Plan): void {
    for (const { skillId, score } of scores) {
      const row = this.assessment.rows.find((one) => textOf(one.get('id'), this.sheet) === skillId);
      if (row) this.assessment.set(row, 'selfScore', score);
    }
    this.assessment.write();
    this.archive.append(archive);
    this.archive.write();
  }
}

function refuseUnlessDraft({ status, person }: Summary): void {
  if (status === 'Draft') return;
  throw new Error(
    `The review of ${person || 'this person'} is “${status}”: scores are imported into a draft only; let it be taken back, or start the next round, then import.`,
  );
}
