// What may cross between a page and its script by `google.script.run`.

import { Service } from '../services/service';

/** An argument as the script gets it. Throws Google's error for what cannot be sent. */
export function sentArgument(argument: unknown, index: number): unknown {
  return plain(argument, index);
}

/** A result as the page gets it. Throws the same error. */
export function sentResult(result: unknown): unknown {
  return plain(result, 0);
}

function plain(value: unknown, property: string | number): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Service || Object.prototype.toString.call(value) !== '[object Object]') {
    throw new TypeError(`Failed due to illegal value in property: ${property}`);
  }
  const kept = Object.entries(value as object).filter(([, item]) => item !== undefined);
  return Object.fromEntries(kept.map(([key, item]) => [key, plain(item, key)]));
}
