// What scripts find of Google's services, as text for their contexts.

import { EnumValue } from '../services/enumeration';
import { CLASSES, GLOBALS } from '../services/offered';
import type { Tables } from './context';
import { GOOGLE_SERVICES } from './google-services';

let tables: string | undefined;

/** `Tables` as JSON. */
export function tablesText(): string {
  tables ??= JSON.stringify({
    classes: CLASSES.map((type) => ({
      name: type.service,
      methods: Object.keys(type.offers),
      constants: taggedConstants(type.constants),
    })),
    globals: Object.fromEntries(
      GLOBALS.map((type, index) => [type.service, { id: -1 - index, of: type.service }]),
    ),
    missing: GOOGLE_SERVICES.filter((name) => !GLOBALS.some((type) => type.service === name)),
  } satisfies Tables);
  return tables;
}

function taggedConstants(constants: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(constants).map(([name, constant]) => {
      if (constant instanceof EnumValue) {
        return [name, { $: 'enum', of: constant.of, name: constant.name }];
      }
      const isGroup = typeof constant === 'object' && constant !== null;
      return [name, isGroup ? taggedConstants(constant as Record<string, unknown>) : constant];
    }),
  );
}
