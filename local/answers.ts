// A page without a browser: it answers a script's questions as told beforehand
// and remembers what it was shown.

import type {
  AlertRequest,
  ButtonName,
  ConsentRequest,
  Page,
  PromptReply,
  Shown,
  Toast,
} from './run/page';
import type { Scope } from './services/service';

/** The button to click, or for a prompt the text to enter with OK, or both. */
export type GivenAnswer = ButtonName | PromptReply;

export class AnsweringPage implements Page {
  readonly alerts: AlertRequest[] = [];
  readonly toasts: Toast[] = [];
  readonly consents: ConsentRequest[] = [];
  /** The last sidebar, and the last dialog. */
  shownSidebar: Shown | null = null;
  shownDialog: Shown | null = null;
  private answers: GivenAnswer[] = [];

  /** `grant` picks the scopes to allow from those that a script asks for. */
  constructor(private readonly grant: (scopes: Scope[]) => Scope[] = (scopes) => scopes) {}

  /** What to answer from now on, in order. */
  expect(answers: readonly GivenAnswer[]): void {
    this.answers = [...answers];
  }

  /** A message with nothing but OK needs no answer. */
  alert(request: AlertRequest): ButtonName | Promise<ButtonName> {
    this.alerts.push(request);
    if (request.buttons === 'OK') return 'OK';
    const answer = this.next(request);
    return typeof answer === 'string' ? answer : answer.button;
  }

  prompt(request: AlertRequest): PromptReply {
    this.alerts.push(request);
    const answer = this.next(request);
    return typeof answer === 'string' ? { button: answer, text: '' } : answer;
  }

  consent(request: ConsentRequest): Scope[] {
    this.consents.push(request);
    return this.grant(request.scopes);
  }

  toast(toast: Toast): void {
    this.toasts.push(toast);
  }

  sidebar(shown: Shown): void {
    this.shownSidebar = shown;
  }

  dialog(shown: Shown): void {
    this.shownDialog = shown;
  }

  /** The open file knows what is selected. */
  select(): void {}

  private next({ title, message }: AlertRequest): GivenAnswer {
    const answer = this.answers.shift();
    if (answer) return answer;
    const asked = [title, message].filter(Boolean).join(': ');
    throw new Error(`local host: no answer was given to "${asked}"`);
  }
}
