// A workbook as text: readable JSON with one line a cell.

import type { Workbook } from './workbook';

/** `revision` counts the changes to a workbook since it was made. */
export function formatWorkbook(workbook: Workbook, revision: number): string {
  const { sheets, ...rest } = workbook;
  const head = JSON.stringify({ revision, ...rest }, null, 1).slice(0, -2);
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

export function parseWorkbook(text: string): { workbook: Workbook; revision: number } {
  const { revision, ...workbook } = JSON.parse(text) as Workbook & { revision: number };
  return { workbook, revision };
}
