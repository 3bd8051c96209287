// Text as Sheets reads typing.

import {
  dateOfSerial,
  parseTyped,
  serialOf,
  type TypedValue,
} from '../../local/services/typed-value';
import { DEFAULT_SWITCHES, type Switches } from '../../local/switches';

const TODAY = new Date('2026-11-20T12:00:00Z');

function typed(text: string, switches: Partial<Switches> = {}): TypedValue {
  return parseTyped(text, TODAY, { ...DEFAULT_SWITCHES, ...switches });
}

function day(text: string): number {
  return serialOf(new Date(`${text}T00:00:00Z`));
}

test.each<[string, TypedValue]>([
  ['', {}],
  ['hello', { v: 'hello' }],
  ['2', { v: 2 }],
  ['007', { v: 7 }],
  ['-1.5', { v: -1.5 }],
  ['10%', { v: 0.1, format: '0%' }],
  ['1,000', { v: 1000, format: '#,##0' }],
  ['TRUE', { v: true }],
  ['false', { v: false }],
  ['n/a', { v: 'n/a' }],
  ['2026-07', { v: day('2026-07-01'), format: 'yyyy-mm' }],
  ['2026-13', { v: '2026-13' }],
  ['2026-07-04', { v: day('2026-07-04'), format: 'yyyy-mm-dd' }],
  ['7/4/2026', { v: day('2026-07-04'), format: 'm/d/yyyy' }],
  ['1-2', { v: day('2026-01-02'), format: 'd-mmm' }],
  ['13:30', { v: 0.5625, format: 'h:mm' }],
  ['2026-07-04 6:00', { v: day('2026-07-04') + 0.25, format: 'yyyy-mm-dd h:mm' }],
  ['=1+1', { f: '=1+1' }],
  ['=', { v: '=' }],
  ["'007", { v: '007' }],
  ["'=1+1", { v: '=1+1' }],
  ["''", { v: "'" }],
  ['-', { v: '-' }],
  ['Infinity', { v: 'Infinity' }],
])('%j is read as %j', (text, value) => {
  expect(typed(text)).toEqual(value);
});

test.each(['+49 30 1234', '-x', '@ada', '- point'])('%j is a formula, or text', (text) => {
  expect(typed(text, { leadingSign: 'formula' })).toEqual({ f: `=${text}` });
  expect(typed(text, { leadingSign: 'text' })).toEqual({ v: text });
});

test('serial numbers count days since 30 December 1899', () => {
  expect(day('1899-12-31')).toBe(1);
  expect(day('2026-07-01')).toBe(46_204);
  expect(dateOfSerial(46_204.5).toISOString()).toBe('2026-07-01T12:00:00.000Z');
});
