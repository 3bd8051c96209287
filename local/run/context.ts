// What a script finds in its bare V8 context. `installServices` runs inside that
// context, as text: it may use nothing but its parameters and V8's own globals,
// so that every object which a script gets is of the script's own realm.

/** A service class as the script's side knows it. */
export interface ClassTable {
  name: string;
  methods: string[];
  /** Enum values as `{ $: 'enum', of, name }`, nested objects, plain values. */
  constants: Record<string, unknown>;
}

export interface Tables {
  classes: ClassTable[];
  /** By name; the handles of globals are negative. */
  globals: Record<string, { id: number; of: string }>;
  /** Google's services that the host does not offer. */
  missing: readonly string[];
}

/** Answers a call: `v` and JSON, or `e` and JSON of `{ name, message }`. Never throws. */
export type Call = (handle: number, method: string, args: string) => string;

/** What a run came to: a result in the JSON of values.ts, or what the script threw. */
export type Outcome = { ok: string } | { error: ScriptFault };

export interface ScriptFault {
  name: string;
  message: string;
  stack: string;
}

/** What the thread needs of the context afterwards. */
export interface Realm {
  /** Runs a global function with JSON arguments. */
  invoke(name: string, args: string): Promise<Outcome>;
}

/** Absent from Apps Script, or newer than what it can be trusted to have. */
const LACKING = {
  globalThis: ['WebAssembly', 'Atomics', 'SharedArrayBuffer', 'console'],
  Array: ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex', 'fromAsync'],
  Object: ['groupBy'],
  Map: ['groupBy'],
  Promise: ['withResolvers'],
} as const;

export const SETUP = `(${removeLacking})(${JSON.stringify(LACKING)}); (${installServices})`;

/** Makes a context's clock show another time than the machine's, in milliseconds. */
export const SET_CLOCK = `(${setClock})`;

function setClock(now: () => number): void {
  globalThis.Date = new Proxy(Date, {
    apply: (machine) => new machine(now()).toString(),
    construct: (machine, args, called) =>
      Reflect.construct(machine, args.length > 0 ? args : [now()], called),
    get: (machine, key) => (key === 'now' ? () => now() : Reflect.get(machine, key)),
  });
}

function removeLacking(lacking: Record<string, readonly string[]>): void {
  for (const name of Object.keys(lacking)) {
    const holder = name === 'globalThis' ? globalThis : Reflect.get(globalThis, name);
    for (const key of lacking[name]) {
      Reflect.deleteProperty(holder, key);
      if (holder.prototype) Reflect.deleteProperty(holder.prototype, key);
    }
  }
}

/** `text` is `Tables` as JSON. */
function installServices(text: string, call: Call): Realm {
  const { parse, stringify } = JSON;
  const tables = parse(text) as Tables;
  const { create, defineProperty, freeze, keys, prototype: plain } = Object;
  const has = Object.prototype.hasOwnProperty;
  const objects = new Map<string, object>();
  const tags = new WeakMap<object, unknown>();
  const prototypes = new Map<string, object>();
  const enums = new Map<string, object>();

  /** The last in the chain of a service object: whatever arrives here is not offered. */
  function unknownOf(name: string): object {
    return new Proxy(plain, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') {
          return Reflect.get(target, key);
        }
        throw new Error(`local host: ${name}.${key} is not offered`);
      },
    });
  }

  /** Made when first met: most runs meet few classes. */
  function prototypeOf(name: string): object {
    const known = prototypes.get(name);
    if (known) return known;
    const table = tables.classes.filter((one) => one.name === name)[0];
    const prototype = create(unknownOf(table.name));
    for (const method of table.methods) {
      const value = function (this: object, ...args: unknown[]) {
        return ask(table.name, this, method, args);
      };
      defineProperty(prototype, method, { value });
    }
    for (const key of keys(table.constants)) {
      defineProperty(prototype, key, { value: decode(table.constants[key]), enumerable: true });
    }
    if (!table.methods.includes('toString')) {
      defineProperty(prototype, 'toString', { value: () => table.name });
    }
    prototypes.set(name, freeze(prototype));
    return prototype;
  }

  function ask(name: string, self: object, method: string, args: unknown[]): unknown {
    const tag = tags.get(self) as { id: number } | undefined;
    if (!tag) throw new TypeError(`${name}.${method} was called on something that is no ${name}.`);
    const sent = args.length === 0 ? '[]' : stringify(encode(args, `${name}.${method}`));
    const answer = call(tag.id, method, sent);
    const value = parse(answer.slice(1));
    if (answer[0] === 'v') return decode(value);
    const error = new Error(value.message);
    error.name = value.name;
    throw error;
  }

  /** `to` names the method that takes the value; null for a result, in which anything may stand. */
  function encode(value: unknown, to: string | null): unknown {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
    }
    if (value === undefined) return { $: 'undefined' };
    if (typeof value !== 'object') {
      if (to === null) return { $: 'illegal' };
      throw new Error(`local host: ${to} cannot take a ${typeof value}`);
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (let i = 0; i < value.length; i += 1) items[i] = encode(value[i], to);
      return items;
    }
    const tag = tags.get(value);
    if (tag) return tag;
    if (value instanceof Date) return { $: 'date', ms: value.getTime() };
    if (value instanceof Error) {
      return { $: 'error', name: value.name, message: value.message, stack: value.stack };
    }
    const record = value as Record<string, unknown>;
    const entries: Record<string, unknown> = {};
    for (const key of keys(record)) entries[key] = encode(record[key], to);
    return has.call(entries, '$') ? { $: 'object', value: entries } : entries;
  }

  /** Turns tags into objects, in place. */
  function decode(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) {
        if (typeof value[i] === 'object') value[i] = decode(value[i]);
      }
      return value;
    }
    const tagged = value as Record<string, unknown>;
    switch (tagged.$) {
      case 'handle':
        return objectOf(tagged as { $: 'handle'; id: number; of: string });
      case 'enum':
        return enumOf(tagged as { of: string; name: string });
      case 'date':
        return new Date(tagged.ms as number);
      case 'number':
        return Number(tagged.text);
      case 'undefined':
        return undefined;
      default: {
        const record = (tagged.$ === 'object' ? tagged.value : tagged) as Record<string, unknown>;
        for (const key of keys(record)) record[key] = decode(record[key]);
        return record;
      }
    }
  }

  /** One object for one handle, so that a chained call gives back the same. */
  function objectOf(tag: { $: 'handle'; id: number; of: string }): object {
    const key = `${tag.of} ${tag.id}`;
    const known = objects.get(key);
    if (known) return known;
    const object = freeze(create(prototypeOf(tag.of)));
    objects.set(key, object);
    tags.set(object, tag);
    return object;
  }

  function enumOf(tag: { of: string; name: string }): object {
    const key = `${tag.of}.${tag.name}`;
    const known = enums.get(key);
    if (known) return known;
    const { name } = tag;
    const value = freeze(create(plain, { toString: { value: () => name } }));
    enums.set(key, value);
    tags.set(value, tag);
    return value;
  }

  for (const name of keys(tables.globals)) {
    const { id, of } = tables.globals[name];
    const value = objectOf({ $: 'handle', id, of });
    defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  for (const name of tables.missing) {
    const value = create(unknownOf(name));
    defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }

  return {
    async invoke(name, args) {
      try {
        const called = Reflect.get(globalThis, name);
        const values = decode(parse(args)) as unknown[];
        const result = await called(...values);
        return { ok: stringify(encode(result, null)) };
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        return { error: { name: error.name, message: error.message, stack: String(error.stack) } };
      }
    },
  };
}
