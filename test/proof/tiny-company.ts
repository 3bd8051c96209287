// The smallest company in which everything happens that a rollup, a hand-out, a round and a recording
// meet, by a framework of four skills: made once by the built scripts, forked for each run.

import { AnsweringPage } from '../../local/answers';
import { builtScript, type Target } from '../../local/built-scripts';
import { Host, type HostOptions, type OpenFile, type Value } from '../../local/host';
import engineering from '../../src/frameworks/engineering.json';

export const GRACE = 'grace@example.org';
const LINUS = 'linus@example.org';
const TIM = 'tim@example.org';
const START = new Date('2026-10-05T08:00:00Z');
const DAY_MS = 24 * 3_600_000;
export const ROUND = '2026 H2';
export const NEXT_ROUND = '2027 H1';

/** Of whom there are career sheets; Eve has none yet. */
export const PEOPLE = ['Ada', 'Bob', 'Cem', 'Dan'] as const;
export type Name = (typeof PEOPLE)[number];
export const EVE = emailOf('Eve');

interface Ids {
  workbook: string;
  sheets: Record<Name, string>;
}

/**
 * Grace's Team: Ada, recorded; Bob, in review; Cem, whose outcome Linus recorded; Eve, who has no sheet;
 * and Tim, whose branch file brings in Dan. Her own branch file is there for Linus.
 */
export class TinyCompany {
  static async lay(): Promise<TinyCompany> {
    const host = Host.inMemory({ simulate: { clock: START } });
    const template = await setUp(host, LINUS, 'sheet', 'Career Sheet');
    template.type(...template.named('round'), ROUND);
    for (const email of [GRACE, TIM]) template.share(email, 'viewer');
    const hire = async (name: Name, manager: string) => {
      const sheet = copyFor(host, template, name, manager);
      await sheet.call('submitReview', { addManager: false });
      return sheet;
    };
    const [ada, bob, cem] = [
      await hire('Ada', GRACE),
      await hire('Bob', GRACE),
      await hire('Cem', GRACE),
    ];
    const dan = await hire('Dan', TIM);
    await host.as(GRACE).open(ada.id).call('openReview');
    await record(host, ada.id, GRACE);
    await host.as(GRACE).open(bob.id).call('openReview');
    cem.share(LINUS, 'editor');
    await host.as(LINUS).open(cem.id).call('openReview');
    await record(host, cem.id, LINUS);
    await host.as(TIM).open(dan.id).call('openReview');
    await record(host, dan.id, TIM);

    const workbooks = { linus: LINUS, grace: GRACE, tim: TIM };
    const files: Record<string, OpenFile> = {};
    for (const [key, email] of Object.entries(workbooks)) {
      files[key] = await setUp(host, email, 'manager', `Workbook of ${email}`);
      files[key].type(...files[key].named('template'), urlOf(template.id));
      files[key].type(...files[key].named('round'), ROUND);
    }
    enlist(files.tim, [['Dan', emailOf('Dan'), TIM, urlOf(dan.id)]]);
    enlist(files.linus, [
      ['Grace', GRACE, LINUS, ''],
      ['Ada', emailOf('Ada'), GRACE, ''],
    ]);
    enlist(files.grace, [
      ['Ada', emailOf('Ada'), GRACE, urlOf(ada.id)],
      ['Bob', emailOf('Bob'), GRACE, urlOf(bob.id)],
      ['Cem', emailOf('Cem'), GRACE, urlOf(cem.id)],
      ['Tim', TIM, GRACE, ''],
      ['Dan', emailOf('Dan'), TIM, ''],
    ]);
    await giveBranch(files.linus, GRACE, files.grace);
    await giveBranch(files.grace, TIM, files.tim);
    // Whoever reports to Tim stands in his Team and not in Grace's.
    files.grace.paste('Team', 'A6', [['Eve', EVE, GRACE]]);
    await files.tim.call('runJob', 'rollup');
    host.clock.advance(DAY_MS);
    return new TinyCompany(host, {
      workbook: files.grace.id,
      sheets: { Ada: ada.id, Bob: bob.id, Cem: cem.id, Dan: dan.id },
    });
  }

  private constructor(
    private readonly host: Host,
    private readonly ids: Ids,
  ) {}

  /** A company of its own, a day later, in which one run takes place at a time; with `threads` several. */
  start(simulate: HostOptions['simulate'] = {}, { threads = false } = {}): Company {
    return new Company(this.host.fork({ simulate, oneThread: !threads }), this.ids);
  }

  close(): void {
    this.host.close();
  }
}

export class Company {
  readonly page = new AnsweringPage();
  /** Grace's, as she has it open. */
  readonly workbook: OpenFile;

  constructor(
    readonly host: Host,
    private readonly ids: Ids,
  ) {
    this.workbook = host.as(GRACE, this.page).open(ids.workbook);
  }

  sheetOf(name: Name, as = emailOf(name)): OpenFile {
    return this.host.as(as).open(this.ids.sheets[name]);
  }
}

export function emailOf(name: string): string {
  return `${name.toLowerCase()}@example.org`;
}

export function urlOf(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

/** The rows of a tab by header, those with anything in them; none without such a tab. */
export function rowsOf(file: OpenFile, tab: string): Record<string, Value>[] {
  if (!file.workbook().sheets.some(({ name }) => name === tab)) return [];
  const [headers, ...rows] = file.read(tab, 'A1:AZ60') as Value[][];
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      Object.fromEntries(
        headers.map((header, at) => [String(header), row[at]]).filter(([header]) => header !== ''),
      ),
    );
}

/** Records an outcome with the scores as they are; gives its id. */
export async function record(
  host: Host,
  sheetId: string,
  by: string,
  outcomeId = host.store.newId().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
): Promise<string> {
  const file = host.as(by).open(sheetId);
  const ids = rowsOf(file, 'Outcomes').map(({ Id }) => String(Id));
  await file.call('recordReview', {
    outcomeId,
    lastOutcomeId: ids[ids.length - 1] ?? '',
    agrees: true,
    confirmed: { notScored: [], notManager: true, replaces: true },
  });
  return outcomeId;
}

async function setUp(host: Host, owner: string, target: Target, name: string): Promise<OpenFile> {
  const file = host.as(owner).create(name, target);
  host.store.bindScript(file.id, {
    ...builtScript(target),
    'engineering.html': JSON.stringify(FRAMEWORK),
  });
  const path =
    target === 'sheet'
      ? 'Career Sheet > Set up as template'
      : 'Career Sheet Manager > Set up as manager workbook';
  await file.click(path, ['OK']);
  return file;
}

function copyFor(host: Host, template: OpenFile, name: Name, manager: string): OpenFile {
  const email = emailOf(name);
  template.share(email, 'viewer');
  const sheet = host.as(email).open(template.id).copy(`Career sheet of ${name}`);
  const cells = {
    person: name,
    email,
    manager_email: manager,
    direction: FRAMEWORK.directions[0].name,
  };
  for (const [cell, text] of Object.entries(cells)) sheet.type(...sheet.named(cell), text);
  sheet.paste(
    'Assessment',
    'E2',
    FRAMEWORK.skills.map((_, at) => [String((at + name.length) % 2 ? 2 : 1)]),
  );
  sheet.share(manager, 'editor');
  return sheet;
}

function enlist(workbook: OpenFile, rows: [string, string, string, string][]): void {
  rows.forEach(([name, email, manager, link], at) => {
    workbook.paste('Team', `A${at + 2}`, [[name, email, manager]]);
    if (link !== '') workbook.type('Team', `G${at + 2}`, link);
  });
}

/** A branch file handed out from the workbook above, and named in the one below. */
async function giveBranch(above: OpenFile, email: string, below: OpenFile): Promise<void> {
  await above.call('startHandOut', { files: [{ email, file: 'branch' }], confirmed: [] });
  await above.call('runJob', 'hand-out');
  const row = rowsOf(above, 'Team').find((one) => one['E-mail'] === email);
  below.type(...below.named('branch_file'), String(row?.['Branch file']));
}

const COMPETENCIES = engineering.competencies.slice(0, 2);

/** Two competencies, each with a skill on two levels. */
const FRAMEWORK = {
  ...engineering,
  competencies: COMPETENCIES,
  directions: [
    {
      id: 'engineer',
      name: 'Engineer',
      weights: Object.fromEntries(COMPETENCIES.map(({ id }) => [id, 50])),
    },
  ],
  skills: COMPETENCIES.flatMap(({ id }) =>
    [1, 2].map((level) => ({
      ...engineering.skills.find((skill) => skill.competency === id && skill.level === level),
      id: `${id}-${level}`,
      competency: id,
      level,
      text: `Does ${id} on level ${level}.`,
    })),
  ),
};
