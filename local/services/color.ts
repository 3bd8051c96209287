// Colours in CSS notation, as the spreadsheet service takes them.

import { ServiceError } from './service-error';

/** Such as `#ffeecc`; undefined for null, which resets. Throws for anything but a hexadecimal colour or a name below. */
export function colorOf(color: unknown): string | undefined {
  if (color === null) return undefined;
  const text = String(color).trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (Object.hasOwn(NAMES, text)) return NAMES[text];
  throw new ServiceError(`Invalid color string: "${color}"`);
}

const NAMES: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  red: '#ff0000',
  orange: '#ffa500',
  yellow: '#ffff00',
  green: '#008000',
  blue: '#0000ff',
  purple: '#800080',
};
