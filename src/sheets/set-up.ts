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
  const kept = [
    ...keptNames('tab', before, tabs, ' ', '(before)'),
    ...keptNames('named range', spreadsheet.getNamedRanges(), names, '_', 'before'),
  ];
  const empty = before.every(isEmpty);
  if (!empty) {
    const question = questionOf(kept, what);
    const answer = ui.alert('This spreadsheet is not empty', question, ui.ButtonSet.YES_NO);
    if (answer !== ui.Button.YES) return false;
  }
  for (const { thing, to } of kept) thing.setName(to);
  build();
  if (empty && before.length === 1) spreadsheet.deleteSheet(before[0]);
  return true;
}

/** A tab or a named range. */
interface Named {
  getName(): string;
  setName(name: string): unknown;
}

interface Kept {
  thing: Named;
  from: string;
  to: string;
}

/** Which of the spreadsheet's things have a name that we need, and the name under which they stay. */
function keptNames(
  what: string,
  things: readonly Named[],
  needed: readonly string[],
  separator: string,
  mark: string,
): Kept[] {
  const taken = new Set(things.map((thing) => thing.getName().toLowerCase()));
  const ours = needed.map((name) => name.toLowerCase());
  return things
    .map((thing) => ({ thing, name: thing.getName() }))
    .filter(({ name }) => ours.includes(name.toLowerCase()))
    .map(({ thing, name }) => ({
      thing,
      from: `the ${what} “${name}”`,
      to: freeName(`${name}${separator}${mark}`, separator, taken),
    }));
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
