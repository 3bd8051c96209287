// What a script's run can show to the person who started it. The HTTP server
// forwards it to the browser; scripts and tests answer by themselves.

import type { Scope } from '../services/service';

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

export interface AlertRequest {
  title: string;
  message: string;
  buttons: ButtonSetName;
}

export interface PromptReply {
  button: ButtonName;
  text: string;
}

export interface Shown {
  title: string;
  html: string;
  /** Pixels; null where the script set none. */
  width: number | null;
  height: number | null;
}

export interface ConsentRequest {
  user: string;
  /** Name of the file whose script asks. */
  file: string;
  scopes: Scope[];
}

export interface Toast {
  title: string;
  message: string;
  /** Negative: until it is closed. */
  seconds: number;
}

/** What is selected in a file: a tab by its id, and cells of it, null where only the tab is known. */
export interface Selection {
  sheet: number;
  a1: string | null;
}

export interface Page {
  alert(request: AlertRequest): ButtonName | Promise<ButtonName>;
  prompt(request: AlertRequest): PromptReply | Promise<PromptReply>;
  /** The scopes that were granted; none when the person turned away. */
  consent(request: ConsentRequest): Scope[] | Promise<Scope[]>;
  toast(toast: Toast): void;
  sidebar(shown: Shown): void;
  dialog(shown: Shown): void;
  /** A run selected something in its own file. */
  select(selection: Selection): void;
}
