// A workbook as text: readable JSON with one line a cell. The files of its script
// are not part of it, but named by a key: most workbooks share theirs with others.

import type { Workbook } from './workbook';

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

/** `filesOf` gives the files of a script by their key. */
export function parseWorkbook(
  text: string,
  filesOf: (key: string) => ScriptFiles,
): { workbook: Workbook; revision: number } {
  const { revision, script, ...rest } = JSON.parse(text);
  const named = script && { ...script, files: filesOf(script.files) };
  return { workbook: { ...rest, script: named }, revision };
}
