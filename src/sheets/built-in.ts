// Choosing one of the frameworks that the script brings along.

import { BUILT_IN, frameworkOf } from '../framework/built-in';
import type { Framework, FrameworkFile } from '../framework/framework';

/** Asks for one by its number; null after a cancel. Throws a sentence on any other answer. */
export function chooseFramework(): Framework | null {
  const ui = SpreadsheetApp.getUi();
  const list = BUILT_IN.map(([, about], index) => `${index + 1}  ${about}`).join('\n');
  const reply = ui.prompt(
    'Which framework?',
    `${list}\n\nWrite its number; blank takes 1. You can change everything in it afterwards.`,
    ui.ButtonSet.OK_CANCEL,
  );
  if (reply.getSelectedButton() !== ui.Button.OK) return null;
  const answer = reply.getResponseText().trim() || '1';
  const chosen = BUILT_IN[Number(answer) - 1];
  if (!chosen) {
    throw new Error(
      `“${answer}” is no framework, nothing was changed: choose the menu item again and write a number from 1 to ${BUILT_IN.length}.`,
    );
  }
  return frameworkOf(read(chosen[0]), read);
}

/** An HTML file of the project that holds nothing but JSON; its name may end in `.json`. */
function read(name: string): FrameworkFile {
  const file = HtmlService.createTemplateFromFile(name.replace(/\.json$/, ''));
  return JSON.parse(file.getRawContent());
}
