// Formulas between the two writings: workbooks separate arguments by `;`, as
// every locale of Sheets reads them; the page's engine knows `,` alone.

/** `=SUM(A1;"a;b")` as `=SUM(A1,"a;b")`. */
export function withCommas(formula: string): string {
  return translated(formula, ';', ',');
}

/** `=SUM(A1,"a,b")` as `=SUM(A1;"a,b")`. */
export function withSemicolons(formula: string): string {
  return translated(formula, ',', ';');
}

/** Texts, quoted tab names and array literals stay as they are. */
function translated(formula: string, from: string, to: string): string {
  let quote = '';
  let braces = 0;
  let result = '';
  for (const character of formula) {
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') braces++;
    else if (character === '}') braces--;
    result += character === from && !quote && braces === 0 ? to : character;
  }
  return result;
}
