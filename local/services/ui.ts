// Class Ui: menus, dialogs and the sidebar of the open spreadsheet.

import type { Execution } from '../run/execution';
import type { ButtonName, ButtonSetName } from '../run/page';
import { whenever } from '../run/whenever';
import { type EnumValue, enumeration } from './enumeration';
import { HtmlOutput } from './html-output';
import { Menu } from './menu';
import { PromptResponse } from './prompt-response';
import { type Offers, type Scope, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

const CONTAINER_UI: readonly Scope[] = ['https://www.googleapis.com/auth/script.container.ui'];

export const Button = enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export class Ui extends Service {
  static override readonly service = 'Ui';
  static override readonly constants = { Button, ButtonSet };
  static override readonly offers: Offers = {
    createMenu: { kind: 'hold' },
    createAddonMenu: { kind: 'hold' },
    alert: { kind: 'ui', scopes: CONTAINER_UI },
    prompt: { kind: 'ui', scopes: CONTAINER_UI },
    showSidebar: { kind: 'ui', scopes: CONTAINER_UI },
    showModalDialog: { kind: 'ui', scopes: CONTAINER_UI },
  };

  createMenu(caption: unknown): Menu {
    if (typeof caption !== 'string') throw signatureError('Ui.createMenu', [caption]);
    return new Menu(this.execution, caption);
  }

  /** Google files it under Extensions, by the name of the script: a bound one has its file's. */
  createAddonMenu(): Menu {
    return new Menu(this.execution, this.execution.store.read(this.execution.fileId).name);
  }

  alert(...args: unknown[]): EnumValue | Promise<EnumValue> {
    const request = dialogRequest('Ui.alert', args);
    this.suspend();
    return whenever(this.page.alert(request), (button) => Button[button]);
  }

  prompt(...args: unknown[]): PromptResponse | Promise<PromptResponse> {
    const request = dialogRequest('Ui.prompt', args);
    this.suspend();
    return whenever(
      this.page.prompt(request),
      ({ button, text }) => new PromptResponse(this.execution, Button[button], text),
    );
  }

  showSidebar(userInterface: unknown): void {
    if (!(userInterface instanceof HtmlOutput)) {
      throw signatureError('Ui.showSidebar', [userInterface]);
    }
    this.page.sidebar(userInterface.shown(null));
  }

  showModalDialog(userInterface: unknown, title: unknown): void {
    if (!(userInterface instanceof HtmlOutput) || typeof title !== 'string') {
      throw signatureError('Ui.showModalDialog', [userInterface, title]);
    }
    this.page.dialog(userInterface.shown(title));
  }

  private get page() {
    return pageOf(this.execution);
  }

  /** Locks do not persist while a dialog is open; what was written so far is seen behind it. */
  private suspend(): void {
    this.execution.store.flush();
    this.execution.shared.locks.releaseAll(this.execution);
  }
}

/** The page before which the run takes place. Throws Google's sentence where there is none. */
export function pageOf(execution: Execution) {
  if (!execution.ui || execution.mode === 'CUSTOM_FUNCTION') {
    throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return execution.ui;
}

/** (prompt), (prompt, buttons) or (title, prompt, buttons). */
function dialogRequest(method: string, args: unknown[]) {
  const texts = args.filter((arg) => typeof arg === 'string');
  const sets = args.slice(texts.length);
  const [title, message] = texts.length === 2 ? texts : ['', texts[0]];
  const set = sets[0] as EnumValue | undefined;
  const fits = texts.length === 2 ? sets.length === 1 : texts.length === 1 && sets.length < 2;
  if (!fits || (set && set.of !== 'ButtonSet')) throw signatureError(method, args);
  return { title, message, buttons: (set?.name ?? 'OK') as ButtonSetName };
}

/** The buttons that a dialog offers, besides closing it. */
export function buttonsOf(set: ButtonSetName): ButtonName[] {
  return set.split('_') as ButtonName[];
}
