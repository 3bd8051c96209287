// Cells and tabs as addresses name them.

/** Such as `H12`, or `H12:J20` for a block of cells. */
export function addressOf(row: number, column: number, height = 1, width = 1): string {
  const first = `${columnLetters(column)}${row}`;
  if (height === 1 && width === 1) return first;
  return `${first}:${columnLetters(column + width - 1)}${row + height - 1}`;
}

/** The letters of a column, counted from 1. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A tab's name as it stands before the `!` of an address. */
export function quotedTab(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
