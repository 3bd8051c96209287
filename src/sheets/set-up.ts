// Building tabs into a spreadsheet: nothing that is in it is lost, and nobody is surprised.

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Plan {
  /** What is added, such as `the tabs of a career sheet`. */
  what: string;
  /** The names of the tabs and of the named ranges that `build` makes. */
  tabs: readonly string[];
  names: readonly string[];
  build(): void;
}

/**
 * Builds, and takes the one empty tab of a new spreadsheet away. A spreadsheet that holds
 * anything is touched only after a yes; its tabs and named ranges stay, those with a name that
 * the plan needs under another one. Returns whether it was built.
 */
export function buildInto(spreadsheet: Spreadsheet, { what, tabs, names, build }: Plan): boolean {
  const ui = SpreadsheetApp.getUi();
  const before = spreadsheet.getSheets();
  const kept = keptNames(spreadsheet, before, tabs, names);
  const empty = before.every(isEmpty);
  if (!empty) {
    const question = questionOf(kept, what);
    const answer = ui.alert('This spreadsheet is not empty', question, ui.ButtonSet.YES_NO);
    if (answer !== ui.Button.YES) return false;
  }
  for (const { rename, to } of kept) rename(to);
  build();
  if (empty && before.length === 1) spreadsheet.deleteSheet(before[0]);
  return true;
}

interface Kept {
  from: string;
  to: string;
  rename(to: string): unknown;
}

/** What of the spreadsheet has a name that we need, and the name under which it stays. */
function keptNames(
  spreadsheet: Spreadsheet,
  sheets: readonly Sheet[],
  tabs: readonly string[],
  names: readonly string[],
): Kept[] {
  const takenTabs = new Set(sheets.map((sheet) => sheet.getName().toLowerCase()));
  const ranges = spreadsheet.getNamedRanges();
  const takenNames = new Set(ranges.map((range) => range.getName().toLowerCase()));
  const has = (list: readonly string[], name: string) =>
    list.some((each) => each.toLowerCase() === name.toLowerCase());
  return [
    ...sheets
      .filter((sheet) => has(tabs, sheet.getName()))
      .map((sheet) => ({
        from: `the tab “${sheet.getName()}”`,
        to: freeName(`${sheet.getName()} (before)`, ' ', takenTabs),
        rename: (to: string) => sheet.setName(to),
      })),
    ...ranges
      .filter((range) => has(names, range.getName()))
      .map((range) => ({
        from: `the named range “${range.getName()}”`,
        to: freeName(`${range.getName()}_before`, '_', takenNames),
        rename: (to: string) => range.setName(to),
      })),
  ];
}

/** The name, or the name with the first number that makes it free. */
export function freeName(name: string, separator: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = `${name}${separator}${number}`;
  }
  return free;
}

function questionOf(kept: readonly Kept[], what: string): string {
  const renamed = kept.map(({ from, to }) => `${from} will be called “${to}”`).join(', ');
  return `Everything in it stays${renamed ? `; ${renamed}` : ''}. Add ${what}?`;
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.getLastRow() === 0 && sheet.getCharts().length === 0;
}

/** The half of the year that runs now, such as `2026 H2`. */
export function roundNow(spreadsheet: Spreadsheet): string {
  const [year, month] = Utilities.formatDate(
    new Date(),
    spreadsheet.getSpreadsheetTimeZone(),
    'yyyy-MM',
  ).split('-');
  return `${year} H${Number(month) <= 6 ? 1 : 2}`;
}
