// What the value of a cell means, however it came: typed, computed, pasted, or out of another realm.

/** Nothing in it: a cleared cell, a missing argument, or nothing but spaces. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

/** The number in a cell; text that looks like one counts, `25%` is 0.25. Null for all else. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(%?)$/.exec(value.trim());
  if (!match) return null;
  return match[2] ? Number(match[1]) / 100 : Number(match[1]);
}

/** Such as `#N/A`, `#ERROR!` or `#DIV/0!`: an error of another formula arrives as text. */
export function isErrorText(value: unknown): value is string {
  return typeof value === 'string' && /^#[A-Z0-9/_]+[!?]?$/.test(value.trim());
}

/** A cell may hold a Date of another realm, which `instanceof` does not know. */
export function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The value as a sentence names it. */
export function shown(value: unknown): string {
  if (isBlank(value)) return 'blank';
  if (isDate(value)) return 'a date';
  if (isErrorText(value)) return `the error ${value.trim()}`;
  if (typeof value === 'string') {
    const text = value.trim().replace(/\s+/g, ' ');
    return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
