// Dropdowns, and colours by what a cell shows.

type Range = GoogleAppsScript.Spreadsheet.Range;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A dropdown of values and nothing else. */
export function oneOf(
  values: readonly string[],
  help = `Choose ${values.join(', ')}.`,
): DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(false)
    .setHelpText(help)
    .build();
}

/** A dropdown of what stands in the cells of a range, and nothing else. */
export function oneOfRange(range: Range, help: string): DataValidation {
  return fromRange(range, help, false);
}

/** A dropdown of what stands in the cells of a range; other text may be typed. */
export function suggestionsFrom(range: Range, help: string): DataValidation {
  return fromRange(range, help, true);
}

/** One rule a text: cells of the range that show it get its colours. */
export function coloursOf(
  range: Range,
  colours: Record<string, { background: string; text: string }>,
): ConditionalFormatRule[] {
  const first = range.getCell(1, 1).getA1Notation();
  return Object.keys(colours).map((shown) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=${first}&""="${shown.replace(/"/g, '""')}"`)
      .setBackground(colours[shown].background)
      .setFontColor(colours[shown].text)
      .setRanges([range])
      .build(),
  );
}

function fromRange(range: Range, help: string, allowOther: boolean): DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInRange(range, true)
    .setAllowInvalid(allowOther)
    .setHelpText(help)
    .build();
}
