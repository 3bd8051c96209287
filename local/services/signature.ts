// Google's sentence for arguments of the wrong kind.

import { EnumValue } from './enumeration';
import { Service } from './service';
import { ServiceError } from './service-error';

/** Such as "The parameters (String,null) don't match the method signature for SpreadsheetApp.Range.offset." */
export function signatureError(method: string, args: readonly unknown[]): ServiceError {
  const kinds = args.map(kindOf).join(',');
  return new ServiceError(
    `The parameters (${kinds}) don't match the method signature for ${method}.`,
  );
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? '' : kindOf(value[0])}[]`;
  if (typeof value === 'string') return 'String';
  if (value instanceof EnumValue) return `SpreadsheetApp.${value.of}`;
  if (value instanceof Service) {
    return `SpreadsheetApp.${(value.constructor as typeof Service).service}`;
  }
  return typeof value === 'object' ? '(class)' : typeof value;
}

/** A position or count as an integer, as Google takes it. Throws the sentence above for anything else. */
export function integer(value: unknown, method: string, args: readonly unknown[]): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw signatureError(method, args);
  return Math.trunc(value);
}

/** Checked lengths of a range. */
export function sized(rows: number, columns: number): { rows: number; columns: number } {
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  return { rows, columns };
}

/**
 * Whether an argument is an object of Google's class of this name. The classes of the spreadsheet
 * service hand out one another; told apart so, they need not load one another in a circle.
 */
export function isA<T extends Service>(value: unknown, service: string): value is T {
  return value instanceof Service && (value.constructor as typeof Service).service === service;
}
