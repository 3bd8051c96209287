// Data validation: which rule holds for a cell, and whether a value keeps it.

import { isDateFormat } from 'numfmt';
import {
  type Area,
  cellName,
  clipped,
  formatArea,
  holds,
  parseArea,
  parseReference,
  without,
} from './a1';
import type { Cell, Scalar, SheetData, Validation, Workbook } from './workbook';

/** A rule without the cells that it holds for. */
export type ValidationRule = Omit<Validation, 'ranges'>;

/** The rule of a cell; null without one. */
export function validationAt(sheet: SheetData, row: number, column: number): ValidationRule | null {
  const found = sheet.validations.find(({ ranges }) =>
    ranges.some((range) => holds(parseArea(range) as Area, row, column)),
  );
  if (!found) return null;
  const { ranges: _, ...rule } = found;
  return rule;
}

/** Gives all cells of an area one rule, or none with null. */
export function setValidation(sheet: SheetData, area: Area, rule: ValidationRule | null): void {
  for (const validation of sheet.validations) {
    validation.ranges = validation.ranges.flatMap((range) =>
      without(parseArea(range) as Area, area).map(formatArea),
    );
  }
  sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
  if (!rule) return;
  const same = sheet.validations.find(
    ({ ranges: _, ...other }) => JSON.stringify(other) === JSON.stringify(rule),
  );
  if (same) same.ranges.push(formatArea(area));
  else sheet.validations.push({ ranges: [formatArea(area)], ...rule });
}

/** Google's sentence when the cell's rule rejects what is about to stand there; null when it may. */
export function violated(
  workbook: Workbook,
  sheet: SheetData,
  row: number,
  column: number,
  cell: Cell | undefined,
): string | null {
  if (cell?.v === undefined || cell.f !== undefined || cell.v === '') return null;
  const rule = validationAt(sheet, row, column);
  if (!rule || rule.allowInvalid || keeps(workbook, rule, cell)) return null;
  const sentence = `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`;
  const allowed = allowedValues(workbook, rule);
  return allowed
    ? `${sentence} Please enter one of the following values: ${allowed.join(', ')}.`
    : sentence;
}

/** Whether a filled cell keeps the rule. */
function keeps(workbook: Workbook, rule: ValidationRule, { v, format }: Cell): boolean {
  const allowed = allowedValues(workbook, rule);
  if (allowed) return allowed.some((value) => String(value) === String(v));
  if (rule.kind === 'checkbox') {
    return (rule.values ?? [true, false]).some((value) => value === v);
  }
  if (typeof v !== 'number') return false;
  if (rule.kind === 'date') return format !== undefined && isDateFormat(format);
  return v >= (rule.min ?? Number.NEGATIVE_INFINITY) && v <= (rule.max ?? Number.POSITIVE_INFINITY);
}

/** The values of a list, or the filled cells of its range; null when the rule is no list. */
function allowedValues(workbook: Workbook, rule: ValidationRule): Scalar[] | null {
  if (rule.kind === 'list') return rule.values ?? [];
  if (rule.kind !== 'range') return null;
  const reference = parseReference(rule.source ?? '');
  const sheet = workbook.sheets.find(({ name }) => name === reference?.sheet);
  const area = reference && sheet && clipped(reference.area, sheet);
  if (!area) return [];
  const values: Scalar[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const value = sheet.cells[cellName(row, column)]?.v ?? '';
      if (value !== '') values.push(value);
    }
  }
  return values;
}
