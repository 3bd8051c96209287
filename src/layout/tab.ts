// What a tab is to the adapters: a name, and the headers of its first row.

/** Keys are what code calls a column; values are the header that people see. */
export interface TabLayout<Key extends string = string> {
  tab: string;
  columns: Record<Key, string>;
}

export type ColumnOf<Tab> = Tab extends TabLayout<infer Key> ? Key : never;

/** Keeps the literal types of the keys. */
export function tab<Key extends string>(
  name: string,
  columns: Record<Key, string>,
): TabLayout<Key> {
  return { tab: name, columns };
}

/** What code calls the columns, in the layout's order. */
export function keysOf<Key extends string>({ columns }: TabLayout<Key>): Key[] {
  return Object.keys(columns) as Key[];
}
