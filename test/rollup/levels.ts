// Several levels of a company on the local host: Grace's workbook with her people, and above it that
// of Linus, who reads her branch file.

import { builtScript } from '../../local/built-scripts';
import type { OpenFile, Value } from '../../local/host';
import { bundled } from '../sheets/fixture';
import { type Company, Foundation, MANAGER, urlOf } from './company';

export const HEAD = 'linus@example.org';
const ROLL_UP = 'Career Sheet Manager > Roll up';

/** Ada and Bob in Grace's Team, Grace in that of Linus, and her branch file between the two. */
export class Levels {
  private constructor(
    private readonly foundation: Foundation,
    private readonly ids: { head: string; branch: string },
  ) {}

  static async lay(): Promise<Levels> {
    const ids = { head: '', branch: '' };
    const foundation = await Foundation.lay(async (company, ada) => {
      const bob = company.clone(ada, 'Bob');
      company.enlist(bob, urlOf(bob.sheet));
      const head = await newWorkbook(company, HEAD);
      ids.head = head.id;
      const branch = await newBranchFile(company, head, MANAGER, 'Grace');
      ids.branch = branch.id;
      name(company.workbook, branch);
      linkBranch(head, 'Grace', MANAGER, branch);
    });
    return new Levels(foundation, ids);
  }

  /** A company of its own for a test; `head` is the workbook of Linus, `branch` Grace's file as he has it open. */
  start(simulate: { clock?: Date } = {}): { company: Company; head: OpenFile; branch: OpenFile } {
    const company = this.foundation.start(simulate);
    return { company, ...this.open(company) };
  }

  open({ host }: Company): { head: OpenFile; branch: OpenFile } {
    const as = host.as(HEAD);
    return { head: as.open(this.ids.head), branch: as.open(this.ids.branch) };
  }

  remove(): void {
    this.foundation.remove();
  }
}

/** A manager workbook, set up. */
export async function newWorkbook({ host }: Company, manager: string): Promise<OpenFile> {
  const workbook = host.as(manager).create(`Workbook of ${manager}`, 'manager');
  await workbook.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
  return workbook;
}

/** A branch file that whoever has the workbook open makes for a manager, shared with them. */
export async function newBranchFile(
  company: Company,
  workbook: OpenFile,
  email: string,
  name: string,
): Promise<OpenFile> {
  const id = await callBelow(company, workbook, 'makeBranchFor', email, name);
  const file = workbook.session.open(String(id));
  file.share(email, 'editor');
  return file;
}

/** Calls a function of branch-script.ts in a workbook. */
export async function callBelow(
  { host }: Company,
  workbook: OpenFile,
  name: string,
  ...args: string[]
): Promise<unknown> {
  const script = builtScript('manager');
  const code = `${script['Code.js']}\n${bundled('../rollup/branch-script.ts')}`;
  host.store.bindScript(workbook.id, { ...script, 'Code.js': code });
  const result = await workbook.call(name, ...args);
  host.store.bindScript(workbook.id, script);
  return result;
}

/** Names a workbook's own branch file in Settings. */
export function name(workbook: OpenFile, branch: OpenFile): void {
  workbook.type(...workbook.named('branch_file'), urlOf(branch));
}

/** Adds a row to Team that links to a branch file alone. */
export function linkBranch(
  workbook: OpenFile,
  person: string,
  email: string,
  branch: OpenFile,
): void {
  const row = rowsOf(workbook, 'Team').length + 2;
  workbook.paste('Team', `A${row}`, [[person, email, workbook.session.user]]);
  workbook.type('Team', `H${row}`, urlOf(branch));
}

export async function rollUp(workbook: OpenFile): Promise<void> {
  await workbook.click(ROLL_UP);
}

/** The rows of a tab by header. */
export function rowsOf(workbook: OpenFile, tab: string): Record<string, Value>[] {
  const [headers, ...rows] = workbook.read(tab, 'A1:AZ300') as Value[][];
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at]])));
}

/** Such as `{ Ada: '…' }`: one column of a tab by name. */
export function byName(workbook: OpenFile, tab: string, column: string): Record<string, Value> {
  return Object.fromEntries(rowsOf(workbook, tab).map((row) => [String(row.Name), row[column]]));
}
