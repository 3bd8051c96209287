// The local host: people, their files, and everything that Google would do when
// they open, type, click and let the sidebar call. The page's server, scripts,
// tests and benches all go through here.
//
//   const host = Host.open('workspace');
//   const template = host.as('owner@example.com').create('Career sheet', 'sheet');
//   await template.click('Career Sheet > Set up as template', ['OK']);
//   template.share('ada@example.com', 'viewer');
//   const mine = host.as('ada@example.com').open(template.id).copy('Career sheet of Ada');
//   mine.type('Assessment', 'E2', '2');
//   console.log(await mine.computed('Summary', 'C12'));
//   host.close();

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AnsweringPage } from './answers';
import { builtScript, type Target } from './built-scripts';
import { type Counts, Gate } from './gate';
import { OpenFile } from './open-file';
import { Caches } from './run/caches';
import type { VirtualClock } from './run/clock';
import type { Faults } from './run/faults';
import { Locks } from './run/locks';
import { OneThread } from './run/one-thread';
import type { Page } from './run/page';
import { Pool } from './run/pool';
import type { Stage } from './run/script-run';
import { type Ran, Simulation, type SimulationOptions } from './run/simulation';
import { runDueTriggers } from './run/triggers';
import { DEFAULT_SWITCHES, type Switches } from './switches';
import type { Role } from './workspace/access';
import { readExcel } from './workspace/excel';
import { removeWorkspace } from './workspace/folder';
import { Store, type StoreOptions } from './workspace/store';

export { OpenFile, type Value } from './open-file';
export { Faults } from './run/faults';

export interface HostOptions extends StoreOptions {
  /** Removes the workspace that is there first. */
  fresh?: boolean;
  switches?: Partial<Switches>;
  /** Plays time, and what it does to runs; without it runs take as long as the machine needs. */
  simulate?: SimulationOptions;
  /** Scripts run on the thread of the host: several times as fast, where none of their calls waits. */
  oneThread?: boolean;
  /** Told each line that a script logs. */
  onLog?: (line: string) => void;
}

export class Host {
  /** Opens the workspace in this folder, or makes an empty one. Throws one sentence when it is in use. */
  static open(dir: string, options: HostOptions = {}): Host {
    if (options.fresh) removeWorkspace(dir);
    return new Host((inner) => Store.open(dir, inner), options);
  }

  /** An empty workspace that no folder keeps. */
  static inMemory(options: Omit<HostOptions, 'fresh' | 'savesOnClose'> = {}): Host {
    return new Host((inner) => Store.inMemory(inner), options);
  }

  readonly store: Store;
  private readonly stage: Stage;
  private readonly simulation: Simulation | null;

  private constructor(
    open: (options: StoreOptions) => Store,
    private readonly options: HostOptions,
    isFork = false,
  ) {
    const simulation = options.simulate ? new Simulation(options.simulate) : null;
    const now = simulation ? () => simulation.clock.now() : options.now;
    this.simulation = simulation;
    this.store = open({ ...options, now });
    this.stage = {
      shared: {
        workspace: this.store,
        locks: new Locks(),
        caches: new Caches(this.store.now),
      },
      gate: new Gate(simulation),
      runner: options.oneThread ? new OneThread() : new Pool(isFork),
      switches: { ...DEFAULT_SWITCHES, ...options.switches },
      hasOwnClock: now !== undefined,
      simulation,
      onLog: options.onLog ?? (() => {}),
    };
  }

  /**
   * Another host that begins as this one is now, in memory; the two know nothing of each other. What
   * the options leave out is as here, and its clock goes on from here. It costs next to nothing, since
   * tabs are copied when they are changed, and need not be closed.
   */
  fork(options: Omit<HostOptions, 'fresh' | 'savesOnClose'> = {}): Host {
    const simulate = (options.simulate ?? this.options.simulate) && {
      ...this.options.simulate,
      faults: undefined,
      clock: this.store.now(),
      ...options.simulate,
    };
    const inherited = { ...this.options, ...options, simulate };
    return new Host((inner) => this.store.fork(inner), inherited, true);
  }

  /**
   * What a person can do. `page` is what their scripts show things on; without one, questions are
   * answered as `click` says and every consent is given.
   */
  as(user: string, page: Page = new AnsweringPage()): Session {
    return new Session(this.stage, user.toLowerCase(), page);
  }

  /** The virtual clock. Throws where none is played. */
  get clock(): VirtualClock {
    if (this.simulation) return this.simulation.clock;
    throw new Error('This host has no clock of its own: open it with the option "simulate".');
  }

  /** What goes wrong from now on; null for nothing more. */
  set faults(faults: Faults | null) {
    if (!this.simulation) {
      throw new Error('This host plays no faults: open it with the option "simulate".');
    }
    this.simulation.faults = faults;
  }

  /** Every run since the start, or since `resetCounts`. Throws where no time is played. */
  get ran(): readonly Ran[] {
    if (this.simulation) return this.simulation.ran;
    throw new Error('This host notes no runs: open it with the option "simulate".');
  }

  /**
   * Runs the time triggers that are due by now, or by a time to which the virtual clock goes on, and
   * gives how many ran. What one of them throws is logged.
   */
  runDueTriggers(until = this.store.now()): Promise<number> {
    return runDueTriggers(this.stage, until.getTime());
  }

  /** How many service calls scripts made since the start, or since `resetCounts`. */
  counts(): Counts {
    return structuredClone(this.stage.gate.counts);
  }

  resetCounts(): void {
    this.stage.gate.reset();
    if (this.simulation) this.simulation.ran = [];
  }

  /** Ends what runs, saves what is unsaved and lets go of the folder. */
  close(): void {
    this.stage.runner.close();
    this.store.close();
  }
}

export interface FileEntry {
  id: string;
  name: string;
  owner: string;
  role: Role;
  modified: string;
}

/** One person at the host. */
export class Session {
  constructor(
    private readonly stage: Stage,
    readonly user: string,
    readonly page: Page,
  ) {}

  /** The files that the person may open, the latest change first. */
  files(): FileEntry[] {
    const { workspace } = this.stage.shared;
    return workspace
      .workbooks()
      .flatMap(({ id, name, owner, modified }) => {
        const role = workspace.roleOf(this.user, id);
        return role ? [{ id, name, owner, role, modified }] : [];
      })
      .sort((a, b) => b.modified.localeCompare(a.modified) || a.name.localeCompare(b.name));
  }

  /** A new spreadsheet of the person's own, with a built script bound to it when a target is named. */
  create(name: string, target?: Target): OpenFile {
    const { workspace } = this.stage.shared;
    const { id } = workspace.create(name, this.user);
    if (target) workspace.bindScript(id, builtScript(target));
    return this.open(id);
  }

  /**
   * A workbook without a script, of the person's own, from an Excel file by its path; or from the
   * bytes of one, with the file's name. Rejects with one sentence when it is no Excel workbook.
   */
  async import(file: string | { name: string; bytes: Uint8Array }): Promise<OpenFile> {
    const { workspace } = this.stage.shared;
    const { name, bytes } =
      typeof file === 'string' ? { name: basename(file), bytes: readFileSync(file) } : file;
    const sheets = await readExcel(bytes, name);
    const { id } = workspace.createOf(name.replace(/\.xlsx$/i, ''), this.user, sheets);
    return this.open(id);
  }

  /** Throws Google's sentence when the person has no access. */
  open(id: string): OpenFile {
    return new OpenFile(this.stage, this, id);
  }
}
