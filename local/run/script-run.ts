// Runs one function of a file's script, from the first call to the saved workbooks.

import type { Gate } from '../gate';
import type { Scope, Service } from '../services/service';
import { ServiceError } from '../services/service-error';
import type { Switches } from '../switches';
import type { Access } from '../workspace/access';
import type { Store } from '../workspace/store';
import type { Script, Workbook } from '../workspace/workbook';
import type { RunTime } from './clock';
import type { ScriptFault } from './context';
import type { Execution, Mode, Shared } from './execution';
import type { Faults, Outage } from './faults';
import type { Menu } from './menu';
import type { Page, Selection } from './page';
import { manifestScopes, programOf } from './program';
import type { Quotas } from './quotas';
import type { Runner } from './runner';
import type { Ran, Simulation } from './simulation';
import { Handles } from './values';
import { whenever } from './whenever';

/** Where runs take place. */
export interface Stage {
  shared: Shared;
  gate: Gate;
  runner: Runner;
  switches: Switches;
  /** The workspace has another time than the machine, which scripts see too. */
  hasOwnClock: boolean;
  /** Null where runs are as quick and as lasting as the machine is. */
  simulation: Simulation | null;
  /** Told each line that a script logs. */
  onLog(line: string): void;
}

export interface RunRequest {
  user: string;
  mode: Mode;
  fileId: string;
  script: Script;
  scopes: readonly Scope[];
  functionName: string;
  args: (execution: Execution) => unknown[];
  ui: Page | null;
  selection: Selection | null;
  by: Ran['by'];
}

export interface RunResult {
  value: unknown;
  menus: Menu[];
  /** As the run left it. */
  selection: Selection | null;
}

/** What a script threw, as a person or the sidebar meets it. */
export class ScriptError extends Error {
  constructor(fault: ScriptFault) {
    super(fault.message);
    this.name = fault.name;
    /** Where in the script's own files. */
    this.stack = fault.stack;
  }
}

/**
 * Calls a global function. Rejects with a `ScriptError` when the script throws, and leaves
 * what it changed until then changed, as Google does.
 */
export async function runScript(stage: Stage, request: RunRequest): Promise<RunResult> {
  const { functionName } = request;
  const program = programOf(request.script.files);
  if (!program.functions.has(functionName)) {
    throw new ServiceError(`Script function not found: ${functionName}`);
  }
  const execution = new ScriptRun(stage, request);
  let ended: Ran['ended'] = 'failed';
  const handles = new Handles(execution);
  const answer = (handle: number, method: string, args: string) =>
    respond(() => {
      const values = handles.decode(args) as unknown[];
      const target = handles.get(handle);
      const result = stage.gate.call(execution, target, method, values);
      return whenever(result, (value) => handles.encode(value));
    });
  try {
    const args = handles.encode(request.args(execution));
    const now = stage.hasOwnClock ? () => execution.now().getTime() : null;
    const run = stage.runner.run(program, { functionName, args }, answer, now);
    const outcome = await Promise.race([run.outcome, execution.ended(run.kill)]);
    if ('error' in outcome) throw new ScriptError(outcome.error);
    execution.finish();
    ended = 'done';
    return {
      value: handles.decode(outcome.ok),
      menus: execution.menus,
      selection: execution.selection,
    };
  } catch (error) {
    execution.finish();
    throw error;
  } finally {
    stage.shared.locks.releaseAll(execution);
    stage.simulation?.note(
      request,
      execution.time as RunTime,
      execution.isStopped ? 'stopped' : ended,
    );
  }
}

/** Asks the person who looks on, and remembers what they granted to the file's script. */
export async function askConsent(
  workspace: Store,
  ui: Page | null,
  user: string,
  fileId: string,
  scopes: readonly Scope[],
): Promise<void> {
  const { name: file, script } = workspace.find(fileId) as Workbook;
  const granted = (await ui?.consent({ user, file, scopes: [...scopes] })) ?? [];
  const asked = granted.filter((scope) => scopes.includes(scope));
  if (script && asked.length > 0) workspace.consent(user, script.id, asked);
}

/** What the script's manifest asks for and the person granted. */
export function grantedScopes(workspace: Store, user: string, script: Script): Scope[] {
  const granted = new Set(workspace.consentOf(user, script.id));
  return manifestScopes(script.files).filter((scope) => granted.has(scope));
}

export const AUTHORIZATION_REQUIRED = 'Authorization is required to perform that action.';

/** A result as `Call` of context.ts wants it: at once where the call needs no waiting. */
function respond(call: () => string | Promise<string>): string | Promise<string> {
  try {
    const result = call();
    if (typeof result === 'string') return `v${result}`;
    return result.then((text) => `v${text}`, fault);
  } catch (error) {
    return fault(error);
  }
}

function fault(thrown: unknown): string {
  const error = thrown as Error;
  const isOurs = error instanceof ServiceError || /^local host: /.test(error.message);
  const message = isOurs ? error.message : `local host: ${error.stack}`;
  const name = error instanceof ServiceError ? error.name : 'Error';
  return `e${JSON.stringify({ name, message })}`;
}

const TIME_IS_UP = 'Exceeded maximum execution time';
/** How many calls of a stopped run are refused before its thread is ended. */
const PATIENCE = 1000;

class ScriptRun implements Execution {
  readonly user: string;
  readonly mode: Mode;
  readonly fileId: string;
  readonly scriptId: string;
  readonly files: Readonly<Record<string, string>>;
  readonly scopes: ReadonlySet<Scope>;
  readonly store: Access;
  readonly ui: Page | null;
  readonly switches: Switches;
  readonly shared: Shared;
  readonly menus: Menu[] = [];
  readonly time: RunTime | null;
  isStopped = false;
  isParked = false;
  outage: Outage | null = null;
  selection: Selection | null;
  private readonly services = new Map<unknown, Service>();

  constructor(
    private readonly stage: Stage,
    request: RunRequest,
  ) {
    this.user = request.user;
    this.mode = request.mode;
    this.fileId = request.fileId;
    this.scriptId = request.script.id;
    this.files = request.script.files;
    this.scopes = new Set(request.scopes);
    this.shared = stage.shared;
    this.store = stage.shared.workspace.access(request.user);
    this.ui = request.ui;
    this.selection = request.selection;
    this.switches = stage.switches;
    this.time = stage.simulation?.begin(request.mode) ?? null;
  }

  get quotas(): Quotas | null {
    return this.stage.simulation?.quotas ?? null;
  }

  get faults(): Faults | null {
    return this.stage.simulation?.faults ?? null;
  }

  now(): Date {
    if (this.time) return new Date(this.time.now);
    return this.shared.workspace.now();
  }

  newId(): string {
    return this.shared.workspace.newId();
  }

  service<T extends Service>(type: new (execution: Execution) => T): T {
    const service = this.services.get(type) ?? new type(this);
    this.services.set(type, service);
    return service as T;
  }

  async endForConsent(scopes: readonly Scope[]): Promise<never> {
    await askConsent(this.shared.workspace, this.ui, this.user, this.fileId, scopes);
    this.end(new ServiceError(AUTHORIZATION_REQUIRED));
    this.kill();
    return new Promise(() => {});
  }

  spend(milliseconds: number): void {
    if (!this.time) return;
    const goesOn = this.time.pass(milliseconds);
    this.shared.locks.pass(this);
    if (!goesOn) this.stop();
  }

  /** As Google does when the time is up: what was held is lost, and nothing more takes effect. */
  stop(): never {
    this.isStopped = true;
    this.store.drop();
    const reason = new ServiceError(TIME_IS_UP);
    this.end(reason);
    throw reason;
  }

  /** The script, which cannot know, comes to its end by itself; one that does not is killed. */
  refuseWhenStopped(): void {
    if (!this.isStopped) return;
    this.refused += 1;
    if (this.refused > PATIENCE) this.kill();
    throw new ServiceError(TIME_IS_UP);
  }

  /** What the run changed stands from now on, unless the run was stopped. */
  finish(): void {
    const { simulation } = this.stage;
    if (this.time && simulation) simulation.clock.within(this.time, () => this.store.flush());
    else this.store.flush();
  }

  /** Rejects when the run ends itself from within a call. */
  ended(kill: () => void): Promise<never> {
    this.kill = kill;
    return new Promise((_, reject) => {
      this.end = reject;
    });
  }

  private end: (reason: Error) => void = () => {};
  private kill: () => void = () => {};
  private refused = 0;

  log(line: string): void {
    this.stage.onLog(line);
  }
}
