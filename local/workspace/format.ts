// A workbook as text: readable JSON with one line a cell. The files of its script
// are not part of it, but named by a key: most workbooks share theirs with others.

import type { SheetData, Workbook } from './workbook';

export type ScriptFiles = Record<string, string>;

/** `revision` counts the changes to a workbook since it was made. */
export function formatWorkbook(
  workbook: Workbook,
  revision: number,
  scriptKey: string | null,
): string {
  const { sheets, script, ...rest } = workbook;
  const named = script && { ...script, files: scriptKey };
  const head = JSON.stringify({ revision, ...rest, script: named }, null, 1).slice(0, -2);
  const tabs = sheets.map(({ cells, ...sheet }) => {
    const lines = Object.entries(cells).map(
      ([a1, cell]) => `   ${JSON.stringify(a1)}: ${JSON.stringify(cell)}`,
    );
    const settings = Object.entries(sheet).map(
      ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `{\n${settings.join(',\n')},\n  "cells": {\n${lines.join(',\n')}\n  }\n }`;
  });
  return `${head},\n "sheets": [${tabs.join(', ')}]\n}\n`;
}

/**
 * The tabs are parsed when they are first asked for: of most workbooks nobody does.
 * @param filesOf gives the files of a script by their key.
 */
export function parseWorkbook(
  text: string,
  filesOf: (key: string) => ScriptFiles,
): { workbook: Workbook; revision: number } {
  const tabs = text.indexOf(TABS);
  const { revision, script, ...rest } = JSON.parse(tabs < 0 ? text : `${text.slice(0, tabs)}}`);
  const workbook: Workbook = {
    ...rest,
    script: script && { ...script, files: filesOf(script.files) },
  };
  if (tabs >= 0) parseWhenAsked(workbook, `{${text.slice(tabs + 1)}`);
  return { workbook, revision };
}

/** Where the tabs begin in what `formatWorkbook` writes; no text in a workbook can hold a line's end. */
const TABS = ',\n "sheets": [';

function parseWhenAsked(workbook: Workbook, text: string): void {
  const hold = (value: SheetData[]) =>
    Object.defineProperty(workbook, 'sheets', { value, writable: true, enumerable: true });
  Object.defineProperty(workbook, 'sheets', {
    get: () => hold(JSON.parse(text).sheets).sheets,
    set: hold,
    enumerable: true,
    configurable: true,
  });
}
