// What every emulated Google class is made of: plain methods, and a table that
// says which of them a script may call and what each call is.

import type { Execution } from '../run/execution';

/** How Google would count a call. `hold` only gets hold of something (a tab, a range, a builder). */
export type CallKind =
  | 'hold'
  | 'open'
  | 'read'
  | 'write'
  | 'flush'
  | 'copy'
  | 'share'
  | 'fetch'
  | 'lock'
  | 'store'
  | 'trigger'
  | 'ui';

export interface Offer {
  kind: CallKind;
  /** One of these scopes must be held; none means that no consent is needed. */
  scopes?: readonly Scope[];
}

export type Scope = `https://www.googleapis.com/auth/${string}`;

/** By method name, or `{ value }` for a constant such as an enum. */
export type Offers = Record<string, Offer>;

export abstract class Service {
  /** Google's name of the class, such as `Range`. */
  static readonly service: string;
  static readonly offers: Offers;
  /** Enums and other constants that hang on the class, such as `SpreadsheetApp.WrapStrategy`. */
  static readonly constants: Record<string, unknown> = {};

  constructor(protected readonly execution: Execution) {}
}
