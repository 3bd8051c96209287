// One run of a script, as the services see it: who acts, in which mode, with
// which scopes, in which file, before whom.

import type { Scope, Service } from '../services/service';
import type { Switches } from '../switches';
import type { Access } from '../workspace/access';
import type { Store } from '../workspace/store';
import type { Caches } from './caches';
import type { RunTime } from './clock';
import type { Faults, Outage } from './faults';
import type { Locks } from './locks';
import type { Menu } from './menu';
import type { Page, Selection } from './page';
import type { Quotas } from './quotas';

/** Google's authorization modes. */
export type Mode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface Execution {
  /** E-mail address of the person who acts. */
  readonly user: string;
  readonly mode: Mode;
  /** The file that the script is bound to. */
  readonly fileId: string;
  readonly scriptId: string;
  /** The script's files by name, `appsscript.json` among them. */
  readonly files: Readonly<Record<string, string>>;
  /** Scopes that the manifest holds and the person consented to. */
  readonly scopes: ReadonlySet<Scope>;
  readonly store: Access;
  /** Null where nobody looks on: a cell, a trigger by the clock. */
  readonly ui: Page | null;
  readonly switches: Switches;
  readonly shared: Shared;
  /** In the file that the script is bound to; null before anything was selected. */
  selection: Selection | null;
  /** Menus that the run added to the page. */
  readonly menus: Menu[];
  /** Where the host plays the time; null where runs take the machine's. */
  readonly time: RunTime | null;
  /** Null where none are played. */
  readonly quotas: Quotas | null;
  readonly faults: Faults | null;
  /** What answers the requests of the call that is under way, where the APIs are down. */
  outage: Outage | null;
  /** Whether the run stands still until something else has ended. */
  isParked: boolean;
  now(): Date;
  /** Lets played time pass; stops the run when its time is up, and then never comes back. */
  spend(milliseconds: number): void;
  /** Ends the run as when its time is up. */
  stop(): never;
  /** Throws once the run was stopped: whatever its script still tries takes no effect. */
  refuseWhenStopped(): void;
  /** A fresh id for a file, a script, a uuid: 32 hexadecimal digits. */
  newId(): string;
  /** One instance of a service class per run, such as the global objects. */
  service<T extends Service>(type: new (execution: Execution) => T): T;
  /** Asks for scopes and ends the run, which is to be started again: never comes back. */
  endForConsent(scopes: readonly Scope[]): Promise<never>;
  /** A line in the log of the run. */
  log(line: string): void;
}

/** What all runs on one workspace have in common. */
export interface Shared {
  workspace: Store;
  locks: Locks;
  caches: Caches;
}
