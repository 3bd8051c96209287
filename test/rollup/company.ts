// A small company on the local host: a template, copies of it that people filled, and the
// manager's workbook, all through the built scripts as people would.

import { randomUUID } from 'node:crypto';
import { AnsweringPage } from '../../local/answers';
import { Host, type OpenFile, type Value } from '../../local/host';
import type { SimulationOptions } from '../../local/run/simulation';
import type { Workbook } from '../../local/workspace/workbook';
import framework from '../../src/frameworks/engineering.json';

export const MANAGER = 'grace@example.org';
const OWNER = 'owner@example.org';

export interface Person {
  name: string;
  email: string;
  sheet: OpenFile;
}

interface Ids {
  template: string;
  workbook: string;
  ada: string;
}

/**
 * A workspace with a template, a manager workbook and Ada, recorded with a 2 for every skill and
 * listed in Team. It takes seconds to make, so that each test works on a copy of it.
 */
export class Foundation {
  private constructor(
    private readonly host: Host,
    private readonly ids: Ids,
  ) {}

  /** `more` adds to it what several tests need. */
  static async lay(
    more?: (company: Company, ada: Person) => void | Promise<void>,
  ): Promise<Foundation> {
    const host = Host.inMemory({ oneThread: true });
    const template = host.as(OWNER).create('Career Sheet', 'sheet');
    await template.click('Career Sheet > Set up as template', ['OK']);
    template.share(MANAGER, 'viewer');
    const workbook = host.as(MANAGER).create('My team', 'manager');
    await workbook.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
    const ids = { template: template.id, workbook: workbook.id, ada: '' };
    const company = new Company(host, ids);
    const ada = company.hire('Ada');
    ids.ada = ada.sheet.id;
    await company.review(ada, every(2));
    company.enlist(ada, urlOf(ada.sheet));
    await more?.(company, ada);
    return new Foundation(host, ids);
  }

  /** A company of its own for a test; time is played in it, so that runs can be cut off. */
  start(simulate: SimulationOptions = {}): Company {
    return new Company(this.host.fork({ simulate }), this.ids);
  }

  remove(): void {
    this.host.close();
  }
}

export class Company {
  /** What the manager was shown. */
  readonly page = new AnsweringPage();
  readonly workbook: OpenFile;

  constructor(
    readonly host: Host,
    private readonly ids: Ids,
  ) {
    this.workbook = host.as(MANAGER, this.page).open(ids.workbook);
  }

  /** As its owner has it open. */
  get template(): OpenFile {
    return this.host.as(OWNER).open(this.ids.template);
  }

  get ada(): Person {
    const email = 'ada@example.org';
    return { name: 'Ada', email, sheet: this.host.as(email).open(this.ids.ada) };
  }

  close(): void {
    this.host.close();
  }

  /** The same company, in which several runs may take place at a time. */
  sideBySide(): Company {
    return new Company(this.host.fork({ oneThread: false }), this.ids);
  }

  /** The same company after its computers were switched off, whatever ran. */
  restart(): Company {
    this.host.close();
    return new Company(this.host.fork(), this.ids);
  }

  /** A copy of the template that names its person and the manager, shared with the manager. */
  hire(name: string): Person {
    const email = `${name.toLowerCase()}@example.org`;
    this.host.as(OWNER).open(this.ids.template).share(email, 'viewer');
    const sheet = this.host.as(email).open(this.ids.template).copy(`Career sheet of ${name}`);
    const fill = (range: string, text: string) => sheet.type(...sheet.named(range), text);
    fill('person', name);
    fill('email', email);
    fill('manager_email', MANAGER);
    fill('direction', 'Individual Contributor');
    sheet.share(MANAGER, 'editor');
    return { name, email, sheet };
  }

  /** Gives self scores from the first skill on. */
  score({ sheet }: Person, scores: readonly (number | string)[]): void {
    this.edit(sheet, ({ sheets }) => {
      const cells = sheets.find(({ name }) => name === 'Assessment')?.cells ?? {};
      scores.forEach((score, index) => {
        cells[`E${index + 2}`] = { ...cells[`E${index + 2}`], v: score };
      });
    });
  }

  async submit(person: Person): Promise<void> {
    await person.sheet.call('submitReview', { addManager: false });
  }

  async openReview(person: Person): Promise<void> {
    await this.host.as(MANAGER).open(person.sheet.id).call('openReview');
  }

  /** Records an outcome, as the manager unless somebody else does. */
  async record({ sheet }: Person, by = MANAGER): Promise<void> {
    const ids = (sheet.read('Outcomes', 'A2:A9') as Value[][]).flat().filter((id) => id !== '');
    await this.host
      .as(by)
      .open(sheet.id)
      .call('recordReview', {
        outcomeId: randomUUID(),
        lastOutcomeId: ids[ids.length - 1] ?? '',
        agrees: true,
        confirmed: { notScored: [], notManager: by !== MANAGER, replaces: ids.length > 0 },
      });
  }

  /** From self scores to the recorded outcome. */
  async review(person: Person, scores: readonly number[]): Promise<void> {
    this.score(person, scores);
    await this.submit(person);
    await this.openReview(person);
    await this.record(person);
  }

  /** A person whose sheet says all that the other's says: quicker than a review of their own. */
  clone(person: Person, name: string): Person {
    const email = `${name.toLowerCase()}@example.org`;
    person.sheet.share(email, 'viewer');
    const sheet = this.host.as(email).open(person.sheet.id).copy(`Career sheet of ${name}`);
    const [, fileId] = sheet.named('file_id');
    this.edit(sheet, (workbook) => {
      const [summary, outcomes] = ['Summary', 'Outcomes'].map((tab) =>
        workbook.sheets.find((one) => one.name === tab),
      );
      for (const cell of [summary, outcomes].flatMap((one) => Object.values(one?.cells ?? {}))) {
        if (cell.v === person.email) cell.v = email;
        if (cell.v === person.name) cell.v = name;
      }
      if (summary) summary.cells[fileId].v = sheet.id;
      for (let row = 2; outcomes?.cells[`A${row}`]?.v; row += 1) {
        outcomes.cells[`A${row}`].v = `outcome ${row} of ${name}`;
      }
    });
    sheet.share(MANAGER, 'editor');
    return { name, email, sheet };
  }

  /** Changes what lies in a file where typing does not reach. */
  edit(file: OpenFile, change: (workbook: Workbook) => void): void {
    const access = this.host.store.access(file.session.user);
    change(access.write(file.id));
    access.flush();
  }

  /** Adds a row to Team and gives its position. */
  enlist(
    { name, email }: Pick<Person, 'name' | 'email'>,
    link: string,
    managerEmail = MANAGER,
  ): number {
    let row = 2;
    this.edit(this.workbook, ({ sheets }) => {
      const cells = sheets.find((sheet) => sheet.name === 'Team')?.cells ?? {};
      while (['A', 'B', 'G'].some((column) => cells[`${column}${row}`]?.v)) row += 1;
      const texts = { A: name, B: email, C: managerEmail, G: link };
      for (const [column, v] of Object.entries(texts)) {
        if (v !== '') cells[`${column}${row}`] = { ...cells[`${column}${row}`], v };
      }
    });
    return row;
  }

  /** Clears a row of Team. */
  delist(row: number): void {
    for (const column of ['A', 'B', 'C', 'G']) this.workbook.type('Team', `${column}${row}`, '');
  }

  /** How many files were opened, since counts were reset. */
  get opened(): number {
    return this.host.counts().methods['SpreadsheetApp.openById'] ?? 0;
  }

  /** Rolls up by the menu, and gives what the manager was told. */
  async rollUp(): Promise<string> {
    await this.workbook.click('Career Sheet Manager > Roll up');
    return this.page.toasts[this.page.toasts.length - 1].message;
  }

  /** The rows of a tab of the workbook by header. */
  rows(tab: string): Record<string, Value>[] {
    const [headers, ...rows] = this.workbook.read(tab, 'A1:AZ300') as Value[][];
    return rows
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) =>
        Object.fromEntries(
          headers
            .map((header, at) => [String(header), row[at]])
            .filter(([header]) => header !== ''),
        ),
      );
  }

  /** The row of Rollup of a person. */
  rollupOf({ name }: Pick<Person, 'name'>): Record<string, Value> {
    return this.rows('Rollup').find((row) => row.Name === name) ?? {};
  }
}

/** Everything that the rollup writes but the times. */
export function unstamped(company: Company): Record<string, Value | null>[] {
  return ['Rollup', 'Ledger'].flatMap((tab) =>
    company.rows(tab).map((row) => ({ ...row, 'Checked at': null, 'Gathered at': null })),
  );
}

/** Rows without what differs with every reading. */
export function unsealed(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.map(({ Seal: _, ...row }) => row);
}

/** What a script is told where a permission is refused. */
export function refusalOf(method: string): { error: string } {
  return { error: `You do not have permission to call ${method}.` };
}

/** The address of a file. */
export function urlOf({ id }: OpenFile): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
}

/** How many skills the built-in framework has, and the level of whoever has a 2 for each. */
export const SKILLS = framework.skills.length;
export const TOP = Math.max(...framework.skills.map(({ level }) => level));

/** The same score for every skill of the built-in framework. */
export function every(score: number): number[] {
  return Array(SKILLS).fill(score);
}
