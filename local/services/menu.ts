// Class Menu: a menu that onOpen builds.

import type { Execution } from '../run/execution';
import type { Menu as BuiltMenu, MenuEntry } from '../run/menu';
import { type Offers, Service } from './service';
import { signatureError } from './signature';

export class Menu extends Service {
  static override readonly service = 'Menu';
  static override readonly offers: Offers = {
    addItem: { kind: 'hold' },
    addSeparator: { kind: 'hold' },
    addSubMenu: { kind: 'hold' },
    addToUi: { kind: 'ui' },
  };

  private readonly entries: MenuEntry[] = [];

  constructor(
    execution: Execution,
    private readonly caption: string,
  ) {
    super(execution);
  }

  addItem(caption: unknown, functionName: unknown): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string') {
      throw signatureError('Menu.addItem', [caption, functionName]);
    }
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw signatureError('Menu.addSubMenu', [menu]);
    this.entries.push({ kind: 'menu', ...menu.built() });
    return this;
  }

  /** A menu of the same name takes the place of the one before. */
  addToUi(): void {
    const { menus } = this.execution;
    const known = menus.findIndex(({ caption }) => caption === this.caption);
    menus.splice(known < 0 ? menus.length : known, 1, this.built());
  }

  private built(): BuiltMenu {
    return { caption: this.caption, entries: [...this.entries] };
  }
}
