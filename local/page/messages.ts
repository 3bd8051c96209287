// What the page and its server say to each other.

import type { Menu } from '../run/menu';
import type {
  AlertRequest,
  ButtonName,
  ConsentRequest,
  PromptReply,
  Selection,
  Toast,
} from '../run/page';
import type { Scope } from '../services/service';
import type { Role } from '../workspace/access';
import type { Edit } from '../workspace/shift';
import type { Cell, SheetData, Workbook } from '../workspace/workbook';

export interface Person {
  email: string;
  name: string;
}

/** A file in the list. */
export interface FileEntry {
  id: string;
  name: string;
  owner: string;
  role: Role;
  modified: string;
}

export interface FileList {
  people: Person[];
  files: FileEntry[];
}

/** A file to show. Of the script only the code is sent: the page runs its custom functions. */
export interface OpenedFile {
  workbook: Workbook;
  revision: number;
  role: Role;
}

/** What a page holds, and the revision that it started from. */
export interface Save {
  base: number;
  sheets: SheetData[];
  namedRanges: Record<string, string>;
  /** Rows and columns that came and went since then, the oldest first. */
  moves: Edit[];
}

export type Saved =
  | {
      revision: number;
      /** The workbook as it now is, when something of others came in. */
      workbook: Workbook | null;
      overwritten: { sheet: string; a1: string; written: Cell | null }[];
    }
  /** Why nothing was taken over. */
  | { refused: string };

/** What a script threw, or what the server refuses, in one sentence. */
export interface Failure {
  error: { name: string; message: string };
}

/** A frame's document is fetched under its own address, so that it shares nothing with the page. */
export interface ShownFrame {
  title: string;
  address: string;
  width: number | null;
  height: number | null;
}

/** A question waits for its answer under `id`. */
export type Question =
  | ({ id: string; kind: 'alert' } & AlertRequest)
  | ({ id: string; kind: 'prompt' } & AlertRequest)
  | ({ id: string; kind: 'consent' } & ConsentRequest);

export type Answer = ButtonName | PromptReply | Scope[];

/** What the server tells a window, by its own accord. */
export type WindowEvent =
  | { kind: 'changed'; file: string; revision: number }
  | { kind: 'question'; question: Question }
  | { kind: 'toast'; toast: Toast }
  | { kind: 'selected'; selection: Selection }
  | { kind: 'sidebar'; frame: ShownFrame }
  | { kind: 'dialog'; frame: ShownFrame & { modal: boolean } };

export type { Menu, Selection };
