// The menus that `onOpen` built, as a page shows them.

export interface Menu {
  caption: string;
  entries: MenuEntry[];
}

export type MenuEntry =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | ({ kind: 'menu' } & Menu);

/** The function behind `Career Sheet > Recalculate`; null when there is no such item. */
export function findItem(menus: readonly Menu[], path: string): string | null {
  const [first, ...rest] = path.split('>').map((caption) => caption.trim());
  const menu = menus.find(({ caption }) => caption === first);
  return menu ? findEntry(menu, rest) : null;
}

/** Every item as a path, for messages and lists. */
export function itemPaths(menus: readonly Menu[], prefix = ''): string[] {
  return menus.flatMap((menu) => {
    const path = `${prefix}${menu.caption} > `;
    return menu.entries.flatMap((entry) => {
      if (entry.kind === 'menu') return itemPaths([entry], path);
      return entry.kind === 'item' ? [path + entry.caption] : [];
    });
  });
}

function findEntry(menu: Menu, [first, ...rest]: string[]): string | null {
  for (const entry of menu.entries) {
    if (entry.kind === 'separator' || entry.caption !== first) continue;
    if (entry.kind === 'menu') return findEntry(entry, rest);
    if (rest.length === 0) return entry.functionName;
  }
  return null;
}
