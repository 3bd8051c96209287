// The four tabs of a framework without a spreadsheet, and the built-in frameworks, for tests.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkFramework } from '../../src/framework/check';
import type { Framework } from '../../src/framework/framework';
import { type Cell, type FrameworkTabs, readTabs } from '../../src/framework/tabs';
import { edited, frameworkEdits } from '../../src/framework/write';
import { DIRECTIONS, FRAMEWORK, GRADES, LEVELS } from '../../src/layout/framework';

export const ENGINEERING: Framework = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../src/frameworks/engineering.json'), 'utf8'),
);

/** Tabs with nothing but their headers. */
const EMPTY: FrameworkTabs = {
  grids: Object.fromEntries(
    [FRAMEWORK, DIRECTIONS, LEVELS, GRADES].map(({ tab, columns }) => [
      tab,
      [Object.values(columns)],
    ]),
  ),
  cells: {
    rule: { row: 2, column: 7 },
    description: { row: 3, column: 7 },
    source: { row: 4, column: 7 },
  },
};

export function tabsOf(framework: Framework): FrameworkTabs {
  return edited(EMPTY, frameworkEdits(EMPTY, framework));
}

/** The tabs with some cells changed, each named such as `Framework!C2`. */
export function changed(tabs: FrameworkTabs, cells: Record<string, Cell>): FrameworkTabs {
  const edits = Object.entries(cells).map(([address, value]) => {
    const [, tab, letter, row] = /^(\w+)!([A-Z])(\d+)$/.exec(address) as RegExpExecArray;
    const column = letter.charCodeAt(0) - 64;
    return { tab, row: Number(row), column, seen: '', value };
  });
  return edited(tabs, edits);
}

export function read(tabs: FrameworkTabs, { id, name, version }: Framework = ENGINEERING) {
  return readTabs(tabs, { id, name, version });
}

/** What is said of the tabs, errors and warnings apart. */
export function said(tabs: FrameworkTabs, published: Framework | null = null) {
  const findings = checkFramework(tabs, read(tabs), published);
  const of = (wanted: string) =>
    findings.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return { errors: of('error'), warnings: of('warning'), findings };
}
