// Custom functions as the page's formula engine calls them, and the built-in
// ones that it lacks.

import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { formatInTimeZone, fromZonedTime } from 'date-fns-tz';
import { isDateFormat } from 'numfmt';
import { dateOfSerial, serialOf } from '../services/typed-value';
import type { CustomFunction } from './custom-functions';

/** Where a function is evaluated; positions from 0. */
export interface Place {
  unitId: string;
  sheetId: string;
  row: number;
  column: number;
}

export type FunctionClass = [new (name: string) => BaseFunction, string];

/**
 * @param failed told the sentence of each thrown error and its cell
 */
export function functionClasses(
  functions: readonly CustomFunction[],
  timeZone: string,
  failed: (place: Place, sentence: string) => void,
): FunctionClass[] {
  return [
    [Hyperlink, 'HYPERLINK'],
    ...functions.map((one): FunctionClass => [classOf(one, timeZone, failed), one.name]),
  ];
}

function classOf(
  one: CustomFunction,
  timeZone: string,
  failed: (place: Place, sentence: string) => void,
): new (
  name: string,
) => BaseFunction {
  return class extends BaseFunction {
    override minParams = 0;
    override maxParams = 255;

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      try {
        const result = one.call(...values.map((value) => toScript(value, timeZone)));
        return fromScript(result, timeZone);
      } catch (error) {
        const place = {
          unitId: this.unitId ?? '',
          sheetId: this.subUnitId ?? '',
          row: this.row,
          column: this.column,
        };
        failed(place, error instanceof Error ? error.message : String(error));
        return ErrorValueObject.create(ErrorType.ERROR);
      }
    }
  };
}

/** The label, as a cell with a link shows it. */
class Hyperlink extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;

  override calculate(url: BaseValueObject, label?: BaseValueObject): BaseValueObject {
    const shown = label && !label.isNull() ? label : url;
    return shown.isArray() ? (shown as ArrayValueObject).getFirstCell() : shown;
  }
}

/** A cell as Sheets hands it to a script: blanks as `""`, one cell alone, else rows of cells. */
function toScript(value: BaseValueObject, timeZone: string): unknown {
  if (!value.isArray()) return scalar(value, timeZone);
  const array = value as ArrayValueObject;
  const rows: unknown[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    rows.push([]);
    for (let column = 0; column < array.getColumnCount(); column++) {
      rows[row].push(scalar(array.get(row, column), timeZone));
    }
  }
  return rows.length === 1 && rows[0].length === 1 ? rows[0][0] : rows;
}

function scalar(value: Nullable<BaseValueObject>, timeZone: string): unknown {
  if (!value || value.isNull()) return '';
  const plain = value.getValue();
  if (value.isError()) return plain === ErrorType.CALC ? ErrorType.NA : plain;
  if (typeof plain === 'number' && isDateFormat(value.getPattern())) {
    return fromZonedTime(dateOfSerial(plain).toISOString().slice(0, -1), timeZone);
  }
  return plain;
}

function fromScript(result: unknown, timeZone: string): BaseValueObject {
  if (!Array.isArray(result)) return single(result, timeZone);
  const rows = result.map((row) => (Array.isArray(row) ? row : [row]));
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  if (columnCount === 0) return StringValueObject.create('');
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) =>
      Array.from({ length: columnCount }, (_, column) => single(row[column], timeZone)),
    ),
    rowCount: rows.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function single(value: unknown, timeZone: string): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (value instanceof Date) {
    const local = formatInTimeZone(value, timeZone, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    return NumberValueObject.create(serialOf(new Date(local)), 'yyyy-mm-dd');
  }
  if (value === null || value === undefined) return NullValueObject.create();
  return StringValueObject.create(String(value));
}
