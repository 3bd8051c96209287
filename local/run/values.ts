// How values cross between a script's thread and the services. Plain data goes
// as JSON; what JSON lacks goes as an object under the key `$`:
//   { $: 'handle', id, of }          a service object
//   { $: 'enum', of, name }          a value of an enum
//   { $: 'date', ms } | { $: 'undefined' } | { $: 'number', text } (NaN, infinite)
//   { $: 'error', name, message, stack }
//   { $: 'object', value }           a plain object that has a key `$` itself
//   { $: 'illegal' }                 in a result: a function or the like

import { EnumValue } from '../services/enumeration';
import { CLASSES, GLOBALS } from '../services/offered';
import { Service } from '../services/service';
import type { Execution } from './execution';

/** Stands for what no value can stand for, such as a function in a result. */
const ILLEGAL = Symbol('illegal');

/** The service objects that a run has handed to its script. */
export class Handles {
  private readonly objects: Service[] = [];
  private readonly ids = new Map<Service, number>();

  constructor(private readonly execution: Execution) {}

  private idOf(object: Service): number {
    const known = this.ids.get(object);
    if (known !== undefined) return known;
    this.ids.set(object, this.objects.length);
    return this.objects.push(object) - 1;
  }

  /** Globals have the handles -1, -2 and so on. */
  get(id: number): Service {
    if (id < 0) return this.execution.service(GLOBALS[-id - 1]);
    const object = this.objects[id];
    if (!object) throw new Error(`No service object has the handle ${id}.`);
    return object;
  }

  /** A result as text; throws when a script could not hold it. */
  encode(value: unknown): string {
    return JSON.stringify(this.tag(value));
  }

  /** Arguments or a result, as the script's thread sent them. */
  decode(text: string): unknown {
    const value = JSON.parse(text) as unknown;
    return text.includes('"$"') ? this.untag(value) : value;
  }

  private tag(value: unknown): unknown {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
    }
    if (value === undefined) return { $: 'undefined' };
    if (Array.isArray(value)) return value.map((item) => this.tag(item));
    if (value instanceof Service) return this.tagService(value);
    if (value instanceof EnumValue) return { $: 'enum', of: value.of, name: value.name };
    if (value instanceof Date) return { $: 'date', ms: value.getTime() };
    if (typeof value !== 'object') throw new Error(`A script cannot hold a ${typeof value}.`);
    const entries = Object.entries(value).map(([key, item]) => [key, this.tag(item)]);
    const plain = Object.fromEntries(entries);
    return '$' in plain ? { $: 'object', value: plain } : plain;
  }

  private tagService(object: Service): unknown {
    const { service } = object.constructor as typeof Service;
    return { $: 'handle', id: this.idOf(object), of: service };
  }

  private untag(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.untag(item));
    const tagged = value as Record<string, unknown>;
    switch (tagged.$) {
      case undefined:
        return this.untagEntries(tagged);
      case 'object':
        return this.untagEntries(tagged.value as Record<string, unknown>);
      case 'handle':
        return this.get(tagged.id as number);
      case 'enum':
        return enumValue(tagged.of as string, tagged.name as string);
      case 'date':
        return new Date(tagged.ms as number);
      case 'number':
        return Number(tagged.text);
      case 'error':
        return Object.assign(new Error(tagged.message as string), {
          name: tagged.name,
          stack: tagged.stack,
        });
      case 'illegal':
        return ILLEGAL;
      default:
        return undefined;
    }
  }

  private untagEntries(entries: Record<string, unknown>): unknown {
    return Object.fromEntries(
      Object.entries(entries).map(([key, item]) => [key, this.untag(item)]),
    );
  }
}

/** The one object of an enum's value, found among the constants of the offered classes. */
function enumValue(of: string, name: string): EnumValue {
  if (enums.size === 0) for (const type of CLASSES) collect(type.constants);
  return enums.get(`${of}.${name}`) as EnumValue;
}

const enums = new Map<string, EnumValue>();

function collect(constants: Record<string, unknown>): void {
  for (const constant of Object.values(constants)) {
    if (constant instanceof EnumValue) enums.set(`${constant.of}.${constant.name}`, constant);
    else if (typeof constant === 'object' && constant) {
      collect(constant as Record<string, unknown>);
    }
  }
}
