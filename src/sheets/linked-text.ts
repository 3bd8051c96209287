// Text that says more than its letters: links and formulas, written out where only text is kept.

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

/**
 * Reads a tab's links and formulas. The function returned gives, for a cell by its position
 * from 1, its text with each address behind a link and the cell's formula in brackets; null
 * for a cell without either.
 */
export function readLinkedTexts(sheet: Sheet): (row: number, column: number) => string | null {
  const range = sheet.getDataRange();
  const texts: (RichText | null)[][] = range.getRichTextValues();
  const formulas: string[][] = range.getFormulas();
  const values: string[][] = range.getDisplayValues();
  return (row, column) => {
    const formula = formulas[row - 1]?.[column - 1];
    if (formula) return `${values[row - 1][column - 1]} (${formula})`.trim();
    const pieces = texts[row - 1]?.[column - 1]?.getRuns() ?? [];
    const written = pieces.map(withAddress).join('');
    return pieces.some((piece) => piece.getLinkUrl()) ? written : null;
  };
}

/** Such as `the plan (https://example.com/plan)`; an address that is there to read is not repeated. */
function withAddress(piece: RichText): string {
  const address = piece.getLinkUrl();
  const text = piece.getText();
  return address && !text.includes(address) ? `${text} (${address})` : text;
}
