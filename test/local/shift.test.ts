// References follow rows and columns that come and go, as in Sheets.

import fc from 'fast-check';
import { formatArea, parseArea } from '../../local/workspace/a1';
import {
  copiedFormula,
  type Edit,
  formulaWithoutSheet,
  renamedInFormula,
  shiftedArea,
  shiftedFormula,
} from '../../local/workspace/shift';

const rows = (at: number, count: number, sheet = 'Data'): Edit => ({
  sheet,
  axis: 'rows',
  at,
  count,
});
const columns = (at: number, count: number): Edit => ({
  sheet: 'Data',
  axis: 'columns',
  at,
  count,
});

const inData = (formula: string, edit: Edit) => shiftedFormula(formula, 'Data', edit);

test('rows inserted above a reference move it, inside widen it, below leave it', () => {
  expect(inData('=SUM(A5:B9)+A5', rows(2, 3))).toBe('=SUM(A8:B12)+A8');
  expect(inData('=SUM(A5:B9)', rows(6, 2))).toBe('=SUM(A5:B11)');
  expect(inData('=SUM(A5:B9)', rows(10, 2))).toBe('=SUM(A5:B9)');
});

test('rows deleted shrink a reference, and one that is gone is #REF!', () => {
  expect(inData('=SUM(A5:B9)', rows(4, -3))).toBe('=SUM(A4:B6)');
  expect(inData('=SUM(A5:B9)', rows(9, -5))).toBe('=SUM(A5:B8)');
  expect(inData('=SUM(A5:B9)+$A$20', rows(5, -5))).toBe('=SUM(#REF!)+$A$15');
});

test('dollar signs stay and do not hold a reference back', () => {
  expect(inData('=$A$5+A$5+$A5', columns(1, 1))).toBe('=$B$5+B$5+$B5');
});

test('whole columns and rows stay whole, and move sideways', () => {
  expect(inData('=FILTER($E:$E;B:B=2)', rows(1, 4))).toBe('=FILTER($E:$E;B:B=2)');
  expect(inData('=FILTER($E:$E;B:B=2)', columns(3, 1))).toBe('=FILTER($F:$F;B:B=2)');
  expect(inData('=SUM(2:3)', rows(3, 1))).toBe('=SUM(2:4)');
  expect(inData('=SUM(A2:A)', rows(1, 1))).toBe('=SUM(A3:A)');
});

test('only references to the edited tab move, wherever the formula stands', () => {
  const formula = "=Data!A5+A5+'Run log'!A5";
  expect(shiftedFormula(formula, 'Summary', rows(1, 1))).toBe("=Data!A6+A5+'Run log'!A5");
  expect(shiftedFormula(formula, 'Summary', rows(1, 1, 'Run log'))).toBe(
    "=Data!A5+A5+'Run log'!A6",
  );
});

test('texts, functions and names that look like cells are left alone', () => {
  const formula = '=LOG10(A5)&"A5 and ""B6"""&level_rule&AB5x&A5(1)';
  expect(inData(formula, rows(1, 1))).toBe('=LOG10(A6)&"A5 and ""B6"""&level_rule&AB5x&A5(1)');
});

test('a copied formula moves what no dollar sign holds', () => {
  expect(copiedFormula('=A1+$A1+A$1+$A$1+Data!B2', 2, 1)).toBe('=B3+$A3+B$1+$A$1+Data!C4');
  expect(copiedFormula('=SUM(A:A)', 3, 1)).toBe('=SUM(B:B)');
  expect(copiedFormula('=A1', -1, 0)).toBe('=#REF!');
});

test('a renamed tab is renamed in formulas, a deleted one leaves #REF!', () => {
  expect(renamedInFormula("=Data!A1+'Run log'!B2", 'Run log', 'Log')).toBe('=Data!A1+Log!B2');
  expect(renamedInFormula('=Data!A1', 'Data', "Ada's")).toBe("='Ada''s'!A1");
  expect(formulaWithoutSheet('=Data!A1+B2', 'Data')).toBe('=#REF!+B2');
});

test('an area follows the same way', () => {
  const shifted = (text: string, edit: Edit) => {
    const area = shiftedArea(parseArea(text) as never, edit);
    return area && formatArea(area);
  };
  expect(shifted('B2:D9', rows(3, 2))).toBe('B2:D11');
  expect(shifted('B2:D9', columns(1, 2))).toBe('D2:F9');
  expect(shifted('B2:D9', rows(1, -20))).toBeNull();
  expect(shifted('E:E', rows(1, 5))).toBe('E:E');
});

test('rows or columns inserted and deleted again leave every formula as it was', () => {
  const corner = fc
    .tuple(fc.constantFrom('', '$'), fc.constantFrom('A', 'D', 'Z', 'AB'), fc.constantFrom('', '$'))
    .chain(([fixed, column, rowFixed]) =>
      fc.integer({ min: 1, max: 50 }).map((row) => `${fixed}${column}${rowFixed}${row}`),
    );
  const reference = fc.oneof(
    corner,
    fc.tuple(corner, corner).map(([one, other]) => ordered(`${one}:${other}`)),
    fc.constantFrom('B:D', '$C:$C', '3:7', 'B5:B'),
  );
  const formula = fc
    .array(fc.tuple(fc.constantFrom('', 'Data!', "'Run log'!"), reference), { minLength: 1 })
    .map((parts) => `=SUM(${parts.map(([tab, text]) => tab + text).join(';')})&"A1"&rate_1`);
  fc.assert(
    fc.property(
      formula,
      fc.constantFrom<Edit['axis']>('rows', 'columns'),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (text, axis, at, count) => {
        const there = inData(text, { sheet: 'Data', axis, at, count });
        expect(inData(there, { sheet: 'Data', axis, at, count: -count })).toBe(text);
      },
    ),
  );
});

/** With the upper left corner first, as Sheets keeps ranges. */
function ordered(text: string): string {
  const [one, other] = text.split(':');
  const place = (corner: string) => parseArea(corner) as { row: number; column: number };
  const [a, b] = [place(one), place(other)];
  return a.row <= b.row && a.column <= b.column ? text : one;
}
