// What the build wrote down for setting up, as files of the project: read when somebody sets up,
// so that no cell's call pays for it.

import type { Design } from '../design/design';

let read: Design | undefined;

/** What the tabs look like when they are set up. */
export function design(): Design {
  if (!read) read = jsonFile<Design>('design');
  return read;
}

/** An HTML file of the project that holds nothing but JSON. */
export function jsonFile<T>(name: string): T {
  return JSON.parse(HtmlService.createTemplateFromFile(name).getRawContent());
}
