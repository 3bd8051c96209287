// Copies of workbooks that cost next to nothing: they hold the same tabs until one of them is changed.
// Whoever changes a tab makes it the workbook's own first. Cells are never changed but replaced, so
// that even then the two tabs hold the same cells.

import type { SheetData, Workbook } from './workbook';

/** Tabs that more than one workbook may hold. */
const shared = new WeakSet<SheetData>();
/** Tabs whose cells other tabs may hold. */
const withSharedCells = new WeakSet<SheetData>();

/** A workbook that holds the same tabs as another, and nobody's changes reach the other. */
export function sharing(workbook: Workbook): Workbook {
  const { script } = workbook;
  for (const tab of workbook.sheets) shared.add(tab);
  return {
    ...workbook,
    editors: [...workbook.editors],
    viewers: [...workbook.viewers],
    script: script && { ...script, scriptProperties: { ...script.scriptProperties } },
    sheets: [...workbook.sheets],
    namedRanges: { ...workbook.namedRanges },
    documentProperties: { ...workbook.documentProperties },
  };
}

/** Whether a tab stays as it is for as long as anybody holds it: what is known of it can be kept. */
export function isShared(tab: SheetData): boolean {
  return shared.has(tab);
}

/** The tab, which is the workbook's own from now on: its cells may be replaced, and all else changed. */
export function ownTab(workbook: Workbook, tab: SheetData): SheetData {
  if (!shared.has(tab)) return tab;
  const { cells, ...rest } = tab;
  const own = { ...structuredClone(rest), cells: { ...cells } };
  withSharedCells.add(own);
  workbook.sheets[workbook.sheets.indexOf(tab)] = own;
  return own;
}

/** Makes all tabs the workbook's own. */
export function ownTabs(workbook: Workbook): void {
  for (const tab of [...workbook.sheets]) ownTab(workbook, tab);
}

/** Makes the cells its own as well: for whoever knows nothing of this. */
export function ownWhole(workbook: Workbook): void {
  ownTabs(workbook);
  for (const tab of workbook.sheets) {
    if (!withSharedCells.delete(tab)) continue;
    for (const address of Object.keys(tab.cells)) {
      tab.cells[address] = structuredClone(tab.cells[address]);
    }
  }
}
