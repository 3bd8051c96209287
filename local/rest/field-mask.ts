// The `fields` parameter of Google's APIs: which parts of an answer come back, such
// as `nextPageToken,files(id,modifiedTime)`.

import { badRequest } from './answer';

/** Throws Google's error for a mask that cannot be read. */
export function masked(value: unknown, fields: string | null): unknown {
  if (fields === null || fields === '*') return value;
  return picked(value, parse(fields));
}

/** By name; null takes the whole field. */
type Mask = Map<string, Mask | null>;

function picked(value: unknown, mask: Mask | null): unknown {
  if (mask === null || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((item) => picked(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => mask.has(name));
  return Object.fromEntries(
    entries.map(([name, item]) => [name, picked(item, mask.get(name) ?? null)]),
  );
}

function parse(fields: string): Mask {
  const tokens = fields.match(/[^,()/.\s]+|[,()/.]/g) ?? [];
  let at = 0;
  const list = (): Mask => {
    const mask: Mask = new Map();
    do {
      const [name, inner] = field();
      const known = mask.get(name);
      if (known && inner) for (const [key, value] of inner) known.set(key, value);
      else mask.set(name, inner);
    } while (tokens[at] === ',' && ++at);
    return mask;
  };
  const field = (): [string, Mask | null] => {
    const name = tokens[at++];
    if (name === undefined || /^[,()/.]$/.test(name))
      throw badRequest(`Invalid field mask ${fields}`);
    if (tokens[at] === '/' || tokens[at] === '.') {
      at += 1;
      return [name, new Map([field()])];
    }
    if (tokens[at] !== '(') return [name, null];
    at += 1;
    const inner = list();
    if (tokens[at++] !== ')') throw badRequest(`Invalid field mask ${fields}`);
    return [name, inner];
  };
  const mask = list();
  if (at < tokens.length) throw badRequest(`Invalid field mask ${fields}`);
  return mask;
}
