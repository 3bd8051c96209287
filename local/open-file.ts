// One file as one person has it open: its menu, its script, its cells.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AnsweringPage, type GivenAnswer } from './answers';
import { DIST } from './built-scripts';
import type { Session } from './host';
import type { Execution, Mode } from './run/execution';
import { findItem, itemPaths, type Menu } from './run/menu';
import type { Selection } from './run/page';
import { manifestScopes, programOf } from './run/program';
import {
  AUTHORIZATION_REQUIRED,
  askConsent,
  grantedScopes,
  type RunRequest,
  type RunResult,
  runScript,
  ScriptError,
  type Stage,
} from './run/script-run';
import { sentArgument, sentResult } from './run/sent-values';
import type { Ran } from './run/simulation';
import { scriptValue, writtenCell } from './services/cell-value';
import { AuthMode } from './services/script-app';
import { ServiceError } from './services/service-error';
import { SpreadsheetApp } from './services/spreadsheet-app';
import { User } from './services/user';
import { formatArea, parseArea, parseReference } from './workspace/a1';
import type { Role } from './workspace/access';
import { mayEdit, PROTECTED } from './workspace/editable';
import { ownTab } from './workspace/sharing';
import { cloneOf } from './workspace/store';
import { violated } from './workspace/validation';
import type { Cell, Scalar, Script, SheetData, Workbook } from './workspace/workbook';

export class OpenFile {
  /** What the person selected, or a script since; null before either. */
  selection: Selection | null = null;
  private menus: Menu[] | null = null;

  constructor(
    private readonly stage: Stage,
    readonly session: Session,
    readonly id: string,
  ) {
    this.access.read(id);
  }

  get name(): string {
    return this.access.read(this.id).name;
  }

  get role(): Role {
    this.access.read(this.id);
    return this.access.role(this.id) as Role;
  }

  /** The file as it is stored; a copy. */
  workbook(): Workbook {
    return cloneOf(this.access.read(this.id));
  }

  /**
   * The menus that the script's `onOpen` builds; none for viewers, for whom it does not run. It runs
   * in the mode of a bound script, or in NONE as that of an add-on which is not yet used in the file.
   */
  async menu(mode: 'LIMITED' | 'NONE' = 'LIMITED'): Promise<Menu[]> {
    const script = this.access.read(this.id).script;
    if (!script || this.role === 'viewer') return [];
    if (!programOf(script.files).functions.has('onOpen')) return [];
    const { menus } = await this.run(script, mode, 'onOpen', openEvent);
    this.menus = menus;
    return menus;
  }

  /**
   * Clicks a menu item such as `Career Sheet > Recalculate`; asks for consent where it is missing.
   * `answers` are given to the dialogs that follow, in order. Rejects with what the script throws.
   */
  async click(path: string, answers: readonly GivenAnswer[] = []): Promise<void> {
    const menus = this.menus ?? (await this.menu());
    const functionName = findItem(menus, path);
    if (!functionName) {
      const items = itemPaths(menus).join(', ') || 'none';
      throw new Error(
        `There is no menu item "${path}" for ${this.session.user}; there are: ${items}.`,
      );
    }
    await this.runInFull(functionName, [], answers);
  }

  /**
   * Calls a function as the sidebar does by `google.script.run`. Rejects with what the script
   * throws; values that Google does not send are refused.
   */
  async call(functionName: string, ...args: unknown[]): Promise<unknown> {
    const script = this.scriptToRun();
    const { functions } = programOf(script.files);
    if (functionName.endsWith('_') || !functions.has(functionName)) {
      throw new TypeError(`google.script.run.${functionName} is not a function`);
    }
    const run = this.runInFull(functionName, args.map(sentArgument), []);
    const { value } = await run.catch((error: Error) => {
      if (this.stage.switches.failureMessage === 'named' && error instanceof ScriptError) {
        error.message = `${error.name}: ${error.message}`;
      }
      throw error;
    });
    return this.returned(value);
  }

  /** Calls a function as a cell does, in the mode of custom functions. */
  async cell(functionName: string, ...args: unknown[]): Promise<unknown> {
    const script = this.access.read(this.id).script;
    if (!script) throw new ServiceError(`Unknown function: '${functionName}'.`);
    return (await this.run(script, 'CUSTOM_FUNCTION', functionName, () => args)).value;
  }

  /** Types into a cell; '' deletes its content. Throws Sheets' sentence when the cell does not take it. */
  type(tab: string, a1: string, text: string): void {
    this.paste(tab, a1, [[text]]);
  }

  /**
   * Pastes rows of text, the first cell at `a1`, each read as if it were typed. Throws as `type`
   * does, and then changes nothing.
   */
  paste(tab: string, a1: string, rows: readonly (readonly string[])[]): void {
    const workbook = this.access.read(this.id);
    const sheet = sheetOf(workbook, tab);
    const first = parseArea(a1);
    if (first?.rows !== 1 || first.columns !== 1) {
      throw new Error(`"${a1}" is no cell, such as B2.`);
    }
    const area = { ...first, rows: rows.length, columns: rows[0].length };
    const { timeZone } = workbook;
    const { now } = this.stage.shared.workspace;
    const context = { timeZone, now: now(), switches: this.stage.switches };
    const written = new Map<string, Cell | undefined>();
    rows.forEach((texts, down) => {
      texts.forEach((text, right) => {
        const row = first.row + down;
        const column = first.column + right;
        const address = formatArea({ row, column, rows: 1, columns: 1 });
        const cell = writtenCell(sheet.cells[address], text, context);
        const violation = violated(workbook, sheet, row, column, cell);
        if (violation) throw new ServiceError(violation);
        written.set(address, cell);
      });
    });
    if (!mayEdit(workbook, sheet, this.session.user, area)) throw new ServiceError(PROTECTED);
    const access = this.access;
    const { cells } = ownTab(access.edit(this.id), sheet);
    for (const [address, { spill }] of Object.entries(cells)) {
      if (spill !== undefined && written.has(spill)) delete cells[address];
    }
    for (const [address, cell] of written) {
      if (cell) cells[address] = cell;
      else delete cells[address];
    }
    access.flush();
  }

  /**
   * The stored value of a cell, or rows of values of a range: '' where blank, a Date for a date,
   * `Loading...` for a formula that nobody computed yet.
   */
  read(tab: string, a1: string): Value | Value[][] {
    return valuesIn(this.access.read(this.id), tab, a1);
  }

  /** The same after all formulas are computed as the page would. */
  async computed(tab: string, a1: string): Promise<Value | Value[][]> {
    return valuesIn(await recalculate(this.workbook()), tab, a1);
  }

  /** Where a named range is, for `read(...file.named('status'))`. Throws when there is none. */
  named(name: string): [tab: string, a1: string] {
    const text = this.access.read(this.id).namedRanges[name];
    const reference = text ? parseReference(text) : null;
    if (!reference?.sheet) throw new Error(`There is no named range "${name}" in "${this.name}".`);
    return [reference.sheet, formatArea(reference.area)];
  }

  /** A copy of the person's own, with the bound script as it is now. */
  copy(name: string): OpenFile {
    return this.session.open(this.access.copy(this.id, name).id);
  }

  rename(name: string): void {
    const access = this.access;
    access.edit(this.id).name = name;
    access.flush();
  }

  /** Gives a role, or takes it away with null. */
  share(email: string, role: 'editor' | 'viewer' | null): void {
    this.access.share(this.id, email, role);
  }

  private get access() {
    return this.stage.shared.workspace.access(this.session.user);
  }

  /** Viewers can run nothing of a bound script. */
  private scriptToRun(): Script {
    const { script } = this.access.read(this.id);
    if (!script) throw new ServiceError(`"${this.name}" has no script.`);
    if (this.role === 'viewer') throw new ServiceError(VIEWERS_RUN_NOTHING);
    return script;
  }

  private async runInFull(
    functionName: string,
    args: unknown[],
    answers: readonly GivenAnswer[],
  ): Promise<RunResult> {
    const script = this.scriptToRun();
    const { page } = this.session;
    if (page instanceof AnsweringPage) page.expect(answers);
    await this.ensureConsent(script);
    return this.run(script, 'FULL', functionName, () => args);
  }

  /** Asks at the start of a run: for all that is missing, or once where people may choose. */
  private async ensureConsent(script: Script): Promise<void> {
    const { workspace } = this.stage.shared;
    const { user, page } = this.session;
    const asked = manifestScopes(script.files);
    const missing = () => {
      const given = workspace.consentOf(user, script.id);
      return asked.filter((scope) => !given.includes(scope));
    };
    const mayRun = () => {
      const left = missing().length;
      if (this.stage.switches.consent === 'granular') return left === 0 || left < asked.length;
      return left === 0;
    };
    if (mayRun()) return;
    await askConsent(workspace, page, user, this.id, missing());
    if (!mayRun()) throw new ServiceError(AUTHORIZATION_REQUIRED);
  }

  private async run(
    script: Script,
    mode: Mode,
    functionName: string,
    args: RunRequest['args'],
  ): Promise<RunResult> {
    const { user, page } = this.session;
    const scopes = grantedScopes(this.stage.shared.workspace, user, script);
    const ui = mode === 'CUSTOM_FUNCTION' ? null : page;
    const { id: fileId, selection } = this;
    const by: Ran['by'] = mode === 'CUSTOM_FUNCTION' ? 'cell' : 'person';
    const request = { user, mode, fileId, script, scopes, functionName, args, ui, selection, by };
    const result = await runScript(this.stage, request);
    if (result.selection && result.selection !== selection) {
      this.selection = result.selection;
      ui?.select(result.selection);
    }
    return result;
  }

  private returned(value: unknown): unknown {
    try {
      return sentResult(value);
    } catch (error) {
      if (this.stage.switches.illegalResult === 'error') throw error;
      return null;
    }
  }
}

export type Value = Scalar | Date;

const VIEWERS_RUN_NOTHING = 'You need edit access to the file to run its script.';

function openEvent(execution: Execution): unknown[] {
  return [
    {
      authMode: AuthMode[execution.mode],
      source: execution.service(SpreadsheetApp).getActiveSpreadsheet(),
      user: new User(execution, execution.user),
    },
  ];
}

function sheetOf(workbook: Workbook, tab: string): SheetData {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab "${tab}" in "${workbook.name}".`);
  return sheet;
}

function valuesIn(workbook: Workbook, tab: string, a1: string): Value | Value[][] {
  const sheet = sheetOf(workbook, tab);
  const area = parseReference(a1)?.area;
  if (!area) throw new Error(`"${a1}" is no cell or range, such as B2 or B2:D9.`);
  const lastRow = Math.min(area.row + area.rows - 1, sheet.rows);
  const lastColumn = Math.min(area.column + area.columns - 1, sheet.columns);
  const rows: Value[][] = [];
  for (let row = area.row; row <= lastRow; row += 1) {
    const values: Value[] = [];
    for (let column = area.column; column <= lastColumn; column += 1) {
      const address = formatArea({ row, column, rows: 1, columns: 1 });
      values.push(scriptValue(sheet.cells[address], workbook.timeZone));
    }
    rows.push(values);
  }
  return area.rows === 1 && area.columns === 1 ? rows[0][0] : rows;
}

type Recalculate = (workbook: Workbook) => Promise<Workbook>;

/** The page's formula engine without a page, loaded when first needed. */
async function recalculate(workbook: Workbook): Promise<Workbook> {
  const load = createRequire(join(DIST, 'local', 'host.js'));
  const engine = load('./calc.cjs') as { recalculate: Recalculate };
  return engine.recalculate(workbook);
}
