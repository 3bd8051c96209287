// Choosing one of the frameworks that the script brings along.

import { frameworkOf } from '../framework/built-in';
import type { Framework, FrameworkFile } from '../framework/framework';
import { design, jsonFile } from './design';

/** Asks for one by its number; null after a cancel. Throws a sentence on any other answer. */
export function chooseFramework(): Framework | null {
  const ui = SpreadsheetApp.getUi();
  const { frameworks } = design();
  const list = frameworks.map(([, about], index) => `${index + 1}  ${about}`).join('\n');
  const reply = ui.prompt(
    'Which framework?',
    `${list}\n\nWrite its number; blank takes 1. You can change everything in it afterwards.`,
    ui.ButtonSet.OK_CANCEL,
  );
  if (reply.getSelectedButton() !== ui.Button.OK) return null;
  const answer = reply.getResponseText().trim() || '1';
  const chosen = frameworks[Number(answer) - 1];
  if (!chosen) {
    throw new Error(
      `“${answer}” is no framework, nothing was changed: choose the menu item again and write a number from 1 to ${frameworks.length}.`,
    );
  }
  return frameworkOf(read(chosen[0]), read);
}

/** The name may end in `.json`. */
function read(name: string): FrameworkFile {
  return jsonFile(name.replace(/\.json$/, ''));
}
